"""The few rows that must go, move or come for a list to become another one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remove:
    """Take `count` rows away, the first of them `row`."""

    row: int
    count: int


@dataclass(frozen=True, slots=True)
class Move:
    """Put the row `source` before the row that is `before` now (as QAbstractItemModel counts)."""

    source: int
    before: int


@dataclass(frozen=True, slots=True)
class Insert:
    """Put rows of these keys in, so that the first becomes `row`."""

    row: int
    keys: tuple[int, ...]


def row_steps(held: Sequence[int], target: Sequence[int]) -> list[Remove | Move | Insert]:
    """Return the steps that turn `held` into `target`, to be done in this order; keys stand in each once."""
    rows = list(held)
    steps: list[Remove | Move | Insert] = []
    wanted = set(target)
    end = len(rows)
    while end > 0:
        start = end
        while start > 0 and rows[start - 1] not in wanted:
            start -= 1
        if start < end:
            steps.append(Remove(start, end - start))
            del rows[start:end]
        end = start - 1
    steps += _moves(rows, target)
    present = set(rows)
    at = 0
    while at < len(target):
        end = at
        while end < len(target) and target[end] not in present:
            end += 1
        if end > at:
            steps.append(Insert(at, tuple(target[at:end])))
        at = end + 1
    return steps


def _moves(rows: list[int], target: Sequence[int]) -> list[Move]:
    """Bring `rows` into the order of `target` by moving as few of them as can be."""
    present = set(rows)
    order = [key for key in target if key in present]
    if rows == order:
        return []
    place = {key: at for at, key in enumerate(order)}
    staying = set(_longest_rise([place[key] for key in rows]))
    moves = []
    for at, key in enumerate(order):
        if at in staying:
            continue
        source = rows.index(key)
        before = rows.index(order[at - 1]) + 1 if at else 0
        if source != before:
            moves.append(Move(source, before))
            rows.pop(source)
            rows.insert(before - (source < before), key)
    return moves


def _longest_rise(values: Sequence[int]) -> list[int]:
    """Return a longest increasing subsequence of `values`."""
    tails: list[int] = []
    tail_at: list[int] = []
    previous = [-1] * len(values)
    for at, value in enumerate(values):
        length = bisect_left(tails, value)
        previous[at] = tail_at[length - 1] if length else -1
        if length == len(tails):
            tails.append(value)
            tail_at.append(at)
        else:
            tails[length] = value
            tail_at[length] = at
    rise = []
    at = tail_at[-1] if tail_at else -1
    while at >= 0:
        rise.append(values[at])
        at = previous[at]
    return rise[::-1]
