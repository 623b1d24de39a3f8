"""Asking what to export, how, and where to; what will come of it is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import RefusedError
from core.exporters.choosing import export_files
from core.exporters.exporter import ExportPage, all_exporters, exporter
from core.exporters.names import safe_path
from core.exporters.options import ExportOptions
from core.messages import Catalogue
from gui.plain import plain_label
from gui.window.export_choices import ExportChoices

PREVIEWED = 600
"""How much of the first file is shown (code points)."""


class ExportDialog(QDialog):
    """A format, choices and their presets, a folder, and whether files that are there may be replaced."""

    presets_changed = Signal(object)
    """All presets by name, after one was kept or dropped."""

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("导出"))
        self._catalogue = catalogue
        self._sample: ExportPage | None = None
        self._presets: dict[str, ExportOptions] = {}
        self._format = QComboBox()
        for found in all_exporters():
            self._format.addItem(catalogue.text(found.TITLE), found.NAME)
        self._format.setCurrentIndex(self._format.findData("txt"))
        self.choices = ExportChoices()
        self.preset = QComboBox()
        self.preset.setEditable(True)
        if name := self.preset.lineEdit():
            name.setPlaceholderText(self.tr("写个名字，存下这些选项"))
        self.keep = _button(self.tr("存(&P)"))
        self.drop = _button(self.tr("删"))
        self._folder = QLineEdit()
        self._folder.setMinimumWidth(360)
        self._choose_button = _button(self.tr("选择…(&B)"))
        self._overwrite = QCheckBox(self.tr("替换同名文件(&R)"))
        self.first = plain_label()
        self.first.setProperty("look", "muted")
        self.first.setWordWrap(True)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(self.tr("预览"))
        self.preview.setMinimumHeight(self.fontMetrics().lineSpacing() * 8)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._agree = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._agree.setText(self.tr("导出"))
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("取消"))
        self._is_possible = True
        self._lay_out()
        self._connect()
        self._show()

    @property
    def format_name(self) -> str:
        """The chosen format, as the command line calls it."""
        return str(self._format.currentData())

    @property
    def options(self) -> ExportOptions:
        """The choices."""
        return self.choices.options

    @property
    def folder(self) -> Path:
        """The chosen folder."""
        return Path(self._folder.text().strip()).expanduser()

    @property
    def overwrite(self) -> bool:
        """Whether files that are there may be replaced."""
        return self._overwrite.isChecked()

    def show_project(self, presets: Mapping[str, ExportOptions], sample: ExportPage | None) -> None:
        """Offer the presets of the project, and show what comes of the page `sample`."""
        self._presets, self._sample = dict(presets), sample
        self._list_presets("")
        self._show()

    def _lay_out(self) -> None:
        kept, place = QHBoxLayout(), QHBoxLayout()
        kept.addWidget(self.preset, 1)
        kept.addWidget(self.keep)
        kept.addWidget(self.drop)
        place.addWidget(self._folder)
        place.addWidget(self._choose_button)
        top, bottom = QFormLayout(), QFormLayout()
        for label, field, form in (
            (self.tr("格式(&F)"), self._format, top),
            (self.tr("预设(&E)"), kept, top),
            (self.tr("文件夹(&O)"), place, bottom),
        ):
            title = plain_label(label)
            title.setBuddy(
                field if isinstance(field, QWidget) else self.preset if form is top else self._folder
            )
            form.addRow(title, field)
        bottom.addRow("", self._overwrite)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self.choices)
        layout.addWidget(self.first)
        layout.addWidget(self.preview, 1)
        layout.addLayout(bottom)
        layout.addWidget(self._buttons)

    def _connect(self) -> None:
        self._format.currentIndexChanged.connect(self._show)
        self.choices.changed.connect(self._show)
        self.preset.activated.connect(self._use_preset)
        self.preset.editTextChanged.connect(self._allow)
        self.keep.clicked.connect(self._keep_preset)
        self.drop.clicked.connect(self._drop_preset)
        self._choose_button.clicked.connect(self._choose)
        self._folder.textChanged.connect(self._allow)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _show(self) -> None:
        """Show the name of the first file and how it begins, or why there can be none."""
        told, text = "", ""
        self._is_possible = True
        try:
            told, text = self._first_file()
        except RefusedError as error:
            told, self._is_possible = self._catalogue.text(error.spoken), False
        self.first.setText(told)
        self.preview.setPlainText(text)
        self._allow()

    def _first_file(self) -> tuple[str, str]:
        # What is shown is an example, so it matters not whether just this page is signed.
        pages = [] if self._sample is None else [replace(self._sample, round=max(1, self._sample.round))]
        options = self.options if pages else replace(self.options, only_signed=False)
        for file in export_files(exporter(self.format_name), pages, options):
            begin = next(iter(file.chunks), b"")
            is_packed = begin.startswith(b"PK")
            text = "" if is_packed else begin.decode("utf-8-sig")[:PREVIEWED]
            return self.tr("第一个文件：{0}").format(safe_path(file.path)), text
        return "", ""

    def _allow(self) -> None:
        name = self.preset.currentText().strip()
        self.keep.setEnabled(bool(name))
        self.drop.setEnabled(name in self._presets)
        self._agree.setEnabled(self._is_possible and bool(self._folder.text().strip()))

    def _list_presets(self, current: str) -> None:
        self.preset.clear()
        self.preset.addItems(sorted(self._presets))
        self.preset.setCurrentIndex(self.preset.findText(current))
        self.preset.setEditText(current)
        self._allow()

    def _use_preset(self) -> None:
        name = self.preset.currentText().strip()
        if name in self._presets:
            self.choices.show_options(self._presets[name])

    def _keep_preset(self) -> None:
        name = self.preset.currentText().strip()
        self._presets[name] = self.options
        self._list_presets(name)
        self.presets_changed.emit(dict(self._presets))

    def _drop_preset(self) -> None:
        del self._presets[self.preset.currentText().strip()]
        self._list_presets("")
        self.presets_changed.emit(dict(self._presets))

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("导出到"), self._folder.text())
        if chosen:
            self._folder.setText(chosen)


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    return button
