"""Where the visible text lies in the viewport: blocks, their drawn lines, and stretches of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, cast

from PySide6.QtCore import QRect
from PySide6.QtGui import QTextBlock, QTextLine
from PySide6.QtWidgets import QPlainTextEdit

from gui.positions import utf16_length


@dataclass(frozen=True, slots=True)
class VisibleBlock:
    """A block (a line of the text, up to its line end) that reaches into a clip.

    `top`, `height` and `pitch`, the height of one drawn line, are in pixels of the viewport. `first` and
    `last` number the drawn lines inside the clip. `start` and `end`, its line end left out, are UTF-16 units.
    """

    block: QTextBlock
    top: float
    height: float
    pitch: float
    first: int
    last: int
    start: int
    end: int

    @property
    def blank(self) -> bool:
        """Whether nothing is drawn on it, an input method's text included."""
        return self.start == self.end and not self.block.layout().preeditAreaText()


class Stretch(NamedTuple):
    """A part of one drawn line, in pixels of the viewport; `goes_on` over the line end."""

    left: float
    right: float
    top: float
    pitch: float
    baseline: float
    goes_on: bool


@dataclass(frozen=True, slots=True)
class _Line:
    """A drawn line; `start` and `end` are UTF-16 units of the document."""

    start: int
    end: int
    drawn: QTextLine
    offset: int
    preedit: tuple[int, int]
    top: float
    pitch: float
    baseline: float
    last: bool

    def x(self, unit: int) -> float:
        """Return where the character at `unit` begins."""
        position = unit - self.offset
        if position > self.preedit[0]:
            position += self.preedit[1]
        # PySide answers with the place and the position it belongs to; its type hints say the place alone.
        return cast(tuple[float, int], self.drawn.cursorToX(position))[0]


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
            start = block.position()
            end = start + block.length() - 1
            found.append(VisibleBlock(block, top, height, pitch, first, last, start, end))
        top += height
        block = following
    return found


class VisibleText:
    """The drawn lines inside a clip, and where stretches of the text lie on them."""

    def __init__(self, editor: QPlainTextEdit, clip: QRect) -> None:
        self.blocks = visible_blocks(editor, clip)
        """The blocks, blank ones too."""
        self._lines = [line for block in self.blocks for line in _lines(block)]
        self._starts = [line.start for line in self._lines]

    @property
    def reach(self) -> tuple[int, int] | None:
        """From where to where the lines go (UTF-16 units), None where there are none."""
        return (self._lines[0].start, self._lines[-1].end) if self._lines else None

    def stretches(self, start: int, end: int) -> Iterator[Stretch]:
        """Yield what `[start, end)` (UTF-16 units) covers of each line, from top to bottom.

        A line end has no width. An empty stretch yields one of no width; what an input method has not
        committed yet moves what follows it.
        """
        lines = self._lines
        number = max(0, bisect_right(self._starts, start) - 1)
        while number < len(lines) and lines[number].start <= end:
            line = lines[number]
            number += 1
            if line.end < start or (line.start == end and start < end):
                continue
            left = line.x(max(start, line.start))
            right = line.x(min(end, line.end)) if end > start else left
            yield Stretch(left, right, line.top, line.pitch, line.baseline, line.last and end > line.end)


def _lines(visible: VisibleBlock) -> Iterator[_Line]:
    """Yield the lines of a block that are inside the clip."""
    layout = visible.block.layout()
    uncommitted = layout.preeditAreaText()
    preedit = (layout.preeditAreaPosition(), utf16_length(uncommitted)) if uncommitted else (1 << 62, 0)
    final = layout.lineCount() - 1
    for number in range(visible.first, visible.last + 1):
        line = layout.lineAt(number)
        if not line.isValid():
            return
        begin = _committed(line.textStart(), preedit)
        finish = _committed(line.textStart() + line.textLength(), preedit)
        yield _Line(
            visible.start + begin,
            visible.end if number == final else visible.start + finish,
            line,
            visible.start,
            preedit,
            visible.top + number * visible.pitch,
            visible.pitch,
            visible.top + line.y() + line.ascent(),
            number == final,
        )


def _committed(position: int, preedit: tuple[int, int]) -> int:
    """Return where a position of a layout stands in its block, which lacks what is not committed."""
    place, length = preedit
    return position if position <= place else max(place, position - length)
