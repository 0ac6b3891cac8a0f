"""The index of a build: what later builds must know to change no more than what their input changes. SQLite.

It is updated within one transaction, whose end is the moment at which a new result counts (see `workspace`), or made
anew in a file of its own. What lies in it follows from the inputs and options, as all a build writes does; its bytes
may differ from run to run.
"""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from pickle import UnpicklingError
from typing import Self

from kg.errors import OutputError

NAME = "index.sqlite"
FORMAT = "3"
"""Goes up when an older index cannot be read any more."""
_CACHE_KIB = 24_000
_REMEDY = "build again from the pages with --force, or into another --out 请加 --force 由原版面重建，或另选目录"
_TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE file (name TEXT, content TEXT, size INTEGER, issue TEXT, rank INTEGER, catalogue TEXT, place TEXT,
  PRIMARY KEY (name, content)) WITHOUT ROWID;
CREATE INDEX file_content ON file (content);
CREATE TABLE source (content TEXT PRIMARY KEY, names TEXT, size INTEGER, issue TEXT, mark TEXT) WITHOUT ROWID;
CREATE INDEX source_names ON source (names);
CREATE TABLE problem (unit TEXT, content TEXT, number INTEGER, told TEXT);
CREATE INDEX problem_unit ON problem (unit);
CREATE INDEX problem_content ON problem (content);
CREATE TABLE part (issue TEXT, content TEXT, number INTEGER, article BLOB, PRIMARY KEY (issue, content, number));
CREATE INDEX part_content ON part (content);
CREATE TABLE article (id INTEGER PRIMARY KEY, iri TEXT, unit TEXT, content TEXT, number INTEGER, line BLOB,
  resolved BLOB);
CREATE INDEX article_iri ON article (iri);
CREATE INDEX article_unit ON article (unit);
CREATE INDEX article_content ON article (content);
CREATE TABLE continuation (article INTEGER, content TEXT, PRIMARY KEY (content, article)) WITHOUT ROWID;
CREATE INDEX continuation_article ON continuation (article);
CREATE TABLE candidate (article INTEGER, block TEXT, told BLOB);
CREATE INDEX candidate_block ON candidate (block);
CREATE INDEX candidate_article ON candidate (article);
CREATE TABLE decision (block TEXT, iri TEXT, told BLOB, PRIMARY KEY (block, iri)) WITHOUT ROWID;
CREATE INDEX decision_iri ON decision (iri);
CREATE TABLE called (name TEXT, iri TEXT, told BLOB, PRIMARY KEY (name, iri)) WITHOUT ROWID;
CREATE INDEX called_iri ON called (iri);
CREATE TABLE fitted (iri TEXT, line INTEGER, PRIMARY KEY (iri, line)) WITHOUT ROWID;
CREATE TABLE graph (iri TEXT, quads INTEGER, own INTEGER, classes TEXT, lines BLOB, tables BLOB);
CREATE UNIQUE INDEX graph_iri ON graph (iri);
CREATE TABLE shared (subject TEXT, predicate TEXT, object TEXT, graph TEXT, uses INTEGER,
  PRIMARY KEY (subject, predicate, object, graph)) WITHOUT ROWID;
CREATE TABLE suspect (node TEXT, graph TEXT, PRIMARY KEY (node, graph)) WITHOUT ROWID;
CREATE INDEX suspect_graph ON suspect (graph);
"""


class Index:
    """An open index. Everything is one transaction, ended by `commit`."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self.base = base

    @classmethod
    def create(cls, path: Path, fingerprint: str) -> Self:
        """Make an index in a folder that nobody reads yet: no journal is kept."""
        base = _connect(path, "journal_mode = OFF", "synchronous = OFF")
        index = cls(base)
        base.executescript(_TABLES)
        base.execute("BEGIN")
        for key, value in (("format", FORMAT), ("generation", "1"), ("fingerprint", fingerprint)):
            index.note(key, value)
        return index

    @classmethod
    def open(cls, path: Path, *, alone: bool = False) -> Self:
        """Open the index of a build to change it, `alone` where it is a copy that nobody reads.

        Raises `OutputError` where it is missing, damaged, or of another version's format.
        """
        if not path.is_file():
            raise OutputError(f"{path.parent}: made by an older version, which kept no index 旧版本所建; {_REMEDY}")
        with told_damage(path):
            pragmas = ("journal_mode = OFF", "synchronous = OFF") if alone else ("journal_mode = DELETE",)
            index = cls(_connect(path, *pragmas, "secure_delete = ON"))
            if (found := index.noted("format")) != FORMAT:
                raise OutputError(
                    f"{path}: an index of format {found}, this version reads {FORMAT} 索引格式不符; {_REMEDY}"
                )
            index.base.execute("BEGIN IMMEDIATE")
            return index

    def noted(self, key: str) -> str | None:
        """Return what was noted under a key."""
        row = self.base.execute("SELECT value FROM about WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def note(self, key: str, value: str) -> None:
        """Keep a value under a key."""
        self.base.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (key, value))

    @property
    def generation(self) -> str:
        """Return what goes up each time the index changes in its place."""
        return self.noted("generation") or ""

    def commit(self) -> None:
        """End the transaction: from now on the index is the new one, whatever happens."""
        self.base.execute("COMMIT")

    def close(self) -> None:
        """Let go of the file; what was not committed did not happen."""
        self.base.close()


def generation_of(path: Path) -> str | None:
    """Return the generation of a closed index, undoing what a killed build left half-done; None where it has none."""
    if not path.is_file():
        return None
    try:
        with closing(_connect(path)) as base:
            row = base.execute("SELECT value FROM about WHERE key = 'generation'").fetchone()
    except sqlite3.DatabaseError:
        return None
    return None if row is None else str(row[0])


def copy_index(path: Path, target: Path) -> None:
    """Copy an index without anything that was deleted from it."""
    with told_damage(path), closing(_connect(path)) as base:
        base.execute("VACUUM INTO ?", (str(target),))


@contextmanager
def told_damage(path: Path) -> Iterator[None]:
    """Say of a database that cannot be used what it is and what to do."""
    try:
        yield
    except (sqlite3.DatabaseError, zlib.error, UnpicklingError) as error:
        if "full" in str(error):
            raise OutputError(
                f"{path.parent}: the disk is full 磁盘已满; free some space and build again (the former result stays)"
            ) from error
        raise OutputError(f"{path}: the index is damaged 索引已损坏 ({error}); {_REMEDY}") from error


def _connect(path: Path, *pragmas: str) -> sqlite3.Connection:
    base = sqlite3.connect(path, isolation_level=None)
    for pragma in (f"cache_size = -{_CACHE_KIB}", *pragmas):
        base.execute(f"PRAGMA {pragma}")
    return base
