"""How articles and pieces are painted in the tree."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from core.document.layout import ArticleId, PieceId
from core.document.role import HEADLINE_ROLES, ArticleKind
from gui.panels.articles_model import ArticlesModel
from gui.panels.articles_shown import FURNITURE
from gui.panels.articles_view import ArticlesView
from gui.panels.painting import (
    RIGHT,
    draw_chevron,
    draw_line,
    font_em,
    row_ground,
    row_height,
    scaled,
)
from gui.panels.title_match import found_at
from gui.panels.views import Index, cell_margin
from gui.role_names import kind_name, role_sign
from gui.theme import Theme

JOINS = "⤴"
"""A paragraph that goes on here from elsewhere on the page."""
OPEN_END = "⋯"
"""A paragraph that stops in the middle of a sentence."""

Parts = list[tuple[str, str]]
"""Words and the names of their colours."""


class ArticleDelegate(QStyledItemDelegate):
    """Paints an article with its colour, title, size and suspects, and its pieces with their roles."""

    def __init__(self, theme: Theme, model: ArticlesModel, view: ArticlesView) -> None:
        super().__init__(view)
        self.theme = theme
        self.wanted = ""
        """What is looked for in titles; it stands out in them."""
        self._model = model
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Return the height of a row."""
        return QSize(0, row_height(self._view.font(), 1.78))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a whole row."""
        painter.save()
        row = index.row()
        hovered = self._view.hovered_row == row
        rect = QRect(0, option.rect.top(), self._view.viewport().width(), option.rect.height())
        painter.fillRect(rect, row_ground(self.theme, option, hovered=hovered))
        painter.setFont(self._view.font())
        margin = cell_margin(self._view)
        inner = rect.adjusted(margin, 0, -margin, 0)
        piece, article = self._model.piece_at(row), self._model.owner_at(row)
        if piece is not None:
            self._paint_piece(painter, inner, row, piece)
        else:
            self._paint_bar(painter, inner, article, hovered=hovered)
            if article == FURNITURE:
                self._paint_furniture(painter, inner)
            else:
                self._paint_article(painter, inner, article)
        painter.restore()

    def _paint_bar(self, painter: QPainter, inner: QRect, article: ArticleId, *, hovered: bool) -> None:
        """Paint the colour of an article, under the mouse the sign that folds it."""
        em = font_em(self._view.font())
        if article == FURNITURE:
            color = self.theme.color("furniture")
        else:
            color = self.theme.article_color(self._model.articles.index(article))
        if hovered:
            center = QPointF(inner.left() + em * 0.16, inner.center().y() + 1)
            opened = article in self._model.opened()
            draw_chevron(painter, center, em * 0.6, color, opened=opened)
            return
        bar = QRectF(inner.left(), 0, max(3.0, em * 0.3), inner.height() * 0.66)
        bar.moveTop(inner.top() + (inner.height() - bar.height()) / 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(bar, 1.5, 1.5)
        painter.restore()

    def _title_left(self, inner: QRect) -> int:
        return inner.left() + round(font_em(self._view.font()) * 0.95)

    def _paint_furniture(self, painter: QPainter, inner: QRect) -> None:
        small = scaled(self._view.font(), 0.86)
        lines = self.tr("%n 行", "", len(self._model.shown.layout.furniture))
        taken = self._paint_right(painter, inner, [(lines, "text-muted")], small)
        painter.setFont(self._view.font())
        left = self._title_left(inner)
        box = QRect(left, inner.top(), inner.right() - taken - left, inner.height())
        draw_line(painter, box, self._model.title(FURNITURE), self.theme.color("text-muted"))

    def _paint_article(self, painter: QPainter, inner: QRect, article: ArticleId) -> None:
        taken = self._paint_right(painter, inner, self._facts(article), scaled(self._view.font(), 0.86))
        painter.setFont(scaled(self._view.font(), 1.0, QFont.Weight.DemiBold))
        left = self._title_left(inner)
        box = QRect(left, inner.top(), inner.right() - taken - left, inner.height())
        self._paint_title(painter, box, self._model.title(article))

    def _facts(self, article: ArticleId) -> Parts:
        """Return what stands at the right of an article: torn places, jumps, suspects, size, kind."""
        shown = self._model.shown
        held, marks = shown.layout.articles[article], shown.marks(article)
        parts: list[Parts] = []
        torn: Parts = [(JOINS, "join")] if marks.from_elsewhere else []
        torn += [(OPEN_END, "warning")] if marks.open_ends else []
        parts += [torn] if torn else []
        for sign, link, page in (
            ("↰" if held.linked_from else "←", held.linked_from, held.continued_from),
            ("↳" if held.linked_to else "→", held.linked_to, held.continued_to),
        ):
            parts += [[(f"{sign} {page or ''}".rstrip(), "accent")]] if link or page else []
        if held.kind not in (ArticleKind.NEWS, ArticleKind.PHOTO):
            parts.append([(kind_name(held.kind), "text-muted")])
        count = shown.findings.get(article, 0)
        parts += [[(f"{count:,}", "suspect")]] if count else []
        parts.append([(self.tr("{0} 字").format(f"{shown.size(article):,}"), "text-muted")])
        return [
            part
            for number, one in enumerate(parts)
            for part in ([(" · ", "text-muted")] * (number > 0) + one)
        ]

    def _paint_title(self, painter: QPainter, box: QRect, title: str) -> None:
        """Paint a title; what is looked for stands out in it."""
        at = found_at(self.wanted, title) if self.wanted else -1
        runs = [(title, "text")]
        if at >= 0:
            end = at + len(self.wanted)
            runs = [(title[:at], "text"), (title[at:end], "accent"), (title[end:], "text")]
        for text, color in runs:
            taken = draw_line(painter, box, text, self.theme.color(color))
            box = box.adjusted(taken, 0, 0, 0)

    def _paint_right(self, painter: QPainter, inner: QRect, parts: Parts, font: QFont) -> int:
        """Paint words, each in its colour, up to the right end; return the room they take, gap included."""
        painter.setFont(font)
        right = inner.right()
        for text, color in reversed(parts):
            box = QRect(inner.left(), inner.top(), right - inner.left() + 1, inner.height())
            right -= draw_line(painter, box, text, self.theme.color(color), RIGHT)
        return inner.right() - right + round(font_em(font) * 0.7)

    def _paint_piece(self, painter: QPainter, inner: QRect, row: int, piece: PieceId) -> None:
        em = font_em(self._view.font())
        shown = self._model.shown
        held, marks = shown.layout.pieces[piece], shown.marks(self._model.owner_at(row))
        small = scaled(self._view.font(), 0.82)
        side = round(em * 1.35)
        chip = QRect(self._title_left(inner) + round(em * 0.9), 0, side, side)
        chip.moveTop(inner.top() + (inner.height() - side) // 2)
        self._paint_thread(painter, inner, chip, row)
        self._paint_chip(painter, chip, role_sign(held.role), small, settled=held.by_hand)
        left = chip.right() + round(em * 0.6)
        note: Parts = [(shown.notes[piece], "error")] if shown.notes.get(piece) else []
        note += [(OPEN_END, "warning")] if piece in marks.open_ends else []
        taken = self._paint_right(painter, inner, note, small) if note else 0
        painter.setFont(self._view.font())
        if piece in marks.from_elsewhere:
            box = QRect(left, inner.top(), inner.right() - left, inner.height())
            left += draw_line(painter, box, JOINS, self.theme.color("join")) + round(em * 0.25)
        color = self.theme.color("text" if held.role in HEADLINE_ROLES else "text-muted")
        box = QRect(left, inner.top(), inner.right() - taken - left, inner.height())
        draw_line(painter, box, shown.preview(piece), color)

    def _paint_thread(self, painter: QPainter, inner: QRect, chip: QRect, row: int) -> None:
        """Tie the pieces of one paragraph together by a line between their chips."""
        painter.setPen(QPen(self.theme.color("join"), 1.4))
        middle = chip.center().x() + 1
        if self._model.joined_above(row):
            painter.drawLine(middle, inner.top(), middle, chip.top())
        if row + 1 < self._model.rowCount() and self._model.joined_above(row + 1):
            painter.drawLine(middle, chip.bottom() + 1, middle, inner.bottom() + 1)

    def _paint_chip(self, painter: QPainter, chip: QRect, sign: str, font: QFont, *, settled: bool) -> None:
        """Paint the sign of a role; one that a person has set has a darker frame."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.theme.color("text-faint" if settled else "line"))
        painter.setBrush(self.theme.color("raised"))
        painter.drawRoundedRect(QRectF(chip).translated(0.5, 0.5), 3, 3)
        painter.setFont(font)
        painter.setPen(self.theme.color("text" if settled else "text-muted"))
        painter.drawText(chip.translated(1, 0), int(Qt.AlignmentFlag.AlignCenter), sign)
        painter.restore()
