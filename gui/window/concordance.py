"""The concordance of the window: searching all pages, going to a place, correcting many as one step."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from core.errors import RefusedError
from core.glossary.pair import Pair
from core.messages import Message, message
from core.project.concordance import stands_right
from core.project.hits import Hit, Hits, PageHits, Search
from core.store.rows import PageRecord
from core.text.pattern import PatternSearch, pattern
from core.text.torn import torn_search, untorn
from gui.desk.concordance import Concordance, End
from gui.desk.desk import Desk
from gui.desk.texts import PageTexts
from gui.editor.page_editor import PageEditor
from gui.panels.concordance_bars import LONGEST, Question
from gui.window.correcting import Correcting
from gui.window.panes import Panes
from gui.window.rows import page_label
from gui.window.suspects import Suspects
from gui.window.vocabulary import Vocabulary


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
        self._correcting = Correcting(desk, self.texts, self._search, self._panel, self)
        self._connect()

    def _connect(self) -> None:
        panel, search = self._panel, self._search
        panel.search_requested.connect(self._look_for)
        panel.stop_requested.connect(self._search.stop)
        panel.place_chosen.connect(self._go_to)
        panel.correct_requested.connect(self._correcting.correct)
        self._correcting.told.connect(self.told)
        panel.closed.connect(self._editor.setFocus)
        search.found.connect(self._found)
        search.replaced.connect(self._replaced)
        search.progressed.connect(lambda searched: panel.show_progress(searched, self.texts.total))
        search.ended.connect(self._ended)
        search.failed.connect(self._given_up)
        self.texts.restarted.connect(self._look_again)
        self.texts.forgotten.connect(self._forget)
        self.texts.failed.connect(self._failed)
        self._desk.pages_listed.connect(self._list_pages)

    def open(self) -> None:
        """Show the pane, and look for what is selected, or for what the current suspect says."""
        selected = untorn(self._editor.selected_text)
        suspect, instead = self._suspect()
        wanted = selected or suspect
        if len(wanted.encode("utf-16-le", "surrogatepass")) > 2 * LONGEST:
            self.told.emit(message("要找的文字太长，最多 {count} 个字", count=LONGEST))
            wanted = ""
        self._raise()
        self._panel.query_line.selectAll()
        self._panel.open(wanted, "" if selected else instead)

    def open_for(self, pair: Pair) -> None:
        """Show the pane with all places of the wrong form of `pair`, ticked for its right form."""
        self._correcting.pair = pair
        self._raise()
        self._panel.open_exactly(pair.wrong, pair.right)

    def _raise(self) -> None:
        if not self._was_open:
            # Once: whoever makes it small again wants it so.
            self._was_open = True
            self._panes.give_room()
        self._panes.raise_pane(self._panel)
        # All pages are read while somebody types what to look for in them.
        self.texts.want()

    def _suspect(self) -> tuple[str, str]:
        """Return what the current suspect is and what it should be, each "" where that is not known."""
        mirror, number = self._desk.mirror, self._suspects.current
        if mirror is None or number is None or mirror.findings[number].page_level:
            return "", ""
        suggestions = mirror.findings[number].suggestions
        return untorn(mirror.spans[number].of(mirror.text)), suggestions[0].text if suggestions else ""

    # Searching

    def _look_for(self, question: Question) -> None:
        self._panel.begin()
        self._panel.end_progress()
        self._search.forget()
        pair = self._correcting.pair
        if pair is not None and question != Question(pair.wrong, exact=True):
            self._correcting.pair = None
        if self._desk.path is None:
            self._say(message("先打开一个工程，再查找"))
        elif not self.texts.total:
            self._say(message("工程里还没有版面，没有可找的文字"))
        elif not untorn(question.wanted):
            self._say(message("在上面输入要找的字词，一个字也行；各版里的每一处都会列在这里，可以一起改"))
        else:
            self._begin(question)

    def _begin(self, question: Question) -> None:
        try:
            search = _search_for(question)
        except RefusedError as error:
            self._say(error.spoken)
            return
        self._say(message("正在查找…"))
        self._panel.show_progress(0, self.texts.total)
        self._search.search(search)

    def _look_again(self) -> None:
        """Look for the same in the pages that there are now."""
        self._look_for(self._panel.search_bar.question)

    def _found(self, hits: Hits) -> None:
        pair = self._correcting.pair
        wrong = pair and (at for at, hit in enumerate(hits) if not stands_right(hit, pair.right))
        self._panel.add(hits, wrong or ())

    def _replaced(self, pages: dict[int, PageHits]) -> None:
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
        question, count = self._panel.search_bar.question, self._search.searched
        wanted = question.wanted
        if question.exact:
            words = message(
                "{count} 版里没有“{wanted}”；不勾“区分字形”，繁简全半角都找", count=count, wanted=wanted
            )
        else:
            words = message("{count} 版里没有“{wanted}”", count=count, wanted=wanted)
        self._say(words)

    def _say(self, sentence: Message) -> None:
        self._panel.say(self._words.text(sentence))

    def _list_pages(self, records: list[PageRecord]) -> None:
        if not self._search.searched:
            # Nothing could be looked for as long as there were no pages.
            self._panel.ask()
        self._panel.set_pages({record.id: page_label(record) for record in records})

    def _forget(self) -> None:
        self._correcting.forget()
        self._panel.query_line.clear()
        self._look_for(Question(""))

    def _given_up(self, cause: Message) -> None:
        self._panel.begin()
        self._say(cause)
        self._panel.end_progress()

    def _failed(self, cause: Message) -> None:
        self._say(cause)
        self._panel.end_progress()
        self._panel.forget_question()
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


def _search_for(question: Question) -> Search:
    """Return what finds it. Raises RefusedError where it is an expression that cannot be understood."""
    if question.by_pattern:
        return PatternSearch(pattern(question.wanted))
    return torn_search(question.wanted, exact=question.exact)
