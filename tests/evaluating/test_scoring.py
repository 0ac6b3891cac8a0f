"""Scores of what was found against what was told."""

import json
from pathlib import Path

import pytest

from kg.annotating import annotate
from kg.errors import InputError
from kg.evaluating import Score, read_gold, score, total
from kg.evaluating.matching import same_activity, same_organization, same_title, same_unit
from kg.model.source import Locality
from kg.resolving import resolve
from tests.stories import article

GOLD = {
    "id": "a",
    "date": "2031-08-24",
    "persons": [
        {"name": "陈望舒", "official": True, "posts": [{"title": "区委书记", "organization": "青禾区委"}]},
        {"name": "陆鸣远", "official": True, "posts": [{"title": "区长", "organization": "青禾区政府"}]},
    ],
    "organizations": ["区总工会"],
    "organization_aliases": [],
    "events": [{"label": "湖岸整治推进会", "organizers": [], "participants": []}],
    "campaigns": [{"label": "“清湖行动”", "aliases": [], "organizers": [], "sub_campaigns": []}],
    "figures": [{"value": 120, "unit": "名", "expression": "120名"}],
}
TEXT = "8月20日，区委书记陈望舒主持召开湖岸整治推进会，区总工会120名职工参加。全区开展“清湖行动”，出动车辆30辆。"


def gold_file(folder: Path, **changes: object) -> Path:
    """Write gold facts."""
    path = folder / "a.json"
    path.write_text(json.dumps(GOLD | changes, ensure_ascii=False), encoding="utf-8")
    return path


def test_right_invented_and_missed_are_counted_by_kind(tmp_path: Path) -> None:
    """One official of two, a figure that nobody told, all else right."""
    found = resolve(annotate(article((("paragraph", TEXT),), place=Locality(name="云溪市青禾区"))))
    scores = score(read_gold(gold_file(tmp_path)), [found])
    assert (scores["official"].right, scores["official"].missed) == (1, ("陆鸣远",))
    assert (scores["figure"].right, scores["figure"].invented) == (1, ("30辆",))
    assert [scores[kind].f1 for kind in ("organization", "event", "campaign")] == [1, 1, 1]


def test_an_event_that_may_be_a_drive_is_not_missed_among_the_campaigns(tmp_path: Path) -> None:
    """An activity is, a meeting of that name would be missed."""
    found = resolve(annotate(article((("paragraph", TEXT),), place=Locality(name="云溪市青禾区"))))

    def missed(kind: str) -> tuple[str, ...]:
        event = {"label": "“清湖行动”", "type": kind, "organizers": [], "participants": []}
        return score(read_gold(gold_file(tmp_path, events=[event])), [found])["event"].missed

    assert (missed("activity"), missed("meeting")) == ((), ("“清湖行动”",))


def test_what_is_optional_is_neither_rewarded_nor_punished(tmp_path: Path) -> None:
    """The same figure, now optional."""
    found = resolve(annotate(article((("paragraph", TEXT),), place=Locality(name="云溪市青禾区"))))
    gold = read_gold(gold_file(tmp_path, optional={"figures": ["30辆"]}))
    assert score(gold, [found])["figure"] == Score(right=1)


def test_scores_add_up() -> None:
    """The total of two articles counts what either has."""
    one = dict.fromkeys(
        ("person", "official", "post", "organization", "event", "campaign", "figure"), Score(right=1, missed=("甲",))
    )
    assert total([one, one])["person"] == Score(right=2, missed=("甲", "甲"))
    assert Score(right=1, invented=("乙",), missed=("甲",)).f1 == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("same", "a", "b", "expected"),
    [
        (same_organization, "中共云溪市青禾区委员会", "青禾区委", True),
        (same_organization, "云溪市青禾区教育局", "青禾区教育局", True),
        (same_organization, "青禾区教育局", "青禾区体育局", False),
        (same_title, "区委书记", "书记", True),
        (same_title, "区委副书记", "书记", False),
        (same_activity, "湖岸整治工作推进会", "全区湖岸整治工作推进会", True),
        (same_activity, "湖岸整治推进会", "荷花文化节", False),
        (same_unit, "名", "人", True),
        (same_unit, "亩", "人", False),
    ],
)
def test_names_agree_as_a_careful_reader_would_say(same: object, a: str, b: str, *, expected: bool) -> None:
    """Higher places, ranks, and lengths of names."""
    assert same(a, b) is expected  # type: ignore[operator]


def test_a_file_of_gold_facts_that_lacks_a_part_is_named(tmp_path: Path) -> None:
    """The error says which file and what is missing."""
    path = tmp_path / "b.json"
    path.write_text('{"persons": []}', encoding="utf-8")
    with pytest.raises(InputError, match=r"b\.json.*events"):
        read_gold(path)


def test_what_a_reader_tells_in_other_words_is_not_invented(tmp_path: Path) -> None:
    """A label that stands nowhere in the text is not scored, nor is the event found that it tells of."""
    text = "8月20日，青禾矿业有限公司向区慈善总会捐款50万元。"
    found = resolve(annotate(article((("paragraph", text),), place=Locality(name="云溪市青禾区"))))
    event = {"label": "青禾矿业有限公司向区慈善总会捐款", "label_derived": True, "organizers": [], "participants": []}
    scores = score(read_gold(gold_file(tmp_path, events=[event])), [found])
    assert (scores["event"].right, scores["event"].invented, scores["event"].missed) == (0, (), ())
