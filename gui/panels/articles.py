"""The tree of articles at the right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from core.document.layout import ArticleId, Layout, PieceId
from gui.panels.articles_delegate import ArticleDelegate
from gui.panels.articles_model import ArticlesModel
from gui.panels.articles_shown import FURNITURE
from gui.panels.empty_state import OrEmpty
from gui.panels.header import PaneHeader
from gui.panels.keys import Keys
from gui.panels.typed_search import TypedSearch, find_from
from gui.panels.views import RowTree
from gui.theme import Theme


class ArticlesPanel(QWidget):
    """The articles of the page. The one the editor is in stands open; others stay as they were left."""

    piece_chosen = Signal(object)
    """The editor wants to see this piece (its id)."""
    article_chosen = Signal(object)
    """The editor wants to see this article (its id)."""
    text_requested = Signal()
    """The editor wants to go on in the text, at what was chosen last."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header = PaneHeader(theme, self.tr("稿件"))
        self._model = ArticlesModel(self)
        self._view = RowTree()
        self._view.setModel(self._model)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._view.setAccessibleName(self.tr("稿件"))
        self._delegate = ArticleDelegate(theme, self._model, self._view)
        self._view.setItemDelegate(self._delegate)
        self._view.set_sign_width(self._delegate.sign_width)
        self._body = OrEmpty(theme, self._view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._body)
        self.setFocusProxy(self._view)
        self._followed: ArticleId | None = None
        self._quiet = False
        self._view.selectionModel().currentChanged.connect(self._current_changed)
        self._view.clicked.connect(self._emit_chosen)
        self._view.doubleClicked.connect(self.text_requested)
        self._search = TypedSearch(self._view, theme)
        self._search.watch_model()
        self._search.wanted.connect(self._find)
        Keys(self._view, {"Return": self._enter})
        self._body.show_sentence("")

    @property
    def model(self) -> ArticlesModel:
        """The tree as it is shown."""
        return self._model

    @property
    def view(self) -> RowTree:
        """The tree itself."""
        return self._view

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._delegate.theme = theme
        for part in (self._header, self._body, self._search):
            part.set_theme(theme)
        self._view.viewport().update()

    def show_page(
        self,
        layout: Layout,
        text: str,
        findings: Mapping[ArticleId, int],
        notes: Mapping[PieceId, str] | None = None,
        *,
        new_page: bool = False,
    ) -> None:
        """Show the articles of a page as they stand now; cheap when nothing but text changed.

        `notes` are words at the right of pieces. `new_page`: the page is another one, so that nothing of the
        old choice and of what was folded holds any more, though identities may be the same.
        """
        chosen = (None, None) if new_page else self._chosen()
        with self._quietly():
            if new_page:
                self._followed = None
                self._model.show(Layout(), "", {})
            self._model.show(layout, text, findings, notes)
            self._choose(*chosen)
        held = [article for _, article in layout]
        settled = sum(article.by_hand for article in held)
        note = self.tr("%n 篇", "", len(held))
        self._header.set_note(note + (self.tr(" · 已定 {0}").format(settled) if settled else ""))
        if self._model.rowCount():
            self._body.show_view()
        else:
            self._body.show_sentence(self.tr("本版没有稿件"))

    def select_piece(self, piece: PieceId | None) -> None:
        """Mark the piece the editor is in, and open its article; nothing is emitted."""
        if piece is None or piece not in self._model.shown.layout.pieces:
            return
        article = self._model.shown.owner_of(piece)
        with self._quietly():
            self._follow(article)
            self._choose(article, piece)

    def _follow(self, article: ArticleId) -> None:
        """Open the article the editor went to, and fold the one that was opened for the same reason."""
        if article == self._followed:
            return
        if self._followed is not None:
            self._view.collapse(self._model.index_of_article(self._followed))
            self._followed = None
        index = self._model.index_of_article(article)
        if not self._view.isExpanded(index):
            self._view.expand(index)
            self._followed = article

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Change what is chosen without a signal: it is not the editor who does."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    def _chosen(self) -> tuple[ArticleId | None, PieceId | None]:
        index = self._view.currentIndex()
        return self._model.article_at(index), self._model.piece_at(index)

    def _choose(self, article: ArticleId | None, piece: PieceId | None) -> None:
        """Make a row the current one: the piece's where it is in sight, else its article's."""
        if piece is not None and piece in self._model.shown.layout.pieces:
            owner = self._model.shown.owner_of(piece)
            row = self._model.index_of_article(owner)
            index = self._model.index_of_piece(piece, owner) if self._view.isExpanded(row) else row
        else:
            index = QModelIndex() if article is None else self._model.index_of_article(article)
        if index != self._view.currentIndex():
            self._view.setCurrentIndex(index)

    def _current_changed(self) -> None:
        if not self._quiet and not self._view.undecided:
            self._emit_chosen()

    def _emit_chosen(self) -> None:
        article, piece = self._chosen()
        if piece is not None:
            self.piece_chosen.emit(piece)
        elif article == FURNITURE:
            self.piece_chosen.emit(self._model.shown.layout.furniture[0])
        elif article is not None:
            self.article_chosen.emit(article)

    def _enter(self) -> None:
        if self._view.currentIndex().isValid():
            self._emit_chosen()
            self.text_requested.emit()

    def _find(self, typed: str) -> None:
        articles = list(self._model.shown.layout.order)
        article, piece = self._chosen()
        if piece is not None:
            article = self._model.shown.owner_of(piece)
        start = articles.index(article) if article in articles else 0
        wanted = typed.casefold()
        found = find_from(
            len(articles), start, lambda at: wanted in self._model.title(articles[at]).casefold()
        )
        if found is not None:
            self._view.setCurrentIndex(self._model.index_of_article(articles[found]))
