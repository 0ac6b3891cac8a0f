"""Characters that text recognition took for others, mended where their words leave no doubt."""

import pytest

from kg.model.source import Page, Span
from kg.reading import read, source_of_bytes
from kg.repairing import repair


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("8月26曰，区里开会。", "8月26日，区里开会。"),
        ("八月二十六曰，区里开会，今曰收到回信。", "八月二十六日，区里开会，今日收到回信。"),
        ("区入民法院己经审结，区入大代表到场。", "区人民法院已经审结，区人大代表到场。"),
        ("执法入员到场，负责入说，尚末完工。", "执法人员到场，负责人说，尚未完工。"),
        ("女土和战土、博土都来了。", "女士和战士、博士都来了。"),
        ("今夭，党员千部和骨千讲自已的事。", "今天，党员干部和骨干讲自己的事。"),
        ("干方百计保供水，士地流转加快，国士空间规划批复。", "千方百计保供水，土地流转加快，国土空间规划批复。"),
        ("5月未前完工。", "5月末前完工。"),
        ("2O23年l2月，投入12O万元，惠及3l5户。", "2023年12月，投入120万元，惠及315户。"),
    ],
)
def test_a_misread_character_is_mended(printed: str, meant: str) -> None:
    """A character that makes no word where one of its shape makes one is put right, counted, and leads back."""
    (page,) = read(source_of_bytes(printed.encode(), "page.txt"))
    assert isinstance(page, Page)
    (block,) = repair(page).blocks
    assert block.text == meant
    changed = [at for at in range(len(meant)) if meant[at] != printed[at]]
    assert dict(block.repairs)["misread characters"] == len(changed)
    assert all(block.offsets.hull(Span(at, at + 1)).start == at for at in changed)


@pytest.mark.parametrize(
    "text",
    [
        "子曰：温故而知新。一曰勤，二曰廉。",
        "深入民心，融入民族团结，走入民居，负责入户走访。",
        "自己经营，自己在家，来自已建成的泵站，自已故的老人。",
        "女土家族代表唱歌，保护土地，护土固沙，士气高涨，战士地位提高。",
        "三千部手机，数千警力，三千部门店，干净整洁，若干措施。",
        "周末来客，年末成绩，今年未发生事故，5月未能完工，逃之夭夭。",
        "O2O平台，H2O分子，I5公里，CO2排放，5l油桶。",
    ],
)
def test_what_may_be_meant_stays(text: str) -> None:
    """Words in which either character may stand are left as they are printed."""
    (page,) = read(source_of_bytes(text.encode(), "page.txt"))
    assert isinstance(page, Page)
    (block,) = repair(page).blocks
    assert block.text == text
