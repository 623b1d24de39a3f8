"""Type that differs from the page's: titles are larger and bold, headings inside an article bold.

Nothing is searched or computed here. Marks are no formats: they are drawn by `PagePainter`, because a format
makes Qt lay out its whole paragraph anew, and one mark more must not cost that.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from core.document.role import Role
from core.text.span import Span
from gui.editor.rows import RowTable
from gui.positions import Utf16Index

TITLE_SIZE = 1.16
"""The size of a title, as a multiple of the size of the page's type."""


class TextAndRows(Protocol):
    """What a highlighter asks of the editor: its document, positions and rows as they are."""

    rows: RowTable

    @property
    def index(self) -> Utf16Index:
        """The positions of the text."""
        ...

    def document(self) -> QTextDocument:
        """Return the document."""
        ...


class TitleHighlighter(QSyntaxHighlighter):
    """Sets titles and headings apart, as the rows of `page` say at the time."""

    def __init__(self, page: TextAndRows) -> None:
        super().__init__(page.document())
        self._page = page
        self._formats: dict[Role, QTextCharFormat] = {}

    def set_font(self, font: QFont) -> None:
        """Take the size of titles from the page's `font`, whose size is in points."""
        title, heading = QTextCharFormat(), QTextCharFormat()
        title.setFontWeight(QFont.Weight.Bold)
        title.setFontPointSize(font.pointSizeF() * TITLE_SIZE)
        heading.setFontWeight(QFont.Weight.Bold)
        self._formats = {Role.TITLE: title, Role.HEADING: heading}
        self._rehighlight(self._page.rows.of_roles(self._formats))

    def rows_changed(self, before: RowTable) -> None:
        """Give the lines their formats that look otherwise than under the rows `before`."""
        changed = before.of_roles(self._formats) ^ self._page.rows.of_roles(self._formats)
        self._rehighlight(changed)

    def highlightBlock(self, text: str) -> None:
        """Give the current block its formats."""
        index, rows = self._page.index, self._page.rows
        if not len(rows) or not text:
            return
        begin = self.currentBlock().position()
        end = begin + self.currentBlock().length() - 1
        for number in rows.within(Span(index.code_point(begin), index.code_point(end))):
            role = rows.row(number).role
            if role in self._formats:
                first, last = index.unit_span(rows.span(number))
                first, last = max(first, begin), min(last, end)
                self.setFormat(first - begin, last - first, self._formats[role])

    def _rehighlight(self, changed: Iterable[tuple[Span, Role]]) -> None:
        index = self._page.index
        for start in {span.start for span, _ in changed}:
            if start <= index.length:
                self.rehighlightBlock(self.document().findBlock(index.unit(start)))
