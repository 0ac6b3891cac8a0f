"""Organizations: organs, heads, communities, quoted names, temporary bodies, and what bodies are called later."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotating.organizations import find_organizations
from kg.annotating.view import View
from tests.annotating.told import tell
from tests.stories import article


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("8月20日，青禾区委、区政府部署湖岸整治工作。", ["青禾区委", "区政府"]),
        ("县人大、政协领导参加会议。", ["县人大", "县政协"]),
        ("共青团青禾区委联合团市委举办活动。", ["共青团青禾区委", "团市委"]),
        ("区五届人大常委会召开第九次会议。", ["区五届人大常委会"]),
        ("会议由县委牵头组织县应急局参加。", ["县委", "县应急局"]),
        ("石桥湾市市长沈左权率领考察团到我区考察。", ["石桥湾市政府"]),
        ("镇党委、政府高度重视。", ["镇党委", "镇政府"]),
        ("云溪市城乡规划局与区水利局渔政执法大队开展巡查。", ["云溪市城乡规划局", "区水利局渔政执法大队"]),
        ("云溪市公安局青禾分局白鹭派出所民警赶到现场。", ["云溪市公安局青禾分局白鹭派出所"]),
        ("云溪市公安局青禾区分局民警赶到现场。", ["云溪市公安局青禾区分局"]),
        ("云溪市第一中学荣获高中男子组冠军。", ["云溪市第一中学"]),
        ("爱心企业禾丰粮米有限公司捐赠大米。", ["禾丰粮米有限公司"]),
        ("益稷（云溪）粮油工业有限公司承办比赛。", ["益稷（云溪）粮油工业有限公司"]),
        ("记者从青禾区第二实验小学获悉。", ["青禾区第二实验小学"]),
        ("8月，建设路周大嫂牛肉面馆开门迎客。", ["周大嫂牛肉面馆"]),
        ("银星影院文昌路店免费放映。", ["银星影院文昌路店"]),
        ("区供销社联合白鹭街道办事处柳岸社区、随心选“爱心超市”开展活动。",
         ["区供销社", "白鹭街道办事处柳岸社区", "随心选“爱心超市”"]),
        ("“陶家老面馆”门口排起长队。", ["陶家老面馆"]),
        ("县创建国家园林县城指挥部办公室印发方案。", ["县创建国家园林县城指挥部办公室"]),
        ("湖岸街道党工委召开会议。", ["湖岸街道党工委"]),
        ("须报市人大常委会批准。", ["市人大常委会"]),
        ("青禾中学全校师生齐聚学校操场。", ["青禾中学"]),
        ("同文中学党委书记何澄到会。", ["同文中学"]),
        ("干部前往白鹭街道柳岸居委、云山居委走访。", ["白鹭街道柳岸居委", "云山居委"]),
        ("云溪一中、五中和三中代表队获奖。", ["云溪一中", "五中", "三中"]),
        ("县人普办印发通知。", ["县人普办"]),
        ("副会长林静秋、何清澄等协会领导到会。", []),
        ("经开区党工委召开会议。", ["经开区党工委"]),
        ("县委办、政府办、住建局参加会议。", ["县委办", "政府办", "住建局"]),
        ("湘西自治州委召开会议。", ["湘西自治州委"]),
        ("区水利局河湖中心派人到场。", ["区水利局河湖中心"]),
        ("大连湖岸风电装备集团签订协议。", ["大连湖岸风电装备集团"]),
        ("市委平安建设领导小组印发文件。", ["市委平安建设领导小组"]),
        ("林岚代表县委、县政府致辞。", ["县委", "县政府"]),
        ("县人大常委会教科文卫工委组织视察。", ["县人大常委会教科文卫工委"]),
        ("青禾苏木人民政府承办比赛。", ["青禾苏木人民政府"]),
        ("锡青塔拉盟体育局承办比赛。", ["锡青塔拉盟体育局"]),
        ("她从青禾县卫生学校毕业。", ["青禾县卫生学校"]),
        ("政协云溪县第九届委员会、中共云溪县纪律检查委员会印发通知。",
         ["政协云溪县第九届委员会", "中共云溪县纪律检查委员会"]),
        ("教育部、国家卫健委和团中央联合印发通知。", ["教育部", "国家卫健委", "团中央"]),
        ("市委宣讲团走进校园。", ["市委宣讲团"]),
        ("新华社、人民日报社等媒体来到云溪。", ["新华社", "人民日报社"]),
        ("城关派出所、城关卫生院派人到场。", ["城关派出所", "城关卫生院"]),
        ("青湖自然保护区管理局组织巡护。", ["青湖自然保护区管理局"]),
        ("县舞协、市曲协参加采风。", ["县舞协", "市曲协"]),
        ("县戏曲协会参加采风。", ["县戏曲协会"]),
        ("湖岸街道治水办请来技术员。", ["湖岸街道治水办"]),
        ("7月，交警支队推出文明出行活动。", ["交警支队"]),
        ("省政协农业和农村委员会调研组来到云溪。", ["省政协农业和农村委员会调研组"]),
        ("湖岸街道离退休干部党总支开展活动。", ["湖岸街道离退休干部党总支"]),
        ("禾丰粮米有限公司开门迎客，公司工会送来毛毯。", ["禾丰粮米有限公司", "公司工会"]),
        ("团场春意浓。师统计局、青湖团医院派人到场，团司法所、派出所宣讲。",
         ["师统计局", "青湖团医院", "团司法所", "派出所"]),
        ("连队比赛结束，九连夺得第一。", ["九连"]),
        ("“北斗星”工作队进村走访。", ["“北斗星”工作队"]),
        ("活动由县里主办，村里承办。", []),
        ("周敏代表区委、区政府致辞，会后代表县教育局发言。", ["区委", "区政府", "县教育局"]),
        ("会议要求认真落实县委、县政府部署，主动报请市人大常委会审议。", ["县委", "县政府", "市人大常委会"]),
        ("县文旅体育局、县直工委和区民社局派人到场。", ["县文旅体育局", "县直工委", "区民社局"]),
        ("湖岸村村委会、青山村卫生所和镇农机站、水管站派人到场。",
         ["湖岸村村委会", "青山村卫生所", "镇农机站", "水管站"]),
        ("调研组走进我区禾丰粮米有限公司、县第一完全小学。", ["禾丰粮米有限公司", "县第一完全小学"]),
        ("爱心企业今禾丰食品有限公司捐款。", ["今禾丰食品有限公司"]),
        ("国家税务总局云溪县税务局、县教师进修学校承办。", ["国家税务总局云溪县税务局", "县教师进修学校"]),
        ("区住建局、城管局、水务局行动，县公安局和司法局跟进。",
         ["区住建局", "城管局", "水务局", "县公安局", "司法局"]),
        ("云溪日报社与云溪晚报记者同行，据每日报道。", ["云溪日报社", "云溪晚报"]),
        ("他后来到云溪一家外资银行工作。", []),
        ("区文体广电和旅游局主办，县果业技术推广站协办。", ["区文体广电和旅游局", "县果业技术推广站"]),
        ("县政协提案委员会与民盟青禾县委会座谈。", ["县政协提案委员会", "民盟青禾县委会"]),
        ("柳岸社区“不老松”队六战全胜，老街新村队、菜花泾队分列二、三名。",
         ["柳岸社区", "“不老松”队", "老街新村队", "菜花泾队"]),
        ("供电公司队以78比71胜区医院队。", ["供电公司队", "区医院队"]),
        ("团县委和县林业局种树。", ["团县委", "县林业局"]),
        ("，云溪县栗坪镇妇联带队。", ["云溪县栗坪镇妇联"]),
        ("内蒙古草都牧业有限公司捐款。", ["内蒙古草都牧业有限公司"]),
        ("何清澄系湖南绿溪茶油有限公司总经理。", ["湖南绿溪茶油有限公司"]),
        ("县公安局部署行动，该局刑侦大队牵头。", ["县公安局", "刑侦大队"]),
        ("记者从县公安局获悉，当晚，该局柳岸派出所民警赶到。", ["县公安局", "柳岸派出所"]),
        ("云溪市一医院义诊。", ["云溪市一医院"]),
        ("8月20日，九届区委召开会议。", ["区委"]),
        ("会议同意命名市博物馆为教育基地。", ["市博物馆"]),
        ("会议听取2030年度县政府民生实事情况报告。", ["县政府"]),
        ("指挥中心命令柳溪消防大队柳岸消防中队出动。", ["柳溪消防大队柳岸消防中队"]),
        ("考试设柳溪一中、柳溪二中3个考点，县安委会办公室检查。", ["柳溪一中", "柳溪二中", "县安委会办公室"]),
        ("向阳社区党委书记林静讲话。", ["向阳社区"]),
        ("何澄代表受赠学校讲话，今年以来大队查出隐患。", []),
        ("昨天，随着荷塘队夺得冠军，比赛结束。", ["荷塘队"]),
        ("各地贯彻落实旗委部署。", ["旗委"]),
        ("8月20日，区管委办公室来人了。", ["区管委"]),
        ("何澄的县人大常委会三江街道工作委员会主任职务被免去。", ["县人大常委会三江街道工作委员会"]),
        ("县消防救援大队城关消防站出动两辆车。", ["县消防救援大队城关消防站"]),
        ("经济开发区总工会送清凉。", ["经济开发区总工会"]),
        ("柳岸社区和锦绣物业有限公司办起长桌宴。", ["柳岸社区", "锦绣物业有限公司"]),
        ("湖岸镇、柳行街道等10个先进集体受到表彰。", ["湖岸镇", "柳行街道"]),
        ("白鹭街道龙舟队夺冠。", ["白鹭街道龙舟队"]),
        ("白鹭街道代表队以总分287分获得第一名。", ["白鹭街道代表队"]),
        ("同文中学校长何澄代表学校接受捐赠。", ["同文中学"]),
        ("他毕业于同文中学高中部。", ["同文中学"]),
        ("检查组到湖岸街道敬老院和县第二实验小学。", ["湖岸街道敬老院", "县第二实验小学"]),
        ("县教育体育局要会同县市场监督管理局检查。", ["县教育体育局", "县市场监督管理局"]),
        ("何卫平和县农业农村局渔政执法大队开展放流。", ["县农业农村局渔政执法大队"]),
        ("林静来自江西泰和县人民医院。", ["江西泰和县人民医院"]),
        ("何澄，曾任泰和县委书记。", ["泰和县委"]),
        ("会议通过了县人大常委会关于设立县人大常委会法制工作委员会的决定。",
         ["县人大常委会", "县人大常委会法制工作委员会"]),
        ("行动中，第二组在湖岸镇查封养殖场一处。", []),
        ("县政协召开中药材产业专题协商会。", ["县政协"]),
        ("比赛在青禾煤机厂举办，大附一院保障。", ["青禾煤机厂"]),
        ("林黑安是青禾县白鹭派出所的民警。", ["青禾县白鹭派出所"]),
        ("中国铁路青禾局集团公司加开列车。", ["中国铁路青禾局集团公司"]),
        ("青禾市新的社会阶层人士联合会换届。", ["青禾市新的社会阶层人士联合会"]),
        ("武警云溪市支队送别老兵。", ["武警云溪市支队"]),
        ("农行河南西华县支行发放贷款。", ["农行河南西华县支行"]),
        ("青禾省农村信用社联合社开会。", ["青禾省农村信用社联合社"]),
        ("县里引进“禾味王”科技发展有限公司。", ["“禾味王”科技发展有限公司"]),
        ("云溪山国家公园青海省管理局发布消息。", ["云溪山国家公园青海省管理局"]),
        ("慰问团走访青禾警备区、大石滩管护站。", ["青禾警备区", "大石滩管护站"]),
        ("他来到湖岸电网公司梧州供电局。", ["湖岸电网公司梧州供电局"]),
        ("他到青禾县白鹭乡任“连心”工作队总领队。", ["“连心”工作队"]),
        ("青禾县公安局洗马河派出所接到报警。", ["青禾县公安局洗马河派出所"]),
        ("居民向社居委反映，路灯都归市路灯管理所维护。", ["市路灯管理所"]),
        ("市清河社居委一名工作人员告诉记者。", ["市清河社居委"]),
        ("后任清溪司电厂筹建处副主任。", ["清溪司电厂"]),
        ("青禾科学院环流与波动重点实验室挂牌。", ["青禾科学院环流与波动重点实验室"]),
        ("青禾女队以3比0战胜云溪女队。", ["青禾女队", "云溪女队"]),
        ("大赛由共青团中央学校部主办。", ["共青团中央"]),
        ("湖岸招生组和湖岸大学先后到访。", ["湖岸大学"]),
        ("他感谢高新分局白鹭派出所帮忙。", ["高新分局白鹭派出所"]),
        ("这要从前几天青禾公安云溪分局白鹭派出所民警巡逻说起。", ["青禾公安云溪分局白鹭派出所"]),
        ("镇党委、县政府高度重视商会建设。", ["镇党委", "县政府"]),
        ("大会选举产生省十四届人大常委会主任。", ["省十四届人大常委会"]),
        ("另据市水文监测总站监测，有雨。", ["市水文监测总站"]),
        ("红旗派出所、红旗小学到场。", ["红旗派出所", "红旗小学"]),
        ("青禾县“山里红”果业有限公司投产。", ["青禾县“山里红”果业有限公司"]),
        ("新疆生产建设兵团第八师一五〇团获评先进。", ["新疆生产建设兵团第八师一五〇团"]),
        ("中国人民对外友好协会会长到访。", ["中国人民对外友好协会"]),
        ("民进中央文化艺术委员会、国台办主办展览。", ["民进中央文化艺术委员会", "国台办"]),
    ],
)  # fmt: skip
def test_a_body_is_found_with_its_whole_name(sentence: str, names: list[str]) -> None:
    """The name runs from its level, place or own name to its head, and no further."""
    assert tell(sentence).labels("organization") == names


@pytest.mark.parametrize(
    "sentence",
    [
        "困难大学生参加了仪式。",
        "10位民警获“十佳派出所所长”称号。",
        "全年新培育农民合作社52家。",
        "消息说城郊一加油站起火。",
        "警方在云溪区一酒店内找到他。",
        "要建好县级融媒体中心。",
        "村里建起微型消防站。",
        "推进传统畜牧业向现代畜牧业转型。",
        "何澄代表公司参赛。",
        "他把手稿赠予研究院。",
        "公安部门提醒，教育部署要落实。",
        "要让基层党组织走在前面。",
        "全区4.2万名中小学生参加活动。",
        "授予“全省中小学优秀班主任”称号，学生运动会中学组比赛开赛。",
        "何清澄来集团公司调研。",
        "维持一审法院判决，宴请护村队员。",
        "各专项行动工作组对分包区域进行巡查。",
        "辖区商场、酒店、农贸市场生意红火。",
        "记者走访了多家超市。",
        "公安、城管、消防等部门联合执法。",
        "他跟着舅舅学会了修鞋。",
        "电子商务进农村，建成行政村快递网点。",
        "乡村公路修到家门口。",
        "市政府采购目录已经公布。",
        "两地法院联手，男子篮球联赛（CBA）俱乐部杯开赛。",
        "正当法庭进入调查阶段，他举报了同伙。",
        "省级名医工作室里排满了患者。",
        "他开了一家民俗博物馆。",
        "正在变电站附近巡查的人接到消息。",
        "会上研究防汛会商会，部署工作。",
        "发行后公司前十名股东合计持股。",
        "这是一年当中牧业生产最忙的时候。",
        "《青禾区委工作规则》已经印发。",
    ],
)
def test_what_names_nobody_is_no_body(sentence: str) -> None:
    """Kinds, bare departments, verbs, and names inside titles are left out."""
    assert tell(sentence, headline="新闻").labels("organization") == []


def test_a_community_that_acts_is_an_organization() -> None:
    """It organizes or receives in one sentence, so it is one throughout."""
    told = tell("8月20日，柳岸社区开展义诊活动。", "记者来到柳岸社区，居民正在排队。")
    assert told.labels("organization") == ["柳岸社区"]
    assert told.labels("place") == ["青禾区"]


def test_a_community_that_does_nothing_is_a_place() -> None:
    """One only stood in or came from stays a place."""
    told = tell("8月20日，记者来到白鹭镇柳岸村，水稻已经成熟。", headline="新闻")
    assert told.labels("place") == ["白鹭镇柳岸村"]
    assert not told.labels("organization")


def test_a_firm_keeps_its_shorter_name() -> None:
    """The full name without 有限公司 is a mention of the firm, with a merge that says so."""
    told = tell("禾丰粮米有限公司捐赠大米。", "禾丰粮米、千寻等公司捐出物资。")
    firm = told.things("organization")["禾丰粮米有限公司"]
    assert {span.of(told.text) for span in firm.mentions} == {"禾丰粮米有限公司", "禾丰粮米"}
    assert [merge.merged_form for merge in told.facts.merges] == ["禾丰粮米"]
    assert "千寻" in told.labels("organization")


def test_a_firm_is_one_with_its_place_and_without() -> None:
    """The name without the province stands for the full one."""
    told = tell("临江市召开会议。临江市湖岸整洁。", "临江湖岸粮米集团捐赠大米。湖岸粮米集团已捐三次。")
    firm = told.things("organization")["临江湖岸粮米集团"]
    assert [span.of(told.text) for span in firm.mentions] == ["临江湖岸粮米集团", "湖岸粮米集团"]


def test_a_short_name_is_not_cut_out_of_a_product() -> None:
    """What is sold under a firm's name is no mention of it."""
    told = tell("禾丰粮米有限公司捐赠大米。", "货架上的禾丰粮米礼盒很快卖完。")
    firm = told.things("organization")["禾丰粮米有限公司"]
    assert len(firm.mentions) == 1


def test_a_head_alone_stands_for_the_body_named_before() -> None:
    """考察团 after 青禾县考察团 makes no second body."""
    told = tell("青禾县考察团来我市考察。", "随后，考察团走进白鹭镇。", headline="新闻")
    assert told.labels("organization") == ["青禾县考察团"]
    assert len(told.things("organization")["青禾县考察团"].mentions) == 2


def test_words_that_only_refer_make_the_body_take_part() -> None:
    """该局 is no name, but who it stands for organizes; the claim rests on the clause and on the name."""
    told = tell("区水利局负责湖岸整治。", "8月20日，该局举办防汛演练。")
    assert told.labels("organization") == ["区水利局"]
    assert ("区水利局", "organizer") in told.roles("防汛演练")
    [part] = [p for p in told.facts.participations if p.role == "organizer"]
    assert any("区水利局" in span.of(told.text) for span in part.evidence)


def test_every_body_has_a_rule() -> None:
    """The rule that found a name is kept with it."""
    told = tell("青禾区委、区民政局和“陶家老面馆”联合举办活动。")
    assert all(thing.rule.startswith("organization.") for thing in told.facts.of_kind("organization"))


@given(st.text(alphabet="青禾区委县公司社办事处街道局镇村、，。“”（）《》的在和A1", max_size=120))
def test_names_never_overlap_and_lie_within_the_text(words: str) -> None:
    """Whatever the text, names are in order, apart from each other, and not empty."""
    view = View(article((("headline", "新闻"), ("paragraph", words))))
    found = [naming.span for naming in find_organizations(view)]
    assert all(0 <= span.start < span.end <= len(view.text) for span in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_going_to_school_is_no_part_of_its_name() -> None:
    """就读于…小学 names the school; 刚上幼儿园 names none; 中心报道组 is whom a reporter writes for."""
    told = tell("孩子就读于柳林小学，弟弟刚上幼儿园。", "青禾县委中心报道组 林小满 文/图")
    assert told.labels("organization") == ["柳林小学", "青禾县委"]


def test_heritage_that_is_not_material_is_one_word() -> None:
    """非遗处 and 非物质… hold together in names; of 五市联盟 no town is named."""
    told = tell(
        "青禾省文化厅非遗处处长林静说。", "中国非物质文化遗产基金会理事长方远表示支持。", "关中五市联盟举行展演。"
    )
    assert "中国非物质文化遗产基金会" in told.labels("organization")
    assert not {"市联盟", "物质文化遗产基金会"} & set(told.labels("organization"))


def test_an_autonomous_county_begins_behind_by_whom() -> None:
    """节日由…自治县委: 节日由 is no part of it; 纪念章 is nobody."""
    told = tell("云罗彝族自治县举行火把节。", "节日由云罗彝族自治县委主办。", "区里为老党员颁发“光荣在党50年”纪念章。")
    assert told.labels("organization") == ["云罗彝族自治县委"]
    assert told.labels("person") == []
    once = tell("节日由白岭苗族侗族自治县委主办，自治县政府协办。")
    assert once.labels("organization") == ["白岭苗族侗族自治县委", "自治县政府"]


def test_what_lies_around_a_name_makes_no_body_of_it() -> None:
    """Former seats, leagues of clubs, what comes next, counts of activities; teams by their ball."""
    told = tell("党员参观了云溪战地医院旧址。青禾区篮球俱乐部联赛开幕。接下来区政府将努力。全区开展200余项社区活动。")
    assert told.labels("organization") == ["区政府"]
    assert told.labels("place") == ["青禾区"]
    assert "荆山建设篮球队" in tell("荆山建设篮球队获得优秀组织奖。").labels("organization")


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("近年来市双拥办多次到部队走访。", ["市双拥办"]),
        ("这是市、县两级法院的举措。", []),
        ("市委对7个县（市）区委组织部开展巡察。", ["市委"]),
        ("市公安局网络安全保卫支队案件侦查大队民警到场。", ["市公安局网络安全保卫支队案件侦查大队"]),
        ("县征兵工作领导组召开会议。", ["县征兵工作领导组"]),
        ("检查组走进连锁商超、个人用品商店，帮扶农村基层卫生院。", []),
    ],
)
def test_times_counts_and_kinds_begin_no_body(sentence: str, names: list[str]) -> None:
    """近年来, 两级 and words of a kind are no part of a name; units of the police are named whole."""
    assert tell(sentence).labels("organization") == names


def test_the_number_of_a_road_ends_before_a_place() -> None:
    """国道312线|清溪县: the line is no part of the county's name."""
    assert "清溪县公安局交警大队" in tell("国道312线清溪县公安局交警大队开展整治。").labels("organization")


@pytest.mark.parametrize("word", ["今天", "以前", "如今", "过去", "平时", "各组", "多家", "两次"])
def test_times_and_numbers_name_no_body(word: str) -> None:
    """今天|学校, 以前|合作社 are no names; 八一学校 is one."""
    told = tell(f"他说，{word}学校的条件很差，{word}合作社也是。", "8月20日，八一学校举行运动会。")
    assert told.labels("organization") == ["八一学校"]


def test_an_agreement_is_no_association() -> None:
    """战略合|作协|议: 作协 is no head there."""
    assert tell("青禾县和云溪市卫健委战略合作协议签约。").labels("organization") == ["云溪市卫健委"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("县住建局、白鹭镇主要负责同志陪同。", ["县住建局", "白鹭镇"]),
        ("县交通局副局长何澄组织湖岸街道、县水利局召开协调会。", ["县交通局", "湖岸街道", "县水利局"]),
        ("县财政局、城关街道办事处主要负责人参加。", ["县财政局", "城关街道办事处"]),
        (
            "白鹭镇农业农村和生态环境办公室、湖岸街道社会事务办开展检查。",
            ["白鹭镇农业农村和生态环境办公室", "湖岸街道社会事务办"],
        ),
        ("县女企业家协会举办活动。", ["县女企业家协会"]),
        ("各乡镇负责人参加，属地街道办事处配合。", []),
    ],
)
def test_towns_and_their_offices_stand_beside_departments(sentence: str, names: list[str]) -> None:
    """A town in a row with departments whose heads attend is a body; so are offices named for what they see to."""
    assert tell(sentence).labels("organization") == names


def test_a_college_of_two_subjects_is_one() -> None:
    """化学与材料工程|学院 is one; 云溪大学与青禾学院 are two, 学校与软件学院 one."""
    told = tell("青禾大学设计与创意学院、公共管理与法学院、计算机科学与技术学院师生参加。")
    assert told.labels("organization") == ["青禾大学设计与创意学院", "公共管理与法学院", "计算机科学与技术学院"]
    assert tell("云溪大学与青禾学院签约。").labels("organization") == ["云溪大学", "青禾学院"]


def test_a_community_may_bear_a_word_of_a_kind() -> None:
    """幸福社区 that acts is a name, 和谐社区 that all are to become is none."""
    told = tell("8月20日，湖岸街道幸福社区联合区医院开展义诊。平安社区居委会组织清扫。")
    assert told.labels("organization") == ["湖岸街道幸福社区", "区医院", "平安社区居委会"]
    assert tell("全区推进和谐社区建设，开展平安社区创建，打造文明社区。").labels("organization") == []


def test_a_place_that_no_table_has_may_begin_with_a_verb() -> None:
    """端岚区 behind a preposition is one name, though 端 is a word; 在说|县水利局 has none."""
    assert tell("林静被任命为端岚区水利局局长。").labels("organization") == ["端岚区水利局"]
    assert tell("大家在说县水利局的事。").labels("organization") == ["县水利局"]
