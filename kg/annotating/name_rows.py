"""Rows and columns of names that nothing else introduces: 张明、李华、王芳等."""

from collections.abc import Iterator

from kg import expressions as re
from kg.annotating.division_names import division_short_names
from kg.annotating.gates import Gated
from kg.annotating.gathering import Gather
from kg.annotating.name_words import is_word, surnames
from kg.annotating.names import is_name, name_end
from kg.annotating.words import unknown
from kg.model.source import Span

_ITEM = r"[㐀-鿿·]{2,8}|[㐀-鿿]　{1,2}[㐀-鿿]"
_LIST = re.compile(rf"(?:{_ITEM})(?:（[^（）\n]{{1,20}}）)?(?:、(?:{_ITEM})(?:（[^（）\n]{{1,20}}）)?){{2,400}}")
_COLUMNS = Gated(r"(?:[㐀-鿿]{2,4}|[㐀-鿿]　[㐀-鿿])(?:[ 　]{1,4}(?:[㐀-鿿]{2,4}|[㐀-鿿]　[㐀-鿿])){3,60}")
_CELL = re.compile(r"[㐀-鿿]　[㐀-鿿](?![㐀-鿿])|[㐀-鿿]+")
_HEADED = re.compile(rf"[㐀-鿿]{{2,8}}：(?P<row>(?:{_ITEM})(?:[ 　]{{1,2}}(?:{_ITEM}))+)[。]?")
"""A line of names behind where they come from: 上海：何澄 林静."""
_SITES = frozenset("庙祠寺塔阁殿陵墓碑洞街巷路村镇坊馆锁渠河江湖湾岭乡区县市园站桥社")
"""Last characters of the names of sights."""
_VILLAGES = re.compile("、[㐀-鿿]{2,}(?:嘎查|苏木|社区|[村镇乡旗])[等各和]?$")
"""What a row of villages ends in whose word it has but once."""
_PLACES = re.compile(
    r"[㐀-鿿]{2,4}?(?:等(?:[\d一二三四五六七八九十]{1,2}个)?(?:乡镇|街道|社区|[镇乡村])(?![长党委干领政人机书主工居办民户两支组])"
    r"|(?:街道|[镇乡村])(?=调研|走访|慰问|看望|检查|督[导查]|考察|实地))"
)
"""How the last of a row of places goes on: …、林山、|保和等乡镇, …、|柳河街道."""
_PAIR = 2
_ITEM_ENDS = frozenset("、。；")


def find_rows(gather: Gather, line: Span) -> None:
    """Find a list where most items are names: 张明、李华、王芳等; columns of names set apart by spaces."""
    many = gather.text.count("、", line.start, line.end) > 1
    for m in _LIST.finditer(gather.text, line.start, line.end) if many else ():
        items = list(_items(m))
        inner = [span for span in items[1:-1] if is_name(bare(gather, span))]
        good = [span for span in inner if gather.plausible(span)]
        sites = (
            gather.text[span.end - 1] in _SITES or span.of(gather.text) in division_short_names() for span in items
        )
        places = _PLACES.match(gather.text, items[-1].start, line.end) is not None
        if sum(sites) > 1 or places or _VILLAGES.search(m.group()):
            continue  # 张飞庙、包公祠; 青禾、云溪、柳岸村
        if len(inner) * 5 < (len(items) - 2) * 4 or len(good) * 2 < len(inner) or not good:
            continue
        last = next(iter(gather.names_from(items[-1].start, line.end)), None)
        if _of_one_kind([span.of(gather.text) for span in items]):
            continue
        opening = gather.before(items[0].end, items[0].start)
        first = [opening] if opening is not None and gather.plausible(opening) else _led(gather, items[0])
        for span in [*first, *inner, *([last] if last is not None and _listed(gather, last) else [])]:
            gather.add(span, "person.list")
    _columns(gather, line)
    _of_bodies(gather, line)


def _of_bodies(gather: Gather, line: Span) -> None:
    """Find a row of people each behind the body that he is of: 县农业农村局林静、县林业局方远."""
    if "、" not in line.of(gather.text):
        return
    ends = [end for end in gather.body_ends(line) if gather.text[end : end + 1] in surnames()]
    names = [Span(end, stop) for end in ends if (stop := name_end(gather.view, end, line.end)) is not None]
    good = [
        span
        for span in names
        if gather.text[span.end : span.end + 1] in _ITEM_ENDS
        and is_name(span.of(gather.text))
        and not is_word(span.of(gather.text))
    ]
    for span in good if len(good) >= _PAIR and any(map(gather.plausible, good)) else ():
        gather.add(span, "person.of-body-row")


def _columns(gather: Gather, line: Span) -> None:
    """Find columns of names, and a line of them behind where they come from."""
    headed = _HEADED.fullmatch(gather.text, line.start, line.end)
    if headed is not None:
        names = _cells(gather.text, Span(*headed.span("row")))
        for span in names if all(_is_full_name(gather, span) for span in names) else ():
            gather.add(span, "person.columns")
    for m in _COLUMNS.finditer(gather.view, line):
        names = _cells(gather.text, Span(*m.span()))
        good = [span for span in names if _is_full_name(gather, span)]
        if len(good) * 5 >= len(names) * 4:
            for span in good:
                gather.add(span, "person.columns")


def _cells(text: str, row: Span) -> list[Span]:
    """Return the items of a row that spaces part."""
    return [Span(*n.span()) for n in _CELL.finditer(text, row.start, row.end)]


def _of_one_kind(items: list[str]) -> bool:
    """Tell a row of things that are called by what they are of: 陶瓮、陶井、陶仓."""
    inner = items[1:-1]
    return all(len(item) == _PAIR for item in inner) and {item[0] for item in inner} == {items[0][-_PAIR]}


def _listed(gather: Gather, span: Span) -> bool:
    """Tell whether the last of a row of names is one, its surname an ordinary word too: …、穆青、高狄等."""
    name = span.of(gather.text)
    return gather.plausible(span) or (is_name(name) and not is_word(name) and unknown(name))


def _led(gather: Gather, item: Span) -> list[Span]:
    """Return the first name of a list behind a preposition that segmentation joined to it: 由|周国华、…."""
    name = Span(item.start + 1, item.end)
    led = gather.text[item.start] in "由是" and name_end(gather.view, name.start, name.end) == name.end
    return [name] if led and is_name(name.of(gather.text)) else []


def _items(m: re.Match[str]) -> Iterator[Span]:
    position = m.start()
    for item in m.group().split("、"):
        name = re.sub(r"（[^）]*）", "", item)
        yield Span(position, position + len(name))
        position += len(item) + 1


def _is_full_name(gather: Gather, span: Span) -> bool:
    return is_name(bare(gather, span)) and gather.plausible(span)


def bare(gather: Gather, span: Span) -> str:
    """Return a name without the spaces that set it apart."""
    return re.sub(r"\s", "", span.of(gather.text))
