"""An article and its facts with what is to be masked covered, everywhere: text, bylines, labels, keys."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, Literal, TypeVar

from kg.model.article import Article, Byline
from kg.model.facts import Facts, ResolvedArticle, Thing
from kg.model.source import Span
from kg.redacting.forgetting import Graves
from kg.redacting.names import initials, nobody
from kg.redacting.numbers import find_numbers, masked

T = TypeVar("T")
PrivateChoice = Literal["keep", "initials", "omit"]
PRIVATE_CHOICES: tuple[PrivateChoice, ...] = ("keep", "initials", "omit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """What is masked."""

    private: PrivateChoice = "keep"
    """Persons of whom the article states no post, in no byline: named, by their surname alone, or not at all."""
    numbers: bool = True
    """Numbers of identity cards, telephones and accounts."""
    graves: Graves = field(default_factory=Graves)
    """Persons to be forgotten, whatever else is asked for."""


def redact(resolved: ResolvedArticle, redaction: Redaction) -> ResolvedArticle:
    """Cover what is to be masked; facts about persons who are left out go with them.

    Each mask is as long as what it covers. An article in which nothing is to be masked comes back as it is.
    """
    article, facts = resolved.article, resolved.facts
    covers = _Covers(article.text)
    private = _private(resolved) if redaction.private != "keep" else frozenset[str]()
    if redaction.numbers:
        covers.add((span, masked(span.of(article.text))) for span in find_numbers(article.text))
    gone: set[str] = set()
    others = []
    for person in facts.of_kind("person"):
        is_gone = redaction.graves.holds(person)
        if not (is_gone or person.key in private):
            others.append(person)
            continue
        if is_gone or redaction.private == "omit":
            gone.add(person.key)
        covers.name(person, nobody if person.key in gone else initials)
    covers.spare(span for thing in (*others, *_divisions(facts)) for span in thing.mentions)
    hidden = redaction.graves.spans(article.source_sha256, article.source_start)
    covers.add((span, nobody(span.of(article.text))) for span in hidden)
    if not covers:
        return resolved
    kept = _apart(_without(facts, gone), covers.names, f"{article.source_sha256}:{article.source_start}")
    told = replace(article, text=covers.text(), bylines=tuple(covers.byline(each) for each in article.bylines))
    return replace(resolved, article=told, facts=_rewritten(kept, covers, told.text))


def unclaimed(article: Article, facts: Facts, name: str) -> tuple[Span, ...]:
    """Return where a name stands in an article as nobody's: not as a person's of this name, nor in a division's."""
    named = [thing for thing in facts.of_kind("person") if name in thing.label]
    spared = [span for thing in (*named, *_divisions(facts)) for span in thing.mentions]
    found = (Span(m.start(), m.end()) for m in re.finditer(re.escape(name), article.text))
    return tuple(span for span in found if not any(each.covers(span) for each in spared))


def _divisions(facts: Facts) -> Iterator[Thing]:
    """Give the places that the table of divisions knows: a person's name in theirs is not his."""
    return (place for place in facts.of_kind("place") if place.locality is not None)


class _Covers:
    """What is covered: stretches of the text, and the words that are to be covered wherever else they stand."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: set[Span] = set()
        self._spared: list[Span] = []
        self.words: dict[str, str] = {}
        self.names: set[str] = set()
        """Labels of persons that were covered."""

    def __bool__(self) -> bool:
        return bool(self._spans or self.words)

    def add(self, covers: Iterable[tuple[Span, str]]) -> None:
        """Cover stretches of the text."""
        for span, cover in covers:
            self._spans.add(span)
            self.words[span.of(self._text)] = cover

    def name(self, person: Thing, cover: Callable[[str], str]) -> None:
        """Cover the names of a person, where they are known to stand and wherever else they do."""
        forms = {person.label, *(span.of(self._text) for span in person.mentions)}
        self.names.add(person.label)
        self.words |= {form: cover(form) for form in forms}

    def spare(self, spans: Iterable[Span]) -> None:
        """Leave these stretches of the text as they are, but for what was covered by its place."""
        self._spared = sorted(spans)

    def text(self) -> str:
        """Return the text with all covered."""
        told = list(self._text)
        for form, cover in sorted(self.words.items(), key=lambda each: (len(each[0]), each[0])):
            for found in re.finditer(re.escape(form), self._text):
                span = Span(found.start(), found.end())
                if span in self._spans or not any(each.covers(span) and each != span for each in self._spared):
                    told[span.start : span.end] = cover
        return "".join(told)

    def byline(self, byline: Byline) -> Byline:
        """Return a byline with its name covered, if it is one of those."""
        return replace(byline, name=self.words.get(byline.name, byline.name))

    def touches(self, span: Span, text: str) -> bool:
        """Tell whether something in this stretch was covered in the text that came of it."""
        return span.of(text) != span.of(self._text)

    def covered(self, words: str) -> str:
        """Return words in which all that is to be covered is, the longest first."""
        for form in sorted(self.words, key=lambda form: (-len(form), form)):
            if form in words:
                words = words.replace(form, self.words[form])
        return words


def _private(resolved: ResolvedArticle) -> frozenset[str]:
    """Return the keys of the persons who hold no post and sign nothing, by this article."""
    facts, article = resolved.facts, resolved.article
    public = {tenure.person for tenure in facts.tenures}
    signers = {byline.name for byline in article.bylines}
    return frozenset(
        person.key
        for person in facts.of_kind("person")
        if not person.official and person.key not in public and person.label not in signers
    )


def _without(facts: Facts, gone: set[str]) -> Facts:
    """Take persons out of the facts, with all that is claimed of them."""
    if not gone:
        return facts
    kept = [number for number, tenure in enumerate(facts.tenures) if tenure.person not in gone]
    places = {old: new for new, old in enumerate(kept)}
    return replace(
        facts,
        things=tuple(thing for thing in facts.things if thing.key not in gone),
        tenures=tuple(facts.tenures[number] for number in kept),
        participations=tuple(
            replace(said, in_capacity=None if said.in_capacity is None else places.get(said.in_capacity))
            for said in facts.participations
            if said.agent not in gone
        ),
        figures=tuple(replace(each, about=tuple(k for k in each.about if k not in gone)) for each in facts.figures),
        merges=tuple(merge for merge in facts.merges if merge.kept not in gone),
    )


def _apart(facts: Facts, names: set[str], own: str) -> Facts:
    """Keep persons apart who share a mask: only their article and their place in it tell them from others."""
    things = []
    for number, thing in enumerate(facts.things):
        hidden = thing.kind == "person" and thing.label in names
        things.append(replace(thing, scope=f"{own}#{number}") if hidden else thing)
    return replace(facts, things=tuple(things))


def _rewritten(facts: Facts, covers: _Covers, text: str) -> Facts:
    """Cover words in all that is said; keys, which hold labels, are made anew.

    The label of a thing that is named is covered where one of its names was: what was spared in the text keeps its own.
    """
    keys = {thing.key: f"{thing.kind}:{number}" for number, thing in enumerate(facts.things)}

    def word(value: str) -> str:
        return keys.get(value) or covers.covered(value)

    told = _mapped(facts, word)
    things = []
    for before, after in zip(facts.things, told.things, strict=True):
        spared = bool(before.mentions) and not any(covers.touches(span, text) for span in before.mentions)
        things.append(replace(after, label=before.label) if spared else after)
    return replace(told, things=tuple(things))


def _mapped(value: T, word: Callable[[str], str]) -> T:
    """Return a value with every string in it passed through `word`."""
    told: Any = value
    if isinstance(told, str):
        told = word(told)
    elif isinstance(told, Span):
        pass
    elif isinstance(told, tuple):
        told = tuple(_mapped(each, word) for each in told)
    elif is_dataclass(told) and not isinstance(told, type):
        told = replace(told, **{each.name: _mapped(getattr(told, each.name), word) for each in fields(told)})
    return told  # type: ignore[no-any-return]
