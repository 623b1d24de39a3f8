"""The glossary and the learnt pairs of a project, in two tabs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QTabWidget, QVBoxLayout, QWidget

from core.errors import refused
from core.glossary.entry import Entry, checked_form
from core.glossary.pair import Pair, checked_pair
from core.glossary.proposals import Proposal, TermKind, marked_terms, proposals
from core.glossary.text_format import read_glossary, read_pairs, write_glossary, write_pairs
from gui.desk.desk import Desk
from gui.window.proposals_dialog import ProposalsDialog
from gui.window.terms_model import ENTRIES, PAIRS, TermsModel
from gui.window.terms_page import Book, TermsPage
from gui.window.vocabulary import Vocabulary

_BETWEEN = str.maketrans(dict.fromkeys("→\t\u3000=＝", " "))


class TermsDialog(QDialog):
    """What the editors have set and taught. Every change holds at once, for the whole project."""

    def __init__(self, desk: Desk, words: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("词表与对子"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 620)
        self._desk = desk
        self.glossary = TermsPage(
            TermsModel(ENTRIES, self),
            Book(
                _entry_of,
                self._put_entries,
                read_glossary,
                lambda: write_glossary(desk.taught.held.glossary),
                self.tr("词表.tsv"),
                self.tr("查找人名、机构、提法；没有的，按 Enter 加入"),
            ),
            words.catalogue,
            (17, 8, 0),
        )
        self.pairs = TermsPage(
            TermsModel(PAIRS, self),
            Book(
                _pair_of,
                self._put_pairs,
                read_pairs,
                lambda: write_pairs(desk.taught.held.pairs),
                self.tr("对子.tsv"),
                self.tr("查找；写“误 正”，中间空一格，按 Enter 加入"),
            ),
            words.catalogue,
            (0, 12, 5, 5, 5, 5),
        )
        self.learn = QPushButton(self.tr("从工程学习…"))
        self.learn.setAutoDefault(False)
        self.learn.clicked.connect(self._learn)
        self.glossary.foot.insertWidget(1, self.learn)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.glossary, self.tr("词表"))
        self.tabs.addTab(self.pairs, self.tr("对子"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self.tabs)
        desk.taught.changed.connect(self._show)
        desk.taught.read()
        self._show()
        self.glossary.search.setFocus()

    def _show(self) -> None:
        held = self._desk.taught.held
        self.glossary.show_rows(held.glossary.entries)
        self.pairs.show_rows(tuple(held.pairs))
        counts = ((self.tr("词表"), len(held.glossary)), (self.tr("对子"), len(held.pairs)))
        for number, (title, count) in enumerate(counts):
            self.tabs.setTabText(number, f"{title} {count}" if count else title)

    def _put_entries(self, removed: Sequence[Entry], added: Sequence[Entry]) -> None:
        glossary = self._desk.taught.held.glossary
        gone = {entry.form for entry in removed} - {entry.form for entry in added}
        if len(removed) == len(added) == 1:
            changed = glossary.replaced(removed[0].form, added[0])
        else:
            changed = glossary.without(gone).with_entries(added)
        self._desk.taught.keep_glossary(changed)

    def _put_pairs(self, removed: Sequence[Pair], added: Sequence[Pair]) -> None:
        keys = [pair.key for pair in removed]
        if len(removed) == len(added) == 1 and added[0].key != keys[0]:
            held = self._desk.taught.held.pairs.held
            if added[0].key in held:
                raise refused("已有“{wrong}”→“{right}”", wrong=added[0].wrong, right=added[0].right)
        gone = [key for key in keys if key not in {pair.key for pair in added}]
        self._desk.taught.keep_pairs(lambda pairs: pairs.without(gone).with_pairs(added))

    def _learn(self) -> None:
        """Count the terms of all pages, one page at a time, and show what comes back often."""
        desk = self._desk

        def count() -> list[Proposal]:
            counted: list[Counter[tuple[str, TermKind]]] = []
            pages = desk.wait_for(lambda project: [record.id for record in project.pages()])
            for page in pages:
                text = desk.wait_for(lambda project, page=page: project.state(page).text)  # type: ignore[misc]
                counted.append(marked_terms(text))
            return proposals(counted, desk.wait_for(lambda project: project.taught.glossary))

        self.learn.setEnabled(False)
        self.glossary.say(self.tr("正在数各版的用语…"))
        desk.workers.run(count, self._propose, None, partial(self.learn.setEnabled, True))

    def _propose(self, found: list[Proposal]) -> None:
        if not self.isVisible():
            return
        if not found:
            self.glossary.say(self.tr("工程里没有反复出现的书名和引号里的用语"))
            return
        dialog = ProposalsDialog(found, self)
        dialog.chosen.connect(partial(self.glossary.put, []))
        dialog.open()


def _entry_of(written: str) -> Entry:
    return Entry(checked_form(written))


def _pair_of(written: str) -> Pair:
    parts = written.translate(_BETWEEN).split()
    if len(parts) != 2:
        raise refused("写成“误 正”，中间空一格")
    return Pair(*checked_pair(*parts))
