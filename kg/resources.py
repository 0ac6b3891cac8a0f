"""Files that ship with the project (ontology, shapes, queries, lexicons, examples), from a wheel or a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(name: str) -> Path:
    """Return the path of a shipped file or folder, such as `shapes/press.shacl.ttl` or `queries`.

    In a wheel these lie under `kg/_data`, in a checkout beside the package. Raises `FileNotFoundError`.
    """
    for root in (_PACKAGE / "_data", _PACKAGE.parent, _PACKAGE):
        if (path := root / name).exists():
            return path
    raise FileNotFoundError(f"{name} is not among the files of this installation; install pressgraph again")
