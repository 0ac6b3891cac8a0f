"""Columns side by side on the same lines, read one below the other."""

from time import process_time

from kg.model.source import Page
from kg.reading import read, source_of_bytes
from kg.repairing import repair
from tests.damage.layout import set_side_by_side

LEFT = "昨日，区里召开防汛工作推进会，部署有关工作，各镇、街道负责人到会，听取意见，并作表态发言，会后分赴各堤段。" * 3
RIGHT = "东塘河畔的荷花文化节开幕，农户卖出莲蓬、藕带三千多斤，游客络绎不绝，当晚还有戏曲演出，镇上的客栈住满了人。" * 3


def blocks_of(text: str) -> list[str]:
    """Return the blocks that repair makes of a text."""
    (page,) = read(source_of_bytes(text.encode(), "page.txt"))
    assert isinstance(page, Page)
    return [block.text for block in repair(page).blocks]


def wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines."""
    return [text[at : at + width] for at in range(0, len(text), width)]


def test_columns_side_by_side_are_read_one_below_the_other() -> None:
    """Two columns, also three, are whole; their headlines stand over them, and one over the next pair stays there."""
    left, right = ["防汛会议召开", "", *wrapped(LEFT, 13)], ["荷花节开幕", "", *wrapped(RIGHT, 17)]
    page = "\n".join([*set_side_by_side(left, right), "", "云溪区荷花文化节开幕式侧记摄影作品专版", LEFT])
    found = blocks_of(page)
    assert found[:4] == ["防汛会议召开", LEFT, "荷花节开幕", RIGHT]
    assert found[4].startswith("云溪区荷花文化节")
    three = list(set_side_by_side(list(set_side_by_side(left, right)), wrapped(LEFT.replace("区", "县"), 15)))
    assert "".join(blocks_of("\n".join(three))) == f"防汛会议召开{LEFT}荷花节开幕{RIGHT}{LEFT.replace('区', '县')}"


def test_indents_of_a_right_column_stay_with_it() -> None:
    """A paragraph of the right column begins where its indent stands, at whatever place its first line begins."""
    right = [line for part in (RIGHT, LEFT) for line in wrapped(f"　　{part}", 17)]
    assert blocks_of("\n".join(set_side_by_side(wrapped(LEFT, 13), right))) == [LEFT, RIGHT, LEFT]


def test_rows_of_a_table_stay_rows() -> None:
    """Short pieces without a clause are a table, whose rows are read as they stand."""
    rows = [f"沈维{name}      云溪区第{name}中学      教师" for name in "甲乙丙丁戊己庚辛壬癸"]
    assert "".join(blocks_of("\n".join(rows))) == "".join("".join(rows).split())


def test_time_grows_with_the_length() -> None:
    """Lines that all stand farther in than the one before, and lines of gaps alone, take time in proportion."""

    def seconds(count: int) -> float:
        text = "\n".join(" " * (12 + 7 * (n % 25)) + "会，" + "   甲" * 20 for n in range(count))
        start = process_time()
        blocks_of(text)
        return process_time() - start

    seconds(50)
    assert seconds(2400) < 12 * seconds(400) + 0.5
