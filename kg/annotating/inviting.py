"""Who teaches: whom a body asks (邀请农艺师某某讲羔羊保育), and who holds a lecture (某某举办讲座)."""

from collections.abc import Iterator

from kg import expressions as re
from kg.annotating.actors import before
from kg.annotating.agents import Agent, Held, Part, Scene, say
from kg.annotating.gates import Gated
from kg.annotating.thread import spoken_of
from kg.model.facts import Role
from kg.model.source import Span

_INVITES = Gated(r"(?:特邀|邀请|聘请|请来|请到)(?:到|来)?了?")
_BEFORE = re.compile(r"[^，。；：？！“”]{0,50}")
"""Between the verb and the first whom it asks: his bodies and posts."""
_COMES = re.compile(
    r"(?:等[^，。；]{0,8})?(?:在|来到?|前来|[到赴]|走进|深入)[^。；]{2,60}?(?:开展|进行|举行|坐诊|义诊|指导|表演|演出)"
)
"""Behind those who are asked to do something there."""
_LECTURE = re.compile(r"(?:讲座|[一-龥]{2}课|宣讲)\Z")
_NEXT = re.compile(r"(?:老师|教授|同志|先生|女士)?[、和与及][^，。；：？！]{0,30}")
_TEACHES = re.compile(
    r"(?:老师|教授|同志|先生|女士|医生|等(?:\d{1,3}[名位])?(?:专家|老师|教授|讲师|人)?)?"
    r"(?:，?(?:[为给向就从以到围绕结合][^，。；]{1,30}?，?))?"
    r"(?:现场|线上|分别|专题|重点|进行|开展|亲临|开了?一?[堂场节]|上了?一?[堂场节]|[作做]了?|[^，。；]{0,6}?)"
    r"(?:授课|主讲|开讲|讲[授课解座述]|宣讲|授艺|传授|解读|辅导|培训|[^，。；]{0,30}?(?:讲座|报告|党课|科普|分享|授课|辅导)|讲(?=[一-龥]))"
)


def invited(scene: Scene, current: Held) -> Iterator[Part]:
    """Give those whom a sentence says to be asked to speak."""
    for match in _INVITES.finditer(scene.view, scene.span):
        verb = Span(*match.span())
        asked = _asked(scene, verb.end)
        if not asked:
            continue
        end = asked[-1].span.end
        teaches = _TEACHES.match(scene.view.text, end, scene.span.end)
        if teaches is None and _COMES.match(scene.view.text, end, scene.span.end) is None:
            continue
        role: Role = "participant" if teaches is None else "speaker"
        said = say(scene.view, spoken_of(scene, verb, role, current), role, verb, "participation.invited")
        for agent in asked:
            yield said.of(scene.view, agent)


def lecturing(scene: Scene) -> Iterator[Part]:
    """Give the people who are the subject of a lecture that is held: 专家某某为群众看病并|举办讲座."""
    for held in scene.mains.held:
        if held.trigger is None or not _LECTURE.search(scene.view.text, held.span.start, held.span.end):
            continue
        said = say(scene.view, held, "speaker", held.trigger, "participation.speaker")
        for agent in before(scene, held.trigger, "attendee"):
            if agent.kind == "person":
                yield said.of(scene.view, agent)


def _asked(scene: Scene, start: int) -> list[Agent]:
    """Return the row of persons that begins there."""
    found: list[Agent] = []
    edge, gap = start, _BEFORE
    for agent in scene.agents.within(start, scene.span.end):
        if agent.kind == "person":
            if gap.fullmatch(scene.view.text, edge, agent.span.start) is None:
                break
            found.append(agent)
            edge, gap = agent.span.end, _NEXT
    return found
