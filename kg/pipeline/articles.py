"""The articles in the index: where each comes from, its line, its record, and the parts that wait for one another.

A unit is what articles are made of together: a source, or all parts that wait in one issue.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from kg.model.facts import ResolvedArticle
from kg.pipeline.batches import Outcome, Packed, content_of
from kg.pipeline.chain import Recipe
from kg.pipeline.index import Index
from kg.pipeline.inventory import BREAK
from kg.pipeline.joining import Joining, Joint
from kg.pipeline.linking import Links, summaries
from kg.pipeline.packing import pack, pack_record, unpack, unpack_record
from kg.pipeline.result import Problem
from kg.ports import Term
from kg.reading import Source
from kg.reading.articles_json import article_to_line

_ISSUE = "issue "
"""What the units of joined articles begin with; no content begins so."""
_ORDER = "source.names, source.content, article.unit != article.content, article.number"


class Articles:
    """Puts what was made of sources into the index; remembers which graphs must be stated anew."""

    def __init__(self, index: Index, recipe: Recipe, links: Links) -> None:
        self._base = index.base
        self._links = links
        self._recipe = recipe
        self._issues: dict[str, None] = {}
        self.open: dict[Term, None] = {}
        """Graphs that must be stated anew, or dropped where no article is left."""
        self.entered: dict[Term, None] = {}
        """Graphs of articles that were put in."""

    def clear(self, content: str) -> None:
        """Take out all that came of a source."""
        self._clear_unit(content)
        rows = self._base.execute("DELETE FROM part WHERE content = ? RETURNING issue", (content,))
        self._issues.update(dict.fromkeys(issue for (issue,) in rows.fetchall()))

    def add(self, outcome: Outcome) -> Iterator[Packed]:
        """Enter what came of a source; give the articles whose graphs can stand as they are."""
        for number, packed in enumerate(outcome.articles):
            if self._enter(packed, outcome.content, outcome.content, number):
                yield packed
        for number, (issue, article) in enumerate(outcome.parts):
            self._base.execute("INSERT INTO part VALUES (?, ?, ?, ?)", (issue, outcome.content, number, article))
            self._issues[issue] = None
        self._note_problems(outcome.content, outcome.content, outcome.problems)

    def lost_parts(self) -> list[str]:
        """Return the sources that must be read again: their issue has changed, and their parts were not kept."""
        rows = self._base.execute("SELECT DISTINCT issue, content FROM part WHERE article IS NULL ORDER BY content")
        return [content for issue, content in rows if issue in self._issues]

    def joinings(self) -> list[Joining]:
        """Take out what the issues that changed gave before; return what must be joined."""
        tasks = []
        for issue in sorted(self._issues):
            self._clear_unit(_ISSUE + issue)
            if parts := tuple(self._parts(issue)):
                tasks.append(Joining(issue=issue, parts=parts, recipe=self._recipe))
        return tasks

    def join(self, task: Joining, joints: Iterable[Joint]) -> Iterator[Packed]:
        """Enter what came of an issue; give the articles whose graphs can stand as they are."""
        unit = _ISSUE + task.issue
        for number, joint in enumerate(joints):
            first, *others = (content_of(source) for source in joint.sources)
            if joint.is_masked:
                self._forget_parts(task.issue, (first, *others))
            if isinstance(joint.outcome, Problem):
                self._note_problems(unit, first, (joint.outcome,))
                continue
            stands = self._enter(joint.outcome, unit, first, number)
            self._base.executemany(
                "INSERT OR IGNORE INTO continuation SELECT max(id), ? FROM article", ((each,) for each in others)
            )
            if stands:
                yield joint.outcome

    def holding(self, words: str) -> Iterator[tuple[int, Term, ResolvedArticle]]:
        """Give the articles in which words stand, each with its number and IRI."""
        needle = json.dumps(words, ensure_ascii=False)[1:-1].encode()
        for number, iri, line, resolved in self._base.execute("SELECT id, iri, line, resolved FROM article"):
            if needle in unpack(line):
                yield number, Term(iri), unpack_record(resolved)

    def replace(self, number: int, iri: Term, resolved: ResolvedArticle) -> None:
        """Put another record in the place of an article's; its graph must be stated anew."""
        line = article_to_line(resolved.article, iri[1:-1])
        self._base.execute(
            "UPDATE article SET line = ?, resolved = ? WHERE id = ?",
            (pack(line.encode()), pack_record(resolved), number),
        )
        self._links.drop(number)
        self._links.add(number, summaries(resolved, iri[1:-1]))
        self.open[iri] = None

    def forget_parts(self, words: str) -> None:
        """Keep no part in which these words stand; where its issue changes, its source is read again."""
        rows = self._base.execute("SELECT issue, content, article FROM part WHERE article IS NOT NULL").fetchall()
        for issue, content, article in rows:
            if words in unpack_record(article).text:
                self._forget_parts(issue, (content,))

    def records(self, iri: Term) -> tuple[bytes, ...]:
        """Return the packed records of the articles of one graph, in order."""
        rows = self._base.execute(
            f"SELECT resolved FROM article JOIN source USING (content) WHERE iri = ? ORDER BY {_ORDER}",  # noqa: S608 ours
            (iri,),
        )
        return tuple(resolved for (resolved,) in rows)

    def iris(self) -> list[Term]:
        """Return the IRIs of all articles, sorted."""
        return [Term(iri) for (iri,) in self._base.execute("SELECT DISTINCT iri FROM article ORDER BY iri")]

    def lines(self) -> Iterator[bytes]:
        """Give the lines of `articles.jsonl`: by file, then as they stand in it, joined articles last."""
        rows = self._base.execute(f"SELECT line FROM article JOIN source USING (content) ORDER BY {_ORDER}")  # noqa: S608 ours
        return (unpack(line) for (line,) in rows)

    def problems(self) -> Iterator[Problem]:
        """Give all problems, by file."""
        rows = self._base.execute(
            "SELECT told FROM problem JOIN source USING (content) "
            "ORDER BY source.names, source.content, problem.unit != problem.content, problem.number, told"
        )
        for (told,) in rows:
            fields = json.loads(told)
            yield Problem(**{**fields, "files": tuple(fields["files"])})

    def inputs(self) -> Iterator[dict[str, Any]]:
        """Give what the manifest says of each source, in order."""
        rows = self._base.execute(
            "SELECT names, content, size, issue, "
            "(SELECT count(*) FROM article WHERE article.content = source.content), "
            "(SELECT count(*) FROM problem WHERE problem.content = source.content) FROM source ORDER BY names, content"
        )
        for names, content, size, issue, articles, problems in rows:
            told = json.loads(issue)
            place = told["place"]
            yield {
                "files": names.split(BREAK),
                "sha256": "" if content.startswith("problem of ") else content,
                "bytes": size,
                "date": told["published"],
                "newspaper": told["newspaper"],
                "page": told["page"],
                "place": None if place is None else " ".join(filter(None, (place["name"], place["code"]))),
                "articles": articles,
                "problems": problems,
            }

    def counts(self) -> tuple[int, int]:
        """Return the number of sources of which something came into the graph, and that of articles."""
        ((articles,),) = self._base.execute("SELECT count(*) FROM article")
        ((pages,),) = self._base.execute(
            "SELECT count(*) FROM (SELECT content FROM article UNION SELECT content FROM continuation)"
        )
        return pages, articles

    def _enter(self, packed: Packed, unit: str, content: str, number: int) -> bool:
        """Enter an article; tell whether its graph can stand: no other is of its IRI, and nothing was decided of it."""
        iri = packed.graph.iri
        is_alone = self._base.execute("SELECT 1 FROM article WHERE iri = ?", (iri,)).fetchone() is None
        cursor = self._base.execute(
            "INSERT INTO article (iri, unit, content, number, line, resolved) VALUES (?, ?, ?, ?, ?, ?)",
            (iri, unit, content, number, packed.line, packed.resolved),
        )
        self._links.add(cursor.lastrowid or 0, packed.candidates)
        self.entered[iri] = None
        stands = is_alone and not self._links.of(iri)
        if stands:
            self.open.pop(iri, None)
        else:
            self.open[iri] = None
        return stands

    def _clear_unit(self, unit: str) -> None:
        rows = self._base.execute("DELETE FROM article WHERE unit = ? RETURNING id, iri", (unit,)).fetchall()
        for number, iri in rows:
            self._base.execute("DELETE FROM continuation WHERE article = ?", (number,))
            self._links.drop(number)
            self.open[Term(iri)] = None
        self._base.execute("DELETE FROM problem WHERE unit = ?", (unit,))

    def _forget_parts(self, issue: str, contents: Iterable[str]) -> None:
        self._base.executemany(
            "UPDATE part SET article = NULL WHERE issue = ? AND content = ?", ((issue, each) for each in contents)
        )

    def _parts(self, issue: str) -> Iterator[tuple[Source, bytes]]:
        rows = self._base.execute(
            "SELECT content, names, size, article FROM part JOIN source USING (content) WHERE part.issue = ? "
            "ORDER BY names, content, number",
            (issue,),
        )
        for content, names, size, article in rows:
            yield Source(names=tuple(names.split(BREAK)), sha256=content, size=size), article

    def _note_problems(self, unit: str, content: str, problems: Iterable[Problem]) -> None:
        self._base.executemany(
            "INSERT INTO problem VALUES (?, ?, ?, ?)",
            (
                (unit, content, number, json.dumps(asdict(problem), ensure_ascii=False))
                for number, problem in enumerate(problems)
            ),
        )
