"""Fuzz what reads files from outside, guided by what is reached in the program (atheris).

    pip install atheris
    python packaging/fuzz.py pages|archives|projects CORPUS [options of libFuzzer: -max_total_time=600]

`pages` gives bytes as text, ALTO, PAGE-XML and hOCR, `archives` as a zip, `projects` as a project file.
Whatever comes, there must be pages or one sentence why there are none; any other error ends the run and is
shown. CORPUS is a folder in which inputs that reached something new are kept; an empty one is filled with
sound ones first.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

with atheris.instrument_imports(include=["core.importers", "core.printed", "core.store", "core.changes"]):
    from core.errors import JiaochouError
    from core.importers.importer import outcomes
    from core.importers.kind import Intake, Item, all_kinds
    from core.printed.form import Form
    from core.printed.reading import printed_page
    from core.project.project import Project

from hostile.project_rows import make_project

SUFFIXES = (".txt", ".md", ".xml", ".hocr", ".html")
BOX = 'HPOS="1" VPOS="1" WIDTH="9" HEIGHT="9"'
ALTO = (
    '<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout><Page WIDTH="900" HEIGHT="900">'
    f'<PrintSpace><TextBlock ID="b" {BOX}><TextLine {BOX}><String CONTENT="渡口" {BOX}/>'
    "</TextLine></TextBlock></PrintSpace></Page></Layout></alto>"
)
PLACE = '<Coords points="1,1 9,1 9,9 1,9"/>'
PAGE_XML = (
    '<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15">'
    '<Page imageFilename="a.png" imageWidth="900" imageHeight="900">'
    f'<TextRegion id="r">{PLACE}<TextLine id="l">{PLACE}'
    "<TextEquiv><Unicode>渡口</Unicode></TextEquiv></TextLine></TextRegion></Page></PcGts>"
)
HOCR = (
    '<html><body><div class="ocr_page" title="bbox 0 0 900 900"><span class="ocr_line" title="bbox 1 1 9 9">'
    '<span class="ocrx_word" title="bbox 1 1 9 9; x_wconf 90">渡口</span></span></div></body></html>'
)
PAGES = ((0, "渡口今日通航。\n"), (1, "# 渡口\n\n通航。"), (2, ALTO), (2, PAGE_XML), (3, HOCR))
"""Sound files, each with the number of its suffix."""


def _seeds(target: str, folder: Path) -> Iterator[bytes]:
    """Yield sound inputs to begin with."""
    if target == "pages":
        for kind, text in PAGES:
            yield bytes([kind]) + text.encode()
        yield bytes([0]) + "渡口今日通航。".encode("gb18030")
    elif target == "archives":
        made = folder / "seed.zip"
        with ZipFile(made, "w", ZIP_DEFLATED) as archive:
            archive.writestr("一/01.txt", "渡口今日通航。")
            archive.writestr("02.xml", ALTO)
        yield made.read_bytes()
    else:
        made = folder / "seed.jiaochou"
        make_project(made)
        yield made.read_bytes()


def _pages(data: bytes) -> None:
    name = f"01{SUFFIXES[data[0] % len(SUFFIXES)]}" if data else "01.txt"
    intake = Intake(None, all_kinds(), lambda _path: None)
    for _ in intake.read(Item(name, "01", lambda: data[1:])):
        pass
    for form in (None, Form.HOCR):
        with suppress(JiaochouError):
            printed_page(data[1:], name, form)


def _archives(folder: Path) -> Callable[[bytes], None]:
    path = folder / "pages.zip"

    def give(data: bytes) -> None:
        path.write_bytes(data)
        for _ in outcomes([path]):
            pass

    return give


def _projects(folder: Path) -> Callable[[bytes], None]:
    path = folder / "given.jiaochou"

    def give(data: bytes) -> None:
        for left in folder.glob("given.*"):
            left.unlink()
        path.write_bytes(data)
        with suppress(JiaochouError):
            project = Project.open(path)
            try:
                for record in project.pages():
                    with suppress(JiaochouError):
                        project.state(record.id)
                project.verify()
            finally:
                project.close()

    return give


def main(arguments: list[str]) -> None:
    """Fuzz what is named until something goes wrong, or libFuzzer has had enough."""
    program, target, corpus, *options = arguments
    with tempfile.TemporaryDirectory(prefix="jiaochou-fuzz-") as scratch:
        folder = Path(scratch)
        Path(corpus).mkdir(parents=True, exist_ok=True)
        if not any(Path(corpus).iterdir()):
            for number, seed in enumerate(_seeds(target, folder)):
                Path(corpus, f"seed-{number}").write_bytes(seed)
        targets = {"pages": lambda _folder: _pages, "archives": _archives, "projects": _projects}
        atheris.Setup([program, corpus, *options], targets[target](folder))
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv)
