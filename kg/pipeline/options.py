"""What a build is told from outside, checked before anything is read."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path

from kg.errors import DateError
from kg.model.source import Issue, Locality
from kg.redacting import PrivateChoice
from kg.resolving.lookup import find_division
from kg.vocabulary import DEFAULT_BASE, check_base


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """How to build. `jobs`, `force` and `exports` apart, nothing here changes without changing the result."""

    issue: Issue = field(default_factory=Issue)
    """What holds for every page that the metadata file says nothing else of."""
    metadata: Path | None = None
    base_iri: str = DEFAULT_BASE
    text: bool = True
    """Put the articles' bodies into the graph; quotes are there in any case."""
    corrections: Path | None = None
    """Lines by which a user mends what was decided; those of the former build where there are none."""
    private_persons: PrivateChoice = "keep"
    """Persons of whom the article states no post, in no byline: named, by their surname alone, or not at all."""
    mask_numbers: bool = True
    """Mask the numbers of identity cards, telephones and accounts."""
    jobs: int = 1
    """Number of processes."""
    force: bool = False
    """Build anew, whatever the folder holds."""
    exports: bool = True
    """Write the files that hold the whole graph and all articles; else they are put off."""

    def __post_init__(self) -> None:
        check_base(self.base_iri)


def issue_of(
    *,
    day: str | date | None = None,
    newspaper: str | None = None,
    page: str | None = None,
    place: str | None = None,
) -> Issue:
    """Make an `Issue` of what a user writes; empty counts as unknown. Raises `DateError` and `PlaceError`."""
    return Issue(
        newspaper=newspaper or None,
        published=parse_day(day) if isinstance(day, str) else day,
        page=page or None,
        place=_division(place) if place else None,
    )


@lru_cache(maxsize=10_000)
def _division(place: str) -> Locality:
    """Find a division; the rows of a metadata file name few, over and over."""
    return find_division(place)


def parse_day(text: str) -> date | None:
    """Read a day: 2023-05-11, 2023/5/11, 2023.5.11, 20230511 or 2023年5月11日; None where empty. Raises `DateError`."""
    plain = text.strip()
    if not plain:
        return None
    parts = plain.rstrip("日").translate(str.maketrans("年月/.", "----")).split("-")
    if len(parts) == 1 and len(plain) == len("20230511"):
        parts = [plain[:4], plain[4:6], plain[6:]]
    try:
        year, month, day = map(int, parts)
        return date(year, month, day)
    except ValueError:
        raise DateError(f"{text!r} is no date 日期有误; write it as 2023-05-11") from None
