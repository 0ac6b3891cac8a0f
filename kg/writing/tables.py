"""CSV for spreadsheets, a table a class, and the CSVW file that says what the columns mean."""

import csv
import json
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from kg.ports import Term
from kg.vocabulary import expand, name
from kg.vocabulary.syntax import parse_term
from kg.writing.lines import SortedQuads
from kg.writing.subjects import Said, plain, subjects

_TYPE = name("rdf:type")
_DATATYPES = {
    "date": ("press:asOf", "press:earliest", "press:latest", "press:anchor", "schema:datePublished"),
    "decimal": ("press:value", "press:minimum", "press:maximum"),
    "integer": ("oa:start", "oa:end", "press:sourceStart", "press:sourceEnd"),
}
_SEPARATOR = "\n"
"""Between several values of a cell: spreadsheets show them as lines, and no label holds one."""
_THING = "rdfs:label skos:altLabel press:mentionedIn"
_COLUMNS = {
    "press:Person": _THING,
    "press:Organization": f"{_THING} org:subOrganizationOf press:jurisdiction",
    "press:Place": f"{_THING} press:divisionCode schema:containedInPlace",
    "press:Event": f"{_THING} sem:eventType press:when sem:hasPlace press:underCampaign press:modality",
    "press:Campaign": f"{_THING} dcterms:isPartOf press:when press:modality",
    "press:Article": "schema:headline press:kicker schema:alternativeHeadline schema:author schema:datePublished "
    "schema:isPartOf press:sourceFile press:textHash schema:articleBody",
    "press:Page": "press:newspaper schema:datePublished press:pageNumber press:sourceFile press:sourceHash",
    "press:Tenure": "org:member org:organization press:title org:role press:status press:asOf prov:wasDerivedFrom "
    "press:rule",
    "press:Participation": "press:activity press:agent press:role press:inCapacity press:modality prov:wasDerivedFrom "
    "press:rule",
    "press:Figure": "press:asWritten press:value press:unit press:counted press:bound press:minimum press:maximum "
    "press:about press:figureKind press:when sem:hasPlace press:modality prov:wasDerivedFrom press:rule",
    "press:Evidence": "oa:hasSource oa:exact oa:start oa:end press:sourceStart press:sourceEnd",
    "press:When": "press:asWritten press:earliest press:latest press:precision press:anchor prov:wasDerivedFrom",
    "press:Merge": "press:kept press:mergedForm prov:wasDerivedFrom press:rule",
    "skos:Concept": "skos:inScheme skos:notation skos:prefLabel",
}
TABLES = {each: tuple(columns.split()) for each, columns in _COLUMNS.items()}
"""The classes that have a table, and the properties that are its columns."""
METADATA = "csv-metadata.json"
_OWN = {name("press:Official"), *map(name, TABLES)}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_tables(quads: SortedQuads, folder: Path, scratch: Path) -> None:
    """Write a CSV file a class and `csv-metadata.json` into a folder."""
    with ExitStack() as stack:
        writers = {}
        for curie, columns in TABLES.items():
            file = stack.enter_context((folder / file_name(curie)).open("w", encoding="utf-8", newline=""))
            writers[name(curie)] = csv.writer(file), columns
            writers[name(curie)][0].writerow(["id", "class", *map(_title, columns)])
        for node, said in subjects(quads, scratch):
            for kind in writers.keys() & set(said.get(_TYPE, ())):
                writer, columns = writers[kind]
                writer.writerow(_row(node, said, columns))
    metadata = json.dumps(csvw_metadata(), ensure_ascii=False, indent=1) + "\n"
    (folder / METADATA).write_text(metadata, encoding="utf-8", newline="\n")


def file_name(curie: str) -> str:
    """Return the name of a class's table: `person.csv`."""
    return curie.partition(":")[2].lower() + ".csv"


def csvw_metadata() -> dict[str, Any]:
    """Return the description of all tables, in CSV on the Web's vocabulary."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "zh"}],
        "dialect": {"header": True, "encoding": "utf-8", "lineTerminators": ["\r\n"]},
        "tables": [_table(curie, columns) for curie, columns in TABLES.items()],
    }


def _table(curie: str, columns: tuple[str, ...]) -> dict[str, Any]:
    first = [
        {"name": "id", "titles": "id", "datatype": "anyURI", "required": True, "suppressOutput": True},
        {"name": "class", "titles": "class", "datatype": "anyURI", "propertyUrl": expand("rdf:type")},
    ]
    schema = {"aboutUrl": "{+id}", "primaryKey": "id", "columns": [*first, *map(_column, columns)]}
    return {"url": file_name(curie), "dc:description": expand(curie), "tableSchema": schema}


def _column(curie: str) -> dict[str, Any]:
    kind = next((kind for kind, members in _DATATYPES.items() if curie in members), None)
    column: dict[str, Any] = {"name": _title(curie), "titles": _title(curie), "propertyUrl": expand(curie)}
    return column | ({"datatype": kind} if kind else {"separator": _SEPARATOR})


def _title(curie: str) -> str:
    return curie.partition(":")[2]


def _row(node: Term, said: Said, columns: tuple[str, ...]) -> list[str]:
    types = [each for each in said[_TYPE] if each in _OWN]
    special = name("press:Official") if name("press:Official") in types else types[0]
    cells = (_SEPARATOR.join(_cell(value) for value in said.get(name(curie), ())) for curie in columns)
    return [plain(node), plain(special), *cells]


def _cell(term: Term) -> str:
    """Return a value as a cell holds it; an apostrophe stands before text that a spreadsheet would run as a formula."""
    _, value, _, datatype = parse_term(term)
    return f"'{value}" if term[0] == '"' and datatype is None and value.startswith(_FORMULA) else value
