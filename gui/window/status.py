"""The status bar: whether all is stored, where the caret is, what is left, and the keys that matter now."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from core.document.difference import Difference
from core.messages import Catalogue, Message, message
from gui.desk.mirror import PageMirror
from gui.panels.painting import one_line
from gui.plain import plain_label
from gui.theme import Theme
from gui.window.long_work import ProgressStrip

TOLD_FOR = 5000
"""How long a sentence stays (milliseconds)."""


class StatusBar(QStatusBar):
    """Short sentences at the left, keys at the right."""

    def __init__(self, theme: Theme, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._catalogue = catalogue
        self.setSizeGripEnabled(False)
        self.read_only = False
        """Whether the project is only looked at."""
        self._saved, self._place, self._left, self._rate, self._keys = (plain_label() for _ in range(5))
        self.progress = ProgressStrip(self)
        self._told = plain_label()
        # What is told may name what someone typed.
        for label in (self._saved, self._place, self._left, self._rate, self._told):
            self.addWidget(label)
        self.addWidget(self.progress)
        self.offer, self.offer_elsewhere = QToolButton(), QToolButton()
        for offer in (self.offer, self.offer_elsewhere):
            offer.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            offer.setProperty("look", "offer")
            offer.hide()
            self.addPermanentWidget(offer)
        self.addPermanentWidget(self._keys)
        self._clock = QTimer(self, singleShot=True, interval=TOLD_FOR)
        self._clock.timeout.connect(self._told.clear)
        self.set_keys(at_suspect=False)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._color(self._saved, "ok")

    def show_saved(self, step: int) -> None:
        """Say that step number `step` is in the project file; of one that is only looked at, that it is."""
        words = self.tr("只读 · 第 {0} 步") if self.read_only else self.tr("✓ 已存 · 第 {0} 步")
        self._saved.setText(words.format(step))
        self._color(self._saved, "warning" if self.read_only else "ok")

    def show_stuck(self) -> None:
        """Say that what is typed is not in the project file."""
        self._saved.setText(self.tr("✗ 未能写入工程，文字在窗口里"))
        self._color(self._saved, "error")

    def show_place(self, line: int, column: int) -> None:
        """Say where the caret is, both counted from 1."""
        self._place.setText(self.tr("第 {0} 行 第 {1} 字").format(line, column))

    def show_left(self, mirror: PageMirror) -> None:
        """Say how many suspects wait."""
        self._left.setText(
            self.tr("本版余 {0} 处").format(len(mirror.open)) if mirror.checked else self.tr("正在检查…")
        )

    def show_rate(self, found: list[Difference], rate: float) -> None:
        """Say what the corrections so far come to by the counting rules of the field."""
        self._rate.setText(self.tr("改 {0} 处 · 差错率 {1}/万").format(len(found), f"{rate:.1f}"))

    def clear_page(self) -> None:
        """Say nothing of any page: none is shown."""
        for label in (self._place, self._left, self._rate):
            label.clear()

    def tell_stuck(self) -> None:
        """Say why the window does not close."""
        self.tell(message("工程文件还写不进去：先把文字另存，或等它写好再退出"))

    def tell(self, spoken: Message) -> None:
        """Show a sentence for a while."""
        self._told.setText(one_line(self._catalogue.text(spoken)))
        self._color(self._told, "warning")
        self._clock.start()

    def show_offer(self, sentence: str, elsewhere: str = "") -> None:
        """Show what one key would do now, on this page and in others, in the place of the keys of always."""
        for offer, words in ((self.offer, sentence), (self.offer_elsewhere, elsewhere)):
            # On a button & underlines what follows.
            offer.setText(words.replace("&", "&&"))
            offer.setVisible(bool(words))
        self._keys.hide()

    def hide_offer(self) -> None:
        """Take the offer away."""
        self.offer.hide()
        self.offer_elsewhere.hide()
        self._keys.show()

    def set_keys(self, *, at_suspect: bool) -> None:
        """Name the keys that matter at a suspect, or in the text."""
        self._keys.setText(
            self.tr("Enter 采用   Del 忽略   Shift+Del 处处忽略   F7 另一处   F8 下一处")
            if at_suspect
            else self.tr(
                "F8 下一疑点   Ctrl+↵ 另起一稿   Ctrl+↑ 并入上稿   Alt+T 主题   Alt+B 正文   Ctrl+Z 撤销"
            )
        )

    def _color(self, label: QLabel, name: str) -> None:
        label.setStyleSheet(f"color: {self._theme.colors[name]}")
