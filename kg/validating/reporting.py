"""The report as files: `validation.ttl`, a standard report, and `validation.json`, with sentences and what to do."""

import json
from collections import Counter
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.errors import OutputError
from kg.model.report import ValidationReport, Violation
from kg.vocabulary import NAMESPACES, text

_REPORT = "urn:pressgraph:validation-report"
_HEADER = f"@prefix sh: <{NAMESPACES['sh']}> .\n@prefix xsd: <{NAMESPACES['xsd']}> .\n"


def write_report(report: ValidationReport, directory: Path) -> tuple[Path, Path]:
    """Write `validation.ttl` and `validation.json` into a directory; return their paths. The same bytes each time."""
    turtle, data = directory / "validation.ttl", directory / "validation.json"
    try:
        turtle.write_text(report_turtle(report), encoding="utf-8", newline="\n")
        written = json.dumps(report_json(report), ensure_ascii=False, indent=1)
        data.write_text(written + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{directory}: 无法写入 / cannot be written: {error}") from error
    return turtle, data


def report_json(report: ValidationReport) -> dict[str, Any]:
    """Return the report as JSON holds it: spans as `[start, end]`, counts by constraint."""
    return {
        "conforms": report.conforms,
        "engine": report.engine,
        "note": report.note,
        "triples": report.triples,
        "counts": dict(sorted(Counter(each.shape or each.constraint for each in report.violations).items())),
        "violations": [plain(each) for each in report.violations],
    }


def report_turtle(report: ValidationReport) -> str:
    """Return the report in the terms of SHACL, in Turtle, without blank nodes."""
    blocks = list(dict.fromkeys(map(_block, report.violations)))
    names = [block.partition(" ")[0] for block in blocks]
    results = "".join(f" ;\n  sh:result {each}" for each in names)
    conforms = f"<{_REPORT}> a sh:ValidationReport ;\n  sh:conforms {str(report.conforms).lower()}{results} .\n"
    return "\n".join([_HEADER, conforms, *blocks])


def plain(violation: Violation) -> dict[str, Any]:
    """Return a violation as JSON holds it."""
    row = asdict(violation)
    if row["place"] is not None:
        spans = ("marked", "span", "source")
        row["place"] |= {key: list(row["place"][key].values()) for key in spans if row["place"][key] is not None}
    return row


def _block(violation: Violation) -> str:
    key = json.dumps([violation.focus, violation.path, violation.value, violation.constraint, violation.shape])
    lines = [
        f"<urn:pressgraph:result:{sha256(key.encode()).hexdigest()[:32]}> a sh:ValidationResult",
        f"sh:focusNode {violation.focus}",
        *([f"sh:resultPath {violation.path}"] if violation.path else []),
        *([f"sh:value {violation.value}"] if violation.value else []),
        f"sh:sourceConstraintComponent <{violation.constraint}>",
        *([f"sh:sourceShape <{violation.shape}>"] if violation.shape else []),
        f"sh:resultSeverity <{violation.severity}>",
        f"sh:resultMessage {text(violation.message_zh, 'zh')}, {text(violation.message_en, 'en')}",
    ]
    return " ;\n  ".join(lines) + " .\n"
