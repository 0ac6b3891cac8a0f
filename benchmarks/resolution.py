"""How well things of several articles are told to be one: B³ on an invented corpus whose truth is known.

Articles go through the real chain. What is compared are the things that were found where the truth has one: how they
lie in clusters, by identity, against the truth. Bodies that were renamed are mended by corrections, a line each, as a
user would. Times are CPU seconds of this process.

python -m benchmarks.resolution              # 5,000 articles
python -m benchmarks.resolution 500 --seed 2
"""

import argparse
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.papers import Print, prints
from benchmarks.world import COUNTIES, RENAMED, World
from kg.annotating import annotate
from kg.model.article import Article
from kg.model.candidate import Candidate, Decision
from kg.model.facts import ResolvedArticle, Thing
from kg.model.source import Issue, Locality, Page
from kg.reading import find_sources, read
from kg.repairing import repair
from kg.resolving import (
    Identity,
    Names,
    block_of,
    correct,
    decide,
    identities_of,
    parse_corrections,
    resolve,
    resolve_block,
    summarize,
)
from kg.resolving.correcting import identity
from kg.segmenting import segment

KINDS = ("organization", "person", "event")
_CALLED = Names(thing=lambda thing: called(identity(thing)), evidence=lambda span: f"at:{span.start}")


@dataclass(frozen=True, kw_only=True)
class Score:
    """B³ of one kind of thing, and the share of things that stand in a cluster of others."""

    things: int
    precision: float
    recall: float
    wrong: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.things else 0.0


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What was measured."""

    scores: dict[str, Score]
    articles: int
    others: float
    """CPU seconds of all stages but resolution across articles."""
    resolution: float
    """CPU seconds of resolution across articles."""
    wrong: tuple[str, ...] = ()


def called(what: Identity) -> str:
    """Return a name for an identity that a corrections file may hold."""
    return "id:" + repr(what).encode().hex()


def measure(articles: int, *, seed: int = 1) -> Outcome:
    """Write a corpus, take it through the chain, and compare what comes of it with the truth."""
    world = World(seed)
    printed = list(prints(world, articles))
    clock = time.process_time()
    with TemporaryDirectory() as folder:
        local = list(_read(printed, Path(folder)))
    others = time.process_time() - clock
    clock = time.process_time()
    decided = resolve_all([resolved for resolved, _ in local])
    spent = time.process_time() - clock
    told = _renamed(list(zip(decided, (each for _, each in local), strict=True)))
    scores = {kind: score(list(_elements(told, kind))) for kind in KINDS}
    return Outcome(scores=scores, articles=len(decided), others=others, resolution=spent)


def _read(printed: Sequence[Print], folder: Path) -> Iterator[tuple[ResolvedArticle, Print]]:
    for number, each in enumerate(printed):
        (folder / f"{number:06d}.txt").write_text(each.text, encoding="utf-8", newline="\n")
    by_name = {f"{number:06d}.txt": each for number, each in enumerate(printed)}
    for source in find_sources([folder]):
        told = by_name[Path(source.names[0]).name]
        issue = Issue(newspaper=told.newspaper, published=told.day, place=Locality(name=told.place))
        for page in read(source, issue):
            if isinstance(page, Page):
                for article in segment(repair(page)):
                    yield resolve(annotate(article)), told


def resolve_all(local: Sequence[ResolvedArticle]) -> list[ResolvedArticle]:
    """Resolve articles beside one another."""
    blocks: dict[str, list[Candidate]] = defaultdict(list)
    for number, resolved in enumerate(local):
        for candidate in summarize(resolved, f"{number:06d}"):
            blocks[block_of(candidate)].append(candidate)
    found: dict[str, list[Decision]] = defaultdict(list)
    for block in blocks.values():
        for decision in resolve_block(block):
            found[decision.article].append(decision)
    return [decide(resolved, found[f"{number:06d}"]) for number, resolved in enumerate(local)]


def _elements(told: Iterable[tuple[ResolvedArticle, Print]], kind: str) -> Iterator[tuple[str, Identity]]:
    """Give the things that the truth knows, each with who or what it is and the identity it was given."""
    for resolved, printed in told:
        for thing in resolved.facts.things:
            if thing.kind == kind and (who := _truth(thing, resolved.article, printed)) is not None:
                yield who, identity(thing)


def _truth(thing: Thing, article: Article, printed: Print) -> str | None:
    """Return who or what the words of a thing mean, None where they do not lie on a mark."""
    found: Counter[str] = Counter()
    for span in thing.mentions:
        hull = article.offsets.hull(span)
        for start, end, who in printed.marks:
            if min(end, hull.end) - max(start, hull.start) > (end - start) / 2 and _is_kind(who, thing.kind):
                found[who] += 1
    return found.most_common(1)[0][0] if found else None


def _is_kind(who: str, kind: str) -> bool:
    return who.startswith(kind) if kind != "organization" else "/" in who


def _renamed(told: list[tuple[ResolvedArticle, Print]]) -> list[tuple[ResolvedArticle, Print]]:
    """Mend the bodies that were renamed, a line each."""
    names: dict[str, Counter[Identity]] = defaultdict(Counter)
    for who, what in _elements(told, "organization"):
        names[who][what] += 1
    renamed = [names[f"{county}/{old}"] for county in COUNTIES for old in RENAMED]
    lines = [
        f"same\t{called(other)}\t{called(first)}"
        for first, *others in (sorted(found, key=lambda each: each.label) for found in renamed if found)
        for other in others
    ]
    corrections = parse_corrections("\n".join(lines), "renamed.tsv")
    known = {
        name: what for each, _ in told for name, what in identities_of(each, corrections.references, _CALLED).items()
    }
    return [(correct(each, corrections, known, _CALLED)[0], printed) for each, printed in told]


def score(elements: Sequence[tuple[str, Identity]]) -> Score:
    """Return B³ precision and recall of clusters against the truth."""
    both, truth, found = Counter(elements), Counter(e[0] for e in elements), Counter(e[1] for e in elements)
    count = len(elements) or 1
    largest: Counter[Identity] = Counter()
    for (_, what), n in both.items():
        largest[what] = max(largest[what], n)
    return Score(
        things=len(elements),
        precision=sum(n * n / found[what] for (_, what), n in both.items()) / count,
        recall=sum(n * n / truth[who] for (who, _), n in both.items()) / count,
        wrong=1 - sum(largest.values()) / count,
    )


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int, nargs="?", default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    outcome = measure(options.articles, seed=options.seed)
    write = sys.stdout.write
    write(f"{outcome.articles} articles\n")
    for kind, each in outcome.scores.items():
        write(f"{kind:13} {each.things:6} P {each.precision:.4f} R {each.recall:.4f} F1 {each.f1:.4f}")
        write(f" in others' clusters {each.wrong:.2%}\n")
    share = outcome.resolution / (outcome.resolution + outcome.others)
    write(f"resolution {outcome.resolution:.1f} s of CPU, other stages {outcome.others:.1f} s: {share:.1%}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
