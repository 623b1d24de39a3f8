"""Blocks: fragments with no blank line between them; and which of the two forms a page has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from core.segmentation.fragments import Fragment
from core.segmentation.measure import column_measure, print_width, set_share

WIDEST_COLUMN = 60
"""No newspaper column holds more characters than this; a longer line is a paragraph."""

NARROWEST_COLUMN = 6


@dataclass(frozen=True)
class Block:
    """Fragments that stand line under line."""

    fragments: tuple[Fragment, ...]

    @cached_property
    def widths(self) -> tuple[float, ...]:
        """The printed widths of the lines."""
        return tuple(print_width(fragment.raw) for fragment in self.fragments)

    @cached_property
    def measure(self) -> float | None:
        """The measure most lines fill, None where too few do to say so."""
        lines = [width for width in self.widths if width <= WIDEST_COLUMN]
        found = column_measure(lines)
        if found is None or found < NARROWEST_COLUMN:
            return None
        return found if set_share(self.widths, found) >= 0.5 else None


def blocks_of(fragments: Sequence[Fragment]) -> list[Block]:
    """Part a page's fragments where blank lines stand."""
    if not fragments:
        return []
    cuts = [0]
    cuts += [number for number, fragment in enumerate(fragments) if number and not fragment.adjacent]
    return [Block(tuple(fragments[start:end])) for start, end in pairwise([*cuts, len(fragments)])]


def is_printed_form(blocks: Sequence[Block]) -> bool:
    """Say whether the page's lines are printed lines: most characters stand in blocks that fill a column."""
    total = printed = 0
    for block in blocks:
        size = sum(len(fragment.raw) for fragment in block.fragments)
        total += size
        tabbed = any("\t" in fragment.raw or "|" in fragment.raw for fragment in block.fragments)
        if not tabbed and block.measure is not None:
            printed += size
    return 2 * printed > total > 0


def page_measure(blocks: Sequence[Block]) -> float:
    """Return the column measure of a page in printed form: that of most of its lines."""
    lines = [width for block in blocks if block.measure is not None for width in block.widths]
    return column_measure(lines) or float(NARROWEST_COLUMN)
