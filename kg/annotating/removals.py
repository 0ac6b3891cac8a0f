"""Who lost a post: named before it (免去张明的县长职务, 免去张明县长职务) or told before (免去其县长职务)."""

from operator import itemgetter

from kg import expressions as re
from kg.annotating.gates import Ending
from kg.annotating.gathering import Gather
from kg.annotating.names import is_name
from kg.annotating.names_before import names_back
from kg.annotating.posts import PostChain
from kg.annotating.tenures import hold
from kg.model.source import Span

_LEAVING = Ending(
    r"(?:（[^（）\n]{1,10}）)?(?:等?[\d一二三四五六七八九十两]{0,3}(?:位|名)?(?:同志|人))?(?:的|(?:因[^，。；、\n]{2,16}?)?(?:申请|请求)?辞去(?:[省市县区州]、)?|不再担任|不再兼任|(?<=同志))$"
)
_REMOVED = re.compile(r"免去|免除|罢免|撤销|接受|辞去|免职|不再担任")
_STRIPPED = Ending(r"(?:免去|免除|不再担任|不再兼任|辞去)(?:了)?(?:其|[他她]的?)?(?:原?兼?任的)?$")
"""What stands before the post that one named before lost: 张明同志任…，|免去|县水利局局长职务."""
_OFFICE = re.compile(r"[^，。；\n]{0,4}职务")
_TAKEN = re.compile(r"(?:免去|免除|撤销|罢免)了?(?P<name>[㐀-鿿]{2,4})(?:同志)?(?:原?任的?)?$")


def find_removed(gather: Gather, chain: PostChain, floor: int) -> bool:
    """Find who lost these posts; tell whether words of leaving stand before them."""
    text, start = gather.text, chain.span.start
    if (m := _LEAVING.search(text, max(floor, start - 20), start)) is not None:
        _removed(gather, chain, m.start(), floor)
        return True
    if _OFFICE.match(text, chain.span.end) is None:
        return False
    if (m := _TAKEN.search(text, floor, start)) is not None:
        _taken(gather, chain, Span(*m.span("name")))
        return True
    stripped = _STRIPPED.search(text, floor, start) is not None
    if stripped:
        _stripped(gather, chain, floor)
    return stripped


def _removed(gather: Gather, chain: PostChain, end: int, floor: int) -> None:
    behind = gather.text[chain.span.end : chain.span.end + 12]
    for span in names_back(gather, end, floor):
        if _REMOVED.search(gather.text, max(floor, span.start - 12), chain.span.start) or re.match(
            r"[^，。]{0,10}职务", behind
        ):
            found = gather.add(span, "person.before-post")
            if found is not None:
                hold(found, chain, span, "removed", "tenure.removal")


def _taken(gather: Gather, chain: PostChain, span: Span) -> None:
    """Read the loss of a post by who is named right before it: 免去|李明|县水利局局长职务."""
    name = span.of(gather.text)
    if name in gather.found or (is_name(name) and gather.plausible(span)):
        found = gather.add(span, "person.before-post")
        if found is not None:
            hold(found, chain, span, "removed", "tenure.removal")


def _stripped(gather: Gather, chain: PostChain, floor: int) -> None:
    """Read the loss of a post by the person named last before: 李明任…；免去其县水利局局长职务."""
    told = ((s.end, s, f) for f in gather.found.values() for s in f.mentions if floor <= s.start)
    before = [each for each in told if each[0] <= chain.span.start]
    if before:
        _, span, found = max(before, key=itemgetter(0))
        hold(found, chain, span, "removed", "tenure.removal")
