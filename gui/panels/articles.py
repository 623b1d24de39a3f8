"""The tree of articles at the right."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.document.layout import ArticleId, Layout, PieceId
from gui.panels.articles_delegate import ArticleDelegate
from gui.panels.articles_drop import Goal
from gui.panels.articles_model import ArticlesModel, Nodes
from gui.panels.articles_shown import FURNITURE
from gui.panels.articles_view import ArticlesView
from gui.panels.empty_state import OrEmpty
from gui.panels.find_field import FindField
from gui.panels.header import PaneHeader
from gui.panels.keys import Keys
from gui.panels.title_match import found_at
from gui.panels.typed_search import TypedSearch
from gui.theme import Theme


@dataclass
class _Left:
    """How the tree of a page was left."""

    opened: set[ArticleId] = field(default_factory=set)
    scrolled: int = 0


class ArticlesPanel(QWidget):
    """The articles of the page. The one the editor is in stands open; others stay as they were left."""

    piece_chosen = Signal(object)
    """The editor wants to see this piece (its id)."""
    article_chosen = Signal(object)
    """The editor wants to see this article (its id)."""
    text_requested = Signal()
    """The editor wants to go on in the text, at what was chosen last."""
    dropped = Signal(object, object)
    """The editor dragged Nodes to a Goal."""
    folded = Signal(int, object)
    """The editor opened or folded an article of a page (its number): the set of those that stand open now."""
    menu_wanted = Signal(QPoint)
    """The editor wants to see what can be done with what is chosen; where on the screen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header = PaneHeader(theme, self.tr("稿件"))
        self._model = ArticlesModel(self)
        self._view = ArticlesView(theme, self._model)
        self._view.setAccessibleName(self.tr("稿件"))
        self._delegate = ArticleDelegate(theme, self._model, self._view)
        self._view.setItemDelegate(self._delegate)
        self._body = OrEmpty(theme, self._view)
        self._field = FindField(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._header, self._body, self._field):
            column.addWidget(part)
        self.setFocusProxy(self._view)
        self._followed: ArticleId | None = None
        self._quiet = False
        self._page = 0
        self._left: dict[int, _Left] = {}
        self._found: list[ArticleId] = []
        self._caret: PieceId | None = None
        self._search = TypedSearch(self._view, theme, self._field)
        self._connect()
        self._body.show_sentence("")

    def _connect(self) -> None:
        view = self._view
        view.selectionModel().currentChanged.connect(self._current_changed)
        view.clicked.connect(self._emit_chosen)
        view.doubleClicked.connect(self.text_requested)
        view.dropped.connect(self._let_go)
        # Nothing but opening and folding brings or takes rows; other changes reset the model.
        self._model.rowsInserted.connect(self._tell_folded)
        self._model.rowsRemoved.connect(self._tell_folded)
        view.customContextMenuRequested.connect(
            lambda place: self.menu_wanted.emit(view.viewport().mapToGlobal(place))
        )
        self._search.watch_model()
        self._search.wanted.connect(self._find)
        self._search.stepped.connect(self._find_next)
        self._search.ended.connect(self._find_over)
        Keys(view, {"Return": self._enter})

    @property
    def model(self) -> ArticlesModel:
        """The tree as it is shown."""
        return self._model

    @property
    def page(self) -> int:
        """The number of the page that is shown, 0 for none."""
        return self._page

    @property
    def view(self) -> ArticlesView:
        """The list itself."""
        return self._view

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._delegate.theme = theme
        self._view.theme = theme
        for part in (self._header, self._body, self._search):
            part.set_theme(theme)
        self._view.viewport().update()

    # What is shown

    def show_page(
        self,
        layout: Layout,
        text: str,
        findings: Mapping[ArticleId, int],
        notes: Mapping[PieceId, str] | None = None,
        *,
        page: int | None = None,
    ) -> None:
        """Show the articles of a page as they stand now; cheap when nothing but text changed.

        `notes` are words at the right of pieces. `page`: the number of another page than the one shown; its
        tree stands as it was left when it was shown last.
        """
        if page is None:
            nodes, current = self.chosen(), self._current()
            with self._quietly():
                self._model.show(layout, text, findings, notes)
                self._choose_again(nodes, current)
        else:
            self._turn_to(page, layout, text, findings, notes)
        held = [article for _, article in layout]
        settled = sum(article.by_hand for article in held)
        note = self.tr("%n 篇", "", len(held))
        self._header.set_note(note + (self.tr(" · 已定 {0}").format(settled) if settled else ""))
        if self._model.rowCount():
            self._body.show_view()
        else:
            self._body.show_sentence(self.tr("本版没有稿件"))

    def _turn_to(
        self,
        page: int,
        layout: Layout,
        text: str,
        findings: Mapping[ArticleId, int],
        notes: Mapping[PieceId, str] | None,
    ) -> None:
        self._remember()
        left = self._left.get(page, _Left())
        self._caret = None
        self._page, self._followed = page, None
        self._search.forget()
        with self._quietly():
            self._model.show(layout, text, findings, notes, left.opened)
            self._view.choose([], None)
            self._view.verticalScrollBar().setValue(left.scrolled)

    def leave_page(self) -> None:
        """Show nothing until the articles of the next page are there."""
        self._remember()
        self._caret, self._page, self._followed = None, 0, None
        self._search.forget()
        with self._quietly():
            self._model.show(Layout(), "", {})
        self._header.set_note("")
        self._body.show_view()

    def _remember(self) -> None:
        """Remember how the tree of the page is left."""
        if self._page:
            opened = self._model.opened() - {self._followed}
            self._left[self._page] = _Left(opened, self._view.verticalScrollBar().value())

    def was_left(self, page: int) -> bool:
        """Say whether a page was shown before, so that its tree stands as it was left."""
        return page in self._left

    def open_again(self, articles: Collection[ArticleId]) -> None:
        """Open articles that stood open when the project was closed."""
        with self._quietly():
            for article in articles:
                self._model.open_article(article, opened=True)
        if self._followed in articles:
            self._followed = None

    def _tell_folded(self) -> None:
        if not self._quiet:
            self._left.setdefault(self._page, _Left())
            self.folded.emit(self._page, self._model.opened() - {self._followed})

    def forget_pages(self) -> None:
        """Forget how trees were left: the pages are those of another project."""
        self._left.clear()
        self._page = 0

    # What is chosen

    def chosen(self) -> Nodes:
        """Return the articles and pieces that are chosen."""
        return self._model.nodes(self._view.chosen_rows())

    def select_piece(self, piece: PieceId | None) -> None:
        """Mark the piece the editor is in, and open its article; nothing is emitted.

        What the editor has chosen in the tree itself stays chosen while the tree has the keys.
        """
        owner = None if piece is None else self._model.owner_of(piece)
        if piece is None or owner is None:
            return
        chosen = self._view.chosen_rows()
        moved, self._caret = piece != self._caret, piece
        if self._view.hasFocus() and chosen:
            if not moved:
                return
            rows = {self._model.row_of_piece(piece), self._model.row_of_article(owner)}
            if self._view.currentIndex().row() in rows or rows & set(chosen):
                return
        with self._quietly():
            self._follow(owner)
            row = self._model.row_of_piece(piece)
            if row is not None and chosen != [row]:
                self._view.choose([row], row)

    def _follow(self, article: ArticleId) -> None:
        """Open the article the editor went to, and fold the one that was opened for the same reason."""
        if article == self._followed:
            return
        if self._followed is not None:
            self._model.open_article(self._followed, opened=False)
            self._followed = None
        if article not in self._model.opened():
            self._model.open_article(article, opened=True)
            self._followed = article

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Change what is chosen without a signal: it is not the editor who does."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    def _current(self) -> Nodes:
        row = self._view.currentIndex().row()
        return Nodes() if row < 0 else self._model.nodes([row])

    def _choose_again(self, nodes: Nodes, current: Nodes) -> None:
        """Choose after a change of rows what was chosen before, wherever it stands now."""
        if current.articles or current.pieces:
            if self._view.hasFocus():
                # What was carried into a folded article stays what is chosen, not the article.
                for owner in {self._model.owner_of(piece) for piece in nodes.pieces}:
                    if owner is not None:
                        self._model.open_article(owner, opened=True)
            rows, here = self._model.rows_of(nodes), self._model.rows_of(current)
            held = self._view.chosen_rows()
            if rows != held or here != [self._view.currentIndex().row()]:
                self._view.choose(rows, here[0] if here else None)

    def _current_changed(self) -> None:
        if not self._quiet and not self._view.undecided:
            self._emit_chosen()

    def _emit_chosen(self) -> None:
        row = self._view.currentIndex().row()
        if row < 0:
            return
        article, piece = self._model.article_at(row), self._model.piece_at(row)
        if piece is not None:
            self.piece_chosen.emit(piece)
        elif article == FURNITURE:
            self.piece_chosen.emit(self._model.nodes([row]).pieces[0])
        else:
            self.article_chosen.emit(article)

    def _let_go(self, nodes: Nodes, goal: Goal) -> None:
        """Take the cursor to what was dragged before it goes where it was let go."""
        self._emit_chosen()
        self.dropped.emit(nodes, goal)

    def _enter(self) -> None:
        if self._view.currentIndex().isValid():
            self._emit_chosen()
            self.text_requested.emit()

    # Finding a title

    def _find(self, typed: str) -> None:
        """Go to the first title with `typed`, from the article that is chosen on and round again."""
        self._delegate.wanted = typed
        titled = [article for article in self._model.articles if article != FURNITURE]
        self._found = [article for article in titled if found_at(typed, self._model.title(article)) >= 0]
        self._view.viewport().update()
        row = self._view.currentIndex().row()
        here = self._model.owner_at(row) if row >= 0 else FURNITURE
        start = titled.index(here) if here in titled else 0
        later = [article for article in self._found if titled.index(article) >= start]
        self._show_found(next(iter(later or self._found), None))

    def _find_next(self, forward: bool) -> None:
        row = self._view.currentIndex().row()
        if self._found and row >= 0:
            owner = self._model.owner_at(row)
            at = self._found.index(owner) if owner in self._found else -1
            self._show_found(self._found[(at + (1 if forward else -1)) % len(self._found)])

    def _show_found(self, article: ArticleId | None) -> None:
        number = 0 if article is None else self._found.index(article) + 1
        self._field.show_found(number, len(self._found))
        row = None if article is None else self._model.row_of_article(article)
        if row is not None:
            self._view.setCurrentIndex(self._model.index(row, 0))

    def _find_over(self) -> None:
        self._delegate.wanted = ""
        self._found = []
        self._view.viewport().update()
