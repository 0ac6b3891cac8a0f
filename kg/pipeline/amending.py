"""Corrections in the index: what they speak of, article by article, and which of their lines fit where."""

import hashlib
from collections.abc import Iterable

from kg.pipeline.index import Index
from kg.pipeline.packing import read_record
from kg.pipeline.restating import LastWord, Named
from kg.ports import Term
from kg.resolving import Corrections, Identity, parse_corrections

_TEXT, _FILE, _KNOWN = "corrections", "corrections file", "corrections know"


def remembered(index: Index) -> Corrections:
    """Return the corrections that a build was made by last."""
    return parse_corrections(index.noted(_TEXT) or "", index.noted(_FILE) or "")


class Amendments:
    """The corrections of a build, and what the index knows of them."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._base = index.base
        self.corrections = remembered(index)
        self.are_new = False
        """They are others than those the index was made by: every article must be looked at."""

    @property
    def noted(self) -> tuple[str, str]:
        """Return text and name of the corrections file."""
        return self._index.noted(_TEXT) or "", self._index.noted(_FILE) or ""

    def take(self, text: str, file: str) -> None:
        """Take these corrections in the place of the former ones. Raises `CorrectionError`."""
        if (text, file) == self.noted:
            return
        self.corrections = parse_corrections(text, file)
        self.are_new = True
        self._index.note(_TEXT, text)
        self._index.note(_FILE, file)

    def without(self, words: Iterable[str]) -> None:
        """Drop the lines in which any of these words stand."""
        text, file = self.noted
        kept = [line for line in text.split("\n") if not any(each in line for each in words)]
        self.take("\n".join(kept), file)

    def enter(self, named: Named) -> None:
        """Note the things of an article that the corrections speak of."""
        self._base.execute("DELETE FROM called WHERE iri = ?", (named.iri,))
        self._base.executemany(
            "INSERT INTO called VALUES (?, ?, ?)", ((name, named.iri, told) for name, told in named.identities.items())
        )

    def fit(self, iri: Term, lines: Iterable[int]) -> None:
        """Note which lines fit an article."""
        self._base.execute("DELETE FROM fitted WHERE iri = ?", (iri,))
        self._base.executemany("INSERT INTO fitted VALUES (?, ?)", ((iri, line) for line in lines))

    def drop(self, iri: Term) -> None:
        """Take an article out."""
        self._base.execute("DELETE FROM called WHERE iri = ?", (iri,))
        self._base.execute("DELETE FROM fitted WHERE iri = ?", (iri,))

    def is_fitted(self, iri: Term) -> bool:
        """Tell whether some line fitted an article so far."""
        return self._base.execute("SELECT 1 FROM fitted WHERE iri = ?", (iri,)).fetchone() is not None

    def last_word(self) -> tuple[LastWord, bool]:
        """Return corrections with all that is known of what they speak of, and whether that is other than before."""
        known: dict[str, Identity] = {}
        digest = hashlib.sha256()
        for name, told in self._base.execute("SELECT name, told FROM called ORDER BY name, iri"):
            if name not in known:
                known[name] = read_record(told)
                digest.update(repr((name, known[name])).encode())
        is_other = digest.hexdigest() != self._index.noted(_KNOWN)
        self._index.note(_KNOWN, digest.hexdigest())
        return LastWord(self.corrections, known), is_other

    def unfit(self) -> tuple[str, ...]:
        """Describe the lines that fit nothing in the whole build."""
        return self.corrections.unfit(line for (line,) in self._base.execute("SELECT DISTINCT line FROM fitted"))
