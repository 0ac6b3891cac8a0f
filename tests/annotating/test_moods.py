"""Sentences that bid, ask or hope without a word that says so."""

import pytest

from kg.annotating.modality import modality_of
from kg.annotating.view import View
from kg.model.source import Span
from tests.stories import article


def told(paragraph: str, phrase: str) -> str:
    """Return the modality of a phrase in a paragraph."""
    start = paragraph.index(phrase)
    return modality_of(View(article((("paragraph", paragraph),))), Span(start, start + len(phrase)))


@pytest.mark.parametrize(
    ("paragraph", "modality"),
    [
        ("严格落实责任，开展安全检查。", "required"),
        ("会议要求，要抓紧排查。开展安全检查，消除隐患。", "required"),
        ("连日来，青禾区行动迅速。全面开展安全检查，不留死角。", "happened"),
        ("全面开展安全检查，共检查企业20家。", "happened"),
        ("扎实开展安全检查，查处违法行为33起。", "happened"),
        ("各村忙了起来。开展安全检查，消除隐患。", "happened"),
    ],
)
def test_bidding_is_told_by_how_a_sentence_opens_and_what_stands_before(paragraph: str, modality: str) -> None:
    """A strong opening suffices, a mild one needs a demand before it; words of reporting end both."""
    assert told(paragraph, "安全检查") == modality


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("谁来参加荷花节？", "planned"),
        ("一起参加荷花节吧！", "planned"),
        ("镇里把荷花节列入年度计划。", "planned"),
        ("为办好荷花节，镇里连夜清扫街道。", "planned"),
        ("为庆祝丰收举行荷花节。", "happened"),
        ("镇里办了荷花节，何时再办？", "happened"),
    ],
)
def test_questions_aims_and_purposes_are_no_reports(sentence: str, modality: str) -> None:
    """What is asked about, invited to, aimed at or prepared for is planned."""
    assert told(sentence, "荷花节") == modality


def test_what_opens_with_a_verb_of_bidding_reports_behind_a_report_or_with_its_result() -> None:
    """扎实推进… behind what somebody did, and with 全部成立 or 40余户, asks for nothing."""
    assert told("区民政局走访了军属。扎实推进“双助力”工程。", "“双助力”工程") == "happened"
    assert told("扎实推进妇联建设，村妇联全部成立。", "成立") != "required"
    assert told("扎实推进“双助力”工程，帮扶家庭40余户。", "40余户") != "required"
