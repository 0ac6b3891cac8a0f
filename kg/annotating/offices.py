"""The organ that a title belongs to: named before it, or a word of it (党组, 组织部) with the level of the post before.

县农业农村局|党组|书记 names the bureau, 副县长、公安局局长 takes 县 from the post before.
"""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kg import expressions as re
from kg.annotating.edges import name_start, outside, place_start
from kg.annotating.known_places import LEVELS
from kg.annotating.localities import level_start
from kg.annotating.name_followers import is_hanzi
from kg.annotating.name_words import surnames
from kg.annotating.told_bodies import Organs, bare_start
from kg.annotating.view import View
from kg.lexicon import table
from kg.model.source import Span

_LONGEST = 12
_SIGNS = frozenset("、，；：。\n")
_LEVEL_ORGAN = re.compile(
    rf"^(?:中共|中国共产党)?(?P<place>.*?)(?P<level>[{LEVELS}]|街道|村|社区|地)"
    r"(?P<organ>委(?!会|员)(?P<department>[一-龥]{0,8})|人民政府(?:办公室)?|政府(?:办公室|办)?"
    r"|人大常委会|人大|政协|纪委监委|纪委|监委|监察委)$"
)
_STANDING = ("办", "办公室", "办公厅", "小组", "指挥部", "专班", "委员会")
"""Ends of bodies of a committee that its heads' titles do not name."""
_DEMOCRATIC = re.compile("民革|民盟|民建|民进|农工党|致公党|九三学社|台盟")
_PART = re.compile(
    r"(?<=..)(?:审判委员会|检察委员会|经费审查委员会|经审委|经审会|女职工委员会|女职委|女工委"
    r"|第[一二三四五六七八九十]{1,3}届(?:执委会|执行委员会|理事会|监事会|主席团))$"
)
"""Parts of a body that make no body of their own: 区人民法院|审判委员会."""
_LEAGUE = re.compile(rf"(?:共青)?团(?:.*?)(?P<level>[{LEVELS}])委$")
_MADE = re.compile(
    r"(?:任命|选举|聘任|推选)[㐀-鿿·]{2,4}(?:同志)?为"
    rf"(?P<body>(?:[一-龥]{{2,6}}[{LEVELS}]|[{LEVELS}])[一-龥]{{2,16}}(?:局|委|办|厅|署|部|院|馆|社|中心|会|站|所|队))$"
)
"""A body that stands between 为 and a title, conjunctions inside its name too: 任命…为|县科技与工业局|局长."""
_VILLAGE = re.compile(r"(?:村|社区|屯|嘎查)$")
_VILLAGE_HEAD = re.compile("(?P<place>村|社区)委?$")
_TERM = re.compile("(?:第[一二三四五六七八九十]{1,3}|新一|上一|首)届$")
"""Between a body and its council: 云溪县钓鱼协会|第三届|理事会."""
_WHEN_HELD = re.compile("(?:现任|前任|时任|原)$")
"""Between a town and its committee: 白鹭镇|原|党委书记."""
_SAME_VILLAGE = re.compile("(?:[同与和及]|图为)村$")
"""No name of a village: 林静同|村党支部书记."""
_TOWNSHIP = re.compile(r"(?:镇|乡|街道|苏木|办事处)$")
_HELD = re.compile(r"[一-龥]{2,3}(?<![主责信])任(?=[一-龥]{2})")
"""Who holds an office, before the unit: 何澄任|检查组."""
_OWNER = re.compile(
    r"[一-龥]{2,12}(?:村|社区|镇|乡|街道|学校|中学|小学|公司|局|院|所|处|站|合作社|集团|厂|嘎查|苏木|宫|馆|大学|中心|部|委|办|厅|署|社|[发新高经业度示管保]\w{0,4}区|林场|农场)$"
)
_LEVEL_WORD = re.compile(
    r"(?:(?:(?<![㐀-鿿])|(?<=[我该本]))[校院局厅]|自治[区州县旗]|街道|社区|公司|集团|企业|学校|医院|[镇乡村县区市厂矿团师])$"
)
_OF_DEEDS = re.compile("[一-龥]{3,6}(?:[处科股]|[支大]队)|[一-龥]{2,5}[与和][一-龥]{2,5}[处科股室司]")
"""A unit behind its body, verbs or 与 in its name too: 省台办|交往交流处, 市教育局|体育卫生与艺术教育处."""
_STRANGE = re.compile("[㐀-鿿](?:共体|医联体|联合体|联盟|片区|园区|基地|商圈|项目部)$")
_OF_LEVEL = re.compile("[省市县区州旗][一-龥]{2,8}[科委办局处]")
"""A department of a level in a row, whatever body stands before: 县政协委员、|县农林科|科长."""
_UNIT = re.compile(
    r"[一-龥]{1,10}(?:科|室|庭|处|部|股|队|组|所|站|系|(?<!公)司|委员会|委|办|专班|指挥部|支部|分会|班|车间|分局|院|厅|中心|连|排)"
    "|[一二三四五六七八九]年级|[高初][一二三]"
)
_BODY = re.compile(
    r"(?:国家|中国|中央|全国|中共|[一-龥]{2,4}[省市县区州盟旗镇乡]|[省市县区州盟旗镇乡])[一-龥]{1,12}(?:委|局|办|厅|署|部|院|会|馆|宫|社|中心|大学|学院|团|组|队|公司|集团|协|联|站|所|库)"
    r"|[一-龥]{2,12}(?:宫|馆|大学|学院|医院|中心|出版社|报社|电视台|协会|学会|研究会|代表团|考察团|祝贺团|火车站|客运站|汽车站)"
)
"""A body that no grammar of organizations found, by the words that it begins and ends with."""
_PLACED_BODY = re.compile(
    "[一-龥]{2,4}(?:[省市县]|(?<!辖)区)[一-龥]{2,14}(?:院|团|馆|中心|协会|学校|大学|公司|工委|研究室|局)"
)
"""A body of a place of its own, in a row behind another's: 省联合会副秘书长、|青禾市话剧院|院长."""
_PLACE = re.compile(rf"(?:[一-龥]{{1,7}}?(?:自治州|自治县|自治旗|街道|[{LEVELS}])){{1,2}}|[{LEVELS}]|街道")


@dataclass(frozen=True, slots=True, kw_only=True)
class Organ:
    """The organization of a post: printed at `span`, or implied by the words there (区政府 by 区长).

    `place` is the place or level word that it belongs to, as printed (西山县, 县); empty where the name has none.
    """

    label: str
    span: Span
    implied: bool
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What stands before a title: an organ, or a word (`bare`) that needs one, and what joins the title."""

    start: int
    organ: Organ | None = None
    prefix: str = ""
    bare: str = ""
    kind: str = ""


@cache
def _words() -> dict[str, str]:
    bureaus = {row[0]: "organ" for row in table("bureaus")}
    return bureaus | {row[0]: row[1] for row in table("post_organs")}


def _suffix(text: str, end: int, edge: int) -> tuple[str, str]:
    """Return the longest word for an organ that ends here, and its kind; empty where none does."""
    for length in range(min(_LONGEST, end - edge), 1, -1):
        kind = _words().get(text[end - length : end])
        if kind is not None:
            return text[end - length : end], kind
    return "", ""


def organ_before(organs: Organs, end: int, edge: int) -> Before | None:
    """Read the organ that ends at `end`, not before `edge`; None where none stands there."""
    text = organs.text
    word, kind = _suffix(text, end, edge)
    start = end - len(word)
    if kind == "inside":
        return _inside(organs, end, edge, word)
    if kind == "alone":
        return Before(start=start, prefix=word, kind=kind)
    named = organs.ending(end, edge)
    if named is None and (made := _MADE.search(text, max(edge, end - 40), end)) is not None:
        named = Span(made.start("body"), end)
    if named is not None and not (kind == "unit" and len(named) <= len(word)):
        return _named(text, named)
    if kind == "unit":
        return _unit(organs, end, edge, start) or Before(start=start, prefix=word, kind=kind)
    if word:
        return _of_place(organs, start, end, edge) or Before(start=start, bare=word, kind=kind)
    return _of_village(organs, end, edge) or _unit(organs, end, edge, None)


def _of_village(organs: Organs, end: int, edge: int) -> Before | None:
    """Read the village or community that a bare head goes with: 柳溪村|书记, 柳溪村委|书记, 柳溪社区|书记."""
    m = _VILLAGE_HEAD.search(organs.text, max(edge, end - 3), end)
    village = _owner(organs, m.end("place"), edge) if m is not None and m.start() - edge > 1 else None
    if m is None or village is None:
        return None
    label = village.of(organs.text)
    organ = Organ(label=label, span=village, implied=False, place=label)
    return Before(start=village.start, organ=organ, prefix=m.group())


def _of_place(organs: Organs, start: int, end: int, edge: int) -> Before | None:
    """Read an organ whose place or level stands before it, where no grammar of organizations found it: 县|征兵办."""
    text = organs.text
    if _TERM.search(text, max(edge, start - 7), start):
        return None  # 当选新一届|人大常委会|主任
    if text[start:end].startswith("街道"):
        return _named(text, Span(start, end))
    if start <= edge or not is_hanzi(text[start - 1]):
        return None
    levelled = text[start - 1] in LEVELS and level_start(organs.view, start, edge) is not None  # no 红旗|派出所
    begin = start - 1 if levelled else None
    place = place_start(organs.view, start, edge) if begin is not None else name_start(organs.view, start, edge, 8)
    begin = place if place is not None and place < start - 1 else begin
    return None if begin is None else _named(text, Span(bare_start(text, Span(begin, end)), end))


def _named(text: str, span: Span, inside: str = "") -> Before:
    """Read a full name: the title is the bare role, but level and organ that are fused (县委书记) stay with it."""
    name = span.of(text)
    if (league := _LEAGUE.match(name)) is not None:
        organ = Organ(label=name, span=span, implied=False)
        return Before(start=span.start, organ=organ, prefix=f"团{league['level']}委{inside}")
    if (part := _PART.search(name)) is not None:
        whole = Span(span.start, span.start + part.start())
        organ = Organ(label=whole.of(text), span=whole, implied=False, place=place_of(whole.of(text)))
        return Before(start=span.start, organ=organ, prefix=part.group() + inside)
    prefix, place = inside, place_of(name)
    if (m := _LEVEL_ORGAN.match(name)) is not None:
        department = m["department"] or ""
        department = "" if department.endswith(_STANDING) else department
        prefix = (department or m["level"] + m["organ"]) + inside
        place = m["place"] if m["place"].endswith(m["level"]) else m["place"] + m["level"]
    return Before(start=span.start, organ=Organ(label=name, span=span, implied=False, place=place), prefix=prefix)


def place_of(name: str) -> str:
    """Return the place or level word that a name begins with: 县 of 县公安局, 西山县 of 西山县公安局."""
    m = _PLACE.match(name)
    return m.group() if m is not None and m.end() < len(name) else ""


def _inside(organs: Organs, end: int, edge: int, word: str) -> Before:
    """党组 of a bureau, 党支部 of a village, 党委 of a town: the organization is what has it."""
    text, start = organs.text, end - len(word)
    term = _TERM.search(text, max(edge, start - 7), start)
    held = _WHEN_HELD.search(text, max(edge, start - 2), start)
    whose = term.start() if term is not None else start if held is None else held.start()
    named = organs.ending(whose, edge)
    whole = organs.ending(end, edge)
    if whole is not None and _DEMOCRATIC.match(text, whole.start):
        return _named(text, whole)
    if whole is not None and text.endswith("自治区", whole.start, start):
        organ = Organ(label=whole.of(text), span=whole, implied=False, place=text[whole.start : start])
        return Before(start=whole.start, organ=organ, prefix=word)
    if named is None and whole is not None and start - whole.start > 1:
        named = Span(whole.start, start)
    if named is None and whole is not None and text[whole.start] in LEVELS:
        organ = Organ(label=whole.of(text), span=whole, implied=False, place=text[whole.start])
        return Before(start=whole.start, organ=organ, prefix=whole.of(text))
    named = named or _owner(organs, whose, edge)
    if named is None and (bare := _within(text, start, edge)):
        return Before(start=start - len(bare), bare=bare, prefix=word, kind="organ")
    return _unowned(organs, end, edge, word) if named is None else _owned(text, named, word)


def _unowned(organs: Organs, end: int, edge: int, word: str) -> Before:
    """Read 党支部 that only a word for a kind of body, or nothing, stands before: 社区|党支部."""
    text, start = organs.text, end - len(word)
    level = _LEVEL_WORD.search(text, max(edge, start - 3), start)
    cut = level is not None and (level.start() in organs.view.boundaries or text[level.start() - 1] in "同与和及我该本")
    begin = level.start() if level is not None and cut else start
    if begin == start and _STRANGE.search(text, max(edge, start - 4), start):
        return Before(start=start, prefix=word, kind="alone")  # of a body that no grammar reads: 县域医共体|党委
    return Before(start=begin, prefix=text[begin:end], bare=text[begin:start], kind="inside")


def _owned(text: str, named: Span, word: str) -> Before:
    """Read 党支部 behind whose it is: a town's committee is named itself, of others the body that has it."""
    name = named.of(text)
    if _TOWNSHIP.search(name):
        organ = Organ(label=name + word, span=named, implied=False, place=name)
        return Before(start=named.start, organ=organ, prefix=word)
    if _VILLAGE.search(name):
        organ = Organ(label=name, span=named, implied=False, place=name)
        return Before(start=named.start, organ=organ, prefix="村" * (name.endswith("村") and word[0] != "村") + word)
    return _named(text, named, word)


def _within(text: str, end: int, edge: int) -> str:
    """Return the word for a body whose 党组 this is: 工商联|党组, 公安局|党委; empty where none stands there."""
    word, kind = _suffix(text, end, edge)
    return word if kind == "organ" and text[end - len(word) - 1 : end - len(word)] in _SIGNS else ""


def _owner(organs: Organs, end: int, edge: int) -> Span | None:
    """Read a village, town or institution before 党支部 that no grammar of organizations found: 石榴街社区|党委."""
    text = organs.text
    begin = name_start(organs.view, end, edge, 12)
    m = _OWNER.search(text, begin, end)
    if m is None or m.group().endswith("乡镇") or _SAME_VILLAGE.search(text, m.start(), end):
        return None
    twice = text.endswith("村村", m.start(), end)  # 柳溪村 村党支部
    return Span(bare_start(text, Span(m.start(), end)), end - twice)


def _unit(organs: Organs, end: int, edge: int, start: int | None) -> Before | None:
    """Read a part of a named organization: 市人民医院|急诊科, 区人民法院|民事审判庭."""
    text, view = organs.text, organs.view
    for begin in range(start if start is not None else end - 2, max(edge, end - _LONGEST) - 1, -1):
        named = organs.ending(begin, edge)
        if (
            named is not None
            and (begin == start or _UNIT.fullmatch(text, begin, end))
            and (_OF_DEEDS.fullmatch(text, begin, end) or not _has_verb(view, begin, end))
        ):
            before = _named(text, named)
            return Before(start=before.start, organ=before.organ, prefix=text[begin:end], kind="unit")
    if start is not None:
        return None
    if text[edge : edge + 1] == "、" and (next_in_row := _unit_in_row(text, end, edge)) is not None:
        return next_in_row
    begin = name_start(view, end, edge, 14)
    if end - begin > 3 and _BODY.fullmatch(text, begin, end):
        return _named(text, Span(bare_start(text, Span(begin, end)), end))
    held = _HELD.match(text, begin, end)
    begin = held.end() if held is not None and text[begin] in surnames() else begin
    if begin - 1 == edge and begin + 1 in view.boundaries and _OF_LEVEL.fullmatch(text, begin, end):
        return _named(text, Span(begin, end))
    return _bare_unit(text, begin, end) if end - begin > 1 and _UNIT.fullmatch(text, begin, end) else None


def _unit_in_row(text: str, end: int, edge: int) -> Before | None:
    """Read all that stands between 、 and a title: a body of another place, or a unit of that told before."""
    start = edge + 1
    if _PLACED_BODY.fullmatch(text, start, end):
        return _named(text, Span(start, end))
    if text.endswith("组委会", start, end):
        return Before(start=start, prefix=text[start:end], kind="alone")  # of no body told before
    if text[start : start + 1] in LEVELS or end - edge > _LONGEST or not _UNIT.fullmatch(text, start, end):
        return None
    return Before(start=start, prefix=text[start:end], kind="unit")


def _bare_unit(text: str, begin: int, end: int) -> Before:
    """Read a unit that no body is named before, or only the word for one: 教育局|基教股."""
    bureau = _bureau(text, begin, end)
    if bureau is None:
        return Before(start=begin, prefix=text[begin:end], kind="unit")
    return Before(start=begin, bare=text[begin:bureau], prefix=text[bureau:end], kind="organ")


def _bureau(text: str, begin: int, end: int) -> int | None:
    """Return where the word for a bureau ends with which the words for a unit begin: 教育局|基教股."""
    return next((at for at in range(end - 2, begin + 2, -1) if _words().get(text[begin:at]) == "organ"), None)


def _has_verb(view: View, start: int, end: int) -> bool:
    cuts = [start, *(o for o in range(start + 1, end) if o in view.boundaries), end]
    return any(
        view.text[a:b] in outside() and view.text[a:b] not in {"系", "地", "自然", "所"} for a, b in pairwise(cuts)
    )


def of_level(place: str, word: str, kind: str) -> str:
    """Name an organ of the level of another post: 县 and 公安局 are 县公安局, 县 and 组织部 县委组织部."""
    return place + ("委" if kind == "department" else "") + word
