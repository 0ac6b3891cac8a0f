"""What is to be done or is denied, told without a name: 预计6月开工, 月底前完成…自查, 对…开展督查, 否认….

`told` is what of the words names the deed. A plan needs a time or a word of planning, a demand a time by which it is to
be met; a denial takes back what is rumoured.
"""

from kg.model.facts import EventType

_ITEM = r"[^，。；：！？、\n《》]"
_WHEN = (
    r"(?:今年|明年|后年|年内|本月|下月|\d{4}年|当[天晚])?"
    r"(?:\d{1,2}月(?:\d{1,2}日|[上中下]旬|[底初份])?|[一二三四]季度|[上下]半年|年底|年内|月底|[春夏秋冬][天季]|\d{1,2}[日时])"
)
_INTEND = r"(?:预计|拟|计划|力争|有望|将|定)"
_CHECKED = r"(?:执法检查|大?检查|督查|督导|复查|排查|抽查|巡查|测评|清查|核查|整治|“回头看”)"
_STARTS = r"(?:开工建设|开工|动工|投产|通车|建成通车)"
_OPENS = r"(?:建成投用|竣工|完工|投入使用|投入运营|投用|启用|开馆|开园|开业|运营|交付使用)"
_WORK_TO_COME = (  # 二期工程拟于今年9月动工
    rf"(?P<told>(?:(?:(?<![一-龥\d])|(?<=的))[一-龥]{{2,14}}?)?{_INTEND}(?:[于在到])?{_WHEN}(?:前后?|左右)?(?:全面|正式|全部|整体)?(?P<verb>{_STARTS}))(?=[，。；])"
)
_OPENING_TO_COME = (  # 新院区将于今年9月启用
    rf"(?P<told>(?:(?<![一-龥\d])|(?<=的))[一-龥]{{2,14}}?{_INTEND}(?:[于在到])?{_WHEN}(?:前后?|左右)?(?:全面|正式|全部|整体)?(?P<verb>{_OPENS}))(?=[，。；])"
)
_BUILDING = (  # 力争明年年底前建成眼科中心
    rf"{_INTEND}(?:[于在到])?{_WHEN}(?:[底前内]|之前)?(?:全面|正式|全部|再|还)?"
    rf"(?P<told>(?P<verb>建成|开通|启用|翻修|选派){_ITEM}{{2,16}})(?=[，。；])"
)
_CHECK_TO_COME = (  # 将于5月对全县学校开展督查
    rf"{_INTEND}{_ITEM}{{0,16}}?(?P<told>对{_ITEM}{{3,30}}?(?P<verb>进行|开展|组织){_ITEM}{{0,8}}?{_CHECKED})(?=[，。；])"
)
_CHECK_BY = (  # 年底前对基层卫生室组织一次“回头看”
    rf"(?:底|[日时月旬年末])前(?:必须|全部|全面)?(?P<told>对{_ITEM}{{3,30}}?(?P<verb>进行|开展|组织){_ITEM}{{0,8}}?{_CHECKED})(?=[，。；])"
)
_DONE_BY = (  # 5月底前全部完成安全生产自查
    r"(?:底|[日时月旬年末])前(?:必须|要|须)?(?:全部|全面|必须)?"
    r"(?P<told>(?P<verb>完成)[^，。；：！？、\n《》的]{2,20}?(?:普查|自查|检查|转移|排查|“回头看”|复查|体检))(?=[，。；])"
)
_ORDERED_BY = (  # 县交通局要在9月底前组织一次农村公路隐患排查
    r"(?:底|[日时月旬年末])前(?:必须|要|须)?(?P<verb>组织|开展|进行)(?:新?一[次场轮])?"
    rf"(?P<told>{_ITEM}{{4,20}}?(?:普查|自查|{_CHECKED[3:-1]}|演练|摸排))(?=[，。；])"
)
_RUMOURED = (  # 网传的关停某市场，并无此事; 对记者问及的停水，局长予以否认
    r"(?:网传|外[界间]?传|传言|传闻|问及|提到)(?:的|称)?"
    rf"(?P<told>(?P<verb>[一-龥]{{2}}){_ITEM}{{1,16}})(?=，{_ITEM}{{0,10}}?(?:予以(?:了)?否认|并?无此事|查无此事|不属实|系谣言|纯属谣言))"
)
_DENIED = r"否认(?:了|将|会)?(?P<told>(?P<verb>[一-龥]{2})[^，。；：！？、\n“”的]{1,14})(?=[，。；])"
_TAKEN_BACK = (  # 网传…，…未暂停接种
    r"(?:从未|并未|没有|未|不曾|未曾)(?:对此)?"
    rf"(?P<told>(?P<verb>暂停|停止|拒绝|取消|发生|立案|停产|关闭){_ITEM}{{2,16}})(?=[，。；])"
)
_NEXT = r"(?P<told>(?:下届|下一届)(?:赛事|大会|活动|比赛))[^，。；\n的]{0,16}?(?P<verb>举行|举办|召开)"
PLANS: tuple[tuple[str, EventType, str], ...] = (
    ("plan-work", "launch", _WORK_TO_COME),
    ("plan-work", "launch", _OPENING_TO_COME),
    ("plan-building", "other", _BUILDING),
    ("plan-check", "inspection", _CHECK_TO_COME),
    ("plan-check", "inspection", _CHECK_BY),
    ("plan-done-by", "activity", _DONE_BY),
    ("plan-done-by", "activity", _ORDERED_BY),
    ("plan-next", "activity", _NEXT),
    ("denied", "other", _DENIED),
    ("denied", "other", _TAKEN_BACK),
    ("denied", "other", _RUMOURED),
)
