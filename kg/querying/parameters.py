"""Parameters of saved queries, named and typed as grlc does, and bound as RDF terms.

`?_name` is required and a plain string, `?__name` may be left out. `?_name_iri`, `?_name_integer`, `?_name_date` …
are of that type, `?_name_zh` has that language, `?_name_prefix_type` that datatype. A value becomes a term by the
factory of `vocabulary`, and that one token takes the place of the variable's token, so no value can change what the
query asks.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from kg import expressions as re
from kg.errors import KgError, QueryError
from kg.ports import Term
from kg.querying.tokens import tokenize
from kg.vocabulary import NAMESPACES, iri, text, typed

MAX_VALUE = 10_000
"""Characters of a parameter's value."""

_VARIABLE = re.compile(r"(?P<marks>__?)(?P<name>[A-Za-z0-9]+)(?:_(?P<type>[A-Za-z0-9]+))?(?:_(?P<own>[A-Za-z0-9]+))?")
_STRINGS = frozenset(("", "string", "literal"))
_XSD = NAMESPACES["xsd"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter: its name, the variable it stands for, and what values it takes.

    `type` is `string`, `iri`, `number`, a two-letter language, or the local name of an XSD datatype; `datatype` is the
    IRI where the query names a datatype of its own.
    """

    name: str
    variable: str
    type: str = "string"
    datatype: str | None = None
    required: bool = True
    default: str | None = None
    choices: tuple[str, ...] = ()
    label: str = ""
    label_zh: str = ""


def find_parameters(query: str, prefixes: Mapping[str, str]) -> tuple[Parameter, ...]:
    """Find the parameters of a query, in the order of their first use. `prefixes` are those the query declares."""
    names = dict.fromkeys(token.text[1:] for token in tokenize(query) if token.kind == "variable")
    return tuple(_declared(name, prefixes) for name in names if name.startswith("_"))


def bind(query: str, parameters: Iterable[Parameter], given: Mapping[str, str]) -> str:
    """Put the given values, else the defaults, in the place of the parameters' variables; return the bound query.

    Raises `QueryError` for a name the query does not know, a value it cannot take, or one that is missing.
    """
    known = {parameter.name: parameter for parameter in parameters}
    for name in given:
        if name not in known:
            names = ", ".join(known) or "none"
            raise QueryError(f"no parameter {name[:40]!r}; this query takes {names} 没有此参数")
    terms: dict[str, Term] = {}
    for parameter in known.values():
        value = given.get(parameter.name, parameter.default)
        if value is not None:
            terms[parameter.variable] = to_term(parameter, value)
        elif parameter.required:
            raise QueryError(f"parameter {parameter.name} is missing: --param {parameter.name}=… 缺少参数")
    return "".join(
        terms.get(token.text[1:], token.text) if token.kind == "variable" else token.text for token in tokenize(query)
    )


def to_term(parameter: Parameter, value: str) -> Term:
    """Turn a value into an RDF term of the parameter's type. Raises `QueryError` where it is none."""
    if parameter.choices and value not in parameter.choices:
        raise QueryError(f"{parameter.name}: {value[:40]!r} is none of {', '.join(parameter.choices)} 不在可选值之内")
    if len(value) > MAX_VALUE or re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\\[uU]", value):
        raise QueryError(
            f"{parameter.name}: longer than {MAX_VALUE} or with control characters or \\u 参数值过长或含控制字符"
        )
    try:
        return _term(parameter, value)
    except KgError as failure:
        raise QueryError(f"{parameter.name}: {failure}") from failure


def _term(parameter: Parameter, value: str) -> Term:
    if parameter.datatype is not None:
        return typed(value, parameter.datatype)
    if parameter.type in _STRINGS:
        return text(value)
    if parameter.type == "iri":
        return iri(value)
    if len(parameter.type) == 2:
        return text(value, parameter.type)
    name = _number_type(value) if parameter.type == "number" else parameter.type
    canonical = _LEXICAL[name](value.strip()) if name in _LEXICAL else None
    if canonical is None:
        raise QueryError(f"{parameter.name}: {value[:40]!r} is no {parameter.type} 类型不符")
    return typed(canonical, _XSD + name)


def _number_type(value: str) -> str:
    return "integer" if re.fullmatch(r"\s*[+-]?[0-9]+\s*", value) else "decimal"


def _declared(variable: str, prefixes: Mapping[str, str]) -> Parameter:
    match = _VARIABLE.fullmatch(variable)
    if match is None:
        raise QueryError(
            f"?{variable}: parameters are named ?_name, ?__name, ?_name_type or ?_name_prefix_type 参数名不合规"
        )
    kind, own = match["type"] or "string", match["own"]
    datatype = None
    if own is not None:
        if kind not in prefixes:
            raise QueryError(f"?{variable}: the query declares no prefix {kind}: 未声明前缀")
        kind, datatype = (own, None) if prefixes[kind] == _XSD else (kind, prefixes[kind] + own)
    if datatype is None and not (kind in _STRINGS or kind in {"iri", "number", *_LEXICAL} or _is_language(kind)):
        raise QueryError(
            f"?{variable}: no type {kind}; known are iri, number, {', '.join(_LEXICAL)} and languages 未知类型"
        )
    return Parameter(
        name=match["name"],
        variable=variable,
        type=kind,
        datatype=datatype,
        required=match["marks"] == "_",
    )


def _is_language(kind: str) -> bool:
    return re.fullmatch("[a-z]{2}", kind) is not None


def _integer(value: str) -> str | None:
    return str(int(value)) if re.fullmatch(r"[+-]?[0-9]{1,18}", value) else None


def _decimal(value: str) -> str | None:
    try:
        number = Decimal(value) if re.fullmatch(r"[+-]?[0-9]{0,15}(\.[0-9]{0,15})?", value) else None
    except InvalidOperation:
        return None
    if number is None:
        return None
    digits = f"{number:f}"
    return (digits.rstrip("0").rstrip(".") or "0") if "." in digits else digits


def _double(value: str) -> str | None:
    return value if re.fullmatch(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?", value) else None


def _date(value: str) -> str | None:
    try:
        return date.fromisoformat(value).isoformat() if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) else None
    except ValueError:
        return None


def _moment(value: str) -> str | None:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2})?", value):
        return None
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return None
    return value


def _year(value: str) -> str | None:
    return value if re.fullmatch(r"[0-9]{4}", value) else None


def _month(value: str) -> str | None:
    return value if re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", value) else None


def _boolean(value: str) -> str | None:
    return {"true": "true", "1": "true", "false": "false", "0": "false"}.get(value.lower())


_LEXICAL: dict[str, Callable[[str], str | None]] = {
    "integer": _integer,
    "decimal": _decimal,
    "double": _double,
    "float": _double,
    "date": _date,
    "dateTime": _moment,
    "gYear": _year,
    "gYearMonth": _month,
    "boolean": _boolean,
}
"""By XSD datatype: the canonical form of a value, None where it is no such value. ASCII digits only."""
