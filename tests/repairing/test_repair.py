"""Damage mended, case by case: what stands in the file, and what comes out."""

import pytest

from kg.model.source import CleanPage, OffsetMap, Page, Region
from kg.repairing import repair

FULL = "区委书记沈维舟主持召开会议并讲话"


def clean(text: str) -> CleanPage:
    """Repair a text as the only region of a page."""
    region = Region(text=text, offsets=OffsetMap.identity(len(text)))
    return repair(Page(source_files=("a",), source_sha256="", encoding=None, regions=(region,)))


def texts(text: str) -> list[str]:
    """Return the texts of the blocks."""
    return [block.text for block in clean(text).blocks]


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("近\n日，沈维舟到会。", ["近日，沈维舟到会。"]),
        (f"{FULL}，创\n\n建工作开始。", [f"{FULL}，创建工作开始。"]),
        ("作为老党员， 多年 ，他说： “好。 ”", ["作为老党员，多年，他说：“好。”"]),
        ("共有 62 名，占 6.5 万人的 ８１.７％。", ["共有62名，占6.5万人的81.7%。"]),
        ("５ 月１６ 日，ＡＢＣ公司成立。", ["5月16日，ABC公司成立。"]),
        ("新冠COVID-\n19和infor-\nmation以及New York。", ["新冠COVID-19和information以及New York。"]),
        ("超 市 里 开 展 活 动，群众很高兴。", ["超市里开展活动，群众很高兴。"]),
        ("区 委 书 记 ５ 月 1 6 日 到 会 ， 共 有 1 2 . 5 万 人 。", ["区委书记5月16日到会，共有12.5万人。"]),
        ("只 有 １ ７   本 书 ， 分 给   2 0   人 。", ["只有17本书，分给20人。"]),
        ("荷 花 开 满 塘  宾 客 坐 满 园", ["荷花开满塘 宾客坐满园"]),
        ("其中有 3 3 4 5 人受益，New York 1 2 队参加。", ["其中有3345人受益，New York 1 2队参加。"]),
        ("荷 花 文 化 节 开 幕", ["荷花文化节开幕"]),
        (f"{FULL}， |\n| 沈维舟｜\n│要求落实责任。", [f"{FULL}，沈维舟要求落实责任。"]),
        ("云溪｜把课堂搬到田埂上", ["云溪｜把课堂搬到田埂上"]),
        (f"{FULL}，\n{FULL}，\n要求落实责任。\n要求落实责任。\n", [f"{FULL}，要求落实责任。"]),
        ("\ufffd\ufffd本报讯 区里\n\ufffd\ufffd本报讯 区里\n修好了路。", ["本报讯 区里修好了路。"]),
        ("⼈⺠代表⾼⻓⻰说，好。", ["人民代表高长龙说，好。"]),
        ("湖湖边边新新步步道道，，晨晨跑跑好好地地方方。。", ["湖边新步道，晨跑好地方。"]),
        ("大家高高兴兴、认认真真地学习。", ["大家高高兴兴、认认真真地学习。"]),
        ("\ufffd\ufffd\ufffd本报讯\u200b近日，\ue5e5他\x07说，好。", ["本报讯近日，他说，好。"]),
        ("﹃\n ﹄\n他说，好。", ["他说，好。"]),
        ("︽通知︾︵试行︶印发。", ["《通知》（试行）印发。"]),
        ("Cafe\u0301开业，生意好。", ["Café开业，生意好。"]),
        ("啃“硬骨头” 打“歼灭仗”", ["啃“硬骨头” 打“歼灭仗”"]),
        (
            "每人发放两千元。 荷风送信 下月赏莲\n\ufffd\ufffd本报讯 天气好。",
            ["每人发放两千元。", "荷风送信 下月赏莲", "本报讯 天气好。"],
        ),
        ("本报讯 （记者\n韩志 ） 近日，天气好。", ["本报讯（记者 韩志）近日，天气好。"]),
        ("本报讯 （通讯员 欧\n阳远 王　伟） 近日，天气好。", ["本报讯（通讯员 欧阳远 王伟）近日，天气好。"]),
    ],
)
def test_damage_is_mended(damaged: str, mended: list[str]) -> None:
    """Wraps, spaces, widths, junk, doubled glyphs, radicals and vertical forms are mended, and no more."""
    assert texts(damaged) == mended


def test_paragraphs_are_told_by_their_narrower_first_lines() -> None:
    """Where indents have lost their spaces, a line two characters narrower begins a paragraph, blank line or not."""
    paragraphs = (
        "昨日区里召开防汛工作推进会部署有关工作各镇街道负责人到会听取意见并作表态发言。",
        "连日来各部门按照统一部署积极行动迅速跟进对标对表狠抓落实一定把工作做实做细再也不让老人们跑远路了。"[:45]
        + "。",
        "村民李某说门口的路修好了出门方便多了心里也亮堂了感谢大家为群众办了一件大好事。",
        "下一步区里将再加一把劲抓实项目让更多的群众受益。",
    )
    lines = [line for text in paragraphs for line in (text[:14], text[14:30], text[30:])]
    assert len(lines[5]) == 16
    assert texts("\n".join(lines)) == list(paragraphs)


def test_lines_of_no_column_are_joined() -> None:
    """Lines broken anywhere are joined beside paragraphs on one line, and so is the headline broken in a phrase."""
    page = """春茶开采仪式  昨日在青
螺乡举行

　　本报讯（记者  方  砚）昨日上午，春茶开采仪式在青螺
乡举行，乡党委书记程牧到
会，并讲
话，茶农百余人参加，今年的头一批新茶当天就装车，
运往
各地。
　　程牧表示，今年全乡茶园面积达到三万亩，预计产量比去年增加两成，乡里还将新建两座加工厂，带动更多茶农增收。
　　茶农老周说，去年的茶卖得很好，
今年他又多种了两亩，全家人都盼着有一个好收成，乡里的技术员也常常到地里来。
"""
    headline, first, second, third = texts(page)
    assert headline == "春茶开采仪式 昨日在青螺乡举行"
    assert first.startswith("本报讯（记者 方砚）昨日上午，")
    assert first.endswith("乡党委书记程牧到会，并讲话，茶农百余人参加，今年的头一批新茶当天就装车，运往各地。")
    assert second.endswith("增收。")
    assert third.startswith("茶农老周说，去年的茶卖得很好，今年他")


def test_an_interrupted_paragraph_goes_on_behind_a_caption() -> None:
    """A caption in the middle of a sentence stands by itself, and the sentence is whole."""
    page = f"{FULL}，\n{FULL}，要\n悬悬挂挂商商铺铺牌牌匾匾\n求各镇落实责任。\n"
    assert texts(page) == [f"{FULL}，{FULL}，要求各镇落实责任。", "悬挂商铺牌匾"]


@pytest.mark.parametrize(
    ("aside", "furniture"),
    [
        ("云溪日报 2023年5月18日 星期四", True),
        ("2023.5.18 星期四 编辑/简宁 校对/尚可", True),
        ("责任编辑：简宁 版式：尚可", True),
        ("□责任编辑 简宁 □电话 0123-7654321", True),
        ("A2 要闻 YAOWEN", True),
        ("综合新闻", True),
        ("要  闻", True),
        ("2022/06/21 星期二", True),
        ("下一版» 本期共4版, 当前第1版 PDF", True),
        ("第三版", True),
        ("YUNXI RIBAO", True),
        ("中共云溪区委主管主办 统一刊号CN99-0001 第1234期", True),
        ("新闻热线 7654321 投稿邮箱 yx@example.com", True),
        ("广告热线：0123-7654321", True),
        ("扫一扫 关注我们", True),
        ("版权所有 翻印必究", True),
        ("遗失声明 简宁遗失身份证，声明作废。", True),
        ("图为老人在义诊现场量血压。记者 简宁 摄", False),
        ("▲老人在义诊现场量血压，\n问用药。（简宁 摄）", False),
        ("\n老人在义诊现场 简宁 摄\n", False),
    ],
)
def test_a_paragraph_goes_on_behind_what_stands_apart(aside: str, furniture: bool) -> None:  # noqa: FBT001
    """A running head, an imprint or a caption in the middle of a sentence leaves the sentence whole."""
    blocks = clean(f"{FULL}，\n{FULL}，要\n{aside}\n求各镇落实责任。\n").blocks
    found = ["".join(block.text.split()) for block in blocks]
    assert found == [f"{FULL}，{FULL}，要求各镇落实责任。", "".join(aside.split())]
    assert [block.furniture for block in blocks] == [False, furniture]


@pytest.mark.parametrize(
    "line", ["电话打到区委的人", "扫一扫门前的雪再出", "图为在区里挂了三年", "综合执法队到村", "3"]
)
def test_words_that_begin_like_furniture_stay_in_the_sentence(line: str) -> None:
    """A line that begins as an imprint or a caption does, and goes on otherwise, is a line of its paragraph."""
    assert texts(f"{FULL}，\n{FULL}，要\n{line}\n求各镇落实责任。\n") == [f"{FULL}，{FULL}，要{line}求各镇落实责任。"]


@pytest.mark.parametrize(
    "headings",
    [
        ["云屏镇喜迎丰收节开镰", "田野里的歌声 晒场上的金黄"],
        ["老城区三十六条背街小巷换新颜居民个个说好"],
        ["跨过三道岭 翻过两座山"],
    ],
)
def test_headings_as_wide_as_their_column_stand_apart(headings: list[str]) -> None:
    """A line in two phrases, one over such a line, and one wider than the column below are headings."""
    body = ["昨日区里召开防汛工作推进会部署有", "关工作各镇街道负责人到会听取意见，", "并作表态发言。"]
    assert texts("\n".join(["", *headings, "", *body])) == [*headings, "".join(body)]


def test_a_headline_broken_in_a_phrase_is_one() -> None:
    """Two lines over a paragraph are one heading where the page has the characters at the break together elsewhere."""
    body = "昨日，荷花文化节开幕，区里召开防汛推进会\n并部署有关工作，各镇街道负责人到会，区里\n听取意见。\n"
    assert texts(f"云溪荷花文\n\n化节喜迎宾客\n{body}")[0] == "云溪荷花文化节喜迎宾客"
    assert texts(f"云溪区\n荷花迎宾客\n\n{body}")[:2] == ["云溪区", "荷花迎宾客"]
    said = "“好”区里说，“好”区里又说，荷花文化节的开幕式\n办得简朴，群众满意，各镇街道负责人到会听取意见。\n"
    assert texts(f"荷花迎来“新客”\n区里说开放\n\n{said}")[:2] == ["荷花迎来“新客”", "区里说开放"]


def test_a_clause_that_ends_with_a_narrow_comma_is_no_heading() -> None:
    """A line with a comma of half width is body, one with a number's comma may be a heading."""
    body = f"{FULL}要求各镇各街道抓好落实\n{FULL}大家表示要抓好落实。\n"
    assert len(texts(f"\n据悉,区里还将,\n\n{body}")) == 1
    assert texts(f"云溪送出1,200本书\n\n本报讯 {FULL}。\n")[0] == "云溪送出1,200本书"


def test_repairs_are_counted() -> None:
    """What was done to a block is counted by kind."""
    (block,) = clean("\ufffd\ufffd５ 月，天\n气好。").blocks
    assert dict(block.repairs) == {"junk characters": 1, "folded width": 1, "dropped spaces": 1, "joined lines": 1}
    assert block.opening


def test_items_of_a_digest_are_paragraphs() -> None:
    """A line that begins with the sign of an item goes on with none, though the one before it ends with a bracket."""
    items = ["●区医院为老人义诊。（林静）", "●区图书馆送书进村。（高澜）", "●荷塘镇清理湖岸。（陈望舒）"]
    assert texts("\n".join(items)) == items


SENTENCE = (
    "昨日区里召开防汛工作推进会部署有\n关工作各镇街道负责人到会听取意见，\n"
    "区里要求把责任落实到人，把预案细化\n到户，把物资储备到位。\n"
)


@pytest.mark.parametrize(
    "opening",
    [
        "（全媒体记者 俞知远 通讯员 何小满）沿河各村\n连夜巡堤。",
        "（全媒体记者 俞知远 通讯员 何\n小满）沿河各村连夜巡堤。",
        "云溪晚报讯 见习记者 俞知远沿河各村\n连夜巡堤。",
        "云溪新区讯（记者 俞知远）沿河各村\n连夜巡堤。",
        "【本报讯】沿河各村连夜巡堤。",
        "本报云溪5月9\n日电（记者 俞知远）沿河各村连夜巡堤。",
        "（县防汛办供稿）\n\n沿河各村连夜巡堤，人人在岗。",
        "5月9日晚，沿河各村连夜巡堤，人人在\n岗。",
    ],
)
def test_a_line_over_what_opens_a_report_is_a_heading(opening: str) -> None:
    """A line that stands alone over a dateline, over reporters in brackets or over a day heads what follows."""
    headline = "党员带头守堤坝护平安迎汛期"
    found = texts(f"{SENTENCE}\n{headline}\n\n{opening}\n")
    assert found[1] == headline
    assert found[0] == "".join(SENTENCE.split())


def test_a_heading_with_a_clause_stands_behind_a_sentence_without_an_end() -> None:
    """Over an opening a heading stands apart also where the last sentence of the article before has no full stop."""
    page = f"{SENTENCE * 2}名单：程牧\n\n换泵站清淤河云溪“未汛先动”护万家\n\n（记者 俞知远）汛期临近，各村连夜巡堤。\n"
    assert texts(page)[-2] == "换泵站清淤河云溪“未汛先动”护万家"


def test_a_year_with_noughts_begins_no_item() -> None:
    """A line that begins inside a year goes on with its paragraph, one that begins with a ring is an item."""
    assert len(texts("区里的堤坝始建于二\n○○三年，去年又加高。\n")) == 1
    assert len(texts("○区医院为老人义诊，（林\n静）到场。\n○区图书馆送书进村（高\n澜）。\n")) == 2


def test_who_signs_may_be_broken_over_two_lines() -> None:
    """The last character of a name on a line of its own belongs to the signature above it."""
    assert texts(f"荷花节开幕\n通讯员 何小满 俞知\n远\n\n{SENTENCE}")[1] == "通讯员 何小满 俞知远"


def test_a_headline_that_runs_downwards_is_one() -> None:
    """A character a line makes a heading, also between the lines of a paragraph; a column of figures makes none."""
    upright = "\n".join("守堤坝，护平安")
    first, second = SENTENCE.split("\n", 1)
    assert texts(f"{first}\n{upright}\n{second}") == ["".join(SENTENCE.split()), "守堤坝，护平安"]
    assert "1234" in "".join(texts(f"{SENTENCE}1\n2\n3\n4\n"))
