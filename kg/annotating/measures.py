"""What a quantity measures where unit and neighbours say it: 6公里|外, 砍下|39分; what stands between them."""

from kg import expressions as re
from kg.annotating.gates import Ending
from kg.annotating.quantity import Quantity

COPULAS = Ending(
    r"(?:达到?了?|[应实]到|(?<![行作])为|是|占|有|共|共有|共计|总计|累计|合计|总共|一共|已|已有|将|近|超过|突破|了|着|过|就|却|仅|只|均|计|高达|多达|可|分别|各|[升增降减升]至|至|到|[从由](?:去年|上年|前年|原来|原先|过去|此前|年初|最初)的|从|由|自|的|拟|总|不|首次|再次|一举|折合|大概|大约|人民币|按|按照|以|每|其中"
    r"|每[年人户天月]|平均|[年月日户人]均|又|也|还|并|再|都|[须需要]|需要|预计|力争|争取|可望|有望|即|能|会|应|等|较|(?<!占)比|在|尚|[在于]?(?:\d{4}年)?(?:年底|年末|月底|年内|届时|节前)前?|年产|日产|月产|不得|一行|整整|足足|一律|每(?:立方米|平方米|公顷|亩|吨|升|公里|千瓦时))$"
)
"""What may stand between a noun and its number and says nothing of either."""
TERM = re.compile(r"(?:[期限龄刑]|时间|时长|寿命|年限|历史|周期|[会赛展班]|活动|之旅|比赛|旅程|路程)$")
LASTS = re.compile(r"(?P<verb>为期|历时|用时|耗时)(?:长达|近|约)?$")
WITHIN = re.compile(r"(?:时间)?(?:之?[内间里]|以?来)")
"""Behind a duration, before what is done in it: 三天|内|整改到位."""
ATTRIBUTE = re.compile(
    r"(?:面积|海拔|[果净毛体总]重|[量率额值价数长高宽深厚容距径速温龄程]|重量|距离|规模|投资|资金|收入|奖金|[款费金]|里程|雨量|成本|利润|税收|补贴|补助|支出|预算|贷款|损失|净增|增幅)$"
)
LED_BY = re.compile(r"[席长任记员委理][一-龥]{2,3}\Z")
"""Before 一行, where it is one who leads them: 董事长陆鸣远|一行2人."""
OTHER_UNIT = re.compile(r"（[一-龥]{1,2}）")
"""Behind a unit: 30名|（组）|“好老师”."""
HOLDING = frozenset(
    {"已经", "至今", "以及", "以上", "以下", "以内", "左右", "开展", "举办", "举行", "召开", "组织", "进行"}
)
"""Verbs that do not say what was done so often: 已|开展|8次."""
REST = re.compile(r"(?:(?:其余|剩余|剩下|另外?)的?|实到)$")
"""Before what is left, or came, of those that were counted: 关停86家，|其余|512家限期整改; 应到代表30人，|实到|28人."""
_TIMED = frozenset({"小时", "分", "分钟", "秒"})
_SINCE = re.compile(r"(?:以|小时|\d分)$")
_RAN = re.compile(
    r"(?:\d{1,2}分钟?)?(?:[\d.]{1,5}秒)?"
    r"(?:的(?:好|最好|个人最好|优异)?成绩|折桂|夺冠|夺得|获得?(?!悉)|率先|摘得|冲[线过])"
)
"""Behind the time that somebody needed in a race: 以2小时|10分44秒的成绩."""
_IN_ROW = re.compile(r"(?:[、和及与][\d.]{1,9}[百千]?[万亿]?(?P<unit>[一-龥]{1,2}?)){1,9}(?=[一-龥])")
"""More of a row of quantities, the noun behind the last: 8000元|、6000元、4000元|奖金."""
SHARE = re.compile(r"(?:约|大约|则)?占(?:比|到|了)?(?:为|达|约)?")
"""All that stands between a sign and a share of what was counted before it: 农民工172人，|占|18.2%."""
_LENGTHS = frozenset({"公里", "里", "千米", "米", "华里"})
_AWAY = re.compile(r"(?:之|以|开)?外(?!墙|套|环|围|包|部)|远(?!程)")
_TOTAL = re.compile(r"(?P<total>团体总分|总成绩|总积分|总分|积分|平均分)(?:为|达|以|是)?$")
_SCORED = re.compile(r"(?:独得|独揽|[砍轰拿得]下|砍得|拿到|斩获|贡献|得到)(?:了)?(?:全场最高的|全队最高的)?$")
_GIVEN = re.compile(r"捐(?:款|出|了|资|献|助|赠)?(?:现金|善款)?(?:人民币)?$")
_GIVEN_BEHIND = re.compile(r"(?:全部|全数|悉数)?捐[给赠献](?!仪式)")
_NEAR = 8
"""Characters in front of a number that are looked at."""


def behind_row(text: str, quantity: Quantity, limit: int) -> int:
    """Return where the noun begins that a row of quantities of one unit shares; their end where no row goes on."""
    row = _IN_ROW.match(text, quantity.span.end, limit)
    return row.end() if row is not None and row["unit"] == quantity.unit.word else quantity.span.end


def told_by_words(text: str, quantity: Quantity, floor: int, limit: int) -> str | None:
    """Return what is measured: a distance, points that somebody made, a gift of money; None for all else."""
    unit, front = quantity.unit, text[max(floor, quantity.span.start - _NEAR) : quantity.span.start]
    if quantity.rule == "figure.record" and not ATTRIBUTE.search(COPULAS.pattern.sub("", front)):
        return "成绩"  # not of 身高1米8
    if unit.word in _LENGTHS and _AWAY.match(text, quantity.span.end, limit):
        return "距离"
    if unit.word in _TIMED and _SINCE.search(front) and _RAN.match(text, quantity.span.end, limit):
        return "成绩"
    if unit.word == "分":
        total = _TOTAL.search(front)
        return total["total"] if total else "得分" if _SCORED.search(front) else None
    given = unit.kind == "money" and (_GIVEN.search(front) or _GIVEN_BEHIND.match(text, quantity.span.end, limit))
    return "捐款" if given else None
