"""Differences between two texts as rows of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from core.document.difference import Difference
from core.text.lines import Lines
from gui.panels.painting import one_line
from gui.panels.views import Index
from gui.plain import plain_tooltip

CONTEXT = 24
"""How many code points are shown on either side of a difference."""


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """A difference as the list shows it: `line` as people count, `position` in the text as it is now."""

    line: int
    position: int
    before: str
    removed: str
    inserted: str
    after: str


def difference_rows(found: Sequence[Difference], text: str) -> list[DifferenceRow]:
    """Return the rows for what was `found` different; `text` is the text as it is now."""
    lines = Lines(text)
    rows = []
    for difference in found:
        start, end = difference.current.start, difference.current.end
        rows.append(
            DifferenceRow(
                lines.number_at(start) + 1,
                start,
                text[max(0, start - CONTEXT) : start],
                difference.removed,
                difference.inserted,
                text[end : end + CONTEXT],
            )
        )
    return rows


class DifferenceModel(QAbstractTableModel):
    """Differences in the order of the text: their lines, and what was changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[DifferenceRow, ...] = ()

    def set_rows(self, rows: Sequence[DifferenceRow]) -> None:
        """Show other differences."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, row: int) -> DifferenceRow:
        """Return the difference on a row."""
        return self._rows[row]

    def summary(self) -> str:
        """Say how much was changed; white space does not count."""
        added = sum(len("".join(row.inserted.split())) for row in self._rows)
        taken = sum(len("".join(row.removed.split())) for row in self._rows)
        return self.tr("改动 {places} 处 · 增 {added} 字 · 删 {taken} 字").format(
            places=f"{len(self._rows):,}", added=f"{added:,}", taken=f"{taken:,}"
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of differences."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return 2: the line and the change."""
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says: a change in brackets, removed text before inserted text."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            changed = f"{row.before}[-{row.removed}-][+{row.inserted}+]{row.after}"
            return str(row.line) if index.column() == 0 else one_line(changed)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 1:
            gone = self.tr("删：{0}").format(row.removed) if row.removed else ""
            come = self.tr("增：{0}").format(row.inserted) if row.inserted else ""
            return plain_tooltip("　".join(part for part in (gone, come) if part))
        return None
