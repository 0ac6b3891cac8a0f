"""Identity across articles: candidates and decisions in the index, block by block, so that a page touches few."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from kg.model.candidate import Candidate, Decision
from kg.model.facts import ResolvedArticle
from kg.pipeline.index import Index
from kg.pipeline.packing import read_record, write_record
from kg.ports import Term
from kg.resolving import block_of, resolve_block, summarize

BATCH = 2_000
"""Candidates that a process resolves at a time, at least."""
Summary = tuple[str, bytes]
"""A candidate as the index keeps it: its block, and the record."""


@dataclass(frozen=True, slots=True)
class Block:
    """The candidates of one block."""

    name: str
    candidates: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Resolved:
    """What was decided in one block: for each article that it concerns, the record of its decisions."""

    name: str
    decisions: dict[Term, bytes]


def summaries(resolved: ResolvedArticle, article: str) -> Iterator[Summary]:
    """Give the candidates of an article."""
    return ((block_of(each), write_record(each)) for each in summarize(resolved, article))


def resolve_blocks(blocks: tuple[Block, ...]) -> tuple[Resolved, ...]:
    """Decide which candidates of each block are one."""
    return tuple(Resolved(block.name, _decided(block)) for block in blocks)


def decisions_in(records: Iterable[bytes]) -> tuple[Decision, ...]:
    """Return the decisions of records."""
    return tuple(decision for record in records for decision in read_record(record))


class Links:
    """The candidates and decisions that an index holds; remembers which blocks have changed."""

    def __init__(self, index: Index, *, fresh: bool) -> None:
        self._base = index.base
        self._fresh = fresh
        self._blocks: dict[str, None] = {}

    def add(self, article: int, candidates: Iterable[Summary]) -> None:
        """Enter the candidates of an article."""
        rows = [(article, block, told) for block, told in candidates]
        self._base.executemany("INSERT INTO candidate VALUES (?, ?, ?)", rows)
        if not self._fresh:
            self._blocks.update(dict.fromkeys(block for _, block, _ in rows))

    def drop(self, article: int) -> None:
        """Take out the candidates of an article."""
        rows = self._base.execute("DELETE FROM candidate WHERE article = ? RETURNING block", (article,)).fetchall()
        self._blocks.update(dict.fromkeys(block for (block,) in rows))

    @property
    def are_many(self) -> bool:
        """Tell whether it pays to start processes for the blocks that have changed."""
        if not self._fresh:
            return len(self._blocks) > BATCH
        ((candidates,),) = self._base.execute("SELECT count(*) FROM candidate")
        return bool(candidates > BATCH)

    def tasks(self) -> Iterator[tuple[Block, ...]]:
        """Give the blocks that have changed, several at a time."""
        task: list[Block] = []
        size = 0
        for block in self._changed():
            task.append(block)
            size += len(block.candidates)
            if size >= BATCH:
                yield tuple(task)
                task, size = [], 0
        if task:
            yield tuple(task)

    def decide(self, found: Resolved) -> Iterator[Term]:
        """Keep what was decided in a block; give the articles of which something else is decided now."""
        rows = self._base.execute("SELECT iri, told FROM decision WHERE block = ?", (found.name,)).fetchall()
        former = {Term(iri): told for iri, told in rows}
        for iri in sorted(former.keys() | found.decisions.keys()):
            old, new = former.get(iri), found.decisions.get(iri)
            if old == new or (old and new and read_record(old) == read_record(new)):  # of one, bytes may differ
                continue
            self._base.execute("DELETE FROM decision WHERE block = ? AND iri = ?", (found.name, iri))
            if new is not None:
                self._base.execute("INSERT INTO decision VALUES (?, ?, ?)", (found.name, iri, new))
            yield iri

    def of(self, iri: Term) -> tuple[bytes, ...]:
        """Return the records of what is decided of an article, in order."""
        rows = self._base.execute("SELECT told FROM decision WHERE iri = ? ORDER BY block", (iri,))
        return tuple(told for (told,) in rows)

    def _changed(self) -> Iterator[Block]:
        if self._fresh:
            rows = self._base.execute("SELECT block, told FROM candidate ORDER BY block")
            for name, members in groupby(rows, key=lambda row: row[0]):
                yield Block(name, tuple(told for _, told in members))
            return
        for name in sorted(self._blocks):
            rows = self._base.execute("SELECT told FROM candidate WHERE block = ?", (name,))
            yield Block(name, tuple(told for (told,) in rows))


def _decided(block: Block) -> dict[Term, bytes]:
    candidates: list[Candidate] = [read_record(each) for each in block.candidates]
    found: dict[Term, list[Decision]] = {}
    for decision in resolve_block(candidates):
        found.setdefault(Term(f"<{decision.article}>"), []).append(decision)
    return {iri: write_record(tuple(each)) for iri, each in found.items()}
