"""Offering a correction that was just made for the other places of the page that need it too."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QKeySequence

from core.commands.editing import ReplaceText
from core.glossary.pair import Pair
from core.glossary.pair_index import PairHit, pair_index
from core.messages import message
from core.project.taught import LEARNT, Lesson
from core.text.edit import Edit, trimmed
from gui.desk.desk import Desk
from gui.editor.page_editor import PageEditor
from gui.window.status import StatusBar

OFFERED_FOR = 20_000
"""How long an offer stays where nothing else is done (milliseconds)."""


class SameElsewhere(QObject):
    """One quiet line after a correction; one key makes the same correction on the whole page.

    It goes by itself as soon as the editor types on, another step is made, or another page is shown.
    """

    def __init__(
        self, desk: Desk, editor: PageEditor, status: StatusBar, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._status = status
        self._pair: Pair | None = None
        self._action: QAction | None = None
        self._clock = QTimer(self, singleShot=True, interval=OFFERED_FOR)
        self._clock.timeout.connect(self.withdraw)
        desk.taught.lesson.connect(self._offer)
        desk.edits_came.connect(self.withdraw)
        desk.page_shown.connect(self.withdraw)
        editor.edited.connect(self.withdraw)

    def set_action(self, action: QAction) -> None:
        """Tell which action takes the offer; it is on while there is one."""
        self._action = action
        action.setEnabled(False)
        self._status.offer.clicked.connect(action.trigger)

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

    def withdraw(self) -> None:
        """Take the offer back."""
        self._pair = None
        self._clock.stop()
        self._status.hide_offer()
        if self._action is not None:
            self._action.setEnabled(False)

    def _offer(self, lesson: Lesson) -> None:
        mirror = self._desk.mirror
        if mirror is None or mirror.page != lesson.page or self._action is None:
            return
        self._pair = Pair(lesson.wrong, lesson.right)
        count = len(self.places)
        if not count:
            self.withdraw()
            return
        keys = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        words = self.tr("“{0}”还有 {1} 处：全部改为“{2}”").format(lesson.wrong, count, lesson.right)
        self._status.show_offer(f"{words}   {keys}" if keys else words)
        self._action.setEnabled(True)
        self._clock.start()
