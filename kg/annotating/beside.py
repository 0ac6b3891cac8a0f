"""The body of a post by that of the post told before: beside it, within it, or with its place."""

import re
from dataclasses import replace

from kg.annotating.offices import Before, Organ, of_level
from kg.annotating.titles import Title
from kg.model.source import Span

_MANAGED = frozenset({"管委会", "管理委员会"})
_ZONE = re.compile(r"(?:[^省市县城]区|产业园|科技园|工业园|示范园)(?:党?工委)?$")
"""Zones, which have a 管委会."""
_ZONE_ORGAN = re.compile("党?工委$")
_POLICE = re.compile("[一-龥]*?公安(?:局[一-龥]{2,4}分局|分局|局)")
_BRIGADES = ("大队", "中队", "支队")
_TOWNS = frozenset("镇乡道")
_MEMBER = re.compile("(?:组织|宣传|统战|政法)(?:统战|宣传)?委员")
"""Members of a town's party committee."""
_COURT = re.compile("法院$|[中高]院$")


def beside(above: Organ, before: Before) -> str:
    """Name an organ beside that of the post told before, or within it; empty where that has no such organ."""
    if whole := whole_of(above, before):
        return whole + before.bare
    managed = before.bare in _MANAGED and _ZONE.search(above.label)
    if managed:
        return _ZONE_ORGAN.sub("", above.label) + before.bare
    if above.place:
        region = "区" * (before.bare == "行署" and above.place.endswith("地"))  # 和田地委、|和田地区行署
        return of_level(above.place + region, before.bare, before.kind)
    return ""


def whole_of(told: Organ, before: Before) -> str:
    """Return the court or police that has a bureau or brigade: 县法院副院长、|执行局|局长; empty where none is."""
    if before.bare == "执行局":
        court = told.label.removesuffix("执行局")
        return court if _COURT.search(court) else ""
    police = _POLICE.match(told.label) if before.bare.endswith(_BRIGADES) else None
    return police.group() if police is not None else ""


def placed(organ: Organ | None, above: Organ | None) -> Organ | None:
    """Give an organ of a bare level the place of the post told before: 德州市市长、|市委|书记."""
    shared = organ is not None and above is not None and organ.place and organ.place == above.place[-1:]
    if organ is None or above is None or not shared or not organ.label.startswith(organ.place):
        return organ
    return replace(organ, label=above.place + organ.label[1:], implied=True, place=above.place)


def committee_beside(organ: Organ, words: str) -> Organ | None:
    """Return the committee of a town whose member this is, told behind its 纪委: 某镇纪委书记…、|宣传委员."""
    own = organ.label.removesuffix("纪委")
    if own == organ.label or organ.place[-1:] not in _TOWNS or _MEMBER.match(words) is None:
        return None
    return replace(organ, label=own + "党委", implied=True)


def procuratorate_beside(told: Organ | None, title: Title) -> Organ | None:
    """Return the procuratorate of the level of the body told before: 县法院院长…，|检察长."""
    if title.core != "检察长" or told is None or not told.place:
        return None
    return Organ(label=told.place + "检察院", span=Span(title.start, title.end), implied=True, place=told.place)
