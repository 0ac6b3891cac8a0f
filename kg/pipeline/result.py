"""What a build tells its caller: how much it made, and what it could not use."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that could not be used, and why."""

    files: tuple[str, ...]
    error: str
    """Name of the class of error."""
    message: str
    """What, where, and what to do about it."""
    sha256: str | None = None
    """None where there was nothing to read."""
    start: int | None = None
    """Offset of the article in question in the source; None where it is the whole source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """A finished build."""

    out: Path
    pages: int
    """Sources of which at least one article came into the graph."""
    articles: int
    quads: int
    counts: dict[str, int]
    """Number of nodes a class of the ontology: Article, Official, Tenure …"""
    conforms: bool
    violations: int
    problems: tuple[Problem, ...]
    warnings: tuple[str, ...]
    seconds: float
    unchanged: int = 0
    """Sources given that an earlier build had read already."""
    exported: bool = True
    """Whether the files that hold the whole were written, or put off."""

    @property
    def ok(self) -> bool:
        """Tell whether all input was used and the graph conforms."""
        return self.conforms and not self.problems
