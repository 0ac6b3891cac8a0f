"""Who holds a post: the name behind it (区委书记张明), before it (任命张明为局长), or before it in brackets."""

from kg import expressions as re
from kg.annotating.careers import left, subject, told_of
from kg.annotating.edges import division_short_names, outside
from kg.annotating.gates import Ending
from kg.annotating.gathering import Gather
from kg.annotating.name_followers import follow, is_hanzi
from kg.annotating.name_words import has_surname, is_borne, is_word, surnames
from kg.annotating.names import is_name
from kg.annotating.names_before import between_signs, names_back, spaced_before
from kg.annotating.posts import Post, PostChain
from kg.annotating.removals import find_removed
from kg.annotating.tenures import hold
from kg.annotating.titles import classes
from kg.annotating.transcriptions import is_composed, is_element
from kg.model.facts import Status
from kg.model.source import Span

_SEVERAL = re.compile(
    r"副|(?:理事|领导|代表|常委|委员|成员|队员|民警|辅警|交警|特警|干部|村干部|负责人|负责同志|调研员|巡视员|助理|顾问|执行主席|常务主席|法官|检察官|审判员|陪审员|检察员|教师|医生|护士|教授|研究员|助理|消防员)$"
)
"""Titles that several may hold at once: a list behind them is a list of holders."""
_COMMON = re.compile(r"(?:干部|民警|[辅交特法干]警|司法警察|队员|成员|教师|医生|护士|人员|科员|消防员|法官|检察官)$")
"""Offices that are ordinary nouns too: what stands behind them must look like a name by itself."""
_COUNTED = re.compile(
    r"(?:(?<!第)[\d一二三四五六七八九十两几数][余多]?(?:名|位|个|户|支)|广大|全体|各级|各位|所有|众多|一批|部分)[一-龥]{0,6}$"
)
_ASIDE = re.compile(r"(?:（[^（）\n]{1,10}）|\([^()\n]{1,10}\))")
_APPOINTING = Ending(
    r"(?:（[^（）\n]{1,10}）)?(?:等?[\d一二三四五六七八九十两]{0,3}(?:位|名)?(?:同志|人|代表|委员))?(?:以[^，。；]{1,10}票(?:的?[高全满]票)?|[高全满]票)?(?:，(?:现|曾|历|拟|时|原|生前)?|生前|同时|现|新(?=当选)|曾|历|拟|时|原|先后|曾经|此前|一直|目前|日前|捕前|案发前|在(?=担?任|兼任)|利用其?(?=担?任|兼任)|[他她](?:曾|还|先后|历|现|此前)?|已经?|连(?=任))?(?P<verb>被?任命为|提名为|推荐为|当选为?|为|作为|担?任过?|出任|接任|兼任|转任|调任|升任|改任|就任|系|是|被选为|被聘为|被推选为|被选举为)(?:县|市|区|(?:人民)?政府|大会|(?:大会)?主席团|该[县市区局院校]|第[一二三四五六七八九十]{1,3}届|[新首]一?届)?(?:现任)?$"
)
_LASTING = frozenset({"系", "是", "作为", "任", "担任", "兼任", "为"})
_LISTED = re.compile(
    r"(?<![^：；\n])[ 　]{0,2}(?P<name>[㐀-鿿]{2,4}|[㐀-鿿]　{1,2}[㐀-鿿])(?:（[^（）\n]{1,8}）)?[ 　：]{0,3}$"
)
_ROW = re.compile(r"(?P<name>[㐀-鿿]{2,4})(?:（[^（）\n]{1,8}）)?[ 　]{1,3}[㐀-鿿\w（）]{0,30}$")
"""The row of a roll up to a post whose body no grammar knows: 何澄 青禾兵团|司令员."""
_CLOSED = re.compile(r"[；;。\n]|$")
_ADDRESSED = re.compile(
    r"^(?:副?(?:教授|院长|校长|园长|主任|会长|庭长|所长|局长|书记|经理|总经理|董事长|理事长|部长|厅长|处长|科长|股长|站长|司长|市长|县长|区长|乡长|镇长|巡视员|秘书长|主席)|(?:副|[一二三四]级)?调研员|[大中支总]队长|政委|教导员|指导员|院士|医生|(?:主任|副主任|主治)医师|法官|检察官)$"
)
"""Titles that stand behind a name too: 李建国院长."""
_NO_NAMES = frozenset("节营会赛队班组团厂店站院校馆所部杯场园楼")
"""Last characters of what behind 农民 or 青年 is no name: 丰收节."""
_ROW_OF_DEPUTIES = 24
"""Characters of names at most before a title that all of them bear: 何澄、林静|副院长."""
_OPENED = re.compile(r"[^㐀-鿿]|[科部室庭所院校厂队局由向与和对在及]")
_ADDRESSEE = re.compile(r"[向对]$|告诉$")
_FRESH = re.compile(r"任命|提名|[增替递]补|决定|选举|当选|公示|拟任|补选|增选|聘任|推选|表决|通过")
_KIND_OF_PERSON = re.compile(r"(?:老|退休|离休)?(?:干部|党员|同志|老人|军人|教师|职工)")
_OF_HOLDER = re.compile(r"(?:任|担任|出任|是|身为|成为|当选为?)$")
_LED_BY = re.compile("还?有|：")
_THERE_ARE = re.compile("有(?=[一-龥]{2,4}、)")
"""Between an office and those who hold it: 大会执行主席有|张明、李强."""
_OTHERS = re.compile("的(?:还有|有|是)")
_CHOSEN = re.compile("当选为?$")
_TOWN = re.compile("[省市县区州旗][一-龥]{1,3}[乡镇村]$")
"""A town behind what contains it, no name."""
_THEN = re.compile("(?:等?职务?)?(?:期间|时(?=，)|之便|上?的?便利)")
"""Behind a post that was held then: 任县水利局局长|期间, 利用担任局长|职务之便."""
_EARLIER = re.compile(r"(?:曾|历|原|时|先后|先后担|曾担|原担)任$")
_EARLIER_VERB = re.compile(r"[曾历原时]|先后|此前|[捕发]前|任过")
_FIRST = re.compile(r"[㐀-鿿]{2,5}(?=、)")
_LEADING_ON = frozenset("在到向对将把从由被为让使据经给")
"""Characters behind a post that lead on: 民警|在青铜山、…."""
_OF_THEM = re.compile("[两三四五六七八九十][位名]$")
"""Between names and the post that they hold: 何澄、林静|两位|副县长."""
_JOINING = ("以及", "及", "等")
"""Words behind a post that no name begins with."""
_INTRODUCED = re.compile(
    r"[（(](?:(?:女|男|[一-龥]{1,4}族|\d{2}岁|化名|左[一二三四五]|右[一二三四五]|时?年\d{2}岁?)[，、,])*(?:系|现任|时任|原|[㐀-鿿]{0,12}[派驻])?$"
)


def after_post(gather: Gather, chain: PostChain) -> None:
    """Find the name behind a post: 区委书记张明; several behind 副主任 or 领导."""
    line = gather.view.line(chain.span.start)
    start, last = _skip(gather.text, chain, line.end), _weightiest(chain)
    names = list(gather.names_from(start, line.end, close=last.grade == "media"))
    names = names or _opened(gather, last, start, line.end) or _monk(gather, last, start)
    if _COUNTED.search(gather.text, max(line.start, chain.span.start - 14), chain.span.start) and len(names) < 2:
        return
    if last.grade == "media" and _ADDRESSEE.search(
        gather.text, max(line.start, chain.span.start - 2), chain.span.start
    ):
        return  # 向记者解释道
    if names and gather.text[names[0].end : names[0].end + 1] in {"为", "任"} and names[0].start > chain.span.end:
        return  # 县教育局局长　王刚|为…: the next of a row of appointments
    for number, span in enumerate(names):
        several = last.grade in {"lay", "media"} or _SEVERAL.search(last.title)
        if number and not several:
            if gather.plausible(span):
                gather.add(span, "person.list-after-post")
            continue
        if not _accepted(gather, last, span, listed=number > 0):
            return
        found = gather.add(span, "person.list-after-post" if number else "person.after-post")
        if found is None:
            return
        hold(found, chain, span, _told_before(gather.text, chain.span.start), "tenure.post-and-name")


def _told_before(text: str, start: int) -> Status | None:
    """Return what the verb before a post says of it: 当选|县委常委, 曾任|县长."""
    if _CHOSEN.search(text, max(0, start - 4), start):
        return "appointed"
    return "former" if _EARLIER.search(text, max(0, start - 6), start) else None


def _opened(gather: Gather, post: Post, start: int, limit: int) -> list[Span]:
    """Read a list behind an office of several whose first item has no form of a name, but whose second has one."""
    item = _FIRST.match(gather.text, start, limit) if post.grade == "public" and _SEVERAL.search(post.title) else None
    if item is None or is_word(item.group()) or item.group().startswith(_JOINING) or item.group()[0] in _LEADING_ON:
        return []
    rest = list(gather.names_from(item.end() + 1, limit))
    second = rest[0].of(gather.text) if rest else ""
    sure = second[:1] in surnames() and (len(second) > 2 or len(rest) > 1) and not is_word(second)
    return [Span(start, item.end()), *rest] if sure else []


def _monk(gather: Gather, post: Post, start: int) -> list[Span]:
    """Read the name in religion of a monk, which has no surname: 佛教协会会长|觉禾."""
    name = Span(start, start + 2)
    buddhist = post.organ is not None and post.organ.label.endswith("佛教协会")
    ends = buddhist and follow(gather.text, name.end) == "strong" and is_hanzi(name.of(gather.text))
    return [name] if ends and name.of(gather.text) not in outside() else []


def _weightiest(chain: PostChain) -> Post:
    """Return the post by which a name is judged: a public one before 人大代表 or 作者."""
    return next((post for post in reversed(chain.posts) if post.grade == "public"), chain.posts[-1])


def _skip(text: str, chain: PostChain, limit: int) -> int:
    """Return where the name begins: behind （挂职） and, after an office, behind spaces and colons."""
    start = chain.span.end
    if text[start : start + 1] == "”" and "“" in text[chain.span.start - 1 : start]:
        start += 1  # 驻村“第一书记”张明
    aside = _ASIDE.match(text, start, limit)
    start = aside.end() if aside is not None else start
    by = _LED_BY if chain.posts[-1].title.endswith("领导") else _THERE_ARE
    if (told := by.match(text, start, limit)) is not None:
        start = told.end()  # 出席会议的市领导还有：张明、李强
    others = _OTHERS.match(text, start, limit)
    if others is not None and _CHOSEN.search(text, max(0, chain.span.start - 4), chain.span.start):
        start = others.end()  # 当选为县委常委的还有张明
    elif text[start : start + 1] == "的" and _OF_HOLDER.search(text, max(0, chain.span.start - 8), chain.span.start):
        noun = _KIND_OF_PERSON.match(text, start + 1, limit)
        start = noun.end() if noun is not None else start + 1  # 原任县长的张明
    while chain.posts[-1].grade != "lay" and start < limit and text[start] in " 　：:":
        start += 1
    return start


def _accepted(gather: Gather, post: Post, span: Span, *, listed: bool) -> bool:
    name = re.sub(r"\s", "", span.of(gather.text))
    if "·" in name or name in gather.found:
        return True
    if classes().get(name[1:], "lay") not in {"lay", "media"}:
        return False  # 乡党委书记|陶书记
    strong = follow(gather.text, span.end) == "strong"
    if listed and strong:
        return True
    if name in outside() or (is_word(name) and not strong and not is_borne(name)):
        return False
    if post.grade == "lay" or (post.grade == "private" and not strong) or _COMMON.search(post.title):
        crossed = span.end in gather.view.boundaries and (len(name) == 3 or has_surname(name))  # 队|长安|奕霖
        return (
            (span.start in gather.view.boundaries or crossed or is_composed(name) or is_element(name))
            and not is_word(name)
            and name[-1] not in _NO_NAMES
            and not (
                len(name) > 2
                and name[:2] not in surnames()
                and is_word(name[:2])
                and span.end - 1 in gather.view.boundaries
            )
            and (has_surname(name) or strong or len(name) > 2 or is_element(name))
        )
    return True


def before_post(gather: Gather, chain: PostChain) -> None:
    """Find the name before a post: 任命张明为局长, 免去李强的县长职务, 张明（县医院医生）, 张明等县领导."""
    text, line = gather.text, gather.view.line(chain.span.start)
    floor = max(line.start, chain.span.start - 80)
    if gather.text[chain.span.end : chain.span.end + 1] == "的" and gather.named_at(chain.span.end + 1):
        return
    if (m := _INTRODUCED.search(text, max(floor, chain.span.start - 24), chain.span.start)) is not None:
        _introduced(gather, chain, m.start(), floor)
    elif find_removed(gather, chain, floor):
        return
    elif (m := _verb_before(text, max(floor, chain.span.start - 24), chain.span.start)) is not None:
        _appointed(gather, chain, m, floor)
    elif text.startswith("等", chain.span.start - 1) and chain.posts[-1].title.endswith("领导"):
        _led(gather, chain, chain.span.start - 1, floor)
    elif (counted := _OF_THEM.search(text, max(floor, chain.span.start - 4), chain.span.start)) is not None:
        _led(gather, chain, counted.start(), floor)
    elif chain.span.start > floor:
        _apposed(gather, chain, floor)


def _led(gather: Gather, chain: PostChain, end: int, floor: int) -> None:
    """Read the names before 等县领导 and 三位政协委员; of those who hold a post of their own it says nothing new."""
    for span in names_back(gather, end, floor):
        listed = (
            len(span) > 2 and gather.text[span.start] in surnames() and between_signs(gather, span.end, floor) == span
        )
        if listed or gather.plausible(span):
            found = gather.add(span, "person.before-post")
            if found is not None and not found.tenures:
                hold(found, chain, span, None, "tenure.name-and-post")


def _apposed(gather: Gather, chain: PostChain, floor: int) -> None:
    """Read a name right before a post: in a list (李明 县水利局局长；…), or before a bare title (外科李明主任)."""
    text, start, last = gather.text, chain.span.start, chain.posts[-1]
    closed = _CLOSED.match(text, chain.span.end) is not None
    row = _ROW.match(text, gather.view.line(start).start, start) if closed else None
    if gather.named_at(chain.span.end) or (row is None and last.grade in {"lay", "media"}):
        return
    listed = told_of(gather, chain, floor) or row
    if listed is None and closed:
        listed = _LISTED.search(text, max(floor, start - 16), start)
    if last.grade == "private" and (listed is not None or not _ADDRESSED.search(last.title)):
        return
    bare = chain.posts[0].span.start == start and len(last.span) == len(last.title) and len(chain.posts) == 1
    if listed is not None:
        span: Span | None = Span(listed.start("name"), listed.end("name"))
    elif bare and _ADDRESSED.search(last.title):
        span = gather.before(start, max(floor, start - 4))
    else:
        return
    if span is None or not gather.plausible(span) or not is_name(re.sub(r"\s", "", span.of(text))):
        return
    if listed is None and not _is_addressed(gather, span):
        return
    several = bare and listed is None and last.title.startswith("副") and text[span.start - 1] == "、"
    for each in names_back(gather, start, max(floor, start - _ROW_OF_DEPUTIES)) if several else [span]:
        found = gather.add(each, "person.before-post")
        if found is not None:
            hold(found, chain, each, None, "tenure.name-and-post")


def _is_addressed(gather: Gather, span: Span) -> bool:
    """Tell whether a name before a bare title is sure: behind 由 or a body; if of three, behind a sign or unit."""
    led = gather.text[span.start - 1 : span.start] == "由" or gather.ends_body(span.start)
    if led and has_surname(span.of(gather.text)):
        return True
    opened = _OPENED.search(gather.text, span.start - 1, span.start) is not None
    return len(span) == 3 and (span.start in gather.view.boundaries or opened)


def _verb_before(text: str, floor: int, end: int) -> re.Match[str] | None:
    """Return the words of appointing that end here, or before a province or city in short (任|海南|琼海市…)."""
    found = _APPOINTING.search(text, floor, end)
    ends = (end - n for n in (2, 3) if text[end - n : end] in division_short_names())
    return found or next((m for at in ends if (m := _APPOINTING.search(text, floor, at)) is not None), None)


def _appointed(gather: Gather, chain: PostChain, m: re.Match[str], floor: int) -> None:
    sentence = gather.view.sentence(m.start()).of(gather.text)
    body = gather.text[max(0, m.start() - 400) : m.start()]
    fresh = (
        m["verb"] not in _LASTING
        or m.group().endswith("现任")
        or _FRESH.search(sentence)
        or (m["verb"] == "为" and _FRESH.search(body))
    )
    if m["verb"] == "为" and not fresh:
        return  # 何为局长: no word says that anyone was made one
    held_then = _THEN.match(gather.text, chain.span.end)
    status = "former" if held_then or left(gather, chain, m) else _status(m.group(), fresh=bool(fresh))
    names = names_back(gather, m.start(), floor)
    for span in names or subject(gather, chain, m):
        if _TOWN.search(gather.text, span.start - 1, span.end):
            continue  # 到衡山县|贺家乡|任大学生村官
        found = gather.add(span, "person.before-post")
        if found is not None:
            hold(found, chain, span, status, "tenure.name-and-post" if names else "tenure.career")


def _status(verb: str, *, fresh: bool) -> Status | None:
    if "现" in verb:
        return "incumbent"
    return "former" if _EARLIER_VERB.search(verb) else "appointed" if fresh else None


def _introduced(gather: Gather, chain: PostChain, end: int, floor: int) -> None:
    """Read a name with its post in brackets: 张明（县医院医生）."""
    if not re.match(r"[）)，、；,]", gather.text[chain.span.end : chain.span.end + 1]):
        return
    span = spaced_before(gather, end, floor) or gather.before(end, floor)
    if span is not None and gather.plausible(span):
        found = gather.add(span, "person.with-post-in-brackets")
        if found is not None:
            hold(found, chain, span, None, "tenure.name-and-brackets")
