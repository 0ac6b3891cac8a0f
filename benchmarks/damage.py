"""Facts and articles of pages that are damaged in one way each, against the same pages undamaged.

Run `python -m benchmarks.damage [KIND …]` from a checkout. Pages of five to seven articles are composed of the open
articles of `tests/quality`, set in columns as `tests/damage` sets them, and damaged. Prints for each kind of damage the
shares of articles found, of headlines, bylines and paragraphs restored, and F1 of each kind of fact over all pages.
What an article's clean text is read as is what must come back from the page.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from benchmarks.damages import HEADINGS, LINES, PAGES, PIECES, Piece
from kg.evaluating import KINDS, Score, read_all, score, total
from kg.evaluating.gold import Gold, pooled
from kg.model.article import Article
from kg.model.source import Issue
from kg.pipeline.chain import Product, Recipe, run_chain
from kg.reading import source_of_bytes
from kg.segmenting import join_continued
from kg.vocabulary import DEFAULT_BASE
from tests.damage.layout import Style, damage, draw_ragged_style, draw_style, wrap
from tests.damage.measure import Tally
from tests.damage.stories import Story

QUALITY = Path(__file__).parents[1] / "tests" / "quality"
STYLES = ("columns", "no junk", "numbers broken", "ragged")
DAMAGES = (*STYLES, *PIECES, *HEADINGS, *LINES, *PAGES, "many at once")
MANY = 0.35
"""How often each damage is done to an article where many are."""
SIZES = (5, 6, 7)


@dataclass(frozen=True, kw_only=True)
class Result:
    """What came back of the pages that are damaged in one way."""

    tally: Tally
    scores: dict[str, Score]

    @property
    def macro(self) -> float:
        """Mean F1 over the kinds of facts, persons of no office aside."""
        return sum(self.scores[kind].f1 or 0.0 for kind in KINDS[1:]) / len(KINDS[1:])


def pieces() -> Iterator[tuple[Piece, Gold]]:
    """Give the open articles that have a headline and stand alone in their file, with their facts."""
    for folder in sorted(QUALITY.glob("open*")):
        for gold in read_all(folder / "facts"):
            found = _read((folder / "texts" / f"{gold.name}.txt").read_text(encoding="utf-8"))
            if len(found) == 1 and found[0].line_text("headline"):
                yield _piece(found[0]), gold


def _piece(article: Article) -> Piece:
    lines = [(line.role, line.span.of(article.text)) for line in article.lines]
    return Piece(
        headings=tuple(line for line in lines if line[0] in ("kicker", "headline", "subheadline")),
        signatures=tuple(text for role, text in lines if role == "byline"),
        body=tuple(line for line in lines if line[0] in ("crosshead", "paragraph")),
        names=tuple(byline.name for byline in article.bylines),
    )


def _read(text: str) -> list[Article]:
    return [each.article.article for each in _build(text)]


def _build(text: str) -> list[Product]:
    source = source_of_bytes(text.encode(), "page.txt")
    return [p for p in run_chain(source, Issue(), Recipe(base_iri=DEFAULT_BASE)) if isinstance(p, Product)]


def measure(kind: str, known: Sequence[tuple[Piece, Gold]], *, seed: int = 1, pages: int | None = None) -> Result:
    """Damage pages in one way, build them, and hold what comes out against what is known."""
    tally, scores = Tally(), []
    for chosen in list(_pages(known, seed))[:pages]:
        text = set_page([piece for piece, _ in chosen], kind, Random(f"{seed}/{kind}/{chosen[0][1].name}"))
        built = _build(text)
        joined = join_continued(each.article.article for each in built)
        tally.add([each.article for each in joined], [_story(piece) for piece, _ in chosen])
        scores.append(score(pooled("page", [gold for _, gold in chosen]), [each.article for each in built]))
    return Result(tally=tally, scores=total(scores))


def _pages(known: Sequence[tuple[Piece, Gold]], seed: int) -> Iterator[list[tuple[Piece, Gold]]]:
    left = Random(seed).sample(known, len(known))
    for number in range(len(left)):
        size = SIZES[number % len(SIZES)]
        chosen, left = left[:size], left[size:]
        if len(chosen) < min(SIZES):
            return
        yield chosen


def _story(piece: Piece) -> Story:
    headline = next(text for role, text in piece.headings if role == "headline")
    return Story(headline=headline, paragraphs=tuple(text for _, text in piece.body), bylines=piece.names)


def set_page(chosen: Sequence[Piece], kind: str, random: Random) -> str:
    """Set articles as a page in columns, damaged in one way, or in many."""
    style = draw_ragged_style(random) if kind == "ragged" else draw_style(random)
    if kind in ("no junk", "numbers broken"):
        style = replace(style, junk="" if kind == "no junk" else style.junk, split_tokens=kind == "numbers broken")
    set_ones = [_set(piece, style, kind, random) for piece in chosen]
    page = PAGES.get(kind, _plain)(set_ones, random)
    return style.line_end.join([*page, ""])


def _plain(articles: list[tuple[list[str], list[str]]], _: Random) -> list[str]:
    return [line for head, body in articles for line in ("", *head, *body)]


def _set(piece: Piece, style: Style, kind: str, random: Random) -> tuple[list[str], list[str]]:
    """Return the lines over an article, and those of its body."""
    for name, change in PIECES.items():
        piece = change(piece, random) if _is_done(name, kind, random) else piece
    head = [text for _, heading in piece.headings for text in ([""] * (random.random() < 0.4) + [heading])]
    for name, break_up in HEADINGS.items():
        head = break_up(head, random) if _is_done(name, kind, random) else head
    head += [line for signature in piece.signatures for line in ("", signature, "")]
    body = list(_body(piece, style, random))
    for name, spoil in LINES.items():
        body = spoil(body, random) if _is_done(name, kind, random) else body
    return head, body


def _is_done(name: str, kind: str, random: Random) -> bool:
    return name == kind or (kind == "many at once" and random.random() < MANY)


def _body(piece: Piece, style: Style, random: Random) -> Iterator[str]:
    width = random.randint(12, 24)
    for number, (role, text) in enumerate(piece.body):
        if role == "crosshead":
            yield from ("", text, "")
            continue
        lines = wrap(damage(text, style, random), width, style, random)
        if random.random() < style.gap_between:
            yield ""
        yield style.junk + lines[0].lstrip("　") if number == 0 else lines[0]
        for line in lines[1:]:
            if random.random() < style.gap_within:
                yield ""
            yield line


def main() -> int:
    """Measure the kinds of damage that are asked for, all without."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(DAMAGES))
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    known = list(pieces())
    print(f"{len(known)} articles; found, invented, headlines, bylines, paragraphs | {', '.join(KINDS)} | macro")
    for kind in options.kinds or DAMAGES:
        found = measure(kind, known, seed=options.seed)
        facts = " ".join(f"{found.scores[each].f1 or 0:.3f}" for each in KINDS)
        print(f"{kind:20s} {_shares(found.tally)} | {facts} | {found.macro:.3f}", flush=True)
    return 0


def _shares(tally: Tally) -> str:
    of = [tally.found, tally.invented, tally.headlines, tally.bylines]
    return " ".join(f"{n:.3f}" for n in [*(n / tally.articles for n in of), tally.restored / tally.paragraphs])


if __name__ == "__main__":
    sys.exit(main())
