"""The page as it is shown: its text with the marks and rows that lie on it, and what moves them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.text.edit import Edits
from core.text.span import Span
from gui.editor.highlighter import TitleHighlighter
from gui.editor.marks import Mark, MarkKind, MarkTable
from gui.editor.rows import GutterRow, RowTable, group_at
from gui.editor.typing_view import TypingView
from gui.theme import Theme


class PageSheet(TypingView):
    """Holds what is drawn on a page; whoever draws it, and the gutter beside it, ask here."""

    scrolled = Signal()
    """The text moved in the viewport, or the viewport has another size."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks = MarkTable()
        """The marks as they stand now."""
        self.found = MarkTable()
        """What was looked for, wherever it stands now."""
        self.rows = RowTable()
        """The rows of the gutter as they stand now."""
        self.current: Span | None = None
        """The current suspect, whose ground is drawn."""
        self.theme = theme
        """The colours in use."""
        self._guide: int | None = None
        self._veiled = False
        self._group: tuple[int | None] | None = None
        self._titles = TitleHighlighter(self)
        self._later_rows: Sequence[GutterRow] | None = None
        self.composing_changed.connect(self._composing_over)
        self.cursorPositionChanged.connect(self._follow_article)

    def show_page(self, text: str, caret: int = 0) -> None:
        """Show another text, the caret at `caret`, without its marks and rows yet; nothing is reported."""
        self._later_rows = None
        self.marks, self.found, self.rows, self.current = MarkTable(), MarkTable(), RowTable(), None
        super().show_page(text, caret)
        self._group = None
        self._show_ink()

    @property
    def character(self) -> float:
        """The width of a Chinese character in pixels."""
        return self._lines.character

    @property
    def pitch(self) -> float:
        """The height of a drawn line in pixels."""
        return self._lines.pitch

    def line_of(self, position: int) -> int:
        """Return the number of the line that holds `position`, from 0."""
        return self.document().findBlock(self.index.unit(position)).blockNumber()

    @property
    def veiled_for(self) -> tuple[int | None] | None:
        """The article that is not under the veil, None for furniture; None altogether: there is no veil."""
        return self._group if self._veiled else None

    def set_veiled(self, veiled: bool) -> None:
        """Let all articles but the one of the caret step back, or none."""
        self._veiled = veiled
        self._group = group_at(self.rows, self.caret)
        self.viewport().update()

    def _follow_article(self) -> None:
        """Move the veil where the caret has gone to another article; otherwise nothing is drawn anew."""
        if self._veiled:
            group = group_at(self.rows, self.caret)
            if group != self._group:
                self._group = group
                self.viewport().update()

    @property
    def guide(self) -> int | None:
        """The height at which a line is drawn across the text, where a boundary is being dragged."""
        return self._guide

    def set_guide(self, height: int | None) -> None:
        """Draw a line across the text at a height in pixels of the viewport, or none."""
        for at in (self._guide, height):
            if at is not None:
                self.viewport().update(0, at - 2, self.viewport().width(), 4)
        self._guide = height

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Draw these marks and no others."""
        self.marks = MarkTable(marks)
        self.viewport().update()

    def set_found(self, places: Iterable[Span]) -> None:
        """Give these places the ground of what was looked for, and no others."""
        found = MarkTable(Mark(place, MarkKind.FOUND) for place in places)
        if len(found) or len(self.found):
            self.viewport().update()
        self.found = found

    def set_current(self, span: Span | None) -> None:
        """Give the current suspect its ground."""
        if span != self.current:
            self.current = span
            self.viewport().update()

    def set_rows(self, rows: Sequence[GutterRow]) -> None:
        """Show these pieces in the gutter; titles and headings among them are drawn as such.

        While an input method composes, this waits for its end: its line must not be laid out anew.
        """
        if self.composing:
            self._later_rows = rows
            return
        before, self.rows = self.rows, RowTable(rows)
        self._titles.rows_changed(before)
        self._group = group_at(self.rows, self.caret)
        self._show_ink()

    def apply_edits(self, edits: Edits) -> None:
        """Make `edits` from outside, see `TextView`; marks and rows move with the text."""
        super().apply_edits(edits)
        self._show_ink()

    def _take(self, edits: Edits, after: str) -> None:
        super()._take(edits, after)
        marks, found = self.marks.after(edits), self.found.after(edits)
        if len(marks) < len(self.marks) or len(found) < len(self.found):
            # A mark that is gone may have reached beyond what Qt draws anew.
            self.viewport().update()
        self.marks, self.found = marks, found
        self.rows = self.rows.after(edits)
        if self._later_rows is not None:
            table = RowTable(self._later_rows).after(edits)
            self._later_rows = [table[number] for number in range(len(table))]
        if self.current is not None:
            self.set_current(moved_span(self.current, edits))

    def _show_ink(self) -> None:
        """Draw anew all that lies on the text."""
        self.viewport().update()

    def _composing_over(self, composing: bool) -> None:
        if not composing and self._later_rows is not None:
            rows, self._later_rows = self._later_rows, None
            self.set_rows(rows)


def moved_span(span: Span, edits: Edits) -> Span | None:
    """Return where `span` stands after `edits`, None where they changed its own characters."""
    growth = 0
    for edit in edits:
        if edit.start >= span.end and edit.start > span.start:
            break
        if edit.end > span.start:
            return None
        growth += edit.growth
    return span.moved(growth)
