"""Articles about a district that does not exist, resolved by hand, to test with."""

from datetime import date
from decimal import Decimal

from kg.model.article import Article, Byline, Line, LineRole
from kg.model.facts import Facts, Figure, Merge, Participation, ResolvedArticle, Tenure, Thing, When
from kg.model.source import Locality, OffsetMap, Span

CITY = Locality(name="云溪市", code="990100")
DISTRICT = Locality(name="青禾区", code="990102")
LINES: tuple[tuple[LineRole, str], ...] = (
    ("kicker", "数字里的青禾"),
    ("headline", "青禾区召开湖岸整治推进会"),
    ("subheadline", "三处湖湾年内复绿"),
    ("byline", "记者 林小满"),
    ("paragraph", "8月20日，青禾区委召开湖岸整治推进会，区委书记陈望舒主持会议，6.5万余人受益。"),
    ("paragraph", "会议要求，清湖行动年内再清淤三公里。"),
)


def span(text: str, words: str, after: str = "") -> Span:
    """Return where words stand, after other words."""
    start = text.index(words, text.index(after))
    return Span(start, start + len(words))


def article(lines: tuple[tuple[LineRole, str], ...] = LINES, *, start: int = 0, **changes: object) -> Article:
    """Return an article of these lines, read from a text file as it stands."""
    text = "\n".join(words for _, words in lines)
    spans, at = [], 0
    for role, words in lines:
        spans.append(Line(role=role, span=Span(at, at + len(words))))
        at += len(words) + 1
    values: dict[str, object] = {
        "iri": None, "source_start": start, "kind": "article", "text": text, "lines": tuple(spans), "bylines": (),
        "dateline": None, "offsets": OffsetMap.identity(len(text)), "source_files": ("qinghe/a2.txt",),
        "source_sha256": "ab" * 32, "encoding": "utf-8", "page": "A2", "newspaper": "青禾日报",
        "published": date(2031, 8, 24), "place": DISTRICT,
    }  # fmt: skip
    if any(role == "byline" for role, _ in lines):
        values["bylines"] = (Byline(role="记者", name="林小满", span=span(text, "林小满")),)
    return Article(**(values | changes))  # type: ignore[arg-type]


def meeting(**changes: object) -> ResolvedArticle:
    """Return the article of the meeting at the lake with all that it says: every class and property of the graph."""
    told = article(**changes)  # type: ignore[arg-type]
    text = told.text
    clause = span(text, "8月20日，青禾区委召开湖岸整治推进会，区委书记陈望舒主持会议，6.5万余人受益。")
    order = span(text, "会议要求，清湖行动年内再清淤三公里。")
    held = When(as_written="8月20日", span=span(text, "8月20日"), earliest=date(2031, 8, 20),
                latest=date(2031, 8, 20), precision="day", anchor=date(2031, 8, 24))  # fmt: skip
    year = When(as_written="年内", span=span(text, "年内"), earliest=date(2031, 1, 1), latest=date(2031, 12, 31),
                precision="year", anchor=date(2031, 8, 24))  # fmt: skip
    things = (
        Thing(key="lin", kind="person", label="林小满", mentions=(span(text, "林小满"),), rule="byline"),
        Thing(key="chen", kind="person", label="陈望舒", mentions=(span(text, "陈望舒"),), rule="post-name",
              jurisdiction=DISTRICT, official=True),
        Thing(key="committee", kind="organization", label="中共云溪市青禾区委员会", rule="organ", jurisdiction=DISTRICT,
              mentions=(span(text, "青禾区委"), span(text, "区委", "，区委书记")), parents=("city",)),
        Thing(key="city", kind="organization", label="中共云溪市委员会", rule="organ", jurisdiction=CITY,
              mentions=(span(text, "青禾区委"),)),
        Thing(key="district", kind="place", label="青禾区", mentions=(span(text, "青禾区"),), rule="division",
              locality=DISTRICT),
        Thing(key="meeting", kind="event", label="湖岸整治推进会", rule="event-noun", event_types=("meeting",),
              mentions=(span(text, "湖岸整治推进会", "8月"),), whens=(held,), places=("district",),
              campaigns=("lake",), modalities=("happened",)),
        Thing(key="lake", kind="campaign", label="清湖行动", mentions=(span(text, "清湖行动"),), rule="campaign-noun",
              campaigns=("clean",), whens=(year,), modalities=("required",)),
        Thing(key="clean", kind="campaign", label="湖岸整治", mentions=(span(text, "湖岸整治", "8月"),),
              rule="campaign-noun", modalities=("happened",)),
    )  # fmt: skip
    facts = Facts(
        things=things,
        tenures=(Tenure(person="chen", title="区委书记", organization="committee", status="incumbent",
                        evidence=(clause,), rule="post-name", post="party-secretary"),),
        participations=(
            Participation(activity="meeting", agent="chen", role="chair", modality="happened", evidence=(clause,),
                          rule="chair-verb", in_capacity=0),
            Participation(activity="meeting", agent="committee", role="organizer", modality="happened",
                          evidence=(clause,), rule="convene-verb"),
        ),
        figures=(
            Figure(unit="人", as_written="6.5万余人", bound="more-than", kind="level", modality="happened",
                   evidence=(clause,), rule="number", value=Decimal(65000), minimum=Decimal(65000),
                   about=("meeting",), counted="受益人"),
            Figure(unit="公里", as_written="三公里", bound="exact", kind="change", modality="required",
                   evidence=(order,), rule="number", value=Decimal(3), maximum=Decimal(3), about=("lake",), when=year,
                   place="district"),
        ),
        merges=(Merge(kept="committee", merged_form="区委", evidence=(span(text, "区委", "，区委书记"),),
                      rule="level-word"),),
    )  # fmt: skip
    return ResolvedArticle(article=told, facts=facts, divisions=((DISTRICT, CITY), (CITY, None)))
