"""Colours of the window, light and dark, read from data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

from PySide6.QtGui import QColor


@dataclass(frozen=True)
class Theme:
    """The colours of one look; the names are those of resources/themes/*.json."""

    name: str
    dark: bool
    colors: Mapping[str, str]
    articles: tuple[str, ...]

    def color(self, name: str) -> QColor:
        """Return the colour called `name`; an unknown name is a bug and raises KeyError."""
        return QColor(self._read[name])

    @cached_property
    def _read(self) -> Mapping[str, QColor]:
        """The colours by name, read once: hundreds are asked for at every painting."""
        return {name: QColor(color) for name, color in self.colors.items()}

    def article_color(self, number: int) -> QColor:
        """Return the bar colour of the article that stands at `number` on its page, counted from 0."""
        return QColor(self.articles[number % len(self.articles)])


def load_theme(name: str) -> Theme:
    """Load the theme `name` (`light` or `dark`)."""
    data = json.loads((files("resources") / "themes" / f"{name}.json").read_text(encoding="utf-8"))
    return Theme(data["name"], data["dark"], data["colors"], tuple(data["articles"]))
