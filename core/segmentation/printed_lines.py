"""Printed lines made into paragraphs: the most likely reading of a column's ragged right edge.

A paragraph begins two characters in, ends anywhere, and fills the column between. Line widths are blurred by
lost and invented characters, so no single line decides: the cheapest sequence of states over all lines of an
article does (Viterbi), column ends counting as any other line end.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.segmentation import marks, wording
from core.segmentation.fragments import Fragment
from core.segmentation.measure import INDENT, print_width

_FIRST, _MIDDLE, _LAST, _ONLY = range(4)
_STARTS = (_FIRST, _ONLY)
_ENDS = (_LAST, _ONLY)
_AFTER = {state: (_STARTS if state in _ENDS else (_MIDDLE, _LAST)) for state in range(4)}
_RAGGED = 1.6
"""Cost of a last line, however long: what its many possible lengths make each of them worth."""
_WORST = 4.0


def paragraph_starts(lines: Sequence[Fragment], measures: Sequence[float]) -> list[bool]:
    """Say of each line of one article whether it begins a paragraph.

    `measures` are the column measures the lines stand in. The first line always begins one.
    """
    if not lines:
        return []
    costs = [_costs(line, measure) for line, measure in zip(lines, measures, strict=True)]
    best = [costs[0][state] if state in _STARTS else float("inf") for state in range(4)]
    came_from: list[list[int]] = []
    for line in costs[1:]:
        links = [min((s for s in range(4) if state in _AFTER[s]), key=best.__getitem__) for state in range(4)]
        best = [best[links[state]] + line[state] for state in range(4)]
        came_from.append(links)
    state = min(range(4), key=lambda last: best[last] + (0.0 if last in _ENDS else 1.0))
    states = [state]
    for links in reversed(came_from):
        state = links[state]
        states.append(state)
    return [state in _STARTS for state in reversed(states)]


def _costs(line: Fragment, measure: float) -> tuple[float, float, float, float]:
    """Return what it costs to read a line as first, middle, last and only line of a paragraph."""
    width = print_width(line.raw)
    goes_on = 2.0 if line.ends_sentence else 0.0
    stops = 0.0 if line.ends_sentence else 5.0 if line.text.endswith((",", "、")) else 2.4
    begins, runs = _start_costs(line)
    return (
        _off(width - (measure - INDENT)) + goes_on + begins,
        _off(width - measure) + goes_on + runs,
        _RAGGED + _off(max(0.0, width - measure)) + stops + runs,
        _RAGGED + _off(max(0.0, width - (measure - INDENT))) + stops + begins,
    )


def _start_costs(line: Fragment) -> tuple[float, float]:
    """Return what the beginning of a line costs as the beginning of a paragraph, and as anything else."""
    if marks.STORY.match(line.text):
        return 0.0, 6.0
    if wording.INSIDE_START.match(line.raw):
        return 4.0, 0.0
    if marks.NUMBERED.match(line.text):
        return 0.0, 1.0
    if line.indent >= 2:
        return 0.0, 1.0
    return 0.5, 0.0


def _off(difference: float) -> float:
    """Return what a line costs that is `difference` wider (narrower: below 0) than it should be."""
    slack = 0.6 if difference > 0 else 1.1
    return min(_WORST, 0.3 * abs(difference) + max(0.0, abs(difference) - slack))
