"""Where the text of a project's pages is printed: from the scan beside it, or from the file it came in."""

from __future__ import annotations

from pathlib import Path

from core.document.difference import differences
from core.printed.form import form_of
from core.printed.image_size import image_size
from core.printed.placed import PagePrint, PlacedLine, page_print
from core.scans.boxes import read_boxes
from core.scans.lines import placed_lines
from core.scans.placing import placed
from core.scans.scan import resolve_scan
from core.store.rows import PageRecord
from core.store.store import Store
from core.text.edit import Edit


def print_of(store: Store, record: PageRecord, raw: str, text: str) -> PagePrint | None:
    """Return where the lines of a page stand; `raw` is its text as imported, `text` as it is now.

    A file with places (ALTO, PAGE-XML, hOCR) says so itself; for plain text the boxes beside the scan say so.
    None where the page has neither a scan nor places. The image may be gone: what is known of it stays.
    Raises BadInputError where the file of boxes cannot be understood.
    """
    image = None if record.scan_path is None else resolve_scan(store.path, record.scan_path)
    made = _print_as_imported(store, record, raw, image)
    if made is None or raw == text:
        return made
    return made.moved([Edit(one.raw.start, one.removed, one.inserted) for one in differences(raw, text)])


def _print_as_imported(store: Store, record: PageRecord, raw: str, image: Path | None) -> PagePrint | None:
    form = form_of(record.encoding)
    if image is None and form is None:
        return None
    place = "" if image is None else str(image)
    size = None if image is None else image_size(image)
    if form is None:
        boxes = () if image is None else placed(read_boxes(image), raw)
        return page_print(placed_lines(boxes, raw), place, record.scan_digest or "", size)
    # Plain text, which most projects are of, needs none of the parsers.
    from core.printed.reading import printed_page

    page, _ = printed_page(store.raw(record.id)[0], record.path, form)
    told = [line for block in page.blocks for line in block.lines]
    lines = [PlacedLine(line.span, line.area) for line in told if line.area is not None]
    return page_print(lines, place, record.scan_digest or "", size, page.size)
