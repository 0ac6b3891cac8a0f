"""HTML and ALTO: headings, bylines and paragraphs told apart, each leading to its place in the source."""

from datetime import date

import pytest

from kg.errors import PageError
from kg.model.article import Article
from kg.model.source import Page
from kg.reading import read, source_of_bytes
from kg.repairing import repair
from kg.segmenting import segment

E_PAPER = """<!DOCTYPE html><html><head><meta charset="gb2312"><title>云溪日报</title>
<meta name="publishdate" content="2023-05-11"></head><body>
<div class="nav"><a href="a">首页</a> <a>上一版</a></div><div>2023年05月11日 第02版：要闻</div>
<div class="article"><h3>沈维舟在北渡镇调研时要求</h3><h1>把治水的账<br>算细算实</h1><h2>——侧记</h2>
<h4>本报记者 俞知远</h4><div id="ozoom"><founder-content>
<p>　　５月１６日，区委书记沈维舟到北渡镇调研&ldquo;清水&rdquo;工作，边走边看。</p>
<P>&nbsp;&nbsp;区委常委、区委办主任陆承岳参加调研。<p><strong>找准病根</strong></p><p>他说&#65306;要干。&lt;完&gt;</p>
</founder-content></div></div>
<div class="footer"><a>关于我们</a></div><script>var a="文章，。";</script></body></html>"""
NEWS = """<html><body><div class=top><a href=x>新闻</a></div><div class="title">荷风送信</div>
<div class="info">2023-05-15</div><div class="con">本报讯（记者 罗听雨）5月15日，区政府新闻办召开新闻发布会。<br><br>
　　副区长顾长钧说，办节不是铺摊子。<br>（编辑 甲乙）</div>
<ul><li><a href=1>相关新闻，很长的标题。</a></ul></body></html>"""


def line(*words: str, left: int = 100) -> str:
    """Write a line of ALTO."""
    strings = '<SP WIDTH="4"/>'.join(f'<String CONTENT="{w}" HPOS="1"/>' for w in words)
    return f'<TextLine HPOS="{left}" HEIGHT="12">{strings}</TextLine>'


ALTO = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Styles>'
    '<TextStyle ID="b" FONTSIZE="10"/><TextStyle ID="h" FONTSIZE="22"/></Styles><Layout>'
    '<Page PHYSICAL_IMG_NR="2"><PrintSpace><TextBlock ID="t1" STYLEREFS="h">'
    + line("荷风送信", "&quot;下月&quot;赏莲")
    + '</TextBlock><TextBlock ID="t2" STYLEREFS="b">'
    + line("本报讯", "（记者", "罗听雨）", "5", "月", "15", "日，", left=120)
    + line("区政府新闻办召开新闻发布会，第六届")
    + line("云溪荷花&#x6587;化节将举行。")
    + line("副区长在答记者问时表示，办节", left=120)
    + line("不是铺摊子。")
    + "</TextBlock></PrintSpace></Page></Layout></alto>"
)


def article_of(text: str, encoding: str = "utf-8") -> tuple[Page, Article]:
    """Read the one article of a file."""
    (page,) = read(source_of_bytes(text.encode(encoding), "a"))
    assert isinstance(page, Page)
    (article,) = segment(repair(page))
    return page, article


def test_an_e_paper_page_is_read() -> None:
    """Kicker, headline, subheadline, byline, crosshead and paragraphs are told by tags, date and page by the page."""
    page, article = article_of(E_PAPER, "gb18030")
    assert (page.encoding, page.published, page.number) == ("gb18030", date(2023, 5, 11), "02")
    assert [(x.role, x.span.of(article.text)) for x in article.lines] == [
        ("kicker", "沈维舟在北渡镇调研时要求"),
        ("headline", "把治水的账算细算实"),
        ("subheadline", "侧记"),
        ("byline", "本报记者 俞知远"),
        ("paragraph", "5月16日，区委书记沈维舟到北渡镇调研“清水”工作，边走边看。"),
        ("paragraph", "区委常委、区委办主任陆承岳参加调研。"),
        ("crosshead", "找准病根"),
        ("paragraph", "他说：要干。<完>"),
    ]
    hull = article.offsets.hull(article.lines[4].span)
    assert E_PAPER[hull.start : hull.end].endswith("调研&ldquo;清水&rdquo;工作，边走边看。")


def test_an_ordinary_news_page_is_read() -> None:
    """The element with most prose is the text; links and the date line are not."""
    _, article = article_of(NEWS)
    assert article.line_text("headline") == "荷风送信"
    assert [s.of(article.text)[:4] for s in article.of_role("paragraph")] == ["本报讯（", "副区长顾"]
    assert [(b.role, b.name) for b in article.bylines] == [("编辑", "甲乙"), ("记者", "罗听雨")]


def test_a_page_without_an_article_is_named() -> None:
    """A list of links is no article."""
    with pytest.raises(PageError, match="no article"):
        article_of("<html><body><ul><li><a href=x>标题，一个。</a></ul></body></html>")


def test_deep_nesting_and_broken_tags_do_no_harm() -> None:
    """Thousands of open elements and cut tags are read without recursion."""
    text = "<html><body>" + "<div>" * 20_000 + "<p>区委书记沈维舟主持召开会议，部署防汛。</p><p" + "&#xFFFFFFFF;&bogus;"
    _, article = article_of(text)
    assert "沈维舟主持" in article.text


def test_alto_is_read() -> None:
    """Words of ALTO lead to their place in the XML, references included; indents part paragraphs."""
    page, article = article_of(ALTO)
    assert (page.number, article.line_text("headline")) == ("2", '荷风送信 "下月"赏莲')
    first, second = article.of_role("paragraph")
    assert (
        first.of(article.text)
        == "本报讯（记者 罗听雨）5月15日，区政府新闻办召开新闻发布会，第六届云溪荷花文化节将举行。"
    )
    assert second.of(article.text) == "副区长在答记者问时表示，办节不是铺摊子。"
    hull = article.offsets.hull(second)
    assert ALTO[hull.start : hull.end].startswith("副区长在")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('<?xml version="1.0"?><!DOCTYPE alto [<!ENTITY a "aaa">]><alto xmlns="x">&a;</alto>', "DTD"),
        ('<!DOCTYPE alto SYSTEM "file:///etc/passwd"><alto xmlns="x"/>', "DTD"),
        ("<alto><Layout><Page>", "broken"),
        ("<alto>" * 300 + "</alto>" * 300, "nested"),
        ("<alto><Layout><Page/></Layout></alto>", "without words"),
        ('<?xml version="1.0"?><mods xmlns="x"/>', "neither ALTO"),
    ],
)
def test_hostile_xml_is_named(text: str, words: str) -> None:
    """Entities, external files, cut and deep documents raise an error, and nothing is fetched."""
    with pytest.raises(PageError, match=words):
        article_of(text)
