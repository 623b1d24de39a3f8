"""What is found line by line: a key changes one line, and of the others all is known."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import TypeVar

from core.document.page import PageView
from core.text.span import Span

Found = TypeVar("Found")
Given = TypeVar("Given", bound=Hashable)

Find = Callable[[str], Sequence[Found]]
"""What is found in a line, whatever stands above and below it."""

Look = Callable[[str, Given], Iterable[tuple[Span, Found]]]
"""What is found in a text and where, by what else is given; nothing of it hangs on another line."""


def _lines(page: PageView) -> tuple[list[str], list[int]]:
    """Return the lines of a page, and where each begins. Those who ask for the same texts hash them once."""
    lines = page.text.split("\n")
    return lines, _starts(lines)


def _starts(lines: Sequence[str]) -> list[int]:
    return list(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))


def found_by_line(page: PageView, find: Find[Found]) -> Iterator[tuple[int, Found]]:
    """Yield what `find` says of the lines of `page`, each with the place where its line begins."""
    lines, starts = page.once(_lines)
    for start, found in zip(starts, page.each(_found_in_all, lines, find), strict=True):
        for one in found:
            yield start, one


def _found_in_all(lines: Sequence[str], find: Find[Found]) -> list[Sequence[Found]]:
    return [find(line) for line in lines]


def found_in_row(page: PageView, look: Look[Given, Found], given: Given) -> Iterator[tuple[Span, Found]]:
    """Yield what `look` says of the text of `page`, line by line.

    It gets the lines that are new in one row, for whatever takes long to begin with.
    """
    lines, starts = page.once(_lines)
    for start, found in zip(starts, page.each(_found_in_row, lines, (look, given)), strict=True):
        for span, one in found:
            yield span.moved(start), one


def _found_in_row(
    lines: Sequence[str], how: tuple[Look[Given, Found], Given]
) -> list[list[tuple[Span, Found]]]:
    look, given = how
    found: list[list[tuple[Span, Found]]] = [[] for _ in lines]
    starts = _starts(lines)
    for span, one in look("\n".join(lines), given):
        number = bisect_right(starts, span.start) - 1
        found[number].append((span.moved(-starts[number]), one))
    return found
