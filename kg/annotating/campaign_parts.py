"""Which campaign is part of which: items under a counted head, 甲是乙的一项内容, plans that name both, lists."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.annotating.activities import Activity, Placed
from kg.annotating.campaign_lists import listed
from kg.annotating.campaigns import creation_in
from kg.annotating.grouping import campaign_key
from kg.annotating.view import View

_LIST_REACH = 40
"""Characters between a campaign and the list of its parts at most."""
_SHORTEST = 4
"""Characters of a name that is looked for inside the title of a plan."""
_COUNTED = re.compile(r"[一二三四五六七八九十两]大(?:专项)?(?:[一-龥]{0,6}?)(?:行动|工程|战役|攻坚战|计划)")
_IS = re.compile(r"(?:工作)?是[“‘]?")
_PART_OF = re.compile(r"[”’]?(?:工作)?(?:中)?的(?:一项|重要|一个|组成)?[一-龥]{0,4}(?:内容|部分|举措|抓手|任务|载体)")
_PLAN = re.compile(r"《(?P<name>[^《》\n]{6,60})(?:方案|意见|计划|通知|规划|办法)》")

Pair = tuple[Activity, Activity]


def children(view: View, campaigns: tuple[Activity, ...]) -> Iterator[Pair]:
    """Pair campaigns with those they are part of, child first.

    Items under a counted head, 甲是乙的一项内容, 《乙…甲…方案》, and the parts that a sentence lists.
    """
    yield from _items(view, campaigns)
    yield from _stated(view, campaigns)
    yield from _in_plans(view, campaigns)
    yield from _in_lists(view, campaigns)
    yield from _under(view, campaigns)


def _items(view: View, campaigns: tuple[Activity, ...]) -> Iterator[Pair]:
    """湖岸步道专项提升行动。要做的是…: an item under the counted campaign named before (十大专项提升行动)."""
    parent: Activity | None = None
    for activity in campaigns:
        if _COUNTED.fullmatch(activity.label):
            parent = activity
        elif parent is not None and _opens_item(view, activity) and activity.label.endswith(parent.label[-2:]):
            yield activity, parent


def _opens_item(view: View, activity: Activity) -> bool:
    """Tell whether the name alone opens its line: 湖岸步道专项提升行动。…."""
    span = activity.span
    return span.start == view.line(span.start).start and view.text[span.end : span.end + 1] in "。："


def _stated(view: View, campaigns: tuple[Activity, ...]) -> Iterator[Pair]:
    """甲是乙的一项内容."""
    for a, b in pairwise(campaigns):
        if _IS.fullmatch(view.text, a.span.end, b.span.start) and _PART_OF.match(
            view.text, b.span.end, b.span.end + 16
        ):
            yield a, b


def _in_plans(view: View, campaigns: tuple[Activity, ...]) -> Iterator[Pair]:
    """《某区创建国家卫生城市五大攻坚行动方案》: a plan that names both."""
    by_key: dict[str, Activity] = {}
    by_label: dict[str, int] = {}
    for number, campaign in enumerate(campaigns):
        by_key.setdefault(campaign_key(campaign.label), campaign)
        by_label.setdefault(campaign.label, number)
    for plan in _PLAN.finditer(view.text):
        created = creation_in(plan["name"])
        if created is None:
            continue
        parent = by_key.get(campaign_key(created.group()))
        named = [by_label[part] for part in _parts(plan["name"][created.end() :]) if part in by_label]
        if parent is not None and named:
            yield campaigns[min(named)], parent


def _parts(text: str) -> Iterator[str]:
    """Give every run of characters of a title that may be a name."""
    for start in range(len(text)):
        for end in range(start + _SHORTEST, len(text) + 1):
            yield text[start:end]


def _in_lists(view: View, campaigns: tuple[Activity, ...]) -> Iterator[Pair]:
    """部署“某”行动，下设“甲”“乙”两个战役: the words that count them are the parent, else the campaign named before."""
    by_span = {campaign.span: campaign for campaign in campaigns}
    placed = Placed(campaigns)
    for line in view.article.lines:
        for item, head, start in listed(view, line.span):
            parent = placed.covering(head) or next(placed.before(start, _LIST_REACH), None)
            if item.span in by_span and parent is not None and parent.span != item.span:
                yield by_span[item.span], parent


_PARTED_INTO = re.compile(r"下设|细分为|分为|涵盖|包含|包括(?=[^，。；]{0,20}[“‘行])")


def _under(view: View, campaigns: tuple[Activity, ...]) -> Iterator[Pair]:
    """“春雷”行动，下设追捕逃犯的“清网”行动和…: what a sentence names behind 下设 is part of what it named before."""
    placed = Placed(campaigns)
    for verb in _PARTED_INTO.finditer(view.text):
        parent = next(placed.before(verb.start(), _LIST_REACH), None)
        if parent is None:
            continue
        sentence = view.sentence(verb.start())
        for child in campaigns:
            if verb.end() <= child.span.start < sentence.end and sentence.covers(parent.span):
                yield child, parent
