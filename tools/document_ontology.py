"""Write what is generated from the ontology: the page for people, the diagram, the file of concepts.

Run it after changing `ontology/press.ttl`, the shapes or the concepts: `python tools/document_ontology.py`. A test
compares what it gives with what lies in the repository.
"""

import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path

import rdflib
from draw_ontology import PRESS, diagram, short
from rdflib.namespace import OWL, RDF, RDFS, SH, SKOS

from kg.mapping import concept_quads
from kg.vocabulary import CONCEPTS, SCHEMES, compact
from kg.writing import export

ROOT = Path(__file__).resolve().parent.parent
ONTOLOGY, SHAPES = ROOT / "ontology" / "press.ttl", ROOT / "shapes" / "press.shacl.ttl"
STYLE = """
body{font:16px/1.6 'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif;max-width:62rem;margin:2rem auto;
padding:0 1rem;color:#1f2933}
h2{border-bottom:2px solid #d5dde5;margin-top:3rem} h3{margin:2rem 0 .3rem}
code{background:#f0f4f8;padding:0 .2rem} table{border-collapse:collapse;width:100%}
td,th{border:1px solid #d5dde5;padding:.25rem .5rem;vertical-align:top;text-align:left} .en{color:#52606d}
svg{width:100%;height:auto} nav a{margin-right:.7rem;white-space:nowrap}
"""


RULES = """# The shapes: what a graph must keep to 形状：图须遵守的规则

Generated from [press.shacl.ttl](../shapes/press.shacl.ttl) by `tools/document_ontology.py`. One shape a constraint; its name stands in reports.
由形状文件生成；一条约束一个形状，校验报告中以其名称指称。
"""


def rules(shapes: rdflib.Graph) -> str:
    """Return the page of all constraints, class by class, with their messages in both languages."""
    parts = [RULES]
    for node in sorted(shapes.subjects(RDF.type, SH.NodeShape)):
        targets = sorted(compact(str(target)) for target in shapes.objects(node, SH.targetClass))
        rows = sorted(shapes.objects(node, SH.property))
        if targets and rows:
            parts.append(f"\n## {', '.join(targets)}\n\n| shape | 说明 | message |\n|---|---|---|")
            parts += [
                f"| {str(row).rsplit('#', 1)[-1]} | {_told(shapes, row, 'zh')} | {_told(shapes, row, 'en')} |"
                for row in rows
            ]
    return "\n".join(parts) + "\n"


def _told(shapes: rdflib.Graph, shape: rdflib.term.Node, language: str) -> str:
    found = (str(m) for m in shapes.objects(shape, SH.message) if getattr(m, "language", None) == language)
    return next(found, "").replace("|", "\\|")


def outputs() -> dict[Path, str]:
    """Return the files that are generated, and what they hold."""
    ontology, shapes = rdflib.Graph().parse(ONTOLOGY), rdflib.Graph().parse(SHAPES)
    picture = diagram(ontology)
    return {
        ROOT / "docs" / "ontology-classes.svg": picture,
        ROOT / "docs" / "ontology-reference.html": page(ontology, shapes, picture),
        ROOT / "docs" / "shapes-reference.md": rules(shapes),
        ROOT / "ontology" / "concepts.ttl": concepts(),
    }


def concepts() -> str:
    """Return the concepts as Turtle."""
    quads = (quad for each in CONCEPTS.values() for quad in concept_quads(each))
    with tempfile.TemporaryDirectory() as folder:
        return export(quads, "turtle", Path(folder) / "concepts.ttl").read_text(encoding="utf-8")


def page(ontology: rdflib.Graph, shapes: rdflib.Graph, picture: str) -> str:
    """Return the page: classes, properties, terms of other vocabularies, concepts, rules."""
    own = sorted((each for each in ontology.subjects(RDFS.isDefinedBy)), key=str)
    classes = [each for each in own if (each, RDF.type, OWL.Class) in ontology]
    properties = [each for each in own if each not in classes]
    others = sorted((each for each in ontology.subjects(SKOS.scopeNote)), key=str)
    version = ontology.value(predicate=RDF.type, object=OWL.Ontology)
    parts = [
        f"<h1>报章知识图谱本体 <span class='en'>The PressGraph ontology</span> {ontology.value(version, OWL.versionInfo)}</h1>",
        f"<p>命名空间 Namespace: <code>{PRESS}</code> (<code>press:</code>)</p>",
        f"<p>版本 Version: <code>{ontology.value(version, OWL.versionIRI)}</code></p>",
        "<nav>" + "".join(f"<a href='#{short(each)}'>{short(each)}</a>" for each in own) + "</nav>",
        picture,
        "<h2>类 Classes</h2>",
        *(part for each in classes for part in _term(ontology, shapes, each)),
        "<h2>属性 Properties</h2>",
        *(part for each in properties for part in _term(ontology, shapes, each)),
        "<h2>借用的词 Terms of other vocabularies</h2>",
        _table(("词 term", "用法 use"), (_other(ontology, each) for each in others)),
        "<h2>概念 Concepts</h2>",
        *_schemes(),
    ]
    head = (
        f"<!DOCTYPE html>\n<html lang='zh'><head><meta charset='utf-8'><title>PressGraph</title><style>{STYLE}</style>"
    )
    return head + "</head><body>\n" + "\n".join(parts) + "\n</body></html>\n"


def _term(ontology: rdflib.Graph, shapes: rdflib.Graph, term: rdflib.term.Node) -> Iterator[str]:
    yield f"<h3 id='{short(term)}'><code>press:{short(term)}</code> {_both(ontology, term, RDFS.label, ' / ')}</h3>"
    yield f"<p>{_both(ontology, term, RDFS.comment)}</p>"
    yield f"<p>例 Example: {_both(ontology, term, SKOS.example, ' / ')}</p>"
    rows = [
        (label, ", ".join(sorted(_code(each) for each in found)))
        for label, predicates in _FACTS.items()
        if (found := [each for predicate in predicates for each in ontology.objects(term, predicate)])
    ]
    yield _table(("", ""), rows)
    if rules := list(_rules(shapes, term)):
        yield "<details><summary>规则 Rules</summary>" + _table(("规则 rule", "说明 message"), rules) + "</details>"


_SCHEMA = rdflib.Namespace("https://schema.org/")
_FACTS = {
    "上级 above": (RDFS.subClassOf, RDFS.subPropertyOf),
    "用于 of": (RDFS.domain, _SCHEMA.domainIncludes),
    "取值 leads to": (RDFS.range, _SCHEMA.rangeIncludes),
    "参见 see also": (RDFS.seeAlso,),
    "互斥 disjoint with": (OWL.disjointWith,),
}


def _rules(shapes: rdflib.Graph, term: rdflib.term.Node) -> Iterator[tuple[str, str]]:
    """Give the rules of a class, or those on a property."""
    nodes = {*shapes.subjects(SH.path, term)}
    for shape in shapes.subjects(SH.targetClass, term):
        nodes |= {shape, *shapes.objects(shape, SH.property)}
    for node in sorted(nodes, key=str):
        if (node, SH.message, None) in shapes:
            yield f"<code>{short(node)}</code>", _both(shapes, node, SH.message)


def _schemes() -> Iterator[str]:
    for scheme, (zh, en) in SCHEMES.items():
        yield f"<h3 id='scheme-{scheme}'><code>{scheme}</code> {zh} / <span class='en'>{en}</span></h3>"
        rows = (
            (f"<code>{c.notation}</code>", f"{c.zh} / <span class='en'>{c.en}</span>")
            for c in CONCEPTS.values()
            if c.scheme == scheme
        )
        yield _table(("代号 notation", "名称 label"), rows)


def _other(ontology: rdflib.Graph, term: rdflib.term.Node) -> tuple[str, str]:
    return _code(term), _both(ontology, term, SKOS.scopeNote)


def _both(graph: rdflib.Graph, term: rdflib.term.Node, predicate: rdflib.URIRef, between: str = "<br>") -> str:
    said = {
        each.language: escape(str(each)) for each in graph.objects(term, predicate) if isinstance(each, rdflib.Literal)
    }
    return f"{said['zh']}{between}<span class='en'>{said['en']}</span>"


def _code(node: rdflib.term.Node) -> str:
    name = compact(str(node))
    return f"<a href='#{short(node)}'><code>{name}</code></a>" if name.startswith("press:") else f"<code>{name}</code>"


def _table(head: tuple[str, str], rows: Iterator[tuple[str, str]] | list[tuple[str, str]]) -> str:
    top = f"<tr><th>{head[0]}</th><th>{head[1]}</th></tr>" if any(head) else ""
    return "<table>" + top + "".join(f"<tr><td>{one}</td><td>{two}</td></tr>" for one, two in rows) + "</table>"


def main() -> int:
    """Write the files."""
    for path, text in outputs().items():
        path.write_text(text, encoding="utf-8", newline="\n")
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
