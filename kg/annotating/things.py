"""The persons, organizations and places of an article in the making: mentions gathered under one key each."""

from collections.abc import Iterable
from dataclasses import replace

from kg import expressions as re
from kg.annotating.agents import Agent
from kg.annotating.gathering import Found
from kg.annotating.naming import Naming
from kg.annotating.offices import Organ
from kg.annotating.view import View
from kg.model.facts import Merge, Thing, ThingKind
from kg.model.source import Span

_SPACE = re.compile(r"[\s　]")
_ELECTED = re.compile(r"(?<!党组)(?<!党委)(?:委员|代表|政协常委)$")
_ORDER: dict[ThingKind, int] = {"person": 0, "organization": 1, "place": 2, "event": 3, "campaign": 4}


class Names:
    """What the words of an article name, and the mentions that may act."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.agents: list[Agent] = []
        self._things: dict[str, Thing] = {}
        self._mentions: dict[str, list[Span]] = {}
        self._standing: dict[Span, str] = {}
        self._merges: dict[tuple[str, str], Merge] = {}
        self._of_posts: set[str] = set()

    def add_person(self, found: Found) -> None:
        """Take in a person."""
        label = _SPACE.sub("", self._words(found.mentions[0]))
        official = _is_official(found)
        thing = Thing(
            key=person_key(found), kind="person", label=label, mentions=(), rule=found.rules[0], official=official
        )
        self._things.setdefault(thing.key, thing)
        self._mention(thing.key, "person", found.mentions)

    def add(self, naming: Naming) -> None:
        """Take in the name of an organization or place."""
        level = self._words(naming.level) if naming.level is not None else ""
        label = level + self._words(naming.refers or naming.span)
        key = f"{naming.kind}:{label}"
        if naming.refers is not None:
            self._refer(key, naming)
        if naming.head != "reference":
            if key not in self._things:
                self._things[key] = Thing(key=key, kind=naming.kind, label=label, mentions=(), rule=naming.rule)
            self._mention(key, naming.kind, (naming.span,))

    def add_organ(self, organ: Organ) -> str:
        """Take in the organization of a post, where no name of it was found, and return its key."""
        standing = self._standing.get(organ.span, "").partition(":")[2]  # 该村|党支部书记 is of the village told before
        label = standing or organ.label
        key = f"organization:{label}"
        if key not in self._things:
            implied = organ.implied or bool(standing)
            self._things[key] = Thing(
                key=key,
                kind="organization",
                label=label,
                mentions=() if implied else (organ.span,),
                implied=(organ.span,) if implied else (),
                rule="organization.implied-by-post" if implied else "organization.of-post",
            )
        if organ.implied:
            self._move(organ.span, key)
        self._of_posts.add(key)
        return key

    def _move(self, span: Span, key: str) -> None:
        """Take words that name a bare level (德州市市长、|市委|书记) for the fuller body that the post says.

        The bare body stays where another post or words that refer to it rest on it.
        """
        form = self._words(span)
        bare = f"organization:{form}"
        needed = bare in self._of_posts or bare in self._standing.values()
        if bare == key or needed or span not in self._mentions.get(bare, ()):
            return
        self._mentions[bare].remove(span)
        if not self._mentions[bare]:
            del self._mentions[bare], self._things[bare]
        self._mentions.setdefault(key, []).append(span)
        self.agents = [replace(agent, key=key) if agent.span == span else agent for agent in self.agents]
        self._merges.setdefault(
            (key, form), Merge(kept=key, merged_form=form, evidence=(span,), rule="resolution.short-name")
        )

    def mentions(self, key: str) -> tuple[Span, ...]:
        """Return where a thing is named, in order."""
        return tuple(sorted(set(self._mentions[key]))) if key in self._mentions else self._things[key].mentions

    def officials(self) -> tuple[Span, ...]:
        """Return where those who hold a public post are named."""
        return tuple(agent.span for agent in self.agents if self._things[agent.key].official)

    def things(self) -> tuple[Thing, ...]:
        """Return all that is named, with every mention."""
        return tuple(replace(thing, mentions=self.mentions(key)) for key, thing in self._things.items())

    def merges(self) -> tuple[Merge, ...]:
        """Return the shorter names that were taken for fuller ones."""
        return tuple(self._merges.values())

    def _words(self, span: Span) -> str:
        """Return the words as printed."""
        return span.of(self.view.article.text)

    def _mention(self, key: str, kind: ThingKind, mentions: Iterable[Span]) -> None:
        spans = tuple(mentions)
        self._mentions.setdefault(key, []).extend(spans)
        self.agents.extend(Agent(span, key, kind) for span in spans)

    def _refer(self, key: str, naming: Naming) -> None:
        """Take a shorter name or words that only refer (该局) for the body that they stand for."""
        self._standing[naming.span] = key
        if naming.head == "reference":
            self.agents.append(Agent(naming.span, key, naming.kind))
            return
        form = self._words(naming.span)
        self._merges.setdefault(
            (key, form), Merge(kept=key, merged_form=form, evidence=(naming.span,), rule="resolution.short-name")
        )


def _is_official(found: Found) -> bool:
    """Tell whether someone holds a public post; a deputy or member whose job is a company's holds none."""
    public = [post.title for post, *_ in found.tenures if post.grade == "public"]
    business = any(post.grade == "firm" for post, *_ in found.tenures)
    return bool(public) and not (business and all(_ELECTED.search(title) for title in public))


def person_key(found: Found) -> str:
    """Return the key of a person."""
    return f"person:{found.name}"


def in_order(things: Iterable[Thing]) -> tuple[Thing, ...]:
    """Sort things by kind, then by where they are first named."""
    return tuple(sorted(things, key=lambda t: (_ORDER[t.kind], t.mentions or t.implied, t.key)))
