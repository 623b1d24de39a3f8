"""Proof sheets: asked for in a dialog, made beside the window, kept as a PDF or printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from core.commands.grounds import ground_name
from core.errors import JiaochouError
from core.exporters.names import safe_name
from core.messages import Message, message
from core.project.project import Project
from core.proofs.proof import ProofPage, lacking, proof_sheets
from core.proofs.sheet import Sheet, Written
from gui.desk.desk import Desk
from gui.window.long_work import Progress
from gui.window.proof_dialog import ProofDialog
from gui.window.status import StatusBar
from gui.window.vocabulary import Vocabulary


class Proofing(QObject):
    """The action that makes proof sheets."""

    failed = Signal(object)
    """Something a person must know of: Message."""

    def __init__(self, desk: Desk, status: StatusBar, words: Vocabulary, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._status = status
        self._words = words
        self._window = window

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the action does."""
        return {"proof": self.open}

    def open(self) -> None:
        """Ask which sheets are wanted, and make them."""
        mirror, record, path = self._desk.mirror, self._desk.record, self._desk.path
        if mirror is None or record is None or path is None:
            return
        if self._status.progress.busy:
            self._status.tell(message("前一件事还没做完"))
            return
        dialog = ProofDialog(self._words.catalogue, record.name, self._desk.page_count, self._window)
        agreed = dialog.exec() == ProofDialog.DialogCode.Accepted
        dialog.deleteLater()
        if not agreed:
            return
        is_one = dialog.this_page.isChecked()
        pages = [mirror.page] if is_one else None
        if dialog.prints:
            self._print(pages, dialog.number, record.name if is_one else path.stem)
        else:
            self._save(pages, dialog.number, safe_name(record.name if is_one else path.stem))

    def _save(self, pages: Sequence[int] | None, number: int | None, name: str) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("存校样"), f"{name}-{self.tr('校样')}.pdf", self.tr("PDF (*.pdf)")
        )
        if not chosen:
            return
        target = Path(chosen if chosen.endswith(".pdf") else f"{chosen}.pdf")
        # The system has asked whether to replace a file only where it bears the very name that was chosen.
        replaces = str(target) == chosen
        progress = self._begin(pages)

        def write() -> Written:
            from gui.proofs.pdf import write_pdf

            made = self._made(pages, number)
            return write_pdf(made, target, name, progress.report, progress.cancelled, overwrite=replaces)

        def done(written: Written) -> None:
            if written.sheets:
                count = written.sheets
                self._status.tell(message("写出 {count} 张校样到 {file}", count=count, file=str(target)))
                if written.missing:
                    self.failed.emit(lacking(written.missing))
            elif not progress.cancelled():
                self._status.tell(message("没有一版到了这个校次"))

        self._desk.workers.run(write, done, self._complain, self._status.progress.end)

    def _print(self, pages: Sequence[int] | None, number: int | None, name: str) -> None:
        progress = self._begin(pages)

        def make() -> list[Sheet]:
            sheets: list[Sheet] = []
            for done, made in enumerate(self._made(pages, number), 1):
                if progress.cancelled():
                    return []
                sheets += made
                progress.report(done)
            return sheets

        def done(sheets: list[Sheet]) -> None:
            if sheets:
                from gui.proofs.printing import SheetPreview

                SheetPreview(sheets, self.tr("{0} 校样").format(name), self._window).open()
            elif not progress.cancelled():
                self._status.tell(message("没有一版到了这个校次"))

        self._desk.workers.run(make, done, self._complain, self._status.progress.end)

    def _begin(self, pages: Sequence[int] | None) -> Progress:
        total = self._desk.page_count if pages is None else len(pages)
        return self._status.progress.begin(self.tr("正在画校样"), total)

    def _made(self, pages: Sequence[int] | None, number: int | None) -> Iterator[list[Sheet]]:
        """Yield the sheets of each page, on a worker; the project is asked for one page at a time."""
        if pages is None:
            pages = self._desk.wait_for(lambda project: [record.id for record in project.pages()])
        for page in pages:
            proof = self._desk.wait_for(partial(_proof, page=page, number=number))
            # A page that has not come so far still counts as done.
            yield [] if proof is None else proof_sheets(proof, self._words.text, self._ground)

    def _ground(self, why: str) -> Message:
        return ground_name(why, self._words.title)

    def _complain(self, error: JiaochouError) -> None:
        self.failed.emit(error.spoken)


def _proof(project: Project, page: int, number: int | None) -> ProofPage | None:
    project.close_burst()
    return project.rounds.proof(page, number)
