"""Find and replace, in a bar under the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QToolButton, QWidget

from gui.panels.painting import font_em
from gui.plain import plain_label


class FindBar(QWidget):
    """Says what shall be found and replaced; it never sees the text.

    Enter finds the next place, Shift+Enter the one before; in the second line Enter replaces. Esc closes.
    """

    find_requested = Signal(str, bool)
    """Find this text, forward (True) or backward."""
    query_changed = Signal(str)
    """The text to find is another one: mark its places, count them."""
    replace_requested = Signal(str, str)
    """Put the second text where the first is found now."""
    replace_all_requested = Signal(str, str)
    """Put the second text wherever the first stands."""
    script_sensitive_changed = Signal(bool)
    """Simplified and traditional forms count as different (True) or as the same."""
    pattern_changed = Signal(bool)
    """What is to be found is a regular expression (True), or just what it says."""
    closed = Signal()
    """The editor is done with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = QLineEdit()
        self._replacement = QLineEdit()
        self._count = plain_label()
        self._count.setProperty("look", "muted")
        self._count.setMinimumWidth(QFontMetrics(self.font()).horizontalAdvance("0,000 / 0,000"))
        self._script = QCheckBox(self.tr("区分繁简"))
        self._script.setToolTip(self.tr("不选时，“国”也找到“國”"))
        self._pattern = QCheckBox(self.tr("正则"))
        self._pattern.setToolTip(self.tr("查找的是正则表达式；替换里 \\1 是第一个括号里的文字"))
        self._previous = self._button(self.tr("上一个"), lambda: self._find(forward=False))
        self._next = self._button(self.tr("下一个"), lambda: self._find(forward=True))
        self._replace = self._button(self.tr("替换"), self._replace_one)
        self._replace_all = self._button(self.tr("全部替换"), self._replace_everything)
        self._close = self._button("✕", self.closed.emit)
        self._close.setToolTip(self.tr("关闭 (Esc)"))
        self._close.setAccessibleName(self.tr("关闭"))
        self._lay_out()
        self._query.textChanged.connect(self._changed)
        self._script.toggled.connect(self.script_sensitive_changed)
        self._pattern.toggled.connect(self._turn_pattern)
        for line in (self._query, self._replacement):
            line.installEventFilter(self)
        self.setFocusProxy(self._query)
        self._changed("")

    def _button(self, text: str, action: object) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.clicked.connect(action)
        return button

    def _lay_out(self) -> None:
        find, replace = plain_label(self.tr("查找")), plain_label(self.tr("替换为"))
        for label, line in ((find, self._query), (replace, self._replacement)):
            label.setProperty("look", "muted")
            label.setBuddy(line)
            line.setAccessibleName(label.text())
            line.setMinimumWidth(round(font_em(self.font()) * 12))
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 6, 6, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(5)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(2)
        for item in (self._previous, self._next):
            first.addWidget(item)
        first.addSpacing(6)
        first.addWidget(self._count)
        first.addWidget(self._script)
        first.addSpacing(10)
        first.addWidget(self._pattern)
        first.addStretch(1)
        first.addWidget(self._close)
        for item in (self._replace, self._replace_all):
            second.addWidget(item)
        second.addStretch(1)
        grid.addWidget(find, 0, 0)
        grid.addWidget(self._query, 0, 1)
        grid.addLayout(first, 0, 2)
        grid.addWidget(replace, 1, 0)
        grid.addWidget(self._replacement, 1, 1)
        grid.addLayout(second, 1, 2)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3)

    @property
    def query(self) -> str:
        """What is to be found."""
        return self._query.text()

    @property
    def replacement(self) -> str:
        """What is to stand in its place."""
        return self._replacement.text()

    @property
    def script_sensitive(self) -> bool:
        """Whether simplified and traditional forms count as different."""
        return self._script.isChecked()

    @property
    def by_pattern(self) -> bool:
        """Whether what is to be found is a regular expression."""
        return self._pattern.isChecked()

    def open(self, text: str = "", *, replacing: bool = False) -> None:
        """Show the bar with `text` to be found ("": what was found last), ready to be typed over."""
        if text and "\n" not in text:
            self._query.setText(text)
        self.show()
        line = self._replacement if replacing and self.query else self._query
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        line.selectAll()

    def set_matches(self, current: int | None, total: int) -> None:
        """Say which of how many places is the current one, counted from 1; None: none of them."""
        if not self.query:
            self._count.setText("")
        elif not total:
            self._count.setText(self.tr("没有"))
        else:
            place = "–" if current is None else f"{current:,}"
            self._count.setText(f"{place} / {total:,}")
        self._count.setProperty("look", "error" if self.query and not total else "muted")
        self._count.style().polish(self._count)

    def show_trouble(self, sentence: str) -> None:
        """Say why what is to be found cannot be looked for."""
        self._count.setText(sentence)
        self._count.setProperty("look", "error")
        self._count.style().polish(self._count)

    def match_text(self) -> str:
        """Return what is said about the places found."""
        return self._count.text()

    def _changed(self, query: str) -> None:
        for button in (self._previous, self._next, self._replace, self._replace_all):
            button.setEnabled(bool(query))
        if not query:
            self.set_matches(None, 0)
        self.query_changed.emit(query)

    def _turn_pattern(self, on: bool) -> None:  # a Qt slot
        # An expression says itself which form it means.
        self._script.setEnabled(not on)
        self.pattern_changed.emit(on)

    def _find(self, *, forward: bool) -> None:
        if self.query:
            self.find_requested.emit(self.query, forward)

    def _replace_one(self) -> None:
        if self.query:
            self.replace_requested.emit(self.query, self.replacement)

    def _replace_everything(self) -> None:
        if self.query:
            self.replace_all_requested.emit(self.query, self.replacement)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter and Esc of the two lines; while an input method composes they do not come here."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            backward = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if watched is self._replacement and not backward:
                self._replace_one()
            else:
                self._find(forward=not backward)
        else:
            return super().eventFilter(watched, event)
        return True
