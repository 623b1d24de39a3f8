"""Other versions of pages: a better text, another reading of the scan, another editor's copy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QWidget

from core.document.page import Source
from core.errors import JiaochouError
from core.importers.importer import sources
from core.importers.kind import accepted_suffixes, all_kinds
from core.messages import message
from core.project.project import Project
from core.project.reimporting import Matched
from core.project.witnesses import called
from core.store.project_file import SUFFIX
from core.store.witness_texts import WitnessKind, WitnessRecord
from core.text.span import Span
from gui.desk.desk import Desk
from gui.editor.page_editor import PageEditor
from gui.window.comparing import (
    Compared,
    compare_copy,
    compare_texts,
    matched_pages,
)
from gui.window.long_work import Progress
from gui.window.merge_dialog import MergeDialog
from gui.window.status import StatusBar
from gui.window.taking_over import TakingOver

FOOT = 48
"""How far above the window's lower edge the dialog ends (pixels)."""


class Merging(QObject):
    """The actions that bring other versions of pages in. Comparing goes on beside the window."""

    failed = Signal(object)
    """Something a person must know of: Message."""

    def __init__(self, desk: Desk, editor: PageEditor, status: StatusBar, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._editor = editor
        self._status = status
        self._window = window
        self.dialog: MergeDialog | None = None
        self._taking = TakingOver(desk, status, self)
        self._taking.failed.connect(self.failed)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each action does."""
        return {
            "replace-text": self._choose_texts,
            "add-text": self._choose_readings,
            "remove-text": self.choose_text_to_remove,
            "merge-project": self._choose_project,
        }

    def _choose_texts(self) -> None:
        paths = self._chosen_files(self.tr("换用新的识别文字"))
        if paths:
            self.replace_texts(paths)

    def _choose_readings(self) -> None:
        paths = self._chosen_files(self.tr("添加另一文本"))
        if paths:
            self.add_texts(paths)

    def _choose_project(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("合并另一工程"), "", self.tr("校雠工程 (*{0})").format(SUFFIX)
        )
        if chosen:
            self.merge_project(Path(chosen))

    def _chosen_files(self, title: str) -> list[Path]:
        patterns = " ".join(f"*{suffix}" for suffix in accepted_suffixes(all_kinds()))
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window, title, "", self.tr("版面文字 ({0})").format(patterns)
        )
        return [Path(path) for path in chosen]

    def replace_texts(self, paths: Sequence[Path]) -> None:
        """Compare pages with new texts of them, and ask what to take."""

        def compare(progress: Progress) -> Compared:
            return compare_texts(self._desk, _sources(paths), progress)

        self._work(
            self.tr("正在比对"), compare, partial(self._ask, self.tr("换用新的识别文字"), self.tr("新文字"))
        )

    def merge_project(self, path: Path) -> None:
        """Compare all pages with another copy of the project, and ask what to take."""
        if self._desk.path is not None and path.exists() and path.samefile(self._desk.path):
            self._status.tell(message("这就是工程自己"))
            return

        def compare(progress: Progress) -> Compared:
            return compare_copy(self._desk, path, progress)

        self._work(self.tr("正在比对"), compare, partial(self._ask, self.tr("合并另一工程"), self.tr("对方")))

    def add_texts(self, paths: Sequence[Path]) -> None:
        """Keep other readings beside the pages that they are readings of."""

        def find(progress: Progress) -> Matched:
            return matched_pages(self._desk, _sources(paths), progress)

        def keep(matched: Matched) -> None:
            pairs = list(matched.pages.items())

            def add(project: Project) -> int:
                return len(project.witnesses.add(pairs, WitnessKind.ENGINE))

            self._desk.ask(add, partial(self._told_added, matched), self._fail)

        self._work(self.tr("正在查找对应的版面"), find, keep)

    def _told_added(self, matched: Matched, count: int) -> None:
        if count:
            # What is found on these pages is old.
            self._desk.whole.grow()
        if matched.left:
            names = "、".join(source.name for source in matched.left[:8])
            self.failed.emit(message("{names}：工程里找不到与它相同的版面", names=names))
        self._status.tell(message("给 {count} 版添加了另一文本", count=count))

    def choose_text_to_remove(self) -> None:
        """Ask which other text of the current page is to go."""
        mirror = self._desk.mirror
        if mirror is None:
            return

        def ask(records: list[WitnessRecord]) -> None:
            if not records:
                self._status.tell(message("本版没有另一文本"))
                return
            names = [f"{number}  {called(record)}" for number, record in enumerate(records, 1)]
            name, agreed = QInputDialog.getItem(
                self._window, self.tr("移去另一文本"), self.tr("本版的另一文本："), names, editable=False
            )
            if agreed:
                self._remove(records[names.index(name)])

        self._desk.ask(lambda project: project.witnesses.records(mirror.page), ask, self._fail)

    def _remove(self, record: WitnessRecord) -> None:
        def done(_nothing: None) -> None:
            self._desk.whole.grow()
            self._status.tell(message("移去了另一文本“{name}”", name=called(record)))

        self._desk.ask(lambda project: project.witnesses.remove(record.id), done, self._fail)

    def _work(self, label: str, work: Callable[[Progress], object], done: Callable[..., None]) -> None:
        """Do something beside the window, and go on with its result unless it was cancelled."""
        strip = self._status.progress
        if strip.busy:
            self._status.tell(message("前一件事还没做完"))
            return
        if self._desk.path is None:
            return
        progress, path = strip.begin(label, self._desk.page_count), self._desk.path

        def go_on(result: object) -> None:
            # Another project may be open by now.
            if not progress.cancelled() and path == self._desk.path:
                done(result)

        self._desk.workers.run(lambda: work(progress), go_on, self._fail, strip.end)

    def _ask(self, title: str, other: str, compared: Compared) -> None:
        if not compared.pages:
            said = message("没有可以采用的改动")
            if compared.left and compared.agreement is None:
                names = "、".join(compared.left[:8])
                said = message("{names}：工程里找不到与它相同的版面", names=names)
            self._status.tell(said)
            return
        dialog = self.dialog = MergeDialog(title, compared, other, self._window)
        dialog.place_chosen.connect(self._show_place)
        dialog.finished.connect(partial(self._answered, dialog))
        # Above it the page shows the place that the list stands at.
        frame = self._window.frameGeometry()
        dialog.move(frame.center().x() - dialog.width() // 2, frame.bottom() - dialog.height() - FOOT)
        dialog.open()
        dialog.follow()

    def _show_place(self, page: int, span: Span) -> None:
        def shown() -> None:
            self._editor.reveal(span)
            self._editor.select(span)

        self._desk.show_page(page, shown)

    def _answered(self, dialog: MergeDialog, result: int) -> None:
        self.dialog = None
        dialog.deleteLater()
        if result == QDialog.DialogCode.Accepted:
            self._taking.take((page, dialog.model.chosen_of(page)) for page in dialog.compared.pages)

    def _fail(self, error: JiaochouError) -> None:
        self.failed.emit(error.spoken)


def _sources(paths: Sequence[Path]) -> list[Source]:
    """Read files. Raises BadInputError for the first that cannot be read."""
    return list(sources(paths))
