"""Parameters by which the saved queries are asked of the small graph; a query without parameters is not among them."""

SMALL: dict[str, dict[str, str]] = {
    "attendees": {"event": "春耕工作会议"},
    "campaign-events": {"campaign": "粮食"},
    "campaign-figures": {"campaign": "粮食安全行动"},
    "campaigns": {"name": "百日"},
    "companions": {"person": "林致远"},
    "events-at": {"place": "云溪区"},
    "events": {"from": "2023-03-01", "to": "2023-03-31"},
    "facts": {"headline": "春耕工作会议"},
    "figures-about": {"name": "云溪区"},
    "figures": {"unit": "吨"},
    "is-official": {"person": "林致远"},
    "meetings": {"name": "春耕"},
    "names": {"name": "区委"},
    "officials-of": {"organization": "区委"},
    "organizations-under": {"organization": "云溪区人民政府"},
    "person-graph": {"person": "苏映雪"},
    "post-holders": {"title": "书记"},
    "posts": {"person": "苏映雪"},
    "quotes": {"name": "苏映雪"},
    "timeline": {"person": "林致远"},
}
