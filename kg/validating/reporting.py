"""The report as files: `validation.ttl`, a standard SHACL report, and `validation.json`, with sentences and remedies."""

from pathlib import Path

from kg.model.report import ValidationReport


def write_report(report: ValidationReport, directory: Path) -> tuple[Path, Path]:
    """Write `validation.ttl` and `validation.json` into a directory; return their paths. The same bytes each time."""
    raise NotImplementedError
