"""Who is honoured: the objects of 授予…称号 and 对…进行表彰, and those for whom something is handed over."""

from collections.abc import Iterator

from kg import expressions as re
from kg.annotating.agents import Held, Part, Scene, say
from kg.annotating.gates import Gated
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
