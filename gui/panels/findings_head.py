"""The choices at the head of the findings list: whose findings, how sure, in which groups and order."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from core.detectors.options import Level
from gui.panels.choice import Choice
from gui.panels.findings_order import Grouping, Sorting


class Scope(Enum):
    """Whose findings are listed."""

    PAGE = "page"
    PROJECT = "project"


class FindingsHead(QWidget):
    """A row of small choices; the window may put it in another place, such as a tab bar's corner."""

    scope_chosen = Signal(object)
    """The editor wants the findings of another Scope."""
    level_chosen = Signal(object)
    """The editor wants another Level."""
    arranged = Signal()
    """Grouping or sorting was chosen."""
    check_requested = Signal()
    """The pages that were not checked yet shall be."""

    def __init__(self, grouping: Grouping, sorting: Sorting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        groupings = {
            Grouping.RULE: self.tr("按规则"),
            Grouping.PAIR: self.tr("按对子"),
            Grouping.ARTICLE: self.tr("按稿件"),
            Grouping.NONE: self.tr("不分组"),
        }
        sortings = {Sorting.PLACE: self.tr("按位置"), Sorting.CONFIDENCE: self.tr("按可信")}
        levels = {
            Level.LENIENT: self.tr("宽松"),
            Level.NORMAL: self.tr("普通"),
            Level.STRICT: self.tr("严格"),
        }
        self.scopes = self._make_scopes()
        self.unchecked = QToolButton()
        self.unchecked.setProperty("look", "offer")
        self.unchecked.hide()
        self.unchecked.clicked.connect(self.check_requested)
        self.level = Choice(levels, Level.NORMAL, self.tr("严格程度"), self._choose_level)
        self.grouping = Choice(groupings, grouping, self.tr("分组"), self.arranged.emit)
        self.sorting = Choice(sortings, sorting, self.tr("排序"), self.arranged.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 6, 2)
        row.setSpacing(2)
        row.addWidget(self.unchecked)
        row.addSpacing(8)
        segments = QHBoxLayout()
        segments.setSpacing(0)
        for button in self.scopes.values():
            segments.addWidget(button)
        row.addLayout(segments)
        row.addSpacing(8)
        for choice in (self.level, self.grouping, self.sorting):
            row.addWidget(choice)

    def _make_scopes(self) -> dict[Scope, QToolButton]:
        names = {Scope.PAGE: self.tr("本版"), Scope.PROJECT: self.tr("全部")}
        hints = {
            Scope.PAGE: self.tr("列出本版的疑点"),
            Scope.PROJECT: self.tr("列出全部页面的疑点"),
        }
        group = QButtonGroup(self)
        buttons = {}
        for scope, name in names.items():
            button = QToolButton()
            button.setText(name)
            button.setToolTip(hints[scope])
            button.setAccessibleName(hints[scope])
            button.setCheckable(True)
            button.setProperty("look", "segment")
            button.clicked.connect(partial(self.scope_chosen.emit, scope))
            group.addButton(button)
            buttons[scope] = button
        buttons[Scope.PAGE].setChecked(True)
        return buttons

    def choose_scope(self, scope: Scope) -> None:
        """Show which scope is chosen."""
        self.scopes[scope].setChecked(True)

    def set_level(self, level: Level, counts: Mapping[Level, int]) -> None:
        """Show which level holds, and how many findings each would show."""
        self.level.choose(level)
        self.level.set_counts(counts)

    def set_unchecked(self, pages: int) -> None:
        """Offer to check so many pages."""
        self.unchecked.setText(self.tr("{0} 版未查").format(f"{pages:,}"))
        self.unchecked.setToolTip(self.tr("检查这些页面"))
        self.unchecked.setVisible(pages > 0)

    def _choose_level(self) -> None:
        self.level_chosen.emit(self.level.value)
