"""METS: its pages are read once, in its order, with its paper, day and page numbers; what leads out is refused."""

import io
import tarfile
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kg.model.source import Issue, Page
from kg.pipeline.building import build
from kg.reading import Source, find_sources, read

MODS = """<mets:dmdSec ID="D1"><mets:mdWrap MDTYPE="MODS"><mets:xmlData><mods:mods><mods:titleInfo>
<mods:title>云溪日报</mods:title></mods:titleInfo></mods:mods></mets:xmlData></mets:mdWrap></mets:dmdSec>
<mets:dmdSec ID="D2"><mets:mdWrap MDTYPE="MODS"><mets:xmlData><mods:mods><mods:originInfo>
<mods:dateIssued encoding="w3cdtf">2023-05-11</mods:dateIssued></mods:originInfo></mods:mods></mets:xmlData>
</mets:mdWrap></mets:dmdSec>"""


def alto(words: str) -> str:
    """Write a page of ALTO."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout>'
        '<Page PHYSICAL_IMG_NR="9"><PrintSpace><TextBlock ID="t"><TextLine HPOS="1" HEIGHT="12">'
        f'<String CONTENT="{words}"/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>'
    )


def mets(hrefs: dict[str, str], pages: str, metadata: str = MODS) -> str:
    """Write a METS file of files by ID, an image among them, and the divisions of its physical map."""
    files = "".join(
        f'<mets:file ID="{key}" MIMETYPE="text/xml"><mets:FLocat LOCTYPE="URL" xlink:href="{href}"/></mets:file>'
        for key, href in hrefs.items()
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<mets:mets xmlns:mets="http://www.loc.gov/METS/" xmlns:mods="http://www.loc.gov/mods/v3"
xmlns:xlink="http://www.w3.org/1999/xlink">{metadata}<mets:fileSec><mets:fileGrp ID="IMG">
<mets:file ID="I1" MIMETYPE="image/jp2"><mets:FLocat xlink:href="../images/1.jp2"/></mets:file></mets:fileGrp>
<mets:fileGrp ID="ALTOGRP">{files}</mets:fileGrp></mets:fileSec>
<mets:structMap TYPE="LOGICAL"><mets:div><mets:fptr FILEID="A2"/></mets:div></mets:structMap>
<mets:structMap TYPE="PHYSICAL"><mets:div TYPE="Newspaper">{pages}</mets:div></mets:structMap></mets:mets>"""


def division(order: str, key: str, label: str = "") -> str:
    """Write the division of a page."""
    return (
        f'<mets:div TYPE="PAGE" ORDER="{order}" ORDERLABEL="{label}"><mets:fptr><mets:par><mets:area FILEID="I1"/>'
        f'<mets:area FILEID="{key}"/></mets:par></mets:fptr></mets:div>'
    )


ISSUE = {
    "i/mets.xml": mets(
        {"A1": "ALTO/0001.xml", "A2": "file://./ALTO/0002.xml", "A3": "./ALTO%2F0003.xml"},
        division("10", "A1", "A04") + division("2", "A3") + division("1", "A2"),
    ),
    "i/ALTO/0001.xml": alto("区委书记沈维舟主持会议。"),
    "i/ALTO/0002.xml": alto("区长陆闻笛出席会议。"),
    "i/ALTO/0003.xml": alto("荷花节昨日开幕。"),
}


def as_folder(root: Path) -> Path:
    """Put the issue into a folder."""
    for name, text in ISSUE.items():
        (root / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "in" / name).write_text(text, encoding="utf-8")
    return root / "in"


def as_zip(root: Path) -> Path:
    """Put the issue into a zip."""
    with zipfile.ZipFile(root / "in.zip", "w") as archive:
        for name, text in ISSUE.items():
            archive.writestr(name, text)
    return root / "in.zip"


def as_tar(root: Path) -> Path:
    """Put the issue into a compressed tar."""
    with tarfile.open(root / "in.tgz", "w:gz") as archive:
        for name, text in ISSUE.items():
            member = tarfile.TarInfo(f"./{name}")
            member.size = len(text.encode())
            archive.addfile(member, io.BytesIO(text.encode()))
    return root / "in.tgz"


def as_file(root: Path) -> Path:
    """Give the METS file alone; its pages lie beside it."""
    return as_folder(root) / "i" / "mets.xml"


def pages_of(sources: list[Source], issue: Issue | None = None) -> list[Page]:
    """Read the pages of all sources, of which none has a problem."""
    pages = []
    for source in sources:
        for page in read(source, issue):
            assert isinstance(page, Page), page
            pages.append(page)
    return pages


@pytest.mark.parametrize("given", [as_folder, as_zip, as_tar, as_file])
def test_an_issue_is_read_in_its_order(tmp_path: Path, given: Callable[[Path], Path]) -> None:
    """Pages come once, in the order of the physical map, with paper, day and page number, wherever they lie."""
    sources = list(find_sources([given(tmp_path)]))
    assert len(sources) == 4
    pages = pages_of(sources)
    assert [page.source_files[0][-8:] for page in pages] == ["0002.xml", "0003.xml", "0001.xml"]
    assert [page.number for page in pages] == ["1", "2", "A04"]
    assert {(page.newspaper, page.published) for page in pages} == {("云溪日报", date(2023, 5, 11))}


def test_what_is_known_from_outside_goes_before(tmp_path: Path) -> None:
    """A newspaper given by the user is not replaced; what is open is filled."""
    (page, *_) = pages_of(list(find_sources([as_folder(tmp_path)])), Issue(newspaper="云溪晚报"))
    assert (page.newspaper, page.published) == ("云溪晚报", date(2023, 5, 11))


DUBLIN_CORE = """<mets:dmdSec><dc:title xmlns:dc="d">云溪日报 2023年5月11日</dc:title>
<dc:date xmlns:dc="d">20230511</dc:date></mets:dmdSec>"""
HOST = """<mets:dmdSec><title>第12期</title><relatedItem type="host"><titleInfo><title>云溪日报</title></titleInfo>
</relatedItem></mets:dmdSec>"""


@pytest.mark.parametrize(
    ("metadata", "paper", "day"),
    [
        (DUBLIN_CORE, "云溪日报", date(2023, 5, 11)),
        (HOST, "云溪日报", None),
        ("<mets:dmdSec><dateIssued>2023-13-40</dateIssued></mets:dmdSec>", None, None),
        ("", None, None),
    ],
)
def test_paper_and_day_are_found(tmp_path: Path, metadata: str, paper: str | None, day: date | None) -> None:
    """Dublin Core and MODS say them, the paper also as the host of its issue; a day that is none is left out."""
    (tmp_path / "1.xml").write_text(alto("荷花节昨日开幕。"), encoding="utf-8")
    text = mets({"A1": "1.xml"}, division("1", "A1"), metadata)
    (tmp_path / "mets.xml").write_text(text, encoding="utf-8")
    (page,) = pages_of(list(find_sources([tmp_path])))
    assert (page.newspaper, page.published) == (paper, day)


HOSTILE = [
    "../../secret.xml",
    "..%2f..%2fsecret.xml",
    "/etc/secret.xml",
    "http://example.org/1.xml",
    "a\\..\\..\\b.xml",
    "file:///etc/secret.xml",
    "%00.xml",
    "out.xml",
    "missing.xml",
]


def test_hostile_references_are_refused_and_named(tmp_path: Path) -> None:
    """What leads out is refused and counted, each by its name, and the page that is there is read."""
    (tmp_path / "secret.xml").write_text(alto("密"), encoding="utf-8")
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    (folder / "1.xml").write_text(alto("区长陆闻笛出席会议。"), encoding="utf-8")
    hrefs = {"A0": "1.xml", **{f"H{number}": href for number, href in enumerate(HOSTILE)}}
    (folder / "mets.xml").write_text(mets(hrefs, division("1", "A0")), encoding="utf-8")
    (folder / "out.xml").symlink_to(tmp_path / "secret.xml")
    result = build([folder / "mets.xml"], tmp_path / "out")
    assert (result.pages, result.articles, len(result.problems)) == (1, 1, len(HOSTILE))
    assert {problem.files for problem in result.problems} == {("mets.xml",)}
    assert sum("leads out" in problem.message for problem in result.problems) == len(HOSTILE) - 2
    assert len(list((tmp_path / "out" / "quarantine").iterdir())) == len(HOSTILE)
    assert "密" not in (tmp_path / "out" / "articles.jsonl").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('<!DOCTYPE mets [<!ENTITY a "aaa">]><mets>&a;</mets>', "DTD"),
        ("<mets><fileSec>", "broken"),
        ("<mets><dmdSec/></mets>", "no page of ALTO"),
        ('<mets><FLocat href="mets.xml"/></mets>', "not there"),
    ],
)
def test_a_bad_catalogue_is_named(tmp_path: Path, text: str, words: str) -> None:
    """A METS file with entities, a broken one, one without pages, and one that names itself say so."""
    (tmp_path / "mets.xml").write_text(text, encoding="utf-8")
    (source,) = find_sources([tmp_path])
    (problem,) = read(source)
    assert words in str(problem)
    assert str(problem).count("mets.xml: ") == 1 or "line" in str(problem)
