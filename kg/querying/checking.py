"""What a reading query may be: one of four forms, of bounded size, that asks this store and nothing else.

Checked on the text before any parser sees it, since deep nesting brings parsers down and SERVICE opens connections.
"""

from dataclasses import dataclass
from typing import Literal, cast

from kg import expressions as re
from kg.errors import QueryError
from kg.querying.tokens import Token, place_in, significant, tokenize

Form = Literal["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"]

MAX_LENGTH = 100_000
MAX_TOKENS = 20_000
MAX_DEPTH = 64
MAX_SIGNS = 64
"""Signs in a row (`!!!!`, `----`, `^^^^`), which nest in a parser without a bracket."""

_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
_OPENING, _CLOSING = frozenset("{(["), frozenset("})]")
_HIDDEN_SERVICE = re.compile(r"(?<![\w/.])service(?![\w/.])", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedQuery:
    """A query that may be run, and its form."""

    text: str
    form: Form
    tokens: tuple[Token, ...]


def check(query: str) -> CheckedQuery:
    """Check a query. Raises `QueryError` that says what is refused, where, and why."""
    _check_text(query)
    tokens = significant(query)
    _check_size(query, tokens)
    form = _form(query, tokens)
    _refuse_from(query, tokens)
    _refuse_service(query)
    return CheckedQuery(text=query, form=form, tokens=tokens)


def bounded(query: CheckedQuery, limit: int | None, offset: int = 0) -> str:
    """Add LIMIT and OFFSET to a query that has none of its own, so that the store need not work for nothing."""
    depth, outer = 0, []
    for token in query.tokens:
        depth += (token.text in _OPENING and token.kind == "sign") - (token.text in _CLOSING and token.kind == "sign")
        outer += [token] if depth == 0 else []
    taken = any(token.is_word("LIMIT", "OFFSET", "VALUES") for token in outer)
    if taken or query.form == "ASK" or (limit is None and not offset):
        return query.text
    bounds = ([f"LIMIT {limit}"] if limit is not None else []) + ([f"OFFSET {offset}"] if offset else [])
    return f"{query.text.rstrip()}\n{' '.join(bounds)}\n"


def _check_text(query: str) -> None:
    if len(query) > MAX_LENGTH:
        raise QueryError(f"the query has {len(query):,} characters, more than {MAX_LENGTH:,} 查询过长")
    if (found := re.search(r"\\[uU]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]", query)) is not None:
        # Some parsers resolve \u before they read the query, so that it could end a string or spell a keyword.
        raise QueryError(
            f"{place_in(query, found.start())}: write the character itself, not \\u or a control character 请直接写字符"
        )


def _check_size(query: str, tokens: tuple[Token, ...]) -> None:
    if len(tokens) > MAX_TOKENS:
        raise QueryError(f"the query has more than {MAX_TOKENS:,} words and signs 查询过长")
    depth = signs = 0
    for token in tokens:
        if token.kind != "sign":
            signs = 0
            continue
        depth += (token.text in _OPENING) - (token.text in _CLOSING)
        signs = 0 if token.text in _CLOSING else signs + 1
        if depth > MAX_DEPTH or signs > MAX_SIGNS:
            raise QueryError(f"{place_in(query, token.start)}: nested deeper than {MAX_DEPTH} 嵌套过深")


def _form(query: str, tokens: tuple[Token, ...]) -> Form:
    for token in tokens:
        if token.is_word("SELECT", "ASK", "CONSTRUCT", "DESCRIBE"):
            return cast("Form", token.text.upper())
        if token.is_word(*_UPDATES):
            raise QueryError(
                f"{place_in(query, token.start)}: {token.text.upper()} changes a store; reading commands only ask "
                "此命令只查询，不修改数据",
            )
        if not (token.kind in ("prefixed", "iri") or token.is_word("PREFIX", "BASE")):
            break
    raise QueryError("the query begins with none of SELECT, ASK, CONSTRUCT, DESCRIBE 查询须以这四者之一开头")


def _refuse_service(query: str) -> None:
    """Refuse SERVICE, even in a string or comment: parsers disagree on where some of those begin (`?a<?b#>`)."""
    for token in tokenize(query):
        harmless = token.kind == "iri" and token.text.startswith(("<http://", "<https://"))
        if not harmless and (found := _HIDDEN_SERVICE.search(token.text)):
            place = place_in(query, token.start + found.start())
            raise QueryError(f"{place}: SERVICE asks other servers, which is refused here 不允许 SERVICE 远程查询")


def _refuse_from(query: str, tokens: tuple[Token, ...]) -> None:
    """Refuse FROM: some engines fetch what it names, and servers disagree on how it goes with the union of graphs."""
    for token in tokens:
        if token.is_word("FROM"):
            raise QueryError(
                f"{place_in(query, token.start)}: FROM is refused; write GRAPH <…> {{ … }} for one graph 请改用 GRAPH",
            )
