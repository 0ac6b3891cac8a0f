"""Several articles resolved beside one another, as a build does it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from kg.annotating import annotate
from kg.model.article import Article, Byline, LineRole
from kg.model.candidate import Candidate, Decision
from kg.model.facts import ResolvedArticle
from kg.model.source import Locality
from kg.resolving import block_of, decide, resolve, resolve_block, summarize
from tests.stories import article, span

DISTRICT = Locality(name="岚屏市澜口区")
OTHER = Locality(name="岚屏市望岱县")
CITY = Locality(name="岚屏市")
DAY = date(2031, 5, 11)


def report(*paragraphs: str, place: Locality = DISTRICT, newspaper: str = "澜口日报", published: date = DAY) -> Article:
    """Write an article of these paragraphs."""
    lines: tuple[tuple[LineRole, str], ...] = (("headline", "新闻"), *(("paragraph", p) for p in paragraphs))
    return article(lines, place=place, newspaper=newspaper, published=published)


def signed(name: str, text: str, *, newspaper: str = "澜口日报", published: date = DAY) -> Article:
    """Write an article that a reporter signs."""
    told = report(f"本报讯（记者 {name}）{text}", newspaper=newspaper, published=published)
    return replace(told, bylines=(Byline(role="记者", name=name, span=span(told.text, name)),))


def decisions(candidates: Iterable[Candidate]) -> tuple[Decision, ...]:
    """Resolve candidates block by block."""
    blocks: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        blocks[block_of(candidate)].append(candidate)
    return tuple(decision for block in blocks.values() for decision in resolve_block(block))


def together(*articles: Article) -> list[ResolvedArticle]:
    """Resolve articles beside one another; each one's IRI is its number."""
    resolved = {f"a{n:05d}": resolve(annotate(each)) for n, each in enumerate(articles)}
    found = defaultdict(list)
    for decision in decisions(c for iri, each in resolved.items() for c in summarize(each, iri)):
        found[decision.article].append(decision)
    return [decide(each, found[iri]) for iri, each in resolved.items()]
