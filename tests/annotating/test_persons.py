"""Which words are persons, and which only look like them."""

import pytest

from kg.annotating import annotate
from tests.annotating.told import tell
from tests.stories import article


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("林静说，日子越过越好。", {"林静"}),
        ("正在授粉的果农郑小川告诉记者，今年收成好。", {"郑小川"}),
        ("72岁的周子安每天来散步。", {"周子安"}),
        ("一位老人叫何澄，住在柳溪村。", {"何澄"}),
        ("八（16）班周子澜获一等奖。", {"周子澜"}),
        ("走进老人许清溪家中，他们聊起近况。", {"许清溪"}),
        ("在何子澄看来，路修通了就好办。", {"何子澄"}),
        ("2015年开始担任县长的是林静。", set()),
        ("网格员林娜敲开了门。", {"林娜"}),
        ("镇长周静为获奖单位授牌。", {"周静"}),
        ("校长林青致运动会开幕词。", {"林青"}),
        ("县委书记任设区市党委常委。", set()),
        ("镇领导何澄、许清、林燕分别带队。", {"何澄", "许清", "林燕"}),
        ("云溪财经学校的陈志澜夺得第一。", {"陈志澜"}),
        ("村民艾麦提·伊斯马伊力的家里来了客人。", {"艾麦提·伊斯马伊力"}),
        ("村民何澄的院子里种满了花。", {"何澄"}),
        ("受到表彰的有林静、周子安、何澄等10名同学。", {"林静", "周子安", "何澄"}),
        ("驻村“第一书记”高澜走进果园。", {"高澜"}),
        ("青禾区第二小学教师许清（女）获奖。", {"许清"}),
        ("县长阿不都热合曼·吐尔逊到会。", {"阿不都热合曼·吐尔逊"}),
        ("村医次旦卓玛补充。", {"次旦卓玛"}),
        ("副州长岩罕炳、玉罕娇参加。", {"岩罕炳", "玉罕娇"}),
        ("驻村工作队队长高远。", {"高远"}),
        ("县局领导班子到场。", set()),
        ("动员社区、红旗渠、明村镇张灯结彩。", set()),
        ("业务员佟清已经住下。", {"佟清"}),
        ("演员“小喜鹊”孙静秋返场三次。", {"孙静秋"}),
        ("最年轻的许清溪才22岁。", {"许清溪"}),
        ("受表彰的是林静秋、何清澄等12名职工。", {"林静秋", "何清澄"}),
        ("总经理何亚军发言。", {"何亚军"}),
        ("副旗长那顺巴雅尔受邀作报告。", {"那顺巴雅尔"}),
        ("副校长泽仁多吉数着日子。", {"泽仁多吉"}),
        ("副县长艾合买提江把话说完。", {"艾合买提江"}),
        ("副局长白音孟和随行。", {"白音孟和"}),
        ("会议开了半天。林静秋主持会议，何清澄出席会议。", {"林静秋", "何清澄"}),
        ("村党支部书记林桂发来到田间。", {"林桂发"}),
        ("林静秋、向青山、何清澄等县领导出席。", {"林静秋", "向青山", "何清澄"}),
        ("刑事审判庭林建国庭长介绍案情。", {"林建国"}),
        ("区领导林静秋、何 澄、高 远参加活动。", {"林静秋", "何澄", "高远"}),
        ("社区居民、川剧票友林清秋即兴唱了一段。", {"林清秋"}),
        ("林清秋老师获评优秀教师。", {"林清秋"}),
        ("县领导吴贤位、王潇、李小娟参加调研。", {"吴贤位", "王潇", "李小娟"}),
        ("村党支部书记何清澄、郑家湾村书记林静参加。", {"何清澄", "林静"}),
        ("副巡视员夏俊来云溪县调研。", {"夏俊"}),
        ("县委副书记向宏、副县长滕飞分赴一线。", {"向宏", "滕飞"}),
        ("高　远、林　静、何　澄、许　清", {"高远", "林静", "何澄", "许清"}),
        ("全媒体记者何澄前", {"何澄前"}),
        ("村民古丽娜·艾山拉住客人的手。", {"古丽娜·艾山"}),
        ("他的爱人古丽娜尔·库杜斯一人带着孩子。", {"古丽娜尔·库杜斯"}),
        ("何子澄与林清溪分获亚军和季军，冠军由许静秋摘得。", {"何子澄", "林清溪", "许静秋"}),
        ("林清溪以2小时9分48秒获得第一名，许静排名第二。", {"林清溪", "许静"}),
        ("许清溪就是其中一员，林静一边算账一边笑。", {"许清溪", "林静"}),
        ("何子澄代表受表彰者宣读倡议书。", {"何子澄"}),
        ("大家感谢何子澄先生，林清溪女士也来了。", {"林清溪"}),
        ("林清溪秘书长通报情况，大队许子澄教导员到场。", {"林清溪", "许子澄"}),
        ("青禾融媒讯（林静秋）县里开会。", {"林静秋"}),
        ("读者 林静秋", {"林静秋"}),
        ("单打冠军分别被林静秋、额日和木摘得。", {"林静秋", "额日和木"}),
        ("拿出岗位招收工人。（艾合买提江）", {"艾合买提江"}),
        ("食堂掌勺的叫林静秋，36岁。", {"林静秋"}),
        ("柳溪村的山坡上，64岁的果农何有根笑了。", {"何有根"}),
        ("图片：林静秋", {"林静秋"}),
        ("要作出更大贡献。林静秋", {"林静秋"}),
        ("提拔任用的两人：许清、林静秋。", {"许清", "林静秋"}),
        ("县委书记白玛玖美，来自西藏。村党支部书记扎西瓦介绍，草场有限。", {"白玛玖美", "扎西瓦"}),
    ],
)
def test_names_in_strong_contexts(sentence: str, names: set[str]) -> None:
    """After a post or a word for people, before 说, in lists."""
    assert {name.replace("　", "") for name in tell(sentence).labels("person")} == names


@pytest.mark.parametrize(
    "sentence",
    [
        "志愿者走进居民楼院，清理杂物。",
        "驻村队员和村民一道努力。",
        "技术干部包村蹲点。",
        "市民在李大夫养生馆门前排队。",
        "图书馆购进《林静传》三十册。",
        "书记强调，要抓好落实。",
        "67岁的老队员云大爷来了。",
        "各单位负责人高度重视。",
        "来源：青禾发布",
        "书画摄影展开幕，摄影展览厅座无虚席。",
        "社会各界参加活动，全县人民出席仪式。",
        "施工方负责人何工说，工期很紧。",
        "渔民符阿公捂着胸口。",
        "这时，何书记介绍了情况。",
        "学校领导及师生代表齐聚操场。",
        "县人武部民兵连闻令而动。",
        "医生向记者解释道，伤情不重。",
        "院长全程参与。主任马上回应。",
        "作物有两种，分别是：高粱、玉米。谢谢啦",
        "周将军庙、林公祠、许家塔成为打卡地。",
    ],
)
def test_words_that_only_look_like_names(sentence: str) -> None:
    """Ordinary words, shops, titles of books and forms of address are no persons."""
    assert tell(sentence).labels("person") == []


def test_posts_in_brackets_behind_a_name() -> None:
    """An award list tells in brackets what each one is."""
    told = tell("敬业奉献模范：林静（区人民医院医生）、何　澄（女，柳溪村村民）")
    persons = told.things("person")
    assert persons["林静"].official
    assert not persons["何澄"].official


def test_reporters_are_persons_and_no_officials() -> None:
    """Several may stand side by side, correspondents after them."""
    told = tell("本报讯（记者 林静 何澄 通讯员 高澜）区里开会。")
    persons = told.things("person")
    assert set(persons) == {"林静", "何澄", "高澜"}
    assert not any(person.official for person in persons.values())


def test_whoever_signs_or_took_the_picture() -> None:
    """A name in brackets at the end, and one before 摄."""
    assert tell("清晨的白鹭湖。林静摄").labels("person") == ["林静"]
    assert tell("社区里办起了食堂。（何小澄）").labels("person") == ["何小澄"]
    assert tell("社区里办起了食堂。（何小澄林静）○县里开会。（高澜）").labels("person") == ["何小澄", "林静", "高澜"]
    assert tell("本报讯（何小澄 记者 林静）县里开会。").labels("person") == ["何小澄", "林静"]


def test_a_notice_names_nobody() -> None:
    """Mastheads and advertisements are not read."""
    notice = article((("paragraph", "区委书记林静到会。"),), kind="notice")
    assert annotate(notice).facts.things == ()


def test_who_is_honoured_stands_right_behind_the_body() -> None:
    """A name behind a school, or in a row of such, before 获评; no word that stands there."""
    told = tell("柳溪小学陈琼秋、青禾县第一中学曹斌清获评优秀教师；云溪医院林静秋荣获二等奖。")
    assert told.labels("person") == ["陈琼秋", "曹斌清", "林静秋"]
    assert tell("青禾县第一中学高考获评优秀，云溪医院成功获评三甲。").labels("person") == []
