"""What tells that something happened: a word of report, or the report that a sentence goes on from."""

import pytest

from tests.annotating.told import tell


def modality(*paragraphs: str, counted: str = "20名", headline: str = "青禾区新闻") -> str:
    """Return the modality of a figure of an article."""
    (figure,) = (f for f in tell(*paragraphs, headline=headline).facts.figures if f.as_written == counted)
    return figure.modality


@pytest.mark.parametrize(
    "sentence",
    [
        "首期学员20名。",
        "本次招募志愿者20名。",
        "评选结束后，奖励园丁20名。",
        "全年培育工匠20名。",
        "荷花节9月开幕，歌手20名。",
        "家里每年收徒弟20名。",
        "要是办成了，学员20名。",
        "活动内容：表彰园丁20名。",
    ],
)
def test_nothing_has_happened_that_no_words_report(sentence: str) -> None:
    """A notice, a list of what is to be done, a habit and a condition tell of nothing that was."""
    assert modality(sentence) != "happened"


@pytest.mark.parametrize(
    "sentence",
    [
        "昨日，园丁20名。",
        "8月20日，学员20名。",
        "8月20日清晨6时许，学员20名。",
        "4日，学员20名。",
        "学校招到了园丁20名。",
        "共招园丁20名。",
        "区教育局表彰园丁20名。",
        "教师林小满带队，学员20名。",
        "区教育局在礼堂表彰园丁20名。",
        "青禾区现有园丁20名。",
    ],
)
def test_words_of_report_tell_what_happened(sentence: str) -> None:
    """A time that has been, 了, a word of result, and a verb of reporting behind somebody who acts."""
    assert modality(sentence) == "happened"


def test_a_sentence_goes_on_as_those_before_it_do() -> None:
    """Within a paragraph the last sentence that shows anything counts, at its head any report before it."""
    assert modality("8月20日，区教育局举行荷花节。学员20名。") == "happened"
    assert modality("8月20日，区教育局举行荷花节。", "学员20名。") == "happened"
    assert modality("8月20日，区教育局举行荷花节。下月，茶会将举行。学员20名。") == "planned"


def test_what_leads_up_to_a_report_belongs_to_it() -> None:
    """An opening that shows nothing is told of as the next sentence that does."""
    assert modality("学员20名，一间教室。8月20日，区教育局举行荷花节。") == "happened"
    assert modality("学员20名，一间教室。荷花节将于9月举行。") == "planned"


def test_titles_tell_what_their_articles_tell() -> None:
    """A headline needs no word of report."""
    assert modality("荷花节将于9月举行。", headline="青禾区园丁20名") == "happened"


HELD = "8月20日，区教育局举行荷花节。"


@pytest.mark.parametrize(
    "paragraphs",
    [
        (HELD, "这批花苗20名园丁来种，后天开工。"),
        (HELD, "本次花展名额20名，报满为止。"),
        (HELD, "花圃造在湖边，园丁20名。"),
        (HELD + "区长对下一步工作作出部署。园丁包干，学员20名。",),
        ("8月20日，记者获悉，荷花节将于下月举行。花船环湖，歌手20名。",),
        ("8月20日，记者获悉，荷花节将于下月举行。", "他说，花船环湖，歌手20名。"),
        (HELD + "“把园子扫干净，来园丁20名。”",),
        (HELD + "区里三个月内配园丁20名。",),
        (HELD + "局里督促各校在被水淹的校园里组织园丁20名。",),
    ],
)
def test_what_is_to_be_does_not_go_on_from_a_report(paragraphs: tuple[str, ...]) -> None:
    """A specification, a rule, what a demand or a preview opens, speech, or what nothing ties to the report."""
    assert modality(*paragraphs) != "happened"


@pytest.mark.parametrize(
    "paragraphs",
    [
        (HELD, "此外，花圃里歌手20名。"),
        (HELD, "区文联主席陈望舒到场，歌手20名。"),
        (HELD, "8月19日起开班，学员20名。"),
        (HELD, "据初步统计，受灾园丁20名。"),
        (HELD + "他说，明年还将举行。" + "各校园丁等20名参加会议。",),
        (HELD + "“明年我还来！”26岁的她说，同来的歌手20名。",),
        ("8月20日，区教育局举行荷花节，并要求各校办好。当时，歌手20名。",),
    ],
)
def test_what_is_tied_to_a_report_goes_on_from_it(paragraphs: tuple[str, ...]) -> None:
    """By a word that adds, somebody with a post, a day just past, those present; speech between does not matter."""
    assert modality(*paragraphs) == "happened"


def test_who_asks_for_something_did_speak() -> None:
    """What is asked for is to come, that somebody asked for it is not."""
    told = tell("8月20日，青禾区召开湖岸整治推进会。", "区委书记陈望舒强调，要在月底前完成种树。")
    assert ("陈望舒", "speaker", "happened") in {
        (next(t.label for t in told.facts.things if t.key == p.agent), p.role, p.modality)
        for p in told.facts.participations
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "讲座主讲人为林静，听众限20名。",
        "晚会节目单：独唱、快板等演员20名。",
        "投产之日，就是园丁20名上岗之时。",
        "困难家庭可申领补贴，首批20名。",
        "区图书馆向社会征集义工20名。",
        "全区的期待，是一支有20名老师的队伍。",
        "离荷花节还有几天，志愿者20名。",
        "海报上写得清楚，歌手20名。",
        "不走过场、不搞形式，扎扎实实培训学员20名。",
    ],
)
def test_notices_offers_and_hopes_report_nothing(sentence: str) -> None:
    """What a poster says, what can be applied for and what is hoped for is still to be."""
    assert modality(sentence) != "happened"
    assert modality("8月20日，区教育局举行荷花节。", sentence) != "happened"


@pytest.mark.parametrize(
    "paragraph",
    [
        "回首过去的一年，全区上下齐心，园丁20名进村。",
        "8月17～20日，园丁20名在湖心广场献艺。",
        "荷塘镇团结一心，取得了佳绩，园丁20名。",
    ],
)
def test_years_past_and_days_from_to_report(paragraph: str) -> None:
    """过去的一年, 17～20日 and 取得了 tell of what has been."""
    assert modality(paragraph) == "happened"


@pytest.mark.parametrize(
    "sentence",
    [
        "18日，多云，园丁20名。",
        "今天，最高气温9℃，园丁20名。",
        "招聘园丁20名，月薪3500元。",
        "节日在即，园丁20名。",
        "县里签约在即，区教育局表彰园丁20名。",
        "比赛奖励前两名，获得前三名的园丁20名。",
        "区图书馆招募园丁20名，报名截至9月5日。",
        "“把园子租下来，招园丁20名。”他说。",
        "茶话剧《花开了》招募园丁20名。",
        "园艺所本周四开讲，园丁20名。",
        "民生实事清单里，最惹眼的是配园丁20名。",
        "经费这样安排：修花圃，雇园丁20名。",
        "照这样下去，一年出师园丁20名。",
        "随着园艺所投产，园丁20名。",
        "到那一天，全村用上园丁20名。",
        "招满园丁20名不成问题。",
        "等手续批复下来，公司再招园丁20名。",
    ],
)
def test_forecasts_and_notices_report_nothing(sentence: str) -> None:
    """The weather of a day, posts to be filled, and what is near report nothing."""
    assert modality(sentence) != "happened"


@pytest.mark.parametrize(
    "sentence",
    [
        "开学在即，区教育局表彰园丁20名。",
        "教师节将至，区教育局走访园丁20名。",
        "区教育局只用两天就招园丁20名。",
        "区教育局新修花圃20名。",
        "不到三个小时，区教育局募得善款20名。",
        "学校来园丁20名，占全年计划的85%。",
        "林静，女，45岁，带园丁20名。",
        "合作社社员20名。",
        "“我们村420户，出了园丁20名。”",
        "“一斤卖8块钱，雇园丁20名。”",
        "区教育局把园丁20名换上新岗。",
        "区检察院批捕园丁20名。",
        "柳溪村请来园丁20名。",
        "荷花大赛落幕，园丁20名。",
        "两年间，园丁20名。",
        "区教育局成功举荐园丁20名。",
        "记者看到，园丁20名。",
        "区教育局超额完成任务，园丁20名。",
    ],
)
def test_occasions_results_and_states_report(sentence: str) -> None:
    """What is near is only the occasion; what was got in how much time, and what people and places have."""
    assert modality(sentence) == "happened"


def test_a_sum_of_what_is_to_be_is_to_be() -> None:
    """共 alone reports nothing behind a preview, in its paragraph or below."""
    preview = "荷花节将于9月举行。"
    assert modality(preview + "荷花节共设展位，园丁20名。") == "planned"
    assert modality(preview, "本届荷花节共有园丁20名。") == "planned"
    assert modality(preview + "截至目前，共有园丁20名。") == "happened"
