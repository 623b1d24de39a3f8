"""Rectangles of an image."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of an image, in pixels from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is (pixels)."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is (pixels)."""
        return self.bottom - self.top


def around(areas: Iterable[Area]) -> Area | None:
    """Return the smallest area that holds all `areas`, None where there are none."""
    held = list(areas)
    if not held:
        return None
    return Area(
        min(area.left for area in held),
        min(area.top for area in held),
        max(area.right for area in held),
        max(area.bottom for area in held),
    )
