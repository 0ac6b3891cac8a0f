"""Writes `small.nq`, a graph by hand in the project's vocabulary: three articles of two papers about one district.

Run `python tests/data/make_small.py` after a change. It knows nothing of `kg`, so that storing and querying are tested
against the vocabulary and not against our own mapping. Offsets are looked up in the text, never counted by hand.
"""

# ruff: noqa: PLR0917 - the sentences below read better without keywords

import re
from pathlib import Path

PREFIXES = {
    "press": "https://w3id.org/pressgraph/ontology#",
    "id": "https://w3id.org/pressgraph/id/",
    "c": "https://w3id.org/pressgraph/concept/",
    "org": "http://www.w3.org/ns/org#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "schema": "https://schema.org/",
    "dcterms": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
SUPERCLASSES = {
    "press:Official": ["press:Person", "schema:Person"],
    "press:Person": ["schema:Person"],
    "press:Organization": ["org:Organization"],
    "press:Place": ["schema:Place"],
    "press:Event": ["press:Activity", "sem:Event"],
    "press:Campaign": ["press:Activity"],
    "press:Tenure": ["press:Claim", "org:Membership"],
    "press:Participation": ["press:Claim"],
    "press:Figure": ["press:Claim"],
    "press:Article": ["schema:NewsArticle"],
    "press:Page": ["schema:CreativeWork"],
    "press:Evidence": ["oa:SpecificResource", "oa:TextPositionSelector", "oa:TextQuoteSelector"],
    "press:When": [],
}
CONCEPTS = {
    "event-type/meeting": "会议",
    "event-type/inspection": "检查",
    "role/chair": "主持",
    "role/attendee": "参加",
    "role/organizer": "主办",
    "bound/exact": "确数",
    "bound/more-than": "超过",
    "status/incumbent": "在任",
    "precision/day": "日",
    "modality/happened": "已发生",
    "modality/planned": "计划",
    "figure-kind/level": "水平",
    "figure-kind/target": "目标",
}


def term(value: str) -> str:
    """Write a short form as an N-Triples term: `press:x`, `文@zh`, `2023-01-01^^xsd:date`, or a plain string."""
    if match := re.fullmatch(r"([a-z]+):([\w#/.-]*)", value, re.ASCII):
        return f"<{PREFIXES[match[1]]}{match[2]}>"
    if match := re.fullmatch(r"(.*)\^\^xsd:(\w+)", value):
        return f'"{match[1]}"^^<{PREFIXES["xsd"]}{match[2]}>'
    text, tag = (value[:-3], value[-3:]) if value.endswith(("@zh", "@en")) else (value, "")
    return '"' + text.replace("\n", "\\n") + '"' + tag


class ArticleGraph:
    """Collects the triples of one article's graph."""

    def __init__(self, name: str, text: str, source: str, paper: str, day: str) -> None:
        self.name, self.text = name, text
        self.lines: set[str] = set()
        self.iri = f"id:article/{name}"
        page = f"id:page/{name}"
        self.node(
            self.iri,
            "press:Article",
            {
                "schema:headline": text.split("\n", maxsplit=1)[0] + "@zh",
                "schema:datePublished": f"{day}^^xsd:date",
                "schema:isPartOf": page,
                "press:textHash": f"hash-{name}",
                "press:sourceFile": source,
                "schema:articleBody": text,
            },
        )
        self.node(
            page,
            "press:Page",
            {
                "press:newspaper": f"{paper}@zh",
                "schema:datePublished": f"{day}^^xsd:date",
                "press:pageNumber": "1",
                "press:sourceFile": source,
                "press:sourceHash": f"hash-page-{name}",
            },
        )

    def node(self, iri: str, kind: str, properties: dict[str, str | list[str]]) -> str:
        """State a node with its classes and properties."""
        for value in (kind, *SUPERCLASSES[kind]):
            self.add(iri, "rdf:type", value)
        for name, values in properties.items():
            for value in [values] if isinstance(values, str) else values:
                self.add(iri, name, value)
        return iri

    def add(self, subject: str, predicate: str, value: str) -> None:
        """State one triple."""
        self.lines.add(f"{term(subject)} {term(predicate)} {term(value)} {term(self.iri)} .")

    def quote(self, words: str, within: str | None = None) -> str:
        """State the evidence of these words, the first of the text or the first of a clause."""
        start = self.text.index(within) + within.index(words) if within else self.text.index(words)
        end = start + len(words)
        return self.node(
            f"id:evidence/{self.name}-{start}-{end}",
            "press:Evidence",
            {
                "oa:hasSource": self.iri,
                "oa:exact": words,
                "oa:start": f"{start}^^xsd:integer",
                "oa:end": f"{end}^^xsd:integer",
                "press:sourceStart": f"{start + 10}^^xsd:integer",
                "press:sourceEnd": f"{end + 10}^^xsd:integer",
            },
        )

    def thing(self, iri: str, kind: str, label: str, printed: str, **more: str | list[str]) -> str:
        """State a thing by its label, where it is printed, and more properties (`press__when` for `press:when`)."""
        forms = {} if printed == label else {"skos:altLabel": f"{printed}@zh"}
        extra = {key.replace("__", ":"): value for key, value in more.items()}
        return self.node(
            iri, kind, {"rdfs:label": f"{label}@zh", **forms, "press:mentionedIn": self.quote(printed), **extra}
        )

    def when(self, words: str, first: str, last: str, precision: str, anchor: str) -> str:
        """State a time."""
        return self.node(
            f"id:when/{self.name}-{first}",
            "press:When",
            {
                "press:earliest": f"{first}^^xsd:date",
                "press:latest": f"{last}^^xsd:date",
                "press:asWritten": words,
                "press:precision": f"c:precision/{precision}",
                "press:anchor": f"{anchor}^^xsd:date",
                "prov:wasDerivedFrom": self.quote(words),
            },
        )

    def claim(self, iri: str, kind: str, clause: str, rule: str, **more: str) -> str:
        """State a claim that rests on a clause."""
        extra = {key.replace("__", ":"): value for key, value in more.items()}
        return self.node(f"id:{iri}", kind, {"press:rule": rule, "prov:wasDerivedFrom": self.quote(clause), **extra})

    def tenure(self, who: str, where: str, title: str, day: str, clause: str, status: str = "incumbent") -> str:
        """State a post."""
        return self.claim(
            f"tenure/{self.name}-{who}",
            "press:Tenure",
            clause,
            "post-before-name",
            org__member=f"id:person/{who}",
            org__organization=f"id:organization/{where}",
            press__title=f"{title}@zh",
            press__asOf=f"{day}^^xsd:date",
            press__status=f"c:status/{status}",
        )

    def takes_part(
        self, agent: str, activity: str, role: str, clause: str, modality: str = "happened", **more: str
    ) -> str:
        """State a participation."""
        return self.claim(
            f"participation/{self.name}-{agent.replace('/', '-')}-{role}",
            "press:Participation",
            clause,
            f"{role}-by-verb",
            press__agent=f"id:{agent}",
            press__activity=f"id:{activity}",
            press__role=f"c:role/{role}",
            press__modality=f"c:modality/{modality}",
            **more,
        )

    def figure(
        self,
        value: str,
        unit: str,
        counted: str,
        written: str,
        about: str,
        clause: str,
        bound: str = "exact",
        kind: str = "level",
    ) -> str:
        """State a figure."""
        return self.claim(
            f"figure/{self.name}-{value}",
            "press:Figure",
            clause,
            "number-unit",
            press__value=f"{value}^^xsd:decimal",
            press__unit=unit,
            press__counted=f"{counted}@zh",
            press__asWritten=written,
            press__about=f"id:{about}",
            press__bound=f"c:bound/{bound}",
            press__figureKind=f"c:figure-kind/{kind}",
            press__modality="c:modality/" + ("planned" if kind == "target" else "happened"),
        )


def first() -> ArticleGraph:
    """State a meeting with chair and attendee, two figures, a campaign."""
    g = ArticleGraph(
        "a1",
        "云溪区召开春耕工作会议\n本报记者 何青\n3月4日，云溪区召开春耕工作会议，推进粮食安全行动。"
        "区委书记林致远主持会议，副区长苏映雪参加会议。\n全区已备种子1200吨，发动群众6.5万余人。",
        "a.txt",
        "云溪日报",
        "2023-03-05",
    )
    he = g.thing("id:person/he", "press:Person", "何青", "何青")
    g.add(g.iri, "schema:author", he)
    g.thing("id:person/lin", "press:Official", "林致远", "林致远")
    g.thing("id:person/su", "press:Official", "苏映雪", "苏映雪")
    g.thing("id:organization/quwei", "press:Organization", "中共云溪区委员会", "区委")
    g.thing("id:organization/qufu", "press:Organization", "云溪区人民政府", "副区长")
    yunxi = g.thing("id:place/yunxi", "press:Place", "云溪区", "云溪区")
    drive = g.thing(
        "id:campaign/grain", "press:Campaign", "粮食安全行动", "粮食安全行动", press__modality="c:modality/happened"
    )
    g.thing(
        "id:event/spring",
        "press:Event",
        "春耕工作会议",
        "春耕工作会议",
        sem__eventType="c:event-type/meeting",
        sem__hasPlace=yunxi,
        press__underCampaign=drive,
        press__modality="c:modality/happened",
        press__when=g.when("3月4日", "2023-03-04", "2023-03-04", "day", "2023-03-05"),
    )
    lin = g.tenure("lin", "quwei", "书记", "2023-03-05", "区委书记林致远")
    su = g.tenure("su", "qufu", "副区长", "2023-03-05", "副区长苏映雪")
    g.takes_part("place/yunxi", "event/spring", "organizer", "云溪区召开春耕工作会议")
    g.takes_part("person/lin", "event/spring", "chair", "区委书记林致远主持会议", press__inCapacity=lin)
    g.takes_part("person/su", "event/spring", "attendee", "副区长苏映雪参加会议", press__inCapacity=su)
    g.figure("1200", "吨", "种子", "1200吨", "place/yunxi", "全区已备种子1200吨")
    g.figure("65000", "人", "群众", "6.5万余人", "event/spring", "发动群众6.5万余人", bound="more-than")
    return g


def second() -> ArticleGraph:
    """State what another paper says of the same meeting, with another figure; a sub-campaign."""
    g = ArticleGraph(
        "a2",
        "春耕会议昨召开\n3月4日的春耕工作会议上，区长苏映雪说，全区已备种子900吨，目标1500吨。\n晚稻育秧百日会战是粮食安全行动的一部分。",
        "b.txt",
        "云溪晚报",
        "2023-03-06",
    )
    g.thing("id:person/su", "press:Official", "苏映雪", "苏映雪")
    g.thing("id:organization/qufu", "press:Organization", "云溪区人民政府", "区长")
    drive = g.thing(
        "id:campaign/grain", "press:Campaign", "粮食安全行动", "粮食安全行动", press__modality="c:modality/happened"
    )
    g.thing(
        "id:campaign/rice",
        "press:Campaign",
        "晚稻育秧百日会战",
        "晚稻育秧百日会战",
        dcterms__isPartOf=drive,
        press__modality="c:modality/happened",
    )
    yunxi = g.thing("id:place/yunxi", "press:Place", "云溪区", "全区")
    g.thing(
        "id:event/spring",
        "press:Event",
        "春耕工作会议",
        "春耕工作会议",
        sem__eventType="c:event-type/meeting",
        sem__hasPlace=yunxi,
        press__modality="c:modality/happened",
        press__when=g.when("3月4日", "2023-03-04", "2023-03-04", "day", "2023-03-06"),
    )
    g.tenure("su", "qufu", "区长", "2023-03-06", "区长苏映雪")
    g.takes_part("person/su", "event/spring", "attendee", "3月4日的春耕工作会议上，区长苏映雪说")
    g.figure("900", "吨", "种子", "900吨", "place/yunxi", "全区已备种子900吨")
    g.figure("1500", "吨", "种子", "1500吨", "place/yunxi", "目标1500吨", kind="target")
    return g


def third() -> ArticleGraph:
    """State an inspection that is planned, an organization under another, a campaign's figure."""
    g = ArticleGraph(
        "a3",
        "柳河街道将开展秧田检查\n柳河街道办事处将于4月2日开展秧田检查，区委书记林致远带队。\n晚稻育秧百日会战中，柳河街道育秧320亩。",
        "c.txt",
        "云溪日报",
        "2023-03-30",
    )
    g.thing("id:person/lin", "press:Official", "林致远", "林致远")
    g.thing("id:organization/quwei", "press:Organization", "中共云溪区委员会", "区委")
    g.thing(
        "id:organization/liuhe",
        "press:Organization",
        "云溪区柳河街道办事处",
        "柳河街道办事处",
        org__subOrganizationOf="id:organization/qufu",
    )
    g.add("id:organization/qufu", "rdf:type", "press:Organization")
    liuhe = g.thing("id:place/liuhe", "press:Place", "云溪区柳河街道", "柳河街道")
    g.thing(
        "id:campaign/rice",
        "press:Campaign",
        "晚稻育秧百日会战",
        "晚稻育秧百日会战",
        press__modality="c:modality/happened",
    )
    g.thing(
        "id:event/check",
        "press:Event",
        "开展秧田检查",
        "开展秧田检查",
        sem__eventType="c:event-type/inspection",
        sem__hasPlace=liuhe,
        press__modality="c:modality/planned",
        press__underCampaign="id:campaign/rice",
        press__when=g.when("4月2日", "2023-04-02", "2023-04-02", "day", "2023-03-30"),
    )
    lin = g.tenure("lin", "quwei", "书记", "2023-03-30", "区委书记林致远")
    g.takes_part(
        "organization/liuhe", "event/check", "organizer", "柳河街道办事处将于4月2日开展秧田检查", modality="planned"
    )
    g.takes_part("person/lin", "event/check", "chair", "区委书记林致远带队", modality="planned", press__inCapacity=lin)
    g.figure("320", "亩", "育秧", "320亩", "campaign/rice", "柳河街道育秧320亩")
    return g


def tables() -> set[str]:
    """State what stands beside the articles: concepts, and which place lies in which."""
    lines = set()
    for name, label in CONCEPTS.items():
        for predicate, value in (
            ("rdf:type", "skos:Concept"),
            ("rdfs:label", f"{label}@zh"),
            ("rdfs:label", f"{name.partition('/')[2]}@en"),
            ("skos:notation", name.partition("/")[2]),
        ):
            lines.add(f"{term('c:' + name)} {term(predicate)} {term(value)} {term('id:graph/concepts')} .")
    liuhe, yunxi, graph = (term(name) for name in ("id:place/liuhe", "id:place/yunxi", "id:graph/divisions"))
    lines.add(f"{liuhe} {term('schema:containedInPlace')} {yunxi} {graph} .")
    return lines


if __name__ == "__main__":
    quads = sorted(set().union(*(graph.lines for graph in (first(), second(), third())), tables()))
    Path(__file__).with_name("small.nq").write_text("\n".join(quads) + "\n", encoding="utf-8", newline="\n")
