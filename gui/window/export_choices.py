"""The choices of an export as a form."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QGridLayout, QLineEdit, QWidget

from core.exporters.options import Characters, ExportOptions, Split, Width


class ExportChoices(QWidget):
    """One field for each choice of `ExportOptions`."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QComboBox] = {
            "characters": _box(self._character_names()),
            "marks": _box(self._width_names()),
            "digits": _box(self._width_names()),
            "split": _box(self._split_names()),
        }
        self.names = QLineEdit()
        self.names.setPlaceholderText(self.tr("照版面的名字；可用 {paper} {date} {page} {number} {title}"))
        self.switches = {name: QCheckBox(title) for name, title in self._switch_names().items()}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("字体(&C)"), self.boxes["characters"])
        form.addRow(self.tr("标点(&M)"), self.boxes["marks"])
        form.addRow(self.tr("数字(&D)"), self.boxes["digits"])
        form.addRow(self.tr("分文件(&S)"), self.boxes["split"])
        form.addRow(self.tr("文件名(&N)"), self.names)
        grid = QGridLayout()
        for at, switch in enumerate(self.switches.values()):
            grid.addWidget(switch, at // 2, at % 2)
            switch.toggled.connect(self._tell)
        form.addRow("", grid)
        for box in self.boxes.values():
            box.currentIndexChanged.connect(self._tell)
        self.names.textChanged.connect(self._tell)
        self._showing = False
        self.show_options(ExportOptions())

    @property
    def options(self) -> ExportOptions:
        """What is chosen."""
        values: dict[str, Any] = {name: box.currentData() for name, box in self.boxes.items()}
        values |= {name: switch.isChecked() for name, switch in self.switches.items()}
        return ExportOptions(
            Characters(values.pop("characters")),
            Width(values.pop("marks")),
            Width(values.pop("digits")),
            split=Split(values.pop("split")),
            names=self.names.text().strip(),
            **values,
        )

    def show_options(self, options: ExportOptions) -> None:
        """Show other choices."""
        self._showing = True
        for name, box in self.boxes.items():
            box.setCurrentIndex(box.findData(getattr(options, name).value))
        for name, switch in self.switches.items():
            switch.setChecked(getattr(options, name))
        self.names.setText(options.names)
        self._showing = False
        self.changed.emit()

    def _tell(self) -> None:
        if not self._showing:
            self.changed.emit()

    def _character_names(self) -> dict[StrEnum, str]:
        return {
            Characters.AS_IS: self.tr("照原样"),
            Characters.SIMPLIFIED: self.tr("简体"),
            Characters.TRADITIONAL: self.tr("繁体"),
            Characters.TAIWAN: self.tr("台湾（连同用语）"),
            Characters.HONG_KONG: self.tr("香港"),
        }

    def _width_names(self) -> dict[StrEnum, str]:
        return {
            Width.AS_IS: self.tr("照原样"),
            Width.FULL: self.tr("全角"),
            Width.HALF: self.tr("半角"),
        }

    def _split_names(self) -> dict[StrEnum, str]:
        return {
            Split.PAGE: self.tr("一版一个"),
            Split.ARTICLE: self.tr("一篇一个"),
            Split.ISSUE: self.tr("一期一个"),
        }

    def _switch_names(self) -> dict[str, str]:
        return {
            "headings": self.tr("要小标题(&H)"),
            "furniture": self.tr("要杂项(&U)"),
            "linked": self.tr("接上转版(&J)"),
            "line_breaks": self.tr("照原来断行(&L)"),
            "only_signed": self.tr("只要签过校次的版(&G)"),
            "apparatus": self.tr("附校勘记(&X)"),
            "scans": self.tr("附扫描图(&I)"),
        }


def _box(names: dict[StrEnum, str]) -> QComboBox:
    box = QComboBox()
    for value, name in names.items():
        box.addItem(name, value.value)
    return box
