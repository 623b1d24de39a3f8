"""The middle of the window: the page's text with its head, the strip of the scan, and the find bar."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from core.text.script import Script
from gui.editor.page_editor import PageEditor
from gui.editor.scan_strip import ScanStrip
from gui.panels.empty_state import EmptyState
from gui.panels.find_bar import FindBar
from gui.panels.header import PaneHeader
from gui.plain import plain_label
from gui.theme import Theme


class StuckBar(QFrame):
    """Says that the project file cannot be written, and offers the two ways out."""

    retry_requested = Signal()
    save_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = plain_label()
        self._label.setWordWrap(True)
        self._label.setProperty("look", "error")
        retry = QPushButton(self.tr("再试一次"))
        save = QPushButton(self.tr("把文字另存为…"))
        retry.clicked.connect(self.retry_requested)
        save.clicked.connect(self.save_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 6)
        row.addWidget(self._label, 1)
        row.addWidget(retry)
        row.addWidget(save)
        self.hide()

    def show_cause(self, cause: str) -> None:
        """Show why nothing can be written."""
        self._label.setText(self.tr("{0}。录入的文字还在窗口里，写得进去时会自动补存。").format(cause))
        self.show()


class ReadOnlyBar(QFrame):
    """Says that the project is only looked at, and why; offers to work on it."""

    work_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "notice")
        self._label = plain_label()
        self._label.setWordWrap(True)
        self.button = QPushButton(self.tr("改为编辑"))
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self.work_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 6)
        row.addWidget(self._label, 1)
        row.addWidget(self.button)
        self.hide()

    def text(self) -> str:
        """Return the sentence."""
        return self._label.text()

    def show_cause(self, cause: str, *, is_free: bool) -> None:
        """Show why nothing can be changed, or that it can be by now."""
        if is_free:
            self._label.setText(self.tr("只读。现在没有别人在编辑这个工程，可以改为编辑。"))
        else:
            self._label.setText(self.tr("只读：{0}。可以查看、查找、导出，不能改动。").format(cause))
        self.button.setDefault(is_free)
        self.show()


class PagePane(QWidget):
    """Head, strip, text, bars; or one quiet sentence while no page is there."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = PaneHeader(theme, "")
        self.strip = ScanStrip(theme)
        self.editor = PageEditor(theme)
        self.find_bar = FindBar()
        self.find_bar.hide()
        self.stuck_bar = StuckBar()
        self._empty = EmptyState(theme)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.stuck_bar, self.strip, self.editor, self.find_bar):
            column.addWidget(part)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.read_only_bar = ReadOnlyBar()
        whole.addWidget(self.read_only_bar)
        whole.addWidget(self._stack)
        self.setFocusProxy(self.editor)
        self.show_empty(self.tr("打开工程，或把版面文字拖进来"))

    def show_empty(self, sentence: str) -> None:
        """Show a sentence in the place of the page."""
        self._empty.set_text(sentence)
        self._stack.setCurrentIndex(0)

    def show_page(self, name: str, text: str, script: Script) -> None:
        """Show another page."""
        self.header.set_title(self.tr("{0} · 原文校样").format(name))
        self.describe(len(text), script)
        self.strip.clear()
        self.editor.show_page(text)
        self._stack.setCurrentIndex(1)

    def describe(self, size: int, script: Script) -> None:
        """Say in the head how long the text is by now (code points) and what it is written in."""
        scripts = {
            Script.SIMPLIFIED: self.tr("简体"),
            Script.TRADITIONAL: self.tr("繁体"),
            Script.MIXED: self.tr("繁简混用"),
        }
        self.header.set_note(self.tr("{0} 字 · {1}").format(f"{size:,}", scripts[script]))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for part in (self.header, self.strip, self.editor, self._empty):
            part.set_theme(theme)
