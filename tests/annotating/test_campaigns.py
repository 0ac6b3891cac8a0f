"""Campaigns: names, abbreviations, parents and children."""

import pytest

from kg.model.facts import Thing
from tests.annotating.told import Told, tell


def parents(told: Told, label: str) -> list[str]:
    """Return the labels of a campaign's parents."""
    campaigns: dict[str, Thing] = told.things("campaign")
    by_key = {thing.key: thing.label for thing in campaigns.values()}
    return [by_key[key] for key in campaigns[label].campaigns]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("全区开展“清湖行动”，清理水面。", "“清湖行动”"),
        ("青禾区深入推进农村户厕专项整治行动。", "农村户厕专项整治行动"),
        ("第八次全国人口普查工作全面展开。", "第八次全国人口普查"),
        ("青禾区扎实开展“作风提升年”活动。", "“作风提升年”活动"),
        ("区消防大队开展夏季消防“大练兵”。", "夏季消防“大练兵”"),
        ("青禾区民政局在寒潮期间开展“敲门送暖”，看望独居老人。", "“敲门送暖”"),
        ("区交通局深入开展“三查三改”活动。", "“三查三改”活动"),
        ("区公安局开展“净湖百日会战”专项行动。", "“净湖百日会战”专项行动"),
        ("全市公安机关夏季治安打击整治行动成效明显。", "夏季治安打击整治行动"),
        ("区城管局推进“洁净家园”大扫除。", "“洁净家园”大扫除"),
        ("区市场监管局开展“银发守护”专项执法。", "“银发守护”专项执法"),
        ("交警大队推出“礼让斑马线”活动。", "“礼让斑马线”活动"),
        ("教育部门推进校园周边环境整治。", "校园周边环境整治"),
        ("以“千人下田、万家送肥”活动（简称“千万”活动）为抓手。", "“千人下田、万家送肥”活动"),
        ("今年以来，区妇联开展“书香家庭”活动，惠及2300户。", "“书香家庭”活动"),
        ("全区寻找“最美庭院”活动共吸引2.3万户参加。", "寻找“最美庭院”活动"),
        ("区住建局启动“厂中村”整治三年攻坚。", "“厂中村”整治三年攻坚"),
        ("区信访局开展信访积案化解攻坚。", "信访积案化解攻坚"),
        ("区农业农村局开展春季农资打假行动。", "春季农资打假行动"),
        ("区农业农村局实施高素质农民培育计划。", "高素质农民培育计划"),
        ("自“清廉村居”建设开展以来，全区建成示范点12个。", "“清廉村居”"),
        ("会上通报该局“清风护苗”专项行动的进展。", "“清风护苗”专项行动"),
        ("全国科技活动周期间，区科协举办讲座9场。", "全国科技活动周"),
        ("青禾区全力推进五城联创。", "五城联创"),
        ("5月9日，区教育局启动2022年“百师下乡”支教活动。", "“百师下乡”支教活动"),
        ("“邻里叩门”是青禾区去年推出的为老服务项目，已惠及2300户。", "“邻里叩门”"),
        ("区慈善会“寒窗助学”项目资助学生160名。", "“寒窗助学”项目"),
        ("青禾县扎实推进创建国家园林县城。", "创建国家园林县城"),
        ("青禾区深入开展“进千家门、解千家难、暖千家心”活动。", "“进千家门、解千家难、暖千家心”活动"),
        ("青禾区开展“访千家、问冷暖”大走访活动。", "“访千家、问冷暖”大走访活动"),
    ],
)
def test_a_drive_is_found_by_its_name(sentence: str, label: str) -> None:
    """The name stands without the verbs before it."""
    assert label in tell(sentence).labels("campaign")


def test_an_abbreviation_is_the_drive_that_it_abbreviates() -> None:
    """创文 and 创建全国文明城市 are one campaign with two names."""
    told = tell("青禾区扎实创建全国文明城市。", "“创文”工作开展以来，志愿者走上街头。")
    assert len(told.labels("campaign")) == 1


def test_items_under_a_counted_drive_are_its_parts() -> None:
    """Paragraphs that open with an item belong to the drive that counts them."""
    told = tell(
        "青禾区决定开展五大专项提升行动。",
        "湖岸步道专项提升行动。要修补路面。",
        "沿街店招专项提升行动。要统一样式。",
    )
    assert parents(told, "沿街店招专项提升行动") == ["五大专项提升行动"]


def test_the_parts_that_a_sentence_lists_are_campaigns_of_the_one_before() -> None:
    """甲整治、乙改造、丙提升等三大行动."""
    told = tell("青禾区部署“净湖护岸”行动，打响农贸市场整治、老旧小区改造、湖岸绿化提升等三大行动。")
    assert parents(told, "农贸市场整治") == ["“净湖护岸”行动"]
    assert {"农贸市场整治", "老旧小区改造", "湖岸绿化提升"} <= set(told.labels("campaign"))


@pytest.mark.parametrize(
    "sentence", ["全区重点项目建设提速。", "这项民生工程深受欢迎。", "疫情防控不能放松。", "他投资建成一项水利工程。"]
)
def test_plain_works_and_umbrella_terms_are_no_campaigns(sentence: str) -> None:
    """No name of their own, or a term that the whole nation uses."""
    assert tell(sentence).labels("campaign") == []


def test_what_a_sentence_counts_before_it_lists_is_part_of_the_drive() -> None:
    """“六大行动”，即甲行动、乙行动和丙行动: each is a campaign under the counted one."""
    told = tell("青禾区实施“三大行动”，即市容秩序整治行动、农贸市场提质行动和食品安全“亮剑”行动。")
    assert parents(told, "农贸市场提质行动") == ["“三大行动”"]
    assert "食品安全“亮剑”行动" in told.labels("campaign")


def test_what_stands_behind_its_parts_is_part_of_the_drive() -> None:
    """下设…的“清网”行动和…的“净土”行动."""
    told = tell("区公安局开展“春雷”专项行动，下设追捕逃犯的“清网”行动和整治涉爆的“净土”行动两个战役。")
    assert parents(told, "“清网”行动") == ["“春雷”专项行动"]


@pytest.mark.parametrize(
    ("sentence", "child", "parent"),
    [
        ("区公安局以“百日行动”为牵引，组织“净夜”“猎车”等专项行动。", "“净夜”", "“百日行动”"),
        ("“三年行动”分为“清源”“立规”“树新”三大专项行动。", "“立规”", "“三年行动”"),
        ("“双百攻坚”计划到明年2月底结束，下设市容秩序、交通秩序两个专项整治行动。", "市容秩序", "“双百攻坚”"),
        ("青禾区打响交通整治攻坚战。攻坚战期间，大队推出“礼让行人”活动。", "“礼让行人”活动", "交通整治攻坚战"),
        ("区教育局将11月定为“校园安全月”，组织开展“平安校园大走访”。", "“平安校园大走访”", "“校园安全月”"),
        ("青禾区开展“亮剑”行动。行动启动三个月来，“断卡”“清源”等反诈子行动联动推进。", "“清源”", "“亮剑”行动"),
        ("区农业农村局把“壮苗”行动作为“千人下乡”行动的重头戏。", "“壮苗”行动", "“千人下乡”行动"),
        ("青禾区实施“洁美家园”行动。该行动由市里统一部署，全区推行“五洗两建”。", "“五洗两建”", "“洁美家园”行动"),
        ("青禾区启动创卫百日会战，此前已开展创卫工作三年。", "创卫百日会战", "创卫"),
    ],
)
def test_what_is_done_in_the_frame_of_a_drive_is_part_of_it(sentence: str, child: str, parent: str) -> None:
    """Divided into, with it as the lead, during it, a part of it, or what it is called begins with it."""
    assert parents(tell(sentence), child) == [parent]


def test_words_that_count_the_parts_of_a_drive_name_none() -> None:
    """分为甲、乙、丙三大专项行动."""
    told = tell("“三年行动”分为“清源”“立规”“树新”三大专项行动。")
    assert told.labels("campaign") == ["“三年行动”", "“清源”", "“立规”", "“树新”"]


def test_a_quoted_name_is_the_drive_that_was_told_under_it() -> None:
    """“铁拳” alone, and what the drive is called from there on; not the body that is called so."""
    told = tell("区市场监管局开展“铁拳”行动。", "“铁拳”查办案件289起，“铁拳”小分队出动60次。")
    assert [told.text[s.start : s.end] for s in told.things("campaign")["“铁拳”行动"].mentions] == [
        "“铁拳”行动",
        "“铁拳”",
    ]


def test_an_activity_of_one_day_is_an_event() -> None:
    """The same words, with a day."""
    told = tell("8月20日，区妇联开展“书香家庭”活动，惠及2300户。")
    assert (told.labels("campaign"), told.labels("event")) == ([], ["“书香家庭”活动"])


def test_a_drive_and_what_it_is_called_from_there_on_are_one() -> None:
    """以下简称 gives the short name."""
    told = tell("青禾区开展夏季治安打击整治行动（以下简称“夏季行动”）。", "“夏季行动”开展以来，区公安局加强巡逻。")
    assert told.labels("campaign") == ["夏季治安打击整治行动"]


@pytest.mark.parametrize(
    "sentence",
    [
        "区公安局开展夜查夜巡行动36次。",
        "会议通报了“净湖”宣传工作情况和下一步工作计划。",
        "区民政局启动“第一书记”选派。",
        "志愿者开展文明劝导、环境整治、秩序维护等行动。",
    ],
)
def test_what_is_only_counted_planned_or_listed_is_no_drive(sentence: str) -> None:
    """The same last words, but no name."""
    assert not tell(sentence).labels("campaign")


def test_towns_may_be_made_healthy_too() -> None:
    """卫生城镇 is a title of its own, not 卫生城 and more."""
    told = tell("8月20日，青禾区召开创建国家卫生城镇推进会，全区开展创建国家卫生城镇工作。")
    assert "创建国家卫生城镇" in told.labels("campaign")


def test_what_is_done_to_something_in_a_headline_is_no_drive() -> None:
    """集中整治楼道 has an object; what somebody says before 清理 is no name."""
    headline = "柳林社区集中整治楼道"
    assert tell("“清爽多了，出行有了保障！”清理行动赢得好评。", headline=headline).labels("campaign") == []
    assert tell("区里开展楼道清理专项行动。", headline=headline).labels("campaign") == ["楼道清理专项行动"]


def test_a_park_is_no_abbreviated_drive() -> None:
    """智创园 holds 创园."""
    assert tell("8月20日，实训活动在湖岸智创园举行。").labels("campaign") == []


def test_parts_that_are_counted_as_projects_or_told_to_be_parts() -> None:
    """推出“甲”“乙”“丙”3个子项目; “甲”“乙”等子行动, behind a drive told before; 乙之甲; 即甲、乙."""
    told = tell("围绕“小板凳”议事行动，街道还推出“敲门问需”“红管家”“夜话楼道”3个子项目。")
    for part in ("“敲门问需”", "“红管家”", "“夜话楼道”"):
        assert parents(told, part) == ["“小板凳”议事行动"]
    told = tell("青禾区“亮剑”综合执法专项行动启动。拆违组拆除违建12处；“断卡”“清源”等反诈子行动联动推进。")
    assert len(parents(told, "“断卡”")) == len(parents(told, "“清源”")) == 1
    told = tell("区里开展“成才计划”之“暖心行动”，帮扶学生60名。")
    assert parents(told, "“暖心行动”") == ["“成才计划”"]
    told = tell("重点实施“三大行动”，即市容整治行动、农贸市场提质行动、楼道清零行动。")
    assert parents(told, "市容整治行动") == parents(told, "农贸市场提质行动") == ["“三大行动”"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("此次行动以打黑除恶专项斗争为龙头。", ["打黑除恶专项斗争"]),
        ("区里将“农资质量”列为重点整治内容。", []),
        ("“端午集市”原计划在河边举办。", []),
        ("区委决定开展向何澄同志学习活动。", ["向何澄同志学习活动"]),
        ("团区委启动“服务农村青年月”系列活动。", ["“服务农村青年月”系列活动"]),
        ("他们读书到“八月”活动室。", []),
        ("青禾市污染防治攻坚战领导小组办公室发出通知。", []),
        ("区里成立扬尘污染防治攻坚战领导小组。", ["扬尘污染防治攻坚战"]),
        ("社区自成立“护河巡逻队”以来，面貌一新。", []),
        ("区委把招商作为“一号工程”。", []),
        ("全村开展“集中攻坚”。", []),
        ("区里常态化开展执法专项行动。", []),
        ("荷塘镇落实全镇人居环境整治工作制度。", []),
        ("荷塘镇把白鹭村作为此次水面清漂专项行动的示范点。", []),
        ("会议解读了“双减”政策。", []),
        ("全院部署年底攻坚任务。", []),
        ("会上举行“建设青禾、巾帼在行动”结对仪式。", []),
        ("8月20日，“回乡”恳谈会暨项目签约仪式举行。", []),
        ("音乐会是为了贯彻落实“荷风”文艺直通车行动。", ["“荷风”文艺直通车行动"]),
        ("区里实施治本攻坚“九大行动”。", ["治本攻坚“九大行动”"]),
        ("青禾区实施市容提升三年行动计划。市容提升三年行动惠及全区。", ["市容提升三年行动计划"]),
    ],
)
def test_where_a_drive_begins_and_what_is_none(sentence: str, names: list[str]) -> None:
    """What it is carried out by is no part of it; what is only listed or once planned names none."""
    assert tell(sentence).labels("campaign") == names


def test_what_leaders_look_at_and_names_of_firms_are_no_drives() -> None:
    """“四大家”调研重点项目 tells of a tour, 融创文旅 is a firm."""
    assert tell("8月1日，区“四大家”调研重点项目。").labels("campaign") == []
    assert tell("8月1日，湖岸融创文旅集团捐款10万元。").labels("campaign") == []
