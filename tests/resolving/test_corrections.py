"""Corrections: lines of a file, mistakes in them, and what they make of articles."""

from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.model.article import Article
from kg.model.facts import ResolvedArticle, Thing
from kg.resolving import Names, correct, identities_of, parse_corrections, read_corrections
from kg.resolving.correcting import identity
from kg.resolving.corrections import ACTIONS
from tests.resolving.several import OTHER, report, together


def names(article: int) -> Names:
    """Call things by what they are told by, and evidence by article and offset."""
    return Names(
        thing=lambda thing: f"id:{hash(identity(thing)) & 0xFFFFFFFF:x}",
        evidence=lambda span: f"at:{article}/{span.start}-{span.end}",
    )


def person(of: ResolvedArticle) -> Thing:
    """Return the first person of an article."""
    return next(of.facts.of_kind("person"))


def called(resolved: list[ResolvedArticle], number: int) -> str:
    """Return the IRI of the first person of an article."""
    return names(number).thing(person(resolved[number]))


def corrected(text: str, resolved: list[ResolvedArticle]) -> tuple[list[ResolvedArticle], tuple[str, ...]]:
    """Apply a corrections file to articles; return them and what is said of lines that fit nothing."""
    corrections = parse_corrections(text, "corrections.tsv")
    known = {}
    for number, each in enumerate(resolved):
        known.update(identities_of(each, corrections.references, names(number)))
    told = [correct(each, corrections, known, names(number)) for number, each in enumerate(resolved)]
    return [each for each, _ in told], corrections.unfit(line for _, lines in told for line in lines)


def told(*articles: Article) -> list[ResolvedArticle]:
    """Resolve articles beside one another."""
    return together(*articles)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("smae\tid:1\tid:2", "same?"),
        ("same id:1 id:2", "制表符"),
        ("same\tid:1", "third field is missing"),
        ("same\tid:1\t某人", "must be an IRI"),
        ("is-a\tid:1\tbird", "no such class"),
        ("reject\tid:1\tnews", "no such fact"),
        ("same\tid:1\tid:2\nsame\tid:1\tid:3", "contradicts line 1"),
        ("same\tid:1\tid:2\ndifferent\tid:2\tid:1", "contradicts line 1"),
        ("# 环\nsame\tid:1\tid:2\nsame\tid:2\tid:3\nsame\tid:3\tid:1", "2, 3, 4"),
        ("same\tid:1\tid:1", "cycle"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, says: str) -> None:
    """The message says file, line and remedy, in both languages."""
    with pytest.raises(UsageError, match=r"corrections\.tsv:\d+: .*") as caught:
        parse_corrections(text, "corrections.tsv")
    assert says in str(caught.value)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """So is one that is not there."""
    (tmp_path / "c.tsv").write_bytes(b"same\t\xff\xfe")
    for name in ("c.tsv", "none.tsv"):
        with pytest.raises(UsageError, match=name):
            read_corrections(tmp_path / name)


def test_same_joins_two_persons_and_leaves_a_record() -> None:
    """The one named first takes the identity of the other, through a chain of lines."""
    before = told(report("区委书记李强讲话。"), report("县委书记李强讲话。", place=OTHER))
    after, unfit = corrected(f"same\t{called(before, 1)}\t{called(before, 0)}\t同一人", before)
    assert unfit == ()
    assert identity(person(after[1])) == identity(person(after[0])) == identity(person(before[0]))
    assert [m.rule for m in after[1].facts.merges] == ["resolution.correction"]


def test_different_undoes_a_merge_by_the_words_it_rests_on() -> None:
    """Called by its evidence, a person of one article gets an identity of its own."""
    before = told(report("副区长周涛讲话。"), report("副区长周涛到场。"))
    assert identity(person(before[0])) == identity(person(before[1]))
    mention = names(1).evidence(person(before[1]).mentions[0])
    after, unfit = corrected(f"different\t{mention}\t{called(before, 0)}", before)
    assert unfit == ()
    assert after[0] == before[0]
    assert identity(person(after[1])) != identity(person(after[0]))


def test_rename_alias_and_class_say_what_a_thing_is() -> None:
    """A body gets its new name; another printed name is it; a person holds no public post."""
    before = told(report("宏远公司捐款5万元。"), report("远大机械厂捐款3万元。"), report("副区长周涛讲话。"))
    firm = next(before[0].facts.of_kind("organization"))
    other = next(before[1].facts.of_kind("organization"))
    iri = names(0).thing(firm)
    lines = f"rename\t{iri}\t宏远控股公司\nalias\t{iri}\t{other.label}\nis-a\t{called(before, 2)}\tprivate"
    after, unfit = corrected(lines, before)
    assert unfit == ()
    assert {t.label for each in after[:2] for t in each.facts.of_kind("organization")} == {"宏远控股公司"}
    assert not person(after[2]).official


def test_reject_drops_a_fact_or_a_thing_with_all_that_is_said_of_it() -> None:
    """A fact is called by the evidence it rests on and what it says."""
    (before,) = told(report("5月9日，区委书记沈维舟主持召开防汛工作会议。"))
    (tenure,) = before.facts.tenures
    evidence = names(0).evidence(tenure.evidence[0])
    (after,), unfit = corrected(f"reject\t{evidence}\ttenure {tenure.title}", [before])
    assert unfit == ()
    assert after.facts.tenures == ()
    assert [p.in_capacity for p in after.facts.participations] == [None]
    (after,), _ = corrected(f"reject\t{called([before], 0)}", [before])
    assert not list(after.facts.of_kind("person"))
    assert not any(p.agent.startswith("person") for p in after.facts.participations)


def test_lines_that_fit_nothing_are_told() -> None:
    """An IRI that no article knows changes nothing and is reported with its line."""
    before = told(report("副区长周涛讲话。"))
    after, unfit = corrected("# 更正\nsame\tid:gone\tid:lost\nreject\tat:0/0-1\ttenure", before)
    assert after == before
    assert [line.split(" ")[0] for line in unfit] == ["corrections.tsv:2:", "corrections.tsv:3:"]


def test_the_example_of_the_documentation_is_a_corrections_file() -> None:
    """It shows every kind of line."""
    page = (Path(__file__).parents[2] / "docs" / "resolution.md").read_text(encoding="utf-8")
    example = page.partition("```tsv\n")[2].partition("```")[0]
    assert {entry.action for entry in parse_corrections(example, "corrections.tsv").entries} == set(ACTIONS)
