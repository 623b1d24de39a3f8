"""Choosing which proof sheets are made, and whether they are kept as a PDF or printed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from core.changes.page_round import round_name
from core.messages import Catalogue
from gui.plain import plain_label
from gui.proofs.painting import ROUND_COLORS

_DOT = 12


class ProofDialog(QDialog):
    """This page or all, and which round. Accepted: `prints` says whether it goes to the printer."""

    def __init__(self, catalogue: Catalogue, page: str, pages: int, parent: QWidget | None = None) -> None:
        """`page` is the name of the page that is shown, `pages` how many there are."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("校样"))
        self.prints = False
        self.this_page = QRadioButton(self.tr("本版（{0}）(&T)").format(page.replace("&", "&&")))
        self.all_pages = QRadioButton(self.tr("全部 {0} 版(&A)").format(pages))
        self.this_page.setChecked(True)
        self.rounds = QComboBox()
        self.rounds.addItem(self.tr("各版最近有校改的一校"), None)
        for number, color in enumerate(ROUND_COLORS, 1):
            self.rounds.addItem(_dot(color), catalogue.text(round_name(number)), number)
        self._about = plain_label(
            self.tr(
                "原文在中间，这一校次改了什么，用 GB/T 14706 的校对符号画出，引线连到页边；各处校改列在后面。"
            )
        )
        self._about.setWordWrap(True)
        self._about.setProperty("look", "muted")
        buttons = QDialogButtonBox()
        self.save = QPushButton(self.tr("存为 PDF…(&S)"))
        self.print_ = QPushButton(self.tr("打印…(&P)"))
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.print_, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.save.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.print_.clicked.connect(self._print)
        self._lay_out(buttons)

    @property
    def number(self) -> int | None:
        """The round that was chosen, None for each page's newest."""
        chosen: int | None = self.rounds.currentData()
        return chosen

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        pages = QHBoxLayout()
        pages.addWidget(self.this_page)
        pages.addWidget(self.all_pages)
        pages.addStretch(1)
        form = QFormLayout()
        form.addRow(self.tr("版面"), pages)
        form.addRow(self.tr("校次(&R)"), self.rounds)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self._about)
        layout.addWidget(buttons)
        self.setMinimumWidth(460)

    def _print(self) -> None:
        self.prints = True
        self.accept()


def _dot(color: str) -> QIcon:
    """Return a dot in the ink of a round."""
    picture = QPixmap(_DOT * 2, _DOT * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(color))
    painter.drawEllipse(2, 2, _DOT - 4, _DOT - 4)
    painter.end()
    return QIcon(picture)
