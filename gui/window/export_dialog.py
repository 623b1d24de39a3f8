"""Asking what to export and where to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from core.exporters.exporter import all_exporters
from core.messages import Catalogue


class ExportDialog(QDialog):
    """A format, a folder, and whether files that are there may be replaced."""

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("导出"))
        self._format = QComboBox()
        for found in all_exporters():
            self._format.addItem(catalogue.text(found.TITLE), found.NAME)
        self._format.setCurrentIndex(self._format.findData("txt"))
        self._folder = QLineEdit()
        self._folder.setMinimumWidth(360)
        choose = QPushButton(self.tr("选择…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        place = QHBoxLayout()
        place.addWidget(self._folder)
        place.addWidget(choose)
        self._overwrite = QCheckBox(self.tr("替换同名文件"))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._agree = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._agree.setText(self.tr("导出"))
        self._agree.setEnabled(False)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("取消"))
        self._folder.textChanged.connect(lambda text: self._agree.setEnabled(bool(text.strip())))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.addRow(self.tr("格式"), self._format)
        form.addRow(self.tr("文件夹"), place)
        form.addRow("", self._overwrite)
        form.addRow(buttons)

    @property
    def format_name(self) -> str:
        """The chosen format, as the command line calls it."""
        return str(self._format.currentData())

    @property
    def folder(self) -> Path:
        """The chosen folder."""
        return Path(self._folder.text().strip()).expanduser()

    @property
    def overwrite(self) -> bool:
        """Whether files that are there may be replaced."""
        return self._overwrite.isChecked()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("导出到"), self._folder.text())
        if chosen:
            self._folder.setText(chosen)
