"""Parts of bodies that are told without them (第四检察部, 党支部): how the names of those end that have such parts."""

from kg import expressions as re

_SECTIONS = {
    "股": "局$",
    "检察部": "检察院$",
    "检察室": "检察院$",
    "庭": "法院$",
    "监察室": "[纪监]委$",
    "监督检查室": "[纪监]委$",
    "审查调查室": "[纪监]委$",
    **dict.fromkeys(("内科", "外科", "骨科", "儿科", "妇产科", "急诊科", "护理部"), "医院$|保健院$"),
}
"""How the name of the body ends that has a section of this name."""
_SCHOOL = "学校|小学|中学|高中|初中|完小|大学|学院|幼儿园|[一二三四五六七八九十][中小高]"
_INSIDE = {
    "公": "公司|集团",
    "集": "集团|公司",
    "厂": "厂",
    "团": "团|团场",
    "师": "师",
    "矿": "矿",
    "企": "公司|集团",
    "校": _SCHOOL,
    "院": "院",
    "局": "局",
    "厅": "厅",
    "学": _SCHOOL,
    "医": "医院|卫生院|保健院",
    "村": "村|村委会|村民委员会",
    "社": "社区|社区居委会",
    "镇": "镇|镇政府",
    "乡": "乡|乡政府",
    "街": "街道|街道办事处",
    "党工委": "街道|街道办事处|开发区|高新区|园区|新区|示范区|管委会",
    "纪工委": "街道|街道办事处|开发区|高新区|园区|新区|示范区|管委会",
}
_ANY = "局|(?<![党纪监])委|厅|院|校|[大中小]学|公司|集团|中心"
"""Who has a committee or branch of which nothing else is told."""
_OF_BODY = re.compile("(?:[校院局厅]|学校|学院|医院|公司|集团)?党[委组]")
"""Posts of the party in a body: where that is named nowhere, those that follow are of none."""


def owners(prefix: str) -> str:
    """Return how the names end of those that may have this committee or branch: 镇党委, 学校党支部, 党组."""
    return _INSIDE.get(prefix[:3]) or _INSIDE.get(prefix[:1], _ANY)


def whole_of_section(prefix: str) -> str | None:
    """Return how the name ends of what has this section (食品安全股, 第四检察部); None where none is known."""
    return next((ending for section, ending in _SECTIONS.items() if prefix.endswith(section)), None)


def of_party(title: str) -> bool:
    """Tell whether this is a post of the party in a body: 校党委书记, 党组成员."""
    return _OF_BODY.match(title) is not None
