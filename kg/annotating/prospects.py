"""What sentences go on with that report nothing by themselves: rules, invitations, what a plan or a demand opens.

`PROSPECTIVE` is what only rules, invitations and specifications say; `assigns` tells of a sentence that leaves off with
tasks, `planned_parts` what stands under headings of plans, `goes_on` what is tied to the report before it.
"""

from datetime import date

from kg import expressions as re
from kg.annotating.view import View
from kg.model.source import Span

PROSPECTIVE = re.compile(
    r"(?<![近短])(?:[一二两三四五六七八九十\d]+|半)个?(?:工作日|小时|分钟|[天日周月年])[之以]?内(?![的共])"
    r"|名额|限额|报满|额满|报名(?!者|的)|招录|自备|自理|票价|奖金总额(?:为|\d)|工期|周期|标段|预算金额|概算|控制价|先到先得|为止|(?<![有无期极局年界受])限\d|之日，(?:就|便|即)|可(?:申领|申请|享受|领取|凭|持)|向(?:社会|全[省市县区])(?:公开)?(?:征集|招募|招聘)(?![到了])"
    r"|(?:设计|通行|处理)(?:规模|能力|速度)|(?:时间|日期|地点|期限|阶段)(?:为|是|：|定[在于为])|阶段从\d|设[^，。；：！？\n]{0,4}(?:等奖|奖项|金奖)|公示期"
    r"|每(?:名|批次?|队|班|校|所|季度|学期|餐|户每|人每)[^，。；！？\n]{0,12}[\d一两三]|每(?:两|三|半)?个?[天日周月年季]度?[^，。；！？\n]{0,8}[\d一两三]次"
    r"|(?:本|(?<![上一-龥]))周[一二三四五六日](?![一-龥]{0,3}刊)|[一二三四五六七八九十\d]月(?:[上中下]旬)?(?:开[班街营馆园课机赛市工业]|亮相|上市|上岗|启程|迎新)|任期内|今[秋冬夏春]起"
    r"|征稿|征求意见|预约|定价|起拍价|挂牌价|租期|稿酬|年费|摊位费|席位|限流|上限|发车间隔|招(?:收|租|新|生|商中|\d)|不(?:超过|少于|低于|高于|多于)|[\d一-龥]以内|新规|村规民约|章程|规程|本办法"
    r"|(?:^|[，：])(?:各(?!代表|参赛|族|路|方|界|地|队|自|种|类|有|得)|全[市县区镇乡村]上下)|的，每|每(?:[股份期]|千字)[^，。；！？\n]{0,8}[\d一两三]"
    r"|阵风|偏[东南西北]风|最[高低]气温|[晴阴云]转|多云|月薪|底薪|包吃|试用期|^(?:招聘|诚聘|急聘)|亩[施用喷追]|兑水|的话，|分[一二两三四五六七八九十\d]+(?:步走|[步年天期批][^，。；]{0,2}(?:进行|实施|下达|推进|开展))|招募[^，。；]{0,10}\d|者，|元(?:以[上下])?的?罚款|逐[人户村]|(?:策划案|清单|方案|图纸|蓝图|规划[图书]|计划书)[里中上]"
)
"""What rules, invitations and specifications say, which report nothing by themselves."""
_ASSIGNS = re.compile(
    r"(?:[作做][出了]|提出|进行了?|明确了?|定下|布置了?|安排了?)[^，。；：]{0,12}(?:部署|要求|安排|任务|措施|目标|对策|动员|时间表|路线图|军令状|规矩)[。：]$|(?:如下|这样安排|安排是)[。：]$"
)
"""At the end of a sentence: what follows is what is asked for."""

_DAY = re.compile(r"(?<!\d)(\d{1,2})月(\d{1,2})日")
_RECENT = 30
"""Days before the paper within which a day without a year is one that has been."""
_HEADING = re.compile(r"(?![（(\d—])[^。！？；\n]{2,30}(?<![，：、])$")
"""A line of its own that names what stands below it, but no part of that: （一）."""
_PLANS = re.compile(
    r"(?:下一?步|今后|明年|来年|今年|20\d\d年|近期|下半年|下一?阶段|全年|五年)[^，。]{0,14}(?:打算|安排|计划|目标|任务|举措|思路|重点|要求|措施|建议)"
    r"|^(?:[一二三四五六七八九十]{1,2}、)?[^，。]{0,6}(?:活动安排|活动内容|活动时间|活动地点|竞赛办法|奖励办法|参赛办法|报名办法|报名条件|奖项设置|注意事项|工作要求|工作目标|目标任务|主要任务|重点任务|保障措施|工作措施|实施步骤|时间安排|组织领导|补助标准)$"
)
_AS_FOLLOWS = re.compile(r"(?:方案|事项|通知|通告|公告|规定|安排|办法|计划|要求)[^。！？\n情结]{0,8}如下[：:。]?$")
"""The end of a paragraph of a notice: what follows is what is to be done."""
_PLAN_DONE = re.compile(r"回顾|总结|完成|落实|情况|成效")
_GOES_ON = re.compile(
    r"(?<![随沿为接向朝按照凭靠趁写印列贴等])着(?![力眼手重])|地处|位于|系|是|说|书记|主任|主席|委员|负责人|教授|院士|经理|[局县市区镇乡校院站队厅州盟旗会科所厂行社部馆]长|一行|评委|获奖|冠军|季军|亚军"
    r"|此外|与此同时|同时|同步|其中|其间|随之|还(?![有需要将没未])|则|又|再次|该|此|这|他|她|它|们|相继|陆续|纷纷|轮番|一字排开"
    r"|\d岁|(?:19|20)\d\d年|当年|那年|下来，|之后，|角逐|（\d+[名个人家]|[村镇乡县市区州旗校院]有\d|人次|增加值|总产|产值|总额|总产值|收入\d"
)
"""What ties a sentence to the report before it: people with posts, words that point or add, 着, what a place has."""


def goes_on(view: View, sentence: Span) -> bool:
    """Tell whether a sentence at the head of a paragraph goes on from what was reported before it."""
    words = sentence.of(view.text)
    return "，" not in words or _GOES_ON.search(words) is not None or _is_recent(view, words)


def _is_recent(view: View, words: str) -> bool:
    """Tell whether a day is named that lay shortly before the day of publication: 区图书馆7月7日起…."""
    published = view.article.published
    if published is None:
        return False
    for match in _DAY.finditer(words):
        try:
            day = date(published.year, int(match[1]), int(match[2]))
        except ValueError:
            continue
        if 0 <= (published - day).days <= _RECENT:
            return True
    return False


def planned_parts(view: View) -> tuple[Span, ...]:
    """Return the parts of an article under headings of plans (二、明年工作安排), each up to the next heading.

    What a notice says as follows (现将有关事项通告如下：) goes to the end.
    """
    below = [line.span for line in view.article.lines if line.role in {"crosshead", "paragraph"}]
    heads = [span for span in below if _HEADING.fullmatch(span.of(view.text))]
    ends = [head.start for head in heads[1:]] + [len(view.text)]
    planned = [Span(head.end, end) for head, end in zip(heads, ends, strict=False) if _is_plan(head.of(view.text))]
    planned += [Span(span.end, len(view.text)) for span in below if _AS_FOLLOWS.search(span.of(view.text))]
    return tuple(planned)


def _is_plan(heading: str) -> bool:
    return _PLANS.search(heading) is not None and _PLAN_DONE.search(heading) is None


def assigns(view: View, sentence: Span) -> bool:
    """Tell whether a sentence ends with that tasks were set, which the next ones name."""
    return _ASSIGNS.search(view.text, sentence.start, sentence.end) is not None
