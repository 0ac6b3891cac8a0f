"""Careers: posts told without a name before them (…，历任县长; 2024年6月任局长), posts that were left, lives."""

from kg import expressions as re
from kg.annotating.gathering import Gather
from kg.annotating.name_followers import is_hanzi
from kg.annotating.posts import PostChain
from kg.model.source import Span

_CAREER = re.compile(r"任|提名为|推荐为|担任|出任|转任|调任|升任|改任|调任|当选|接任|兼任")
_LED_TO = re.compile(r"，|[上中后起并又年月日][任当担出转调升改接兼先曾历]")
_DATED = re.compile(r"(?P<until>(?:至|—|-|－|～)\d{4}年(?:\d{1,2}月)?(?:，?[他她])?，?)?(?<=[年月日他她，])$")
_LATER = re.compile(r"(?:\d{4}年|同年|随后|后)[^。；，]{0,10}[任选]|现任")
"""What a career goes on to behind a post that was held from a day on."""
_ITEM = re.compile("[。；]")
_PROFILED = re.compile(r"[㐀-鿿·]{2,8}(?:（[^（）\n]{1,10}）)?，(?:[男女]，|(?:19|20)\d\d年\d{1,2}月)")
_KNOWN_START = re.compile(r"(?P<name>[㐀-鿿]{2,4})(?:同志)?(?:（[^（）\n]{1,10}）)?(?:，|19\d\d年|因病|于)")
_OPENING = re.compile(r"(?<![^。；\n])(?P<name>[㐀-鿿]{2,3})，$")
_BORN = re.compile(
    r"(?<![^。；：\n 　])(?P<name>[㐀-鿿]{2,4})(?:（[女男]）)?，"
    r"(?:(?:[男女]|[㐀-鿿]{1,3}族|(?:19|20)\d\d年\d{1,2}月(?:出?生)?|中共党员|[㐀-鿿]{0,6}(?:学历|学位|文化|研究生|大学|本科)|[㐀-鿿]{2,8}人)，){1,8}$"
)
"""What a notice tells of somebody before the post: 何澄，男，1975年3月生，|县水利局局长."""
_PROFILE = re.compile(
    r"[。；]|，(?:今年|现年|[男女][，。]|中共党员|\d{2}岁|\d{4}年|(?:从[教医警政业]|先后|曾|多次|[连多]年|荣?获|扎根|一直|自))"
)
"""Behind a post that follows its holder's name: 何澄，柳溪村党支部书记|，今年56岁."""
_BIOGRAPHY = 60
"""Characters at most of what a notice tells of somebody before the post."""


def left(gather: Gather, chain: PostChain, m: re.Match[str]) -> bool:
    """Tell whether a career told by its years goes on to other posts, or says until when this was held."""
    dated = _DATED.search(gather.text, max(0, m.start() - 14), m.start())
    if dated is None or not _CAREER.match(m["verb"]):
        return False
    return bool(dated["until"] or _LATER.search(gather.text, chain.span.end, gather.view.line(m.start()).end))


def subject(gather: Gather, chain: PostChain, m: re.Match[str]) -> list[Span]:
    """Return whom a career is told of: the one person of the paragraph, of that before, or of the first line."""
    attached = is_hanzi(gather.text[m.start() - 1 : m.start()]) and not _LED_TO.search(
        gather.text[m.start() - 1 : m.start() + 1]
    )
    if not _CAREER.match(m["verb"]) or attached or gather.named_at(chain.span.end):
        return []
    line = gather.view.line(m.start())
    item = max((sign.end() for sign in _ITEM.finditer(gather.text, line.start, m.start())), default=line.start)
    for start in (item, line.start):
        named = _KNOWN_START.match(gather.text, start, m.start())
        if named is not None and named["name"] in gather.found:
            return [Span(named.start("name"), named.end("name"))]
    if _PROFILED.match(gather.text, item, m.start()) is not None:
        return []  # of somebody whose name is not read
    told = _named_in(gather, line.start, m.start())
    if not told and line.start:
        told = _named_in(gather, gather.view.line(line.start - 1).start, line.start)
    told = told or _named_in(gather, 0, gather.view.line(0).end)
    return told if len(told) == 1 else []


def told_of(gather: Gather, chain: PostChain, floor: int) -> re.Match[str] | None:
    """Return whose life is told around the post: 何澄，男，1975年3月生，县水利局局长; 何澄，县水利局局长，今年56岁."""
    start = chain.span.start
    born = _BORN.search(gather.text, max(gather.view.line(start).start, start - _BIOGRAPHY), start)
    profiled = _OPENING.search(gather.text, max(floor, start - 5), start) if born is None else None
    if profiled is None or _PROFILE.match(gather.text, chain.span.end) is not None:
        return born or profiled
    known = profiled["name"] in gather.found and gather.text[chain.span.end : chain.span.end + 1] == "，"
    return profiled if known else None


def _named_in(gather: Gather, start: int, end: int) -> list[Span]:
    """Return where each person found so far is first named in a stretch of the text, reporters left out."""
    media = "person.byline"
    firsts = ((gather.text.find(name, start, end), name) for name, f in gather.found.items() if f.rules[0] != media)
    return [Span(at, at + len(name)) for at, name in firsts if at >= 0]
