"""Stretches that come back inside one long text, found in linear time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from core.language.gram_table import sums_of
from core.language.symbols import codes_of
from core.text.edit import common_prefix, common_suffix
from core.text.hashes import perhaps_among

BLOCK = 12
"""Every stretch of twice this length or more is found for certain (code points)."""

_WINDOW = 256


@dataclass(frozen=True, slots=True)
class Echo:
    """`text[first:first + length]` comes back at `second`, which lies behind it."""

    first: int
    second: int
    length: int


def echoes(text: str, least: int) -> Iterator[Echo]:
    """Yield the longest stretches of `text`, `least` or longer, that have stood there before.

    `least` must be at least `2 * BLOCK`. The earlier copy found is the first that shares a block with the
    later one; the two never overlap.
    """
    if least < 2 * BLOCK:
        raise ValueError(f"stretches below {2 * BLOCK} would be missed: {least}")
    end_of_last = 0
    for position, first in _meetings(text):
        if position < end_of_last:
            continue
        back = _alike_before(text, first, position, position - end_of_last)
        ahead = _alike_behind(text, first, position)
        start, other = position - back, first - back
        length = min(back + ahead, start - other)
        if length >= least:
            yield Echo(other, start, length)
            end_of_last = start + length


def _meetings(text: str) -> list[tuple[int, int]]:
    """Return where a block comes back, and where it stood first: (position, first)."""
    sums = sums_of(codes_of(text), BLOCK)
    # Blocks begin at whole multiples of their length, so a stretch of two blocks holds one of them whole.
    blocks, first = np.unique(sums[::BLOCK], return_index=True)
    if not len(blocks):
        return []
    again = perhaps_among(sums, blocks)
    rows = np.minimum(np.searchsorted(blocks, sums[again]), len(blocks) - 1)
    firsts = first[rows] * BLOCK
    met = (blocks[rows] == sums[again]) & (firsts + BLOCK <= again)
    return list(zip(again[met].tolist(), firsts[met].tolist(), strict=True))


def _alike_behind(text: str, first: int, second: int) -> int:
    alike = 0
    while True:
        one = text[first + alike : first + alike + _WINDOW]
        two = text[second + alike : second + alike + _WINDOW]
        shared = common_prefix(one, two)
        alike += shared
        if shared < _WINDOW:
            return alike


def _alike_before(text: str, first: int, second: int, most: int) -> int:
    alike = 0
    while True:
        width = min(_WINDOW, first - alike, second - alike, most - alike)
        if width <= 0:
            return alike
        one = text[first - alike - width : first - alike]
        two = text[second - alike - width : second - alike]
        shared = common_suffix(one, two, width)
        alike += shared
        if shared < width:
            return alike
