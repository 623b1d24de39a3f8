"""Proof sheets on a printer, after a look at them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from core.proofs.sheet import HEIGHT, WIDTH, Sheet
from gui.proofs.painting import SheetPainter
from gui.proofs.pdf import a4


class SheetPreview(QPrintPreviewDialog):
    """A window that shows sheets as they will be printed, and prints them."""

    def __init__(self, sheets: Sequence[Sheet], title: str, parent: QWidget | None = None) -> None:
        # The dialog does not own its printer: it must live as long as the dialog.
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        super().__init__(self._printer, parent)
        self._printer.setDocName(title)
        self._printer.setPageLayout(a4())
        self._printer.setFullPage(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(1080, 1000)
        self.paintRequested.connect(lambda device: print_sheets(sheets, device))


def print_sheets(sheets: Sequence[Sheet], printer: QPrinter) -> None:
    """Paint those of `sheets` that were chosen; on smaller paper than A4 they are made smaller."""
    first = max(1, printer.fromPage())
    last = printer.toPage() or len(sheets)
    painter = QPainter(printer)
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    scale = min(paper.width() / WIDTH, paper.height() / HEIGHT)
    painter.scale(scale, scale)
    brush = SheetPainter(painter)
    for number, sheet in enumerate(sheets[first - 1 : last]):
        if number:
            printer.newPage()
        brush.paint(sheet)
    painter.end()
