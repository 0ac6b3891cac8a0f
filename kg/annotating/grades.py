"""What a post is: of the public, of a company, of neither; and which kind of organization has such a head."""

from functools import cache

from kg import expressions as re
from kg.annotating.offices import Organ

FIRM = re.compile(
    r"(?:公司|集团|[分总工]厂|厂|店|超市|银行|支行|分行|信用社|联社|合作社|农场|酒店|饭店|宾馆|事务所|影业|传媒|股份|企业|商行|工程处|俱乐部|工作室|影城|项目部|酒业|药业|置业|实业|科技)(?:工会|党委|纪委|团委|党支部|党总支)?$"
)
_PRIVATE = re.compile(
    r"(?:商会|企业家协会|行业协会|联谊会|(?:餐饮|电商|电子商务|旅游|物业|建筑|家具|服装|汽车|房地产|个体)[一-龥]{0,6}协会)$"
)
_TEAM = re.compile(r"[村社区寨镇乡校厂“”杯][”]?队$")
"""A team of a contest, whose captain holds no office."""
_HEADS: dict[str, str] = {
    "校长": r"(?:学校|职教中心|职业教育中心|教育集团|小学|中学|[一二三四五六七八九十][中小]|高中|初中|大学|学院|中专"
    r"|职高|完小|校)",
    "园长": "园",
    "院长": "(?<!检察)院",
    "检察长": "检察院",
    "检察员": "检察院",
    "审判长": "法院",
    "审判员": "法院",
    "法官": "法[院庭]",
    "法官助理": "法[院庭]",
    "执行法官": "法院",
    "主审法官": "法[院庭]",
    "承办法官": "法[院庭]",
    "书记员": "法[院庭]",
    "法警": "法院",
    "执行员": "法院",
    "校医": r"(?:学校|小学|中学|[一二三四五六七八九十][中小]|高中|初中)",
    "检察官": "检察院",
    "检察官助理": "检察院",
    "护士长": "(?:医院|卫生院|保健院)",
    "庭长": "法[院庭]",
    "局长": "局",
    "厅长": "厅",
    "所长": "所",
    "站长": "站",
    "民警": "(?:派出所|[大中支]队|公安局|分局)",
    "辅警": "(?:派出所|[大中支]队|公安局|分局)",
    "馆长": "馆",
    "台长": "台",
    "社长": "社",
    "支队长": "支队",
    "大队长": "大队",
    "中队长": "中队",
    "教导员": "(?:大队|派出所)",
    "会长": "(?:会|协)",
    "部长": "部",
    "主席": "(?:工会|妇联|文联|科协|残联|侨联|工商联|作协)",
    "理事长": "(?:残联|联合会|合作社|协会|学会|商会|基金会|供销社|联社)",
    "厂长": "厂",
    "总经理": "公司",
    "董事长": "公司",
}
"""How the name of an organization ends that has such a head."""


@cache
def endings() -> dict[str, re.Pattern[str]]:
    """Return how the name of an organization ends, by the title of its head."""
    return {core: re.compile(ending + "$") for core, ending in _HEADS.items()}


def graded(grade: str, organ: Organ | None) -> str:
    """Tell what a post is: of a company it is none of the public's; 负责人 is what his organization is."""
    if grade in {"media", "lay"}:
        return grade
    name = organ.label if organ is not None else ""
    if FIRM.search(name):
        return "firm"
    if _PRIVATE.search(name) or _TEAM.search(name) or (grade == "either" and organ is None):
        return "private"
    return "public" if grade == "either" else grade
