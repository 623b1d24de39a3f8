"""ALTO 4 and METS: for archives and libraries. A page is a file of ALTO, the corrected text in its places.

`mets.xml` says which files are a page and which blocks of which pages are an article, its title and its kind.
A story that goes on on another page is one article there. Positions are pixels of the scan, of which a copy
goes along.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.exporters.alto import page_alto
from core.exporters.exporter import ExportFile, ExportPage, Need, page_file
from core.exporters.geometry import print_of
from core.exporters.mets import Mets
from core.exporters.names import path_key, safe_path, unique_path
from core.exporters.scans import ScanCopies
from core.messages import message

NAME = "alto"
TITLE = message("ALTO 与 METS（XML，文字连同在图上的位置）")
SUFFIX = ".xml"
NEEDS = frozenset({Need.CORRECTIONS, Need.PRINT})


def export(pages: Iterable[ExportPage]) -> Iterator[ExportFile]:
    """Yield an ALTO document for each page, copies of the scans, and `mets.xml` behind them.

    Raises RefusedError for a page of which it is not known where its lines stand.
    """
    mets, copies = Mets(), ScanCopies()
    taken: set[str] = set()
    for page in pages:
        # METS names the files, so they are called here what they will be called on disk.
        path = unique_path(safe_path(f"alto/{page_file(page, SUFFIX)}"), taken)
        taken.add(path_key(path))
        content = page_alto(page, print_of(page, TITLE)).encode()
        yield ExportFile(path, (content,))
        yield from copies.files(page)
        mets.add(page, path, content, copies.path(page))
    if mets.names:
        yield ExportFile("mets.xml", (part.encode() for part in mets.xml()), of_pages=False)
