"""Graves: read as written, and nothing in them tells who lies there."""

from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.redacting import Grave, Graves, Place, bury, read_graves, write_graves

PLACE = Place(source="ab" * 32, start=7, spans=((3, 6), (9, 12)))


def test_graves_are_read_as_written(tmp_path: Path) -> None:
    """What is written is read back, whatever the order; no file means no graves."""
    path = tmp_path / "graves.json"
    assert read_graves(path) == Graves()
    graves = [bury("陈望舒", "990102", [PLACE]), bury("林小满", None)]
    write_graves(path, graves)
    first = path.read_bytes()
    write_graves(path, reversed(graves))
    assert path.read_bytes() == first
    assert set(read_graves(path).all) == set(graves)


def test_a_grave_tells_its_own_from_others_only() -> None:
    """Name and jurisdiction must both be right."""
    grave = bury("陈望舒", "990102")
    assert grave.is_of("陈望舒", "990102")
    assert not grave.is_of("陈望舒", "990103")
    assert not grave.is_of("陈望", "990102")


def test_the_same_person_twice_gives_two_salts() -> None:
    """Two graves of one person do not look alike, so one does not betray the other."""
    assert bury("陈望舒", None).digest != bury("陈望舒", None).digest


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{}",
        "[]",
        '{"graves-1": 3}',
        '{"graves-1": [{"salt": "00", "digest": "00", "places": []}]}',
        '{"graves-1": [{"salt": 5}]}',
        '{"graves-1": [{"salt": "zz", "digest": "", "places": []}]}',
        '{"graves-2": []}',
    ],
)
def test_damage_is_named(tmp_path: Path, damage: str) -> None:
    """A damaged file stops the build, with its name and the remedy."""
    path = tmp_path / "graves.json"
    path.write_text(damage, encoding="utf-8")
    with pytest.raises(UsageError, match=r"graves\.json.*restore"):
        read_graves(path)


def test_a_stretch_must_have_a_length(tmp_path: Path) -> None:
    """Places are checked too."""
    path = tmp_path / "graves.json"
    write_graves(path, [Grave(salt="0" * 32, digest="0" * 64, places=(Place(source="x", start=0, spans=((4, 4),)),))])
    with pytest.raises(UsageError, match="without length"):
        read_graves(path)
