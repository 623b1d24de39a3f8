"""The best way to pair two rows one to one (Kuhn 1955, in the form of Jonker and Volgenant 1987)."""

from __future__ import annotations

from math import inf

import numpy as np
import numpy.typing as npt

Gains = npt.NDArray[np.float64]


def best_pairs(gains: Gains) -> list[tuple[int, int]]:
    """Return the pairs (row, column) of which none shares a row or column and whose gains add up to most.

    Pairs that gain nothing (0 or less) are left out.
    """
    rows, columns = gains.shape
    size = max(rows, columns)
    costs = np.zeros((size + 1, size + 1))
    costs[1 : rows + 1, 1 : columns + 1] = -np.maximum(gains, 0.0)
    above, beside = np.zeros(size + 1), np.zeros(size + 1)
    held = np.zeros(size + 1, dtype=np.intp)
    for row in range(1, size + 1):
        held[0] = row
        _augment(costs, above, beside, held)
    pairs = [(int(held[column]) - 1, column - 1) for column in range(1, size + 1)]
    return sorted(
        (row, column) for row, column in pairs if row < rows and column < columns and gains[row, column] > 0
    )


def _augment(costs: Gains, above: Gains, beside: Gains, held: npt.NDArray[np.intp]) -> None:
    """Find a column for the row in `held[0]`, moving other rows where that costs least."""
    size = len(held)
    least = np.full(size, inf)
    used = np.zeros(size, dtype=bool)
    came_by = np.zeros(size, dtype=np.intp)
    column = 0
    while held[column]:
        used[column] = True
        row = held[column]
        slack = costs[row] - above[row] - beside
        nearer = ~used & (slack < least)
        least[nearer], came_by[nearer] = slack[nearer], column
        free = np.where(used, inf, least)
        following = int(np.argmin(free))
        step = free[following]
        above[held[used]] += step
        beside[used] -= step
        least[~used] -= step
        column = following
    while column:
        held[column] = held[came_by[column]]
        column = int(came_by[column])
