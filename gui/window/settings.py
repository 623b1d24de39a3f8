"""What the window remembers between two starts, in the user's own settings."""

from __future__ import annotations

import getpass
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QLocale, QSettings

from core.cli.language import LANGUAGES, language_of

THEMES = ("light", "dark")

_BETWEEN_KEYS = "; "
"""Parts key sequences; no sequence has a space after a semicolon in it."""


@dataclass(frozen=True)
class Settings:
    """Typed access to a QSettings; every name and default stands here and nowhere else."""

    store: QSettings
    environment: Mapping[str, str]

    @property
    def language(self) -> str:
        """The language of the interface: chosen, else the environment's, else the system's."""
        chosen = str(self.store.value("language", ""))
        if chosen in LANGUAGES:
            return chosen
        named = any(
            self.environment.get(name) for name in ("JIAOCHOU_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
        )
        return language_of(self.environment if named else {"LANG": QLocale.system().name()})

    def set_language(self, language: str) -> None:
        """Choose the language from the next start on."""
        self.store.setValue("language", language)

    @property
    def theme(self) -> str:
        """The chosen theme, "" to follow the system."""
        chosen = str(self.store.value("theme", ""))
        return chosen if chosen in THEMES else ""

    def set_theme(self, name: str) -> None:
        """Choose a theme."""
        self.store.setValue("theme", name)

    @property
    def page_points(self) -> float:
        """The size of page text in points, 0 for the usual one."""
        points = self.store.value("page_points", 0.0, float)
        return points if isinstance(points, float) and points > 0 else 0.0

    def set_page_points(self, points: float) -> None:
        """Remember the size of page text."""
        self.store.setValue("page_points", points)

    @property
    def dims_others(self) -> bool:
        """Whether all articles but the current one step back."""
        return self.store.value("dim_others", False, bool) is True

    def set_dims_others(self, dims: bool) -> None:
        """Remember whether they do."""
        self.store.setValue("dim_others", dims)

    @property
    def actor(self) -> str:
        """Who works here, as the history names them."""
        return str(self.store.value("actor", "")) or getpass.getuser()

    @property
    def last_project(self) -> str:
        """The path of the project that was open last, "" where there is none."""
        return str(self.store.value("last_project", ""))

    def set_last_project(self, path: str) -> None:
        """Remember which project is open."""
        self.store.setValue("last_project", path)

    @property
    def chosen_keys(self) -> dict[str, tuple[str, ...]]:
        """The keys that were chosen instead of those of the table: portable sequences by action."""
        self.store.beginGroup("keys")
        stored = {name: str(self.store.value(name, "")) for name in self.store.childKeys()}
        self.store.endGroup()
        return {name: tuple(keys.split(_BETWEEN_KEYS)) if keys else () for name, keys in stored.items()}

    def choose_keys(self, action: str, keys: Sequence[str] | None) -> None:
        """Remember the keys of an action, None where they are those of the table again."""
        if keys is None:
            self.store.remove(f"keys/{action}")
        else:
            self.store.setValue(f"keys/{action}", _BETWEEN_KEYS.join(keys))

    def window_place(self) -> tuple[QByteArray, QByteArray] | None:
        """Return the window's geometry and the state of its panes."""
        geometry, state = self.store.value("geometry"), self.store.value("state")
        if isinstance(geometry, QByteArray) and isinstance(state, QByteArray):
            return geometry, state
        return None

    def keep_window_place(self, geometry: QByteArray, state: QByteArray) -> None:
        """Remember the window's geometry and the state of its panes."""
        self.store.setValue("geometry", geometry)
        self.store.setValue("state", state)
