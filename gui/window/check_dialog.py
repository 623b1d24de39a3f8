"""Choosing how a project is checked: how strict, by which conventions, by which rules."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from core.detectors.options import CheckOptions, Era, Level, Region
from gui.desk.desk import Desk
from gui.panels.keys import Keys
from gui.panels.painting import font_em
from gui.panels.views import RowTable
from gui.plain import plain_label
from gui.window.rules_model import Column, RulesModel, rule_rows
from gui.window.vocabulary import Vocabulary


class CheckDialog(QDialog):
    """Level, era and region, and a switch for each rule. A choice holds at once and for all pages."""

    def __init__(self, desk: Desk, words: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("检查设置"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(920, 680)
        self._desk = desk
        titles = {name: words.text(title) for name, title in words.titles.items()}
        self.model = RulesModel(rule_rows(titles, words.catalogue.language), self)
        self._levels = QButtonGroup(self)
        self.levels = {level: QRadioButton(title) for level, title in self._level_titles().items()}
        self.era = self._choice({Era.MODERN: self.tr("1949 年以后"), Era.REPUBLICAN: self.tr("1949 年以前")})
        self.region = self._choice(
            {
                Region.MAINLAND: self.tr("大陆"),
                Region.TAIWAN: self.tr("台湾"),
                Region.HONG_KONG: self.tr("香港"),
            }
        )
        self.view = self._make_view()
        self._line = plain_label()
        self._line.setProperty("look", "muted")
        self.reset = QPushButton(self.tr("恢复默认"))
        self.done_ = QPushButton(self.tr("关闭"))
        self._lay_out()
        self._connect()
        self._show()
        desk.taught.read()
        self.levels[self._options.level].setFocus()

    @property
    def _options(self) -> CheckOptions:
        return self._desk.taught.held.options

    def _level_titles(self) -> dict[Level, str]:
        return {
            Level.LENIENT: self.tr("宽(&L)"),
            Level.NORMAL: self.tr("中(&N)"),
            Level.STRICT: self.tr("严(&S)"),
        }

    def _level_sentence(self, level: Level) -> str:
        return {
            Level.LENIENT: self.tr("只说有把握的：多半真要改。赶时间时用。"),
            Level.NORMAL: self.tr("说值得一看的。平时用。"),
            Level.STRICT: self.tr("连只有一成多把握的也说。终校和难认的版面用。"),
        }[level]

    def _choice(self, names: dict[Era, str] | dict[Region, str]) -> QComboBox:
        box = QComboBox()
        for value, name in names.items():
            box.addItem(name, value)
        return box

    def _make_view(self) -> RowTable:
        view = RowTable(2.2)
        view.setModel(self.model)
        view.setAccessibleName(self.tr("规则"))
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        heads = view.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionsClickable(False)
        em = font_em(view.font())
        heads.resizeSection(Column.RULE, round(em * 15))
        heads.resizeSection(Column.COUNT, round(em * 6))
        heads.setSectionResizeMode(Column.SENTENCE, QHeaderView.ResizeMode.Stretch)
        return view

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        levels = QGridLayout()
        levels.setHorizontalSpacing(14)
        levels.setColumnStretch(1, 1)
        for row, (level, button) in enumerate(self.levels.items()):
            sentence = plain_label(self._level_sentence(level))
            sentence.setProperty("look", "muted")
            sentence.setBuddy(button)
            button.setAccessibleDescription(sentence.text())
            self._levels.addButton(button)
            levels.addWidget(button, row, 0)
            levels.addWidget(sentence, row, 1)
        layout.addLayout(levels)
        conventions = QHBoxLayout()
        for title, box in ((self.tr("年代(&E)"), self.era), (self.tr("地区(&R)"), self.region)):
            label = plain_label(title)
            label.setBuddy(box)
            conventions.addWidget(label)
            conventions.addWidget(box)
            conventions.addSpacing(18)
        conventions.addStretch(1)
        layout.addLayout(conventions)
        layout.addWidget(self.view, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._line, 1)
        for push in (self.reset, self.done_):
            push.setAutoDefault(False)
            foot.addWidget(push)
        layout.addLayout(foot)

    def _connect(self) -> None:
        for level, button in self.levels.items():
            button.clicked.connect(partial(self._choose_level, level))
        self.era.activated.connect(self._choose_conventions)
        self.region.activated.connect(self._choose_conventions)
        self.model.switched.connect(self._switch)
        Keys(self.view, {"Space": self._toggle, "Return": self._toggle})
        self.reset.clicked.connect(lambda: self._desk.taught.keep_options(CheckOptions()))
        self.done_.clicked.connect(self.close)
        self._desk.taught.changed.connect(self._show)
        self._desk.checking.judged.connect(self._show)

    def _choose_level(self, level: Level) -> None:
        self._desk.taught.keep_options(replace(self._options, level=level))

    def _choose_conventions(self) -> None:
        conventions = replace(
            self._options.conventions,
            era=Era(self.era.currentData()),
            region=Region(self.region.currentData()),
        )
        self._desk.taught.keep_options(replace(self._options, conventions=conventions))

    def _switch(self, rule: str, on: bool) -> None:
        off = self._options.off - {rule} if on else self._options.off | {rule}
        self._desk.taught.keep_options(replace(self._options, off=off))

    def _toggle(self) -> None:
        current = self.view.currentIndex()
        if current.isValid():
            self.model.toggle(current.row())

    def _show(self) -> None:
        """Show what the project holds now."""
        options, mirror = self._options, self._desk.mirror
        self.levels[options.level].setChecked(True)
        self.era.setCurrentIndex(self.era.findData(options.conventions.era))
        self.region.setCurrentIndex(self.region.findData(options.conventions.region))
        counts = Counter(mirror.findings[number].rule for number in mirror.open) if mirror else {}
        self.model.show_state(options.off, counts)
        self.reset.setEnabled(options != CheckOptions())
        self._line.setText(self.tr("空格开关规则。改了马上算数，整个工程通用。"))
