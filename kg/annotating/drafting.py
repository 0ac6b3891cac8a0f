"""The facts of one article put together from what the grammars found: mentions become things, relations become claims."""

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.annotating.belonging import Belonging
from kg.annotating.campaigns import children, find_campaigns
from kg.annotating.activities import Activity
from kg.annotating.deeds import find_deeds
from kg.annotating.events import dated, find_events
from kg.annotating.figures import find_figures
from kg.annotating.grouping import group_campaigns, group_events
from kg.annotating.naming import Naming
from kg.annotating.organizations import find_organizations
from kg.annotating.participants import Agent, Held, find_participants
from kg.annotating.persons import Found, find_persons
from kg.annotating.places import find_places
from kg.annotating.posts import Organ, find_posts
from kg.annotating.times import find_times
from kg.annotating.view import View
from kg.model.article import Article
from kg.model.facts import Facts, Merge, Modality, Participation, Tenure, Thing, ThingKind, When
from kg.model.source import Span


def draft(article: Article) -> Facts:
    """Find all facts of an article."""
    return Draft(article).facts()


class Draft:
    """One article's facts in the making."""

    def __init__(self, article: Article) -> None:
        self.view = view = View(article)
        self.whens = find_times(view)
        self.organizations = find_organizations(view)
        self.chains = find_posts(view, self.organizations)
        self.persons = find_persons(view, self.chains, self.organizations)
        self.namings = _without_persons(self.organizations, self.persons)
        self.campaigns = find_campaigns(view)
        named = find_events(view, self.campaigns)
        deeds = find_deeds(view, named, self.campaigns)
        self.events = tuple(sorted((*named, *deeds), key=lambda a: a.span))
        self.places = find_places(view, self.namings)
        self.things: dict[str, Thing] = {}
        self.agents: list[Agent] = []
        self.held: list[Held] = []
        self.standing: dict[Span, str] = {}
        self.merges: dict[tuple[str, str], Merge] = {}

    def facts(self) -> Facts:
        """Put everything together."""
        self._named_things()
        tenures = self._tenures()
        self._activities()
        parts = find_participants(
            self.view, tuple(sorted(self.agents, key=lambda a: (a.span, a.key))), tuple(self.held)
        )
        participations = tuple(
            Participation(
                activity=p.activity, agent=p.agent, role=p.role, modality=p.modality, evidence=self._with_name(p.agent, p.evidence), rule=p.rule,
                in_capacity=next((i for i, t in enumerate(tenures) if t.person == p.agent), None),
            )
            for p in parts
        )  # fmt: skip
        used = {p.agent for p in participations} | {t.organization for t in tenures}
        things = self._things_kept(used)
        closed = (
            tuple(a.span for a in self.campaigns)
            + tuple(e.span for e in self.events)
            + tuple(n.span for n in self.namings)
        )
        figures = find_figures(self.view, self.whens, closed)
        named = {kind: tuple((a.span, a.key) for a in self.agents if a.kind == kind) for kind in ("organization", "place")}
        belonging = Belonging(
            self.view, ((h.span, h.key) for h in self.held), named["organization"], named["place"]
        )
        figures = tuple(replace(f, about=belonging.about(f), place=belonging.place(f)) for f in figures)
        return Facts(
            things=things,
            tenures=tenures,
            participations=participations,
            figures=figures,
            merges=tuple(self.merges.values()),
        )

    def _with_name(self, agent: str, quote: tuple[Span, ...]) -> tuple[Span, ...]:
        """Add to a quote that only refers (该局举行…) the place where the name stands."""
        names = self.things[agent].mentions
        return quote if not names or any(q.covers(n) for q in quote for n in names) else (*quote, names[0])

    def _named_things(self) -> None:
        for found in self.persons.values():
            key = f"person:{found.name}"
            label = found.mentions[0].of(self.view.article.text)
            label = re.sub(r"[\s　]", "", label)
            official = any(post.grade == "public" for post, *_ in found.tenures)
            self._put(key, "person", label, found.mentions, found.rules[0], official=official)
        for naming in (*(n for n in self.namings if n.kind == "organization"), *self.places):
            self._name(naming.kind, naming)

    def _name(self, kind: ThingKind, naming: Naming) -> None:
        label = (naming.refers or naming.span).of(self.view.article.text)
        key = f"{kind}:{label}"
        if naming.refers is not None:
            self._refer(key, kind, naming)
        if naming.head != "reference":
            self._put(key, kind, label, [naming.span], naming.rule)

    def _refer(self, key: str, kind: ThingKind, naming: Naming) -> None:
        """Take a shorter name or words that only refer (该局) for the body that they stand for."""
        self.standing[naming.span] = key
        if naming.head == "reference":
            self.agents.append(Agent(naming.span, key, kind))
            return
        form = naming.span.of(self.view.article.text)
        self.merges.setdefault(
            (key, form), Merge(kept=key, merged_form=form, evidence=(naming.span,), rule="resolution.short-name")
        )

    def _put(
        self, key: str, kind: ThingKind, label: str, mentions: Iterable[Span], rule: str, *, official: bool = False
    ) -> None:
        spans = tuple(mentions)
        old = self.things.get(key)
        if old is not None:
            self.things[key] = replace(old, mentions=tuple(sorted({*old.mentions, *spans})))
        else:
            self.things[key] = Thing(key=key, kind=kind, label=label, mentions=spans, rule=rule, official=official)
        self.agents.extend(Agent(span, key, kind) for span in spans)

    def _tenures(self) -> tuple[Tenure, ...]:
        found: dict[tuple[str, str, str | None], Tenure] = {}
        for person in self.persons.values():
            for post, words, name, status, rule in person.tenures:
                organization = self._organ(post.organ) if post.organ else None
                key = (person.name, post.title, organization)
                quote = self.view.quote(words, name)
                if key in found:
                    found[key] = replace(found[key], evidence=tuple(dict.fromkeys(found[key].evidence + quote)))
                    continue
                found[key] = Tenure(
                    person=f"person:{person.name}",
                    title=post.title,
                    organization=organization,
                    status=status,
                    evidence=quote,
                    rule=rule,
                )
        return _distinct(tuple(found.values()))

    def _organ(self, organ: Organ) -> str:
        key = self.standing.get(organ.span, f"organization:{organ.label}")
        if key not in self.things:
            if organ.implied:
                self.things[key] = Thing(
                    key=key,
                    kind="organization",
                    label=organ.label,
                    mentions=(),
                    implied=(organ.span,),
                    rule="organization.implied-by-post",
                )
            else:
                self.things[key] = Thing(
                    key=key, kind="organization", label=organ.label, mentions=(organ.span,), rule="organization.of-post"
                )
        return key

    def _activities(self) -> None:
        pairs = list(children(self.view, self.campaigns))
        groups = group_campaigns(self.campaigns)
        key_of: dict[Span, str] = {}
        for number, group in enumerate(groups):
            key = f"campaign:{number}"
            for activity in group.members:
                key_of[activity.span] = key
                self.held.append(
                    Held(
                        activity.span,
                        key,
                        "campaign",
                        (),
                        _verb_before(self.view, activity.span),
                        activity.modality,
                        activity.rule,
                        main=False,
                    )
                )
            self.things[key] = Thing(
                key=key,
                kind="campaign",
                label=group.label,
                mentions=tuple(a.span for a in group.members),
                rule=group.members[0].rule,
                modalities=_modalities(group.members),
            )
        for child, parent in pairs:
            mine = self.things[key_of[child.span]]
            above = key_of[parent.span]
            if above != mine.key and above not in mine.campaigns:
                self.things[mine.key] = replace(mine, campaigns=(*mine.campaigns, above))
        for number, group in enumerate(group_events(self.events)):
            self._event(f"event:{number}", group.label, group.members, key_of)

    def _event(self, key: str, label: str, members: tuple[Activity, ...], campaigns: dict[Span, str]) -> None:
        whens: tuple[When, ...] = ()
        for activity in members:
            self.held.append(
                Held(
                    activity.span,
                    key,
                    "event",
                    activity.types,
                    activity.trigger,
                    activity.modality,
                    activity.rule,
                    activity.main,
                )
            )
            when = dated(self.view, activity, self.whens)
            if not whens or (whens[0].earliest is None and when and when[0].earliest is not None):
                whens = when or whens
        under = tuple(dict.fromkeys(k for s, k in campaigns.items() if any(m.span.covers(s) for m in members)))
        self.things[key] = Thing(
            key=key, kind="event", label=label, mentions=tuple(m.span for m in members), rule=members[0].rule, event_types=members[0].types,
            whens=whens, modalities=_modalities(members), campaigns=under, places=self._held_at(members),
        )  # fmt: skip

    def _held_at(self, members: tuple[Activity, ...]) -> tuple[str, ...]:
        text = self.view.text
        for member in members:
            clause = self.view.sentence(member.span.start)
            for agent in self.agents:
                if agent.kind == "person" or not clause.covers(agent.span) or member.span.covers(agent.span):
                    continue
                if re.search(r"(?:在|于|走进|来到)$", text[agent.span.start - 2 : agent.span.start]) and re.match(
                    r"[^，。；]{0,10}(?:隆重|正式|如期)?(?:举行|召开|举办|开展|进行|开幕|闭幕|启动|组织|上演|拉开)",
                    text[agent.span.end : agent.span.end + 16],
                ):
                    return (agent.key,)
        return ()

    def _things_kept(self, used: set[str | None]) -> tuple[Thing, ...]:
        order = {"person": 0, "organization": 1, "place": 2, "event": 3, "campaign": 4}
        kept = [t for t in self.things.values() if t.mentions or t.key in used]
        return tuple(sorted(kept, key=lambda t: (order[t.kind], t.mentions or t.implied, t.key)))


def _without_persons(organizations: tuple[Naming, ...], persons: dict[str, Found]) -> tuple[Naming, ...]:
    return tuple(n for n in organizations if n.span.start < n.span.end)


def _modalities(members: tuple[Activity, ...]) -> tuple[Modality, ...]:
    told = [m.modality for m in members if m.trigger is not None] or [m.modality for m in members]
    return tuple(dict.fromkeys(told))


def _verb_before(view: View, span: Span) -> Span | None:
    m = re.search(
        r"(?:组织开展|联合开展|开展|启动|实施|推进|发起|部署)(?:了)?[^，。；]{0,8}$",
        view.text[max(view.clause(span.start).start, span.start - 14) : span.start],
    )
    if m is None:
        return None
    start = span.start - len(m.group())
    return Span(start, span.start)


def _distinct(tenures: tuple[Tenure, ...]) -> tuple[Tenure, ...]:
    """Leave out a post that only repeats a fuller one of the same person: 主任 beside 街道办事处主任."""
    kept = []
    for tenure in tenures:
        fuller = any(
            other is not tenure and other.person == tenure.person and other.title.endswith(tenure.title) and (tenure.organization in {None, other.organization}) and other.title != tenure.title
            or (other is not tenure and other.person == tenure.person and other.title == tenure.title and tenure.organization is None and other.organization is not None)
            for other in tenures
        )  # fmt: skip
        if not fuller:
            kept.append(tenure)
    return tuple(kept)
