"""The panes around the text, and the docks they stand in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QWidget

from gui.desk.workers import Workers
from gui.panels.articles import ArticlesPanel
from gui.panels.difference import DifferencePanel
from gui.panels.findings import FindingsPanel
from gui.panels.history import HistoryPanel
from gui.panels.pages import PagesPanel
from gui.panels.scan import ScanPanel
from gui.theme import Theme

translate = QCoreApplication.translate

_NO_TITLE_BAR = ("pages", "articles", "findings", "history", "difference")
"""These have a head or a tab of their own; the scan keeps its title bar, to be torn off to another screen."""


class Panes:
    """The panes by name, each in a dock of `window`."""

    def __init__(self, window: QMainWindow, theme: Theme, text_font: QFont, workers: Workers) -> None:
        self.pages = PagesPanel(theme)
        self.articles = ArticlesPanel(theme)
        self.findings = FindingsPanel(theme, text_font)
        self.history = HistoryPanel(theme)
        self.difference = DifferencePanel(theme, text_font)
        self.scan = ScanPanel(theme, workers.run)
        self._window = window
        self.docks = {name: self._dock(name, title, pane) for name, title, pane in self._titled()}
        self._arrange()

    def _titled(self) -> tuple[tuple[str, str, QWidget], ...]:
        return (
            ("pages", translate("Panes", "版面"), self.pages),
            ("articles", translate("Panes", "稿件"), self.articles),
            ("findings", translate("Panes", "疑点"), self.findings),
            ("history", translate("Panes", "历史"), self.history),
            ("difference", translate("Panes", "差异"), self.difference),
            ("scan", translate("Panes", "扫描图"), self.scan),
        )

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for pane in (self.pages, self.articles, self.findings, self.history, self.difference, self.scan):
            pane.set_theme(theme)

    def raise_pane(self, name: str) -> None:
        """Show a pane and give it the focus."""
        dock = self.docks[name]
        dock.show()
        dock.raise_()
        dock.widget().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_count(self, name: str, count: int) -> None:
        """Show a number in a pane's tab."""
        titles = {key: title for key, title, _ in self._titled()}
        self.docks[name].setWindowTitle(f"{titles[name]} {count}" if count else titles[name])

    def _dock(self, name: str, title: str, pane: QWidget) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        dock.setObjectName(f"{name}-dock")
        dock.setWidget(pane)
        if name in _NO_TITLE_BAR:
            dock.setTitleBarWidget(QWidget(dock))
        return dock

    def _arrange(self) -> None:
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        bottom = Qt.DockWidgetArea.BottomDockWidgetArea
        window, docks = self._window, self.docks
        window.setTabPosition(bottom, QTabWidget.TabPosition.North)
        window.addDockWidget(left, docks["pages"])
        window.addDockWidget(right, docks["articles"])
        window.addDockWidget(right, docks["scan"])
        for name in ("findings", "history", "difference"):
            window.addDockWidget(bottom, docks[name])
        window.tabifyDockWidget(docks["findings"], docks["history"])
        window.tabifyDockWidget(docks["history"], docks["difference"])
        docks["findings"].raise_()
        docks["scan"].hide()
        wide, high = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        window.resizeDocks([docks["pages"], docks["articles"]], [220, 330], wide)
        window.resizeDocks([docks["findings"]], [230], high)
