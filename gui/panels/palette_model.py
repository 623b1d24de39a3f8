"""What the command palette offers, narrowed to what is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from gui.panels.fuzzy import Match, best_matches
from gui.panels.painting import one_line
from gui.panels.views import Index

LIMIT = 200
"""How many entries are offered at once."""


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """An entry: what it is known by, what it says, its key as it is shown, and what sort of thing it is.

    `id` can be typed too: it is the English name of a command (`merge-up`), whatever the window speaks. So
    can `also`, which is not shown.
    """

    id: object
    text: str
    shortcut: str = ""
    group: str = ""
    also: str = ""


class PaletteModel(QAbstractListModel):
    """The entries that match, best first; all in their order where nothing is typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[PaletteEntry] = ()
        self._searched: list[tuple[str, str]] = []
        self._shown: list[tuple[int, Match]] = []

    def set_entries(self, entries: Sequence[PaletteEntry]) -> None:
        """Offer other entries."""
        self._entries = tuple(entries)
        self._searched = [(entry.text, _typed_id(entry)) for entry in self._entries]
        self.narrow("")

    def narrow(self, query: str) -> None:
        """Show what matches `query`."""
        self.beginResetModel()
        if query.strip():
            self._shown = best_matches(query, self._searched, LIMIT)
        else:
            self._shown = [(number, Match(0)) for number in range(min(LIMIT, len(self._entries)))]
        self.endResetModel()

    def entry_at(self, row: int) -> PaletteEntry:
        """Return the entry on a row."""
        return self._entries[self._shown[row][0]]

    def match_at(self, row: int) -> Match:
        """Return how the entry on a row matches."""
        return self._shown[row][1]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many entries match."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what an entry says."""
        if not index.isValid():
            return None
        entry = self.entry_at(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(entry.text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(part for part in (entry.text, entry.shortcut, entry.group) if part)
        return None


def _typed_id(entry: PaletteEntry) -> str:
    named = entry.id if isinstance(entry.id, str) else ""
    return " ".join(part for part in (named, entry.group, entry.also) if part)
