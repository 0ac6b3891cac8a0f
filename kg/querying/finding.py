"""Queries by what people type: the name of a saved query, the path of a file, or SPARQL itself."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path

from kg.errors import QueryError
from kg.model.table import Table
from kg.ports import Store
from kg.querying.running import run
from kg.querying.saved import SavedQuery, read_query
from kg.resources import resource


def query_folders(own: Iterable[Path] = ()) -> tuple[Path, ...]:
    """Return where queries are looked for: the user's folders, then those that ship with the project."""
    return (*own, resource("queries"))


def find_query(name: str, own: Iterable[Path] = ()) -> SavedQuery:
    """Find a saved query by name, or read the file of that path. Raises `QueryError`, with the nearest names."""
    if name.endswith((".rq", ".sparql")):
        return read_query(Path(name))
    folders = query_folders(own)
    for folder in folders:
        # A name is no path: `../x` finds nothing.
        if name.isprintable() and Path(name).name == name and (path := folder / f"{name}.rq").is_file():
            return read_query(path)
    known = sorted(path.stem for folder in folders for path in folder.glob("*.rq"))
    near = get_close_matches(name, known, n=3)
    hint = f"did you mean {', '.join(near)}?" if near else "`kg queries` lists them"
    raise QueryError(f"no saved query {name[:60]!r}; {hint} 没有此查询，kg queries 可列出全部")


def run_query(store: Store, query: str, parameters: Mapping[str, str] | None = None) -> Table:
    """Run a saved query by its name, a query file by its path, or SPARQL text; give its rows. Raises `QueryError`."""
    if any(mark in query for mark in "{\n"):
        return run(store, query, parameters)
    return run(store, find_query(query), parameters)
