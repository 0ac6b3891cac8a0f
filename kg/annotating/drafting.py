"""The facts of one article put together from what the grammars found: mentions become things, relations claims."""

from bisect import bisect_left
from collections.abc import Iterator

from kg.annotating.activities import Activity
from kg.annotating.agents import Part
from kg.annotating.belonging import Belonging
from kg.annotating.campaigns import find_campaigns
from kg.annotating.dating import Dates
from kg.annotating.deeds import find_deeds
from kg.annotating.events import find_events
from kg.annotating.figures import find_figures
from kg.annotating.holding import Holding
from kg.annotating.organizations import find_organizations
from kg.annotating.participants import find_participants
from kg.annotating.persons import find_persons
from kg.annotating.places import find_places
from kg.annotating.posts import find_posts
from kg.annotating.tenures import find_tenures
from kg.annotating.things import Names, in_order
from kg.annotating.times import find_times
from kg.annotating.view import View
from kg.model.article import Article
from kg.model.facts import Facts, Participation, Tenure, When
from kg.model.source import Span

_LEFT = frozenset({"former", "removed"})
"""Posts in which nobody acts any more."""


def draft(article: Article) -> Facts:
    """Find all facts of an article."""
    view = View(article)
    whens = find_times(view)
    names, tenures, closed = _named(view)
    holding = _held(view, whens, names)
    closed = (*(held.span for held in holding.held), *closed)
    participations = tuple(_participations(view, names, tenures, holding))
    figures = find_figures(view, whens, closed, _belonging(view, names, holding))
    used = {p.agent for p in participations} | {t.organization for t in tenures}
    things = [thing for thing in (*names.things(), *holding.things.values()) if thing.mentions or thing.key in used]
    return Facts(
        things=in_order(things),
        tenures=tenures,
        participations=participations,
        figures=figures,
        merges=names.merges(),
    )


def _named(view: View) -> tuple[Names, tuple[Tenure, ...], tuple[Span, ...]]:
    """Find persons, organizations, places and who holds which post; with the spans of the organizations' names."""
    organizations = find_organizations(view)
    chains = find_posts(view, organizations)
    persons = find_persons(view, chains, organizations)
    names = Names(view)
    for found in persons.values():
        names.add_person(found)
    bodies = (naming for naming in organizations if naming.kind == "organization")
    for naming in (*bodies, *find_places(view, organizations)):
        names.add(naming)
    tenures = find_tenures(view, persons.values(), names)
    return names, tenures, tuple(naming.span for naming in organizations)


def _held(view: View, whens: tuple[When, ...], names: Names) -> Holding:
    """Find campaigns and events, named ones and deeds."""
    campaigns = find_campaigns(view)
    named = find_events(view, campaigns)
    events: list[Activity] = [*named, *find_deeds(view, named, campaigns, names.officials())]
    holding = Holding(view)
    holding.add_campaigns(campaigns)
    holding.add_events(tuple(sorted(events, key=lambda a: a.span)), Dates(view, whens), names.agents)
    return holding


def _participations(view: View, names: Names, tenures: tuple[Tenure, ...], holding: Holding) -> Iterator[Participation]:
    """Give who takes part in what, each in the first of the posts that the article says he holds, not held."""
    capacity: dict[str, int] = {}
    for number, tenure in enumerate(tenures):
        if tenure.status not in _LEFT:
            capacity.setdefault(tenure.person, number)
    for part in find_participants(view, tuple(names.agents), tuple(holding.held)):
        yield Participation(
            activity=part.activity,
            agent=part.agent,
            role=part.role,
            modality=part.modality,
            evidence=_with_name(part, names.mentions(part.agent)),
            rule=part.rule,
            in_capacity=capacity.get(part.agent),
        )


def _with_name(part: Part, names: tuple[Span, ...]) -> tuple[Span, ...]:
    """Add to a quote that only refers (该局举行…) the place where the name stands."""
    if not names or any(_holds(quote, names) for quote in part.evidence):
        return part.evidence
    return (*part.evidence, names[0])


def _holds(quote: Span, names: tuple[Span, ...]) -> bool:
    """Tell whether one of the names, which are in order, lies within the quote."""
    first, last = bisect_left(names, Span(quote.start, 0)), bisect_left(names, Span(quote.end, 0))
    return any(quote.covers(name) for name in names[first:last])


def _belonging(view: View, names: Names, holding: Holding) -> Belonging:
    """Return what a quantity can be about, and where it can have been counted."""
    return Belonging(
        view,
        ((held.span, held.key) for held in holding.held),
        ((agent.span, agent.key) for agent in names.agents if agent.kind == "organization"),
        ((agent.span, agent.key) for agent in names.agents if agent.kind == "place"),
    )
