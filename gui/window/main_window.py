"""The main window: it puts the parts together and says what each action does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QInputDialog, QMainWindow

from core.cli.language import LANGUAGES
from core.detectors.detector import Detector
from core.errors import JiaochouError
from core.messages import Catalogue
from core.text.lines import Lines
from core.text.span import Span
from gui.desk.beside import Beside
from gui.desk.desk import Desk
from gui.desk.standing import Standing
from gui.editor.suspect_card import SuspectCard
from gui.fonts import page_font
from gui.panels.palette import CommandPalette
from gui.style import palette, stylesheet
from gui.theme import Theme, load_theme
from gui.window.actions import Actions
from gui.window.article_menu import article_menu
from gui.window.backups_dialog import BackupsDialog
from gui.window.boundaries import Boundaries
from gui.window.check_all import CheckAll
from gui.window.check_dialog import CheckDialog
from gui.window.chooser import Chooser
from gui.window.commanding import palette_entries
from gui.window.concordance import Concording
from gui.window.files import Files
from gui.window.help import Manual, about
from gui.window.keys_dialog import KeysDialog
from gui.window.linking import Linking
from gui.window.looking import Looking
from gui.window.merging import Merging
from gui.window.page_pane import PagePane
from gui.window.panes import Panes
from gui.window.proofing import Proofing
from gui.window.recovering import Recovering
from gui.window.removing import Removing
from gui.window.reporting import Reporting
from gui.window.same import SameElsewhere
from gui.window.scans import Scans
from gui.window.searching import Searching
from gui.window.settings import Settings
from gui.window.showing import Showing
from gui.window.status import StatusBar
from gui.window.suspects import Suspects
from gui.window.tagging import Tagging
from gui.window.terms_dialog import TermsDialog
from gui.window.toolbar import ToolBar
from gui.window.variants import Variants
from gui.window.vocabulary import Vocabulary

USUAL_SIZE = QSize(1440, 900)
FRAME = QSize(16, 48)
"""How large the window is at first where the screen has room for it, and what its frame may take (pixels)."""


class MainWindow(QMainWindow):
    """One window on one project."""

    closed = Signal()
    """The window is closed and all is written."""

    def __init__(
        self,
        settings: Settings,
        catalogue: Catalogue,
        theme: Theme,
        detectors: Callable[[], Sequence[Detector]],
        beside: Beside | None = None,
    ) -> None:
        """Take who checks pages beside the window, or None; see Desk."""
        super().__init__()
        self._settings = settings
        self._catalogue = catalogue
        self._is_fresh = False
        self.setWindowTitle(self.tr("校雠"))
        self.setAcceptDrops(True)
        self.resize(USUAL_SIZE.boundedTo(self.screen().availableSize() - FRAME))
        self._words = words = Vocabulary(detectors, catalogue)
        text_font = page_font(settings.page_points) if settings.page_points else page_font()

        self.desk = Desk(settings.actor, detectors, self, beside)
        self.page = PagePane(theme)
        self.page.editor.set_page_font(text_font)
        self.setCentralWidget(self.page)
        self.panes = Panes(self, theme, text_font, self.desk.workers)
        self.status = StatusBar(theme, catalogue, self)
        self.setStatusBar(self.status)
        self._palette, self._chooser = CommandPalette(theme, self), Chooser(theme, self)
        self._card = SuspectCard(self.page.editor)
        self.suspects = Suspects(self.desk, self.page.editor, self._card, words, self)
        # Before all who read the page off the editor: it puts the page there.
        self.showing = Showing(self.desk, self.page, self.panes, self.status, self.suspects, words, self)
        self._tagging = Tagging(self.desk, self.page.editor, self.panes.articles, self._chooser, self)
        self._boundaries = Boundaries(self.desk, self.page.editor, self.panes.articles, settings, self)
        self._searching = Searching(self.desk, self.page.editor, self.page.find_bar, catalogue, self)
        self.files = Files(self.desk, self.status, catalogue, self)
        self._recovering = Recovering(self.desk, self.status, catalogue, self)
        self._looking = Looking(self.desk, self.page, self.status, catalogue, self)
        self.merging = Merging(self.desk, self.page.editor, self.status, self)
        self._scans = Scans(self.desk, self.page.editor, self.panes.scan, self.page.strip, self)
        self._check_all = CheckAll(self.desk, self.status, self)
        self._proofing = Proofing(self.desk, self.status, words, self)
        self._reporting = Reporting(self.desk, words, self)
        self._concordance = Concording(self.desk, self.page.editor, self.suspects, self.panes, words, self)
        self._same = SameElsewhere(self.desk, self._concordance.texts, self.page.editor, self.status, self)
        self._variants = Variants(self.desk, self.page.editor, self.panes, words, self)
        self._linking = Linking(self.desk, self._tagging.article_here, catalogue, self)
        self._make_actions()
        self._connect()
        self.set_theme(theme)
        self._restore_place()

    def _make_actions(self) -> None:
        self._removing = Removing(self.desk, self.panes.pages, self)
        self.actions_ = Actions(self, self._handlers(), self._settings.chosen_keys)
        self._removing.set_actions(self.actions_)
        self._same.set_actions(self.actions_["correct-same"], self.actions_["same-everywhere"])
        self._toolbar = ToolBar(self, self.actions_)
        self.addToolBar(self._toolbar)
        self._fill_view_menu()
        self.actions_.set_page_there(False)
        for name in ("undo", "redo", "verify", "work-on", "backups"):
            self.actions_[name].setEnabled(False)

    def _restore_place(self) -> None:
        place = self._settings.window_place()
        if place is not None:
            self.restoreGeometry(place[0])
            self.restoreState(place[1])

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette(theme))
            application.setStyleSheet(stylesheet(theme))
        for part in (
            self.page,
            self.panes,
            self.status,
            self._palette,
            self._chooser,
            self._card,
            self.actions_,
        ):
            part.set_theme(theme)
        self.actions_["dark"].setChecked(theme.dark)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what is on its way before the window goes."""
        if self.desk.typing.is_stuck and not self.files.is_text_saved:
            event.ignore()
            self.status.tell_stuck()
            return
        self.status.progress.cancel()
        self._settings.keep_window_place(self.saveGeometry(), self.saveState())
        self._settings.set_page_points(self.page.editor.font().pointSizeF())
        self.page.editor.set_marks(())
        self._variants.witnesses.stop()
        self.desk.stop()
        event.accept()
        self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open or import the files that are dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.files.take(paths)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        editor, suspects = self.page.editor, self.suspects
        about_places: dict[str, Callable[[], object]] = {
            **self._tagging.handlers(),
            **self._boundaries.handlers(),
            **self._variants.taking.handlers(),
            **self._linking.handlers(),
            "cut": editor.cut,
            "paste": editor.paste,
            "accept": suspects.accept,
            "dismiss": suspects.dismiss,
            "dismiss-everywhere": partial(suspects.dismiss, everywhere=True),
        }
        return {
            **{name: partial(self.desk.take, act) for name, act in about_places.items()},
            **self.files.handlers(),
            **self._looking.handlers(),
            **self.merging.handlers(),
            **self._proofing.handlers(),
            **self._reporting.handlers(),
            **self._variants.handlers(),
            "quit": self.close,
            "undo": self.desk.undo,
            "redo": self.desk.redo,
            "copy": editor.copy,
            "select-all": editor.selectAll,
            "find": self._searching.open,
            "find-next": partial(self._searching.again, forward=True),
            "find-previous": partial(self._searching.again, forward=False),
            "next-suspect": suspects.go,
            "previous-suspect": partial(suspects.go, forward=False),
            "other-place": suspects.other_place,
            "findings-scope": self.showing.findings.switch_scope,
            "concordance": self._concordance.open,
            "same-everywhere": self._same.open_everywhere,
            "correct-same": partial(self.desk.turns.take, self._same.correct_all),
            "remove-pages": partial(self.desk.turns.take, self._removing.remove),
            "check-all": self._check_all.start,
            "check-options": self._open_check_options,
            "terms": self._open_terms,
            "backups": lambda: BackupsDialog(self.desk, self._catalogue, self).show(),
            "previous-page": partial(self._turn, -1),
            "next-page": partial(self._turn, 1),
            "palette": self._open_palette,
            "focus-text": editor.setFocus,
            **self._focus_handlers(),
            "zoom-in": partial(editor.zoom, 1),
            "zoom-out": partial(editor.zoom, -1),
            "zoom-reset": partial(editor.zoom, 0),
            "dark": self._switch_theme,
            "dim-others": self._boundaries.switch_dimming,
            "language": self._choose_language,
            "manual": lambda: Manual(self._catalogue.language, self).show(),
            "keys": lambda: KeysDialog(self.actions_, self._settings, self).show(),
            "about": lambda: about(self).open(),
        }

    def _focus_handlers(self) -> dict[str, Callable[[], object]]:
        panes = self.panes
        named = {
            "focus-pages": panes.pages,
            "focus-articles": panes.articles,
            "focus-findings": panes.findings,
            "focus-history": panes.history,
            "focus-difference": panes.difference,
            "focus-variants": panes.variants,
        }
        return {name: partial(panes.raise_pane, pane) for name, pane in named.items()}

    def _connect(self) -> None:
        desk, editor, panes = self.desk, self.page.editor, self.panes
        self._connect_bars()
        editor.edited.connect(desk.type_text)
        # Who types and takes it back at once does not wait for the store to say that it can be.
        editor.edited.connect(lambda _edit: self.actions_["undo"].setEnabled(True))
        editor.typing_paused.connect(desk.pause)
        editor.composing_changed.connect(lambda composing: setattr(desk.checking, "paused", composing))
        editor.armed_changed.connect(lambda armed: self.status.set_keys(at_suspect=armed))
        editor.gutter.menu_wanted.connect(self._open_line_menu)
        editor.customContextMenuRequested.connect(
            lambda place: self.actions_.menus["edit"].popup(editor.viewport().mapToGlobal(place))
        )
        desk.turns.held.connect(lambda held: editor.hold_input() if held else editor.release_input())
        desk.opened.connect(self._opened)
        desk.page_shown.connect(self._page_shown)
        desk.stepped.connect(self._stepped)
        desk.failed.connect(self.files.complain)
        self.merging.failed.connect(self.files.complain)
        self._proofing.failed.connect(self.files.complain)
        self._reporting.failed.connect(self.files.complain)
        self._same.everywhere_wanted.connect(self._concordance.open_for)
        self._reporting.search_wanted.connect(self._concordance.open_for)
        for speaker in (
            desk,
            self.suspects,
            self.showing.findings,
            self._tagging,
            self._removing,
            self._searching,
            self._concordance,
            self._reporting,
            self._variants,
        ):
            speaker.told.connect(self.status.tell)
        self._boundaries.set_actions(self.actions_)
        self._boundaries.told.connect(self.status.tell)
        self._scans.found.connect(panes.show_scan)
        self._scans.failed.connect(self.status.tell)
        self.page.strip.clicked.connect(partial(panes.raise_pane, panes.scan))
        panes.scan.attach_requested.connect(self.files.attach_scan)
        panes.pages.page_chosen.connect(desk.show_page)
        self._linking.told.connect(self.status.tell)
        self._linking.half_shown.connect(self._go_to_half)
        panes.articles.piece_chosen.connect(self._go_to_piece)
        panes.articles.article_chosen.connect(self._go_to_article)
        panes.articles.text_requested.connect(editor.setFocus)
        panes.articles.menu_wanted.connect(self._open_article_menu)
        self.showing.findings.counted.connect(partial(panes.set_count, panes.findings))
        for wish in (panes.findings.controls.check_requested, panes.findings.check_button.clicked):
            wish.connect(self._check_all.start)
        panes.difference.place_chosen.connect(self._go_to)
        desk.came_back.connect(lambda position: editor.reveal(Span(position, position)))
        panes.history.step_chosen.connect(self._go_to_step)
        self._palette.chosen.connect(self._run_entry)

    def _connect_bars(self) -> None:
        desk, bar = self.desk, self.page.stuck_bar
        desk.typing.stuck.connect(self._stuck)
        desk.typing.freed.connect(bar.hide)
        bar.retry_requested.connect(desk.typing.try_again)
        bar.save_requested.connect(self.actions_["save-text"].trigger)
        desk.access.changed.connect(
            lambda: self.actions_["work-on"].setEnabled(desk.access.barrier is not None)
        )

    def _fill_view_menu(self) -> None:
        menu = self.actions_.menus["view"]
        menu.addSeparator()
        for dock in self.panes.docks.values():
            menu.addAction(dock.toggleViewAction())

    # What signals and actions come to

    def _opened(self, path: Path) -> None:
        self._settings.set_last_project(str(path))
        self.setWindowTitle(self.tr("{0} — 校雠").format(path.name))
        for name in ("verify", "backups"):
            self.actions_[name].setEnabled(True)
        self.actions_.set_page_there(False)
        self._is_fresh = True

    def _page_shown(self) -> None:
        there = self.desk.mirror is not None
        self.actions_.set_page_there(there)
        if self._is_fresh and there:
            # Whoever opens a project wants to read it.
            self._is_fresh = False
            self.page.editor.setFocus()

    def _stepped(self, standing: Standing) -> None:
        self.actions_["undo"].setEnabled(standing.can_undo)
        self.actions_["redo"].setEnabled(standing.can_redo)

    def _stuck(self, error: JiaochouError) -> None:
        self.status.show_stuck()
        self.page.stuck_bar.show_cause(self._catalogue.text(error.spoken))

    def _turn(self, by: int) -> None:
        pages = self.panes.pages.model.all_pages()
        record = self.desk.record
        numbers = [page.page_id for page in pages]
        if record is not None and record.id in numbers:
            at = numbers.index(record.id) + by
            if 0 <= at < len(numbers):
                self.desk.show_page(numbers[at])

    def _open_line_menu(self, line: int, place: QPoint) -> None:
        """Offer what can be done with a line, or with the lines that are selected around it."""
        editor, lines = self.page.editor, Lines(self.page.editor.text)
        if line not in lines.touching(editor.selection):
            editor.select_lines(line, line)
        self.actions_.menus["article"].popup(place)

    def _open_article_menu(self, place: QPoint) -> None:
        """Offer what can be done with what is chosen in the tree."""
        article_menu(self.actions_, self).popup(place)

    def _go_to(self, position: int) -> None:
        place = Span(position, position)
        self.page.editor.reveal(place)
        self.page.editor.select(place)

    def _go_to_piece(self, piece: int) -> None:
        mirror = self.desk.mirror
        if mirror is not None and piece in mirror.layout.spans:
            self._go_to(mirror.layout.spans[piece].start)

    def _go_to_article(self, article: int) -> None:
        mirror = self.desk.mirror
        if mirror is not None and article in mirror.layout.articles:
            self._go_to_piece(mirror.layout.articles[article].pieces[0])

    def _go_to_half(self, article: int, at_end: bool) -> None:  # a Qt slot
        mirror = self.desk.mirror
        if mirror is not None and article in mirror.layout.articles:
            self._go_to_piece(mirror.layout.articles[article].pieces[-1 if at_end else 0])
            self.page.editor.setFocus()

    def _go_to_step(self, step: int) -> None:
        self.desk.ask(lambda project: project.place_of_step(step), self._go_to_place)

    def _go_to_place(self, place: tuple[int, int] | None) -> None:
        if place is not None:
            page, position = place
            self.desk.show_page(page, then=partial(self._go_to, position))

    def _switch_theme(self) -> None:
        name = "dark" if self.actions_["dark"].isChecked() else "light"
        self._settings.set_theme(name)
        self.set_theme(load_theme(name))

    def _choose_language(self) -> None:
        names = list(LANGUAGES.values())
        current = list(LANGUAGES).index(self._settings.language)
        chosen, agreed = QInputDialog.getItem(
            self, self.tr("界面语言"), self.tr("下次启动时生效："), names, current, editable=False
        )
        if agreed:
            self._settings.set_language(list(LANGUAGES)[names.index(chosen)])

    def _open_check_options(self) -> None:
        CheckDialog(self.desk, self._words, self).show()

    def _open_terms(self) -> None:
        TermsDialog(self.desk, self._words, self).show()

    def _open_palette(self) -> None:
        self._palette.open(palette_entries(self.actions_, self.panes, self.desk.mirror))

    def _run_entry(self, entry: object) -> None:
        """Run what was chosen in the palette: an action by name, a page or an article by number."""
        match entry:
            case str(name):
                self.actions_[name].trigger()
            case ("page", int(page)):
                self.desk.show_page(page)
            case ("article", int(article)):
                self._go_to_article(article)
                self.page.editor.setFocus(Qt.FocusReason.OtherFocusReason)
