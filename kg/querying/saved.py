"""Saved queries: SPARQL files with a header of `#+` lines, in YAML, as grlc reads them.

grlc's keys: `summary`, `description`, `tags`, `defaults`, `enumerate`, `pagination`. Ours: `x-title-zh`,
`x-description-zh`, `x-parameters` (a line on each, `en` and `zh`), `x-values` (where a parameter's values stand, as
`?value`), `x-view` (how to draw the answer), `x-test` (sample parameters). What else grlc knows is passed over; a key
nobody knows is an error, since it is a slip.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

import yaml

from kg.errors import QueryError
from kg.querying.checking import CheckedQuery, check
from kg.querying.parameters import Parameter, find_parameters, to_term
from kg.querying.tokens import Token, significant

_OURS = frozenset(("x-title-zh", "x-description-zh", "x-parameters", "x-values", "x-view", "x-test"))
_GRLCS = frozenset(("summary", "description", "tags", "defaults", "enumerate", "pagination"))
_PASSED_OVER = frozenset(("endpoint", "endpoint_in_url", "method", "mime", "transform", "licence", "host", "auth"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedQuery:
    """A query with a name and a description that people understand."""

    name: str
    path: Path
    text: str
    """The SPARQL as in the file, header and all (it is a comment)."""
    checked: CheckedQuery
    summary: str = ""
    title_zh: str = ""
    description: str = ""
    description_zh: str = ""
    tags: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    page_size: int | None = None
    values: Mapping[str, CheckedQuery] = field(default_factory=dict)
    """By parameter: the query for the values that it could take, the most frequent first."""
    view: Mapping[str, str] = field(default_factory=dict)
    test: Mapping[str, str] = field(default_factory=dict)


def read_query(path: Path) -> SavedQuery:
    """Read a query file. Raises `QueryError` with file, line and column for what is wrong in it."""
    try:
        source = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as failure:
        raise QueryError(f"{path}: cannot be read as UTF-8 ({failure}) 无法读取") from failure
    try:
        return parse_query(source, name=path.stem, path=path)
    except QueryError as failure:
        raise QueryError(f"{path}: {failure}") from failure


def parse_query(source: str, *, name: str, path: Path) -> SavedQuery:
    """Make a saved query of the text of a file."""
    header = _header(source)
    checked = check(source)
    texts = {
        key: str(header.get(key) or "").strip() for key in ("summary", "x-title-zh", "description", "x-description-zh")
    }
    query = SavedQuery(
        name=name,
        path=path,
        text=source,
        checked=checked,
        summary=texts["summary"],
        title_zh=texts["x-title-zh"],
        description=texts["description"],
        description_zh=texts["x-description-zh"],
        tags=tuple(map(str, _sequence(header, "tags"))),
        parameters=_parameters(source, checked.tokens, header),
        page_size=_page_size(header),
        values=_values(header, _prefixes(checked.tokens)),
        view=_strings(header, "x-view"),
        test=_strings(header, "x-test"),
    )
    _check_samples(query)
    return query


def read_catalogue(folders: Iterable[Path]) -> dict[str, SavedQuery]:
    """Read all queries of these folders, by name, sorted; of two with one name the one of the earlier folder counts."""
    found: dict[str, SavedQuery] = {}
    for folder in folders:
        if not folder.is_dir():
            raise QueryError(f"{folder}: no such folder of queries 没有此查询目录")
        for path in sorted(folder.glob("*.rq")):
            if path.stem not in found:
                found[path.stem] = read_query(path)
    return dict(sorted(found.items()))


def _header(source: str) -> dict[str, object]:
    lines = source.splitlines()
    taken = [line[2:] if line.startswith("#+") else "" for line in lines]
    last = max((number for number, line in enumerate(taken, 1) if line), default=0)
    try:
        header = yaml.safe_load("\n".join(taken[:last]))
    except yaml.MarkedYAMLError as failure:
        mark = failure.problem_mark
        place = f"line {mark.line + 1}, column {mark.column + 3}: " if mark else ""
        raise QueryError(f"{place}the header is no YAML: {failure.problem} 头部 YAML 有误") from failure
    except (yaml.YAMLError, ValueError, RecursionError) as failure:
        raise QueryError(f"the header is no YAML: {failure} 头部 YAML 有误") from failure
    if not isinstance(header or {}, dict):
        raise QueryError("line 1: the header must be `key: value` lines 头部须为键值对")
    known: dict[str, object] = {str(key): value for key, value in (header or {}).items()}
    for key in known:
        if key not in _OURS | _GRLCS | _PASSED_OVER:
            raise QueryError(
                f"{_key_place(lines, key)}: no key {key!r}; known are {', '.join(sorted(_GRLCS | _OURS))} 未知键"
            )
    return known


def _key_place(lines: list[str], key: str) -> str:
    number = next((n for n, line in enumerate(lines, 1) if line[2:].lstrip().startswith(key)), 1)
    return f"line {number}, column {lines[number - 1].find(key) + 1}"


def _parameters(source: str, tokens: tuple[Token, ...], header: Mapping[str, object]) -> tuple[Parameter, ...]:
    defaults, choices = _pairs(header, "defaults"), _pairs(header, "enumerate")
    labels = _pairs(header, "x-parameters")
    found = find_parameters(source, _prefixes(tokens))
    names = {parameter.name for parameter in found}
    for key, pairs in (("defaults", defaults), ("enumerate", choices), ("x-parameters", labels)):
        for name in pairs:
            if name not in names:
                raise QueryError(f"{key}: the query has no parameter {name!r} 没有此参数")
    return tuple(
        replace(
            parameter,
            default=_scalar(defaults.get(parameter.name)),
            choices=tuple(map(str, _as_list(choices.get(parameter.name)))),
            label=_label(labels, parameter.name, "en"),
            label_zh=_label(labels, parameter.name, "zh"),
        )
        for parameter in found
    )


def _prefixes(tokens: tuple[Token, ...]) -> dict[str, str]:
    triples = zip(tokens, tokens[1:], tokens[2:], strict=False)
    return {name.text[:-1]: iri.text[1:-1] for word, name, iri in triples if word.is_word("PREFIX")}


def _pairs(header: Mapping[str, object], key: str) -> dict[str, object]:
    """Read a mapping, which grlc writes as a list of mappings of one pair each."""
    pairs: dict[str, object] = {}
    for part in _as_list(header.get(key) or {}):
        if not isinstance(part, dict):
            raise QueryError(f"{key}: must be `name: value` lines 须为键值对")
        pairs |= {str(name): item for name, item in part.items()}
    return pairs


def _strings(header: Mapping[str, object], key: str) -> Mapping[str, str]:
    return MappingProxyType({name: _scalar(value) or "" for name, value in _pairs(header, key).items()})


def _values(header: Mapping[str, object], prefixes: Mapping[str, str]) -> Mapping[str, CheckedQuery]:
    """Make a query of each pattern of `x-values`; how often a value occurs is told by the pattern's first variable."""
    declared = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in prefixes.items())
    ask = "SELECT ?value (COUNT(DISTINCT {}) AS ?n) WHERE {{ {} }} GROUP BY ?value ORDER BY DESC(?n) STR(?value)\n"
    return {
        name: check(declared + ask.format(_first_variable(pattern), pattern))
        for name, pattern in _strings(header, "x-values").items()
    }


def _first_variable(pattern: str) -> str:
    return next((token.text for token in significant(pattern) if token.kind == "variable"), "?value")


def _sequence(header: Mapping[str, object], key: str) -> list[object]:
    return _as_list(header.get(key))


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _scalar(value: object) -> str | None:
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else str(value)


def _label(labels: Mapping[str, object], name: str, language: str) -> str:
    value = labels.get(name)
    return str(value.get(language, "")) if isinstance(value, dict) else ""


def _page_size(header: Mapping[str, object]) -> int | None:
    value = header.get("pagination")
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 1):
        raise QueryError("pagination: must be a number of rows, 1 or more 须为正整数")
    return value


def _check_samples(query: SavedQuery) -> None:
    """Hold defaults and sample values to the types of their parameters, so that a slip shows when the file is read."""
    names = {parameter.name: parameter for parameter in query.parameters}
    for key, given in (("x-test", query.test), ("x-values", query.values)):
        for name in given:
            if name not in names:
                raise QueryError(f"{key}: the query has no parameter {name!r} 没有此参数")
    for name, value in query.test.items():
        to_term(names[name], value)
    for parameter in query.parameters:
        if parameter.default is not None:
            to_term(parameter, parameter.default)
