"""The two bars of the concordance: what to look for, above the places; what to put there, below them."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from core.project.concordance import Sorting
from gui.panels.choice import Choice
from gui.panels.painting import font_em
from gui.plain import plain_label

TYPED = 180
"""How long after a key the search begins (milliseconds)."""

PATIENCE = 300
"""How long a search may take before its progress is shown (milliseconds)."""

LONGEST = 100
"""The most characters that can be looked for (UTF-16 units)."""


class Question(NamedTuple):
    """What is looked for: `wanted` in every form or `exact` as it is written, or as a regular expression."""

    wanted: str
    exact: bool = False
    by_pattern: bool = False


class SearchBar(QWidget):
    """What to look for, how, in what context, in what order; how much there is."""

    asked = Signal()
    """Something else is to be looked for."""
    arranged = Signal()
    """The places are to be filtered or sorted otherwise."""
    stop_requested = Signal()
    """The search is to stop."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.query_line = _line(self.tr("查找"), self.tr("要找的字词，一个字也行"), 22)
        self.query_line.setMaxLength(LONGEST)
        self.around_line = _line(self.tr("上下文"), self.tr("上下文里有"), 14)
        self.exact = QCheckBox(self.tr("区分字形"))
        self.exact.setToolTip(self.tr("不选时，“国”也找到“國”，“A”也找到“a”和“Ａ”"))
        self.pattern = QCheckBox(self.tr("正则"))
        self.pattern.setToolTip(self.tr("查找的是正则表达式；断在行末的词不会自动接上"))
        sortings = {
            Sorting.PAGE: self.tr("按版面"),
            Sorting.BEFORE: self.tr("按上文"),
            Sorting.AFTER: self.tr("按下文"),
        }
        self.sorting = Choice(sortings, Sorting.PAGE, self.tr("排序"), self.arranged.emit)
        self._count = plain_label()
        self._count.setProperty("look", "muted")
        self._stop = QToolButton()
        self._stop.setText(self.tr("停"))
        self._stop.setToolTip(self.tr("停止查找 (Esc)"))
        self._stop.clicked.connect(self.stop_requested)
        self._stop.hide()
        self._said = self._note = self._far = ""
        self._typed = QTimer(self, singleShot=True, interval=TYPED)
        self._typed.timeout.connect(self.asked)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._show_far)
        self._refilter = QTimer(self, singleShot=True, interval=TYPED)
        self._refilter.timeout.connect(self.arranged)
        self.query_line.textChanged.connect(lambda _text: self._typed.start())
        self.around_line.textChanged.connect(lambda _text: self._refilter.start())
        self.exact.toggled.connect(lambda: self.ask_now(changed=True))
        # An expression says itself which form it means.
        self.pattern.toggled.connect(self.exact.setDisabled)
        self.pattern.toggled.connect(lambda: self.ask_now(changed=True))
        self._lay_out()

    def _lay_out(self) -> None:
        row = _row(self)
        row.addWidget(_label(self.query_line))
        row.addWidget(self.query_line, 3)
        row.addWidget(self.exact)
        row.addWidget(self.pattern)
        row.addSpacing(8)
        row.addWidget(_label(self.around_line))
        row.addWidget(self.around_line, 2)
        row.addWidget(self.sorting)
        row.addStretch(1)
        row.addWidget(self._count)
        row.addWidget(self._stop)

    @property
    def query(self) -> str:
        """What is looked for."""
        return self.query_line.text()

    @property
    def question(self) -> Question:
        """What is looked for, and how."""
        by_pattern = self.pattern.isChecked()
        return Question(self.query, self.exact.isChecked() and not by_pattern, by_pattern)

    @property
    def around(self) -> str:
        """What the context of a place must have."""
        return self.around_line.text()

    @property
    def busy(self) -> bool:
        """Whether a search is under way."""
        return bool(self._far)

    @property
    def said(self) -> str:
        """What is said of counts and progress."""
        return self._count.text()

    def set_query(self, wanted: str, *, exact: bool = False) -> None:
        """Look for these words ("": for the same), without saying so; `exact`: in this very form."""
        with QSignalBlocker(self):
            if exact:
                self.exact.setChecked(True)
            if wanted:
                self.pattern.setChecked(False)
                self.query_line.setText(wanted)
        self._typed.stop()

    def ask_now(self, *, changed: bool = False) -> None:
        """Ask at once for what was typed last, or again where it is `changed` how it is looked for."""
        if changed or self._typed.isActive():
            self._typed.stop()
            self.asked.emit()

    def show_progress(self, searched: int, total: int) -> None:
        """Say how far the search is, where it takes a while."""
        if not self._far:
            self._note = ""
            self._patience.start()
        self._far = self.tr("已找 {0} / {1} 版").format(f"{searched:,}", f"{total:,}")
        self._show()

    def end_progress(self, note: str) -> None:
        """Say no more how far it is; `note` stays until the next search."""
        self._far, self._note = "", note
        self._patience.stop()
        self._stop.hide()
        self._show()

    def show_count(self, places: int, pages: int, shown: int) -> None:
        """Say how many places there are, on how many pages, and how many of them are shown."""
        said = self.tr("{0} 处 · {1} 版").format(f"{places:,}", f"{pages:,}") if places else ""
        if shown != places:
            said = self.tr("{0}，显示 {1} 处").format(said, f"{shown:,}")
        self._said = said
        self._show()

    def _show_far(self) -> None:
        self._stop.setVisible(self.busy)
        self._show()

    def _show(self) -> None:
        far = self._far if not self._patience.isActive() else ""
        self._count.setText(" · ".join(part for part in (self._note, self._said, far) if part))


class CorrectBar(QWidget):
    """Which places are to be corrected, and what is to stand there."""

    all_ticked = Signal(bool)
    """All places that are shown are to be ticked, or none of them."""
    correct_requested = Signal()
    """Make the correction."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.all = QCheckBox(self.tr("全部"))
        self.all.setToolTip(self.tr("选上显示着的每一处，或全不选"))
        self.all.clicked.connect(self._all_clicked)
        self.line = _line(self.tr("改为"), self.tr("改成什么"), 22)
        self.button = QPushButton()
        self.button.clicked.connect(self.correct_requested)
        self._hint = plain_label(self.tr("空格 选／不选   Enter 看原处   Esc 回正文"))
        self._hint.setProperty("look", "muted")
        # A hint gives way before anything else does.
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = _row(self)
        row.addWidget(self.all)
        row.addSpacing(8)
        row.addWidget(_label(self.line))
        row.addWidget(self.line, 2)
        row.addWidget(self.button)
        row.addWidget(self._hint, 3)
        self.show_count(0, 0, 0, current=False)

    def show_count(self, shown: int, ticked_shown: int, ticked: int, *, current: bool) -> None:
        """Say how many places a correction would be made at."""
        if ticked:
            words = self.tr("改正选中的 {0} 处").format(f"{ticked:,}")
        else:
            words = self.tr("改正当前这处") if current else self.tr("改正")
        self.button.setText(f"{words}   Ctrl+↵")
        self.all.setEnabled(shown > 0)
        state = Qt.CheckState.PartiallyChecked if ticked else Qt.CheckState.Unchecked
        if shown and ticked_shown == shown:
            state = Qt.CheckState.Checked
        self.all.setCheckState(state)

    def _all_clicked(self) -> None:
        # Qt goes through the third state by itself; for whoever clicks there are only two.
        self.all_ticked.emit(self.all.checkState() != Qt.CheckState.Unchecked)


def _line(name: str, hint: str, widest: int) -> QLineEdit:
    line = QLineEdit()
    line.setPlaceholderText(hint)
    line.setAccessibleName(name)
    em = font_em(line.font())
    line.setMinimumWidth(round(em * 6))
    line.setMaximumWidth(round(em * widest))
    return line


def _label(line: QLineEdit) -> QLabel:
    label = plain_label(line.accessibleName())
    label.setProperty("look", "muted")
    label.setBuddy(line)
    return label


def _row(bar: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(bar)
    row.setContentsMargins(10, 5, 8, 5)
    row.setSpacing(6)
    return row
