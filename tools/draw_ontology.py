"""The diagram of the ontology, drawn from the file: classes with their properties, and what links to what."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from kg.vocabulary import compact

PRESS = rdflib.Namespace("https://w3id.org/pressgraph/ontology#")
SCHEMA = rdflib.Namespace("https://schema.org/")
COLUMNS = (
    ("Page", "Article", "Evidence", "When"),
    ("Claim", "Tenure", "Participation", "Figure", "Merge"),
    ("Person", "Official", "Organization", "Place"),
    ("Activity", "Event", "Campaign"),
)
"""Where classes stand, from left to right: sources, claims, things, activities. A class not named here comes last."""
WIDTH, GAP, LINE, PAD, HEAD = 310, 80, 17, 10, 26
INK, PALE = "#1f2933", "#f7f9fb"
COLOURS = ("#2e7d4f", "#1f6fb2", "#c0392b", "#8e5a00")
Box = tuple[int, int, int, str]
"""Left, top, height, colour."""
FONT = "'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif"


def diagram(graph: rdflib.Graph) -> str:
    """Return the picture as SVG; the same file gives the same bytes."""
    boxes = dict(_places(graph))
    height = max(y + h for _, y, h, _ in boxes.values()) + 30
    width = len(COLUMNS) * (WIDTH + GAP) - GAP + 60
    parts = [*_edges(graph, boxes), *(part for name, box in boxes.items() for part in _box(graph, name, box))]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="{FONT}" font-size="12">'
    )
    marker = (
        '<defs><marker id="above" viewBox="0 0 10 10" refX="10" refY="5" markerWidth="9" markerHeight="9" orient="auto">'
        f'<path d="M0 0 L10 5 L0 10 z" fill="#fff" stroke="{INK}"/></marker></defs>'
    )
    return "\n".join([head, marker, f'<rect width="{width}" height="{height}" fill="#fff"/>', *parts, "</svg>"]) + "\n"


def properties_of(graph: rdflib.Graph, name: str) -> list[tuple[str, list[str]]]:
    """Return the lines of a class's box: each property, and the classes that it leads to."""
    lines = []
    for each in sorted({*graph.subjects(RDFS.isDefinedBy), *graph.subjects(SKOS.scopeNote)}, key=_own_last):
        if PRESS[name] in {*graph.objects(each, RDFS.domain), *graph.objects(each, SCHEMA.domainIncludes)}:
            ranges = {*graph.objects(each, RDFS.range), *graph.objects(each, SCHEMA.rangeIncludes)}
            classes = sorted(short(target) for target in ranges if str(target).startswith(PRESS))
            lines.append(
                (f"{compact(str(each)).removeprefix('press:')} → {', '.join(sorted(map(short, ranges)))}", classes)
            )
    return lines


def _own_last(term: rdflib.term.Node) -> tuple[bool, str]:
    return str(term).startswith(PRESS), str(term)


def short(node: rdflib.term.Node) -> str:
    """Return the last part of an IRI."""
    return str(node).replace("#", "/").rpartition("/")[2]


def _classes(graph: rdflib.Graph) -> list[str]:
    return sorted(short(each) for each in graph.subjects(RDF.type, OWL.Class) if str(each).startswith(PRESS))


def _places(graph: rdflib.Graph) -> Iterator[tuple[str, Box]]:
    names = _classes(graph)
    placed = {name for column in COLUMNS for name in column}
    rest = tuple(name for name in names if name not in placed)
    for number, column in enumerate((*COLUMNS[:-1], (*COLUMNS[-1], *rest))):
        y = 30
        for name in (each for each in column if each in names):
            height = HEAD + PAD + LINE * len(properties_of(graph, name))
            yield name, (30 + number * (WIDTH + GAP), y, height, COLOURS[number])
            y += height + 34


def _box(graph: rdflib.Graph, name: str, box: Box) -> Iterator[str]:
    x, y, height, colour = box
    zh = next(str(label) for label in graph.objects(PRESS[name], RDFS.label) if label.language == "zh")
    yield f'<rect x="{x}" y="{y}" width="{WIDTH}" height="{height}" rx="5" fill="{PALE}" stroke="{colour}"/>'
    yield f'<text x="{x + PAD}" y="{y + 18}" font-weight="bold" font-size="14" fill="{colour}">{name} {escape(zh)}</text>'
    for row, (line, _) in enumerate(properties_of(graph, name)):
        yield f'<text x="{x + PAD}" y="{y + HEAD + PAD + LINE * row + 4}" fill="{INK}">{escape(line)}</text>'


def _edges(graph: rdflib.Graph, boxes: dict[str, Box]) -> Iterator[str]:
    for name, box in boxes.items():
        for above in sorted(graph.objects(PRESS[name], RDFS.subClassOf), key=str):
            if str(above).startswith(PRESS):
                yield _up(box, boxes[short(above)])
        for row, (_, targets) in enumerate(properties_of(graph, name)):
            y = box[1] + HEAD + PAD + LINE * row
            yield from (_across(box, y, boxes[each]) for each in targets if boxes[each][0] != box[0])


def _up(box: Box, above: Box) -> str:
    x, y = box[0], box[1]
    top = above[1] + 14
    return f'<path d="M{x} {y + 14} H{x - 14} V{top} H{x}" fill="none" stroke="{INK}" marker-end="url(#above)"/>'


def _across(start: Box, y: int, end: Box) -> str:
    """Draw a line from a property's row to the head of the class it leads to, in the colour of that class."""
    forward = start[0] < end[0]
    x1, x2 = (start[0] + WIDTH, end[0]) if forward else (start[0], end[0] + WIDTH)
    y2, middle = end[1] + 14, (x1 + x2) // 2
    curve = f"M{x1} {y} C{middle} {y} {middle} {y2} {x2} {y2}"
    return f'<path d="{curve}" fill="none" stroke="{end[3]}" stroke-opacity="0.45"/>'
