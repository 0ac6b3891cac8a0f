"""Articles told apart on whole pages, and what each of their lines is."""

import json
from pathlib import Path

import pytest

from kg.model.article import Article
from kg.model.source import Page
from kg.reading import read, source_of_bytes
from kg.repairing import repair
from kg.segmenting import segment
from tests.damage.measure import Tally
from tests.damage.stories import Story

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXTS = Path(__file__).parents[1] / "quality" / "open" / "texts"
BODY = "区委书记沈维舟主持召开全区防汛工作推进会，要求各镇、街道把责任落实到人，把预案细化到户，把物资储备到位。" * 2


def articles_of(text: str) -> tuple[Article, ...]:
    """Take a text through reading, repair and segmentation."""
    (page,) = read(source_of_bytes(text.encode(), "page.txt"))
    assert isinstance(page, Page)
    return segment(repair(page))


def lines_of(article: Article) -> list[tuple[str, str]]:
    """Return role and words of an article's lines."""
    return [(line.role, line.span.of(article.text)) for line in article.lines]


@pytest.mark.parametrize("page", sorted(path.stem for path in (EXAMPLES / "pages").glob("*.txt")))
def test_the_example_pages_are_read_whole(page: str) -> None:
    """Of the example pages every article, headline, byline and paragraph is restored, and nothing invented."""
    gold = json.loads((EXAMPLES / "gold" / page / "articles.json").read_text(encoding="utf-8"))
    stories = [
        Story(
            kind=each["kind"],
            headline=each["headline"],
            paragraphs=tuple(each["paragraphs"]),
            bylines=tuple(byline["name"] for byline in each["bylines"]),
        )
        for each in gold
    ]
    tally = Tally()
    tally.add(articles_of((EXAMPLES / "pages" / f"{page}.txt").read_text(encoding="utf-8")), stories)
    assert (tally.found, tally.headlines, tally.bylines, tally.invented) == (tally.articles,) * 3 + (0,), tally.misses
    assert tally.restored == tally.paragraphs, tally.misses


@pytest.mark.parametrize("name", [f"d{n:02}" for n in range(1, 29) if n not in (7, 23)])
def test_a_clean_text_is_one_article(name: str) -> None:
    """A text with a paragraph a line is one article under its first lines, whatever its byline looks like."""
    text = (TEXTS / f"{name}.txt").read_text(encoding="utf-8")
    article, *rest = articles_of(text)
    assert not [other for other in rest if other.kind == "article"]
    assert article.line_text("headline") in [line.strip(" —") for line in text.splitlines()[:3]]


@pytest.mark.parametrize(
    ("headings", "headline"),
    [
        (["雪压南陂不压志", "云溪区抗击雨雪冰冻灾害目击"], "雪压南陂不压志"),
        (["推着药箱走过三十一个冬天", "记石桥镇塔湾村村医程牧"], "推着药箱走过三十一个冬天"),
        (["百日冲刺，云溪打响“收官战”", "云溪区召开创建文明城区百日攻坚誓师大会"], "百日冲刺，云溪打响“收官战”"),
    ],
)
def test_a_headline_is_told_from_what_the_report_is(headings: list[str], headline: str) -> None:
    """Of two headings the one that calls the report a report, or tells plainly of a meeting, is the smaller."""
    (article,) = articles_of("\n".join([*headings, f"本报讯 {BODY}"]))
    assert article.line_text("headline") == headline


def test_jump_lines_belong_to_the_parts_that_they_join() -> None:
    """A line that says where an article goes on ends it, one that says where it comes from opens its rest."""
    page = f"防汛会议召开\n本报讯 {BODY[:-1]}\n下转3版\n荷花节开幕\n本报讯 {BODY}\n（上接第一版）{BODY}\n"
    first, second, third = articles_of(page)
    assert (first.line_text("headline"), second.line_text("headline")) == ("防汛会议召开", "荷花节开幕")
    assert first.text.endswith("下转3版")
    assert third.text.startswith("（上接第一版）")


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("记者 沈维舟", [("记者", "沈维舟", None)]),
        (
            "本报记者 沈维舟 通讯员 何小满 毛书棋",
            [("记者", "沈维舟", None), ("通讯员", "何小满", None), ("通讯员", "毛书棋", None)],
        ),
        ("□记者 王　伟 文/图", [("记者", "王伟", None)]),
        (
            "云溪日报·云上客户端记者 俞知远 见习记者 罗听雨",
            [("记者", "俞知远", "云溪日报·云上客户端"), ("见习记者", "罗听雨", None)],
        ),
        ("□文/本报记者 尹巷 图/本报记者 司空见", [("记者", "尹巷", None), ("记者", "司空见", None)]),
        ("全媒体记者 宝音德力格尔 白音查干", [("全媒体记者", "宝音德力格尔", None), ("全媒体记者", "白音查干", None)]),
        ("责任编辑：陈瑶 来源：云溪区党政办", [("责任编辑", "陈瑶", None)]),
        (
            "值班主任 田野 编辑 苗圃 美编 关键",
            [("值班主任", "田野", None), ("编辑", "苗圃", None), ("美编", "关键", None)],
        ),
        ("[责任编辑：沙小洲]", [("责任编辑", "沙小洲", None)]),
        ("特约通讯员：阿不都·热合曼", [("特约通讯员", "阿不都·热合曼", None)]),
    ],
)
def test_byline_lines(byline: str, names: list[tuple[str, str, str | None]]) -> None:
    """A line that signs an article gives role, name and paper of each who signs, with the name's exact span."""
    (article,) = articles_of(f"防汛会议召开\n{byline}\n{BODY}\n")
    found = [(b.role, b.name, b.organization.of(article.text) if b.organization else None) for b in article.bylines]
    assert found == names
    assert all(b.span.of(article.text) == b.name for b in article.bylines)


@pytest.mark.parametrize(
    ("line", "names", "dateline"),
    [
        ("本报讯（记者 俞知远）", ["俞知远"], ("本报讯", None, None)),
        ("本报5月4日讯（记者 俞知远 通讯员 何小满）", ["俞知远", "何小满"], ("本报5月4日讯", None, "05-04")),
        ("新华社云州5月8日电（记者甲乙、丙丁）", ["甲乙", "丙丁"], ("新华社云州5月8日电", "云州", "05-08")),
        ("中新网云州12月30日电 （简宁）", [], ("中新网云州12月30日电", "云州", "12-30")),
        ("每日云溪网讯（新云溪·每日云溪网记者 郭秀）", ["郭秀"], ("每日云溪网讯", None, None)),
        ("本报北渡11月6日讯 （全媒体记者 禄小凤）", ["禄小凤"], ("本报北渡11月6日讯", "北渡", "11-06")),
    ],
)
def test_datelines(line: str, names: list[str], dateline: tuple[str, str | None, str | None]) -> None:
    """A dateline gives place and day, the year from the issue at most the day of it."""
    (article,) = articles_of(f"云溪日报 2023年6月2日 星期五 第02版\n\n防汛会议召开\n{line}{BODY}\n")[1:]
    found = article.dateline
    assert found is not None
    day = None if found.date is None else found.date.strftime("%m-%d")
    assert (found.span.of(article.text), found.place, day) == dateline
    assert found.date is None or found.date <= article.published  # type: ignore[operator]
    assert [b.name for b in article.bylines] == names


def test_a_signature_at_the_end_closes_the_article() -> None:
    """A byline in brackets at the end is read, and what follows is another article."""
    first, second = articles_of(f"防汛会议召开\n{BODY}（记者 俞知远）\n荷花节开幕\n{BODY}\n")
    assert [b.name for b in first.bylines] == ["俞知远"]
    assert second.line_text("headline") == "荷花节开幕"


def test_headings_are_told_by_their_words() -> None:
    """A lead-in is a kicker, a dash marks a subheadline, halves of one length a headline."""
    (article,) = articles_of(f"沈维舟在北渡镇调研时要求\n细算治水账 不漏每一河\n———北渡镇见闻\n记者 俞知远\n{BODY}\n")
    assert lines_of(article)[:4] == [
        ("kicker", "沈维舟在北渡镇调研时要求"),
        ("headline", "细算治水账 不漏每一河"),
        ("subheadline", "北渡镇见闻"),
        ("byline", "记者 俞知远"),
    ]


def test_a_lost_headline_stays_lost() -> None:
    """Where only the brackets of an upright headline are left, there is none, and none is made up."""
    (article,) = articles_of(f"﹃\n ﹄\n \ufffd\ufffd\ufffd本报讯 （记者 俞知远）{BODY}\n")
    assert article.line_text("headline") is None


def test_a_caption_behind_an_article_stands_by_itself() -> None:
    """A caption in doubled glyphs at the end of an article's last line is a caption with its photographer."""
    article, caption = articles_of(f"防汛会议召开\n本报讯 {BODY} 游游人人漫漫步步新新护护岸岸。。 记者 罗听雨 摄\n")
    assert (caption.kind, lines_of(caption)) == (
        "caption",
        [("byline", "记者 罗听雨 摄"), ("paragraph", "游人漫步新护岸。")],
    )
    assert [(b.role, b.name) for b in caption.bylines] == [("摄影", "罗听雨")]
    assert article.text.endswith("到位。")


def test_headings_move_down_to_the_article_that_they_head() -> None:
    """Where a page marks openings, headings over the last lines of another article go to the next one without any."""
    mark = "\ufffd\ufffd\ufffd"
    page = (
        f"防汛会议召开\n{mark}{BODY}\n荷花文化节在东塘河畔盛大开幕\n记者 俞知远\n会议还强调，责任要压实。\n"
        f"{mark}{BODY}\n"
        f"老街修缮\n{mark}{BODY}\n防汛演练\n{BODY}\n{mark}{BODY}\n"
    )
    first, second, third, fourth = articles_of(page)
    assert lines_of(first)[-1] == ("paragraph", "会议还强调，责任要压实。")
    assert lines_of(second)[:2] == [("headline", "荷花文化节在东塘河畔盛大开幕"), ("byline", "记者 俞知远")]
    assert third.line_text("headline") == "老街修缮"
    assert third.line_text("crosshead") == "防汛演练"
    assert fourth.line_text("headline") is None


def test_a_name_may_begin_with_the_word_of_a_role() -> None:
    """文 and 图 say who wrote and who photographed, but 文 may be a family name as well."""
    caption, article = articles_of(f"工人检修塔吊 文静波 摄\n\n防汛会议召开\n记者 文静波\n{BODY}\n")
    assert [(b.role, b.name) for b in caption.bylines] == [("摄影", "文静波")]
    assert [(b.role, b.name) for b in article.bylines] == [("记者", "文静波")]


def test_editors_at_the_head_of_a_page_sign_no_article() -> None:
    """Who made the page stands over its first article; a photographer who reported signs his without a space."""
    notice, article = articles_of(f"责编/简宁 版式/尚可\n防汛会议召开\n{BODY}\n简小宁摄影报道\n")
    assert (notice.kind, article.line_text("headline")) == ("notice", "防汛会议召开")
    assert [(b.role, b.name) for b in article.bylines] == [("摄影", "简小宁")]


def test_furniture_between_articles_is_a_notice() -> None:
    """What a paper prints on every page heads no article and signs none."""
    _, slogan, article = articles_of(f"防汛会议召开\n{BODY}\n\n扫一扫 关注我们\n\n荷花节开幕\n本报讯 {BODY}\n")
    assert slogan.kind == "notice"
    assert next((line.role, line.span.of(article.text)) for line in article.lines) == ("headline", "荷花节开幕")


def test_a_masthead_dates_the_page() -> None:
    """Paper, day and page number of a running head stand on each article; the head itself is a notice."""
    notice, article = articles_of(f"云溪日报 2023年5月18日 星期四 第03版：要闻\n\n防汛会议召开\n本报讯 {BODY}\n")
    assert notice.kind == "notice"
    assert (article.newspaper, str(article.published), article.page) == ("云溪日报", "2023-05-18", "03")


def test_junk_before_a_headline_opens_an_article() -> None:
    """A run of junk opens an article also where it stands before the headline instead of the text."""
    first, second = articles_of(
        f"防汛会议召开\n本报讯 {BODY}\n\ufffd\ufffd\ufffd短题\n{BODY}\n",
    )
    assert (first.line_text("headline"), second.line_text("headline")) == ("防汛会议召开", "短题")


def test_clean_articles_are_told_apart_by_the_blank_lines_between_them() -> None:
    """Where no blank lines stand between paragraphs, a headline behind one begins an article, a crosshead none."""
    clean = f"　　{BODY}\n　　{BODY}又。\n"
    headline = "云溪区荷花文化节在东塘河畔盛大开幕"
    page = f"防汛工作会议昨日召开\n{clean}一、压实责任\n{clean}\n{headline}\n{clean}\n老街修缮\n修旧如旧\n{clean}"
    first, second, third = articles_of(page)
    assert first.line_text("crosshead") == "一、压实责任"
    assert second.line_text("headline") == headline
    assert third.text.startswith(("老街修缮", "修旧如旧"))


def test_blank_lines_between_all_paragraphs_tell_nothing() -> None:
    """Where every paragraph stands behind a blank line, so may a long crosshead."""
    page = f"防汛工作会议昨日召开\n\n{BODY}\n\n{BODY}又。\n\n各镇各街道负责同志纷纷表态抓落实\n\n{BODY}\n"
    assert len(articles_of(page)) == 1


def test_reporters_in_brackets_open_an_article_and_a_follow_up_none() -> None:
    """Who reports, in brackets before the text, opens an article; a second report of the same does not."""
    lines = "\n".join(BODY[at : at + 16] for at in range(0, len(BODY), 16))
    page = f"防汛会议召开\n\n{lines}\n\n又讯（记者 俞知远）\n{lines}\n\n暴雨将至\n\n（记者 何小满）{lines}\n"
    first, second = articles_of(page)
    assert first.text.count("又讯") == 1
    assert second.line_text("headline") == "暴雨将至"


def test_a_digest_is_an_article_and_a_numbered_heading_opens_none() -> None:
    """A short heading over items is a headline; one that counts a section is none."""
    lines = "\n".join(BODY[at : at + 16] for at in range(0, len(BODY), 16))
    items = "\n\n".join(f"△{lines}" for _ in range(3))
    section = "三、压实防汛责任"
    first, digest = articles_of(f"防汛会议召开\n\n本报讯 {lines}\n\n{section}\n\n{lines}\n\n教卫快讯\n\n{items}\n")
    assert first.line_text("crosshead") == section
    assert digest.line_text("headline") == "教卫快讯"


def test_headings_below_their_articles_are_raised() -> None:
    """Where all headlines stand below their articles they go up, where their words say otherwise they stay."""
    flood = f"本报讯 {BODY}"
    lotus = "本报讯 东塘河畔的荷花文化节昨日开幕，云溪区的农户在节上卖出莲蓬和藕带三千多斤，游客络绎不绝。"
    below = articles_of(f"{flood}\n防汛工作推进会昨召开\n记者 俞知远\n{lotus}\n荷花文化节东塘河畔开幕\n第03版：要闻\n")
    assert [article.line_text("headline") for article in below[:2]] == [
        "防汛工作推进会昨召开",
        "荷花文化节东塘河畔开幕",
    ]
    assert [byline.name for byline in below[0].bylines] == ["俞知远"]
    lost = articles_of(f"{flood}\n荷花文化节东塘河畔开幕\n{lotus}\n明日有阵雨\n")
    assert [article.line_text("headline") for article in lost[:2]] == [None, "荷花文化节东塘河畔开幕"]


def test_a_sentence_that_goes_on_on_another_page_is_no_heading() -> None:
    """Lines cut short by the mark of another page are the article's text, though what follows opens the next one."""
    body = "\n".join(BODY[at : at + 16] for at in range(0, len(BODY), 16))
    cut = "大会听取了各镇街道负责人所作的汇\n下转3版"
    page = f"防汛会议召开\n\n{body}\n\n{cut}\n\n荷花节开幕\n\n□记者 俞知远\n\n{body}\n"
    first, second = articles_of(page)
    assert (first.line_text("headline"), second.line_text("headline")) == ("防汛会议召开", "荷花节开幕")
    assert first.text.endswith("所作的汇下转3版")
