"""Numbers that identify people are found, those that count are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.redacting.numbers import find_numbers, masked

CARD = "11010519491231002X"


@pytest.mark.parametrize(
    "number",
    [CARD, "410102990230123"[:6] + "990130123", "13800001234", "138-0000-1234", "138 0000 1234", "0394-8220001",
     "010-62220001", "400-800-1234", "１３８０００５６７８９", "6222 0212 3456 7890 128"[:23], "4111111111111111"],
)  # fmt: skip
def test_numbers_of_people_are_found(number: str) -> None:
    """Identity cards, telephones and bank cards are found however they are parted."""
    text = f"联系人留下{number}，请核实。"
    if number.startswith("6222"):
        text = f"账号{number}，请核实。"
    assert [span.of(text) for span in find_numbers(text)] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "总投资13800000000元",
        "服务热线12345和110",
        "2023年5月11日至2023年5月18日",
        "面积1234567平方米",
        "编号20230511",
        "比分21-19、21-18",
        "销售额1380000.1234567万元",
    ],
)
def test_numbers_that_count_stay(text: str) -> None:
    """Amounts, dates, scores and short numbers of services are no person's."""
    assert list(find_numbers(text)) == []


def test_seven_digits_are_a_telephone_where_a_word_says_so() -> None:
    """A local number is told by what stands before it."""
    assert [span.of(t) for t in ("举报电话：8221234。",) for span in find_numbers(t)] == ["8221234"]
    assert list(find_numbers("产量8221234。")) == []


@given(st.text(alphabet="1380-４ 4X元号账电话，", max_size=60))
def test_a_mask_is_as_long_as_its_number(text: str) -> None:
    """Every number keeps its length, and holds no digit any more."""
    for span in find_numbers(text):
        words = masked(span.of(text))
        assert len(words) == len(span)
        assert not any(each.isdigit() for each in words)
