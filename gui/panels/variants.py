"""The witnesses of the sentence at the caret, line under line, and what they read at the current variant."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.editor.key_hints import KeyHint, KeyHints
from gui.panels.empty_state import OrEmpty
from gui.panels.everywhere import Change, EverywhereQuestion
from gui.panels.header import PaneHeader
from gui.panels.painting import font_em, scaled
from gui.panels.readings import Readings, VariantShown
from gui.panels.stack_painter import Shown
from gui.panels.stack_view import StackView
from gui.theme import Theme

READINGS = 22.0
"""How wide the readings are, in sizes of the font."""


class VariantsPanel(QWidget):
    """At the left the stack, at the right the readings of the current variant."""

    surface_switched = Signal(bool)
    """Marks and script are to count as variants, or not."""
    seen = Signal()
    """The pane has come into sight."""

    def __init__(self, theme: Theme, text_font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stack_view = StackView(theme)
        self.readings = Readings(theme)
        self.question = EverywhereQuestion()
        self._header = PaneHeader(theme, self.tr("各本同句"))
        self.surface = QCheckBox(self.tr("连同标点与字形"))
        self.surface.toggled.connect(self.surface_switched)
        self.surface.setStyleSheet("margin-right: 8px")
        self._header.add_button(self.surface)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.readings)
        self._side = QStackedWidget()
        self._told = QWidget()
        self._keys = KeyHints(theme)
        self._line = QFrame()
        self._line.setFixedWidth(1)
        self._both = QWidget()
        self._body = OrEmpty(theme, self._both)
        self._lay_out()
        self.setFocusProxy(self.stack_view)
        self.set_theme(theme)
        self.set_text_font(text_font)

    def _lay_out(self) -> None:
        em = font_em(self.font())
        width, margin = round(READINGS * em), round(em * 0.75)
        self._side.setFixedWidth(width)
        self._keys.set_hints(self._hints())
        self._keys.setFixedHeight(self._keys.needed(width - 2 * margin).height())
        under = QVBoxLayout(self._told)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self._scroll, 1)
        hints = QHBoxLayout()
        hints.setContentsMargins(margin, 0, margin, margin // 2)
        hints.addWidget(self._keys)
        under.addLayout(hints)
        self._side.addWidget(self._told)
        self._side.addWidget(self.question)
        row = QHBoxLayout(self._both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.stack_view, 1)
        row.addWidget(self._line)
        row.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._body, 1)

    def _hints(self) -> list[KeyHint]:
        return [
            KeyHint(("Alt", "1–9"), self.tr("取此读法")),
            KeyHint(("Alt", "0"), self.tr("同误各版")),
            KeyHint(("F4",), self.tr("下一处")),
            KeyHint(("F6",), self.tr("到他版")),
        ]

    def showEvent(self, event: QShowEvent) -> None:
        """Say that somebody looks: what nobody sees is not kept up to date."""
        super().showEvent(event)
        self.seen.emit()

    @property
    def sentence(self) -> str | None:
        """What is said in the place of the stack, None while that is shown."""
        return self._body.sentence()

    @property
    def summary(self) -> str:
        """What the head of the pane says of the page."""
        return self._header.note

    @property
    def asking(self) -> bool:
        """Whether it is being asked if a reading is to be taken on several pages."""
        return self._side.currentWidget() is self.question

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._keys.theme = theme
        for part in (self.stack_view, self.readings, self._header, self._body):
            part.set_theme(theme)
        self._line.setStyleSheet(f"background: {theme.colors['line']}")
        ground = f"background: {theme.colors['page']}"
        self._scroll.viewport().setStyleSheet(ground)
        self._told.setStyleSheet(f"QWidget {{ {ground} }}")

    def set_text_font(self, font: QFont) -> None:
        """Show page text in the face of `font`, a little larger than the interface."""
        face = scaled(self.font(), 1.08)
        face.setFamilies(font.families())
        self.stack_view.set_text_font(face)
        self.readings.set_text_font(face)

    def set_summary(self, note: str) -> None:
        """Say of the page how much there is."""
        self._header.set_note(note)

    def show_stack(self, what: Shown, variant: VariantShown) -> None:
        """Show a sentence and its witnesses, and the current variant in it."""
        self.stop_asking()
        self.stack_view.show_stack(what)
        self.readings.show_variant(variant)
        self._body.show_view()

    def say(self, sentence: str) -> None:
        """Show a sentence: there is no stack."""
        self.stop_asking()
        self.stack_view.show_stack(None)
        self.readings.show_variant(None)
        self._body.show_sentence(sentence)

    def ask(self, changes: Sequence[Change]) -> None:
        """Ask whether these changes are to be made."""
        self.question.ask(changes)
        self._side.setCurrentWidget(self.question)
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_asking(self) -> None:
        """Ask nothing any more."""
        self._side.setCurrentWidget(self._told)
