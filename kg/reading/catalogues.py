"""Pages that METS files name, found among the sources or beside the file: in their order, with what it says of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from kg.errors import InputError
from kg.reading.mets import Catalogue, read_catalogue
from kg.reading.source import Source
from kg.reading.xml_events import MAX_XML_BYTES

Open = Callable[[str, Path], Source]
"""Makes a source of a name and a path."""

MAX_REFUSED = 100
"""Reasons that are told one by one."""

_Place = tuple[str, str]


def follow(sources: Sequence[Source], open_file: Open) -> Iterator[Source]:
    """Give the sources, the pages that a METS file names right behind it; each page once, where the first names it."""
    if not any(source.is_mets for source in sources):
        yield from sources
        return
    by_place = {_place(source): source for source in sources}
    pages: dict[_Place, list[Source]] = {}
    taken: set[_Place] = set()
    for source in sources:
        if source.is_mets:
            pages[_place(source)] = list(_pages(source, by_place, taken, open_file))
    for source in sources:
        if source.is_mets:
            yield from pages[_place(source)]
        elif _place(source) not in taken:
            yield source


def _pages(mets: Source, by_place: dict[_Place, Source], taken: set[_Place], open_file: Open) -> Iterator[Source]:
    """Give the METS file with the reasons for what is missing, then its pages."""
    catalogue = _read(mets)
    missing = []
    found = []
    for path, issue in catalogue.pages:
        page = _find(mets, path, by_place, open_file)
        if page is None or page.is_mets:
            missing.append(f"names {path!r}, which is not there 所列文件不存在; give it together with the METS file")
        elif _place(page) not in taken:
            taken.add(_place(page))
            found.append(replace(page, issue=issue))
    refused = (*catalogue.refused, *missing)
    if len(refused) > MAX_REFUSED:
        refused = (
            *refused[:MAX_REFUSED],
            f"names {len(refused) - MAX_REFUSED} more that are not read 另有多个文件未读",
        )
    yield replace(mets, refused=refused)
    yield from found


def _read(mets: Source) -> Catalogue:
    name = mets.names[0]
    try:
        return read_catalogue(mets.read(MAX_XML_BYTES), name)
    except InputError as error:
        return Catalogue(pages=(), refused=(str(error).removeprefix(f"{name}: "),))


def _find(mets: Source, path: str, by_place: dict[_Place, Source], open_file: Open) -> Source | None:
    """Find a page of a METS file: an entry of the same archive, or a file below its folder."""
    if mets.entry is not None:
        inner = str(PurePosixPath(mets.entry.name.replace("\\", "/")).parent / path)
        return by_place.get((str(mets.path), inner))
    if mets.path is None:
        return None
    folder = mets.path.parent
    file = folder / path
    known = by_place.get((str(file.resolve()), ""))
    if known is not None or not file.is_file() or not file.resolve().is_relative_to(folder.resolve()):
        return known
    return open_file(str(PurePosixPath(mets.names[0]).parent / path), file)


def _place(source: Source) -> _Place:
    """Say where a source lies: its file and, in an archive, the name of its entry."""
    if source.path is None:
        return "", source.sha256 or source.names[0]
    if source.entry is not None:
        return str(source.path), source.entry.name.replace("\\", "/").removeprefix("./")
    return str(source.path.resolve()), ""
