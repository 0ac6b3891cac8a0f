"""Names of organizations: organs of a level, names with a head, offices of streets, quoted names, later names.

Bare departments (公安、城管) are no names. Communities and towns are organizations where they act, else places.
"""

from collections.abc import Iterator

from kg import expressions as re
from kg.annotating.bare_bodies import find_bare_bodies, find_branches_of
from kg.annotating.communities import community, find_community_words, find_towns, settle
from kg.annotating.corps import find_corps
from kg.annotating.departments import find_departments
from kg.annotating.headed import headed
from kg.annotating.heads import find_heads
from kg.annotating.later_names import (
    find_bare_names,
    find_listed,
    find_numbered_schools,
    find_references,
    find_short_names,
    join_firms,
)
from kg.annotating.naming import Bodies, Naming, Stretches, longest
from kg.annotating.organs import find_organs, shared_departments, shared_organs
from kg.annotating.quoted_names import find_branches, find_quoted
from kg.annotating.teams import find_teams
from kg.annotating.view import View
from kg.model.source import Span

_SENT, _SENDERS = "代表队", "局院校司学会厅委部厂行"
"""What sends a team of that name is the body, but for places, which send what is not theirs to name."""
_TITLES = re.compile(r"《[^《》\n]{1,80}》")
_PARTY_TAIL = re.compile(
    r"(?:机关)?(?:党工委|党委|党组|党总支|党支部|纪工委|纪检监察组|纪检组|团委|团支部|工会|妇联|人大工委)(?:委员会)?"
)
_OFFICER = re.compile(
    r"(?:原|第一|专职|常务|兼职)?(?:副)?(?:书记|成员|委员|主席|会员|党员|主任|组织委员|理论|、|中心组|办公室|会议|扩大)"
)


def find_organizations(view: View) -> tuple[Naming, ...]:
    """Find the names of organizations, in order, none inside another; those of kind `place` do not act."""
    found: list[Naming] = []
    for line in view.article.lines:
        found.extend(_in_line(view, line.span))
    titles = Stretches(Span(m.start(), m.end()) for m in _TITLES.finditer(view.text))
    found = [n for n in found if titles.touched(n.span) is None]
    kept = longest([*found, *find_branches(view, found)])
    kept = longest([*kept, *shared_organs(view, kept)])
    kept = longest([*kept, *shared_departments(view, kept), *_party_tails(view, kept)])
    kept = _with_towns(view, kept, titles)
    kept = longest([*kept, *find_branches_of(view, kept)])
    kept = join_firms(view, settle(view, kept))
    kept = (*kept, *find_short_names(view, kept), *find_numbered_schools(view, kept))
    bare = tuple(find_bare_names(view, kept))
    kept = (*kept, *bare, *_party_tails(view, bare), *find_listed(view, kept))
    kept = longest([*kept, *find_references(view, kept)])
    return longest([*kept, *find_bare_bodies(view, kept)])


def _in_line(view: View, line: Span) -> list[Naming]:
    """Find the names of a line from left to right, so that each may begin with one that ended before it."""
    found = [*find_organs(view, line), *find_corps(view, line)]
    bodies = Bodies(found)
    ends = [(head.end, head.start, kind) for head, kind in find_heads(view, line)]
    ends.extend((head.end, head.start, "bureau") for head in find_departments(view, line))
    ends.extend((word.end, word.start, "") for word in find_community_words(view.text, line))
    for end, start, kind in sorted(ends):
        last = Span(start, end)
        naming = headed(view, line, last, kind, bodies) if kind else community(view, line, last, bodies)
        if naming is not None:
            bodies.add(naming)
            found.append(naming)
    found.extend(find_quoted(view, line, bodies))
    found.extend(team for team in find_teams(view, line) if not _sent(view, team, bodies))
    return found


def _sent(view: View, team: Naming, bodies: Bodies) -> bool:
    """Tell a team that a body sends, which is the body: 旗公安局|代表队."""
    before = team.span.end - len(_SENT)
    sends = view.text.startswith(_SENT, before) and view.text[before - 1] in _SENDERS
    return sends and bodies.start_of(before) == team.span.start


def _with_towns(view: View, kept: tuple[Naming, ...], titles: Stretches) -> tuple[Naming, ...]:
    closed = Stretches(n.span for n in kept)
    towns = [
        t for line in view.article.lines for t in find_towns(view, line.span, closed) if titles.touched(t.span) is None
    ]
    return longest([*kept, *towns])


def _party_tails(view: View, kept: tuple[Naming, ...]) -> Iterator[Naming]:
    """Give the party organs and unions of organizations: 某街道办事处|党工委; officers make none, save of a 党工委."""
    for naming in kept:
        if naming.head in {"level", "shared"}:
            continue
        m = _PARTY_TAIL.match(view.text, naming.span.end)
        if m and (m.group() == "党工委" or not _OFFICER.match(view.text, m.end())):
            yield Naming(
                span=Span(naming.span.start, m.end()),
                kind="organization",
                head="party",
                rule="organization.party-organ",
            )
