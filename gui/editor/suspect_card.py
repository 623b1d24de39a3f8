"""The card at the current suspect: before and after, the reason, and the keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QWidget

from core.document.finding import Finding
from core.messages import Catalogue, Message
from core.text.span import Span
from gui.editor.card_text import change_parts, shortened, visible
from gui.editor.change_line import ChangeLine
from gui.editor.key_hints import KeyHint, KeyHints
from gui.editor.page_editor import PageEditor
from gui.fonts import small_font
from gui.plain import plain_label
from gui.theme import Theme

WIDEST, NARROWEST = 460, 300
"""How wide the inside of a card may be (pixels)."""
SHADOW, FALL = 18, 4
"""The room around the card for its shadow, and how far that falls (pixels)."""
PADDING, LEADING = 14, 6
"""The room inside the card's edge and between its parts (pixels)."""
DISTANCE = 4
"""From the suspect's line to the card (pixels)."""
CANDIDATES = 9


class SuspectCard(QFrame):
    """Floats over the editor near a suspect; has no focus, takes no keys itself and speaks plain text only.

    While it is open the editor is armed: `PageEditor.card_key` says which of the card's keys was pressed. Any
    other typing, a move of the caret or an input method disarms the editor, and that closes the card.
    """

    def __init__(self, editor: PageEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._span = Span(0, 0)
        self._head, self._reason = plain_label(parent=self), plain_label(parent=self)
        self._change = ChangeLine(editor.theme, self)
        self._candidates, self._keys = KeyHints(editor.theme, self), KeyHints(editor.theme, self)
        for label in (self._head, self._reason):
            label.setWordWrap(True)
        # Its parent's face is the page's; the card speaks in the interface's.
        self.setFont(QApplication.font())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        editor.armed_changed.connect(self._follow_arming)
        editor.scrolled.connect(self._follow_text)
        self.set_theme(editor.theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        for part in (self._change, self._candidates, self._keys):
            part.theme = theme
        for label, name in ((self._head, "text-muted"), (self._reason, "text")):
            palette = QPalette(label.palette())
            palette.setColor(QPalette.ColorRole.WindowText, theme.color(name))
            label.setPalette(palette)
        self.update()

    def show_for(self, finding: Finding, span: Span, title: Message, catalogue: Catalogue) -> None:
        """Open the card for `finding`, which stands at `span` of the editor's text now.

        `title` is the name of its rule. Nothing opens while an input method composes, or where the suspect
        is out of sight.
        """
        self._span = span
        if self._editor.composing or self._editor.line_rects(span) is None:
            self._editor.disarm()
            return
        confidence = self.tr("可信 {value}").format(value=f"{finding.confidence:.2f}")
        self._head.setText(f"{visible(catalogue.text(title))} · {confidence}")
        suggestions = [it.text for it in finding.suggestions[:CANDIDATES] if not it.moves]
        first = suggestions[0] if suggestions else None
        self._change.set_parts(change_parts(self._editor.text, span, first), self._serif())
        self._reason.setText(visible(catalogue.text(finding.message)))
        several = len(suggestions) > 1
        self._candidates.set_hints(
            [
                KeyHint((str(number),), visible(shortened(text)) or self.tr("删去"))
                for number, text in enumerate(suggestions, 1)
                if several
            ]
        )
        self._keys.set_hints(self._hints(finding, suggestions))
        self._arrange()
        self._place()
        self.show()
        self.raise_()
        self._editor.arm()

    def _hints(self, finding: Finding, suggestions: list[str]) -> list[KeyHint]:
        hints = [KeyHint(("Enter",), self.tr("采用"))] if suggestions else []
        if any(suggestion.moves for suggestion in finding.suggestions):
            hints = [KeyHint(("Enter",), self.tr("归到那里"))]
        hints += [
            KeyHint(("Del",), self.tr("忽略")),
            KeyHint(("Shift", "Del"), self.tr("处处忽略")),
            KeyHint(("F8",), self.tr("下一处")),
        ]
        if finding.related:
            hints.append(KeyHint(("F7",), self.tr("另一处")))
        return hints

    def _serif(self) -> QFont:
        font = QFont(self._editor.font())
        font.setPointSizeF(font.pointSizeF() * 1.06)
        return font

    def _arrange(self) -> None:
        """Give every part its place, one under the other, in a card as wide as they need."""
        self._head.setFont(small_font(self.font()))
        self._keys.setFont(small_font(self.font()))
        self._candidates.setFont(self.font())
        most = min(WIDEST, max(NARROWEST, self._editor.width() - 2 * (SHADOW + PADDING)))
        words = max(QFontMetricsF(label.font()).horizontalAdvance(label.text()) for label in self._labels())
        drawn = [part.needed(most).width() for part in (self._change, self._candidates, self._keys)]
        width = max(NARROWEST, min(most, max(round(words) + 2, *drawn)))
        top = left = SHADOW + PADDING
        parts: list[tuple[QWidget, int]] = [
            (self._head, self._head.heightForWidth(width)),
            (self._change, self._change.needed(width).height()),
            (self._reason, self._reason.heightForWidth(width)),
            (self._candidates, self._candidates.needed(width).height()),
            (self._keys, self._keys.needed(width).height()),
        ]
        for part, height in parts:
            part.setVisible(height > 0)
            part.setGeometry(left, top, width, height)
            top += height + (LEADING if height else 0)
        self.resize(width + 2 * left, top - LEADING + SHADOW + PADDING)

    def _labels(self) -> tuple[QLabel, QLabel]:
        return self._head, self._reason

    def _place(self) -> None:
        lines = self._editor.line_rects(self._span)
        if lines is None:
            self._editor.disarm()
            self.hide()
            return
        viewport = self._editor.viewport().geometry()
        first, last = (line.translated(viewport.topLeft()) for line in lines)
        body = self.size() - QSize(2 * SHADOW, 2 * SHADOW)
        self.move(place_beside(body, viewport, first, last) - QPoint(SHADOW, SHADOW))

    def _follow_text(self) -> None:
        if self.isVisible():
            self._place()

    def _follow_arming(self, armed: bool) -> None:
        if not armed:
            self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and its shadow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        theme = self._editor.theme
        painter.setPen(Qt.PenStyle.NoPen)
        # Many faint grounds, one over the other, look like one soft shadow and cost less than an effect.
        for reach in range(SHADOW - FALL, 0, -1):
            painter.setBrush(QColor(0, 0, 0, (8 if theme.dark else 4) if reach < SHADOW / 2 else 2))
            around = body.adjusted(-reach, FALL - reach, reach, FALL + reach)
            painter.drawRoundedRect(around, 9 + reach, 9 + reach)
        painter.setBrush(theme.color("raised"))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)


def place_beside(card: QSize, area: QRect, first: QRect, last: QRect) -> QPoint:
    """Return where a card goes in `area`: under the last line of its suspect, else above the first.

    Where there is room for neither it goes under the first line, so that the suspect's beginning is seen; it
    never covers that line, rather it reaches out of the area.
    """
    left = max(area.left() + DISTANCE, min(first.left() - 40, area.right() - card.width() - DISTANCE))
    below = last.bottom() + 1 + DISTANCE
    above = first.top() - DISTANCE - card.height()
    if below + card.height() <= area.bottom():
        return QPoint(left, below)
    if above >= area.top():
        return QPoint(left, above)
    return QPoint(left, first.bottom() + 1 + DISTANCE)
