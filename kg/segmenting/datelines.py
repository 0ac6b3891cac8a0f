"""Datelines: from which place and day an article is reported (本报讯, 新华社北京5月1日电, 中新网…日电)."""

from datetime import date

from kg import expressions as re
from kg.model.article import Dateline
from kg.model.source import Span

_AGENCY = (
    "据?(?:本报|本网|本刊|本台|本社|新华社|中新社|中新网|人民网|新华网|央视网|中国网|晚报|早报|日报|商报|时报|晨报|"
    "[\u4e00-\u9fff·•]{2,10}?(?:日报|晚报|早报|商报|时报|晨报|融媒体中心|融媒体|融媒|报|网|社|台|客户端))"
)
_DATELINE = re.compile(
    rf"[（(【〔\[]?(?P<agency>{_AGENCY})[ ]?(?P<place>[\u4e00-\u9fff]{{2,8}}?)??[ ]?"
    r"(?:(?P<month>\d{1,2})月(?P<day>\d{1,2})日)?[ ]?"
    r"(?:专?电|讯|消息)(?=[\s（(：:，）)】〕\]]|[^，。；]|$)"
)
_LONGEST = 30
_VERBS = re.compile("获悉|了解|报道|记者|消息")


def find_dateline(text: str, published: date | None) -> Dateline | None:
    """Find the dateline that a paragraph opens with. Its year is that of the issue, the day at most that of it."""
    match = _DATELINE.match(text)
    if match is None or match.end() > _LONGEST or (match["place"] and _VERBS.search(match["place"])):
        return None
    return Dateline(place=match["place"], date=_day(match, published), span=Span(*match.span()))


def _day(match: re.Match[str], published: date | None) -> date | None:
    if published is None or not match["month"]:
        return None
    for year in (published.year, published.year - 1):
        try:
            day = date(year, int(match["month"]), int(match["day"]))
        except ValueError:
            continue
        if day <= published:
            return day
    return None
