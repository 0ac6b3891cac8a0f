"""The table of divisions: what a user may write for a place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import PlaceError
from kg.resolving.chains import chain, chain_end
from kg.resolving.divisions import parts, short_name
from kg.resolving.lookup import find_division


@pytest.mark.parametrize("place", ["德清县", "德清", "330521", "湖州市德清县", "浙江省湖州市德清县", " 德清县 "])
def test_a_division_is_found_by_name_path_or_code(place: str) -> None:
    """All ways to write one county lead to its code."""
    assert find_division(place).code == "330521"


@pytest.mark.parametrize("place", ["鼓楼区", "999999", "无此县", "A县", "", "德清县；"])
def test_what_is_unknown_or_ambiguous_is_refused_with_a_remedy(place: str) -> None:
    """The message says what to write instead."""
    with pytest.raises(PlaceError, match="请"):
        find_division(place)


def test_a_path_settles_namesakes() -> None:
    """鼓楼区 is in four cities."""
    assert find_division("南京市鼓楼区").code == "320106"


def test_an_invented_path_is_taken_as_it_stands() -> None:
    """Former and invented places have no code."""
    assert find_division("云溪市青禾区").code is None


@pytest.mark.parametrize(
    ("name", "divisions"),
    [
        ("湖州市德清县武康街道办事处", ("湖州市", "德清县", "武康街道")),
        ("海南儋州市", ("海南", "儋州市")),
        ("中共望岱县委员会", ("望岱县",)),
        ("区委", ()),
        ("柳岸社区党委", ()),
        ("乡宁县考察团", ("乡宁县",)),
        ("城市管理局", ()),
    ],
)
def test_the_divisions_at_the_beginning_of_a_name(name: str, divisions: tuple[str, ...]) -> None:
    """They end where the body's own name begins; levels alone and words like 社区 are none."""
    assert chain(name) == divisions


@given(st.text(alphabet="德清县湖州市浙江省社区街道镇委中共办A", max_size=30))
def test_a_chain_is_the_beginning_of_its_name(name: str) -> None:
    """What was cut off stands in the name, in order, up to where it is said to end."""
    assert name[: chain_end(name)].endswith("".join(chain(name)))


@given(st.text(alphabet="德清县湖州市浙江省自治区旗", min_size=1, max_size=12))
def test_parts_give_the_path_again_and_short_names_begin_it(path: str) -> None:
    """No character is lost; a short name is the beginning of the name."""
    assert "".join(parts(path)) == path
    assert path.startswith(short_name(path))
