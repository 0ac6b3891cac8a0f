"""Events: by trigger and name, by name and predicate, in lists, and deeds without a name."""

from dataclasses import replace
from datetime import date

import pytest

from kg.annotating import annotate
from kg.model.article import Dateline
from kg.model.source import Span
from kg.segmenting.datelines import find_dateline
from tests.annotating.told import tell
from tests.stories import article


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("8月20日，青禾区召开湖岸整治工作推进会。", "湖岸整治工作推进会"),
        ("8月20日，青禾区第三届“稻香杯”职工篮球赛在文化中心开幕。", "青禾区第三届“稻香杯”职工篮球赛"),
        ("8月20日，“绿满青禾”春季植树行动启动仪式在白鹭镇举行。", "“绿满青禾”春季植树行动启动仪式"),
        ("8月20日，青禾区公安局召开案情通气会。", "案情通气会"),
        ("区总工会日前举办了一场“匠心青禾”技能竞赛。", "“匠心青禾”技能竞赛"),
        ("8月20日，青禾区第八届运动会暨首届全民健身大赛开幕。", "青禾区第八届运动会暨首届全民健身大赛"),
        ("8月20日，青禾区第五届人民代表大会第三次会议在区礼堂隆重开幕。", "青禾区第五届人民代表大会第三次会议"),
        ("8月20日，青禾区举行劳动模范、先进工作者和先进集体表彰大会。", "劳动模范、先进工作者和先进集体表彰大会"),
        ("8月20日，青禾区第五届运动会篮球项目（群众组）比赛圆满落幕。", "青禾区第五届运动会篮球项目（群众组）比赛"),
        ("8月20日，第三届荷塘（青禾）苗木交易会（简称“苗交会”）在湖心广场开幕。", "第三届荷塘（青禾）苗木交易会"),
        ("8月20日，区卫健局组织“护佑万家，与你同行”义诊活动。", "“护佑万家，与你同行”义诊活动"),
        ("8月20日，区司法局开展送法进校园活动。", "送法进校园活动"),
        ("8月20日，“湖畔飞歌”千人快闪在湖心广场唱响。", "“湖畔飞歌”千人快闪"),
        ("8月20日，区供销社摆下“秋收大集”，七十多个摊位开张。", "“秋收大集”"),
        ("8月20日，“暖童心”圆梦行动第三站走进荷塘镇。", "“暖童心”圆梦行动第三站"),
        ("8月20日，由区文旅局主办的“百场演出进万家”启动仪式在湖心广场举行。", "“百场演出进万家”启动仪式"),
        ("8月20日，青禾市长三角产业合作项目签约仪式举行。", "青禾市长三角产业合作项目签约仪式"),
        ("8月20日，区消防救援大队在荷塘社区开了一堂防火课。", "防火课"),
        ("8月20日，区总工会把职工趣味运动会搬进工业园。", "职工趣味运动会"),
        ("8月20日，在随后举行的第九届一次执委会上，林静发言。", "第九届一次执委会"),
        ("8月20日，22名护士参加眼病早期识别培训班。", "眼病早期识别培训班"),
        ("8月20日，青禾区庆祝第40个护士节暨表彰大会在区礼堂举行。", "青禾区庆祝第40个护士节暨表彰大会"),
        ("8月20日，青禾区荷花节暨第二届“莲子杯”龙舟赛举行。", "青禾区荷花节暨第二届“莲子杯”龙舟赛"),
        ("8月20日，青禾社区开展消防安全知识培训。", "消防安全知识培训"),
        ("8月20日，青禾社区开展以“提升能力 共筑平安”为主题的健康培训活动。", "健康培训活动"),
        ("8月20日，区长林静一行对困难职工进行走访慰问。", "对困难职工进行走访慰问"),
        ("8月20日，区长林静来到老党员白露家中，送上慰问金。", "来到老党员白露家中，送上慰问金"),
        ("8月20日，区长林静带队开展“湖岸绿道”“东湖码头”现场督查工作。", "“湖岸绿道”“东湖码头”现场督查工作"),
        ("8月20日，“荷塘好物”展销会在湖心广场开展，60家企业参展。", "“荷塘好物”展销会"),
        ("8月20日，区委书记陈望舒出席反馈会。", "反馈会"),
        ("“荷风送岗”招聘会8月20日人头攒动。招聘会由区人社局主办。", "“荷风送岗”招聘会"),
        ("8月20日，青禾区第七届邻居节拉开序幕。", "青禾区第七届邻居节"),
        ("8月18日，荷塘高原海棠节盛大开幕，万人齐聚。", "荷塘高原海棠节"),
        ("8月18日，“逐梦湖岸”百名在沪学子青禾行活动举行。", "“逐梦湖岸”百名在沪学子青禾行活动"),
        ("8月18日，首届中国马都青禾马超级联赛荷塘站决赛扬鞭开赛。", "首届中国马都青禾马超级联赛荷塘站决赛"),
        ("8月18日，荷塘镇举办“丰收节”暨“湖岸旅游推介”活动。", "“丰收节”暨“湖岸旅游推介”活动"),
        ("8月20日，白鹭镇第三届邻里节暨书屋三周岁生日会在文化园拉开帷幕。", "白鹭镇第三届邻里节暨书屋三周岁生日会"),
        ("8月18日，“相约青禾——全国网络媒体湖岸行”在白鹭镇正式启动。", "“相约青禾——全国网络媒体湖岸行”"),
        ("8月18日，区政协开展“迎新春”爱国卫生专项志愿服务。", "“迎新春”爱国卫生专项志愿服务"),
        ("8月18日，代表们参观了区工业改革成果展。", "区工业改革成果展"),
        ("8月18日，青禾区队在此前进行的三四名决赛中险胜荷塘队。", "三四名决赛"),
        ("8月18日，青禾区组队参加云溪市青少年田径锦标赛。", "云溪市青少年田径锦标赛"),
        ("8月18日，青禾区队夺得2031年湖东片区“村BA”篮球邀请赛冠军。", "2031年湖东片区“村BA”篮球邀请赛"),
        ("8月18日，区妇联组织“小板凳·伴一夏”暑期托管班开班仪式。", "“小板凳·伴一夏”暑期托管班开班仪式"),
        ("8月18日，青禾区文联参加“荷香满湖分享会”。", "“荷香满湖分享会”"),
        ("8月18日，赛马比赛中，骑手陈望舒夺冠。", "赛马比赛"),
        ("8月18日，区委书记陈望舒主持召开区委常委会，听取汇报。", "区委常委会"),
        ("8月18日，区长林静主持召开区长办公会。", "区长办公会"),
        ("8月18日，区长林静与返乡企业家座谈，介绍情况。", "与返乡企业家座谈"),
    ],
)
def test_a_named_event_is_found_with_its_whole_name(sentence: str, label: str) -> None:
    """The label is the name as printed, without the verb that announces it."""
    assert label in tell(sentence).labels("event")


def test_events_in_a_row_share_what_is_said_behind_the_last() -> None:
    """相继举行 holds for every event of the row, whatever joins them."""
    told = tell("8月20日，青禾区庆祝大会及传统龙舟赛、斗鸡表演等活动在湖心广场相继举行。")
    assert told.labels("event") == ["青禾区庆祝大会", "传统龙舟赛"]


def test_a_festival_that_holds_others_is_not_held_thereby() -> None:
    """邻里节还将举行…."""
    assert tell("8月20日，荷塘邻里节还将举行采莲大赛。").labels("event") == ["采莲大赛"]


def test_ceremonies_joined_by_and_are_two() -> None:
    """举行了…发放仪式和…表彰仪式."""
    told = tell("8月20日，青禾区随后举行了荷塘商会奖学金发放仪式和“青禾好乡贤”表彰仪式。")
    assert told.labels("event") == ["荷塘商会奖学金发放仪式", "“青禾好乡贤”表彰仪式"]


@pytest.mark.parametrize(
    "sentence",
    [
        "她是全国举重锦标赛冠军林静的教练。",
        "8月20日，“把水治好”在青禾区深入人心。",
    ],
)
def test_a_champion_and_a_quotation_alone_are_no_events(sentence: str) -> None:
    """The contest of a champion's title is not told, a motto is not held."""
    assert tell(sentence).labels("event") == []


def test_what_a_quotation_tells_is_named_without_it() -> None:
    """网传“…将举行万人大会” does not name the rumour."""
    assert tell("8月20日，针对网传“青禾区将举行万人灯会”，区委网信办辟谣。").labels("event") == ["万人灯会"]


def test_events_in_a_list_share_their_verb() -> None:
    """举办 holds for every event of the list."""
    told = tell("今年以来，区文化馆举办了青禾区读书分享会、“荷风”书画展和青禾区首届戏曲晚会。")
    assert told.labels("event") == ["青禾区读书分享会", "“荷风”书画展", "青禾区首届戏曲晚会"]


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        ("8月20日，区委书记陈望舒到白鹭镇调研防汛工作。", "inspection", "调研防汛工作"),
        ("8月20日，丰禾农业有限公司向白鹭镇中心小学捐赠课桌椅。", "donation", "捐赠课桌椅"),
        ("8月20日，青禾区政府与丰禾集团签订战略合作协议。", "signing", "签订战略合作协议"),
        ("8月20日，青禾区公安局成功破获一起跨省电信诈骗案。", "enforcement", "破获一起跨省电信诈骗案"),
        ("8月20日，青禾区普降大暴雨，多条道路积水。", "other", "普降大暴雨"),
        ("8月20日，白鹭村被评为“全省美丽乡村”。", "award", "被评为“全省美丽乡村”"),
        ("8月20日，区人大副主任陈望舒率队就农村供水保障工作进行专题调研。", "inspection", "农村供水保障工作"),
        ("8月20日，青禾区公安局破获一起涉案金额较大的合同诈骗案件。", "enforcement", "合同诈骗案件"),
        ("8月20日，丰禾农业有限公司捐款20万元。", "donation", "捐款20万元"),
        ("8月20日，梁某等人合同诈骗案在区法院公开宣判。", "enforcement", "公开宣判"),
        ("春节前夕，区税务局走访慰问困难党员。", "inspection", "走访慰问困难党员"),
        ("8月20日，区农业农村局对湖区14艘渔船开展专项检查。", "inspection", "14艘渔船"),
        ("8月20日，荷塘镇组织党员干部清理湖岸垃圾6吨。", "activity", "清理湖岸垃圾"),
        ("8月20日，区委书记陈望舒会见了丰禾集团董事长一行。", "meeting", "董事长一行"),
        ("8月20日，区委书记曾一舟带队到湖心夜市督导。", "inspection", "到湖心夜市督导"),
        ("区长陆鸣远讲话。会后，陆鸣远来到白鹭镇粮站察看秋粮收储情况。", "inspection", "察看秋粮收储情况"),
        ("8月20日，区长陆鸣远到湖心客运总站、丰禾农业科技有限公司检查。", "inspection", "到湖心客运总站"),
        ("8月20日，荷塘社区为26位老人量血压、换药。", "activity", "为26位老人量血压、换药"),
        ("8月20日，区供销社送去稻种500公斤、化肥2吨。", "donation", "送去稻种500公斤、化肥2吨"),
        ("8月20日，区红十字会教学生做急救包扎。", "training", "教学生做急救包扎"),
        ("8月20日，农艺师林静在村文化室开讲。", "training", "在村文化室开讲"),
        ("8月20日，农艺师林静给种粮户上了一堂治虫课。", "training", "治虫课"),
        ("8月20日，区法院当庭调解一起相邻排水纠纷。", "activity", "调解一起相邻排水纠纷"),
        ("8月20日，白鹭派出所抓获盗窃嫌疑人2名。", "enforcement", "抓获盗窃嫌疑人"),
        ("8月20日，区水利局组织志愿者40余人到荷溪捡拾垃圾。", "activity", "捡拾垃圾"),
        ("8月20日，区消防救援大队救出3名老人。", "activity", "救出3名老人"),
        ("8月20日，抢险队封堵了荷溪堤段渗漏险情。", "activity", "封堵了荷溪堤段渗漏险情"),
        ("8月20日，区供电公司完成10千伏荷塘线改造。", "other", "完成10千伏荷塘线改造"),
        ("8月20日，区中医院与白鹭医科大学签约。", "signing", "与白鹭医科大学签约"),
        ("8月20日，林静把奖金全部捐给了村小学。", "donation", "捐给了村小学"),
        ("8月20日，区委领导共同为荷塘研究中心揭牌。", "ceremony", "为荷塘研究中心揭牌"),
        ("8月20日，新当选的局长进行了宪法宣誓。", "ceremony", "宪法宣誓"),
        ("8月20日，会议就区水利局的工作进行专题询问。", "meeting", "专题询问"),
        ("8月20日，“茶艺工匠班”开班，首批学员30名。", "launch", "“茶艺工匠班”开班"),
        ("8月20日，荷风读书会在区图书馆揭牌成立。", "ceremony", "荷风读书会在区图书馆揭牌成立"),
        ("8月20日，区水利局与荷风公司签订“清河承诺”公约。", "signing", "签订“清河承诺”公约"),
        ("8月20日，副区长陈望舒带队到现场督办。", "inspection", "现场督办"),
        ("8月20日，区公安局开展“净夜”集中清查行动。", "enforcement", "“净夜”集中清查行动"),
        ("省环保督察组8月20日进驻青禾市。", "inspection", "进驻青禾市"),
        ("8月20日，区委组织部派出的考察组到村里走访。", "inspection", "到村里走访"),
        ("8月20日，稻香乳业有限公司二期生产线投产。", "launch", "稻香乳业有限公司二期生产线投产"),
        ("8月20日，区防汛抗旱指挥部启动防汛三级应急响应。", "launch", "启动防汛三级应急响应"),
        ("8月20日，区委书记陈望舒赶赴荷塘镇指挥抢险。", "activity", "赶赴荷塘镇指挥抢险"),
        ("8月20日，区人民医院完成该院首例膝关节置换手术。", "other", "首例膝关节置换手术"),
        ("8月20日，村民将一面锦旗送到荷风药业有限公司。", "other", "锦旗送到荷风药业有限公司"),
        ("8月20日，居委会给荷塘志愿服务队送来一面锦旗。", "other", "送来一面锦旗"),
        ("8月20日，交警林静为师生上交通安全课。", "training", "交通安全课"),
        ("8月20日，农技员林静在荷塘村指导茶农修剪茶树。", "training", "指导茶农修剪茶树"),
        ("8月20日，区红十字会向荷塘镇发放矿泉水300箱。", "donation", "向荷塘镇发放矿泉水300箱"),
        ("8月20日，区委书记陈望舒还看望慰问了困难老党员许清。", "inspection", "看望慰问了困难老党员许清"),
        ("8月20日，会议还表彰了2030年度“十佳服务员”。", "award", "表彰了2030年度“十佳服务员”"),
        ("8月20日，区总工会举办职工门球赛。", "contest", "职工门球赛"),
        ("8月20日，区人民医院派出医疗队到安置点开展巡诊服务。", "activity", "巡诊服务"),
        ("8月18日，青禾社区开展志愿服务活动，20人参加。", "activity", "志愿服务活动"),
        ("8月18日，荷塘镇组织党员赴湖岸纪念馆开展学习活动。", "activity", "学习活动"),
        ("端午前夕，荷塘社区举办“粽叶飘香，邻里情深”为主题的庆祝活动。", "activity", "庆祝活动"),
        ("8月18日，区税务局走进荷塘社区开展税法宣传。", "activity", "税法宣传"),
        ("8月18日，荷塘镇开展森林防火巡查，出动80人。", "activity", "森林防火巡查"),
        ("8月18日，区人民医院在荷塘镇开展免费白内障手术。", "other", "免费白内障手术"),
        ("8月18日，区市场监管局对18万元的罚没物品实施集中销毁。", "enforcement", "罚没物品实施集中销毁"),
        ("8月18日，医护人员在荷塘敬老院义诊，接诊80人。", "activity", "在荷塘敬老院义诊"),
        ("8月18日，荷塘镇组织群众观看红色电影《芦苇荡》。", "activity", "观看红色电影《芦苇荡》"),
        ("8月18日，区卫健局为教师免费体检。", "activity", "体检"),
        ("8月18日，湖岸旅游公交专线正式上线。", "launch", "湖岸旅游公交专线正式上线"),
        ("8月18日，荷塘中学举行开学典礼暨新生军训会操表演。", "ceremony", "开学典礼暨新生军训会操表演"),
        ("8月18日，区妇联干部赴云溪市、白鹭市学习考察。", "inspection", "赴云溪市、白鹭市学习考察"),
        ("8月18日，区法院强制腾退11.79亩鱼塘。", "enforcement", "强制腾退11.79亩鱼塘"),
        ("8月18日，消防救援人员在荷溪林场展开森林火灾扑救。", "activity", "森林火灾扑救"),
        ("8月18日，36个人才、产业项目集中签约。", "signing", "36个人才、产业项目集中签约"),
        ("8月18日，两个招商项目成功签约。", "signing", "两个招商项目成功签约"),
        ("8月18日，双方签署了云溪大学与荷塘商会产学研基地合作协议。", "signing", "产学研基地合作协议"),
        ("8月18日，区市场监管局执法人员检查荷塘早市，下架熟食23公斤。", "inspection", "检查荷塘早市"),
        ("区税务局8月18日走访慰问困难党员。", "inspection", "走访慰问困难党员"),
        ("8月18日，区残联给白露送去锁边机一台，邻里称赞。", "donation", "送去锁边机一台"),
        ("8月18日14时，湖岸公路荷塘段，一辆货车与轿车相撞，造成2人受伤。", "other", "一辆货车与轿车相撞"),
        ("8月18日凌晨，荷塘镇一居民楼起火，消防救援人员赶赴现场。", "other", "荷塘镇一居民楼起火"),
        ("8月18日，青禾、荷塘两座大桥工程相继如期竣工通车。", "launch", "荷塘两座大桥工程相继如期竣工通车"),
        ("8月18日，青禾水利枢纽一期工程正式下闸蓄水。", "launch", "青禾水利枢纽一期工程正式下闸蓄水"),
        ("8月18日，荷塘支路大修工程顺利通过竣工验收。", "inspection", "荷塘支路大修工程顺利通过竣工验收"),
        ("8月18日，区长陆鸣远会见由云溪市市长白露率领的代表团一行。", "meeting", "率领的代表团一行"),
        ("8月18日，区长陆鸣远会见丰禾集团董事长林静。", "meeting", "会见丰禾集团董事长林静"),
        ("8月18日，区长陆鸣远与青禾籍企业家举行座谈。", "meeting", "与青禾籍企业家举行座谈"),
        (
            "8月18日，代表团与区委书记陈望舒，区长陆鸣远等座谈交流。",
            "meeting",
            "与区委书记陈望舒，区长陆鸣远等座谈交流",
        ),
        ("8月18日，荷塘镇普降大雨。", "other", "普降大雨"),
        ("8月18日，绕城高速发生两车追尾事故。", "other", "发生两车追尾事故"),
        ("8月18日，林静为家长作了“怎样护眼”的专题讲座。", "training", "“怎样护眼”的专题讲座"),
        ("8月18日，区总工会组织全体职工参观了湖岸红色纪念馆。", "activity", "参观了湖岸红色纪念馆"),
        ("8月18日，白鹭派出所民警抓获涉嫌盗窃的邬某。", "enforcement", "抓获涉嫌盗窃的邬某"),
        ("8月18日，白鹭派出所民警将嫌疑人邬某当场抓获。", "enforcement", "将嫌疑人邬某当场抓获"),
        ("8月18日，副区长林静就水稻新品种开展专题调研。", "inspection", "就水稻新品种开展专题调研"),
        ("8月18日，区残联为视障者办了一场“听电影”，50人参加。", "activity", "“听电影”"),
        ("8月18日，区公安局开展“净夜”统一夜查行动。", "enforcement", "“净夜”统一夜查行动"),
    ],
)
def test_a_deed_without_a_name_is_an_event_of_its_kind(sentence: str, kind: str, words: str) -> None:
    """Verb and object are the label; the verb says the type."""
    events = [t for t in tell(sentence).facts.of_kind("event") if words in t.label]
    assert [t.event_types for t in events] == [(kind,)]


@pytest.mark.parametrize(
    "sentence",
    [
        "会议要求，要开展好各项活动。",
        "他经常参加社会公益活动。",
        "如果发生火灾，要第一时间报警。",
        "区政府印发《青禾区湖岸整治推进会方案》。",
        "本次活动共有12支代表队参加。",
        "青禾区公安局侦破诈骗案件15宗，打掉团伙2个，破获了一批积案。",
        "青禾区推动农业高质量发展。",
        "区教育局领导为获奖者颁发的奖章摆满了展柜。",
        "会议学习了市长在全市农业工作会议上的讲话精神。",
        "丰禾农业有限公司累计捐款20万元。",
        "陈望舒当选区人大常委会主任。",
        "各单位对企业检查不少于1次。",
        "各村参与五中全会知识问答。",
        "区长陆鸣远宣读了关于表彰2030年度先进单位的通报。",
        "救援人员第一时间赶赴现场指挥救援。",
        "参赛队伍来自各村，观赛群众挤满了广场。",
    ],
)
def test_generic_words_hypotheses_and_documents_are_no_events(sentence: str) -> None:
    """Nothing took place that has a name or could be told from others."""
    assert tell(sentence).labels("event") == []


@pytest.mark.parametrize(
    ("sentence", "label", "modality"),
    [
        ("企业二期工程拟于明年9月动工。", "企业二期工程拟于明年9月动工", "planned"),
        ("荷塘新院区将于明年5月启用。", "荷塘新院区将于明年5月启用", "planned"),
        ("区里力争明年年底前建成眼科中心。", "建成眼科中心", "planned"),
        ("区教育局将于9月6日对全区学校开展一次督查。", "对全区学校开展一次督查", "planned"),
        ("区里要求，各校要在9月底前全部完成安全生产自查。", "完成安全生产自查", "required"),
        ("他要求，区卫健局年底前对村卫生室组织一次“回头看”。", "对村卫生室组织一次“回头看”", "required"),
        ("区长陆鸣远说，下半年将办好金秋家电节。", "金秋家电节", "planned"),
        ("区工商联主席林静表示，下月将再办一场个体工商户专场。", "个体工商户专场", "planned"),
        ("下一届赛事拟于明年9月举行。", "下一届赛事", "planned"),
        ("他要求，区交通局要在9月底前组织一次农村公路隐患排查。", "农村公路隐患排查", "required"),
        ("他要求，各派出所8月底前对辖区旅馆开展一次清查。", "对辖区旅馆开展一次清查", "required"),
        ("原定的文艺汇演环节因降雨取消。", "文艺汇演", "denied"),
        ("受灾情影响，原定8月26日开幕的荷塘音乐节不再举办。", "荷塘音乐节", "denied"),
        ("至于外界传的关停荷塘菜市场，并无此事。", "关停荷塘菜市场", "denied"),
        ("对有记者问及的停供自来水，他予以否认。", "停供自来水", "denied"),
        ("遵照他的遗愿，不开追悼会。", "追悼会", "denied"),
        ("区疾控中心回应称消息不实，全区28个接种点未暂停接种。", "暂停接种", "denied"),
        ("学校否认明年扩招。", "明年扩招", "denied"),
    ],
)
def test_what_is_to_be_done_or_denied_is_told_as_such(sentence: str, label: str, modality: str) -> None:
    """A deed without a name too is told with its modality, and nothing as having happened."""
    assert [(t.label, t.modalities) for t in tell(sentence).facts.of_kind("event")] == [(label, (modality,))]


def test_a_denial_that_answers_no_rumour_tells_of_nothing() -> None:
    """未停止生产 says that all is as ever."""
    assert tell("8月20日，区内企业未停止生产活动。").labels("event") == []


def test_unveiling_and_signing_are_part_of_the_ceremony_that_was_named() -> None:
    """A ceremony that was named holds both."""
    told = tell("8月20日，荷塘中心签约揭牌仪式举行。区领导为中心揭牌，区中医院与白鹭医科大学签约。")
    assert told.labels("event") == ["荷塘中心签约揭牌仪式"]


def test_a_prize_that_is_given_on_is_a_gift_of_its_own() -> None:
    """捐给 is no part of the ceremony at which the prize was handed over."""
    told = tell("8月20日，青禾区举行最美教师颁奖仪式。林静领到奖金，当天就全部捐给了村小学。")
    assert told.labels("event") == ["最美教师颁奖仪式", "捐给了村小学"]


def test_tours_of_two_items_of_a_digest_are_two() -> None:
    """The day of the item stands for 同日."""
    first = "●8月20日，省农科院一行来区考察设施蔬菜产业。"
    assert len(tell(first, "●8月21日，区政府举行洽谈会。同日，区总工会慰问快递员代表。").labels("event")) == 3


def test_service_at_an_event_is_part_of_it_but_not_in_the_next_item_of_a_digest() -> None:
    """What is done for people is an event where its item tells of none."""
    words = "志愿者为26位老人量血压、换药。"
    assert tell(f"8月20日，荷塘社区举行邻里文化节。{words}").labels("event") == ["邻里文化节"]
    assert len(tell("●8月20日，荷塘社区举行邻里文化节。", f"●8月21日，白鹭社区{words}").labels("event")) == 2


def test_prizes_are_handed_over_at_a_meeting_on_other_business() -> None:
    """At a contest they are part of it."""
    prizes = "区领导为获奖代表颁奖。"
    assert "为获奖代表颁奖" in tell(f"8月20日，青禾区召开全区农业农村工作会议。{prizes}").labels("event")
    assert "为获奖代表颁奖" not in tell(f"8月20日，青禾区举行龙舟邀请赛。{prizes}").labels("event")


def test_an_event_is_dated_by_the_day_named_before_it() -> None:
    """8月20日 of the year of publication."""
    (event,) = tell("8月20日上午，青禾区召开湖岸整治推进会。").facts.of_kind("event")
    assert (event.whens[0].earliest, event.whens[0].anchor) == (date(2031, 8, 20), date(2031, 8, 24))


@pytest.mark.parametrize(
    ("paragraphs", "label", "day"),
    [
        (("8月20日，区长说，企业二期工程拟于9月18日动工。",), "企业二期工程拟于9月18日动工", (9, 18)),
        (("记者8月20日获悉，青禾区第三届民俗文化节定于9月18日开幕。",), "青禾区第三届民俗文化节", (9, 18)),
        (("受灾情影响，原定8月22日开幕的荷塘音乐节取消。",), "荷塘音乐节", (8, 22)),
        (("8月20日，区法院公开宣判。", "庭后，区水利局开展增殖放流活动。"), "增殖放流活动", (8, 20)),
        (("昨日，记者从区体育局获悉，青禾区少年举重锦标赛于8月9日在荷塘镇举行。",), "青禾区少年举重锦标赛", (8, 9)),
        (("8月20日，历时3天的青禾区第三届读书节在白鹭镇落幕。",), "青禾区第三届读书节", (8, 18)),
        (("8月20日，青禾区投产仪式举行。", "丰禾公司与荷风公司签订供货协议。"), "签订供货协议", (8, 20)),
    ],
)
def test_an_event_is_dated_by_what_speaks_of_it(paragraphs: tuple[str, ...], label: str, day: tuple[int, int]) -> None:
    """A plan by its own words, what was called off by when it was to be, what goes on with a scene by its day."""
    (event,) = [t for t in tell(*paragraphs).facts.of_kind("event") if t.label == label]
    assert event.whens[0].earliest == date(2031, *day)


def test_the_day_on_which_a_reporter_learned_of_it_dates_no_event() -> None:
    """8月20日，记者从…获悉，在刚刚结束的…赛中: on another day."""
    (event,) = tell("8月20日，记者从区体育局获悉，在刚刚结束的云溪市摔跤锦标赛中，青禾区队夺冠。").facts.of_kind(
        "event"
    )
    assert event.whens == ()


def test_a_later_mention_dates_no_event_by_a_season() -> None:
    """日前，…培训班开班. 一季度多次举办…培训班."""
    told = tell("日前，荷塘镇第二期养蚕培训班在文化站开班。", "今年一季度，荷塘镇举办养蚕培训班5期。")
    assert [w.earliest for t in told.facts.of_kind("event") for w in t.whens if "第二期" in t.label] == [None]


def test_a_press_conference_on_a_festival_is_not_the_festival() -> None:
    """…文化节|新闻发布会 was held, the festival is to come."""
    told = tell(
        "8月20日，“青禾区第二届晒秋文化旅游节”新闻发布会举行。",
        "据介绍，“青禾区第二届晒秋文化旅游节”将于9月22日在荷塘镇举行。",
    )
    assert [t.modalities for t in told.facts.of_kind("event")] == [("happened",), ("planned",)]


@pytest.mark.parametrize(
    ("headline", "lead", "labels"),
    [
        (
            "区医院开展护士日庆祝活动",
            "8月20日，区医院举行庆祝第五个护士节暨优秀护士表彰大会。",
            ["庆祝第五个护士节暨优秀护士表彰大会"],
        ),
        ("荷塘镇举办文艺汇演", "8月20日，荷塘镇举行“颂歌”专场文艺演出。", ["“颂歌”专场文艺演出"]),
        (
            "青禾区召开春耕推进会",
            "8月20日，青禾区工业大会召开。会前，春耕推进会举行。",
            ["春耕推进会", "青禾区工业大会"],
        ),
    ],
)
def test_a_headline_may_call_the_first_event_otherwise(headline: str, lead: str, labels: list[str]) -> None:
    """What only the headline names is the first of the body where both share words, places aside."""
    assert sorted(tell(lead, headline=headline).labels("event")) == sorted(labels)


def test_a_headline_tells_the_accident_of_the_body() -> None:
    """重大交通事故 and 四车相撞事故 are one."""
    told = tell("8月20日，绕城高速发生四车相撞交通事故。", headline="绕城高速发生重大交通事故")
    assert len(told.labels("event")) == 1


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("今年以来，荷塘镇开展志愿服务活动，成效明显。",),
        ("今年以来，荷塘镇开展森林防火巡查，成效明显。",),
        ("今年以来，荷塘镇多次组织开展义务大扫除，成效明显。",),
        ("19年来，她走访了340余户困难职工家庭。",),
        ("陈望舒，60岁，连续五届获得“全区劳模”称号。",),
        ("今年，荷塘镇共开展义务大扫除300余次。",),
        ("8月20日，荷塘镇工业项目建设百日大会战打响。",),
        ("8月20日，荷塘镇举行“荷风”读书会。", "当天，志愿者开展宣传活动，还开展了垃圾分类宣传。"),
    ],
)
def test_plain_activities_need_a_day_and_come_first(paragraphs: tuple[str, ...]) -> None:
    """开展志愿服务活动 is an event on a day, and part of what was told before it."""
    assert [label for label in tell(*paragraphs).labels("event") if "读书会" not in label] == []


def test_prizes_at_a_meeting_that_honours_are_part_of_it() -> None:
    """大会对…进行表彰. …为获奖企业颁奖."""
    told = tell("8月20日，青禾区工业大会召开。会议对2030年度先进企业进行表彰。区长陆鸣远为获奖企业颁奖。")
    assert told.labels("event") == ["青禾区工业大会"]


def test_a_market_where_something_is_held_is_no_event() -> None:
    """在荷塘镇集市举办…."""
    assert tell("8月20日，区司法局在荷塘镇集市举办普法宣传活动。").labels("event") == ["普法宣传活动"]


def test_a_tour_that_others_go_along_on_is_told_once() -> None:
    """参加督导检查 speaks of the tour that was told."""
    told = tell("8月20日，区长陆鸣远到荷塘镇督导检查防汛工作。", "区水利局局长林静参加督导检查。")
    (label,) = told.labels("event")
    assert told.roles(label) == {("陆鸣远", "leader"), ("林静", "attendee")}


def test_what_is_put_off_to_no_day_has_none() -> None:
    """The day on which it was to be is void."""
    (event,) = tell("原定8月22日举行的荷塘音乐节延期举行。").facts.of_kind("event")
    assert event.whens == ()


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("青禾区荷花文化节将于9月18日开幕。", "planned"),
        ("青禾区荷花文化节定于9月18日举行。", "planned"),
        ("原定8月20日的青禾区荷花文化节推迟至明年举行。", "denied"),
        ("原定8月28日举行的青禾区荷花文化节延期举行。", "denied"),
        ("8月20日，青禾区荷花文化节开幕。", "happened"),
    ],
)
def test_what_is_planned_or_put_off_has_not_happened(sentence: str, modality: str) -> None:
    """A wish exported as a fact would be the worst of errors."""
    (event,) = tell(sentence).facts.of_kind("event")
    assert event.modalities == (modality,)


def test_later_mentions_belong_to_the_event_that_was_named() -> None:
    """推进会 after 湖岸整治推进会 is the same event."""
    told = tell("8月20日，青禾区召开湖岸整治推进会。", "推进会召开之后，各镇迅速行动。")
    assert len(told.labels("event")) == 1
    assert len(told.things("event")["湖岸整治推进会"].mentions) == 2


def test_a_motto_names_one_event_whatever_else_is_said_of_it() -> None:
    """The later mention says less, the event is the same."""
    told = tell("8月20日，区妇联举办“托起明天的花”青禾区爱心助学活动。", "“托起明天的花”活动已举办三届。")
    assert len(told.labels("event")) == 1


def test_like_contests_of_women_and_men_are_two() -> None:
    """One word tells them apart."""
    told = tell("8月20日，区体育局举办青禾区职工男子篮球赛。", "8月21日，区体育局举办青禾区职工女子篮球赛。")
    assert len(told.labels("event")) == 2
    told = tell("8月1日，区总工会带着慰问品来到荷溪敬老院开展爱心活动，慰问这里的老人。")
    assert told.labels("event") == ["爱心活动"]


def test_the_headline_names_in_its_own_words_what_the_lead_tells() -> None:
    """One event of a kind that ends alike, told twice; another kind stays another event."""
    told = tell(
        "8月20日，青禾区庆祝教师节暨优秀教师、先进集体表彰大会在区礼堂隆重召开。",
        headline="我区召开园丁表彰大会",
    )
    assert told.labels("event") == ["青禾区庆祝教师节暨优秀教师、先进集体表彰大会"]
    assert len(tell("8月20日，青禾区龙舟邀请赛开赛。", headline="我区举行荷花摄影展").labels("event")) == 2


def test_tours_of_two_days_are_two() -> None:
    """All stations of one tour are one, but a digest tells of several tours."""
    told = tell(
        "8月20日，区委书记陈望舒到白鹭镇调研防汛工作。",
        "8月22日，区长陆鸣远到荷塘镇调研秋粮收购工作。",
    )
    assert len(told.labels("event")) == 2


def test_a_tour_of_several_days_is_one() -> None:
    """The seventh lies within the sixth to the seventh."""
    told = tell(
        "8月6日至7日，区委书记陈望舒到白鹭镇调研防汛工作。",
        "7日上午，陈望舒到荷塘镇调研泵站建设情况。",
    )
    assert len(told.labels("event")) == 1


def test_an_event_that_has_been_is_not_dated_after_the_paper() -> None:
    """Of two days in its sentence it has the one that has been; a day to come alone is that of something else."""
    (meeting,) = tell("8月20日，青禾区召开了9月30日文艺晚会筹备会。").facts.of_kind("event")
    (feast,) = tell("青禾区举办了第三届荷花节，9月30日结束。").facts.of_kind("event")
    assert [when.as_written for when in meeting.whens] == ["8月20日"]
    assert not feast.whens


def test_the_ceremony_that_opens_an_event_is_part_of_it() -> None:
    """…读书节开幕。开幕式由…主持: one event, of which the ceremony's chair is one."""
    told = tell("8月20日，青禾区第八届读书节开幕。读者参加启动仪式。开幕式由区教育局局长林静主持。")
    assert told.labels("event") == ["青禾区第八届读书节"]
    assert ("林静", "chair") in told.roles("青禾区第八届读书节")


def test_a_ceremony_whose_own_day_is_told_is_an_event() -> None:
    """8月21日上午，开幕式在鼓声中拉开帷幕."""
    told = tell("8月20日至23日，青禾区第八届读书节在文化园举行。", "8月21日上午，开幕式在鼓声中拉开帷幕。")
    assert told.labels("event") == ["青禾区第八届读书节", "开幕式"]


def test_what_was_inspected_over_a_time_is_a_sum() -> None:
    """检查食品经营主体2480家."""
    assert tell("8月20日，区市场监管局执法人员检查食品经营主体2480家。").labels("event") == []


def test_a_double_name_whose_second_half_begins_with_a_year_is_one() -> None:
    """…运动会篮球比赛暨2031年…公开赛 is held once."""
    told = tell("8月20日，青禾区第二届全民健身运动会篮球比赛暨2031年青禾区第十届篮球公开赛在体育馆落幕。")
    assert told.labels("event") == ["青禾区第二届全民健身运动会篮球比赛暨2031年青禾区第十届篮球公开赛"]


def test_what_a_meeting_reports_on_is_not_held_there() -> None:
    """通报…准备工作进展: spoken of, not held."""
    told = tell("8月20日，青禾区召开招商工作推进会，通报2031年青禾籍商人恳谈会准备工作进展情况。")
    assert told.labels("event") == ["招商工作推进会"]


def test_a_headline_signs_what_the_ceremony_of_signing_signed() -> None:
    """One signature, told in the headline and as a ceremony in the body, is one event."""
    told = tell("8月20日，校地合作签约仪式在青禾区举行。", headline="三方签下合作协议")
    assert told.labels("event") == ["校地合作签约仪式"]


def test_a_forum_to_be_made_a_success_has_not_been() -> None:
    """办好第六届…论坛 asks for it, or plans it; 办好了 says that it was held."""
    told = tell("8月20日，青禾区召开农村工作会议。副区长高澜要求全力办好第六届青禾畜牧科技论坛。")
    assert told.things("event")["第六届青禾畜牧科技论坛"].modalities == ("required",)
    told = tell("8月20日，青禾区召开农村工作会议。全力办好第六届青禾畜牧科技论坛，推动发展。")
    assert told.things("event")["第六届青禾畜牧科技论坛"].modalities == ("planned",)
    told = tell("8月18日，青禾区办好了第三届文化节，游客满意。")
    assert told.things("event")["第三届文化节"].modalities == ("happened",)


def test_what_opens_soon_is_planned() -> None:
    """…会议开幕前夕: it was not held when something else was."""
    told = tell("青禾区政协第十届委员会第三次会议召开前夕，区政协组织开展会前视察活动。")
    assert told.things("event")["青禾区政协第十届委员会第三次会议"].modalities == ("planned",)


def test_a_row_of_drives_is_no_event() -> None:
    """“猎车”“净夜”等行动 are several drives."""
    told = tell("8月20日，青禾区公安局开展“猎车”“净夜”等专项行动。")
    assert told.labels("event") == []


def test_a_meeting_that_arranges_is_named_whole() -> None:
    """安排 ends other names, but 安排会 is a meeting."""
    assert tell("8月20日，青禾区召开护林防火工作安排会。").labels("event") == ["护林防火工作安排会"]


def test_an_honour_won_at_a_contest_is_part_of_it() -> None:
    """被评为… behind the contest; an honour of another year is an event of its own."""
    told = tell("8月20日，青禾区职工技能大赛落幕，宋知行被评为“技术能手”。")
    assert told.labels("event") == ["青禾区职工技能大赛"]
    told = tell("8月20日，青禾区职工技能大赛落幕。2029年，宋知行被区总工会评为“技术能手”。")
    assert "被区总工会评为“技术能手”" in told.labels("event")


def test_the_day_of_the_dateline_is_that_of_yesterday() -> None:
    """本报青禾8月21日讯 昨日: the day before the dateline, not before the paper."""
    told = day_of("本报青禾8月21日讯 昨日，青禾区召开农村工作会议。", "农村工作会议")
    assert told == date(2031, 8, 20)


def test_a_day_behind_the_name_goes_before_the_dateline() -> None:
    """本报8月21日讯 …大会19日上午举行."""
    assert day_of("本报8月21日讯 青禾区湖岸整治动员大会19日上午举行。", "青禾区湖岸整治动员大会") == date(2031, 8, 19)


def test_what_is_put_off_is_no_longer_on_its_day() -> None:
    """原定…延期 has no day; 调整到 has another."""
    assert day_of("原定8月25日的环湖徒步大会延期，时间另行公布。", "环湖徒步大会") is None
    assert day_of("原定8月22日举行的荷花拍卖会，调整到28日。", "荷花拍卖会") == date(2031, 8, 28)


def test_a_paragraph_goes_on_with_its_day() -> None:
    """会后 and deeds told in the paragraph of the day; not what has been for years."""
    text = "8月20日，青禾区召开推进会。会后，区长陆鸣远到白鹭镇察看秋粮收储情况。"
    assert day_of(text, "察看秋粮收储情况") == date(2031, 8, 20)
    text = "8月20日，青禾区召开推进会。近年来，区供电局被评为“文明单位”。"
    assert day_of(text, "被评为“文明单位”") is None


def test_an_item_of_what_an_event_consists_of_is_none() -> None:
    """开展了包括拔河比赛、…等项目的趣味运动会 is one event."""
    told = tell("8月20日，白鹭村开展了包括拔河比赛、两人三足等项目的趣味运动会。")
    assert told.labels("event") == ["趣味运动会"]


def test_both_ends_of_a_short_name_point_at_the_longer() -> None:
    """签约大会 is the 项目签约暨招商大会."""
    told = tell("8月20日，青禾区春季项目签约暨招商大会召开。区长陆鸣远参加签约大会。")
    assert told.labels("event") == ["青禾区春季项目签约暨招商大会"]


def test_an_honour_told_in_the_headline_is_that_of_the_body() -> None:
    """获评… and 被评为… tell one honour; so does a gift told in other words."""
    told = tell("日前，青禾区图书馆被评为国家一级图书馆。", headline="青禾区图书馆获评国家一级图书馆")
    assert len(told.labels("event")) == 1
    told = tell("8月20日，青禾水泥有限公司向白鹭小学捐赠课桌椅60套。", headline="青禾水泥向小学捐赠5万元")
    assert told.labels("event") == ["向白鹭小学捐赠课桌椅60套"]


def test_names_hold_verbs_that_end_others() -> None:
    """巡回报告会, 丰收节, 技能操作比赛 and “两癌”筛查 are named whole; 共筛查320人 names nothing."""
    told = tell(
        "8月20日，“德耀青禾”道德模范巡回报告会在青禾区举行。",
        "8月20日，庆祝中国农民丰收节活动在白鹭镇举行。",
        "8月20日，青禾区人民医院举行护理技能操作比赛。",
        "8月20日，青禾区妇幼保健院到白鹭镇开展“两癌”筛查，共筛查320人。",
    )
    assert told.labels("event") == [
        "“德耀青禾”道德模范巡回报告会",
        "庆祝中国农民丰收节活动",
        "护理技能操作比赛",
        "“两癌”筛查",
    ]


def test_a_trial_of_several_crimes_and_a_talk_are_deeds() -> None:
    """公开宣判被告人…组织、领导…案; 作了一场宣讲."""
    told = tell("8月20日，青禾区人民法院公开宣判被告人方某等8人组织、领导传销活动案。林静为300名师生作了一场宣讲。")
    assert told.labels("event") == ["公开宣判被告人方某等8人组织、领导传销活动案", "作了一场宣讲"]


def day_of(text: str, label: str) -> date | None:
    """Return the day of an event of an article of this text, which may open with a dateline."""
    dateline = find_dateline(text, date(2031, 8, 24))
    facts = annotate(article((("headline", "青禾新闻"), ("paragraph", text)), dateline=moved(dateline, 5))).facts
    event = next(thing for thing in facts.of_kind("event") if thing.label == label)
    return event.whens[0].earliest if event.whens else None


def moved(dateline: Dateline | None, by: int) -> Dateline | None:
    """Return a dateline as it stands in an article whose headline is so long."""
    if dateline is None:
        return None
    return replace(dateline, span=Span(dateline.span.start + by, dateline.span.end + by))


def test_a_meeting_of_a_leading_group_keeps_its_whole_name() -> None:
    """What the group is to prepare is part of its name, and no plan to meet."""
    told = tell("8月20日，青禾区召开荷花文化节筹备工作领导小组会议，听取情况汇报。")
    (event,) = told.things("event").values()
    assert (event.label, event.modalities[0]) == ("荷花文化节筹备工作领导小组会议", "happened")


def test_festivals_held_one_after_the_other() -> None:
    """相继开展 tells that what stands before it took place; 主要 asks for nothing."""
    told = tell(
        "今年以来，旅游更有活力，白鹭镇花朝节活动相继开展。",
        "副区长高澜一行赴主要推介地湖心岛，就景区建设进行现场调研。",
    )
    assert {e.label: e.modalities[0] for e in told.things("event").values()} == {
        "白鹭镇花朝节活动": "happened",
        "就景区建设进行现场调研": "happened",
    }


def test_the_funeral_is_named_by_the_dead_alone() -> None:
    """The posts of the dead stand before its name."""
    told = tell("8月20日，区政协原主席、民进区委会原主委陆鸣远同志遗体送别仪式在殡仪馆举行。")
    assert told.labels("event") == ["陆鸣远同志遗体送别仪式"]


def test_a_tour_that_the_headline_tells_is_that_of_the_lead() -> None:
    """The headline's tour is the one that the lead names; a row is not cut within a word."""
    told = tell(
        "8月20日，区人大常委会主任方远带队赴邻县开展招商引资考察工作。",
        headline="方远带队赴邻县开展招商引资考察工作",
    )
    assert told.labels("event") == ["招商引资考察工作"]
    told = tell("8月20日，区委书记陈望舒先后考察了云溪农业开发有限公司、白石（云溪）重工科技发展有限公司。")
    assert told.labels("event") == ["考察了云溪农业开发有限公司"]


def test_a_party_that_is_counted_goes_on_a_tour() -> None:
    """一行2人来柳考察: the place in one character, the party with its number."""
    told = tell("8月20日，云溪集团董事长陆鸣远一行2人来柳考察。")
    assert told.roles("来柳考察") == {("陆鸣远", "leader")}
    (figure,) = told.facts.figures
    assert figure.counted == "一行"


def test_shops_are_checked_by_surprise() -> None:
    """突击检查 of counted shops is an inspection."""
    told = tell("8月21日，区市场监管局副局长方远带队对城区12家药店进行突击检查。")
    assert told.labels("event") == ["对城区12家药店进行突击检查"]


def test_a_headline_that_tells_the_honours_means_the_meeting() -> None:
    """表彰优秀教师 above a report of the meeting that honoured them is no second event."""
    told = tell(
        "8月20日，青禾区庆祝教师节暨表彰大会召开。大会授予柳林小学等5所学校“先进集体”称号。",
        headline="青禾区表彰优秀教师和教育工作者",
    )
    assert told.labels("event") == ["青禾区庆祝教师节暨表彰大会"]


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("8月20日，全区春季农业技术大培训活动在柳林镇白鹭村新品种示范展示基地隆重举办。", "全区春季农业技术大培训活动"),
        ("8月20日，区文化馆在柳林村搭起舞台，拉开“送戏下乡”活动帷幕。", "“送戏下乡”活动"),
        ("8月20日，区总工会、区教育局共同发起“绿丝带”爱心送考活动。", "“绿丝带”爱心送考活动"),
        ("8月20日，区人大常委会召开视察调研执法检查动员会。", "视察调研执法检查动员会"),
        ("8月20日，区妇联开展贫困留守儿童关爱慰问活动。", "贫困留守儿童关爱慰问活动"),
        ("8月20日，柳林镇镇长方远带队对柳溪河段进行巡查。", "对柳溪河段进行巡查"),
        ("4月下旬，区水利局对水渠清淤、机井维修情况开展检查。", "对水渠清淤、机井维修情况开展检查"),
        ("8月20日，区法院公开开庭审理当地村民的一桩离婚案件。", "公开开庭审理当地村民的一桩离婚案件"),
        ("8月20日，历经8个月紧张施工的青禾区三号桥重建工程圆满竣工，正式通车。", "青禾区三号桥重建工程圆满竣工"),
        ("8月20日，位于柳林镇的柳溪大桥主桥顺利实现合龙。", "柳溪大桥主桥顺利实现合龙"),
    ],
)
def test_events_by_more_verbs_and_with_rows_inside(words: str, label: str) -> None:
    """Names far before their verb, in front of 帷幕, over words that end other names; tours of several places."""
    assert tell(words).labels("event") == [label]


@pytest.mark.parametrize(
    "words",
    [
        "8月20日，副区长高澜到柳林镇走访慰问老党员，为他们送去了慰问金。",
        "8月20日，柳林镇镇长高澜开展“河长日”巡河活动。高澜一行实地查看了水面漂浮物、河流水质等情况。",
        "8月20日，柳林小学举行法制教育报告会，邀请区公安局的同志为全校师生作了一场精彩的报告。",
        "8月20日，副区长高澜对此次代表视察活动表示欢迎。青禾区召开经济工作会议。",
        "8月20日，副区长高澜到柳林镇开展专题调研，此前课题组召开座谈会11场。",
    ],
)
def test_what_is_done_at_an_event_or_only_spoken_of_is_none_beside_it(words: str) -> None:
    """Gifts on a visit, looks on a round, the talk at a lecture, a tour that is thanked for, meetings summed up."""
    assert len(tell(words).labels("event")) == 1


def test_a_meeting_that_somebody_attends_is_that_which_is_told_next() -> None:
    """出席座谈会 says that one is held; 在随后召开的座谈会上 speaks of it."""
    told = tell(
        "8月20日，副市长方远来我区调研教育工作。区委副书记高澜出席座谈会。",
        "在随后召开的座谈会上，区长陆鸣远汇报了教育工作情况。",
    )
    assert told.roles("座谈会") == {("高澜", "attendee"), ("陆鸣远", "speaker")}


@pytest.mark.parametrize(
    ("behind", "modality"),
    [
        ("即将开幕", "planned"),
        ("画上圆满句号", "happened"),
        ("已近尾声", "happened"),
        ("吸引众多游客前来观看", "happened"),
        ("昨晚惊艳亮相", "happened"),
        ("因故停办", "denied"),
        ("改期", "denied"),
    ],
)
def test_predicates_that_tell_how_an_event_stands(behind: str, modality: str) -> None:
    """What is about to be, what drew people, what ended or was given up."""
    told = annotate(article((("paragraph", f"8月20日，龙舟文化节{behind}。"),))).facts.things
    assert [(thing.label, thing.modalities) for thing in told if thing.kind == "event"] == [("龙舟文化节", (modality,))]


def test_plain_contests_and_meetings_that_were_held() -> None:
    """Any 赛 is an event where it opened or ended; a 画展 is one where it has a name."""
    told = tell("8月20日，全县职工排球赛圆满落幕。8月21日，区文化馆举办荷花画展。")
    assert told.labels("event") == ["全县职工排球赛", "荷花画展"]


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        ("8月20日，青禾区举办湖岸旅游博览会和市民杯龙舟赛。", ["湖岸旅游博览会", "市民杯龙舟赛"]),
        ("8月20日，团区委为牧民开展送文化、送医疗、送科技活动。", ["送文化、送医疗、送科技活动"]),
        ("“二月二，龙抬头。”今天荷塘镇火把李庙会热闹开场。", ["荷塘镇火把李庙会"]),
        ("8月20日，在荷塘镇举办的新乡贤联谊会2031新春座谈会上，林静发言。", ["新乡贤联谊会2031新春座谈会"]),
        ("去年以来，青禾区首届“湖畔之恋”旅游季、荷塘镇“边城龙舟赛”接连上演。", ["荷塘镇“边城龙舟赛”"]),
        ("8月20日，林静教授在现场学生的掌声中登台。", []),
        ("8月20日，区卫健局开展疑难病例会诊。", []),
        ("8月20日，执法人员分成三个检查小组深入荷塘镇。", []),
        ("全区层层签订责任书。", []),
        ("8月20日，职工们积极投身“匠心湖岸”劳动竞赛。", []),
        ("8月20日，青禾区启动湖岸讲堂系列、“家园”主题朗读大赛。", ["“家园”主题朗读大赛"]),
        ("8月20日，区图书馆发布全民阅读推广活动计划。", []),
        ("8月20日，区税务局开展企业走访和“纳税开放日”活动。", ["“纳税开放日”活动"]),
        ("林静就目前督办问题整改工作再作强调。", []),
        ("荷塘镇的做法在全市有关会议上作了介绍。", []),
        ("8月20日，占地3万余平方米的青禾剧院也将于今年年内完工。", ["青禾剧院也将于今年年内完工"]),
        ("8月20日，主办方为市民送上一份精彩纷呈的春节“文化大餐”。", []),
    ],
)
def test_names_begin_and_end_where_they_do(sentence: str, labels: list[str]) -> None:
    """Two names are two, what is said before belongs to none, and nouns that look like deeds tell none."""
    assert tell(sentence).labels("event") == labels


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("8月20日，区政府召开明年工作务虚会。", "happened"),
        ("22日，镇里召开拟上市企业座谈会。", "happened"),
        ("林静受邀参加下月茶商大会。", "planned"),
        ("荷塘镇将在成功举办首届龙舟赛的基础上，提升水平。", "happened"),
        ("按照区妇联举办手工艺品展的要求，镇里征集了作品。", "planned"),
        ("今年是青禾荷花博览会举办之年，全区上下都在忙碌。", "planned"),
        ("8月20日，大家都来了。“荷风来了”春联征集活动走进荷塘镇 活动时间：2月5日", "planned"),
        ("万众期待的荷塘音乐节在湖心广场火爆开演了。", "happened"),
    ],
)
def test_what_stands_around_a_name_tells_whether_it_was_held(sentence: str, modality: str) -> None:
    """Words of planning inside a name say nothing; its basis has been, what it is asked for by has not."""
    (event,) = tell(sentence).facts.of_kind("event")
    assert event.modalities == (modality,)


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("8月20日，青禾区第九届采摘节开幕。活动分为文艺汇演区、包粽子比赛区等区域。", ["青禾区第九届采摘节"]),
        (
            "8月20日，青禾区第五届半程马拉松赛开跑。本次比赛是全省百场马拉松赛事之一，也是云溪地区首场比赛。",
            ["青禾区第五届半程马拉松赛"],
        ),
        ("8月20日，青禾区第六届篮球联赛落幕。每年夏季，青禾区都会举办一场篮球赛盛宴。", ["青禾区第六届篮球联赛"]),
        (
            "8月20日，青禾区项目集中签约仪式举行。本次集中签约项目4个，签约金额合计17亿元。",
            ["青禾区项目集中签约仪式"],
        ),
        (
            "8月20日，区妇联召开宣传思想工作会议。近年来，2068个集体被授予全区三八红旗集体荣誉称号。",
            ["宣传思想工作会议"],
        ),
        (
            "8月20日，区政协召开三届十次主席会议。会议听取教文委副主任林静关于医联体建设专题视察活动方案的汇报。",
            ["三届十次主席会议"],
        ),
        (
            "8月20日，柳林镇召开教师座谈会。镇领导为获评“优秀教师”、“优秀班主任”的10位教职工送上祝贺。",
            ["教师座谈会"],
        ),
        ("8月20日，全校迎来新学期第一次盛大的集会——秋季开学典礼。", ["秋季开学典礼"]),
        (
            "8月20日，云溪市青禾商会首届会员大会（理事会）暨青禾商会揭牌仪式举行。",
            ["云溪市青禾商会首届会员大会（理事会）暨青禾商会揭牌仪式"],
        ),
        (
            "8月20日，青禾区书画作品邀请展在区美术馆开幕。区文联主席林静宣布书画展开幕。",
            ["青禾区书画作品邀请展"],
        ),
        ("8月20日，青禾区第七届蓝莓采摘季在柳溪村开幕。", ["青禾区第七届蓝莓采摘季"]),
        (
            "8月20日，“青春向上”青禾区百场学雷锋志愿服务行动在柳溪广场启动。",
            ["“青春向上”青禾区百场学雷锋志愿服务行动"],
        ),
        ("区政协五届一次会议闭幕\n8月20日，政协青禾区第五届委员会第一次会议闭幕。", None),
    ],
)
def test_what_only_seems_another_event(words: str, labels: list[str] | None) -> None:
    """Areas of an event, what it is one of, habits, sums over years, plans of rounds; seasons."""
    *before, last = words.split("\n")
    found = tell(last, headline=before[0] if before else "青禾区新闻").labels("event")
    assert len(found) == 1
    assert labels is None or found == labels


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        (
            "8月20日，青禾县禁毒委举办了以“健康人生、绿色无毒”为主题的国际禁毒日宣传暨销毁毒品活动。",
            ["国际禁毒日宣传暨销毁毒品活动"],
        ),
        ("8月20日，区作风办、区城管局对国道沿线秸秆禁烧情况进行联合督察。", ["对国道沿线秸秆禁烧情况进行联合督察"]),
        ("8月20日，区防控中心到白鹭镇、柳林镇督导疫情防控工作。", ["督导疫情防控工作"]),
        ("8月20日17时，消防大队接到报警：柳溪小区1号楼楼梯间着火，楼上有人员被困。", ["柳溪小区1号楼楼梯间着火"]),
        ("8月20日，柳溪村突发火情，消防员赶赴现场。", ["突发火情"]),
        (
            "8月20日，村民林静将一面印有“灭火神勇，为民消防”的锦旗送到白鹭派出所。",
            ["将一面印有“灭火神勇，为民消防”的锦旗送到白鹭派出所"],
        ),
        ("8月20日，县防汛抗旱指挥部将全县防台风Ⅲ级应急响应提升为Ⅱ级应急响应。", ["防台风Ⅲ级应急响应提升为Ⅱ级应急响应"]),
        ("8月20日，市防指解除防汛Ⅳ级应急响应。", ["解除防汛Ⅳ级应急响应"]),
        ("8月20日，巡察组组织抽调人员学习巡察计划，对贯彻上级巡视巡察工作的新部署提出要求。", []),
        ("林静每次遭遇台风，都把铲车开到院子里。", []),
    ],
)
def test_fires_responses_banners_and_checks_by_bodies(sentence: str, labels: list[str]) -> None:
    """What burns, is raised or lifted, is handed over in thanks, and whom a body checks; no plan, no habit."""
    assert tell(sentence).labels("event") == labels


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("区长陆鸣远巡河", "巡河"),
        ("区长陆鸣远与稻香集团总裁座谈", "与稻香集团总裁座谈"),
        ("区公安局查获假烟200条", "查获假烟200条"),
        ("青禾区作家协会成立", "青禾区作家协会成立"),
        ("区防汛指挥部启动三级应急响应", "启动三级应急响应"),
        ("稻香集团二期项目奠基", "稻香集团二期项目奠基"),
        ("青禾区与江海市结为友好城市", "与江海市结为友好城市"),
        ("区中医院到柳林村义诊", "到柳林村义诊"),
        ("区剧团到柳林村演出", "到柳林村演出"),
        ("柳林中学师生植树500棵", "植树500棵"),
        ("区人武部欢送新兵入伍", "欢送新兵入伍"),
    ],
)
def test_deeds_of_a_day_told_in_a_few_words(words: str, label: str) -> None:
    """Rounds, gifts, bonds, charges, seizures, outings, founding and rescue without a name."""
    assert tell(f"8月20日，{words}。").labels("event") == [label]


@pytest.mark.parametrize(
    "words",
    ["今年以来，柳林镇植树5000棵", "今年区公安局累计查获假烟200条", "8月20日，青禾区作家协会将成立"],
)
def test_sums_and_what_is_to_come_are_no_deeds_of_a_day(words: str) -> None:
    """累计, 今年以来 and 将 tell of no deed."""
    assert tell(f"{words}。").labels("event") == []


def test_festivals_that_are_cancelled_and_rites_of_burial() -> None:
    """A 节 that is put off is denied; 安葬 stands inside a name; trainings by 对…进行."""
    told = annotate(article((("paragraph", "原定8月20日开幕的青禾区第六届杨梅节已取消。"),))).facts.things
    assert [(t.label, t.modalities) for t in told if t.kind == "event"] == [("青禾区第六届杨梅节", ("denied",))]
    assert tell("8月20日，方远同志骨灰安葬仪式在区公墓举行。").labels("event") == ["方远同志骨灰安葬仪式"]
    assert tell("8月20日，区医院对70多名乡村医生进行急救技能培训。").labels("event") == ["急救技能培训"]


def test_to_do_before_a_number_or_a_motto_holds_what_follows() -> None:
    """县里办首届诗会, 办“稻香”…; not the office of a committee (区委办|第三次会议)."""
    assert tell("8月1日，青禾区办首届龙舟赛。").labels("event") == ["首届龙舟赛"]
    assert tell("8月1日，青禾区办“稻香”文化节。").labels("event") == ["“稻香”文化节"]
    assert tell("8月1日，区委办第三次会议召开。").labels("event") == ["区委办第三次会议"]


def test_a_talk_at_the_end_of_a_tour_is_a_meeting_of_its_own() -> None:
    """座谈会上，某某指出, where no meeting was named before; a talk on an activity is not that either."""
    told = tell("8月1日，区长陆鸣远到荷塘镇调研。座谈会上，陆鸣远指出，要久久为功。")
    assert told.labels("event") == ["到荷塘镇调研", "座谈会"]
    assert told.roles("座谈会") == {("陆鸣远", "speaker")}
    told = tell("8月1日，区作协举办的“湖岸行”采风创作活动举行。8月2日，“湖岸行”采风创作活动座谈会召开。")
    assert told.labels("event") == ["“湖岸行”采风创作活动", "“湖岸行”采风创作活动座谈会"]


def test_a_few_sessions_under_one_motto_are_an_event() -> None:
    """开展6场“冬训课堂”, as 开展一场 is."""
    assert tell("8月1日，区消防大队开展6场“冬训课堂”。").labels("event") == ["“冬训课堂”"]


def test_volunteers_of_a_body_visit_and_a_second_visit_has_the_subject_of_the_first_deed() -> None:
    """某协会组织21名志愿者来到…，看望…; 召开座谈会，并慰问…; whoever is welcomed for a visit makes none."""
    told = tell("8月1日，荷溪志愿者协会组织21名志愿者来到康乐公寓，看望慰问这里的老人。")
    assert told.labels("event") == ["看望慰问这里的老人"]
    told = tell("8月1日，区长陆鸣远召开座谈会，并看望慰问困难党员。")
    assert told.labels("event") == ["座谈会", "看望慰问困难党员"]
    assert tell("区长陆鸣远对客商一行来考察洽谈表示欢迎。").labels("event") == []


def test_a_part_of_a_contest_is_none() -> None:
    """获得区直单位男子团体比赛前三名, 参加部分活动: no events beside the contest."""
    told = tell("8月1日，青禾区职工乒乓球赛落幕。区医院获得区直单位男子团体和女子团体比赛前三名。")
    assert told.labels("event") == ["青禾区职工乒乓球赛"]
    assert tell("8月1日，青禾区文化节开幕。副区长何澄参加部分活动。").labels("event") == ["青禾区文化节"]


def test_leaders_of_a_place_hold_working_meetings() -> None:
    """区“四大家”领导工作会议, whose name holds 领导."""
    assert "区“四大家”领导工作会议" in tell("8月1日，陆鸣远主持召开区“四大家”领导工作会议。").labels("event")


def test_a_drill_that_is_carried_out_is_an_event_where_none_was_told() -> None:
    """进行…演练, on a day: held by who carries it out."""
    told = tell("8月1日，区消防大队进行消防疏散演练。")
    assert told.roles("消防疏散演练") == {("区消防大队", "organizer")}


def test_bodies_that_come_with_presents_or_others_console() -> None:
    """某会带着慰问品来到…，慰问…; 慰问|工作在一线的…; a second tour behind a visit."""
    told = tell("8月1日，区总工会带着慰问品来到荷溪敬老院，看望慰问这里的老人。")
    assert told.roles("看望慰问这里的老人") == {("区总工会", "organizer")}
    assert tell("8月1日，区长陆鸣远慰问工作在一线的环卫工人。").labels("event") == ["慰问工作在一线的环卫工人"]
    told = tell("8月1日，区长陆鸣远看望慰问困难劳模，并深入荷溪医院、柳林学校调研。")
    assert len(told.labels("event")) == 2
