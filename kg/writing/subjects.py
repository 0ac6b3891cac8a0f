"""Subjects with all that is said of them in any graph, streaming."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from kg.ports import Quad, Term
from kg.sorting import sort_lines
from kg.vocabulary.syntax import parse_term

Said = dict[Term, list[Term]]


def subjects(quads: Iterable[Quad], scratch: Path) -> Iterator[tuple[Term, Said]]:
    """Give each subject once, in order, with its objects by predicate, sorted, each once."""
    lines = sort_lines((f"{quad.subject}\t{quad.predicate}\t{quad.object}" for quad in quads), scratch)
    for subject, members in groupby((line.split("\t") for line in lines), key=lambda fields: fields[0]):
        said: Said = {}
        for _, predicate, value in members:
            said.setdefault(Term(predicate), []).append(Term(value))
        yield Term(subject), said


def plain(term: Term) -> str:
    """Return a literal's text, or an IRI without its brackets."""
    return parse_term(term).value
