"""Persons: names in strong contexts first (behind a post, in a byline, before 说), then wherever they are repeated."""

from kg import expressions as re
from kg.annotating.appointments import after_post, before_post
from kg.annotating.division_names import division_short_names
from kg.annotating.gates import Gated
from kg.annotating.gathering import Found, Gather
from kg.annotating.members import find_members
from kg.annotating.name_followers import ends_name, is_hanzi
from kg.annotating.name_rows import bare, find_rows
from kg.annotating.name_words import surnames
from kg.annotating.names import is_name, is_transcription, name_end
from kg.annotating.names_before import names_back
from kg.annotating.naming import Naming
from kg.annotating.nearby import find_nearby
from kg.annotating.posts import Post, PostChain
from kg.annotating.signatures import find_senders, find_signatures
from kg.annotating.transcriptions import is_composed, transcribes
from kg.annotating.view import View
from kg.annotating.words import outside
from kg.model.source import Span

__all__ = ["Found", "find_persons"]

_SPEECH = re.compile(
    r"(?:告诉记者|向记者|对记者|介绍|坦言|回忆|感慨|感叹|笑道|说道|说(?!明|服|法|起)|表示|认为|告诉|指出|强调|透露|谈到|提起|解释|建议|呼吁|反映|补充"
    r"|一边(?!倒)|(?:就|便|也)是其中|夺冠|折桂|(?:位列|名列|排名)第"
    r"|以(?=\d[\d.]{0,5}(?:小时|分|秒|比|公斤|米|环|[:：∶])[^，。；]{0,24}(?:获|夺|摘|胜|率先|跑|登|打破|刷新))"
    r"|以(?=\d[^，。；]{1,14}的(?:优异|最好|好)?(?:成绩|佳绩))|在(?=[男女]子[^，。；]{2,20}[中上里](?:以|[夺获摘]))"
    r"|代表(?=[^，。；、]{2,24}(?:发言|宣读|致[辞谢]|宣誓|表态|领奖|倡议|接受|签[约字]|[捐赠]|敬献))"
    r"|宣布(?=[了：，启活大比]|[^，。；]{0,24}(?:[开闭]幕|启动|开始|开工|结果|情况))|分别发表"
    r"|主持(?:了?会议|召开|仪式|[开闭]幕|座谈|活动)|(?:出席|参加)(?:并|会议|仪式|活动)|宣读|致辞)"
)
_MANNERS = {"着": (2, 3), "地": (3, 4, 5, 6)}
"""Characters of how something is said, by the last: 笑着, 朴实地, 意味深长地."""
_LEAD = (
    r"(?:(?:来自)?[㐀-鿿]{1,8}[省市县区州旗队校学]的|只有|其中|"
    r"但|而|据|对此|随后|当天|这时|听到|看到|只见|不过|于是|同时|因此|最后|目前|现在|今年|如今)?"
)
_BEFORE_SPEECH = re.compile(rf"(?:^|[，。；：！？”’」\s（(]){_LEAD}(?P<name>[㐀-鿿·]{{2,8}})$")
_ANNOUNCED = Gated(
    r"(?:名叫|[他她人子娃孩娘的”]叫|[警员手匠星王哥姐人]”|班(?:学生|同学)?|队(?!伍)|年级(?![学同师])|[\d一二三四五六七八九）)]班的|之[子孙女](?=[㐀-鿿]{2,3}[，、；。])|叫做|名为|[\d多余]岁的|个叫"
    r"|授予|追授|悼念|抓获|慰问了|看望了|被害人|嫌疑人)(?=[㐀-鿿])"
)
_WINNING = Gated(
    r"分(?:别[获夺摘列]|获|列)|(?:还|又|也|则|均|都|各)?(?:分别|成功|一举)?(?:获得?|夺得|摘得|斩获|勇夺|荣获|摘取|包揽|摘走|问鼎)"
    r"(?=[^，。；]{0,28}(?:冠军|亚军|季军|第[一二三]名?|前三名|[金银铜][牌奖]|[一二三]等奖)|[。，])"
)
"""What winners do, with the prize behind it or a sign (冠军由…摘得。)."""
_PRIZE_OF = Gated(
    r"(?:冠军|亚军|季军|第[一二三]名|[一二三]等奖|金[奖牌]|银[奖牌]|铜[奖牌])(?:得主|获得者)?(?:则|均|都)?(?:归属于?|属于|由|被|分别[由是为]|是|为)"
    r"(?=[㐀-鿿]{2})"
)
"""A prize before who took it: 冠军归属|殷晓雨, 第一名被|张佳佳…折桂."""
_WON_BY = re.compile(r"[，。；：、！？（”\s由被的]$|选手$|同学$|只有$")
_MOST_WINNERS = 24
"""Characters of the winners' names at most."""
_TOLD_IN_ROW = Gated(r"(?:[两二三四五六七八九\d][人名位]|名单|如下|分别[是为]|他们是|她们是)：(?=[㐀-鿿]{2,4}、)")
"""Before a row of names, however short: 提拔任用的两人：何澄、林静."""
_TOLD_OF_EACH = Gated(r"(?:分别[是为]|获奖者?有|奖的有|他们是|名单如下)：(?P<row>[^。；\n]{20,600})")
_EACH = re.compile(r"[的家员士师长护兵者人手工生民女捐献][㐀-鿿]{2,3}(?=、|，|$)")
"""Items of a row that tell of each what he or she did: 照顾老人18年的|何澄、…."""
_AT_HOME = re.compile(r"家[中里]|看来|心[里中目]")
_HOMES = ("家中", "家里")
_ENDED = re.compile(r"[，。、；：（）！？”等的和同家]|$")
_ANNOTATED = Gated(
    r"(?<![㐀-鿿])(?P<name>[㐀-鿿]{2,4}|[㐀-鿿][ 　]{1,2}[㐀-鿿])"
    r"[（(](?:女|男|化名|[一-龥]{1,4}族|[前后]?排?[左右中][一二三四五]?)[）)，、,]"
)
_DESCRIBED = Gated(
    r"(?:(?<![㐀-鿿])|(?<=的))(?P<name>[㐀-鿿]{2,4}?)(?:同志)?"
    r"(?:，[男女]，|，?(?:今年|现年|年仅|时年|才|刚满|已)?\d{2,3}岁|同志逝世|同志，(?:原|因病)|同志\d{4}年|同志于\d{4}年)"
)
_TOLD_OF = Gated(
    r"(?:(?<![㐀-鿿])|(?<=的))(?P<name>[㐀-鿿]{2,4}?)"
    r"(?:是(?:一[名位个]|远近闻名|[村镇乡]里|当地)(?=[㐀-鿿])|(?:老人|老师|先生|女士)?(?:因病|不幸|安详)?(?:[去逝离]世|病逝)"
    r"|，[㐀-鿿]{2,10}人，(?:[生于]|\d{4}年|中共党员|汉族)"
    r"|(?:，|于)?(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:出?生于|出生|生(?=[，；。])|参加(?:革命)?工作|参军|入伍|入党))"
)
"""A life told behind a name that is no word: 张明是一名护士, 张明1928年10月生于."""
_SIDES = frozenset("上下中内外里边旁前后")
"""Last characters of words for where something is."""
_DOT = re.compile("[·•・]")
_LONGEST = 9
"""Characters of a name before or behind a dot at most."""
_KINDS = frozenset("户员人民生属")
"""Last characters of words for people of a kind: 包联户."""
_ADDRESSED = Gated(
    r"(?:(?<![㐀-鿿\d])|(?<=[到向对给与和被让]))(?P<name>[㐀-鿿]{3})"
    r"(?:老师(?!傅)|同学(?![们会校])|先生(?!们)|女士(?!们)|校友(?![们会企捐代])|老人(?![们院节]|家(?![中里]))|老先生)"
)
_CHAIRED = Gated(r"由(?P<name>[㐀-鿿]{2,4})(?:主持|主讲|授课|主刀|执裁)(?=[，。；])")
"""Who chairs, of no post: 会议由|林静|主持."""
_LONGEST_SIGNER = 5
_NOBODY = frozenset({"新闻", "图片", "资料", "综合"})
"""Words that stand where a photographer would: 新闻|图片."""


def find_persons(view: View, chains: tuple[PostChain, ...], organizations: tuple[Naming, ...]) -> dict[str, Found]:
    """Find the persons of an article by name, in order of their first mention."""
    gather = Gather(view, chains, organizations)
    _bylines(gather)
    for chain in chains:
        after_post(gather, chain)
    for line in view.article.lines:
        _announced(gather, line.span)
        _winners(gather, line.span)
        find_signatures(gather, line.span)
    for chain in chains:
        before_post(gather, chain)
    _speakers(gather)
    _visited(gather)
    _dotted(gather)
    find_members(gather, organizations)
    find_senders(gather, organizations)
    for line in view.article.lines:
        find_rows(gather, line.span)
    gather.mentions()
    return dict(sorted(((n, f) for n, f in gather.found.items() if f.mentions), key=lambda item: item[1].mentions[0]))


def _bylines(gather: Gather) -> None:
    """Take those who sign the article."""
    for byline in gather.view.article.bylines:
        span = byline.span
        name = span.of(gather.text)
        if name in outside() or name in _NOBODY or name.startswith("发自"):
            continue  # 记者 张明 报道; 发自云溪
        if (
            len(span) > _LONGEST_SIGNER
            and not is_name(bare(gather, span))
            and _DOT.search(span.of(gather.text)) is None
        ):
            continue  # 县水利局林静
        found = gather.add(span, "person.byline")
        if found is None:
            continue
        role = gather.text.rfind(byline.role, gather.view.line(span.start).start, span.start)
        if role >= 0 and byline.role:
            words = Span(role, role + len(byline.role))
            post = Post(span=words, title=byline.role, grade="media", organ=None, status="incumbent")
            found.tenures.append((post, words, span, "incumbent", "tenure.byline"))


def _speakers(gather: Gather) -> None:
    """Find a name between a sign and a word of speech, or of a part in a meeting: ，李明说; 李明主持会议."""
    for m in _SPEECH.finditer(gather.text):
        line = gather.view.line(m.start())
        floor = max(line.start, m.start() - 18)
        for length in _MANNERS.get(gather.text[m.start() - 1], (0,)):
            end = m.start() - length
            if length > 2 and end not in gather.view.boundaries:
                continue
            said = _BEFORE_SPEECH.search(gather.text[floor:end])
            span = gather.before(end, floor + said.start("name")) if said is not None else None
            if said is not None and span is not None and span.start == floor + said.start("name"):
                if gather.plausible(span):
                    gather.add(span, "person.before-speech")
                break


def _winners(gather: Gather, line: Span) -> None:
    """Find the names before what they won: 何澄与许清分获亚军和季军, 冠军由林静摘得."""
    for m in _PRIZE_OF.finditer(gather.view, line):
        for span in gather.names_from(m.end(), line.end):
            if not gather.plausible(span):
                break
            gather.add(span, "person.winner")
    for m in _WINNING.finditer(gather.view, line):
        spans = names_back(gather, m.start(), max(line.start, m.start() - _MOST_WINNERS))
        first = spans[0].start if spans else line.start
        opened = first == line.start or _WON_BY.search(gather.text, max(line.start, first - 2), first) is not None
        places = any(span.of(gather.text) in division_short_names() for span in spans)
        if spans and opened and not places and all(gather.plausible(span) for span in spans):
            for span in spans:
                gather.add(span, "person.winner")


def _announced(gather: Gather, line: Span) -> None:
    """Find a name after words that announce one (名叫, 55岁的), or before （女）."""
    reached = line.start  # what a list took in is not read again, so that a list of lists costs no more
    for m in _ANNOUNCED.finditer(gather.view, line):
        if m.end() < reached:
            continue
        for span in gather.names_from(m.end(), line.end):
            reached = span.end
            if gather.plausible(span) and _ends_announced(gather, span):
                gather.add(span, "person.announced")
    for m in _TOLD_IN_ROW.finditer(gather.view, line):
        names = list(gather.names_from(m.end(), line.end))
        if len(names) > 1 and all(gather.plausible(span) for span in names):
            for span in names:
                gather.add(span, "person.announced")
    for m in _TOLD_OF_EACH.finditer(gather.view, line):
        ends = [m.start("row") + each.end() for each in _EACH.finditer(m["row"])]
        names = [each for end in ends if (each := gather.before(end, end - 3)) and gather.plausible(each)]
        for span in names if len(names) > 1 else ():
            gather.add(span, "person.announced")
    find_nearby(gather, line)
    _described(gather, line)


def _described(gather: Gather, line: Span) -> None:
    """Find a name by what is told behind it: （女）, 今年50岁, 老师."""
    for pattern, rule in ((_DESCRIBED, "person.described"), (_ANNOTATED, "person.annotated")):
        for m in pattern.finditer(gather.view, line):
            span = Span(m.start("name"), m.end("name"))
            if m["name"][-1] in _SIDES:
                continue  # 柳溪村的山坡上，64岁的…
            if is_name(bare(gather, span)) and (m["name"][0] in surnames() or is_composed(m["name"])):
                gather.add(span, rule)
    for pattern in (_ADDRESSED, _TOLD_OF, _CHAIRED):
        for m in pattern.finditer(gather.view, line):
            span = Span(*m.span("name"))
            if m["name"][0] == "班" and gather.text[span.start - 1 : span.start] in {"）", ")"}:
                continue  # 初三（2）班林静同学
            if is_name(m["name"]) and gather.plausible(span):
                gather.add(span, "person.described")


def _ends_announced(gather: Gather, span: Span) -> bool:
    """Tell whether a sign ends the name, or a word behind a name of three characters."""
    text = gather.text
    if _ENDED.match(text[span.end : span.end + 1]):
        return True
    long = len(span) == 3 or is_composed(span.of(text))
    return text.startswith("作为", span.end) or (long and ends_name(text, span.end))


def _dotted(gather: Gather) -> None:
    """Find a name of transcribing characters with a middle dot, wherever it stands: 巴图尔·艾山."""
    for m in _DOT.finditer(gather.text):
        if _is_known(gather, m):
            continue
        line = gather.view.line(m.start())
        start = m.start()
        while start > max(line.start, m.start() - 8) and transcribes(gather.text[start - 1]):
            start -= 1
        if is_hanzi(gather.text[start - 1 : start]):
            start = next((at for at in range(start, m.start() - 1) if at in gather.view.boundaries), m.start())
        end = name_end(gather.view, start, line.end) if m.start() - start > 1 else None
        if end is not None and end - m.end() > 1 and is_transcription(gather.text[m.end() : end]):
            gather.add(Span(start, end), "person.dotted")


def _is_known(gather: Gather, dot: re.Match[str]) -> bool:
    """Tell whether the dot is that of a name that was found."""
    starts, ends = range(max(0, dot.start() - _LONGEST), dot.start()), range(dot.end() + 1, dot.end() + _LONGEST)
    return any(gather.text[start:end] in gather.found for start in starts for end in ends)


def _visited(gather: Gather) -> None:
    """Find a name before 家中, and between 在 and 看来 or 心里."""
    for m in _AT_HOME.finditer(gather.text):
        line = gather.view.line(m.start())
        span = gather.before(m.start(), max(line.start, m.start() - 4))
        if span is None or not gather.plausible(span) or gather.text[span.end - 1] in _KINDS:
            continue
        if m.group() in _HOMES or gather.text[span.start - 1 : span.start] == "在":
            gather.add(span, "person.at-home")
