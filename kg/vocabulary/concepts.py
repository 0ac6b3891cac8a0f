"""The closed vocabularies: schemes, notations and their labels in Chinese and English.

`ontology/concepts.ttl` is written from this table, and a test holds the two together.
"""

from typing import NamedTuple

CONCEPT_BASE = "https://w3id.org/pressgraph/concept/"


class Concept(NamedTuple):
    """One concept: its scheme, its notation and its labels."""

    scheme: str
    notation: str
    zh: str
    en: str

    @property
    def iri(self) -> str:
        """The concept's IRI."""
        return concept_iri(self.scheme, self.notation)


def concept_iri(scheme: str, notation: str) -> str:
    """Return the IRI of a concept."""
    return f"{CONCEPT_BASE}{scheme}/{notation}"


SCHEMES = {
    "event-type": ("活动类型", "Types of events"),
    "role": ("参与角色", "Roles in events and campaigns"),
    "bound": ("数值界限", "Bounds of figures"),
    "status": ("任职状态", "Status of tenures"),
    "precision": ("时间精度", "Precision of times"),
    "modality": ("情态", "Modality of claims"),
    "figure-kind": ("数字类别", "Kinds of figures"),
    "post": ("职务类别", "Kinds of posts"),
}
"""Labels of the schemes, zh and en."""

_TABLE = """
event-type meeting 会议 meeting
event-type inspection 考察调研 inspection
event-type ceremony 仪式 ceremony
event-type launch 启动 launch
event-type training 培训宣讲 training
event-type donation 捐赠慰问 donation
event-type contest 比赛 contest
event-type activity 活动 activity
event-type enforcement 执法检查 enforcement
event-type award 表彰颁奖 award
event-type signing 签约 signing
event-type other 其他 other
role organizer 主办 organizer
role co-organizer 承办协办 co-organizer
role chair 主持 chair
role speaker 讲话 speaker
role attendee 出席 attendee
role leader 带队 leader
role host 陪同接待 host
role presenter 颁发 presenter
role honoree 受表彰 honoree
role winner 获奖 winner
role donor 捐赠方 donor
role recipient 受赠方 recipient
role participant 参与 participant
role target 对象 target
bound exact 确数 exactly
bound more-than 多于 more than
bound at-least 不少于 at least
bound nearly 接近 nearly
bound about 大约 about
bound less-than 少于 less than
bound at-most 不多于 at most
status incumbent 在任 incumbent
status acting 代理 acting
status former 曾任 former
status appointed 任命 appointed
status removed 免职 removed
precision day 日 day
precision month 月 month
precision quarter 季度 quarter
precision season 季节 season
precision half-year 半年 half-year
precision year 年 year
precision vague 不确指 vague
modality happened 已发生 happened
modality planned 计划 planned
modality required 要求 required
modality denied 否定 denied
figure-kind level 总量 level
figure-kind change 变化量 change
figure-kind target 目标值 target
post party-secretary 党委书记 party secretary
"""

CONCEPTS = {
    (row.scheme, row.notation): row for row in (Concept(*line.split(" ", 3)) for line in _TABLE.strip().splitlines())
}
"""All concepts that the project names, by scheme and notation."""
