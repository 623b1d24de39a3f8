"""Offering a correction that was just made for the other places of the project that need it too."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence

from core.commands.editing import ReplaceText
from core.glossary.pair import Pair
from core.glossary.pair_index import PairHit, pair_index
from core.messages import message
from core.project.concordance import stands_right
from core.project.hits import Hits
from core.project.taught import LEARNT, Lesson
from core.text.edit import Edit, trimmed
from core.text.torn import torn_search
from gui.desk.concordance import Concordance
from gui.desk.desk import Desk
from gui.desk.texts import PageTexts
from gui.editor.page_editor import PageEditor
from gui.window.status import StatusBar

OFFERED_FOR = 20_000
"""How long an offer stays where nothing else is done (milliseconds)."""


class SameElsewhere(QObject):
    """A quiet line after a correction: one key makes it on the whole page, one shows all places of all pages.

    It goes by itself as soon as the editor types on, another step is made, or another page is shown. The
    places in other pages are counted beside the window; the line says so when they are known.
    """

    everywhere_wanted = Signal(object)
    """The editor wants to see all places of the pair that was offered: Pair."""

    def __init__(
        self,
        desk: Desk,
        texts: PageTexts,
        editor: PageEditor,
        status: StatusBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._status = status
        self._pair: Pair | None = None
        self._here: QAction | None = None
        self._everywhere: QAction | None = None
        self._search = Concordance(texts, desk.workers, self)
        self._elsewhere = 0
        self._clock = QTimer(self, singleShot=True, interval=OFFERED_FOR)
        self._clock.timeout.connect(self.withdraw)
        self._search.found.connect(self._count)
        self._search.ended.connect(self._counted)
        texts.restarted.connect(self.withdraw)
        desk.taught.lesson.connect(self._offer)
        desk.edits_came.connect(self.withdraw)
        desk.page_shown.connect(self.withdraw)
        editor.edited.connect(self.withdraw)

    def set_actions(self, here: QAction, everywhere: QAction) -> None:
        """Tell which actions take the offer, on the page and in all pages; they are on while there is one."""
        self._here, self._everywhere = here, everywhere
        for action, button in (
            (here, self._status.offer),
            (everywhere, self._status.offer_elsewhere),
        ):
            action.setEnabled(False)
            button.clicked.connect(action.trigger)

    @property
    def places(self) -> list[PairHit]:
        """Where the page needs the correction that is offered."""
        mirror = self._desk.mirror
        if mirror is None or self._pair is None:
            return []
        return pair_index([self._pair]).hits(mirror.text)

    def correct_all(self) -> None:
        """Make the correction at all these places, as one step."""
        mirror, pair, places = self._desk.mirror, self._pair, self.places
        self.withdraw()
        if mirror is None or pair is None or not places:
            return
        whole = (trimmed(Edit(hit.start, pair.wrong, pair.right)) for hit in places)
        edits = tuple(edit for edit in whole if edit is not None)
        what = message(
            "同样改“{wrong}”为“{right}”，{count} 处", wrong=pair.wrong, right=pair.right, count=len(edits)
        )
        self._desk.perform(ReplaceText({mirror.page: edits}, what, f"rule:{LEARNT}"))

    def open_everywhere(self) -> None:
        """Have all places in all pages shown, ready to be corrected."""
        pair = self._pair
        self.withdraw()
        if pair is not None:
            self.everywhere_wanted.emit(pair)

    def withdraw(self) -> None:
        """Take the offer back."""
        self._pair = None
        self._clock.stop()
        self._search.forget()
        self._status.hide_offer()
        for action in (self._here, self._everywhere):
            if action is not None:
                action.setEnabled(False)

    def _offer(self, lesson: Lesson) -> None:
        mirror = self._desk.mirror
        if mirror is None or mirror.page != lesson.page:
            return
        self._pair = Pair(lesson.wrong, lesson.right)
        self._elsewhere = 0
        if self._desk.page_count > 1:
            self._search.search(torn_search(lesson.wrong, exact=True))
        self._show()

    def _count(self, hits: Hits) -> None:
        mirror, pair = self._desk.mirror, self._pair
        if mirror is not None and pair is not None:
            self._elsewhere += sum(
                hit.page != mirror.page and not stands_right(hit, pair.right) for hit in hits
            )

    def _counted(self) -> None:
        self._search.forget()
        self._show()

    def _show(self) -> None:
        """Say what is known by now; where nothing else is wrong, nothing is offered."""
        pair, here, everywhere = self._pair, self._here, self._everywhere
        if pair is None or here is None or everywhere is None:
            return
        count = len(self.places)
        elsewhere = 0 if self._search.running else self._elsewhere
        if not count and not elsewhere:
            if not self._search.running:
                self.withdraw()
            return
        on_page = self.tr("“{0}”还有 {1} 处：全部改为“{2}”").format(pair.wrong, count, pair.right)
        in_others = self.tr("别的版还有“{0}” {1} 处…").format(pair.wrong, f"{elsewhere:,}")
        self._status.show_offer(
            _with_key(on_page, here) if count else "", _with_key(in_others, everywhere) if elsewhere else ""
        )
        here.setEnabled(bool(count))
        everywhere.setEnabled(bool(elsewhere))
        self._clock.start()


def _with_key(words: str, action: QAction) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{words}   {keys}" if keys else words
