"""Blocks: each candidate has one, and what is decided in it follows from the set alone."""

from datetime import date
from random import Random

from kg.annotating import annotate
from kg.resolving import resolve, resolve_block, summarize
from tests.resolving.several import CITY, OTHER, decisions, report, together


def test_decisions_follow_from_the_set_of_candidates() -> None:
    """Their order does not matter."""
    texts = ("区教育局局长周涛讲话。", "区水利局局长周涛讲话。", "区教育局局长周涛讲话。", "县委书记周涛讲话。")
    articles = [report(t, place=OTHER if t.startswith("县") else CITY) for t in texts]
    candidates = [c for n, each in enumerate(articles) for c in summarize(resolve(annotate(each)), f"a{n}")]
    first = sorted(decisions(candidates), key=repr)
    assert first
    for seed in range(5):
        Random(seed).shuffle(candidates)
        assert sorted(decisions(candidates), key=repr) == first


def test_nothing_is_decided_of_nothing() -> None:
    """An empty block has no decisions."""
    assert resolve_block([]) == ()


def test_what_no_other_article_touches_stays_as_it_is() -> None:
    """An article alone keeps the identities of its own resolution."""
    alone = report("5月9日，区委书记沈维舟主持召开防汛工作会议。")
    assert together(alone) == [resolve(annotate(alone))]


def test_a_short_name_stands_for_the_one_fuller_name_of_its_place() -> None:
    """宏远公司 is the one firm of that name; where there are two it stays as it is."""
    full, short = "岚屏宏远机械有限公司捐款5万元。", "宏远公司捐款3万元。"
    labels = [{t.label for t in each.facts.of_kind("organization")} for each in together(report(full), report(short))]
    assert labels == [{"岚屏宏远机械有限公司"}] * 2
    rival = report("岚屏宏远建材有限公司捐款1万元。")
    told = together(report(full), report(short), rival)[1]
    assert {t.label for t in told.facts.of_kind("organization")} == {"宏远公司"}


def test_a_campaign_is_called_as_it_was_first() -> None:
    """A longer name on a later page leaves the name that earlier pages gave."""
    first = report("柳荫街道开展“清风护河”行动。", published=date(2031, 1, 3))
    later = report("柳荫街道开展“清风护河”专项整治行动。", published=date(2031, 2, 3))
    labels = [{t.label for t in each.facts.of_kind("campaign")} for each in together(later, first)]
    assert labels[0] == labels[1] == {t.label for each in together(first) for t in each.facts.of_kind("campaign")}


def test_an_abbreviated_campaign_is_the_full_one_of_its_place() -> None:
    """创文 and 创建全国文明城市工作 of one district are one campaign, of two districts two."""
    full = report("创建全国文明城市工作启动以来，全区上下行动起来。")
    found = [
        {(t.label, t.jurisdiction) for t in each.facts.of_kind("campaign")}
        for each in together(full, report("创文工作启动。"), report("创文工作启动。", place=OTHER))
    ]
    assert found[0] == found[1] != found[2]
