"""The names that end where a post or its verb begins, read backwards over 、: 张明、李华|为副局长."""

from kg import expressions as re
from kg.annotating.edges import outside
from kg.annotating.gathering import Gather
from kg.annotating.name_words import never, surnames
from kg.annotating.names import may_be_listed
from kg.model.source import Span

_SPACED = re.compile(r"(?<![㐀-鿿])[㐀-鿿](?:　{1,2}| )[㐀-鿿]$")
_ITEM = re.compile(r"(?<=、)[㐀-鿿]{2,3}$")
_CLOSED_NAME = re.compile(r"(?:[；，：、。]|任命|免去|免除|选举|补选|推选|提名|接受|聘任)(?P<name>[㐀-鿿]{2,3})$")


def spaced_before(gather: Gather, end: int, floor: int) -> Span | None:
    """Return the name of two characters set apart that ends here: 张　明."""
    m = _SPACED.search(gather.text, max(floor, end - 4), end)
    return Span(m.start(), end) if m is not None and gather.text[m.start()] in surnames() else None


def _closed_before(gather: Gather, end: int, floor: int) -> Span | None:
    """Return the name that is all between a sign and its end, though it is a word too: 任命：…，白雪|为县审计局局长."""
    m = _CLOSED_NAME.search(gather.text, max(floor, end - 5), end)
    sure = m is not None and m["name"][0] in surnames() and m["name"] not in outside() and m["name"][-1] not in never()
    return Span(m.start("name"), end) if m is not None and sure else None


def between_signs(gather: Gather, end: int, floor: int) -> Span | None:
    """Read an item between two signs of a list, of whatever form: …、|向青山|、…."""
    item = _ITEM.search(gather.text, max(floor, end - 4), end) if gather.text[end : end + 1] == "、" else None
    return Span(item.start(), end) if item is not None and may_be_listed(item.group()) else None


def names_back(gather: Gather, end: int, floor: int) -> list[Span]:
    """Read names backwards over 、 from where one ends."""
    found: list[Span] = []
    while end > floor:
        aside = re.compile(r"（[^（）\n]{1,10}）$").search(gather.text, max(floor, end - 12), end)
        end = aside.start() if aside is not None else end
        item = between_signs(gather, end, floor)
        named = item if item is not None and gather.text[item.start] in surnames() else None
        span = (
            spaced_before(gather, end, floor)
            or named
            or gather.before(end, floor)
            or item
            or _closed_before(gather, end, floor)
        )
        if span is None:
            break
        found.append(span)
        if gather.text[span.start - 1 : span.start] not in {"、", "和", "及", "与"}:
            break
        end = span.start - 1
    return found[::-1]
