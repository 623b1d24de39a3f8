"""The concordance of the window: searching all pages, going to a place, correcting many as one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from core.commands.everywhere import ReplaceEverywhere
from core.errors import JiaochouError
from core.glossary.pair import Pair
from core.messages import Message, message
from core.project.concordance import Hit, places_of, same_places, stands_right
from core.project.taught import LEARNT
from core.store.rows import PageRecord
from core.text.torn import untorn
from gui.desk.concordance import Concordance, End
from gui.desk.desk import Desk
from gui.desk.texts import PageTexts
from gui.editor.page_editor import PageEditor
from gui.panels.concordance_bars import LONGEST
from gui.window.panes import Panes
from gui.window.rows import page_row
from gui.window.suspects import Suspects
from gui.window.vocabulary import Vocabulary

AT_A_BLINK = 8
"""A correction of more pages than this could keep the editor waiting, were they not got ready first."""

AT_ONCE = 2
"""So many pages are got ready in one go: keys wait that long at the most, some hundredths of a second."""


class Concording(QObject):
    """Ties the pane of the concordance to the search, the text and the project."""

    told = Signal(object)
    """A sentence for the status bar."""

    def __init__(
        self,
        desk: Desk,
        editor: PageEditor,
        suspects: Suspects,
        panes: Panes,
        words: Vocabulary,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.texts = PageTexts(desk, self)
        self._editor = editor
        self._suspects = suspects
        self._panes = panes
        self._panel = panes.concordance
        self._words = words
        self._search = Concordance(self.texts, desk.workers, self)
        self._was_open = False
        self._pair: Pair | None = None
        """The pair that was offered to be corrected everywhere, while its wrong form is looked for."""
        self._preparing: object | None = None
        self._ready: set[int] = set()
        """Pages that can be changed without their articles having to be found first."""
        self._deleting: Sequence[Hit] = ()
        """What the editor was asked about: whether these places are to be deleted."""
        self._connect()

    def _connect(self) -> None:
        panel, search = self._panel, self._search
        panel.search_requested.connect(self._look_for)
        panel.stop_requested.connect(self._stop)
        panel.place_chosen.connect(self._go_to)
        panel.correct_requested.connect(self._correct)
        panel.closed.connect(self._editor.setFocus)
        search.found.connect(self._found)
        search.replaced.connect(self._replaced)
        search.progressed.connect(lambda searched: panel.show_progress(searched, self.texts.total))
        search.ended.connect(self._ended)
        self.texts.forgotten.connect(self._forget)
        self.texts.failed.connect(self._failed)
        self._desk.pages_listed.connect(self._list_pages)

    def open(self) -> None:
        """Show the pane, and look for what is selected, or for what the current suspect says."""
        selected = untorn(self._editor.selection.of(self._editor.text))
        suspect, instead = self._suspect()
        wanted = selected or suspect
        if len(wanted) > LONGEST:
            self.told.emit(message("选中的文字太长，最多找 {count} 个字", count=LONGEST))
            wanted = ""
        self._raise()
        self._panel.query_line.selectAll()
        self._panel.open(wanted, instead if wanted == suspect else "")

    def open_for(self, pair: Pair) -> None:
        """Show the pane with all places of the wrong form of `pair`, ticked for its right form."""
        self._pair = pair
        self._raise()
        self._panel.open_exactly(pair.wrong, pair.right)

    def _raise(self) -> None:
        if not self._was_open:
            # Once: whoever makes it small again wants it so.
            self._was_open = True
            self._panes.give_room()
        self._panes.raise_pane(self._panel)

    def _suspect(self) -> tuple[str, str]:
        """Return what the current suspect is and what it should be, each "" where that is not known."""
        mirror, number = self._desk.mirror, self._suspects.current
        if mirror is None or number is None or mirror.findings[number].page_level:
            return "", ""
        suggestions = mirror.findings[number].suggestions
        return untorn(mirror.spans[number].of(mirror.text)), suggestions[0].text if suggestions else ""

    # Searching

    def _look_for(self, wanted: str, exact: bool) -> None:  # a Qt slot
        if self._preparing is not None:
            self._stop()
        self._panel.begin()
        self._panel.end_progress()
        self._search.forget()
        if self._pair is not None and (self._pair.wrong != wanted or not exact):
            self._pair = None
        if self._desk.path is None:
            self._say(message("先打开一个工程，再查找"))
        elif not self.texts.total:
            self._say(message("工程里还没有版面，没有可找的文字"))
        elif not untorn(wanted):
            self._say(message("在上面输入要找的字词，一个字也行；各版里的每一处都会列在这里，可以一起改"))
        else:
            self._say(message("正在查找…"))
            self._panel.show_progress(0, self.texts.total)
            self._search.search(wanted, exact=exact)

    def _found(self, hits: list[Hit]) -> None:
        pair = self._pair
        ticked = [pair is not None and not stands_right(hit, pair.right) for hit in hits]
        self._panel.add(hits, ticked)

    def _replaced(self, pages: dict[int, list[Hit]]) -> None:
        lost = self._panel.replace(pages)
        self._say_nothing_found()
        if lost:
            self.told.emit(message("选中的地方有 {count} 处已经不是原来的文字，不再选中", count=lost))

    def _ended(self, how: End) -> None:
        notes = {
            End.ALL: "",
            End.MOST: self.tr("太多了，只列前面的"),
            End.STOPPED: self.tr("停在第 {0} 版").format(self._search.searched),
        }
        self._panel.end_progress(notes[how])
        self._say_nothing_found()

    def _say_nothing_found(self) -> None:
        if self._search.running:
            return
        panel, count = self._panel, self._search.searched
        bar = panel.search_bar
        if bar.exact.isChecked():
            words = message(
                "{count} 版里没有“{wanted}”；不勾“区分字形”，繁简全半角都找", count=count, wanted=bar.query
            )
        else:
            words = message("{count} 版里没有“{wanted}”", count=count, wanted=bar.query)
        self._say(words)

    def _say(self, sentence: Message) -> None:
        self._panel.say(self._words.text(sentence))

    def _list_pages(self, records: list[PageRecord]) -> None:
        rows = {record.id: page_row(record) for record in records}
        if not self._search.searched:
            # Nothing could be looked for as long as there were no pages.
            self._panel.ask()
        self._panel.set_pages(
            {page: " ".join(filter(None, (row.group, row.name))) for page, row in rows.items()}
        )

    def _forget(self) -> None:
        self._preparing, self._ready = None, set()
        self._pair = None
        self._panel.query_line.clear()
        self._look_for("", False)

    def _failed(self, cause: Message) -> None:
        self._say(cause)
        self.told.emit(cause)

    # What is done with places

    def _go_to(self, hit: Hit) -> None:
        self._desk.show_page(hit.page, then=partial(self._show, hit))

    def _show(self, hit: Hit) -> None:
        span = hit.span
        if span.of(self._editor.text) != span.of(hit.text):
            self.told.emit(message("这里的文字已经变了，正在重新查找"))
            return
        self._editor.reveal(span)
        self._editor.select(span)

    def _correct(self, hits: list[Hit], inserted: str) -> None:
        """Correct places, once it is known that they still are what the editor saw."""
        asked, self._deleting = self._deleting, ()
        if self._preparing is not None:
            self.told.emit(message("前一次改正还没做完；按 Esc 停下"))
        elif not hits:
            self.told.emit(message("没有可改的地方：先查找，再用空格选中几处"))
        elif not inserted and asked != hits:
            self._deleting = hits
            self.told.emit(message("“改为”是空的：再按一次 Ctrl+Enter 就删去这 {count} 处", count=len(hits)))
        else:
            self._search.when_fresh(partial(self._correct_fresh, hits, inserted))

    def _correct_fresh(self, seen: list[Hit], inserted: str) -> None:
        hits = self._panel.chosen()
        if len(hits) != len(seen) or not all(map(_is_same, seen, hits)):
            self.told.emit(message("选中的地方刚刚变了，什么也没有改：请看过再改"))
            return
        why = f"rule:{LEARNT}" if self._accepts_pair(hits, inserted) else "hand"
        places = places_of(hits)
        if len(places) > AT_A_BLINK and not self._ready.issuperset(places):
            self._prepare(list(places), partial(self._correct_fresh, seen, inserted))
            return
        told = message("改了 {count} 处，{pages} 版；撤销一次就全部退回", count=len(hits), pages=len(places))
        self._desk.turns.take(
            partial(
                self._desk.perform, ReplaceEverywhere(places, inserted, why), partial(self._corrected, told)
            )
        )

    def _prepare(self, pages: list[int], then: Callable[[], None]) -> None:
        """Get pages ready a few at a time, so that the correction itself keeps nobody waiting."""
        self._preparing = preparing = object()

        def go_on(at: int) -> None:
            if self._preparing is not preparing:
                return
            self._panel.show_preparing(at, len(pages))
            some = pages[at : at + AT_ONCE]
            if some:
                self._desk.ask(
                    lambda project: project.texts.prepare(some), lambda _: go_on(at + len(some)), failed
                )
                return
            self._end_preparing()
            self._ready |= set(pages)
            self._search.when_fresh(then)

        def failed(error: JiaochouError) -> None:
            self._end_preparing()
            self._desk.failed.emit(error.spoken)

        go_on(0)

    def _end_preparing(self) -> None:
        self._preparing = None
        self._panel.end_progress()

    def _stop(self) -> None:
        """Stop what is under way: a correction that has not begun, or else the search."""
        if self._preparing is not None:
            self._end_preparing()
            self.told.emit(message("没有改：停在改正之前"))
        else:
            self._search.stop()

    def _accepts_pair(self, hits: Sequence[Hit], inserted: str) -> bool:
        """Say whether a correction is just what was offered: then it speaks for the pair.

        Half of a torn word would teach something else, so one torn place keeps all of them silent.
        """
        offered = self._pair is not None and self._pair.right == inserted
        return offered and all("\n" not in hit.text[hit.start : hit.end] for hit in hits)

    def _corrected(self, told: Message) -> None:
        # What was put there may be found again; it is not to be corrected a second time.
        self._panel.end_correction()
        self.texts.when_fresh(lambda: None)
        self.told.emit(told)


def _is_same(one: Hit, other: Hit) -> bool:
    return one is other or (one.page == other.page and bool(same_places([one], [other])))
