"""Level words that switch inside an article: 市委 there, 县委 here, 我市."""

import pytest

from kg.annotating import annotate
from kg.model.article import LineRole
from kg.model.facts import ResolvedArticle
from kg.model.source import Locality
from kg.resolving import resolve
from kg.resolving.lookup import find_division
from tests.stories import article

DEQING, HUZHOU = find_division("德清县"), find_division("湖州市")
INVENTED = Locality(name="临江市云溪区")


def reported(place: Locality | None, *paragraphs: str) -> ResolvedArticle:
    """Resolve an article of a page of this place."""
    lines: tuple[tuple[LineRole, str], ...] = (("headline", "新闻"), *(("paragraph", p) for p in paragraphs))
    return resolve(annotate(article(lines, place=place)))


def bodies(told: ResolvedArticle) -> dict[str, list[str]]:
    """Give the labels of organizations with the forms in which they are printed, in order."""
    return {t.label: [s.of(told.article.text) for s in t.mentions] for t in told.facts.of_kind("organization")}


@pytest.mark.parametrize(
    ("place", "paragraphs", "expected"),
    [
        pytest.param(
            DEQING,
            ["长兴县委、县政府派人到我县考察，县委介绍情况。"],
            {
                "中共湖州市长兴县委员会": ["长兴县委"],
                "湖州市长兴县人民政府": ["县政府"],
                "中共湖州市德清县委员会": ["县委"],
            },
            id="in a row with the body of another county",
        ),
        pytest.param(
            DEQING,
            ["在安吉县，县委、县政府介绍了经验。", "县委要求学习先进。"],
            {
                "中共湖州市安吉县委员会": ["县委"],
                "中共湖州市德清县委员会": ["县委"],
                "湖州市安吉县人民政府": ["县政府"],
            },
            id="behind the scene of a sentence",
        ),
        pytest.param(
            DEQING,
            ["在安吉县，代表团参观企业。县委要求学习先进。"],
            {"中共湖州市德清县委员会": ["县委"]},
            id="a scene ends with its sentence",
        ),
        pytest.param(
            DEQING,
            ["代表团赴安吉县学习，县委组织部派人参加。"],
            {"中共湖州市德清县委员会组织部": ["县委组织部"]},
            id="who travels is still from here",
        ),
        pytest.param(
            HUZHOU,
            ["市委到德清县调研，县委汇报工作。", "市委随后到安吉县调研，县委、县政府汇报工作。"],
            {
                "中共湖州市委员会": ["市委", "市委"],
                "中共湖州市德清县委员会": ["县委"],
                "中共湖州市安吉县委员会": ["县委"],
                "湖州市安吉县人民政府": ["县政府"],
            },
            id="on the page of a city the county last named",
        ),
        pytest.param(
            HUZHOU,
            ["德清县和安吉县签订协议，县委高度重视。"],
            {"县委": ["县委"]},
            id="two counties in one breath leave it open",
        ),
        pytest.param(
            DEQING,
            ["省委召开会议，市委、县委收听收看。"],
            {
                "中共浙江省委员会": ["省委"],
                "中共湖州市委员会": ["市委"],
                "中共湖州市德清县委员会": ["县委"],
            },
            id="each level of the page's own chain",
        ),
        pytest.param(
            INVENTED,
            ["石桥区委、区政府派人考察，区委介绍情况。"],
            {
                "中共石桥区委员会": ["石桥区委"],
                "石桥区人民政府": ["区政府"],
                "中共临江市云溪区委员会": ["区委"],
            },
            id="districts that no table has",
        ),
    ],
)
def test_a_level_word_means_its_division(
    place: Locality, paragraphs: list[str], expected: dict[str, list[str]]
) -> None:
    """By its row, its sentence, or the page."""
    assert bodies(reported(place, *paragraphs)) == expected


def test_claims_go_with_the_words_they_rest_on() -> None:
    """Two secretaries of 县委 hold the posts of two committees."""
    told = reported(DEQING, "在安吉县，县委书记沈维舟介绍经验。", "县委书记林望川主持召开座谈会。")
    labels = {t.key: t.label for t in told.facts.things}
    posts = {labels[t.person]: labels[t.organization or ""] for t in told.facts.tenures}
    assert posts == {"沈维舟": "中共湖州市安吉县委员会", "林望川": "中共湖州市德清县委员会"}


def test_a_switch_is_recorded_with_its_rule() -> None:
    """The record says what was printed, and that the sentence decided."""
    told = reported(DEQING, "在安吉县，县委介绍了经验。", "安吉县委再作部署。")
    rules = {(m.merged_form, m.rule) for m in told.facts.merges}
    assert ("县委", "resolution.switched-level") in rules


def test_a_body_that_is_not_printed_switches_too() -> None:
    """县长 implies the government of the county that was named."""
    told = reported(DEQING, "在安吉县，县长沈维舟介绍经验。", "县长林望川主持召开座谈会。")
    labels = {t.key: t.label for t in told.facts.things}
    assert {labels[t.organization or ""] for t in told.facts.tenures} == {
        "湖州市安吉县人民政府",
        "湖州市德清县人民政府",
    }
