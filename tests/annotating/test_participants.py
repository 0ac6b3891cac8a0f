"""Who takes part, in which role, by which words."""

import pytest

from kg.annotating import annotate
from tests.annotating.told import tell
from tests.stories import article


def test_chair_attendees_and_speaker_of_a_meeting() -> None:
    """主持, 出席 and 讲话 give their roles to the names before them, through a list of posts."""
    told = tell(
        "8月20日，区委书记陈望舒主持召开湖岸整治推进会。区长陆鸣远，区领导林静、周子安、何澄等出席会议。",
        "陈望舒在讲话中指出，要久久为功。",
    )
    assert told.roles("湖岸整治推进会") >= {
        ("陈望舒", "chair"),
        ("陆鸣远", "attendee"),
        ("林静", "attendee"),
        ("周子安", "attendee"),
        ("何澄", "attendee"),
        ("陈望舒", "speaker"),
    }


def test_a_list_of_posts_before_the_verb_attends_as_a_whole() -> None:
    """Names parted by commas, each behind a post, up to 在主席台就座."""
    told = tell(
        "8月20日，青禾区召开经济工作会议。区人大常委会主任方远，区政协主席许清，副区长高澜在主席台就座。",
    )
    attending = {name for name, role in told.roles("经济工作会议") if role == "attendee"}
    assert attending == {"方远", "许清", "高澜"}


def test_organizers_and_co_organizers() -> None:
    """主办 and 承办 follow their bodies; a joint subject is several organizers."""
    told = tell("8月20日，由区总工会主办、白鹭镇人民政府承办的青禾区职工篮球赛在白鹭镇开赛。")
    assert told.roles("青禾区职工篮球赛") == {("区总工会", "organizer"), ("白鹭镇人民政府", "co-organizer")}


def test_the_subject_before_the_verb_organizes_with_adverbials_between() -> None:
    """A place may act too: the paper does not say which of its bodies."""
    told = tell("8月20日，青禾区在文化广场举行荷花文化节开幕式。")
    assert ("青禾区", "organizer") in told.roles("荷花文化节开幕式")


def test_who_sends_others_organizes_what_they_do() -> None:
    """甲组织律师赴…开展…: those who are sent organize nothing."""
    told = tell("昨日，区司法局组织律师、社工12人，到柳林社区开展普法宣传活动。")
    assert told.roles("普法宣传活动") == {("区司法局", "organizer")}


def test_hosts_accompany_and_winners_win() -> None:
    """陪同 makes hosts; 获得…冠军 makes winners."""
    told = tell("8月20日，青禾区首届象棋大赛落幕，教师宋知行获得冠军。")
    assert ("宋知行", "winner") in told.roles("青禾区首届象棋大赛")


def test_those_named_behind_attended_by_are_parted_by_the_next_such_words() -> None:
    """出席的有… ends where 陪同的有… begins."""
    told = tell("8月20日，青禾区召开湖岸整治推进会。出席会议的有区长陆鸣远，陪同的有副区长高澜。")
    assert told.roles("湖岸整治推进会") >= {("陆鸣远", "attendee"), ("高澜", "host")}
    assert ("高澜", "attendee") not in told.roles("湖岸整治推进会")


def test_every_claim_rests_on_a_short_quote_with_its_agent() -> None:
    """Evidence stands in one paragraph, is short, and holds the name."""
    told = tell("8月20日，区委书记陈望舒主持召开湖岸整治推进会。区长陆鸣远出席会议。")
    label = {thing.key: thing.label for thing in told.facts.things}
    for part in told.facts.participations:
        quotes = [span.of(told.text) for span in part.evidence]
        assert any(label[part.agent] in quote for quote in quotes)
        assert all(len(quote) <= 200 and "\n" not in quote for quote in quotes)


def test_a_notice_says_nothing() -> None:
    """A masthead or an advert is read, not annotated."""
    lines = (("paragraph", "8月20日，青禾区召开湖岸整治推进会。"),)
    assert annotate(article(lines, kind="notice")).facts.things == ()  # type: ignore[arg-type]


def test_a_body_where_somebody_attends_does_not_attend() -> None:
    """在东滩林场出席: the place of it, not one who takes part."""
    told = tell("8月20日，区委书记陈望舒在东滩林场出席“绿满青禾”植树行动启动仪式并讲话。")
    assert {name for name, _ in told.roles("“绿满青禾”植树行动启动仪式")} == {"陈望舒"}


def test_those_for_whom_something_is_handed_over_are_honoured() -> None:
    """为甲、乙颁奖: neither presents, nor wins who only hands over to 获奖者."""
    told = tell(
        "8月20日，青禾区举行爱岗敬业表彰大会。区长陆鸣远为获奖者颁奖。",
        "区总工会授予宋知行、沈一苇等5名同志“青禾工匠”称号。",
    )
    assert told.roles("爱岗敬业表彰大会") >= {("陆鸣远", "presenter"), ("宋知行", "honoree"), ("沈一苇", "honoree")}
    assert ("陆鸣远", "winner") not in told.roles("爱岗敬业表彰大会")


def test_those_who_go_along_go_along_on_the_tour() -> None:
    """A meeting told between does not take them."""
    told = tell("8月20日，区委书记陈望舒到白鹭镇调研防汛工作，并召开防汛工作汇报会。区领导林静、周子安陪同。")
    assert {("林静", "host"), ("周子安", "host")} <= told.roles("调研防汛工作")


def test_a_host_of_an_earlier_event_does_not_host_the_next() -> None:
    """由甲主办 speaks of the event before it, unless 的 says otherwise."""
    told = tell("8月20日，青禾区荷花文化节由区文旅局主办，其间还举行了青禾区摄影大赛。")
    assert ("区文旅局", "organizer") in told.roles("青禾区荷花文化节")
    assert ("区文旅局", "organizer") not in told.roles("青禾区摄影大赛")


def test_places_of_a_row_are_where_not_who() -> None:
    """在甲镇、乙镇分别召开."""
    told = tell("8月20日，区农业农村局在白鹭镇、荷塘镇分别召开秋粮生产座谈会。")
    assert told.roles("秋粮生产座谈会") == {("区农业农村局", "organizer")}


def test_one_in_whose_company_another_inspects_does_not_lead() -> None:
    """在…的陪同下 makes a host, and the subject before it leads."""
    told = tell("8月20日，区长陆鸣远在副区长高澜的陪同下，深入白鹭镇检查湖岸修补工程。")
    assert told.roles("检查湖岸修补工程") == {("陆鸣远", "leader"), ("高澜", "host")}


def test_those_whose_reports_are_heard_speak() -> None:
    """听取…汇报 names them as its object."""
    told = tell("8月20日，检查组召开湖岸整治座谈会，听取区水利局、区农业农村局情况汇报。")
    assert told.roles("湖岸整治座谈会") >= {("区水利局", "speaker"), ("区农业农村局", "speaker")}


def test_nobody_takes_part_in_a_post_that_he_has_left() -> None:
    """原县长 says who he was; he acts in the post that he holds, if the article tells one."""
    told = tell("8月20日，青禾区召开湖岸整治推进会，原区长何澄、区长林静出席会议。")
    title = {told.facts.tenures[p.in_capacity].title for p in told.facts.participations if p.in_capacity is not None}
    assert len(told.facts.participations) >= 2
    assert title == {"区长"}
    assert [t.status for t in told.facts.tenures] == ["former", "incumbent"]


def test_the_item_of_a_digest_speaks_of_its_own_event() -> None:
    """Who presents in the next item does not present at the event of the one before."""
    told = tell("●8月20日，青禾区举行龙舟邀请赛。", "●区委书记陈望舒主持，林静发言。")
    assert told.roles("龙舟邀请赛") == {("青禾区", "organizer")}


def test_those_who_sit_on_the_platform_attend() -> None:
    """就座的有 gives a list as 出席的有 does; the opening is part of the congress."""
    told = tell(
        "8月20日，青禾区妇女第六次代表大会召开。大会开幕式由区委副书记林静主持。"
        "在主席台就座的有区委书记陈望舒，区长陆鸣远。市妇联主席高澜致贺词。"
    )
    assert told.labels("event") == ["青禾区妇女第六次代表大会"]
    assert told.roles("青禾区妇女第六次代表大会") >= {
        ("林静", "chair"),
        ("陈望舒", "attendee"),
        ("陆鸣远", "attendee"),
        ("高澜", "speaker"),
    }


def test_one_who_speaks_for_a_body_speaks() -> None:
    """代表区政府 does not make the body speak."""
    told = tell("8月20日，青禾区召开秋粮收储座谈会，副区长高澜代表区政府作了汇报。")
    assert ("高澜", "speaker") in told.roles("秋粮收储座谈会")
    assert ("区政府", "speaker") not in told.roles("秋粮收储座谈会")


def test_places_that_a_tour_goes_to_do_not_lead_it() -> None:
    """来到甲、乙，察看…: the subject stands before."""
    told = tell("8月20日，区长陆鸣远一行来到丰禾农业有限公司、白鹭镇粮站，察看秋粮收储情况。")
    assert told.roles("察看秋粮收储情况") == {("陆鸣远", "leader")}


def test_who_goes_along_is_not_he_who_is_gone_along_with() -> None:
    """Only the subject of 陪同 and 随行."""
    told = tell("8月20日，区委书记陈望舒到白鹭镇调研防汛工作，副区长高澜随行。")
    assert told.roles("调研防汛工作") == {("陈望舒", "leader"), ("高澜", "host")}


def test_a_body_holds_its_own_meeting() -> None:
    """The name begins with who holds it; a contest named after a body may be another's."""
    assert ("青禾区委", "organizer") in tell("8月20日，青禾区委经济工作会议召开。").roles("青禾区委经济工作会议")


def test_who_serves_begins_the_sentence() -> None:
    """What the deed says stands far behind its subject."""
    told = tell("8月20日，区妇联、荷塘社区居委会带领20名志愿者走进湖心敬老院，为26位老人理发、拆洗被褥。")
    assert told.roles("为26位老人理发、拆洗被褥") == {("区妇联", "organizer"), ("荷塘社区居委会", "organizer")}


def test_the_next_sentence_speaks_of_the_event_mentioned_last() -> None:
    """推进会 again, after another event was told."""
    told = tell(
        "8月20日，青禾区召开湖岸整治推进会。9月，区妇联将启动“荷风”家长课堂。",
        "副区长高澜出席推进会。区水利局局长林静作了汇报。",
    )
    assert told.roles("湖岸整治推进会") >= {("高澜", "attendee"), ("林静", "speaker")}


def test_those_who_introduce_answer_and_ask_at_a_meeting_speak() -> None:
    """介绍…情况, 答记者问, 作分享, 在会上要求 and 进行了介绍 are speeches."""
    told = tell(
        "8月20日，青禾区公安局召开新闻通气会。副局长高澜主持，刑侦大队大队长许清溪介绍情况，教导员何澄答记者问。",
        "区委常委方远在会上要求，各镇要严把关口。",
    )
    assert told.roles("新闻通气会") >= {
        ("高澜", "chair"),
        ("许清溪", "speaker"),
        ("何澄", "speaker"),
        ("方远", "speaker"),
    }


def test_a_name_in_quotation_marks_does_not_end_the_reach_of_a_verb() -> None:
    """为“雷锋车队”授旗: whoever hands over stands before the quotation."""
    told = tell("8月20日，青禾区志愿服务启动仪式举行。区委副书记陆鸣远为“雷锋车队”“春蚕队”等6支队伍授旗。")
    assert ("陆鸣远", "presenter") in told.roles("青禾区志愿服务启动仪式")


def test_whoever_goes_along_may_also_chair() -> None:
    """陪同考察并主持座谈会 says both of one."""
    told = tell("8月20日，云溪市考察团来青禾区考察。区长陆鸣远陪同考察并主持座谈会。")
    assert ("陆鸣远", "host") in told.roles("来青禾区考察")
    assert ("陆鸣远", "chair") in told.roles("座谈会")


def test_handing_out_leaflets_gives_nothing_at_the_ceremony() -> None:
    """发放…手册 is no prize and no gift."""
    told = tell("8月20日，青禾区志愿服务月启动仪式举行。区供电局的林静在现场发放用电手册1500份。")
    assert ("林静", "presenter") not in told.roles("青禾区志愿服务月启动仪式")


def test_subjects_of_rarer_verbs_of_holding_organize() -> None:
    """办起, 开办 and 上周 between a body and what it holds."""
    told = tell("青禾区总工会上周办起“邻里长桌宴”。青禾区图书馆7月7日起开办暑期“悦读”夏令营。")
    assert ("青禾区总工会", "organizer") in told.roles("“邻里长桌宴”")
    assert ("青禾区图书馆", "organizer") in told.roles("暑期“悦读”夏令营")


def test_winners_by_score_and_by_medal() -> None:
    """摘金 and 以78比71胜 tell who won."""
    told = tell("8月20日，青禾区总工会举办的焊工比武落幕，职工宋知行摘金。", "青禾区供电局以78比71胜青禾区人民医院。")
    assert {("宋知行", "winner"), ("青禾区供电局", "winner")} <= told.roles("焊工比武")
    assert ("青禾区人民医院", "winner") not in told.roles("焊工比武")


def test_police_who_seize_win_nothing() -> None:
    """抓获 ends like 获."""
    told = tell("8月20日，青禾区公安局抓获一名犯罪嫌疑人。")
    assert ("青禾区公安局", "winner") not in told.roles("抓获一名犯罪嫌疑人")


def test_those_who_are_given_an_honour_do_not_give_it() -> None:
    """被授予: honoured."""
    told = tell("8月20日，青禾区劳动模范表彰大会召开，区供电局等6个集体被授予五一劳动奖状。")
    assert ("青禾区供电局", "presenter") not in told.roles("青禾区劳动模范表彰大会")
    assert not {role for _, role in told.roles("青禾区劳动模范表彰大会")} & {"presenter"}


def test_those_who_give_at_an_event_of_giving_are_donors() -> None:
    """向学校捐赠 at the 捐赠活动; nothing at a meeting on other business."""
    told = tell("8月20日，爱心捐赠活动在白鹭镇举行。青禾水泥有限公司向学校捐赠桌椅16套。")
    assert ("青禾水泥有限公司", "donor") in told.roles("爱心捐赠活动")


def test_what_is_said_is_not_where_it_is_said() -> None:
    """指出，…召开现场会: a speech at the meeting that is being reported."""
    told = tell("8月20日，青禾区禁烧工作推进会召开。副区长高澜指出，各镇要连夜召开现场会。")
    assert ("高澜", "speaker") in told.roles("青禾区禁烧工作推进会")
    assert ("高澜", "speaker") not in told.roles("现场会")


def test_those_who_come_and_hand_over_do_both() -> None:
    """出席活动，并为先进个人颁奖."""
    told = tell("8月20日，青禾区劳动模范表彰大会召开。区总工会主席林静出席活动，并为先进个人颁奖。")
    assert {("林静", "attendee"), ("林静", "presenter")} <= told.roles("青禾区劳动模范表彰大会")


def test_where_a_leader_takes_his_group_does_not_go_along() -> None:
    """率督查组深入白鹭镇: the town is where."""
    told = tell("8月20日，区长陆鸣远率督查组深入白鹭镇，检查秋粮收储情况。")
    assert told.roles("检查秋粮收储情况") == {("陆鸣远", "leader")}


def test_a_body_that_sends_others_organizes() -> None:
    """组织医务人员到…开展…: the body, over those whom it sends."""
    told = tell("8月20日，青禾区人民医院组织医务人员到白鹭镇开展防溺水知识讲座。")
    assert ("青禾区人民医院", "organizer") in told.roles("防溺水知识讲座")


def test_whoever_signs_for_a_body_signs_with_it() -> None:
    """副区长代表区政府签订: both."""
    told = tell("8月20日，副区长高澜代表青禾区人民政府与云溪水泥有限公司签订供货协议。")
    assert {name for name, _ in told.roles("签订供货协议")} >= {"高澜", "青禾区人民政府", "云溪水泥有限公司"}


def test_who_receives_and_who_talks_seriously() -> None:
    """会见…一行 has a host, 约谈 somebody who does it."""
    told = tell("8月20日，区委书记陈望舒会见云溪市考察团一行。青禾区住建局约谈了3家企业负责人。")
    assert ("陈望舒", "host") in told.roles("会见云溪市考察团一行")
    assert ("青禾区住建局", "organizer") in told.roles("约谈了3家企业负责人")


def test_those_for_whom_others_hand_over_hand_over_nothing() -> None:
    """…获称号，区领导为他们颁奖."""
    told = tell("8月20日，青禾区创业表彰大会召开。青年教师宋知行等10名青年获“创业标兵”称号，区领导为他们颁奖。")
    assert ("宋知行", "presenter") not in told.roles("青禾区创业表彰大会")


def test_whoever_takes_others_along_leads_and_they_only_attend() -> None:
    """甲带领乙深入…调研: 甲 leads, 乙 goes along."""
    told = tell("8月20日，区委书记林静带领副区长陈望舒深入湖岸街道东湖社区，实地调研指导工作。")
    (event,) = told.labels("event")
    assert set(told.roles(event)) == {("林静", "leader"), ("陈望舒", "attendee")}


def test_those_listed_before_the_members_of_a_body_attend() -> None:
    """主任甲，副主任乙、丙和…组成人员参加…: the row goes on over the body, of which only members came."""
    told = tell("8月20日，区人大常委会主任林静，副主任陈望舒、白露和区人大常委会组成人员参加全区工作会议。")
    (event,) = told.labels("event")
    assert set(told.roles(event)) == {(name, "attendee") for name in ("林静", "陈望舒", "白露")}


def test_those_who_go_along_do_not_lead() -> None:
    """甲在乙和丙的陪同下到…慰问: 甲 leads, 乙 and 丙 are the hosts."""
    told = tell("8月20日，副区长林静在湖岸镇党委书记石岩和组织委员陈望舒的陪同下，到东湖村慰问老党员。")
    (event,) = told.labels("event")
    assert set(told.roles(event)) == {("林静", "leader"), ("石岩", "host"), ("陈望舒", "host")}


def test_those_behind_a_prize_won_it() -> None:
    """冠军 and 前三名为 stand before names, 由…获得 around them; a school before a teacher's name won nothing."""
    told = tell("8月20日，青禾区第三届龙舟邀请赛落幕。前三名为：陈望舒、林静、陆鸣远。季军由区第一中学教师何澄获得。")
    won = {name for name, role in told.roles("青禾区第三届龙舟邀请赛") if role == "winner"}
    assert won == {"陈望舒", "林静", "陆鸣远", "何澄"}


def test_teams_of_bodies_win_by_points() -> None:
    """A body is the winner where only its team and its points stand before the verb."""
    told = tell("8月20日，区教育局举行田径运动会，白鹭实验中学以218分获团体第一名，荷塘第二中学列第二名。")
    assert told.roles("田径运动会") >= {("白鹭实验中学", "winner"), ("荷塘第二中学", "winner")}


def test_who_declares_an_event_open_hosts_it() -> None:
    """宣布…开幕 is no speech."""
    told = tell("8月20日，青禾区第八届运动会开幕。区委书记陈望舒宣布开幕，区长陆鸣远致辞。")
    assert told.roles("青禾区第八届运动会") == {("陈望舒", "host"), ("陆鸣远", "speaker")}


def test_who_takes_a_gift_is_its_recipient() -> None:
    """接收捐款 gives nothing."""
    told = tell("8月20日，荷风商会向白鹭镇小学捐款30万元，区红十字会秘书长林静接收捐款。")
    assert told.roles("向白鹭镇小学捐款30万元") >= {("荷风商会", "donor"), ("林静", "recipient")}


def test_a_body_is_to_do_what_it_is_told_right_before() -> None:
    """Whoever demands it from others is to do nothing."""
    told = tell("区教育局要求，区水利局要在9月底前对全区河堤开展一轮检查。")
    assert told.roles("对全区河堤开展一轮检查") == {("区水利局", "organizer")}


def test_a_sponsor_gives_and_a_body_holds_what_is_called_after_it() -> None:
    """冠名; 白鹭镇小学|第八届读书节."""
    told = tell("8月20日，白鹭镇小学第八届读书节举行。本届读书节由区教育局主办，荷风农商银行独家冠名。")
    assert told.roles("白鹭镇小学第八届读书节") == {
        ("白鹭镇小学", "organizer"),
        ("区教育局", "organizer"),
        ("荷风农商银行", "donor"),
    }


def test_the_meeting_is_chaired_whatever_deed_was_told_since() -> None:
    """主持会议 speaks of the meeting, not of the papers handed over."""
    told = tell("8月20日，青禾区人大常委会第九次会议举行，并颁发了任命书。主任陈望舒主持会议。")
    assert ("陈望舒", "chair") in told.roles("青禾区人大常委会第九次会议")


def test_one_on_whose_behalf_another_reports_does_not_report() -> None:
    """受…委托所作的报告 is read by the other."""
    told = tell("8月20日，青禾区人大常委会举行第九次会议。会议听取了副区长林静远受区长陆鸣远委托所作的财政决算报告。")
    assert {name for name, role in told.roles("第九次会议") if role == "speaker"} == {"林静远"}


def test_those_who_command_lead_and_sums_do_not_hide_a_list() -> None:
    """任总指挥 leads; 甲、乙等60名同志被授予… are honoured, both."""
    assert tell("8月20日，青禾区举行防汛演练，副区长林静任总指挥。").roles("防汛演练") >= {("林静", "leader")}
    told = tell("8月20日，青禾区教师节表彰大会召开，林小满、陈望舒等60名同志被授予优秀教师称号。")
    assert told.roles("青禾区教师节表彰大会") >= {("林小满", "honoree"), ("陈望舒", "honoree")}


def test_what_is_asked_for_or_long_past_does_not_carry_the_thread_on() -> None:
    """会上 speaks of the meeting, and so does who speaks after an event that was told aside."""
    told = tell(
        "8月20日，青禾区召开湖岸整治推进会。",
        "陆鸣远要求，区督查室要在9月底前开展一次项目督查。",
        "会上，区水利局、荷塘镇作了交流发言。",
        "去年5月，区水利局举办护岸技术培训班。区长陆鸣远讲话。",
    )
    assert told.roles("湖岸整治推进会") >= {("区水利局", "speaker"), ("陆鸣远", "speaker")}
    assert told.roles("护岸技术培训班") == {("区水利局", "organizer")}


def test_a_body_organizes_what_it_is_to_do_by_a_day() -> None:
    """要在9月底前 stands between a subject and its verb; nothing is carried on from an order."""
    told = tell("会议要求，区教育局要在9月底前对学校食堂开展一次食品安全大检查。")
    assert told.roles("食品安全大检查") == {("区教育局", "organizer")}


def test_both_sides_organize_what_both_do() -> None:
    """双方 are the two that were joined."""
    told = tell("8月20日，区法院与区水利局签订护湖协议，双方还联合在荷塘镇开展普法宣讲活动。")
    assert told.roles("普法宣讲活动") == {("区法院", "organizer"), ("区水利局", "organizer")}


def test_those_in_the_name_of_a_signing_sign() -> None:
    """甲与乙签约仪式: neither only organizes."""
    told = tell("8月20日，青禾区农业农村局与荷风科技有限公司项目签约仪式举行。")
    assert {role for _, role in told.roles("青禾区农业农村局与荷风科技有限公司项目签约仪式")} == {"participant"}


def test_those_who_are_received_or_visited_are_told() -> None:
    """会见了某某一行 and 慰问了老党员某某."""
    told = tell("8月20日，区委书记陈望舒会见了董事长周子安一行。")
    assert ("周子安", "participant") in told.roles("会见了董事长周子安一行")
    told = tell("8月20日，区委书记陈望舒看望慰问了老党员许清。")
    assert told.roles("看望慰问了老党员许清") == {("陈望舒", "leader"), ("许清", "recipient")}


def test_a_visit_of_comfort_is_no_station_of_a_tour() -> None:
    """看望慰问 stands beside 调研, of the same day."""
    told = tell("8月20日，区长陆鸣远到荷塘镇调研茶产业。", "途中，区长陆鸣远还看望慰问了困难老党员许清。")
    assert len(told.labels("event")) == 2


def test_leaders_take_others_along_to_what_they_carry_out() -> None:
    """带领某某开展…, 坐镇…调度."""
    told = tell("8月20日，副院长林静和大队长方远带领村支书何澄开展增殖放流活动。")
    assert told.roles("增殖放流活动") >= {("林静", "leader"), ("方远", "leader"), ("何澄", "attendee")}


def test_nobody_attends_who_only_belongs() -> None:
    """某某加入的合作社, and 一起办了 organizes."""
    told = tell("8月20日，区农业农村局和荷塘镇政府一起办了首届评比大会。林静加入的合作社去年增收。")
    assert told.roles("首届评比大会") == {("区农业农村局", "organizer"), ("荷塘镇政府", "organizer")}


def test_teams_of_the_same_name_as_their_bodies_win() -> None:
    """荷塘镇代表队 is the team, of a bureau's team the bureau is told; 分列二、三位 wins too."""
    told = tell("8月20日，青禾区职工运动会闭幕。区教育局代表队获得第一名，荷塘镇代表队、白鹭镇代表队分列二、三位。")
    winners = {name for name, role in told.roles("青禾区职工运动会") if role == "winner"}
    assert winners == {"区教育局", "荷塘镇代表队", "白鹭镇代表队"}


def test_the_only_school_of_an_article_may_be_called_so() -> None:
    """学校 stands for the one that is named; of two, for neither, and not where its head acts."""
    told = tell("8月20日，荷塘县第一中学启用。8月下旬，学校校长林静组织了新教师岗前培训。")
    assert told.roles("新教师岗前培训") == set()
    told = tell("8月20日，荷塘县第一中学启用。校长说，8月下旬，学校组织了新教师岗前培训。")
    assert told.roles("新教师岗前培训") == {("荷塘县第一中学", "organizer")}
    told = tell("8月20日，荷塘县第一中学、荷塘县实验小学启用。校长说，8月下旬，学校组织了新教师岗前培训。")
    assert told.roles("新教师岗前培训") == set()


def test_a_verb_that_describes_an_event_has_its_subject_before_it() -> None:
    """在甲局举办的…上, and 赛事由甲局举办 in a sentence of its own."""
    told = tell("8月20日，在区卫生健康局举办的“最美医生”颁奖仪式上，林静发言。")
    assert ("区卫生健康局", "organizer") in told.roles("“最美医生”颁奖仪式")
    told = tell("8月20日，青禾区门球邀请赛落幕。赛事由区体育局举办，16支球队参加。")
    assert ("区体育局", "organizer") in told.roles("青禾区门球邀请赛")


def test_who_invites_a_speaker_organizes() -> None:
    """区档案馆邀请某某开讲."""
    told = tell("8月20日，青禾区档案馆邀请老摄影家林静开讲《老街影像》。")
    assert told.roles("开讲《老街影像》") == {("青禾区档案馆", "organizer"), ("林静", "speaker")}


def test_whoever_tells_something_behind_a_meeting_speaks_there() -> None:
    """召开通气会，局长某某介绍，…; not where the meeting is still to come."""
    told = tell("8月20日，区教育局召开新闻通气会，局长林静介绍，全区新增学位800个。")
    assert ("林静", "speaker") in told.roles("新闻通气会")
    told = tell("区教育局将于8月28日召开新闻通气会，局长林静介绍，全区将新增学位。")
    assert ("林静", "speaker") not in told.roles("新闻通气会")


def test_an_official_who_convenes_a_meeting_chairs_it() -> None:
    """县长某某到某局召开调度会; not where another chairs."""
    told = tell("8月20日，区长陆鸣远到区应急管理局召开会商调度会。")
    assert ("陆鸣远", "chair") in told.roles("会商调度会")
    told = tell("8月20日，区长陆鸣远到区应急管理局召开会商调度会，副区长林静主持会议。")
    assert ("陆鸣远", "chair") not in told.roles("会商调度会")


def test_whose_words_are_passed_on_does_not_speak() -> None:
    """传达某某讲话精神: he is not there."""
    told = tell("8月20日，青禾区召开推进会，副区长林静传达省委书记方远调研讲话精神。")
    assert ("方远", "speaker") not in told.roles("推进会")


def test_leaders_that_part_lead_one_tour() -> None:
    """兵分多路: each goes to places of his own."""
    told = tell(
        "8月20日，青禾区领导兵分三路，检查节前安全生产工作。",
        "区人大常委会主任方远前往荷溪水库；区政协主席许清前往湖心码头。",
    )
    assert told.roles("检查节前安全生产工作") >= {("方远", "leader"), ("许清", "leader")}


def test_those_who_take_part_in_all_attend_the_first_event() -> None:
    """参加有关活动 speaks of what the article reports, not of a tour told last."""
    told = tell(
        "8月20日，青禾区招商恳谈会举行。",
        "会前，区委书记陈望舒考察了荷风产业园。",
        "区领导林静、周子安参加有关活动。",
    )
    assert told.roles("青禾区招商恳谈会") >= {("林静", "attendee"), ("周子安", "attendee")}


def test_bodies_whose_heads_speak_before_another_speak_too() -> None:
    """甲局、乙局负责人以及代表某某先后发言."""
    told = tell("8月20日，青禾区召开情况汇报会，区农业农村局、区水利局负责人以及企业代表林静先后发言。")
    assert told.roles("情况汇报会") >= {("区农业农村局", "speaker"), ("区水利局", "speaker"), ("林静", "speaker")}


def test_those_in_the_row_behind_a_title_are_honoured() -> None:
    """助人为乐模范：某某（…）、某某（…）, at an event that honours."""
    told = tell(
        "8月20日，青禾区道德模范颁奖典礼举行。区长陆鸣远、区教师林静、区医生周子安出席。",
        "助人为乐模范：林静（区第一中学教师）、周子安（区医院医生）",
    )
    assert told.roles("青禾区道德模范颁奖典礼") >= {("林静", "honoree"), ("周子安", "honoree")}


def test_those_of_our_own_place_receive_the_guests_of_a_list() -> None:
    """参加活动的有某县领导甲和我市领导乙: 甲 takes part, 乙 is the host."""
    told = tell("8月20日，云溪县考察团来我市考察。参加活动的有云溪县领导林小满、陈望舒和我市领导何澄、高远明。")
    (event,) = told.labels("event")
    roles = set(told.roles(event))
    assert roles >= {("林小满", "participant"), ("陈望舒", "participant"), ("何澄", "host"), ("高远明", "host")}


def test_whoever_goes_on_a_tour_with_a_name_leads_it() -> None:
    """深入…开展…检查: the person leads, the place organizes nothing, officers who are taken along attend."""
    told = tell("8月20日，副区长高澜带领区应急局、区水利局负责人深入白鹭镇开展防汛督导检查工作。")
    assert told.roles("防汛督导检查工作") == {
        ("高澜", "leader"),
        ("区应急局", "attendee"),
        ("区水利局", "attendee"),
    }


def test_a_meeting_that_is_listened_to_was_held() -> None:
    """收听收看 makes attendees; whoever is named before it ends before it."""
    told = tell("8月20日，青禾区组织收听收看全省防汛工作视频会议。副区长高澜收听收看会议。")
    assert told.roles("全省防汛工作视频会议") == {("高澜", "attendee")}


def test_nobody_reports_by_attending_a_hearing() -> None:
    """参加汇报会: the meeting is called so; whoever arranges work at it speaks."""
    told = tell("8月20日，青禾区召开防汛工作汇报会。区长陆鸣远参加汇报会。副区长高澜安排了全区防汛工作。")
    assert told.roles("防汛工作汇报会") >= {("陆鸣远", "attendee"), ("高澜", "speaker")}
    assert ("陆鸣远", "speaker") not in told.roles("防汛工作汇报会")


def test_the_meeting_held_after_another_is_the_one_spoken_of() -> None:
    """…会议结束后，…召开…会: what follows speaks of the second."""
    told = tell(
        "8月20日，全省防汛工作视频会议结束后，青禾区随即召开防汛工作推进会。区委书记陈望舒主持会议，区长陆鸣远参加会议。"
    )
    assert told.roles("防汛工作推进会") >= {("陈望舒", "chair"), ("陆鸣远", "attendee")}
    assert told.roles("全省防汛工作视频会议") == set()


def test_whoever_is_beaten_wins_nothing_and_whoever_is_given_does_not_give() -> None:
    """…队险胜…队，夺得冠军: the second lost. 甲、乙等被丙授予…: only 丙 gives."""
    told = tell("8月20日，青禾区篮球联赛落幕，柳林社区队以57比56险胜白鹭镇队，夺得冠军。")
    assert {name for name, role in told.roles("青禾区篮球联赛") if role == "winner"} == {"柳林社区队"}
    told = tell("8月20日，青禾区表彰大会举行。青禾区税务局、柳林水利有限公司等9家单位被区总工会授予五一劳动奖状。")
    roles = told.roles("青禾区表彰大会")
    assert {("区总工会", "presenter"), ("青禾区税务局", "honoree")} <= roles
    assert ("青禾区税务局", "presenter") not in roles


def test_where_a_body_sends_people_organizes_nothing() -> None:
    """组织…来到该区…卫生院，开展…: the hospital does, not the place it goes to."""
    told = tell("8月20日，青禾区人民医院组织18名医生来到该区白鹭镇中心卫生院，开展“健康下乡”活动。")
    assert told.roles("“健康下乡”活动") == {("青禾区人民医院", "organizer")}


def test_those_who_only_go_along_on_a_tour_lead_none() -> None:
    """陪同调研或出席座谈会 tells of no further tour."""
    told = tell("8月20日，市政协主席方远一行来我区调研。区长陆鸣远等陪同调研或出席座谈会。")
    leaders = {role for event in told.labels("event") for role in told.roles(event) if role[1] == "leader"}
    assert leaders == {("方远", "leader")}


def test_those_in_whose_company_a_group_goes_on_receive_it() -> None:
    """来岚调研 names the place in one character; whoever goes along receives, and leads nothing."""
    told = tell(
        "8月20日，省妇联副主席方远一行来岚调研。在副区长高澜和区妇联全体干部陪同下，调研组一行深入白鹭镇调研妇女工作。"
    )
    assert told.roles("来岚调研") == {("方远", "leader"), ("高澜", "host")}


def test_where_a_contest_takes_place_does_not_hold_it() -> None:
    """在…中心，甲主办、乙协办; of 共有3000多名妇女参与 nobody named before is one."""
    told = tell(
        "8月20日，在青禾区健身服务中心，区总工会主办、区妇联协办的职工运动会举行。区总工会发出倡议，据统计，共有300多名妇女参与职工运动会。"
    )
    assert told.roles("职工运动会") == {("区总工会", "organizer"), ("区妇联", "co-organizer")}


def test_of_those_who_are_met_none_attends() -> None:
    """与参加活动的60多位客商交流: those visited before do not; 合作…交流 is no speech."""
    told = tell(
        "8月20日，青禾区举办招商推介活动。区长陆鸣远考察了云溪公司，与参加活动的60多位客商交流，就合作模式与白石公司进行交流。"
    )
    assert told.roles("招商推介活动") == {("青禾区", "organizer")}
    assert told.roles("考察了云溪公司") == {("陆鸣远", "leader")}


def test_those_by_whom_somebody_is_honoured_are_not_honoured() -> None:
    """被甲、乙表彰为…，同时被授予…: the person is, once; 将…表彰为 honours its objects, who hand nothing out."""
    told = tell("8月20日，49岁的林小满被中国教育工会、教育部办公厅联合表彰为“师德楷模”之一，同时被授予“师德标兵”称号。")
    roles = {role for event in told.labels("event") for role in told.roles(event)}
    assert ("林小满", "honoree") in roles
    assert not any(name.startswith(("教育部", "中国教育")) and role == "honoree" for name, role in roles)
    told = tell(
        "8月20日，青禾区举行教师节表彰大会，将林小满、许清源等14名同志表彰为“优秀教师”；高澜清、周子安等40名同志表彰为“优秀班主任”，并颁发荣誉证书。"
    )
    roles = {role for event in told.labels("event") for role in told.roles(event)}
    assert {("林小满", "honoree"), ("许清源", "honoree"), ("周子安", "honoree")} <= roles
    assert ("周子安", "presenter") not in roles


def test_those_who_provide_the_prizes_give_them() -> None:
    """奖品由甲、乙共同提供 makes donors; what else is provided gives nothing."""
    told = tell("8月20日，柳林社区举行环境整治表彰会，奖品由青禾日报社、白石餐饮有限公司共同提供。")
    assert {("青禾日报社", "donor"), ("白石餐饮有限公司", "donor")} <= told.roles("环境整治表彰会")
    told = tell("8月20日，柳林社区举行环境整治表彰会，资料由青禾日报社提供。")
    assert ("青禾日报社", "donor") not in told.roles("环境整治表彰会")


def test_to_whom_something_is_given_is_passed_over_for_who_gives_it() -> None:
    """向局长某某颁发, 代表基金会向中学捐款: the giver stands before; a paper of thanks is no gift."""
    told = tell(
        "8月20日，青禾区爱心捐赠仪式举行。区长陆鸣远向荷塘集团有限公司董事长许清颁发捐赠证书。",
        "荷塘集团有限公司董事长许清代表公司向荷塘中学捐款10万元。",
    )
    roles = told.roles("青禾区爱心捐赠仪式")
    assert ("陆鸣远", "presenter") in roles
    assert ("许清", "presenter") not in roles
    assert ("荷塘中学", "donor") not in roles


def test_the_name_of_a_ceremony_is_no_deed_of_those_who_come() -> None:
    """在颁奖典礼上: nobody presents by the name alone."""
    told = tell("8月20日，青禾区举行好人颁奖典礼。教师宋知行在好人颁奖典礼上领取了奖杯。")
    assert ("宋知行", "presenter") not in told.roles("好人颁奖典礼")


def test_officers_listed_before_the_officials_of_the_place_hand_over_too() -> None:
    """甲、乙，县领导丙为…颁奖: one list."""
    told = tell("8月20日，青禾区职工篮球赛落幕。区政协主席许清，区领导林静、何澄为获奖球队颁奖。")
    assert told.roles("青禾区职工篮球赛") >= {("许清", "presenter"), ("林静", "presenter"), ("何澄", "presenter")}


def test_hosts_in_a_row_of_a_number_and_with_their_other_name() -> None:
    """甲、乙三家联合主办, 丙（丁）承办, 戊等6家单位协办."""
    told = tell(
        "8月20日，青禾区全民读书节开幕。本次活动由区总工会、区教育局两家联合主办，区文化局（区体育局）、区图书馆承办。",
    )
    assert told.roles("青禾区全民读书节") >= {("区总工会", "organizer"), ("区教育局", "organizer")}
    assert ("区文化局", "co-organizer") in told.roles("青禾区全民读书节")
    assert ("区体育局", "co-organizer") not in told.roles("青禾区全民读书节")


def test_who_goes_back_to_a_speech_speaks_where_it_was_held() -> None:
    """某某在致辞中说，明年将举办…: not at what is to come."""
    told = tell(
        "8月20日，青禾区荷花文化节开幕式举行。区长陆鸣远致辞。",
        "陆鸣远在致辞中说，青禾区将于明年6月举办首届龙舟邀请赛。",
    )
    assert ("陆鸣远", "speaker") not in told.roles("首届龙舟邀请赛")


def test_who_reports_at_the_meeting_speaks_there_whatever_was_told_first() -> None:
    """开展督查，并召开反馈会。某某在会上作汇报."""
    told = tell("8月20日，市督查组到我区开展安全生产督查，并召开督查反馈会。区长陆鸣远在会上作汇报。")
    assert ("陆鸣远", "speaker") in told.roles("督查反馈会")


def test_gifts_are_received_where_they_are_given() -> None:
    """向…捐款，会长某某接受捐赠: no recipient of the meeting at which it was said."""
    told = tell("8月20日，青禾区召开乡贤座谈会，许清向青禾区慈善总会捐款50万元，慈善总会会长方远接受捐赠。")
    assert ("方远", "recipient") not in told.roles("乡贤座谈会")
    assert ("方远", "recipient") in told.roles("向青禾区慈善总会捐款50万元")


def test_those_honoured_or_signing_at_an_event_take_part_in_it() -> None:
    """会议上，某某被授予…称号: of the honour, and of the meeting; not of a meeting told before a former year."""
    told = tell("8月20日，青禾区卫生工作会议召开。会上，村医宋知行被授予“最美医生”称号。")
    assert ("宋知行", "honoree") in told.roles("青禾区卫生工作会议")
    told = tell("8月20日，青禾区卫生工作会议召开。去年，村医宋知行被授予“最美医生”称号。")
    assert ("宋知行", "honoree") not in told.roles("青禾区卫生工作会议")


def test_what_happens_when_a_congress_closes_is_part_of_the_congress() -> None:
    """闭幕会上，…: the congress that was told first, not the session that it chose."""
    told = tell(
        "8月20日至21日，青禾区工商联第九次会员代表大会召开。",
        "在随后举行的第九届一次执委会上，林静当选主席。",
        "闭幕会上，区委统战部部长方远宣读了贺信。",
    )
    assert ("方远", "speaker") in told.roles("青禾区工商联第九次会员代表大会")


def test_what_one_is_called_behind_the_name_stands_within_a_list() -> None:
    """副区长何澄同志、林静老师: both."""
    told = tell("8月20日，青禾区召开湖岸整治推进会。副区长何澄同志、工程师林静出席会议。")
    assert told.roles("湖岸整治推进会") >= {("何澄", "attendee"), ("林静", "attendee")}


def test_what_an_officer_hears_is_no_speech_of_his() -> None:
    """认真听取…汇报: he does not report; who points out something having heard it speaks."""
    told = tell("8月20日，青禾区召开湖岸整治推进会。区长陆鸣远认真听取负责人工程进展情况汇报。")
    assert ("陆鸣远", "speaker") not in told.roles("湖岸整治推进会")
    told = tell("8月20日，青禾区召开湖岸整治推进会。区长陆鸣远听取汇报后指出，要久久为功。")
    assert ("陆鸣远", "speaker") in told.roles("湖岸整治推进会")


def test_who_leads_a_group_to_inspect_a_place() -> None:
    """率督查组对…进行督查, 以某某为组长的督查组."""
    told = tell("8月20日，市应急局副局长宋知行率市安委会督查组对青禾区防汛工作进行督查。")
    assert ("宋知行", "leader") in {pair for label in told.labels("event") for pair in told.roles(label)}


def test_teams_that_share_a_prize() -> None:
    """教育局代表队、水利局代表队分获亚军、季军."""
    told = tell("8月20日，青禾区职工篮球赛落幕。区教育局代表队、区水利局代表队分获亚军、季军。")
    assert told.roles("青禾区职工篮球赛") >= {("区教育局", "winner"), ("区水利局", "winner")}


def test_who_is_to_hold_something_together_with_others() -> None:
    """甲将联合乙、丙开展…, 甲要会同乙…, 要求甲3月20日前组织一次…: all of them."""
    told = tell("8月20日，青禾区召开湖岸整治推进会。下个月，区公安局将联合区教育局、区总工会开展反诈宣传活动。")
    assert {agent for agent, role in told.roles("反诈宣传活动") if role == "organizer"} == {
        "区公安局",
        "区教育局",
        "区总工会",
    }
    told = tell("8月20日，区长陆鸣远到湖岸调研，要求区水利局9月20日前组织一次全区水库安全大检查。")
    assert ("区水利局", "organizer") in told.roles("全区水库安全大检查")


def test_bodies_that_are_sent_take_part() -> None:
    """甲组织乙、丙开展…: not the body whose pupils are sent."""
    told = tell("8月20日，区卫生健康局组织区人民医院、区中医院到文化广场开展义诊活动。")
    assert told.roles("义诊活动") >= {
        ("区卫生健康局", "organizer"),
        ("区人民医院", "participant"),
        ("区中医院", "participant"),
    }


def test_whom_a_body_asks_to_teach() -> None:
    """邀请某某现场授艺, 请来某某，为…开了一堂…; not whom it asks to come."""
    told = tell("8月20日，青禾区妇联举办刺绣培训班，邀请区文化馆馆员宋知行现场授艺。")
    assert ("宋知行", "speaker") in told.roles("刺绣培训班")
    told = tell("8月20日，青禾区妇联举办刺绣培训班，邀请区文化馆馆员宋知行参加。")
    assert ("宋知行", "speaker") not in told.roles("刺绣培训班")


def test_who_takes_an_honour_or_a_gift() -> None:
    """在颁奖典礼上领取奖杯, 在返还仪式上领回爱车; at a meeting nobody receives."""
    told = tell("8月20日，青禾区好人颁奖典礼举行，教师宋知行领取了奖杯。")
    assert ("宋知行", "honoree") in told.roles("青禾区好人颁奖典礼")
    told = tell("8月20日，区公安局举行涉案财物返还仪式，失主宋知行领回爱车。")
    assert ("宋知行", "recipient") in told.roles("涉案财物返还仪式")
    told = tell("8月20日，青禾区召开湖岸整治推进会，工程师宋知行领到一本书。")
    assert ("宋知行", "recipient") not in told.roles("湖岸整治推进会")


def test_who_commands_an_action_does_not_lead_the_tour_of_another() -> None:
    """某某坐镇指挥，某某带队到夜市检查."""
    told = tell("8月20日晚，区公安局组织开展夏夜清查统一行动，区长陆鸣远坐镇指挥，副区长林静带队到北门夜市检查。")
    assert ("陆鸣远", "leader") in told.roles("夏夜清查统一行动")
    assert ("陆鸣远", "leader") not in told.roles("到北门夜市检查")


def test_who_pays_for_a_gift_and_guests_behind_there_is() -> None:
    """由某基金会捐资, 受邀嘉宾还有…."""
    told = tell("8月20日，青禾区爱心眼镜赠送仪式举行。项目由云溪助学基金会捐资80万元。受邀嘉宾还有画家宋知行。")
    assert ("云溪助学基金会", "donor") in told.roles("青禾区爱心眼镜赠送仪式")
    assert ("宋知行", "attendee") in told.roles("青禾区爱心眼镜赠送仪式")


def test_those_who_go_to_several_bodies_and_those_who_are_visited_at_home() -> None:
    """甲、乙先后前往某队、某部等地，走访慰问…; 来到某某和某某家中，送上慰问金."""
    told = tell("8月1日，区委书记陈望舒、副区长高澜，先后前往区消防大队、区人武部等地，走访慰问部队官兵。")
    assert told.roles("走访慰问部队官兵") >= {("陈望舒", "leader"), ("高澜", "leader")}
    told = tell("8月1日，区长陆鸣远来到老兵许清和宋知行家中，为他们送去了慰问金。")
    assert ("宋知行", "recipient") in told.roles("为他们送去了慰问金")
    assert ("宋知行", "donor") not in told.roles("为他们送去了慰问金")


def test_who_goes_first_and_who_swears() -> None:
    """带头献血, 进行宪法宣誓; not who only hands over papers before others swear."""
    told = tell("8月20日，青禾区开展无偿献血活动，区卫生健康局局长林静带头献血。")
    assert ("林静", "participant") in told.roles("无偿献血活动")
    told = tell(
        "8月20日，青禾区人大常委会举行第九次会议，任命宋知行为区教育局局长。",
        "主任方远颁发任命书，宋知行等3人进行了宪法宣誓。",
    )
    assert ("宋知行", "participant") in told.roles("宪法宣誓")
    assert ("方远", "participant") not in told.roles("宪法宣誓")


def test_donors_in_a_row_give_together() -> None:
    """甲、乙公司慷慨解囊，捐款…: both."""
    told = tell("8月20日，青禾区爱心捐赠仪式举行，荷塘集团、云溪钢铁有限公司等企业慷慨解囊，捐款20万元。")
    assert told.roles("青禾区爱心捐赠仪式") >= {("荷塘集团", "donor"), ("云溪钢铁有限公司", "donor")}


def test_who_takes_part_in_talks_told_before_in_the_sentence() -> None:
    """与企业家举行座谈，某某等到会; who chairs another meeting chairs that."""
    told = tell("8月20日，区党政代表团与在外企业家举行座谈，云溪钢铁有限公司董事长许清等21人到会。")
    assert told.roles("与在外企业家举行座谈") >= {("许清", "attendee")}
    told = tell("8月20日，区委书记陈望舒会见考察团一行，区长陆鸣远主持情况汇报会。")
    assert ("陆鸣远", "chair") in told.roles("情况汇报会")


def test_a_policeman_takes_part_in_what_his_body_does() -> None:
    """某派出所民警某某抓获嫌疑人."""
    told = tell("8月20日，白鹭派出所民警宋知行成功打掉一个盗窃团伙。")
    assert ("宋知行", "participant") in {pair for label in told.labels("event") for pair in told.roles(label)}


def test_whom_is_honoured_does_not_hide_who_hands_over() -> None:
    """为受表彰者颁奖: those before."""
    told = tell("8月20日，青禾区劳动模范表彰大会召开。区长陆鸣远为受表彰者颁奖。")
    assert ("陆鸣远", "presenter") in told.roles("青禾区劳动模范表彰大会")


def test_who_stresses_something_does_so_where_he_was() -> None:
    """某某强调，…: not at another event told since; the leader of a tour goes on to its meeting."""
    told = tell(
        "8月20日，青禾区召开巡察反馈会，区纪委书记方远出席。",
        "此前，市委巡察组举行了廉政展览。",
        "方远强调，要抓好整改。",
    )
    assert ("方远", "speaker") in told.roles("巡察反馈会")
    assert ("方远", "speaker") not in told.roles("廉政展览")
    told = tell("8月20日，区委书记陈望舒到白鹭镇调研防汛工作。随后召开座谈会，听取汇报。", "陈望舒指出，要严阵以待。")
    assert ("陈望舒", "speaker") in told.roles("座谈会")


def test_a_sentence_opens_with_the_event_that_it_speaks_of() -> None:
    """本次邀请赛由…主办: of the events told, the last that is called so."""
    told = tell(
        "8月20日，青禾区乡村篮球邀请赛落幕。此前举行了三四名决赛。",
        "本次邀请赛由区总工会主办，白鹭镇人民政府承办。",
    )
    assert ("区总工会", "organizer") in told.roles("青禾区乡村篮球邀请赛")


def test_a_giver_is_found_behind_an_apposition() -> None:
    """为志愿者代表、大学生某某授旗."""
    told = tell("8月20日，青禾区志愿服务出征仪式举行。区妇联主席林静为志愿者代表、云溪大学学生宋知行授旗。")
    roles = told.roles("青禾区志愿服务出征仪式")
    assert ("林静", "presenter") in roles
    assert ("宋知行", "presenter") not in roles


def test_who_greets_for_others_speaks() -> None:
    """代表县委…向…致以问候; 通报家乡发展情况."""
    told = tell("8月20日，青禾区科学技术大会开幕。区委书记陈望舒代表区委向大会的召开表示热烈祝贺。")
    assert ("陈望舒", "speaker") in told.roles("青禾区科学技术大会")
    told = tell("8月20日，青禾区召开乡贤座谈会，副区长高澜通报家乡发展情况。")
    assert ("高澜", "speaker") in told.roles("乡贤座谈会")


def test_who_is_elected_takes_part_and_who_is_chosen_is_honoured() -> None:
    """选举…当选主席; 评选活动中当选."""
    told = tell("8月20日，青禾区工商联第九次会员代表大会召开，副区长林静当选主席。")
    assert ("林静", "participant") in told.roles("青禾区工商联第九次会员代表大会")
    told = tell("8月20日，青禾区举行“最美教师”评选揭晓仪式，区第一中学教师宋知行当选。")
    assert ("宋知行", "honoree") in told.roles("“最美教师”评选揭晓仪式")


def test_those_who_part_each_lead_the_tour() -> None:
    """兵分多路检查…; 某某等也分别带队，对工地进行了抽查: the tour that parted."""
    told = tell(
        "8月20日，区四大班子领导兵分多路，检查节前安全生产工作。",
        "区长陆鸣远来到南街菜市场，察看粮油库存。",
        "区人武部部长方远、副区长林静也分别带队，对建筑工地进行了抽查。",
    )
    assert told.roles("检查节前安全生产工作") >= {("方远", "leader"), ("林静", "leader")}


def test_who_comes_to_what_is_signed_and_who_gives_back() -> None:
    """签署协议，某某出席签约仪式; 向群众返还资金."""
    told = tell("8月20日，青禾区美食大赛落幕。当天，青禾区与荷塘集团签订旅游合作协议，区长陆鸣远出席签约仪式。")
    assert ("陆鸣远", "attendee") in told.roles("签订旅游合作协议")
    told = tell("8月20日，区公安局举行涉案财物返还仪式，副局长方远向失主返还被骗资金75万元。")
    assert ("方远", "presenter") in told.roles("涉案财物返还仪式")


def test_who_holds_a_lecture_speaks_and_who_sings_takes_part() -> None:
    """专家某某举办讲座; 歌唱家某某献唱; 到场家长50人 says nothing of who spoke before."""
    told = tell("8月20日，区人民医院医生林静为群众举办健康知识讲座，到场家长50余人。")
    assert ("林静", "speaker") in told.roles("健康知识讲座")
    assert ("林静", "attendee") not in told.roles("健康知识讲座")
    told = tell("8月20日，青禾区乡村文化节开幕，区文化馆馆员宋知行登台献唱。")
    assert ("宋知行", "participant") in told.roles("青禾区乡村文化节")


def test_presenters_for_winners_win_nothing() -> None:
    """为…奖获得者颁奖: they hand over."""
    told = tell("8月20日，青禾区召开道德模范表彰大会。区领导林静、何澄为道德模范提名奖获得者颁奖。")
    assert told.roles("道德模范表彰大会") >= {("林静", "presenter"), ("何澄", "presenter")}
    assert not {pair for pair in told.roles("道德模范表彰大会") if pair[1] == "winner"}


def test_who_is_gone_along_with_attends_himself() -> None:
    """市长某某在区领导甲、乙的陪同下观看演出: he attends, they go along."""
    told = tell("8月20日，青禾区文艺大赛启动仪式举行。副市长方远在区领导林静、何澄的陪同下观看了演出。")
    roles = told.roles("青禾区文艺大赛启动仪式")
    assert ("方远", "attendee") in roles
    assert ("林静", "attendee") not in roles
    assert ("林静", "host") in roles


def test_a_body_that_is_a_theme_or_spoken_for_does_not_speak() -> None:
    """就本镇人大和代表工作进行汇报; 代表区委、区政府做了致辞."""
    told = tell("8月20日，白鹭镇召开座谈会，镇党委书记许清就镇人大和代表工作开展情况进行了汇报。")
    assert ("许清", "speaker") in told.roles("座谈会")
    assert all(agent == "许清" for agent, role in told.roles("座谈会") if role == "speaker")
    told = tell("8月20日，青禾区举行荷花文化节签约仪式，区长陆鸣远代表区委、区政府做了热情洋溢的致辞。")
    assert ("陆鸣远", "speaker") in told.roles("荷花文化节签约仪式")


def test_rows_of_those_honoured_within_a_sentence() -> None:
    """…模范是：敬业奉献模范甲、乙；见义勇为模范丙; 他们是：甲、乙."""
    told = tell(
        "8月20日，青禾区道德模范颁奖仪式举行，区委书记陈望舒出席。",
        "道德模范是：敬业奉献模范林静、何澄；见义勇为模范宋知行（已故）、许清。",
    )
    honoured = {agent for agent, role in told.roles("青禾区道德模范颁奖仪式") if role == "honoree"}
    assert honoured >= {"林静", "何澄"}
    assert "陈望舒" not in honoured


def test_rolls_of_those_honoured_a_line_each() -> None:
    """Under their title each row names one; a sentence ends the roll."""
    told = tell(
        "8月20日，青禾区召开劳动模范表彰大会。",
        "区劳动模范（3名，排名不分先后）",
        "林静 区第二中学教师",
        "何澄（女） 区人民医院护士长",
        "宋知行 区第一中学教师",
        "区委书记陈望舒在会上讲话。",
    )
    honoured = {agent for agent, role in told.roles("劳动模范表彰大会") if role == "honoree"}
    assert honoured == {"林静", "何澄", "宋知行"}


def test_a_list_goes_on_over_a_name_that_nobody_knows() -> None:
    """区委书记甲，区委常委、宣传部长某某等观看演出."""
    told = tell("8月20日，青禾区文艺汇演举行。区委书记陈望舒，区长陆鸣远，区委常委、宣传部长亓官某某等观看演出。")
    assert told.roles("青禾区文艺汇演") >= {("陈望舒", "attendee"), ("陆鸣远", "attendee")}


def test_those_who_come_and_hand_over_present() -> None:
    """甲、乙出席仪式，为新兵佩戴绶带: both; a body in …揭牌 is unveiled and unveils nothing."""
    told = tell("8月20日，青禾区新兵欢送仪式举行。区委书记陈望舒，区人武部部长方远出席仪式，为新兵佩戴绶带。")
    assert told.roles("青禾区新兵欢送仪式") >= {("陈望舒", "presenter"), ("方远", "presenter")}
    told = tell("8月20日，青禾区读书节启动仪式举行，荷塘读书会在区图书馆揭牌。")
    assert ("荷塘读书会", "presenter") not in told.roles("青禾区读书节启动仪式")


def test_the_meeting_spoken_of_is_one_that_was_held() -> None:
    """每周召开讲评会; 会上，某某发言: at the one that was reported."""
    told = tell(
        "8月20日，青禾区召开百日会战动员大会。",
        "按照方案，会战由区创卫指挥部统一调度，今后每周召开讲评会。",
        "会上，区城管局局长林静作表态发言。",
    )
    assert ("林静", "speaker") in told.roles("百日会战动员大会")


def test_who_takes_officials_along_leads_and_they_attend() -> None:
    """某某率区水利局局长某某等，暗访…; 率省政协调研组到…调研."""
    told = tell("8月20日，区长陆鸣远率区水利局局长林静、区应急局局长何澄等，暗访白鹭镇大集市场。")
    (tour,) = told.labels("event")
    assert told.roles(tour) >= {("陆鸣远", "leader"), ("林静", "attendee"), ("何澄", "attendee")}


def test_who_encourages_others_and_hopes_speaks() -> None:
    """向新兵提出三点希望; 勉励青年…."""
    told = tell("8月20日，青禾区新兵欢送仪式举行。区委书记陈望舒向新兵提出三点希望，副区长高澜勉励新兵建功军营。")
    assert told.roles("青禾区新兵欢送仪式") >= {("陈望舒", "speaker"), ("高澜", "speaker")}


def test_whom_a_body_asks_to_do_something_there_takes_part() -> None:
    """邀请专家甲、乙在我区人民医院开展义诊活动: they do; the hospital is where."""
    told = tell("8月20日，区卫生健康局邀请省级专家林静、何澄在我区人民医院开展义诊活动。")
    roles = told.roles("义诊活动")
    assert roles >= {("林静", "participant"), ("何澄", "participant")}
    assert ("区人民医院", "organizer") not in roles


def test_a_prize_that_was_won_before_is_not_won_by_the_next() -> None:
    """甲队获得亚军，乙局某某…: the second place is told of the first."""
    told = tell(
        "8月20日，青禾区职工篮球赛落幕。区教育局代表队获得亚军，区水利局局长林静观看了比赛并表示，队员拿下了关键分。"
    )
    assert ("区水利局", "winner") not in told.roles("青禾区职工篮球赛")


def test_who_welcomes_or_congratulates_speaks() -> None:
    """向…表示祝贺."""
    told = tell("8月20日，青禾区召开乡贤座谈会，区长陆鸣远向返乡的各位乡贤表示热烈欢迎。")
    assert ("陆鸣远", "speaker") in told.roles("乡贤座谈会")


def test_officers_of_any_body_go_along_on_a_tour() -> None:
    """A row of leaders goes on over 电视台台长; what is only summed up has nobody who attends."""
    told = tell("区委宣传部常务副部长何清澄，区广播电视台台长林静秋，区委宣传部副部长许子安深入白鹭镇开展调研。")
    assert {name for name, role in told.roles("深入白鹭镇开展调研") if role == "leader"} == {
        "何清澄",
        "林静秋",
        "许子安",
    }
    told = tell("8月18日，青禾区举行开工活动。区长林静对第二季度“比武”竞赛活动进行小结。区领导何清澄参加活动。")
    assert told.labels("event") == ["开工活动"]
    assert ("何清澄", "attendee") in told.roles("开工活动")


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("8月20日，区总工会联合人社局、技师学院举办了青禾区职工技能大赛。", {"区总工会"}),
        ("区公安局8月10日晚在云溪大道开展青禾区职工技能大赛。", {"区公安局"}),
        ("区教育局8月上旬举办青禾区职工技能大赛。", {"区教育局"}),
        ("8月20日，区教育局民警来到辖区柳林中学，开展青禾区职工技能大赛。", {"区教育局"}),
        ("8月20日，区总工会联合区教育局深入柳林中小、白鹭学校开展青禾区职工技能大赛。", {"区总工会", "区教育局"}),
        ("8月20日，区总工会、区教育局共同开展青禾区职工技能大赛。", {"区总工会", "区教育局"}),
        ("8月20日，区总工会和区教育局的干部职工一同深入柳林小区开展青禾区职工技能大赛。", {"区总工会", "区教育局"}),
        ("8月20日，由区总工会、区教育局联合开展的青禾区职工技能大赛开赛。", {"区总工会", "区教育局"}),
        ("8月20日，区总工会组织志愿者到柳林小学开展青禾区职工技能大赛。", {"区总工会"}),
    ],
)
def test_whoever_holds_something_is_told_over_partners_days_staff_and_where_they_go(words: str, who: set[str]) -> None:
    """Bodies to which somebody goes hold nothing; those joined by 联合, 和 or 共同 all do."""
    assert tell(words).roles("青禾区职工技能大赛") == {(one, "organizer") for one in who}


def test_speakers_over_the_matter_that_they_speak_on() -> None:
    """就…作了交流发言, and thanks on behalf of others, however long the matter."""
    told = tell(
        "8月20日，青禾区召开养老工作座谈会。",
        "政协委员方远、许清、高澜三位委员分别就助餐点运营、护理人才的培养、老旧小区适老化改造作了交流发言。",
        "区教育局局长林静代表全区师生，对各界的支持表示感谢。",
    )
    speakers = {name for name, role in told.roles("养老工作座谈会") if role == "speaker"}
    assert speakers == {"方远", "许清", "高澜", "林静"}


def test_reports_behind_a_tour_are_made_at_the_meeting_that_ended_it() -> None:
    """率队巡河，…，并主持召开推进会: whoever reports next does so there, and who led the tour chairs."""
    told = tell(
        "8月20日，副区长高澜率队巡河，先后来到柳林湿地和白鹭闸，并主持召开现场推进会。区水利局局长方远汇报了工作。"
    )
    assert told.roles("率队巡河") == {("高澜", "leader")}
    assert told.roles("现场推进会") >= {("高澜", "chair"), ("方远", "speaker")}


def test_the_people_of_a_body_do_what_it_does() -> None:
    """工作人员 without a name stand for their body; where they go, no body acts."""
    told = tell("8月20日，区市场监管局工作人员对荷花超市、柳林超市、白鹭农贸市场开展督查。")
    assert told.roles("对荷花超市、柳林超市、白鹭农贸市场开展督查") == {("区市场监管局", "organizer")}
    told = tell("8月20日，区妇联先后深入柳林村和白鹭村，为37名农村留守儿童送去了书包。")
    assert told.roles("送去了书包") == {("区妇联", "donor")}


def test_who_did_something_else_is_not_among_many_others_who_attend() -> None:
    """某某作宣讲，各乡镇干部80余人参加: the officer speaks, the others attend."""
    told = tell("8月20日，县委召开宣讲会。县委常委高澜作宣讲，各乡镇干部群众80余人参加宣讲会。")
    assert told.roles("宣讲会") == {("县委", "organizer"), ("高澜", "speaker")}


def test_teams_win_a_contest_that_is_decided() -> None:
    """…赛决出胜负 names the contest; a school's women's team wins for the school."""
    told = tell("8月20日，全县职工篮球赛决出名次。青禾二中女篮以3∶1的比分夺得冠军。")
    assert told.roles("全县职工篮球赛") == {("青禾二中", "winner")}


@pytest.mark.parametrize(
    ("does", "role"),
    [
        ("亲临现场", "attendee"),
        ("共同见证", "attendee"),
        ("为大家讲党课", "speaker"),
        ("安排部署下一步工作", "speaker"),
        ("提三点要求", "speaker"),
        ("分享创业经历", "speaker"),
        ("带领大家宣誓", "leader"),
        ("剪彩", "participant"),
        ("演唱了歌曲", "participant"),
    ],
)
def test_what_one_does_at_an_event(does: str, role: str) -> None:
    """Verbs of those who are there, speak, lead, cut the ribbon or perform."""
    told = tell(f"8月20日，青禾区第三届艺术节在湖心广场举行。区教育局局长高澜{does}。")
    assert told.roles("青禾区第三届艺术节") == {("高澜", role)}


def test_prizes_are_won_by_those_they_describe_and_given_by_others() -> None:
    """为获得冠军的|甲队、亚军的|乙队颁奖: the officials give; whoever beats others wins, not whoever still contends."""
    told = tell("8月20日，青禾区第六届篮球联赛落幕。区领导方远、高澜分别为获得冠军的柳溪俱乐部、亚军的白鹭俱乐部颁奖。")
    roles = told.roles("青禾区第六届篮球联赛")
    assert roles >= {("柳溪俱乐部", "winner"), ("白鹭俱乐部", "winner"), ("方远", "presenter")}
    assert not {("方远", "winner"), ("高澜", "winner")} & roles
    contends = tell("8月20日，青禾区第六届篮球联赛开幕。柳溪俱乐部和白鹭俱乐部争夺冠军宝座。")
    assert ("白鹭俱乐部", "winner") not in contends.roles("青禾区第六届篮球联赛")


@pytest.mark.parametrize(
    "words",
    [
        "柳溪俱乐部赢得了冠军。",
        "柳溪俱乐部取得第三名。",
        "白鹭俱乐部、柳溪俱乐部获得前4名。",
        "经过激烈角逐，男子组冠军被柳溪俱乐部收获。",
    ],
)
def test_more_verbs_of_winning(words: str) -> None:
    """赢得, 取得 before a prize, 前4名, 被…收获."""
    told = tell("8月20日，青禾区第六届篮球联赛落幕。" + words)
    assert ("柳溪俱乐部", "winner") in told.roles("青禾区第六届篮球联赛")


def test_who_comes_and_opens_it_is_host_and_attendee() -> None:
    """出席并宣布…开幕; 鸣发令枪."""
    told = tell("8月20日，青禾区端午民俗文化节在柳溪公园开幕。副区长高澜出席并宣布文化节开幕。")
    assert told.roles("青禾区端午民俗文化节") >= {("高澜", "host"), ("高澜", "attendee")}


@pytest.mark.parametrize(
    ("words", "event", "who"),
    [
        ("8月20日，柳溪中学全体师生齐聚操场，隆重举行秋季开学典礼。", "秋季开学典礼", {"柳溪中学"}),
        (
            "8月20日，白鹭公司党支部与区水利局党支部赴白鹭镇红军长征过境旧址、柳林革命文化展示馆开展主题党日活动。",
            "主题党日活动",
            {"白鹭公司党支部", "区水利局党支部"},
        ),
        ("8月20日，区委区政府召开教师节表彰大会。", "教师节表彰大会", {"区委", "区政府"}),
    ],
)
def test_subjects_over_where_they_gather_and_side_by_side(words: str, event: str, who: set[str]) -> None:
    """齐聚操场，举行…; two places gone to; 区委|区政府 without a sign between."""
    assert {name for name, role in tell(words).roles(event) if role == "organizer"} == who


def test_speakers_behind_offices_hosts_and_those_they_speak_to() -> None:
    """政协办 is no 协办, 主办方 no verb of hosting; a body to which something is told does not speak."""
    told = tell(
        "8月20日，青禾区召开社区论坛部署会。会议由区政协社会委主任方远主持，区政协副主席高澜，区政协办公室主任林静出席会议。",
        "区文联主席许清、区科协主席陆鸣远分别代表主办方致辞。区委统战部科长何澄向各民主党派区委通报了情况。",
        "区长毛云溪对社区工作强调了三点意见。",
    )
    roles = told.roles("社区论坛部署会")
    assert {("高澜", "attendee"), ("林静", "attendee"), ("许清", "speaker"), ("陆鸣远", "speaker")} <= roles
    assert {name for name, role in roles if role == "speaker"} == {"许清", "陆鸣远", "何澄", "毛云溪"}


def test_a_drive_is_spoken_of_where_no_event_was_told() -> None:
    """活动由…主持, 出席活动的还有…, behind a drive; who receives those who travel is host."""
    told = tell(
        "8月20日，青禾区在全区启动科技活动周活动。活动由区特校校长方远主持，副区长高澜致辞。出席活动的还有区图书馆馆长林静。"
    )
    assert told.roles("科技活动周活动") >= {("方远", "chair"), ("高澜", "speaker"), ("林静", "attendee")}
    told = tell("8月20日，市科协主席方远率队走访青禾区科协。青禾区科协主席高澜接待方远一行。")
    assert told.roles("走访青禾区科协") == {("方远", "leader"), ("高澜", "host")}


@pytest.mark.parametrize(
    ("sentence", "event", "roles"),
    [
        (
            "8月20日，县委书记高澜，县长方远等领导与机关干部来到白鹭镇生态园开展义务植树活动。",
            "义务植树活动",
            {("高澜", "attendee"), ("方远", "attendee")},
        ),
        (
            "8月20日，市直机关干部齐聚柳溪区白鹭镇柳溪村，在高速公路旁开展“绿满家园”植树活动。",
            "“绿满家园”植树活动",
            set(),
        ),
        (
            "8月20日，区双拥办远赴高原，参加省双拥办组织的“看亲人”活动。",
            "“看亲人”活动",
            {("省双拥办", "organizer"), ("区双拥办", "attendee")},
        ),
        ("8月20日，区公安局统一部署，开展“护校”统一行动。", "“护校”统一行动", {("区公安局", "organizer")}),
        (
            "8月20日，区委书记高澜根据《青禾省奖励条例》，授予青禾小学教师方远“勇士”荣誉称号，并为其颁发证书。",
            "授予青禾小学教师方远“勇士”荣誉称号",
            {("高澜", "presenter")},
        ),
        ("8月20日，青禾区举办禁毒宣传活动。区禁毒办设立毒品讲解台。", "禁毒宣传活动", {("青禾区", "organizer")}),
    ],
)
def test_who_comes_acts_or_only_receives(sentence: str, event: str, roles: set[tuple[str, str]]) -> None:
    """Officials who come to do it attend; places gone to, documents and those honoured do nothing."""
    assert tell(sentence).roles(event) == roles


def test_a_row_of_those_present_may_end_with_a_group_or_go_on_behind_a_semicolon() -> None:
    """…等区负责人，以及居民60余人参加: they attend too; 市领导甲；区领导乙参加: one row; not behind another verb."""
    told = tell(
        "8月1日，柳林书屋揭牌仪式举行。市水务局局长林静、副区长何澄等区负责人，以及柳林社区居民60余人参加仪式。",
        "8月2日，区政府与云溪集团签约仪式举行。市领导方远、许清；区领导周子安；区水务局局长高澜参加签约仪式。",
        "8月3日，青禾区教师节表彰大会举行。市领导宋知行主持；区领导陆鸣远参加表彰大会。",
    )
    assert {("林静", "attendee"), ("何澄", "attendee")} <= told.roles("柳林书屋揭牌仪式")
    assert {(name, "attendee") for name in ("方远", "许清", "周子安", "高澜")} <= told.roles("区政府与云溪集团签约仪式")
    assert {("宋知行", "chair"), ("陆鸣远", "attendee")} <= told.roles("青禾区教师节表彰大会")
    assert ("宋知行", "attendee") not in told.roles("青禾区教师节表彰大会")


def test_bodies_to_which_others_give_at_a_ceremony_receive() -> None:
    """某公司为甲小学、乙小学捐赠…: recipients of the ceremony that was named."""
    told = tell("8月1日，“爱心助学”捐赠仪式举行。仪式上，云溪集团为荷溪小学、柳林小学捐赠图书500册。")
    assert told.roles("“爱心助学”捐赠仪式") == {
        ("云溪集团", "donor"),
        ("荷溪小学", "recipient"),
        ("柳林小学", "recipient"),
    }


def test_towns_report_at_meetings() -> None:
    """甲镇、某局分别作交流发言: a town speaks as a body does; not 在某镇作发言, nor whose mayor does."""
    told = tell("8月1日，青禾区召开教育大会。荷塘镇、云溪镇和区教育局分别作交流发言。区长陆鸣远在白鹭镇作了发言。")
    speakers = {name for name, role in told.roles("教育大会") if role == "speaker"}
    assert speakers == {"荷塘镇", "云溪镇", "区教育局", "陆鸣远"}


def test_who_comes_before_the_event_is_named_takes_part_in_it() -> None:
    """某某出席并为中心揭牌。揭牌仪式由…主持: the next sentence names it; nothing said before is said there."""
    told = tell(
        "8月1日，荷溪书屋在柳林社区成立。副区长何澄出席并为书屋揭牌。揭牌仪式由区文旅局局长林静主持。",
    )
    assert told.roles("揭牌仪式") >= {("何澄", "attendee"), ("何澄", "presenter"), ("林静", "chair")}


def test_a_second_deed_is_done_by_whom_the_sentence_begins_with() -> None:
    """某局指导春耕，发放农资，举办培训班; 慰问工人，并与乙签订协议; 某区长调研，并召开座谈会: one subject."""
    told = tell(
        "8月1日，区农业农村局组织农技员到柳林村指导秋种，发放农资，举办水稻技术培训班。",
        "8月2日，区供电公司慰问环卫工人，并与柳林社区签订共建协议。",
        "8月3日，区长陆鸣远到荷塘镇调研，并召开养老工作座谈会。",
        "8月4日，区长陆鸣远到荷塘镇调研，副区长何澄陪同，并召开防汛工作调度会。",
        "8月5日，在区供电公司的支持下，柳林社区慰问老人，并举办烘焙技术培训班。",
    )
    assert told.roles("水稻技术培训班") == {("区农业农村局", "organizer")}
    assert ("区供电公司", "participant") in told.roles("签订共建协议")
    assert told.roles("养老工作座谈会") == {("陆鸣远", "chair")}
    assert told.roles("防汛工作调度会") == set()
    assert ("区供电公司", "organizer") not in told.roles("烘焙技术培训班")


def test_hosts_of_this_contest_are_those_of_the_contest_not_of_its_closing() -> None:
    """本次比赛由…主办, behind the 闭幕式 of a …球赛; Olympic champions who come won nothing here."""
    told = tell(
        "8月1日，青禾区职工乒乓球赛闭幕。奥运冠军林静、副区长何澄出席闭幕式。本次比赛由区总工会主办。",
    )
    assert told.roles("青禾区职工乒乓球赛") == {("区总工会", "organizer")}
    assert ("林静", "attendee") in told.roles("闭幕式")


def test_titles_between_two_names_and_matters_spoken_on_part_no_list() -> None:
    """甲副总经理和乙副院长代表双方签署; 某某对某案情况作了介绍; those who lead guests lead no talks."""
    told = tell(
        "8月1日，云溪集团与青禾医院签署合作协议。云溪集团副总经理林静、青禾医院副院长何澄出席。林静副总经理和何澄副院长代表双方签署协议。",
        "8月2日，区公安局召开赃物返还大会。副局长宋知行对春季行动开展情况作了介绍。",
        "8月3日，区长陆鸣远与云溪集团董事长许清率领的考察组座谈。",
    )
    assert {("林静", "participant"), ("何澄", "participant")} <= told.roles("签署合作协议")
    assert ("宋知行", "speaker") in told.roles("赃物返还大会")
    talks = next(label for label in told.labels("event") if label.endswith("座谈"))
    assert told.roles(talks) == {("陆鸣远", "participant"), ("许清", "participant")}


def test_a_sum_of_all_is_no_group_of_others_and_nobody_wins_at_an_opening() -> None:
    """甲、乙，某局全体人员，共150余人参加: all did; 据了解，本次竞赛由…主办, 获得一等奖 behind a 开幕式."""
    told = tell(
        "8月1日，荷溪清明祭扫仪式举行。副区长林静同志，区水务局局长何澄同志，烈士家属代表，共150余人参加仪式。",
        "8月2日，青禾区职工焊接技能竞赛举行。副区长高澜出席竞赛开幕式。据了解，本次竞赛由区总工会主办。教师宋知行获得一等奖。",
    )
    assert {("林静", "attendee"), ("何澄", "attendee")} <= told.roles("荷溪清明祭扫仪式")
    assert {("区总工会", "organizer"), ("宋知行", "winner")} <= told.roles("青禾区职工焊接技能竞赛")


def test_a_row_that_is_honoured_gives_nothing() -> None:
    """某某为甲、乙颁奖, whatever the row says of them: those who are given to hand nothing over."""
    told = tell(
        "8月1日，青禾区表彰大会举行。区委书记陆鸣远为获得劳动模范称号的林静、区医院医生何澄颁奖。",
    )
    assert {name for name, role in told.roles("青禾区表彰大会") if role == "presenter"} == {"陆鸣远"}


def test_bodies_gone_to_do_not_speak() -> None:
    """某局走进某校为新生讲授…: the school is only where; who is asked to teach over a long way teaches."""
    told = tell("8月1日，区司法局走进荷溪中学为新生讲授“法治第一课”。")
    assert {name for name, _ in told.roles(told.labels("event")[0])} == {"区司法局"}
    told = tell("8月1日，区林业局聘请青禾学院教授林静赴云溪、荷塘等13个林果重点乡镇，组织开展“送技到田”下乡活动。")
    assert ("林静", "participant") in told.roles("“送技到田”下乡活动")
