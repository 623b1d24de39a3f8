"""TEI output is held to the published schema of all of TEI P5; it takes some seconds to load."""

import lzma
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from core.document.finding import Finding, Suggestion
from core.exporters.choosing import export_files
from core.exporters.critical_note import CriticalNote, NotedReading
from core.exporters.exporter import Correction, Suspect, exporter
from core.exporters.options import ExportOptions
from core.messages import message
from core.text.span import Span

T = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
SCHEMA = Path(__file__).parents[3] / "schemas/tei_all-4-3-0.rng.xz"


@pytest.fixture(scope="session")
def tei_all():
    return etree.RelaxNG(etree.fromstring(lzma.decompress(SCHEMA.read_bytes())))


@pytest.fixture
def scanned(page, tmp_path):
    """A page with a scan, corrections, suspects and notes."""
    image = tmp_path / "图 1.jpg"
    image.write_bytes(b"image")
    when = "2026-05-08T09:30:00+00:00"
    made = (Correction(Span(5, 6), "般", "口", "陈", when, "typed"),)
    found = Finding("characters", Span(7, 8), message("目录"), (Suggestion("船", 0.9),), 0.85)
    at = page.text.index("渡船")
    others = (NotedReading("船只", ("滨河晚报-03",)),)
    notes = (CriticalNote(Span(at, at + 2), others, message("目录"), ("海州日报-02",)),)
    return replace(
        page,
        printed=replace(page.printed, image=str(image)),
        corrections=made,
        suspects=(Suspect(found, False),),
        apparatus=notes,
        digest="ab" * 32,
        round=2,
    )


def exported(page, **chosen):
    files = export_files(exporter("tei"), [page], ExportOptions(**chosen))
    return {file.path: b"".join(file.chunks) for file in files}


def test_everything_at_once_is_valid_tei(scanned, tei_all):
    files = exported(scanned)
    root = etree.fromstring(files[f"{scanned.name}.xml"])
    tei_all.assertValid(root)
    assert root.find(f".//{T}graphic").get("url") == "scans/%E6%BB%A8%E6%B2%B3%E6%97%A5%E6%8A%A5-01.jpg"
    assert files[f"scans/{scanned.name}.jpg"] == b"image"


def test_lines_and_paragraphs_point_to_their_zones(scanned):
    root = etree.fromstring(exported(scanned)[f"{scanned.name}.xml"])
    known = {element.get(XML_ID): element for element in root.iter() if element.get(XML_ID)}
    pointers = [pointer for element in root.iter() for pointer in (element.get("facs") or "").split()]
    assert len(pointers) > 10
    assert all(pointer[1:] in known for pointer in pointers)
    (torn,) = [one for one in root.iter(f"{T}p") if len((one.get("facs") or "").split()) == 2]
    zone = known[torn.find(f"{T}lb").get("facs")[1:]]
    assert [zone.get(name) for name in ("ulx", "uly", "lrx", "lry")] == ["10", "100", "40", "120"]


def test_a_page_of_which_no_place_is_known_has_no_facsimile(page, tei_all):
    root = etree.fromstring(exported(replace(page, printed=None))[f"{page.name}.xml"])
    tei_all.assertValid(root)
    assert root.find(f"{T}facsimile") is None
    assert not [one for one in root.iter() if one.get("facs")]
