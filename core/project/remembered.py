"""What a window has remembered in the project for the next time: how it looked, not what was done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from core.changes.codec import Json, decoded

Value = TypeVar("Value")


def remembered(written: str | None, read: Callable[[Json], Value], otherwise: Value) -> Value:
    """Return what `read` makes of a setting written as JSON; where it is missing or damaged, `otherwise`."""
    try:
        return otherwise if written is None else decoded(written, read)
    except ValueError:
        # An editor loses where a window stood, and gets the project.
        return otherwise
