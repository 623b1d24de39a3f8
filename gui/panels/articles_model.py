"""The articles of a page and their pieces, as a tree that changes no more than the page did."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from core.document.layout import ArticleId, Layout, PieceId, title_of
from core.document.role import ArticleKind
from gui.panels.articles_shown import FURNITURE, ShownPage, changed_rows
from gui.panels.painting import plain_tooltip
from gui.panels.row_steps import Insert, Move, Remove, row_steps
from gui.panels.views import Index
from gui.role_names import kind_name, role_name

FEW = 20
"""Up to so many pieces are looked for one by one, more by a table of all."""

_TOP = 0
_PARENT = 2  # added to an article's id, so that furniture becomes 1 and 0 stays for rows without a parent


class ArticlesModel(QAbstractItemModel):
    """Articles in reading order, their pieces below each, and furniture at the end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = ShownPage(Layout(), "")
        self._order: list[ArticleId] = []
        self._children: dict[ArticleId, list[PieceId]] = {}
        self._rows: dict[ArticleId, int] = {}
        self._titles: dict[ArticleId, str] = {}

    # What is shown

    def show(
        self,
        layout: Layout,
        text: str,
        findings: Mapping[ArticleId, int],
        notes: Mapping[PieceId, str] | None = None,
    ) -> None:
        """Show a page as it stands now; only rows that differ come, go, move or are painted again."""
        before, after = self._shown, ShownPage(layout, text, dict(findings), dict(notes or {}))
        if before.same_rows(after):
            self._shown = after
            self._titles = {}
            self._tell_changes(before, after)
            return
        wanted = after.rows()
        if len(wanted.keys() & self._children.keys()) * 2 < len(self._children):
            self._reset(after, wanted)
            return
        # What goes still reads the old page, what comes the new one: no row is ever without its text.
        self._take_away(wanted)
        self._shown = after
        self._titles = {}
        self._bring_in(wanted)
        self._tell_changes(before, after)

    def _reset(self, after: ShownPage, wanted: dict[ArticleId, list[PieceId]]) -> None:
        self.beginResetModel()
        self._shown = after
        self._titles = {}
        self._order = list(wanted)
        self._children = wanted
        self._number()
        self.endResetModel()

    def _number(self) -> None:
        self._rows = {article: row for row, article in enumerate(self._order)}

    def _take_away(self, wanted: dict[ArticleId, list[PieceId]]) -> None:
        for article in self._order:
            if article in wanted:
                kept = set(wanted[article])
                self._apply(article, [piece for piece in self._children[article] if piece in kept])
        self._apply(None, [article for article in self._order if article in wanted])

    def _bring_in(self, wanted: dict[ArticleId, list[PieceId]]) -> None:
        for article in self._order:
            self._apply(article, wanted[article])
        for article in wanted.keys() - self._children.keys():
            self._children[article] = wanted[article]
        self._apply(None, list(wanted))

    def _apply(self, article: ArticleId | None, target: list[int]) -> None:
        """Bring the rows below `article` (None: the articles themselves) to `target`, step by step."""
        held = self._order if article is None else self._children[article]
        if held == target:
            return
        parent = QModelIndex() if article is None else self.index_of_article(article)
        for step in row_steps(held, target):
            if isinstance(step, Remove):
                self.beginRemoveRows(parent, step.row, step.row + step.count - 1)
                gone = held[step.row : step.row + step.count]
                del held[step.row : step.row + step.count]
                if article is None:
                    self._forget(gone)
                self.endRemoveRows()
            elif isinstance(step, Insert):
                self.beginInsertRows(parent, step.row, step.row + len(step.keys) - 1)
                held[step.row : step.row] = step.keys
                self._number()
                self.endInsertRows()
            elif isinstance(step, Move):
                self.beginMoveRows(parent, step.source, step.source, parent, step.before)
                key = held.pop(step.source)
                held.insert(step.before - (step.source < step.before), key)
                self._number()
                self.endMoveRows()

    def _forget(self, articles: list[ArticleId]) -> None:
        for article in articles:
            del self._children[article]
        self._number()

    def _tell_changes(self, before: ShownPage, after: ShownPage) -> None:
        """Say which rows that stayed read differently now."""
        pieces, articles = changed_rows(before, after)
        owners = after.layout.owners() if len(pieces) > FEW else {}
        for piece in sorted(pieces):
            owner = owners.get(piece, FURNITURE) if owners else after.owner_of(piece)
            articles.add(owner)
            index = self.index_of_piece(piece, owner)
            if index.isValid():
                self.dataChanged.emit(index, index)
        for article in sorted(articles):
            index = self.index_of_article(article)
            if index.isValid():
                self.dataChanged.emit(index, index)

    # What the panel and the delegate ask

    @property
    def shown(self) -> ShownPage:
        """The page as it is shown."""
        return self._shown

    def article_at(self, index: Index) -> ArticleId | None:
        """Return the article (or `FURNITURE`) whose row this is, None for the row of a piece."""
        return self._order[index.row()] if index.isValid() and index.internalId() == _TOP else None

    def piece_at(self, index: Index) -> PieceId | None:
        """Return the piece whose row this is, None for the row of an article."""
        if not index.isValid() or index.internalId() == _TOP:
            return None
        return self._children[self._owner(index)][index.row()]

    def _owner(self, index: Index) -> ArticleId:
        return int(index.internalId()) - _PARENT

    def index_of_article(self, article: ArticleId) -> QModelIndex:
        """Return the row of an article, an invalid index where it has none."""
        row = self._rows.get(article)
        return QModelIndex() if row is None else self.createIndex(row, 0, _TOP)

    def index_of_piece(self, piece: PieceId, owner: ArticleId) -> QModelIndex:
        """Return the row of a piece of `owner` (an article or `FURNITURE`); invalid where it has none."""
        children = self._children.get(owner, [])
        if piece not in children:
            return QModelIndex()
        return self.createIndex(children.index(piece), 0, owner + _PARENT)

    def title(self, article: ArticleId) -> str:
        """Return what an article is called on screen."""
        if article == FURNITURE:
            return self.tr("版面杂项（报头、热线、责编）")
        if article not in self._titles:
            title = title_of(self._shown.layout, article, self._shown.text) or self.tr("（无题）")
            if self._shown.layout.articles[article].kind is ArticleKind.PHOTO:
                title = self.tr("〔图片〕{0}").format(title)
            self._titles[article] = title
        return self._titles[article]

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Return the index of a row; its id names the parent's article."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, column, _TOP)
        return self.createIndex(row, column, self._order[parent.row()] + _PARENT)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """Return the row of the article that a piece belongs to."""
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.index_of_article(self._owner(index))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of articles, or of pieces."""
        if not parent.isValid():
            return len(self._order)
        if parent.column() > 0 or parent.internalId() != _TOP:
            return 0
        return len(self._children[self._order[parent.row()]])

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: ARG002, B008
        """Return 1: a row is painted as a whole."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title or the preview, or what a screen reader or a tool tip says."""
        if not index.isValid():
            return None
        piece = self.piece_at(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown.preview(piece) if piece is not None else self.title(self._order[index.row()])
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            said = self._described_article(index.row()) if piece is None else self._described_piece(piece)
            return plain_tooltip(said) if role == Qt.ItemDataRole.ToolTipRole else said
        return None

    def _described_piece(self, piece: PieceId) -> str:
        parts = [
            role_name(self._shown.layout.pieces[piece].role),
            self._shown.preview(piece),
            self._shown.notes.get(piece, ""),
        ]
        return " · ".join(part for part in parts if part)

    def _described_article(self, row: int) -> str:
        article = self._order[row]
        parts = [self.title(article)]
        if article != FURNITURE:
            held = self._shown.layout.articles[article]
            parts += [kind_name(held.kind), self.tr("{0} 字").format(f"{self._shown.size(article):,}")]
            parts += [self.tr("接自{0}").format(held.continued_from)] if held.continued_from else []
            parts += [self.tr("转至{0}").format(held.continued_to)] if held.continued_to else []
            parts += [self.tr("已定")] if held.by_hand else []
        return " · ".join(parts)
