"""Who does what without a name, and who comes to what closes another event."""

from tests.annotating.told import tell


def test_the_closing_ceremony_of_what_takes_days_is_an_event_apart() -> None:
    """Who comes to it, closes and chairs it does so there; one wins at the contest."""
    told = tell(
        "8月20日，为期6天的青禾区第七届运动会落下帷幕。区委书记陈望舒宣布运动会闭幕，区领导林静、何澄出席闭幕式并颁奖。",
        "闭幕式由副区长高澜主持。经过角逐，教师宋知行获得男子100米冠军。",
    )
    assert told.roles("闭幕式") >= {
        ("陈望舒", "host"),
        ("林静", "attendee"),
        ("何澄", "presenter"),
        ("高澜", "chair"),
    }
    assert told.roles("青禾区第七届运动会") == {("宋知行", "winner")}


def test_places_sign_with_one_another_and_the_police_catch() -> None:
    """甲与乙签订协议: both, places too; 被…抓获: the body by which."""
    told = tell("8月20日，青禾区与荷塘集团签订旅游合作协议。")
    assert told.roles("签订旅游合作协议") == {("青禾区", "participant"), ("荷塘集团", "participant")}
    told = tell("8月20日，涉嫌盗窃的嫌疑人李某被区公安局柳林派出所民警抓获。")
    assert told.roles("嫌疑人李某被区公安局柳林派出所民警抓获") == {("区公安局柳林派出所", "organizer")}
