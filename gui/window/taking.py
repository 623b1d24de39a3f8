"""Taking a reading of another witness: on this page at once, on all that share the error after a question."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from core.collation.page_collation import PageVariant
from core.collation.taking import can_take, takings
from core.collation.variants import VariantKind
from core.commands.taking import Place, TakeReading
from core.messages import Message, message
from gui.desk.desk import Desk
from gui.panels.variants import VariantsPanel
from gui.window.action_table import TAKE
from gui.window.variant_rows import changes


class Taking(QObject):
    """Takes readings of the variant at the caret."""

    told = Signal(object)
    """A sentence for the status bar."""
    over = Signal()
    """A question was answered: the text has the keys again."""

    def __init__(
        self,
        desk: Desk,
        panel: VariantsPanel,
        here: Callable[[], PageVariant | None],
        name_of: Callable[[object], str],
        parent: QObject | None = None,
    ) -> None:
        """Take readings of the variant that `here` names; `name_of` says what a page is called."""
        super().__init__(parent)
        self._desk = desk
        self._panel = panel
        self._here = here
        self._name_of = name_of
        self._asked: tuple[PageVariant, int] | None = None
        panel.question.agreed.connect(self._agreed)
        panel.question.refused.connect(self._refused)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the actions that take readings do."""
        here: dict[str, Callable[[], object]] = {f"{TAKE}{at + 1}": partial(self.take, at) for at in range(9)}
        return {**here, "take-everywhere": self.ask_everywhere}

    def take(self, choice: int) -> None:
        """Take a reading, counted from 0, here; while it is asked about all pages, ask about that one."""
        found = self._here()
        if found is None:
            self.told.emit(message("先用 F4 到一处异文"))
        elif not can_take(found, choice):
            self.told.emit(self._why_not(found, choice))
        elif self._panel.asking:
            self._ask(found, choice)
        else:
            self._perform(found, choice, everywhere=False)

    def ask_everywhere(self) -> None:
        """Ask whether all pages that read as this one are to get the better reading, or the first other."""
        found = self._here()
        if found is None:
            self.told.emit(message("先用 F4 到一处异文"))
            return
        choices = [at for at in range(len(found.readings)) if can_take(found, at)]
        if not choices:
            self.told.emit(self._why_not(found, found.own))
            return
        preferred = found.judgement.preferred
        self._ask(found, preferred if preferred in choices and preferred is not None else choices[0])

    def _why_not(self, found: PageVariant, choice: int) -> Message:
        if not any(can_take(found, at) for at in range(len(found.readings))):
            if found.variant.kind is VariantKind.SCRIPT:
                return message("字形随本版，不照取别版的")
            return message("各本次序不同，不能照取；要移动的话，请在稿件树里移")
        if choice == found.own:
            return message("本版已经是这种读法")
        return message("这里没有第 {number} 种读法", number=choice + 1)

    def _ask(self, found: PageVariant, choice: int) -> None:
        # Another text of this page stays as it is.
        made = [one for one in takings(found, choice, everywhere=True) if isinstance(one.page, int)]
        if len(made) < 2:
            self.told.emit(message("只有本版这样读；按 Alt 加数字在本版取别的读法"))
            return
        self._asked = found, choice
        self._panel.ask(changes(made, self._name_of))

    def _agreed(self) -> None:
        asked, self._asked = self._asked, None
        self._panel.stop_asking()
        self.over.emit()
        if asked is not None:
            self._perform(*asked, everywhere=True)

    def _refused(self) -> None:
        self._asked = None
        self._panel.stop_asking()
        self.over.emit()

    def _perform(self, found: PageVariant, choice: int, *, everywhere: bool) -> None:
        places = [
            Place(one.page, one.text, one.span, one.inserted)
            for one in takings(found, choice, everywhere=everywhere)
            if isinstance(one.page, int)
        ]
        source = found.holders(choice)[0].name
        told = message("已据 {witness} 改，{pages} 版；撤销一次就全部退回", witness=source, pages=len(places))
        then = partial(self.told.emit, told)
        self._desk.turns.take(partial(self._desk.perform, TakeReading(places, source), then))
