"""The scan beside the text: which image shows the page, and where on it the caret's line is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, Signal

from core.document.difference import differences
from core.errors import JiaochouError
from core.exporters.exporter import Need
from core.printed.form import form_of
from core.printed.placed import PagePrint
from core.project.project import Project
from core.scans.boxes import Box
from core.scans.scan import Scan, read_scan, resolve_scan
from core.text.edit import Edit, Edits
from gui.desk.desk import Desk
from gui.editor.page_editor import PageEditor
from gui.editor.scan_strip import ScanStrip
from gui.panels.scan import ScanPanel

AROUND = 3.0
"""How much of the scan the strip gets above and below the line, in heights of the line."""


class Scans(QObject):
    """Keeps the scan pane and the strip above the text with the caret."""

    found = Signal(bool)
    """The current page has a scan, or has none."""
    failed = Signal(object)
    """The scan's file or its boxes cannot be read: the sentence."""

    def __init__(
        self,
        desk: Desk,
        editor: PageEditor,
        panel: ScanPanel,
        strip: ScanStrip,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._editor = editor
        self._panel = panel
        self._strip = strip
        self._scan: Scan | None = None
        desk.page_shown.connect(self._show_scan)
        desk.scan_changed.connect(self._show_scan)
        editor.shifted.connect(self._shift)
        editor.caret_moved.connect(self._follow)
        panel.image_changed.connect(self._follow)

    def _show_scan(self) -> None:
        self._scan = None
        self._strip.clear()
        record, mirror, project = self._desk.record, self._desk.mirror, self._desk.path
        there = record is not None and record.scan_path is not None
        self.found.emit(there)
        if record is None or mirror is None or project is None or record.scan_path is None:
            self._panel.show_image(None)
            return
        path = resolve_scan(project, record.scan_path)
        self._panel.show_image(path)
        text = mirror.text
        read = partial(_placed, path, self._desk.raw, text)
        if form_of(record.encoding) is not None:
            read = partial(_printed, path, partial(self._desk.wait_for, partial(_print_of, mirror.page)))
        self._desk.workers.run(read, partial(self._read, text), self._unreadable)

    def _read(self, text: str, scan: Scan) -> None:
        mirror = self._desk.mirror
        if mirror is not None and mirror.text is text:
            self._scan = scan
            self._follow()

    def _unreadable(self, error: JiaochouError) -> None:
        self.failed.emit(error.spoken)

    def _shift(self, edits: Edits) -> None:
        if self._scan is not None:
            self._scan = self._scan.moved(edits)

    def _follow(self) -> None:
        area = None if self._scan is None else self._scan.area_at(self._editor.text, self._editor.caret)
        if area is None:
            self._panel.highlight(None)
            self._strip.clear()
            return
        line = QRectF(area.left, area.top, area.right - area.left, area.bottom - area.top)
        self._panel.highlight(line)
        above = line.height() * AROUND
        around = line.adjusted(-above, -above, above, above)
        image = self._panel.line_image(around)
        if not image.isNull():
            # Only the part of `around` that lies on the scan is drawn, perhaps from a coarser image.
            left, top = max(0.0, around.left()), max(0.0, around.top())
            scale = image.height() / (around.bottom() - top) if around.bottom() > top else 1.0
            line = QRectF(
                (line.left() - left) * scale,
                (line.top() - top) * scale,
                line.width() * scale,
                line.height() * scale,
            )
        self._strip.show_line(image, line)


def _print_of(page: int, project: Project) -> PagePrint | None:
    return project.export_page(page, frozenset({Need.PRINT})).printed


def _printed(path: Path, ask: Callable[[], PagePrint | None]) -> Scan:
    """Read where the lines of a page stand that came in a file with places, as its text is now."""
    told = ask()
    lines = () if told is None else told.lines
    boxes = tuple(Box(line.area, lines=1, span=line.span) for line in lines)
    return Scan(path, "" if told is None else told.sha256, boxes)


def _placed(path: Path, raw: str, text: str) -> Scan:
    """Read a scan with its boxes where their text is now."""
    scan = read_scan(path, raw)
    return scan.moved(tuple(Edit(one.raw.start, one.removed, one.inserted) for one in differences(raw, text)))
