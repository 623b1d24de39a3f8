"""Asking before a reading is taken on several pages: how many they are, which, and what they would read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from gui.panels.keys import Keys
from gui.plain import plain_label


@dataclass(frozen=True, slots=True)
class Change:
    """What would become of one page: its name, what stands around the place, and there now and then."""

    page: str
    before: str
    removed: str
    inserted: str
    after: str


class EverywhereQuestion(QWidget):
    """Lists the pages that would be changed. Enter does it, Esc does not, digits choose another reading."""

    agreed = Signal()
    """The editor wants it done."""
    refused = Signal()
    """The editor does not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = plain_label()
        self._head.setWordWrap(True)
        self._list = QPlainTextEdit()
        self._list.setReadOnly(True)
        self._list.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._yes, self._no = QPushButton(), QPushButton(self.tr("不改"))
        self._yes.clicked.connect(self.agreed)
        self._no.clicked.connect(self.refused)
        buttons = QHBoxLayout()
        buttons.addWidget(self._yes)
        buttons.addWidget(self._no)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self._head)
        column.addWidget(self._list, 1)
        column.addLayout(buttons)
        self.setFocusProxy(self._yes)
        for button, act in ((self._yes, self.agreed.emit), (self._no, self.refused.emit)):
            Keys(button, {"Return": act, "Esc": self.refused.emit})

    @property
    def lines(self) -> list[str]:
        """What is listed."""
        return self._list.toPlainText().split("\n")

    @property
    def question(self) -> str:
        """What is asked."""
        return self._head.text()

    def ask(self, changes: Sequence[Change]) -> None:
        """Show what would be changed."""
        first = changes[0]
        self._head.setText(
            self.tr("{0} 版都作“{1}”，一起改为“{2}”？撤销一次就全部退回。").format(
                len(changes), first.removed or _nothing(), first.inserted or _nothing()
            )
        )
        self._yes.setText(self.tr("改 {0} 版").format(len(changes)))
        self._list.setPlainText("\n".join(map(_line, changes)))


def _nothing() -> str:
    return QCoreApplication.translate("EverywhereQuestion", "（无）")


def _line(change: Change) -> str:
    removed = f"[-{change.removed}-]" if change.removed else ""
    inserted = f"[+{change.inserted}+]" if change.inserted else ""
    return f"{change.page}　…{change.before}{removed}{inserted}{change.after}…"
