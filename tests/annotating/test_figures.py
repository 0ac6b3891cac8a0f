"""Figures: value, unit and bound, what is counted, kind, time, and what they belong to."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.facts import Figure
from tests.annotating.told import tell


def figures(*paragraphs: str) -> tuple[Figure, ...]:
    """Return the figures of the paragraphs, in order."""
    return tell(*paragraphs).facts.figures


def only(text: str) -> Figure:
    """Return the one figure of the text."""
    (figure,) = figures(text)
    return figure


@pytest.mark.parametrize(
    ("text", "value", "unit", "written"),
    [
        ("牛奶产量增长-22.4%。", "-22.4", "%", "-22.4%"),
        ("全区志愿者6.5万人。", "65000", "人", "6.5万人"),
        ("拆除违建7000余平方米。", "7000", "平方米", "7000余平方米"),
        ("捐款1320余万元。", "13200000", "元", "1320余万元"),
        ("两万多名民工参加。", "20000", "名", "两万多名"),
        ("发放手册２．６万册。", "26000", "册", "２．６万册"),
        ("年产值1,200元。", "1200", "元", "1,200元"),
        ("历时四个月。", "4", "个月", "四个月"),
        ("经过两个半小时抢修。", "2.5", "小时", "两个半小时"),
        ("行医3年多。", "3", "年", "3年多"),
        ("气温零下4摄氏度。", "-4", "摄氏度", "零下4摄氏度"),
        ("最高气温-1℃。", "-1", "℃", "-1℃"),
        ("他被行政拘留10日。", "10", "日", "10日"),
        ("挖土20万方。", "200000", "方", "20万方"),
        ("满意率达百分之九十五。", "95", "%", "百分之九十五"),
        ("三分之二的住户签字。", "2", "三分之一", "三分之二"),
        ("近七成居民参加。", "7", "成", "近七成"),
        ("装机50万千瓦。", "500000", "千瓦", "50万千瓦"),
        ("出口创汇320万美元。", "3200000", "美元", "320万美元"),
        ("参保人数不低于1.5万。", "15000", "人", "不低于1.5万"),
        ("带动1.9万贫困人口增收。", "19000", "人", "1.9万贫困人口"),
        ("占比提高2.5个百分点。", "2.5", "个百分点", "2.5个百分点"),
        ("她跑出11秒08。", "11.08", "秒", "11秒08"),
        ("他以2分57秒4的成绩夺冠。", "177.4", "秒", "2分57秒4"),
        ("他跳出6米53。", "6.53", "米", "6米53"),
        ("流量达53000立方米每秒。", "53000", "立方米/秒", "53000立方米每秒"),
    ],
)
def test_a_quantity_is_read_as_printed(text: str, value: str, unit: str, written: str) -> None:
    """万 and 亿 are multiplied out, the unit stays as printed, bound words belong to the quantity."""
    figure = only(text)
    assert (figure.value, figure.unit, figure.as_written) == (Decimal(value), unit, written)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("种树300棵。", "exact"),
        ("种树300余棵。", "more-than"),
        ("种树超过300棵。", "more-than"),
        ("种树不少于300棵。", "at-least"),
        ("种树300棵以上。", "at-least"),
        ("种树近300棵。", "nearly"),
        ("种树约300棵。", "about"),
        ("种树约300多棵。", "more-than"),
        ("种树十来棵。", "about"),
        ("种树不足300棵。", "less-than"),
        ("种树不超过300棵。", "at-most"),
        ("种树300棵以内。", "at-most"),
        ("现场签约15个项目。", "exact"),
        ("最近3场比赛。", "exact"),
    ],
)
def test_bound_words_decide_the_bound(text: str, bound: str) -> None:
    """A bound word counts only where it is a word: 签约 and 最近 hold none."""
    assert only(text).bound == bound


@pytest.mark.parametrize(
    ("text", "least", "most", "unit"),
    [
        ("面向35至64周岁妇女。", 35, 64, "周岁"),
        ("收入3—5万元。", 30000, 50000, "元"),
        ("气温在-14℃~-10℃。", -14, -10, "℃"),
        ("增收10%至15%。", 10, 15, "%"),
        ("放电影数十场。", 20, 99, "场"),
        ("推出被困车十几台。", 11, 19, "台"),
        ("上百人围观。", 100, None, "人"),
        ("运来百吨大米。", 100, None, "吨"),
        ("修了两三个小时。", 2, 3, "个小时"),
        ("走访三四十户。", 30, 40, "户"),
        ("转移十几万人。", 110000, 190000, "人"),
    ],
)
def test_ranges_and_vague_numbers_have_no_value(text: str, least: int, most: int | None, unit: str) -> None:
    """They say from what to what, as far as they say it."""
    figure = only(text)
    assert figure.value is None
    assert (figure.minimum, figure.maximum) == (Decimal(least), None if most is None else Decimal(most))
    assert figure.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "第3名选手。",
        "从7时30分到岗。",
        "比分3：2。",
        "2029年年底。",
        "五届人大三次会议召开。",
        "推进“三个到位”。",
        "落实“门前三包”责任。",
        "打造“15分钟便民生活圈”。",
        "“健康素养66条”宣传。",
        "一户一策。",
        "全县唯一一户。",
        "百度一下。",
        "十分重要。",
        "三项机制先行：三个方面发力。",
        "四套班子领导出席。",
        "二期工程开工。",
        "三年行动计划。",
        "该院建于20世纪70年代。",
        "他住在4幢5单元，从公寓西1门进入。",
        "男子5000米组开赛。",
        "519国道畅通。",
        "拨打96110热线。",
        "《三十里铺》上演。",
        "三（2）班。",
        "100米短跑。",
        "男子400米冠军和女子86公斤以上级纪录。",
        "违反中央八项规定精神，从三方面介绍。",
        "会议在云溪大厦10层召开。",
        "男子3000米竞走开赛，女子10000米第二名是她。",
        "一方有难，八方支援。",
        "五台县新闻。",
        "来自农安、九台、双阳的队伍。",
        "四分四白做得到位。",
        "挖断1172分支电缆。",
        "千家万户。",
        "二十四节气图展出。",
        "他获五项全能金奖。",
        "八角楼修好了。",
        "九年一贯制学校揭牌。",
    ],
)
def test_what_only_looks_like_a_quantity_is_none(text: str) -> None:
    """Ordinals, clock times, scores, names and set phrases count nothing."""
    assert not figures(text)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("动员8.9万名中小学生参加。", ["中小学生"]),
        ("志愿者6.5万人投身一线。", ["志愿者"]),
        ("他以6米53夺冠，身高1米8。", ["成绩", "身高"]),
        ("授予林静等60人“优秀教师”称号，高级教师何澄等28人上台。", ["优秀教师", "上台"]),
        ("判处有期徒刑三年，并处罚金2万元。", ["有期徒刑", "罚金"]),
        ("林静和何澄分别以6米12和5米95的成绩夺冠。", ["成绩", "成绩"]),
        ("违法行为120起的路口有3个。", ["违法行为", "路口"]),
        ("教育支出首次突破900亿元，2023年达到913亿元。", ["教育支出", None]),
        ("突破800亿元大关，在全国31个省份中排第8位。", [None, "省份"]),
        ("驱车数十公里来到柳溪镇。", ["驱车"]),
        ("固定资产投资（不含农户）同比增长11%。", ["固定资产投资同比增长"]),
        ("生产总值（GDP）235亿元，增长9%。", ["生产总值", "生产总值增长"]),
        ("人均产值6万元（折合9000美元），同比增长8%。", ["人均产值", None, "人均产值同比增长"]),
        ("入库流量增大至53000立方米每秒。", ["入库流量"]),
        ("查处违规商户1246家。", ["违规商户"]),
        ("72岁的老人领到大米。", ["年龄"]),
        ("快递覆盖率由31%升至97%。", ["快递覆盖率", "快递覆盖率"]),
        ("倒塌房屋213户586间。", ["房屋", "房屋"]),
        ("建成“好人馆”3座。", ["好人馆"]),
        ("城镇化率提高到45%。", ["城镇化率"]),
        ("送去绿豆500公斤。", ["绿豆"]),
        ("灌溉着11万亩农田。", ["农田"]),
        ("89名胸戴红花的新兵出发。", ["新兵"]),
        ("代表团获得10金5银3铜。", ["金牌", "银牌", "铜牌"]),
        ("210个乡镇135.6万人受灾。", ["乡镇", "受灾"]),
        ("区里聘请20名“河小二”。", ["河小二"]),
        ("劝导不文明行为56人次。", ["行为"]),
        ("她带起一支22人的球队。", ["球队"]),
        ("与会人员登上海拔1100米的山头。", ["海拔"]),
        ("督导组一行8人到达。", ["督导组"]),
        ("36名队员连夜赶来。", ["队员"]),
        ("向31名失主返还摩托车22辆。", ["失主", "摩托车"]),
        ("84名绣娘办起合作社，86个摊位摆满油纸伞。", ["绣娘", "摊位"]),
        ("24名委员出席会议，20名部门负责人旁听。", ["委员", "部门负责人"]),
        ("干部职工共20余人按照分工清理河道。", ["干部职工"]),
        ("医院捐赠了一批价值约40余万元的医疗设备，为近200名患者把脉问诊。", ["价值", "患者"]),
        ("2021年全苏木牧民人均收入达到2万元。", ["全苏木牧民人均收入"]),
        ("判处有期徒刑九年六个月。", ["有期徒刑", "有期徒刑"]),
        ("判处有期徒刑四年六个月的一审判决。", ["有期徒刑", "有期徒刑"]),
        ("3个形迹可疑的男子离开，5名优秀的学生获奖。", ["男子", "学生"]),
        ("百余盏“失明”路灯修好了。", ["“失明”路灯"]),
        ("前三名获得8000元、6000元、4000元奖金。", ["奖金", "奖金", "奖金"]),
        ("林静以2小时10分44秒的成绩夺冠。", ["成绩", "成绩"]),
        ("经过80分钟鏖战以2比1取胜，262户居民夜晚出行方便了。", ["鏖战", "居民"]),
        ("为300余名学生讲授法治课。", ["学生"]),
        ("何澄、林静等4人获得“青禾勇士”称号。", [None]),
        ("经过长达4小时的紧张鏖战，大火被扑灭。", ["紧张鏖战"]),
        ("向十余名被骗群众返还资金，三名受害群众遭遇的都是骗局。", ["被骗群众", "受害群众"]),
        ("打掉诈骗窝点41个，造成该县3人死亡。", ["诈骗窝点", "死亡"]),
        ("缓解了柳溪等7个村的农业用水，10名礼兵稳稳抬起5个花篮。", ["村", "礼兵", "花篮"]),
        ("25名受表彰的劳模载誉归来，为10名荣立三等功的军人亲属送上喜报。", ["劳模", "军人亲属"]),
        ("投入机械设备560台班，栽植五角枫400株。", ["机械设备", "五角枫"]),
        ("他以抓举110公斤获第一名，以总成绩241公斤获得冠军。", ["抓举", "总成绩"]),
        ("抽检中，合格148批次，不合格8批次。", ["合格", "不合格"]),
        ("表彰农民工172人，占18.2%。", ["农民工", "农民工"]),
        ("面积分别为1.01亩、1.02亩和1.03亩。", ["面积", "面积", "面积"]),
        ("给予5000元奖励，38个集体被授予称号。", ["奖励", "集体"]),
        ("昨日，“书道可亲——云溪书法家37人作品展”开幕，展出37位作者精心创作的作品。", ["作者"]),
        ("他赶到6公里外的柳溪组。", ["距离"]),
        ("林静独得31分，柳溪村队以总分287分夺冠。", ["得分", "总分"]),
        ("种植面积达2万亩，连队种植棉花3万亩。", ["种植面积", "棉花"]),
        ("该团15个连队种植棉花17万亩，累计交售籽棉80吨。", ["连队", "棉花", "籽棉"]),
        ("购买375吨青贮草为牧民发放。", ["青贮草"]),
        ("40余名抢修人员日夜奋战，5支队伍返程。", ["抢修人员", "队伍"]),
        ("前三季度出口20亿元。", ["出口"]),
        ("其中35岁以下7名。", ["年龄", None]),
        ("居民消费价格同比上涨2.2%，涨幅比一季度扩大0.4个百分点。", ["居民消费价格同比上涨", "涨幅比一季度扩大"]),
        ("其中女社员占49.4%。", ["女社员"]),
        ("成功发展新茶园300亩，76家农商行深度嵌入县域。", ["新茶园", "农商行"]),
        ("县长何澄两次作出批示。", ["作出批示"]),
        ("带着3个年幼的孩子。", ["孩子"]),
        ("实施66个生态治理项目，派出7支地震救援专业搜救队。", ["生态治理项目", "地震救援专业搜救队"]),
        ("德清县死亡1人。到2020年底全村集体经济收入15万元。", ["死亡", "全村集体经济收入"]),
        ("投入近200警力开展救援。", ["警力"]),
        ("会议指出30个不和谐问题，15家未整改的企业受罚。", ["不和谐问题", "未整改"]),
        ("开行旅客列车8214列，公司加开临客28对。", ["旅客列车", "临客"]),
        ("湖南有5.4万人在堤上巡查。", [None]),
        ("青禾商会向云溪县捐款30万元，许清溪捐出2000元。", ["捐款", "捐款"]),
    ],
)
def test_what_is_counted_stands_on_either_side(text: str, counted: list[str]) -> None:
    """The noun behind a measure word, else the one in front, else the deed."""
    assert [figure.counted for figure in figures(text)] == counted


def test_a_change_is_that_of_what_was_just_counted() -> None:
    """A clause that says only how something changed speaks of the quantity before; 较上年 and the like are skipped."""
    told = figures("全县外贸出口额6.2亿元，按可比口径，同比增长3.4%。陶瓷产业同比下降2%。")
    assert [each.counted for each in told] == ["全县外贸出口额", "全县外贸出口额同比增长", "陶瓷产业同比下降"]
    assert [each.kind for each in told] == ["level", "change", "change"]
    told = figures("全县新设企业320户、个体户910户，分别较上年同期增长2%、4%。")
    assert [each.counted for each in told[2:]] == ["全县新设企业", "个体户"]


def test_a_row_of_quantities_is_shared_out() -> None:
    """分别 gives each of a list its own quantity, in later clauses of the sentence too; a row is of one kind."""
    told = figures("去年，云溪区油菜、茶叶和蚕桑面积分别达到3万亩、1.2万亩和860亩，分别增长5%、2%和1%。")
    assert [each.counted for each in told] == [
        "云溪区油菜",
        "茶叶",
        "蚕桑面积",
        "云溪区油菜增长",
        "茶叶增长",
        "蚕桑面积增长",
    ]
    assert [each.kind for each in told] == ["level"] * 3 + ["change"] * 3


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("截至5月底，全市重点项目46个，计划投资80亿元，完成投资31亿元。", ["happened", "planned", "happened"]),
        ("今年计划投资80亿元，新建厂房3万平方米。", ["planned", "planned"]),
        ("截至5月底，责令停产2家。", ["happened"]),
        ("昨日雨大。差一点，3个孩子就被洪水卷走。", ["denied"]),
        ("昨日，演练假设一栋居民楼起火，15名群众被困。", ["planned"]),
        ("会议昨日召开。招标文件显示，项目总投资2.4亿元，工期18个月。", ["planned", "planned"]),
        ("会议昨日召开。目标责任书明确，全年造林5万亩。", ["required"]),
        ("何澄昨日到会。原以为能来300人。", ["denied"]),
        ("何澄昨日到会。组委会考虑在11月加赛5场。", ["planned"]),
        ("昨日，有网友称该镇已拆除房屋300间，镇政府表示并无此事。", ["denied"]),
        ("昨日，网民何某编造“当天爆炸，方圆15公里有震感”的消息被查处。", ["denied"]),
        ("截至5月底，限期整改、停止违法行为18起。", ["happened"]),
        ("据统计，去年全旗可利用草场为39万公顷。", ["happened"]),
    ],
)
def test_what_was_done_is_counted_as_done(text: str, modality: list[str]) -> None:
    """What was reached of a plan, ordered or stopped has happened; what follows from a plan has not."""
    assert [each.modality for each in figures(text)] == modality


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("产值同比增长15%。", "change"),
        ("产值比上年多3亿元。", "change"),
        ("占比提高2.5个百分点。", "change"),
        ("产值达到15亿元。", "level"),
        ("农户增加到300户。", "level"),
        ("产值力争达到15亿元。", "target"),
        ("到2035年，产值突破15亿元。", "target"),
    ],
)
def test_a_change_a_level_and_a_target_are_told_apart(text: str, kind: str) -> None:
    """增长 says a difference, 达到 a level, 力争 and a year to come a target."""
    assert only(text).kind == kind


def test_a_figure_has_the_time_of_its_clause() -> None:
    """The time before it dates it, also one that opens the sentence; one that is compared with does not."""
    first, second, third = figures("截至7月底，全区立案41起。", "今年上半年，产值15亿元，比上年增长8%。")
    assert [f.when and f.when.as_written for f in (first, second, third)] == ["7月底", "今年上半年", "今年上半年"]


def test_what_has_happened_is_not_dated_after_the_paper() -> None:
    """A day to come in the sentence is the end of something else; what is planned keeps it."""
    counted, planned = figures("行动从8月5日持续到9月底，已查处案件21起。", "9月底，将新建泵站3座。")
    assert counted.when is None
    assert planned.when is not None


def test_a_figure_belongs_to_what_its_sentence_tells_of() -> None:
    """It is about the event of its sentence, else the organization that acts."""
    told = tell("8月20日，青禾区举行荷花节开幕式，游客3000人参加。", "青禾区教育局发放图书500册。")
    label = {thing.key: thing.label for thing in told.facts.things}
    about = {figure.as_written: [label[key] for key in figure.about] for figure in told.facts.figures}
    assert about == {"3000人": ["荷花节开幕式"], "500册": ["青禾区教育局"]}


def test_a_figure_belongs_to_the_drive_that_the_sentence_before_told_of() -> None:
    """目前 goes on with it; another sentence does not."""
    told = tell("青禾区公安局启动“清湖行动”。目前，已清理水面12处。", "村民今年卖瓜300斤。")
    label = {thing.key: thing.label for thing in told.facts.things}
    about = {figure.as_written: [label[key] for key in figure.about] for figure in told.facts.figures}
    assert about == {"12处": ["“清湖行动”"], "300斤": []}


def test_a_figure_told_twice_is_one_with_two_pieces_of_evidence() -> None:
    """What headline and text both say is one claim."""
    told = tell("青禾区发放图书500册，", "全区共发放图书500册，群众叫好。")
    (figure,) = told.facts.figures
    assert [span.of(told.text) for span in figure.evidence] == ["青禾区发放图书500册", "全区共发放图书500册"]


@given(st.text(alphabet="0123456789.,%万亿千百十三两几数上第个人元年月至—余多近约“”，。", max_size=60))
def test_any_row_of_numbers_is_read_without_harm(words: str) -> None:
    """Every figure stands in its quote, and has a value or a least one."""
    told = tell(words or "空")
    for figure in told.facts.figures:
        assert figure.as_written in figure.evidence[0].of(told.text)
        assert (figure.value is None) == (figure.minimum is not None)


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("150名居民听讲。", ["居民"]),
        ("区里设置检查点41个。", ["检查点"]),
        ("全区共出动警力550人次。", ["警力"]),
        ("查处酒后驾驶34起。", ["酒后驾驶"]),
        ("油菜产量10万吨、增长2%。", ["油菜产量", "油菜产量增长"]),
        ("关停餐馆8家，其余5家限期整改。", ["餐馆", "餐馆"]),
        ("粮食增长3%、城乡居民收入分别增长6%和8%。", ["粮食增长", "城镇居民收入增长", "农村居民收入增长"]),
        ("城镇、农村居民收入分别为8426元和3317元，增长5%和7%。",
         ["城镇居民收入", "农村居民收入", "城镇居民收入增长", "农村居民收入增长"]),
        ("药材、茶叶产值分别为2亿元和3亿元，较上年分别增长5%和7%。", ["药材", "茶叶产值", "药材增长", "茶叶产值增长"]),
        ("两个项目总投资2亿元。", ["项目", "总投资"]),
        ("潜逃11年的嫌疑人落网。", ["潜逃"]),
        ("医院举办为期3天的义诊。", ["义诊"]),
        ("10名从教满30年的乡村教师受到表彰。", ["乡村教师", "从教满"]),
        ("房屋倒塌378间，倒塌圈舍12处，道路损坏35处。", ["房屋倒塌", "圈舍", "道路损坏"]),
        ("骨科、眼科专家一行9人下乡。", ["眼科专家"]),
        ("医疗队为百余人提供体检。", ["提供体检"]),
    ],
)  # fmt: skip
def test_verbs_around_it_are_no_part_of_what_is_counted(sentence: str, counted: list[str]) -> None:
    """Nor is what another number counts; what a row or a rest counts stands further ahead."""
    assert [each.counted for each in figures(sentence)] == counted


def test_those_who_came_are_of_those_who_should_have() -> None:
    """实到24人 counts what 应到…28人 counts; 四家班子 and 三四名 count nothing."""
    told = tell("会议应到代表28人，实到24人。", "区四家班子领导出席。", "三四名争夺赛于当晚举行。")
    assert [(f.as_written, f.counted) for f in told.facts.figures] == [("28人", "代表"), ("24人", "代表")]


def test_what_has_been_done_is_no_more_than_it_is() -> None:
    """当过三年兵 are three years, 产值过10亿元 more than ten."""
    told = tell("8月20日，他当过三年兵，企业产值过10亿元。")
    assert [(f.as_written, f.bound) for f in told.facts.figures] == [("三年", "exact"), ("过10亿元", "more-than")]


def test_years_of_names_and_phases_are_no_quantities() -> None:
    """2031|职工关爱行动, 产业园|2期; but 培训2期."""
    assert tell("8月20日，区总工会启动2031职工新春关爱行动，介绍了装备产业园2期。").facts.figures == ()
    assert [figure.as_written for figure in tell("8月20日，区总工会举办培训2期。").facts.figures] == ["2期"]


def test_set_phrases_and_places_on_a_road_are_no_quantities() -> None:
    """四处筹款, 三番五次, 国道3公里处; but 四处隐患 are four."""
    assert tell("8月20日，区里四处筹款，三番五次上门，在国道3公里处设卡。").facts.figures == ()
    assert [figure.as_written for figure in tell("8月20日，区里整改四处隐患。").facts.figures] == ["四处"]
