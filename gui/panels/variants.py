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
        self._theme = theme
        self._header = PaneHeader(theme, self.tr("各本同句"))
        self.surface = QCheckBox(self.tr("连同标点与字形"))
        self.surface.toggled.connect(self.surface_switched)
        self._header.add_button(self.surface)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.readings)
        self._side = QStackedWidget()
        self._side.addWidget(self._scroll)
        self._side.addWidget(self.question)
        self._line = QFrame()
        self._line.setFixedWidth(1)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.stack_view, 1)
        row.addWidget(self._line)
        row.addWidget(self._side)
        self._body = OrEmpty(theme, both)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._body, 1)
        self._side.setFixedWidth(round(READINGS * font_em(self.font())))
        self.setFocusProxy(self.stack_view)
        self.set_theme(theme)
        self.set_text_font(text_font)

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
        self._theme = theme
        for part in (self.stack_view, self.readings, self._header, self._body):
            part.set_theme(theme)
        self._line.setStyleSheet(f"background: {theme.colors['line']}")
        self._scroll.viewport().setStyleSheet(f"background: {theme.colors['page']}")

    def set_text_font(self, font: QFont) -> None:
        """Show page text in the face of `font`, a little larger than the interface."""
        face = scaled(self.font(), 1.08)
        face.setFamilies(font.families())
        self.stack_view.set_text_font(face)
        self.readings.set_text_font(face)

    def set_summary(self, note: str) -> None:
        """Say of the page how much there is."""
        self._header.set_note(note)

    def show_stack(self, what: Shown, variant: VariantShown | None) -> None:
        """Show a sentence and its witnesses, and the current variant in it."""
        self.stop_asking()
        self.stack_view.show_stack(what)
        self.readings.show_variant(variant)
        self._side.setVisible(variant is not None)
        self._line.setVisible(variant is not None)
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
        self._side.setCurrentWidget(self._scroll)
