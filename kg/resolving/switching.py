"""Level words that mean another division than elsewhere in the article: 县委 behind 某县委、, or behind 在某县，.

Such a mention is given the name of its division, as if it were printed so; claims go with the mention they rest on.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg import expressions as re
from kg.model.article import Article
from kg.model.changing import changed
from kg.model.facts import Facts, Merge, Thing
from kg.model.source import Span
from kg.resolving.chains import chain
from kg.resolving.context import Context
from kg.resolving.division import level_of

_BARE = re.compile(r"(?P<special>中共|共青团|团|政协)?(?P<level>[市县区州旗])(?P<rest>.+)")
_JOINT = r"(?:、|和|与|及|以及)"
_ITEM = r"[^，。；：！？、和与及]{1,12}"
_SENTENCE = re.compile(r"[。！？]")
_SCENE = re.compile(r"(?:境内|当地)?，")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Anchor:
    """A division that the text names, and where the name of place or body ends that it begins."""

    name: str
    start: int
    end: int
    outer_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """The mentions of a thing that mean the same body, in order."""

    key: str
    spans: tuple[Span, ...]
    switched: bool = False

    def within(self, evidence: Iterable[Span]) -> bool:
        return any(self._within(each) for each in evidence)

    def _within(self, clause: Span) -> bool:
        number = bisect_left(self.spans, clause.start, key=lambda span: span.start)
        return any(clause.covers(span) for span in self.spans[number : number + 1])


def with_switched_levels(article: Article, facts: Facts, context: Context) -> Facts:
    """Tell apart the bodies that share a bare name in the article (县委) and are those of several divisions."""
    text = _Text(article, facts, context)
    things: list[Thing] = []
    merges = list(facts.merges)
    parts: dict[str, tuple[_Part, ...]] = {}
    for thing in facts.things:
        split = text.split(thing)
        things.extend([part for part, _ in split] or [thing])
        merges.extend(_record(thing, part) for _, part in split if part.switched)
        if len(split) > 1:
            parts[thing.key] = tuple(part for _, part in split)
    return _repointed(article, changed(facts, things=tuple(things), merges=tuple(merges)), parts)


def _label(m: re.Match[str], name: str | None) -> str:
    """Put the name of the division in the place of its bare level."""
    return (m["special"] or "") + name + m["rest"] if name else m.group()


def _part(thing: Thing, spans: tuple[Span, ...], suffix: str, label: str) -> tuple[Thing, _Part]:
    """Return the thing as these spans name or imply it."""
    mentions = tuple(sorted(set(thing.mentions) & set(spans)))
    key = thing.key + suffix
    part = changed(thing, key=key, label=label, mentions=mentions, implied=() if mentions else spans)
    return part, _Part(key=key, spans=spans, switched=label != thing.label)


def _record(thing: Thing, part: _Part) -> Merge:
    """Say that a bare name was taken for that of the division's body, and by which words."""
    return Merge(kept=part.key, merged_form=thing.label, evidence=part.spans[:1], rule="resolution.switched-level")


class _Text:
    """The text with the divisions it names, by level."""

    def __init__(self, article: Article, facts: Facts, context: Context) -> None:
        self._article, self._context = article, context
        self._starts = sorted(line.span.start for line in article.lines)
        self._anchors: dict[str, list[_Anchor]] = {}
        for anchor in sorted(_anchors(article.text, facts, context), key=lambda a: (a.start, a.outer_end)):
            self._anchors.setdefault(level_of(anchor.name), []).append(anchor)
        self._titles = _titles(article.text, facts)

    def split(self, thing: Thing) -> tuple[tuple[Thing, _Part], ...]:
        """Give a thing for each division that its mentions mean, the first with its key; none where none switches."""
        m = None if thing.kind != "organization" or chain(thing.label) else _BARE.fullmatch(thing.label)
        if m is None or m["level"] not in self._anchors:
            return ()
        meant: dict[str | None, list[Span]] = {}
        for span in sorted((*thing.mentions, *thing.implied, *self._titles.get(thing.key, ()))):
            meant.setdefault(self._meant(span, m["level"]), []).append(span)
        if set(meant) == {None}:
            return ()
        return tuple(
            _part(thing, tuple(spans), f"@{name}" if number else "", _label(m, name))
            for number, (name, spans) in enumerate(meant.items())
        )

    def _meant(self, span: Span, level: str) -> str | None:
        """Return the name of the division that a bare level means at a place; None where it means the usual one."""
        anchors = self._anchors[level]
        number = bisect_right(anchors, span.start, key=lambda a: a.end) - 1
        last = anchors[number] if number >= 0 else None
        usual = self._context.level(level)
        if last is None or last.start < self._line_start(span) or self._context.named.get(last.name) == usual:
            return None
        before = anchors[number - 1] if number else None
        return last.name if self._holds(last, before, span, level) else None

    def _line_start(self, span: Span) -> int:
        number = bisect_right(self._starts, span.start) - 1
        return self._starts[number] if number >= 0 else 0

    def _holds(self, last: _Anchor, before: _Anchor | None, span: Span, level: str) -> bool:
        """Tell whether the division last named is meant: in a row with its body, as the scene, or as the nearest."""
        text = self._article.text
        between = text[last.end : span.start]
        if last.end < last.outer_end <= span.start and _in_row(text[last.outer_end : span.start], level):
            return True
        same_sentence = _SENTENCE.search(between) is None
        if level in self._context.fixed:
            scene = text[last.start - 1 : last.start] == "在" and _SCENE.match(between) is not None
            return scene and same_sentence and f"我{level}" not in between
        if self._context.home is None:
            return False
        paired = before is not None and re.fullmatch(_JOINT, text[before.outer_end : last.start]) is not None
        return not paired and (same_sentence or self._context.level(level) is None)


def _in_row(between: str, level: str) -> bool:
    """Tell whether only bodies of the level stand between a body and this one: 某县委、县政府和|县政协."""
    return re.fullmatch(rf"(?:{_JOINT}{level}{_ITEM})*{_JOINT}?", between) is not None


def _anchors(text: str, facts: Facts, context: Context) -> Iterator[_Anchor]:
    for thing in facts.things:
        if thing.kind not in {"place", "organization"}:
            continue
        for span in thing.mentions:
            at = span.start
            for name in chain(span.of(text)):
                at = text.index(name, at)
                if name in context.named:
                    yield _Anchor(name=name, start=at, end=at + len(name), outer_end=span.end)
                at += len(name)


def _titles(text: str, facts: Facts) -> dict[str, list[Span]]:
    """Give for organizations the titles that imply them where their names do not stand (县长 for 县政府)."""
    named = {thing.key: (*thing.mentions, *thing.implied) for thing in facts.things}
    found: dict[str, list[Span]] = {}
    for tenure in facts.tenures:
        clause = tenure.evidence[0]
        at = text.find(tenure.title, clause.start, clause.end)
        if tenure.organization and at >= 0 and not any(clause.covers(s) for s in named.get(tenure.organization, ())):
            found.setdefault(tenure.organization, []).append(Span(at, at + len(tenure.title)))
    return found


def _repointed(article: Article, facts: Facts, parts: dict[str, tuple[_Part, ...]]) -> Facts:
    """Let each claim speak of the part that it rests on; where it rests on none, of the first."""
    if not parts:
        return facts

    def key(old: str, evidence: Iterable[Span]) -> str:
        found = parts.get(old)
        return next((part.key for part in found if part.within(evidence)), old) if found else old

    def keys(old: tuple[str, ...], evidence: tuple[Span, ...]) -> tuple[str, ...]:
        return tuple(key(each, evidence) for each in old)

    def lines(thing: Thing) -> tuple[Span, ...]:
        return tuple(line.span for line in article.lines if any(line.span.covers(s) for s in thing.mentions))

    return changed(
        facts,
        things=tuple(
            changed(t, places=keys(t.places, lines(t))) if parts.keys() & set(t.places) else t for t in facts.things
        ),
        tenures=tuple(
            changed(t, organization=key(t.organization, t.evidence)) if t.organization else t for t in facts.tenures
        ),
        participations=tuple(changed(p, agent=key(p.agent, p.evidence)) for p in facts.participations),
        figures=tuple(
            changed(f, about=keys(f.about, f.evidence), place=f.place and key(f.place, f.evidence))
            for f in facts.figures
        ),
    )
