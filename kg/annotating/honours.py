"""Who is honoured: the objects of 授予…称号 and 对…进行表彰, and those for whom something is handed over."""

from collections.abc import Iterator

from kg import expressions as re
from kg.annotating.actors import before
from kg.annotating.agents import Held, Part, Scene, say
from kg.annotating.gates import Gated
from kg.annotating.roles import GIVING
from kg.annotating.thread import spoken_of
from kg.model.facts import Role
from kg.model.source import Span

_HONOURED = Gated(
    r"(?P<verb>授予)(?P<who>[^；。：”]{2,100}?)[“][^”\n]{2,30}[”](?:荣誉)?(?:称号|奖|奖章)"
    r"|(?:对|为)(?P<for>[^；。：]{2,100}?)(?P<deed>(?:进行|予以|给予)了?(?:隆重|集中|通报)?(?:表彰|表扬|嘉奖)|颁奖|授牌|授旗|颁发)"
    r"|(?:将|把)(?P<whom>[^；。：]{2,100}?)(?P<named>表彰为|命名为|评定为|评为)"
)
_GROUPS = (("verb", "who"), ("deed", "for"), ("named", "whom"))
"""The verb, and those whom it honours."""
_NAMED = re.compile(r"[、，和及与等“同]|\d|$")
"""Behind one of those honoured; words of a post follow a body that only employs them."""
_ROLL = Gated(r"(?:模范|标兵|先进[一-龥]{0,6}|奖|之星|好人|个人|称号的(?:分别)?(?:是|有)|(?:名单|如下))[：](?=[一-龥])")
"""Before the row of those who are honoured: 助人为乐模范：|某某（…）、某某（…）."""
_TITLED = Gated(r"(?<=[：；，、。])[一-龥]{2,8}(?:模范|标兵|之星)(?=[㐀-鿿])|(?:他们|她们)分?别?是：(?=[㐀-鿿])")
"""Before a row of names that the title stands before without a sign, or that 他们是 opens."""
_ENDS_ROLL = re.compile(r"[、；。（]")
_IN_ROLL = re.compile(r"(?:家庭)?(?:（[^（）\n]{1,30}）)?[、和]")
_AWARD = re.compile(r"表彰|颁奖|揭晓|评选|命名|授")
_TAKES = Gated(
    r"(?:领到|领取|领回|接过|捧回)了?(?=[^，。；]{0,14}(?:奖|证|聘书|牌匾|锦旗|[款金车米油被炉包书]|物资|礼))"
)
"""What one does to whom something is handed over."""
_RULE = "participation.honoured"


def honoured(scene: Scene, current: Held) -> Iterator[Part]:
    """Give those whom a sentence names as honoured, in the event that it tells or that was spoken of last."""
    text = scene.view.text
    for match in _HONOURED.finditer(scene.view, scene.span):
        told, whom = next(pair for pair in _GROUPS if match[pair[0]])
        verb, who = Span(*match.span(told)), Span(*match.span(whom))
        deed = next((held for held in scene.events.held if held.span.covers(verb)), None)
        held = deed or scene.mains.nearest(verb.start) or current
        said = say(scene.view, held, "honoree", verb, _RULE)
        for agent in scene.agents.within(who.start, who.end + 1):
            if agent.kind != "place" and _NAMED.match(text, agent.span.end, who.end):
                yield said.of(scene.view, agent)
    yield from _takers(scene, current)
    if _AWARD.search(text, current.span.start, current.span.end):
        yield from _rolls(scene, current)


def _rolls(scene: Scene, current: Held) -> Iterator[Part]:
    """Give those whose names stand in a row behind the title that they are honoured with."""
    for match in (*_ROLL.finditer(scene.view, scene.span), *_titled(scene)):
        edge = match.end()
        said = say(scene.view, current, "honoree", Span(match.start(), edge), _RULE)
        for agent in scene.agents.within(edge, scene.span.end):
            if agent.span.start != edge and _IN_ROLL.fullmatch(scene.view.text, edge, agent.span.start) is None:
                if agent.kind == "person":
                    break
                continue  # whose he is, in brackets
            yield said.of(scene.view, agent)
            edge = agent.span.end


def _titled(scene: Scene) -> Iterator[re.Match[str]]:
    """Give the titles right behind which a row of names begins: ；见义勇为模范|某某、某某；."""
    for match in _TITLED.finditer(scene.view, scene.span):
        first = next(scene.agents.within(match.end(), scene.span.end), None)
        begins = first is not None and first.kind == "person" and first.span.start == match.end()
        if first is not None and begins and _ENDS_ROLL.match(scene.view.text, first.span.end):
            yield match


def _takers(scene: Scene, current: Held) -> Iterator[Part]:
    """Give those who take what is handed over: an honour, or a gift where gifts are given."""
    for match in _TAKES.finditer(scene.view, scene.span):
        verb = Span(*match.span())
        held = spoken_of(scene, verb, "attendee", current)
        name = held.span.of(scene.view.text)
        role: Role | None = "honoree" if _AWARD.search(name) else "recipient" if GIVING.search(name) else None
        if role is not None:
            said = say(scene.view, held, role, verb, _RULE)
            for agent in before(scene, verb, role):
                yield said.of(scene.view, agent)
