"""How well pages were read: articles found and invented, headlines, bylines and paragraphs restored."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.model.article import Article
from tests.damage.stories import Story


@dataclass
class Tally:
    """Counts over pages."""

    articles: int = 0
    found: int = 0
    invented: int = 0
    headlines: int = 0
    bylines: int = 0
    paragraphs: int = 0
    restored: int = 0
    misses: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        of = self.articles or 1
        return (
            f"articles {self.found / of:.3f} invented {self.invented / of:.3f} headlines {self.headlines / of:.3f} "
            f"bylines {self.bylines / of:.3f} paragraphs {self.restored / (self.paragraphs or 1):.3f}"
        )

    def add(self, found: Sequence[Article], gold: Sequence[Story]) -> None:
        """Count one page. An article is found when the one most like it has nine tenths of it, and little else."""
        bodies = [_body(article) for article in found]
        used: set[int] = set()
        for story in sorted(gold, key=lambda s: -sum(map(len, s.paragraphs))):
            body = _grams("".join(map(normal, story.paragraphs)))
            free = [k for k in range(len(found)) if k not in used]
            best = max(
                free,
                key=lambda k: len(body & _grams("".join(bodies[k]))) / len(body | _grams("".join(bodies[k]))),
                default=None,
            )
            mine: set[str] = set()
            if best is not None:
                have = _grams("".join(bodies[best]))
                used.add(best)
                mine = set(bodies[best])
                if story.kind == "article":
                    self._compare(found[best], story, len(body & have) / len(body), len(body & have) / len(have))
            for paragraph in story.paragraphs:
                self.paragraphs += 1
                self.restored += normal(paragraph) in mine
                if normal(paragraph) not in mine:
                    self.misses.append(f"paragraph: {paragraph[:30]} … {paragraph[-20:]}")
        self.articles += sum(story.kind == "article" for story in gold)
        self.invented += sum(a.kind == "article" for k, a in enumerate(found) if k not in used)

    def _compare(self, article: Article, story: Story, recall: float, precision: float) -> None:
        if min(recall, precision) < 0.9:
            self.misses.append(f"article: {story.headline} {recall:.2f} {precision:.2f}")
            return
        self.found += 1
        head = normal(article.line_text("headline") or "")
        self.headlines += head == normal(story.headline or "")
        if head != normal(story.headline or ""):
            self.misses.append(
                f"headline: {article.line_text('headline')} for {story.headline} {story.kicker} {story.subheadline}"
            )
        names = {byline.name for byline in article.bylines}
        self.bylines += names >= set(story.bylines)
        if not names >= set(story.bylines):
            self.misses.append(f"byline: {names} for {story.bylines} {story.byline}")


def normal(text: str) -> str:
    """Set white space, width and the byline before a text aside."""
    text = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    return re.sub(r"^(本报讯|.{0,12}日?电|.{0,14}讯)?[(].{0,40}?(记者|通讯员|摄).{0,30}?[)]|^本报讯", "", text)


def _body(article: Article) -> list[str]:
    return [normal(line.span.of(article.text)) for line in article.lines if line.role in ("paragraph", "crosshead")]


def _grams(text: str) -> set[str]:
    return {text[i : i + 6] for i in range(len(text) - 5)} or {text}
