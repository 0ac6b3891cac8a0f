"""Corrections applied to an article, as the last word: a pure function of article, lines and what they speak of."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from kg.model.facts import EventType, Facts, Merge, ResolvedArticle, Thing, ThingKind
from kg.model.source import Locality, Span
from kg.resolving.corrections import Correction, Corrections
from kg.resolving.resolution import divisions_of, join, rename
from kg.resolving.territory import contains

RULE = "resolution.correction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What a thing is told by across articles."""

    kind: ThingKind
    label: str
    jurisdiction: Locality | None
    scope: str | None
    locality: Locality | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """How an article's things and stretches of text are called in a graph."""

    thing: Callable[[Thing], str]
    evidence: Callable[[Span], str]

    def of(self, thing: Thing) -> tuple[str, ...]:
        """Return the IRI of a thing and those of the evidence where it is named."""
        return (self.thing(thing), *(self.evidence(span) for span in (*thing.mentions, *thing.implied)))


def identities_of(resolved: ResolvedArticle, wanted: frozenset[str], names: Names) -> dict[str, Identity]:
    """Return the identities of the things of an article that are called by one of these IRIs."""
    return {name: identity(thing) for thing in resolved.facts.things for name in names.of(thing) if name in wanted}


def identity(thing: Thing) -> Identity:
    """Return what a thing is told by."""
    return Identity(
        kind=thing.kind,
        label=thing.label,
        jurisdiction=thing.jurisdiction,
        scope=thing.scope,
        locality=thing.locality,
    )


def correct(
    resolved: ResolvedArticle, corrections: Corrections, known: Mapping[str, Identity], names: Names
) -> tuple[ResolvedArticle, frozenset[int]]:
    """Apply a user's lines to an article as it was decided; return it with the numbers of the lines that fit.

    `known` holds the identities of all that the lines speak of, wherever in the corpus it stands (`identities_of`).
    """
    if not corrections.entries:
        return resolved, frozenset()
    work = _Work(resolved, corrections, known, names)
    things = [work.corrected(thing) for thing in resolved.facts.things]
    facts = work.kept_facts(resolved.facts)
    if not work.fitted:
        return resolved, frozenset()
    joined, keys, _ = join(things, resolved.facts.things, resolved.article.text)
    merges = tuple(replace(merge, kept=keys[merge.kept]) for merge in work.merges)
    facts = _without(rename(facts, joined, keys, merges), {keys[key] for key in work.gone})
    return replace(resolved, facts=facts, divisions=divisions_of(facts.things)), frozenset(work.fitted)


class _Work:
    """What is found out while the lines are applied to one article."""

    def __init__(
        self, resolved: ResolvedArticle, corrections: Corrections, known: Mapping[str, Identity], names: Names
    ) -> None:
        self._text = resolved.article.text
        self._corrections, self._known, self._names = corrections, known, names
        self._lines: dict[str, list[Correction]] = {}
        for entry in corrections.entries:
            self._lines.setdefault(entry.thing, []).append(entry)
        self._renamed = {known[e.thing]: e for e in corrections.of("rename") if e.thing in known}
        self.fitted: set[int] = set()
        self.merges: list[Merge] = []
        self.gone: set[str] = set()

    def corrected(self, thing: Thing) -> Thing:
        """Give a thing what the lines say of it."""
        lines = [entry for name in self._names.of(thing) for entry in self._lines.get(name, ())]
        told = self._apart(thing, [e for e in lines if e.action == "different"])
        told = self._joined(told, thing, [e for e in lines if e.action == "same"])
        told = self._aliased(told, thing)
        told = self._named(told)
        for entry in lines:
            told = self._classed(told, entry)
            if entry.action == "reject" and not entry.value:
                self.gone.add(thing.key)
                self.fitted.add(entry.line)
        return told

    def _apart(self, thing: Thing, lines: Iterable[Correction]) -> Thing:
        for entry in lines:
            other = self._known.get(entry.value)
            if other is None:
                continue
            self.fitted.add(entry.line)
            if other == identity(thing):
                printed = thing.mentions[0].of(self._text) if thing.mentions else thing.label
                label = printed if thing.kind in {"organization", "place"} else thing.label
                return replace(thing, label=label, scope=f"apart {entry.thing}", locality=None)
        return thing

    def _joined(self, told: Thing, thing: Thing, lines: Iterable[Correction]) -> Thing:
        for entry in lines:
            other = self._known.get(self._corrections.same[entry.thing])
            if other is not None and other.kind == thing.kind:
                self.fitted.add(entry.line)
                self._record(thing)
                return _given(told, other)
        return told

    def _aliased(self, told: Thing, thing: Thing) -> Thing:
        forms = {thing.label, *(span.of(self._text) for span in thing.mentions)}
        for entry in self._corrections.of("alias"):
            other = self._known.get(self._corrections.same.get(entry.thing, entry.thing))
            if other is None or other.kind != thing.kind or entry.value not in forms or not _is_near(told, other):
                continue
            self.fitted.add(entry.line)
            self._record(thing)
            return _given(told, other)
        return told

    def _named(self, told: Thing) -> Thing:
        entry = self._renamed.get(identity(told))
        if entry is None:
            return told
        self.fitted.add(entry.line)
        return replace(told, label=entry.value, locality=None)

    def _classed(self, thing: Thing, entry: Correction) -> Thing:
        if entry.action != "is-a":
            return thing
        if thing.kind == "person" and entry.value in {"official", "private"}:
            self.fitted.add(entry.line)
            return replace(thing, official=entry.value == "official")
        if thing.kind == "event" and entry.value not in {"official", "private"}:
            self.fitted.add(entry.line)
            kind: EventType = entry.value  # type: ignore[assignment]  # `parse_corrections` lets no other pass
            return replace(thing, event_types=(kind,))
        return thing

    def _record(self, thing: Thing) -> None:
        if spans := thing.mentions[:1] or thing.implied[:1]:
            form = spans[0].of(self._text) if thing.mentions else thing.label
            self.merges.append(Merge(kept=thing.key, merged_form=form, evidence=spans, rule=RULE))

    def kept_facts(self, facts: Facts) -> Facts:
        """Return the facts that no line rejects; a participation loses a capacity that is rejected."""
        tenures = [not self._rejects("tenure", t.title, t.evidence) for t in facts.tenures]
        places = {n: sum(tenures[:n]) for n, stays in enumerate(tenures) if stays}
        labels = {thing.key: thing.label for thing in facts.things}
        said = (
            p
            for p in facts.participations
            if not self._rejects("participation", p.role, p.evidence)
            and not self._rejects("participation", f"{p.role} {labels[p.agent]}", p.evidence)
        )
        return replace(
            facts,
            tenures=tuple(t for t, stays in zip(facts.tenures, tenures, strict=True) if stays),
            participations=tuple(
                replace(p, in_capacity=None if p.in_capacity is None else places.get(p.in_capacity)) for p in said
            ),
            figures=tuple(f for f in facts.figures if not self._rejects("figure", f.as_written, f.evidence)),
        )

    def _rejects(self, kind: str, words: str, evidence: Iterable[Span]) -> bool:
        for name in map(self._names.evidence, evidence):
            for entry in self._lines.get(name, ()):
                if entry.action == "reject" and entry.value in {kind, f"{kind} {words}"}:
                    self.fitted.add(entry.line)
                    return True
        return False


def _given(thing: Thing, other: Identity) -> Thing:
    return replace(
        thing, label=other.label, jurisdiction=other.jurisdiction, scope=other.scope, locality=other.locality
    )


def _is_near(thing: Thing, other: Identity) -> bool:
    """Tell whether a thing may be meant by another's alias: one's division holds the other's, or is unknown."""
    one, two = thing.jurisdiction, other.jurisdiction
    return one is None or two is None or contains(one, two) or contains(two, one)


def _without(facts: Facts, gone: set[str]) -> Facts:
    """Leave out things and all that is said of them."""
    if not gone:
        return facts
    kept = [
        replace(
            t,
            places=tuple(k for k in t.places if k not in gone),
            campaigns=tuple(k for k in t.campaigns if k not in gone),
            parents=tuple(k for k in t.parents if k not in gone),
        )
        for t in facts.things
        if t.key not in gone
    ]
    stays = [t.person not in gone and t.organization not in gone for t in facts.tenures]
    places = {n: sum(stays[:n]) for n, stay in enumerate(stays) if stay}
    return Facts(
        things=tuple(kept),
        tenures=tuple(t for t, stay in zip(facts.tenures, stays, strict=True) if stay),
        participations=tuple(
            replace(p, in_capacity=None if p.in_capacity is None else places.get(p.in_capacity))
            for p in facts.participations
            if not gone & {p.activity, p.agent}
        ),
        figures=tuple(
            replace(
                f,
                about=tuple(k for k in f.about if k not in gone),
                place=None if f.place in gone else f.place,
            )
            for f in facts.figures
        ),
        merges=tuple(m for m in facts.merges if m.kept not in gone),
    )
