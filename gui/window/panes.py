"""The panes around the text, and the docks they stand in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QWidget

from core.document.layout import Layout
from gui.desk.workers import Workers
from gui.panels.articles import ArticlesPanel
from gui.panels.concordance import ConcordancePanel
from gui.panels.difference import DifferencePanel
from gui.panels.findings import FindingsPanel
from gui.panels.history import HistoryPanel
from gui.panels.pages import PagesPanel
from gui.panels.scan import ScanPanel
from gui.panels.variants import VariantsPanel
from gui.theme import Theme

translate = QCoreApplication.translate

LEFT, RIGHT, LOWER = 220, 330, 230
"""How wide or high the docks are at first (pixels)."""
SCAN_ABOVE, SCAN_BELOW = 2, 3
"""How articles and scan share their side."""


class Panes:
    """The panes of one window: pages at the left, articles and scan at the right, lists in tabs below."""

    def __init__(self, window: QMainWindow, theme: Theme, text_font: QFont, workers: Workers) -> None:
        self._window = window
        self.pages = PagesPanel(theme)
        self.articles = ArticlesPanel(theme)
        self.findings = FindingsPanel(theme, text_font)
        self.variants = VariantsPanel(theme, text_font)
        self.history = HistoryPanel(theme)
        self.difference = DifferencePanel(theme, text_font)
        self.concordance = ConcordancePanel(theme, text_font, workers.run)
        self.scan = ScanPanel(theme, workers.run)
        self._titles: dict[QWidget, str] = {
            self.findings: translate("Panes", "疑点"),
            self.variants: translate("Panes", "异文"),
            self.history: translate("Panes", "历史"),
            self.difference: translate("Panes", "差异"),
            self.concordance: translate("Panes", "语境索引"),
        }
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        for pane, title in self._titles.items():
            self._tabs.addTab(pane, title)
        self.findings.controls.setObjectName("corner")
        self.findings.controls.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._tabs.setCornerWidget(self.findings.controls)
        self._tabs.currentChanged.connect(self._show_controls)
        self.docks = {
            "pages": self._dock("pages", translate("Panes", "版面"), self.pages),
            "articles": self._dock("articles", translate("Panes", "稿件"), self.articles),
            "lists": self._dock("lists", translate("Panes", "疑点、异文、历史、差异、语境索引"), self._tabs),
            "scan": self._dock("scan", translate("Panes", "扫描图"), self.scan),
        }
        # The head of the scan is its title bar: it can be torn off by it and put on another screen.
        self.docks["scan"].setTitleBarWidget(self.scan.header)
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        lists = self.findings, self.variants, self.history, self.difference, self.concordance
        for pane in (self.pages, self.articles, *lists, self.scan):
            pane.set_theme(theme)

    def raise_pane(self, pane: QWidget) -> None:
        """Show a pane and give it the focus."""
        self.show_pane(pane)
        pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_pane(self, pane: QWidget) -> None:
        """Show a pane; the focus stays where it is."""
        if pane in self._titles:
            self._tabs.setCurrentWidget(pane)
            self.docks["lists"].show()
        else:
            next(dock for dock in self.docks.values() if dock.widget() is pane).show()

    def give_room(self) -> None:
        """Let the lists have a third of the window's height, if they have less."""
        lists, third = self.docks["lists"], self._window.height() // 3
        if not lists.isFloating() and lists.height() < third:
            self._window.resizeDocks([lists], [third], Qt.Orientation.Vertical)

    def show_scan(self, there: bool) -> None:
        """Show the scan while the page has one; it then gets the larger half of its side."""
        dock = self.docks["scan"]
        if there and dock.isHidden():
            dock.show()
            halves = [self.docks["articles"], dock]
            self._window.resizeDocks(halves, [SCAN_ABOVE, SCAN_BELOW], Qt.Orientation.Vertical)
        elif not there:
            dock.hide()

    def clear(self) -> None:
        """Show no page."""
        self.articles.show_page(Layout(), "", {}, page=0)
        self.findings.set_rows(())
        self.difference.set_rows(())
        self.scan.show_image(None)
        self.show_scan(False)
        for pane in (self.findings, self.variants, self.difference):
            self.set_count(pane, 0)

    def set_count(self, pane: QWidget, count: int) -> None:
        """Show a number in a pane's tab."""
        title = self._titles[pane]
        self._tabs.setTabText(self._tabs.indexOf(pane), f"{title} {count}" if count else title)

    def _show_controls(self) -> None:
        self.findings.controls.setVisible(self._tabs.currentWidget() is self.findings)

    def _dock(self, name: str, title: str, pane: QWidget) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        dock.setObjectName(f"{name}-dock")
        dock.setWidget(pane)
        dock.setTitleBarWidget(QWidget(dock))
        return dock

    def _arrange(self) -> None:
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        window, docks = self._window, self.docks
        window.addDockWidget(left, docks["pages"])
        window.addDockWidget(right, docks["articles"])
        window.addDockWidget(right, docks["scan"])
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, docks["lists"])
        docks["scan"].hide()
        wide, high = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        window.resizeDocks([docks["pages"], docks["articles"]], [LEFT, RIGHT], wide)
        window.resizeDocks([docks["lists"]], [LOWER], high)
