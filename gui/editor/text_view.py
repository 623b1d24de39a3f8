"""The text under the page editor: what the widget shows, and what it does not hold.

The widget shows the text; `TextView.text` is the truth, and what a gesture did is read off the widget as the
smallest edit against it. All positions in the API are code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QInputMethodEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from core.text.edit import Edit, Edits, apply_edits
from core.text.span import Span
from gui.editor.geometry import VisibleText
from gui.editor.line_layout import LineLayout
from gui.editor.shown_text import pasted, seen_edit, shown
from gui.positions import Utf16Index, utf16_length

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class TextView(QPlainTextEdit):
    """Shows a text and reads edits off the widget; keeps no history, the project has the only one."""

    edited = Signal(object, float)
    """A gesture changed the text: a `core.text.edit.Edit` against the text before it, and for how long an
    input method composed it (seconds)."""
    shifted = Signal(object)
    """The text changed, by a gesture or from outside: the ordered `Edits` against the text before."""
    composing_changed = Signal(bool)
    """An input method began or ended composing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._index = Utf16Index.of("")
        self._pending: list[Edit] = []
        self._outside = False
        self._damaged = False
        self._was_composing = False
        self._composed_for = 0.0

        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        self._lines = LineLayout(document)
        document.setDocumentLayout(self._lines)
        # Before any highlighter's own connection: what is drawn must have moved before Qt asks for it.
        document.contentsChange.connect(self._see_change)
        document.contentsChanged.connect(self._report_change)
        self.setDocument(document)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Files are dropped on the window; text that is dragged by accident would be moved without a trace.
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    # The text ---------------------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The text of the page as it is, an input method's uncommitted characters left out."""
        return self._text

    @property
    def index(self) -> Utf16Index:
        """The positions of the text."""
        return self._index

    def show_page(self, text: str, caret: int = 0) -> None:
        """Show another text, the caret at `caret`; nothing is reported as edited."""
        self._drop_composition()
        self._pending.clear()
        self._text = text
        self._index = Utf16Index.of(text)
        self._outside = True
        try:
            self.setPlainText(shown(text))
        finally:
            self._outside = False
        self.select(Span(caret, caret))

    def apply_edits(self, edits: Edits) -> None:
        """Make ordered `edits` that come from outside: undo, an accepted suggestion, a replace-all.

        They are not reported as `edited`. The caret stays with its text, and so does the view. An input
        method that is composing loses what it has not committed. Raises ValueError, and changes nothing,
        where the edits are not for this text.
        """
        if not edits:
            return
        after = apply_edits(self._text, edits)
        self._drop_composition()
        top = QTextCursor(self.firstVisibleBlock())
        offset = self.verticalScrollBar().value() - top.block().firstLineNumber()
        before = self._index
        self._take(edits, after)
        cursor = QTextCursor(self.document())
        self._outside = True
        cursor.beginEditBlock()
        try:
            for edit in reversed(edits):
                cursor.setPosition(before.unit(edit.start))
                cursor.setPosition(before.unit(edit.end), QTextCursor.MoveMode.KeepAnchor)
                cursor.insertText(shown(edit.inserted))
        finally:
            cursor.endEditBlock()
            self._outside = False
        self.verticalScrollBar().setValue(top.block().firstLineNumber() + offset)
        self.shifted.emit(edits)

    def put_back(self, deletion: Edit) -> None:
        """Take back a `deletion`, the last thing typed, as if what it removed were typed again.

        It is selected, if the caret stands there still.
        """
        again = Edit(deletion.start, "", deletion.removed)
        stays = self.caret == again.start
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._index.unit(again.start))
        self._take((again,), apply_edits(self._text, (again,)))
        self._outside = True
        try:
            cursor.insertText(shown(again.inserted))
        finally:
            self._outside = False
        self._pending.append(again)
        self._tell_edits()
        if stays:
            self.select(Span(again.start, again.start + len(again.inserted)))

    def _take(self, edits: Edits, after: str) -> None:
        """Take over the text `after` the `edits`; the widget may not show it yet."""
        self._text = after
        self._index = self._index.after(edits)

    def _see_change(self, position: int, _removed: int, added: int) -> None:
        """Take over what a gesture did to the document; Qt reports a window of it, often too large a one."""
        if self._outside:
            return
        document = self.document()
        block, last = document.findBlock(position), document.findBlock(position + added)
        last = last if last.isValid() else document.lastBlock()
        begin, end = block.position(), last.position() + last.length() - 1
        seen = "\n".join(_block_texts(block, last))
        if utf16_length(seen) != end - begin:
            self._damaged = True
            return
        grown = document.characterCount() - 1 - self._index.units
        start = self._index.code_point(begin)
        window = self._text[start : self._index.code_point(end - grown)]
        caret = self.textCursor().position() - begin
        edit = seen_edit(shown(window), seen, Utf16Index.of(seen).code_point(caret) if caret >= 0 else -1)
        if edit is None:
            return
        at = start + edit.start
        real = Edit(at, self._text[at : at + len(edit.removed)], edit.inserted)
        self._take((real,), self._text[:at] + real.inserted + self._text[real.end :])
        self._pending.append(real)

    def _report_change(self) -> None:
        """Tell of what `_see_change` took over, now that the document is laid out again."""
        if self._damaged:
            self._damaged = False
            self._show_again()
        self._check_composing()
        self._tell_edits()

    def _tell_edits(self) -> None:
        while self._pending:
            edit = self._pending.pop(0)
            self.edited.emit(edit, self._composed_for)
            self.shifted.emit((edit,))

    def _show_again(self) -> None:
        """Put the text back where a gesture left half a character: better refused than a character lost."""
        caret = min(self.textCursor().position(), self._index.units)
        self._outside = True
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(shown(self._text))
        self._outside = False
        caret = self._index.code_point(caret)
        self.select(Span(caret, caret))

    # Caret, selection, view -------------------------------------------------------------------------------

    @property
    def caret(self) -> int:
        """Where the caret stands."""
        return self._index.code_point(self.textCursor().position())

    @property
    def selection(self) -> Span:
        """What is selected; empty at the caret where nothing is."""
        cursor = self.textCursor()
        code_point = self._index.code_point
        return Span(code_point(cursor.selectionStart()), code_point(cursor.selectionEnd()))

    @property
    def selected_text(self) -> str:
        """The characters that are selected."""
        return self.selection.of(self._text)

    def select(self, span: Span) -> bool:
        """Select `span` with the caret at its end; does nothing and says False while composing."""
        if self.composing:
            return False
        limit = self._index.length
        start, end = self._index.unit_span(Span(min(span.start, limit), min(span.end, limit)))
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        return True

    def select_lines(self, first: int, last: int) -> None:
        """Select the lines `first` to `last` (from 0, either may be the smaller), line ends between only."""
        first, last = sorted((first, last))
        begin = self.document().findBlockByNumber(first)
        end = self.document().findBlockByNumber(last)
        code_point = self._index.code_point
        self.select(Span(code_point(begin.position()), code_point(end.position() + end.length() - 1)))

    def reveal(self, span: Span) -> None:
        """Scroll so that `span` is seen; one that was out of sight comes into the middle third."""
        unit = self._index.unit(min(span.start, self._index.length))
        seen = VisibleText(self, self.viewport().rect())
        height = self.viewport().height()
        if any(s.top >= 0 and s.top + s.pitch <= height for s in seen.stretches(unit, unit)):
            return
        block = self.document().findBlock(unit)
        self.blockBoundingRect(block)
        line = block.layout().lineForTextPosition(unit - block.position()).lineNumber()
        above = height * 0.4
        # Walk up from the line until the space above it is filled; lines out of sight are laid out by this.
        while True:
            pitch = self.blockBoundingRect(block).height() / max(1, block.layout().lineCount())
            if line * pitch >= above or not block.previous().isValid():
                line = max(0, line - int(above / pitch))
                break
            above -= line * pitch
            block = block.previous()
            self.blockBoundingRect(block)
            line = max(1, block.layout().lineCount())
        self.verticalScrollBar().setValue(block.firstLineNumber() + line)

    def line_rects(self, span: Span) -> tuple[QRect, QRect] | None:
        """Return the first and the last drawn line of `span` in the viewport, None where none is in sight."""
        start, end = self._index.unit_span(span)
        seen = [
            QRect(round(s.left), round(s.top), max(1, round(s.right - s.left)), round(s.pitch))
            for s in VisibleText(self, self.viewport().rect()).stretches(start, end)
        ]
        return (seen[0], seen[-1]) if seen else None

    def position_at(self, place: QPoint) -> int:
        """Return the code point nearest to `place` in the viewport."""
        return self._index.code_point(self.cursorForPosition(place).position())

    # Input methods and the clipboard ----------------------------------------------------------------------

    @property
    def composing(self) -> bool:
        """Whether an input method shows characters that it has not committed yet."""
        block = self.textCursor().block()
        # While Qt takes the widget down, its document has no blocks any more.
        return block.isValid() and bool(block.layout().preeditAreaText())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take what an input method composes or commits."""
        super().inputMethodEvent(event)
        self._check_composing()

    def _check_composing(self) -> None:
        if self.composing != self._was_composing:
            self._was_composing = self.composing
            self.composing_changed.emit(self._was_composing)

    def _drop_composition(self) -> None:
        if self.composing:
            QGuiApplication.inputMethod().reset()
            super().inputMethodEvent(QInputMethodEvent())
            self._check_composing()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selected characters themselves, not what stands for them on screen."""
        data = QMimeData()
        data.setText(_LONE_SURROGATE.sub("\ufffd", self.selected_text))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Say whether there is text in `source`."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert the text of `source`, without formats, pictures and control characters."""
        text = pasted(source.text())
        if text and not self.isReadOnly():
            self.textCursor().insertText(shown(text))
            self.ensureCursorVisible()


def _block_texts(block: QTextBlock, last: QTextBlock) -> Iterator[str]:
    """Yield the texts of the blocks from `block` to `last`."""
    while block != last:
        yield block.text()
        block = block.next()
    yield last.text()
