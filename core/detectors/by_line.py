"""What is found line by line: a key changes one line, and of the others all is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from core.document.page import PageView

Found = TypeVar("Found")

Find = Callable[[str], Sequence[Found]]
"""What is found in a line, whatever stands above and below it."""


def found_by_line(page: PageView, find: Find[Found]) -> Iterator[tuple[int, Found]]:
    """Yield what `find` says of the lines of `page`, each with the place where its line begins."""
    lines = page.text.split("\n")
    start = 0
    for line, found in zip(lines, page.each(_found_in_all, lines, find), strict=True):
        for one in found:
            yield start, one
        start += len(line) + 1


def _found_in_all(lines: Sequence[str], find: Find[Found]) -> list[Sequence[Found]]:
    return [find(line) for line in lines]
