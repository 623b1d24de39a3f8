"""Readings in conflict, as the command line lists them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

from core.merging.three_way import Place

AROUND = 8
"""So many characters are shown on either side of readings in conflict."""


def print_conflicts(mine: str, conflicts: Iterable[Place]) -> None:
    """Print a line for each of `conflicts` in the text `mine`: [mine | theirs | what both had]."""
    for place in conflicts:
        before, after = (" ".join(part.split()) for part in _around(mine, place))
        readings = " | ".join(_shown(one) for one in (place.my_reading, place.their_reading, place.was))
        click.echo(f"  {before}[{readings}]{after}")


def conflict_data(mine: str, place: Place) -> dict[str, Any]:
    """Return a conflict for JSON; positions are in the text `mine`."""
    before, after = _around(mine, place)
    return {
        "start": place.mine.start,
        "end": place.mine.end,
        "was": place.was,
        "mine": place.my_reading,
        "theirs": place.their_reading,
        "before": before,
        "after": after,
    }


def _around(text: str, place: Place) -> tuple[str, str]:
    span = place.mine
    return text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]


def _shown(reading: str) -> str:
    return " ".join(reading.split()) or "∅"
