"""Which mentions of a campaign in one article are one: equal cores, abbreviations, what it is called from there on."""

from dataclasses import dataclass

from kg import expressions as re
from kg.annotating.activities import Activity
from kg.annotating.event_names import normal

_FAMILY = re.compile(
    r"[一-龥]{0,4}?(?:创建|争创|创|深化|巩固)?(?:国家级?|全国|全省|省级|市级)?(?:"
    r"(?P<文明城市>(?<=创)[文城]|文明(?:典范)?城市(?!提名)|文明城区)|(?P<卫生城市>(?<=创)卫|卫生(?:城市|县城|城))"
    r"|(?P<森林城市>(?<=创)森|森林城市)|(?P<园林城市>(?<=创)园|园林城市))(?:创建)?(?:工作|活动|行动)?"
)
"""What a creation strives for, in full or short: 创建全国文明城市, 文明城市创建, 创文."""
_QUOTED_CORE = re.compile(r"[“‘]([^“”‘’]{2,20})[”’](?=[^“”‘’、]{0,8}$)")
_COUNTED = re.compile(r"^[一二三四五六七八九十两]大(?=.*(?P<kind>行动|工程|计划|整治|[战役])$)")
_CALLED = re.compile(r"（(?:以下)?(?:统一?)?简?称(?:为)?[：]?[“]?(?P<short>[^（）“”\n]{2,16})[”]?[一-龥]{0,4}）")
"""Behind a name: what it is called from here on (以下简称“夏季行动”)."""
_ENDING = 5
"""Characters of a name at least that is the ending of a fuller one: 文化馆服务宣传周, 临江县文化馆服务宣传周."""
_LEAD = re.compile(r"^(?:\d{4}年)?(?:全[国省市县区镇乡])?")
_DRIVE_WORDS = re.compile(r"(?:(?<=行动)计划|工作|活动|行动|专项行动|专项整治|创建)+$")


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions of one activity, in order, and the label of it."""

    label: str
    members: tuple[Activity, ...]


def group_campaigns(text: str, activities: tuple[Activity, ...]) -> tuple[Group, ...]:
    """Join the mentions of one campaign: equal cores, or an abbreviation and what it abbreviates."""
    groups: dict[str, list[Activity]] = {}
    called = {campaign_key(short): a for a in activities if (short := short_name(text, a.span.end))}
    for activity in activities:
        key = campaign_key(activity.label)
        groups.setdefault(campaign_key(called[key].label) if key in called else key, []).append(activity)
    for key in sorted(groups, key=lambda k: (len(k), k)):
        fuller = next((k for k in groups if k != key and k.endswith(key)), None) if len(key) >= _ENDING else None
        if fuller is not None:
            groups[fuller] = sorted((*groups[fuller], *groups.pop(key)), key=lambda a: a.span)
    return tuple(Group(_campaign_label(g), tuple(g)) for g in groups.values())


def quoted_core(name: str) -> str:
    """Return the quotation that tells a name from others, else the name without its marks: “铁拳”行动."""
    quoted = _QUOTED_CORE.search(name)
    return normal(quoted[1] if quoted else name)


def short_name(text: str, end: int) -> str | None:
    """Return what a name that ends there is called from there on (以下简称“夏季行动”), None where nothing says it."""
    called = _CALLED.match(text, end)
    return None if called is None else called["short"]


def family_of(name: str) -> tuple[str, str]:
    """Return the title that a creation strives for, and what its name goes on with (创卫|百日会战); else nothing."""
    bare = normal(name)
    match = _FAMILY.match(bare)
    return ("", "") if match is None else (match.lastgroup or "", bare[match.end() :])


def campaign_key(name: str) -> str:
    """Return what names of one campaign share: its core, or the drive that an abbreviation stands for."""
    bare = quoted_core(name)
    family, rest = family_of(bare)
    counted = _COUNTED.match(rest or bare)
    if counted:
        return counted.group() + counted["kind"]
    return family + _LEAD.sub("", _DRIVE_WORDS.sub("", rest if family else bare)) or bare


def _campaign_label(group: list[Activity]) -> str:
    """Return the fullest name, the first of several as full."""
    return max((a.label for a in group), key=lambda n: len(normal(n)))
