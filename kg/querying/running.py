"""Running a query: bind its parameters, check it, ask the store, give the answer as a table or as triples."""

from collections.abc import Iterator, Mapping

from kg.errors import QueryError
from kg.model.table import Table, Value
from kg.ports import Store, Triple
from kg.querying.checking import CheckedQuery, bounded, check
from kg.querying.parameters import bind
from kg.querying.saved import SavedQuery

_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"


def bound_text(query: SavedQuery | str, parameters: Mapping[str, str] | None = None) -> str:
    """Return the SPARQL that is run: the query as written, its parameters bound. Raises `QueryError`."""
    if isinstance(query, SavedQuery):
        return bind(query.text, query.parameters, parameters or {})
    if parameters:
        raise QueryError("parameters are for saved queries; put the values into the query 仅现成查询可带参数")
    return query


def run(
    store: Store,
    query: SavedQuery | str,
    parameters: Mapping[str, str] | None = None,
    *,
    limit: int | None = None,
    offset: int = 0,
) -> Table:
    """Run a SELECT, or an ASK as a table of one cell `answer`; keep at most `limit` rows after `offset`.

    Raises `QueryError` for a query that is refused or broken and for parameters that do not fit.
    """
    checked, text = _prepared(query, parameters)
    if checked.form == "ASK":
        answer = Value("literal", str(store.ask(text)).lower(), None, _BOOLEAN)
        return Table(columns=("answer",), rows=((answer,),))
    if checked.form != "SELECT":
        raise QueryError(f"a {checked.form} gives triples; ask for ttl, trig or nt 此查询返回三元组")
    # One row more than is wanted tells whether there are more.
    more = None if limit is None else limit + 1
    return store.select(bounded(_with_text(checked, text), more, offset), limit=limit)


def construct(
    store: Store,
    query: SavedQuery | str,
    parameters: Mapping[str, str] | None = None,
    *,
    limit: int | None = None,
) -> Iterator[Triple]:
    """Run a CONSTRUCT or DESCRIBE; give at most `limit` triples. Raises as `run`."""
    checked, text = _prepared(query, parameters)
    if checked.form not in ("CONSTRUCT", "DESCRIBE"):
        raise QueryError(f"a {checked.form} gives no triples; ask for table, csv or json 此查询不返回三元组")
    return store.construct(text, limit=limit)


def _prepared(
    query: SavedQuery | str,
    parameters: Mapping[str, str] | None,
) -> tuple[CheckedQuery, str]:
    checked = query.checked if isinstance(query, SavedQuery) else check(query)
    return checked, bound_text(query, parameters)


def _with_text(checked: CheckedQuery, text: str) -> CheckedQuery:
    """Carry the tokens of the query over to its bound text: where LIMIT and VALUES stand is the same in both."""
    return CheckedQuery(text=text, form=checked.form, tokens=checked.tokens)
