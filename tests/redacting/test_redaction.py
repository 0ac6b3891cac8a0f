"""What is to be masked is covered in text, labels and claims, at equal length."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotating import annotate
from kg.model.article import LineRole
from kg.model.facts import ResolvedArticle
from kg.redacting import Graves, Place, Redaction, bury, redact, tag_of, unclaimed
from kg.redacting.names import initials, nobody
from kg.resolving import resolve
from tests.stories import article

LINES: tuple[tuple[LineRole, str], ...] = (
    ("headline", "青禾区举行助学活动"),
    ("paragraph", "本报讯（记者 林小满）8月20日，青禾区教育局举行助学活动，区教育局局长陈望舒主持。"),
    ("paragraph", "“我也在这里读过书。”村民王大成说，他捐赠图书300册。王大成还留下电话13800001234。"),
    ("paragraph", "“孩子们有书读了。”村民欧阳青禾说。陈望舒表示感谢。"),
)  # fmt: skip


def told(lines: tuple[tuple[LineRole, str], ...] = LINES) -> ResolvedArticle:
    """Return an article as it comes to be masked."""
    return resolve(annotate(article(lines)))


def labels(resolved: ResolvedArticle) -> set[str]:
    """Return the labels of its persons."""
    return {person.label for person in resolved.facts.of_kind("person")}


def person(resolved: ResolvedArticle, name: str) -> str | None:
    """Return what stands for the jurisdiction of a person."""
    return next(tag_of(each) for each in resolved.facts.of_kind("person") if each.label == name)


def test_numbers_are_masked_unless_asked_otherwise() -> None:
    """A telephone number is covered in the text; all else is as it was."""
    before, after = told(), redact(told(), Redaction())
    assert after.article.text == before.article.text.replace("13800001234", "*" * 11)
    assert labels(after) == labels(before)
    assert redact(before, Redaction(numbers=False)) is before


def test_private_persons_keep_their_surname() -> None:
    """With `initials` officials and reporters are named, others by their surname, in quotes and bodies too."""
    after = redact(told(), Redaction(private="initials"))
    assert {"陈望舒", "王某某"} <= labels(after)
    assert "王大成" not in after.article.text
    assert "欧阳某某说" in after.article.text
    assert "记者 林小满" in after.article.text
    assert "王大成" not in repr(after.facts)


def test_private_persons_are_left_out() -> None:
    """With `omit` nothing is claimed of them, and the text names them nowhere."""
    after = redact(told(), Redaction(private="omit"))
    assert labels(after) == {"陈望舒", "林小满"}
    assert "王" not in after.article.text
    keys = {thing.key for thing in after.facts.things}
    assert all(said.agent in keys and said.activity in keys for said in after.facts.participations)


def test_two_who_share_a_mask_stay_two() -> None:
    """王大成 and 王小成 are both 王某某, and not one person."""
    lines = (*LINES, ("paragraph", "“这是心意。”村民王小成说，他捐赠图书20册。"))
    after = redact(told(lines), Redaction(private="initials"))
    found = [(each.label, each.scope) for each in after.facts.of_kind("person") if each.label == "王某某"]
    assert len(found) == len(set(found)) == 2


def test_a_name_inside_a_longer_name_of_another_stays() -> None:
    """The mask of 王成 does not touch the official 王成林."""
    lines: tuple[tuple[LineRole, str], ...] = (
        ("paragraph", "8月20日，青禾区区长王成林主持召开工作会议。“路修好了。”村民王成说。"),
    )
    after = redact(told(lines), Redaction(private="initials"))
    assert "区长王成林" in after.article.text
    assert "村民王某说" in after.article.text
    assert "王成林" in labels(after)


def test_a_forgotten_person_is_gone_from_text_and_facts() -> None:
    """Name and claims of a person with a grave are gone, those of others stay."""
    before = told()
    grave = bury("陈望舒", person(before, "陈望舒"))
    after = redact(before, Redaction(graves=Graves((grave,))))
    assert "陈望舒" not in after.article.text + repr(after.facts)
    assert len(after.article.text) == len(before.article.text)
    assert not after.facts.tenures or all(t.person in {x.key for x in after.facts.things} for t in after.facts.tenures)
    assert "王大成" in labels(after)


def test_a_namesake_elsewhere_is_not_forgotten() -> None:
    """A grave is of one name in one jurisdiction."""
    grave = bury("陈望舒", "某处")
    assert redact(told(), Redaction(graves=Graves((grave,)), numbers=False)) == told()


def test_a_name_that_nobody_claims_is_covered_by_its_place() -> None:
    """Where a forgotten name stands unrecognised, the grave's places cover it."""
    lines: tuple[tuple[LineRole, str], ...] = (("paragraph", "碑上刻着陈望舒三字，字迹已经模糊，无人知道来历。"),)
    before = told(lines)
    spans = unclaimed(before.article, before.facts, "陈望舒")
    assert spans, "the name was recognised after all: the test needs another sentence"
    place = Place(
        source=before.article.source_sha256,
        start=before.article.source_start,
        spans=tuple((span.start, span.end) for span in spans),
    )
    after = redact(before, Redaction(graves=Graves((bury("陈望舒", None, [place]),))))
    assert "陈望舒" not in after.article.text


@given(st.text(alphabet="王欧阳司马李明·　 买提", min_size=1, max_size=8))
@settings(max_examples=200)
def test_masks_of_names_keep_their_length(name: str) -> None:
    """A masked name is as long as the name."""
    assert len(initials(name)) == len(nobody(name)) == len(name)


@pytest.mark.parametrize(
    ("name", "mask"),
    [("王芳", "王某"), ("欧阳娜", "欧阳某"), ("欧阳", "欧某"), ("李 明", "李 某"), ("买买提·吐尔逊", "买某某·某某某")],
)
def test_a_surname_stays(name: str, mask: str) -> None:
    """Of a compound surname both characters stay, of a name with a middle dot the first."""
    assert initials(name) == mask
