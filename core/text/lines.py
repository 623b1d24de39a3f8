"""Lines of a text and how to find them."""

from __future__ import annotations

from bisect import bisect_right

from core.text.span import Span


def in_one_line(text: str) -> str:
    """Return `text` with a sign in the place of its line ends."""
    return text.replace("\n", "↵")


class Lines:
    """The lines of one text; a line's span leaves out its line end. Line numbers count from 0."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        starts = [0]
        position = text.find("\n")
        while position >= 0:
            starts.append(position + 1)
            position = text.find("\n", position + 1)
        self._starts = starts
        self._text = text

    def __len__(self) -> int:
        return len(self._starts)

    def span(self, line: int) -> Span:
        """Return where line number `line` lies."""
        end = self._starts[line + 1] - 1 if line + 1 < len(self._starts) else len(self._text)
        return Span(self._starts[line], end)

    def text(self, line: int) -> str:
        """Return the characters of line number `line`."""
        return self.span(line).of(self._text)

    def number_at(self, position: int) -> int:
        """Return the number of the line that holds `position`; a line end belongs to the line it ends."""
        return bisect_right(self._starts, position) - 1

    def spans(self) -> list[Span]:
        """Return the spans of all lines in order."""
        return [self.span(line) for line in range(len(self))]

    def touching(self, span: Span) -> range:
        """Return the numbers of the lines that `span` reaches into; an empty span lies in one line."""
        last = max(span.start, span.end - 1)
        return range(self.number_at(span.start), self.number_at(last) + 1)
