"""Where the name of a campaign begins: behind the body that carries it out, over the words that say its topic."""

from kg import expressions as re
from kg.annotating.activities import phrase_start, skip_leading
from kg.annotating.view import View
from kg.model.source import Span

_PREDICATE = re.compile(
    r"(?:获评|获得|荣获|部署|坚决打好|坚决打赢|打好|打赢|做好|抓好|推动|推进|组织(?!生活|部|化)|开展|实施|启动|投资|参与|投身"
    r"|建成|承担|列入|纳入|聚焦|围绕|打响|深化|展示|通报|发动|掀起|吹响|拉开|践行|贯彻|落实|成立|组建|响应|结合|助力|配合|宣传(?=[“‘])|即(?![时将便使日期]))(?:了)?"
)
_BODY = re.compile(
    r"(?:全[国省市县区镇乡校]|各地|各级|各)?[一-龥]{0,12}?"
    r"(?:公安机关|机关|部门|系统|战线|(?:公安|消防|交警|教育|税务|农业农村|市场监管)[局队]|大队|支队|法院|检察院|派出所|委员会|协会|总会|基金会)"
)
"""Before what it carries out: 全市公安机关|夏季治安打击整治行动."""
_BODY_BEHIND = re.compile(r"[”’]?(?:工作|活动)?(?:领导小组|指挥部|办公室|工作组|专班)")
_SET_UP = re.compile(r"(?:成立|组建|设立)")
_SET_UP_REACH = 12
_REFERENCE = re.compile(r"[该本我][局队所院校厂镇乡县区市州旗团](?=[“‘])")
"""A body told by its kind before what it carries out: 通报该|局“…”行动."""
_BY = re.compile(r"(?:行动|活动|工作|整治)以(?=.{4})")
"""Before what a drive is carried out by: 此次行动以|打黑除恶专项斗争为龙头."""
_OTHER_BEFORE = re.compile(
    r"(?:行动|工程|整治|计划|创建|战役)[”’]?(?:和|与|及|、)(?=[^和与及、]{4})|(?:会|节|赛|仪式|典礼|活动)暨|—{1,2}"
)
"""Another drive or event that the walk took in: “亮剑”行动和|…攻坚行动, 恳谈会暨|“回归”项目."""
_NO_NAME = re.compile(
    r"(?:[一二两三五]年|百日|零点|清零|攻坚)?(?:行动|攻坚|会战|整治|攻坚战)|(?:大(?:练兵|走访|排查|整治|比武|讨论)){1,2}|清零|回头看|[一二三四五六七八九十]{1,2}大(?:行动|工程|战役|攻坚战)"
)
"""What many drives are called: the words before say which one is meant (夏季消防“大练兵”)."""
_TOPIC = 14
"""Characters of those words at most."""


def is_body(text: str, line: Span, name: Span) -> bool:
    """Tell whether the name is only part of that of a body, of which it is not said that it was set up for it."""
    if _BODY_BEHIND.match(text, name.end, line.end) is None:
        return False
    return _SET_UP.search(text, max(line.start, name.start - _SET_UP_REACH), name.start) is None


def core_start(text: str, start: int, end: int) -> int:
    """Move the beginning behind verbs, other drives and the bodies that carry it out, which the walk took in."""
    for verb in _PREDICATE.finditer(text, start, end):
        if text.count("“", start, verb.start()) == text.count("”", start, verb.start()):
            start = verb.end()
    for by in _BY.finditer(text, start, end):
        start = by.end()
    for other in _OTHER_BEFORE.finditer(text, start, end):
        start = other.end()
    body = _BODY.match(text, start, end)
    if body is not None and body.end() < end and "“" not in body.group():
        start = body.end()
    start = skip_leading(text, start, end)
    return start + 1 if _REFERENCE.match(text, start - 1, end) else start


def topic_start(view: View, quoted: Span, name: str, floor: int) -> int:
    """Return where the words begin that say which drive is meant, where many are called so: 夏季消防|“大练兵”."""
    if _NO_NAME.fullmatch(name) is None:
        return quoted.start
    walked = phrase_start(view, quoted.start, max(floor, quoted.start - _TOPIC), _TOPIC)
    start = core_start(view.text, walked, quoted.start) if walked < quoted.start else quoted.start
    listed = view.text[start - 1] in "、和及"  # the last of the items that the quotation counts
    return start if quoted.start - start >= 2 and not listed else quoted.start
