"""The texts behind quotes: an article's text, its headline and paper, and the place of a quote in its source file."""

import hashlib
import json
from functools import cached_property
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.ports import Store
from kg.querying.explaining import Quote
from kg.querying.places import place_of
from kg.querying.running import run
from kg.querying.saved import SavedQuery, parse_query
from kg.reading.text import MAX_TEXT_BYTES, decode
from kg.vocabulary import NAMESPACES

_QUERY = f"""
PREFIX press: <{NAMESPACES["press"]}>
PREFIX schema: <{NAMESPACES["schema"]}>
SELECT DISTINCT ?property ?value WHERE {{
  {{ ?_article_iri schema:articleBody ?value BIND("text" AS ?property) }}
  UNION {{ ?_article_iri schema:headline ?value BIND("headline" AS ?property) }}
  UNION {{ ?_article_iri press:sourceFile ?value BIND("file" AS ?property) }}
  UNION {{ ?_article_iri schema:datePublished ?value BIND("date" AS ?property) }}
  UNION {{ ?_article_iri schema:isPartOf ?page . ?page press:newspaper ?value BIND("newspaper" AS ?property) }}
  UNION {{ ?_article_iri schema:isPartOf ?page . ?page press:sourceHash ?value BIND("sha256" AS ?property) }}
}} ORDER BY ?property STR(?value)
"""


class Articles:
    """What is known of articles, from the graph, `articles.jsonl` and the source files.

    The second serves where the graph was built without text, the third where the files can be reached and are still
    the ones that were read.
    """

    def __init__(self, store: Store, target: Path, source: Path | None) -> None:
        self._store = store
        self._query: SavedQuery = parse_query(_QUERY, name="article", path=Path("<article>"))
        self._folders = [source] if source else [Path.cwd(), target.parent, *target.resolve().parents[:2]]
        self._records = target / "articles.jsonl"
        self._known: dict[str, dict[str, list[str]]] = {}
        self._sources: dict[Path, tuple[str, str | None]] = {}

    def text(self, article: str) -> str | None:
        """Return the article's text; None where neither graph nor `articles.jsonl` has it."""
        return self._first(article, "text") or self._recorded.get(article, {}).get("text")

    def title(self, article: str) -> str:
        """Name the article by headline, paper and day, as far as they are known."""
        parts = [self._first(article, name) for name in ("headline", "newspaper", "date")]
        return " · ".join(filter(None, parts)) or article

    def places(self, quote: Quote) -> list[str]:
        """Say where the quote stands: file, line and column where the file is at hand, and offsets."""
        offsets = f"characters 字符 {quote.source_start}–{quote.source_end}"
        return [self._place(quote, name, offsets) for name in self._files(quote)]

    def _files(self, quote: Quote) -> list[str]:
        """List the names of the file that the quote stands in; an article may go on in another one."""
        others = [each["source_files"] for each in self._recorded.get(quote.article, {}).get("continued", [])]
        unit = self._unit(quote) or ""
        for files in others:
            if unit.partition(", ")[0] == files[0] or unit == files[0]:
                return list(files)
        elsewhere = {name for files in others for name in files}
        return [name for name in self._about(quote.article).get("file", []) if name not in elsewhere]

    def _place(self, quote: Quote, name: str, offsets: str) -> str:
        unit = self._unit(quote)
        path = self._reachable(quote.article, name)
        text = self._source(path)[1] if path and unit is None else None
        if text is None:
            return ", ".join(filter(None, (name, unit, offsets)))
        first, last = place_of(text, quote.source_start), place_of(text, quote.source_end)
        where = f"{path}:{first.line}:{first.column}–{last.line}:{last.column}, {offsets}"
        words = " ".join(text[quote.source_start : quote.source_end].split())
        return f"{where}: “{words}”"

    def _unit(self, quote: Quote) -> str | None:
        """Name the page of a PDF or the entry of an archive that the quote stands in."""
        rows = self._recorded.get(quote.article, {}).get("source_map", [])
        return next((row[4] for row in rows if row[0] <= quote.start < row[0] + row[1]), None)

    def _reachable(self, article: str, name: str) -> Path | None:
        """Find the source file by its name and make sure by its hash that it is the one that was read."""
        hashes = self._about(article).get("sha256", [])
        for path in (folder / name for folder in self._folders):
            if path.is_file() and path.stat().st_size <= MAX_TEXT_BYTES and self._source(path)[0] in hashes:
                return path
        return None

    def _source(self, path: Path) -> tuple[str, str | None]:
        """Return a file's hash and its text, None where it is no text."""
        if path not in self._sources:
            data = path.read_bytes()
            self._sources[path] = hashlib.sha256(data).hexdigest(), _decoded(data, path.name)
        return self._sources[path]

    def _first(self, article: str, name: str) -> str | None:
        return next(iter(self._about(article).get(name, [])), None)

    def _about(self, article: str) -> dict[str, list[str]]:
        if article not in self._known:
            found: dict[str, list[str]] = {}
            for name, value in run(self._store, self._query, {"article": article}).texts():
                found.setdefault(name, []).append(value)
            self._known[article] = found
        return self._known[article]

    @cached_property
    def _recorded(self) -> dict[str, dict[str, Any]]:
        """The lines of `articles.jsonl`, by article."""
        if not self._records.is_file():
            return {}
        with self._records.open(encoding="utf-8") as lines:
            return {record["id"]: record for record in map(json.loads, lines)}


def _decoded(data: bytes, name: str) -> str | None:
    try:
        return decode(data, name)[0]
    except KgError:
        return None
