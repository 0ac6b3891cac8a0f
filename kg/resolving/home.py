"""The division from which an article speaks, worked out where the page says none: what it names, where, how often."""

from collections import Counter

from kg import expressions as re
from kg.model.article import Article
from kg.model.facts import Facts
from kg.resolving.chains import chain
from kg.resolving.division import Division, of_code, of_path
from kg.resolving.divisions import TOWNSHIP, divisions, short_name, townships

Chain = tuple[str, ...]
"""Names of divisions, the largest first."""

TOWN = re.compile(r"(?:[镇乡]|街道)$")
_LEVELS = "市县区州盟旗"
_SMALLEST = "旗县区州盟市"
_OURS = re.compile(r"[我全](?P<level>[市县区州盟旗])(?!级|国)")
_PAPER = re.compile(r"([一-龥]{2,4}?)(?:日报|晚报|晨报|都市报|时报|新闻网|发布|融媒|广播电视台|电视台)")
_HEADLINE, _LEAD, _DATELINE, _PAPERS, _TOWNS = 3, 2, 4, 1, 2
"""What a name counts for by where it stands, a mention counting for one."""
_LEAD_LENGTH = 600
_PREFECTURE, _COUNTY = 4, 6
"""Digits of the codes of prefectures and counties."""


def count_chains(facts: Facts) -> Counter[Chain]:
    """Count the chains of divisions with which names of places and bodies begin, each beginning of a chain too."""
    counted: Counter[Chain] = Counter()
    for thing in facts.things:
        if thing.kind in {"place", "organization"}:
            names = chain(thing.label)
            for length in range(1, len(names) + 1):
                counted[names[:length]] += max(len(thing.mentions), 1)
    return counted


def find_home(article: Article, facts: Facts, counted: Counter[Chain]) -> Chain | Division | None:
    """Choose the division from which an article speaks, by its chain of names or from the table.

    It is of the level that the article uses bare (县委, 我市), and stands out there. None where nothing tells.
    """
    scores = Counter({names: n for names, n in counted.items() if names[-1][-1] in _LEVELS})
    _score_lead(article, scores)
    _score_short(article, scores)
    _score_towns(counted, scores)
    level = _bare_level(article, facts)
    best = _best({names: n for names, n in scores.items() if level is None or names[-1][-1] == level})
    return _around(scores) if best is None and level == "市" else best


def _bare_level(article: Article, facts: Facts) -> str | None:
    """Return the level that the article uses most without a name, the smaller of two equal ones."""
    counted: Counter[str] = Counter(m["level"] for m in _OURS.finditer(article.text))
    for thing in facts.of_kind("organization"):
        if thing.label[:1] in set(_LEVELS) and not chain(thing.label):
            counted[thing.label[0]] += max(len(thing.mentions), 1)
    return min(counted, key=lambda level: (-counted[level], _SMALLEST.index(level)), default=None)


def _best(scores: dict[Chain, int]) -> Chain | None:
    """Return the chain that counts most, as long as it is anywhere printed; None where another counts the same."""
    ordered = sorted(scores, key=lambda names: (-scores[names], -len(names), names))
    if not ordered:
        return None
    first = ordered[0]
    rival = next((names for names in ordered if names[-1] not in first and first[-1] not in names), None)
    if rival is not None and scores[rival] == scores[first]:
        return None
    return max((names for names in scores if names[-1] == first[-1]), key=lambda names: (len(names), names))


def _score_lead(article: Article, scores: Counter[Chain]) -> None:
    """Count what stands in headline, dateline and first paragraph."""
    lead = next((span.of(article.text) for span in article.of_role("paragraph")), "")[:_LEAD_LENGTH]
    headline = (article.line_text("headline") or "")[:_LEAD_LENGTH]
    for names in list(scores):
        scores[names] += _LEAD * (names[-1] in lead) + _HEADLINE * (short_name(names[-1]) in headline)
        scores[names] += _DATELINE * (short_name(names[-1]) in _dateline(article))


def _dateline(article: Article) -> str:
    return (article.dateline.place or "") if article.dateline else ""


def _score_short(article: Article, scores: Counter[Chain]) -> None:
    """Count short names that mean one division only: of dateline, paper and headline."""
    headline = (article.line_text("headline") or "")[:_LEAD_LENGTH]
    pieces = [(headline[at : at + n], 1) for at in range(len(headline)) for n in (2, 3)]
    papers = [article.newspaper or "", *(b.organization.of(article.text) for b in article.bylines if b.organization)]
    pieces.extend((m[1], _PAPERS) for paper in papers if (m := _PAPER.search(paper)))
    for text, worth in ((_dateline(article), _DATELINE), *pieces):
        name = _meant(text)
        if name is not None:
            scores[name,] += worth


def _meant(short: str) -> str | None:
    """Return the one prefecture or county that has this short name; no autonomous one, whose are words (互助, 通道)."""
    found = divisions().short_codes.get(short, ())
    name = divisions().names[found[0]] if len(found) == 1 and len(found[0]) >= _PREFECTURE else None
    return name if name is not None and "自治" not in name else None


def _score_towns(counted: Counter[Chain], scores: Counter[Chain]) -> None:
    """Let towns that are named without their county vote for the one that has most of them, if it has two."""
    towns = sorted({names[0] for names in counted if len(names) == 1 and TOWN.search(names[0])})
    codes = ({c[:_COUNTY] for c in townships().codes.get(town, ()) if len(c) == TOWNSHIP} for town in towns)
    votes = Counter(code for found in codes for code in found)
    ordered = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:2]
    if ordered and ordered[0][1] >= _TOWNS and (len(ordered) == 1 or ordered[0][1] > ordered[1][1]):
        scores[divisions().names[ordered[0][0]],] += ordered[0][1] * _TOWNS


def _around(scores: Counter[Chain]) -> Division | None:
    """Return the prefecture in which all divisions lie that the article names, where it names it nowhere."""
    found = [of_path(names) for names in scores]
    codes = {d.code[:_PREFECTURE] for d in found if d is not None and d.code}
    return of_code(codes.pop()) if len(codes) == 1 and None not in found else None
