"""Type that differs from the page's: titles are larger and bold, headings inside an article bold.

Nothing is searched or computed here. Marks are no formats: they are drawn by `PagePainter`, because a format
makes Qt lay out its whole paragraph anew, and one mark more must not cost that.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from core.document.role import Role
from core.text.edit import Edits
from core.text.span import Span
from core.text.span_table import Hold, SpanTable
from gui.positions import Utf16Index

TITLE_SIZE = 1.16
"""The size of a title, as a multiple of the size of the page's type."""

_PLAIN, _HEADING, _TITLE = range(3)
_LEVELS = {Role.TITLE: _TITLE, Role.HEADING: _HEADING}


class TitleHighlighter(QSyntaxHighlighter):
    """Sets titles and headings apart; `index` gives the index of the text as it is."""

    def __init__(self, document: QTextDocument, index: Callable[[], Utf16Index]) -> None:
        super().__init__(document)
        self._index = index
        self._spans = SpanTable.of({})
        self._levels: dict[int, int] = {}
        self._formats: dict[int, QTextCharFormat] = {}

    def set_font(self, font: QFont) -> None:
        """Take the size of titles from the page's `font`; rehighlights what has a format."""
        heading, title = QTextCharFormat(), QTextCharFormat()
        heading.setFontWeight(QFont.Weight.Bold)
        title.setFontWeight(QFont.Weight.Bold)
        if font.pixelSize() > 0:
            title.setProperty(QTextCharFormat.Property.FontPixelSize, round(font.pixelSize() * TITLE_SIZE))
        else:
            title.setFontPointSize(font.pointSizeF() * TITLE_SIZE)
        self._formats = {_HEADING: heading, _TITLE: title}
        self._rehighlight(set(self._spans.starts.tolist()))

    def set_lines(self, roles: Mapping[Span, Role]) -> None:
        """Set which stretches have which role; only lines whose look changes are touched."""
        rows = [(span, _LEVELS[role]) for span, role in roles.items() if role in _LEVELS]
        before = {(self._spans[key], self._levels[key]): self._spans[key].start for key in self._spans}
        self._spans = SpanTable.of(enumerate(span for span, _ in rows))
        self._levels = {key: level for key, (_, level) in enumerate(rows)}
        changed = set(before).symmetric_difference(rows)
        self._rehighlight({span.start for span, _ in changed})

    def shift(self, edits: Edits) -> None:
        """Move the stretches with the text; Qt itself then asks for the lines that changed."""
        self._spans = self._spans.moved(edits, Hold.GROWS)

    def highlightBlock(self, text: str) -> None:
        """Give the current block its formats."""
        if not len(self._spans) or not text:
            return
        index = self._index()
        begin = self.currentBlock().position()
        length = self.currentBlock().length() - 1
        start, end = index.code_point(begin), index.code_point(begin + length)
        hit = np.flatnonzero((self._spans.starts < end) & (self._spans.ends > start))
        for key in self._spans.keys[hit].tolist():
            first, last = index.unit_span(self._spans[key])
            first, last = max(first - begin, 0), min(last - begin, length)
            self.setFormat(first, last - first, self._formats[self._levels[key]])

    def _rehighlight(self, starts: set[int]) -> None:
        index = self._index()
        for start in starts:
            if start <= index.length:
                self.rehighlightBlock(self.document().findBlock(index.unit(start)))
