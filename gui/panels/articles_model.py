"""The articles of a page and their pieces as a list that folds; nothing is made for rows out of sight."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, Qt

from core.document.layout import ArticleId, Layout, PieceId, title_of
from core.document.role import ArticleKind
from gui.panels.articles_shown import FURNITURE, ShownPage
from gui.panels.fold import HEADING, Fold
from gui.panels.folded import FoldedModel
from gui.panels.painting import one_line
from gui.panels.views import Index
from gui.plain import plain_tooltip
from gui.role_names import kind_name, role_name


@dataclass(frozen=True)
class Nodes:
    """What is chosen in the tree: whole articles, and pieces that are in none of these."""

    articles: tuple[ArticleId, ...] = ()
    pieces: tuple[PieceId, ...] = ()


class ArticlesModel(FoldedModel):
    """Articles in reading order, their pieces below each, and furniture at the end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = ShownPage(Layout(), "")
        self._order: list[ArticleId] = []
        self._children: list[Sequence[PieceId]] = []
        self._groups: dict[ArticleId, int] = {}
        self._places: dict[PieceId, tuple[int, int]] = {}
        self._titles: dict[ArticleId, str] = {}

    # What is shown

    def show(
        self,
        layout: Layout,
        text: str,
        findings: Mapping[ArticleId, int],
        notes: Mapping[PieceId, str] | None = None,
        opened: Collection[ArticleId] | None = None,
    ) -> None:
        """Show a page as it stands now. `opened`: the articles that stand open; None: those that do now.

        Where rows come, go or move the model is reset: a table asks for what is in sight alone, and who knows
        the rows by their articles and pieces can choose them again.
        """
        before, after = self._shown, ShownPage(layout, text, dict(findings), dict(notes or {}))
        if opened is None and before.same_rows(after):
            self._shown, self._titles = after, {}
            if len(self.fold):
                self.dataChanged.emit(self.index(0, 0), self.index(len(self.fold) - 1, 0))
            return
        opened = self.opened() if opened is None else set(opened)
        self.beginResetModel()
        self._shown, self._titles, self._places = after, {}, {}
        rows = after.rows()
        self._order, self._children = list(rows), list(rows.values())
        self._groups = {article: group for group, article in enumerate(self._order)}
        sizes = [len(pieces) for pieces in self._children]
        self.fold = Fold(sizes, [True] * len(sizes), [article in opened for article in self._order])
        self.endResetModel()

    def opened(self) -> set[ArticleId]:
        """Return the articles that stand open."""
        return {article for group, article in enumerate(self._order) if self.fold.opened(group)}

    def open_article(self, article: ArticleId, opened: bool) -> None:
        """Open or fold an article; one that is no more is left alone."""
        if article in self._groups:
            self.set_opened(self._groups[article], opened)

    # What the panel and the delegate ask

    @property
    def shown(self) -> ShownPage:
        """The page as it is shown."""
        return self._shown

    @property
    def articles(self) -> Sequence[ArticleId]:
        """The articles as they are read, `FURNITURE` at the end where there is some."""
        return self._order

    def article_at(self, row: int) -> ArticleId | None:
        """Return the article (or `FURNITURE`) whose heading a row is, None for the row of a piece."""
        group, member = self.fold.at(row)
        return self._order[group] if member == HEADING else None

    def piece_at(self, row: int) -> PieceId | None:
        """Return the piece whose row this is, None for the heading of an article."""
        group, member = self.fold.at(row)
        return None if member == HEADING else self._children[group][member]

    def owner_at(self, row: int) -> ArticleId:
        """Return the article (or `FURNITURE`) that a row belongs to."""
        return self._order[self.fold.at(row)[0]]

    def owner_of(self, piece: PieceId) -> ArticleId | None:
        """Return the article (or `FURNITURE`) that holds a piece, None where it is not on the page."""
        place = self._place_of(piece)
        return None if place is None else self._order[place[0]]

    def row_of_article(self, article: ArticleId) -> int | None:
        """Return the row of an article's heading, None where it has none."""
        group = self._groups.get(article)
        return None if group is None else self.fold.first_line(group)

    def row_of_piece(self, piece: PieceId) -> int | None:
        """Return the row of a piece, that of its article where this is folded; None where it has none."""
        place = self._place_of(piece)
        return None if place is None else self.fold.line_of(*place)

    def _place_of(self, piece: PieceId) -> tuple[int, int] | None:
        if not self._places:
            self._places = {
                key: (group, member)
                for group, pieces in enumerate(self._children)
                for member, key in enumerate(pieces)
            }
        return self._places.get(piece)

    def nodes(self, rows: Sequence[int]) -> Nodes:
        """Return what some rows stand for; a heading stands for all its pieces, furniture's for its lines."""
        articles: list[ArticleId] = []
        pieces: list[PieceId] = []
        whole: set[int] = set()
        for row in sorted(rows):
            group, member = self.fold.at(row)
            if member != HEADING and group not in whole:
                pieces.append(self._children[group][member])
            elif member == HEADING and self._order[group] == FURNITURE:
                whole.add(group)
                pieces += self._children[group]
            elif member == HEADING:
                whole.add(group)
                articles.append(self._order[group])
        return Nodes(tuple(articles), tuple(pieces))

    def rows_of(self, nodes: Nodes) -> list[int]:
        """Return the rows that show some nodes, from top to bottom, those no longer there left out."""
        rows = [self.row_of_article(article) for article in nodes.articles]
        rows += [self.row_of_piece(piece) for piece in nodes.pieces]
        return sorted({row for row in rows if row is not None})

    def joined_above(self, row: int) -> bool:
        """Say whether the piece on a row goes on with that on the row above."""
        group, member = self.fold.at(row)
        pieces = self._shown.layout.pieces
        return (
            member > 0
            and self._order[group] != FURNITURE
            and pieces[self._children[group][member]].joins_previous
        )

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

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return 1: a row is painted as a whole."""
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be chosen and dragged; the view says where it can be dropped."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        held = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return held | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title or the preview, or what a screen reader or a tool tip says."""
        if not index.isValid():
            return None
        piece = self.piece_at(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(
                self._shown.preview(piece) if piece is not None else self.title(self.owner_at(index.row()))
            )
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            article = self.owner_at(index.row())
            said = (
                self._described_article(article) if piece is None else self._described_piece(piece, article)
            )
            return plain_tooltip(said) if role == Qt.ItemDataRole.ToolTipRole else said
        return None

    def _described_piece(self, piece: PieceId, article: ArticleId) -> str:
        parts = [
            role_name(self._shown.layout.pieces[piece].role),
            self._shown.preview(piece),
            self._shown.notes.get(piece, ""),
        ]
        marks = self._shown.marks(article)
        parts += [self.tr("接自别处")] if piece in marks.from_elsewhere else []
        parts += [self.tr("没有结尾")] if piece in marks.open_ends else []
        return " · ".join(part for part in parts if part)

    def _described_article(self, article: ArticleId) -> str:
        parts = [self.title(article)]
        if article != FURNITURE:
            held, marks = self._shown.layout.articles[article], self._shown.marks(article)
            parts += [kind_name(held.kind), self.tr("{0} 字").format(f"{self._shown.size(article):,}")]
            parts += [self.tr("接自{0}").format(held.continued_from)] if held.continued_from else []
            parts += [self.tr("已与上半篇接好")] if held.linked_from else []
            parts += [self.tr("转至{0}").format(held.continued_to)] if held.continued_to else []
            parts += [self.tr("已与下半篇接好")] if held.linked_to else []
            parts += [self.tr("有段落接自别处")] if marks.from_elsewhere else []
            parts += [self.tr("没有结尾")] if marks.open_ends else []
            parts += [self.tr("已定")] if held.by_hand else []
        return " · ".join(parts)
