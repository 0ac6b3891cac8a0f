"""Names of events: what they take in, and which of them are one."""

import pytest

from tests.annotating.told import tell


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("8月20日，区委书记陈望舒主持召开十二届区委常委会第57次会议。", ["十二届区委常委会第57次会议"]),
        ("8月20日，区消防救援大队开展消防安全培训及演练活动。", ["消防安全培训及演练活动"]),
        ("8月20日，柳林社区举办重阳节饺子宴。", ["重阳节饺子宴"]),
        ("8月20日，区退役军人事务局组织立功喜报送达活动。", ["立功喜报送达活动"]),
        ("8月20日，青禾黄河风情旅游节、柳林美食节在荷花湖景区开幕。", ["青禾黄河风情旅游节", "柳林美食节"]),
        ("8月20日，柳林社区邻里理事会在小区广场举办了重阳节联欢会。", ["重阳节联欢会"]),
    ],
)
def test_names_with_sessions_rows_feasts_and_verbs_inside(words: str, labels: list[str]) -> None:
    """What else a name takes in; a body that holds something is none."""
    assert tell(words).labels("event") == labels


def test_a_bare_name_joins_no_event_with_another_number() -> None:
    """运动会 in between does not make one of the seventh and the third."""
    told = tell("8月20日，青禾区第七届运动会闭幕。区长陆鸣远说，运动会开得好，明年还将举行全市第三届老年人运动会。")
    assert {"青禾区第七届运动会", "全市第三届老年人运动会"} <= set(told.labels("event"))
