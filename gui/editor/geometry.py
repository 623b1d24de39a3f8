"""Where the visible text lies in the viewport: blocks, their lines, and stretches of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QRect
from PySide6.QtGui import QTextBlock, QTextLine
from PySide6.QtWidgets import QPlainTextEdit

from gui.positions import utf16_length


@dataclass(frozen=True, slots=True)
class VisibleBlock:
    """A block (a line of the text, up to its line end) that reaches into a clip.

    `top` and `height` are in pixels of the viewport; all drawn lines of a block are equally high. `first` and
    `last` number the drawn lines inside the clip. Positions are UTF-16 units of the document.
    """

    block: QTextBlock
    top: float
    height: float
    first: int
    last: int

    @property
    def pitch(self) -> float:
        """The height of one drawn line."""
        return self.height / max(1, self.block.layout().lineCount())

    @property
    def blank(self) -> bool:
        """Whether nothing is drawn on it, an input method's text included."""
        return self.block.length() == 1 and not self.block.layout().preeditAreaText()

    @property
    def start(self) -> int:
        """Where its visible part begins."""
        if self.first == 0:
            return self.block.position()
        return self.block.position() + self.block.layout().lineAt(self.first).textStart()

    @property
    def end(self) -> int:
        """Where its visible part ends, the line end left out."""
        whole = self.block.position() + self.block.length() - 1
        if self.last >= self.block.layout().lineCount() - 1:
            return whole
        line = self.block.layout().lineAt(self.last)
        return min(whole, self.block.position() + line.textStart() + line.textLength())


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of one drawn line, in pixels of the viewport."""

    left: float
    right: float
    top: float
    pitch: float
    baseline: float


def visible_blocks(editor: QPlainTextEdit, clip: QRect) -> list[VisibleBlock]:
    """List the blocks that reach into `clip`, a part of the viewport, from top to bottom."""
    found: list[VisibleBlock] = []
    block = editor.firstVisibleBlock()
    top = editor.blockBoundingGeometry(block).translated(editor.contentOffset()).top()
    while block.isValid() and top <= clip.bottom():
        height = editor.blockBoundingRect(block).height()
        following = block.next()
        if not following.isValid():
            height -= editor.document().documentMargin()
        if top + height >= clip.top():
            count = max(1, block.layout().lineCount())
            pitch = height / count
            first = min(count - 1, max(0, int((clip.top() - top) / pitch)))
            last = min(count - 1, int((clip.bottom() - top) / pitch))
            found.append(VisibleBlock(block, top, height, first, last))
        top += height
        block = following
    return found


def stretches(visible: VisibleBlock, start: int, end: int) -> Iterator[Stretch]:
    """Yield the parts of the visible lines of a block that `[start, end)` (UTF-16 units) covers.

    An empty stretch yields one of no width. What an input method has not committed yet moves what follows.
    """
    block, layout = visible.block, visible.block.layout()
    limit = block.length() - 1
    first = _drawn(block, max(0, start - block.position()))
    last = _drawn(block, min(limit, end - block.position()))
    if last < first:
        return
    pitch = visible.pitch
    number = max(visible.first, layout.lineForTextPosition(first).lineNumber())
    while number <= visible.last:
        line = layout.lineAt(number)
        begin = line.textStart()
        if begin > last or (begin == last and begin > first):
            return
        finish = begin + line.textLength()
        top = visible.top + number * pitch
        baseline = visible.top + line.y() + line.ascent()
        yield Stretch(_x(line, max(first, begin)), _x(line, min(last, finish)), top, pitch, baseline)
        number += 1


def _drawn(block: QTextBlock, position: int) -> int:
    """Return where `position` of a block stands in its layout, which holds an input method's text too."""
    layout = block.layout()
    if layout.preeditAreaText() and position > layout.preeditAreaPosition():
        return position + utf16_length(layout.preeditAreaText())
    return position


def _x(line: QTextLine, position: int) -> float:
    # PySide answers with the place and the position it belongs to; its type hints say the place alone.
    place, _ = cast(tuple[float, int], line.cursorToX(position))
    return place
