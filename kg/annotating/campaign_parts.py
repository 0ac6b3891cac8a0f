"""Which campaign is part of which: items under a counted head, 甲是乙的一项内容, plans, lists, frames."""

from collections.abc import Iterator
from itertools import pairwise

from kg import expressions as re
from kg.annotating.activities import Activity, Placed
from kg.annotating.campaign_frames import framed
from kg.annotating.campaign_lists import listings
from kg.annotating.campaigns import creation_in
from kg.annotating.grouping import campaign_key, family_of
from kg.annotating.view import View

_LIST_REACH = 40
"""Characters between a campaign and the list of its parts at most."""
_SHORTEST = 4
"""Characters of a name that is looked for inside the title of a plan."""
_COUNTED = re.compile(r"[一二三四五六七八九十两]大(?:专项)?(?:[一-龥]{0,6}?)(?:行动|工程|战役|攻坚战|计划)")
_IS = re.compile(r"(?:工作)?(?:也?是|作为|列为)[“‘]?")
_WITHIN = "之"
"""Between a drive and what is done under it: “公益成才计划”之“暖心行动”."""
_PART_OF = re.compile(
    r"[”’]?(?:工作)?(?:中)?的(?:一项|重要|一个|又一|组成|主要)?[一-龥]{0,4}"
    r"(?:内容|部分|举措|抓手|任务|载体|重头戏|子项目|子行动|一环|环节|专题|分项|配套)"
)
_PLAN = re.compile(r"《(?P<name>[^《》\n]{6,60})(?:方案|意见|计划|通知|规划|办法)》")

Pair = tuple[Activity, Activity]


def children(view: View, campaigns: tuple[Activity, ...]) -> Iterator[Pair]:
    """Pair campaigns with those they are part of, child first.

    Items under a counted head, 甲是乙的一项内容, 《乙…甲…方案》, names that begin with a creation, the parts that a
    sentence lists, and what is done in the frame of a campaign.
    """
    yield from _items(view, campaigns)
    yield from _stated(view, campaigns)
    yield from _in_plans(view, campaigns)
    yield from _in_names(campaigns)
    yield from _in_lists(view, campaigns)
    yield from framed(view, campaigns)


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
    """甲是乙的一项内容; 把甲作为乙的重头戏; 乙之甲."""
    for a, b in pairwise(campaigns):
        if view.text[a.span.end : b.span.start] == _WITHIN:
            yield b, a
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


def _in_names(campaigns: tuple[Activity, ...]) -> Iterator[Pair]:
    """创建国家卫生县城百日会战, 创卫十大行动: a drive whose name begins with a creation that is named elsewhere."""
    whole = {campaign.label: family_of(campaign.label) for campaign in campaigns}
    created: dict[str, Activity] = {}
    for campaign in campaigns:
        family, rest = whole[campaign.label]
        if family and not rest:
            created.setdefault(family, campaign)
    for campaign in campaigns:
        family, rest = whole[campaign.label]
        if rest and family in created:
            yield campaign, created[family]


def _in_lists(view: View, campaigns: tuple[Activity, ...]) -> Iterator[Pair]:
    """部署“某”行动，开展“甲”“乙”两个战役: the words that count them are the parent, else the campaign named before."""
    placed = Placed(campaigns)
    for line in view.article.lines:
        for listing in listings(view, line.span):
            parent = placed.covering(listing.head)
            if parent is None and not listing.parts:
                parent = next(placed.before(listing.start, _LIST_REACH), None)
            for item in listing.items:
                for child in placed.within(item):
                    if parent is not None and parent is not child:
                        yield child, parent
