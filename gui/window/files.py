"""Projects and files: making, opening, importing, exporting, proving."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

from core.document.page import Source
from core.errors import BadInputError, JiaochouError, RefusedError
from core.exporters.choosing import export_files, wanted
from core.exporters.exporter import Exporter, ExportPage, Need, exporter
from core.exporters.options import PRESETS, ExportOptions, Split, decode_presets, encode_presets
from core.exporters.whole import written_whole
from core.exporters.writing import write_export
from core.importers.beside import IMAGE_SUFFIXES
from core.importers.importer import outcomes
from core.importers.kind import accepted_suffixes, all_kinds
from core.importers.waiting import WaitingPages
from core.messages import Catalogue, Message, message
from core.project.project import Added, Project
from core.project.verification import Verification
from core.store.project_file import SUFFIX
from gui.desk.desk import Desk
from gui.plain import plain_box
from gui.window.export_dialog import ExportDialog
from gui.window.long_work import Progress
from gui.window.status import StatusBar

ENCODINGS = ("utf-8", "gb18030", "big5", "big5hkscs", "utf-16-le", "utf-16-be")
"""The encodings offered for what cannot be guessed; any other may be typed."""

NAMED_PROBLEMS = 8
"""How many bad files a message names one by one."""

Read = tuple[WaitingPages, list[BadInputError]]


class Files(QObject):
    """The actions of the file menu. Reading and writing go on beside the window, with progress and cancel."""

    def __init__(self, desk: Desk, status: StatusBar, catalogue: Catalogue, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._status = status
        self._catalogue = catalogue
        self._window = window
        self._saved: str | None = None
        self._asking: ExportDialog | None = None

    @property
    def is_text_saved(self) -> bool:
        """Whether the text in the window was written to a file of its own as it is now."""
        return self._desk.mirror is not None and self._desk.mirror.text == self._saved

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what each action about files does."""
        return {
            "new": self._new,
            "open": self._open,
            "import": self._import_files,
            "import-encoded": self._import_encoded,
            "import-folder": self._import_folder,
            "attach-scan": self.attach_scan,
            "export": self._export,
            "save-text": self._save_text,
            "verify": self._verify,
        }

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open a project, or make a new one of files; a project that lies there already takes them in.

        Files beside a project are added to that one.
        """
        projects = [path for path in paths if path.suffix == SUFFIX]
        others = [path for path in paths if path.suffix != SUFFIX]
        if len(projects) > 1:
            self._status.tell(message("一次只能打开一个工程"))
        elif not projects:
            self._read(others, partial(self._open_with, project_for(others)))
        elif not self._busy():
            self._desk.open(projects[0], lambda: self._import(others))

    def take(self, paths: Sequence[Path]) -> None:
        """Open a project, or add files to the one that is open."""
        if any(path.suffix == SUFFIX for path in paths):
            self.open_paths(paths)
        else:
            self._import(paths)

    def complain(self, spoken: Message) -> None:
        """Show a sentence that a person must know of."""
        said = self._catalogue.text(spoken)
        plain_box(self._window, QMessageBox.Icon.Warning, self.tr("校雠"), said).open()

    def _open_with(self, path: Path, sources: WaitingPages) -> None:
        if not sources:
            return
        if path.exists():
            self._desk.open(path, lambda: self._desk.add_pages(sources, self._told_added))
        else:
            self._desk.create(path, sources, self._told_unread)

    def _new(self) -> None:
        if self._busy():
            return
        # A project is never written over, so there is nothing to confirm.
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("新建工程"),
            "",
            self.tr("校雠工程 (*{0})").format(SUFFIX),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self._desk.create(Path(chosen if chosen.endswith(SUFFIX) else f"{chosen}{SUFFIX}"))

    def _open(self) -> None:
        if self._busy():
            return
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("打开工程"), "", self.tr("校雠工程 (*{0})").format(SUFFIX)
        )
        if chosen:
            self._desk.open(Path(chosen))

    def _import_files(self, encoding: str | None = None) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in accepted_suffixes(all_kinds()))
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("导入版面"), "", self.tr("版面文字 ({0})").format(patterns)
        )
        self._import([Path(path) for path in chosen], encoding)

    def _import_encoded(self) -> None:
        """Import in an encoding that a person names, where the guess went wrong."""
        encoding, agreed = QInputDialog.getItem(
            self._window, self.tr("按指定编码导入"), self.tr("文字编码："), ENCODINGS, editable=True
        )
        if agreed and encoding.strip():
            self._import_files(encoding.strip())

    def _import_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("导入文件夹"))
        self._import([Path(chosen)] if chosen else [])

    def _import(self, paths: Sequence[Path], encoding: str | None = None) -> None:
        if not paths:
            return
        if self._desk.path is None:
            self._read(paths, partial(self._open_with, project_for(paths)), encoding)
        else:
            self._read(paths, lambda sources: self._desk.add_pages(sources, self._told_added), encoding)

    def _told_added(self, added: Added) -> None:
        counts = {"added": len(added.pages), "known": len(added.known)}
        self._status.tell(message("加入 {added} 版，已有 {known} 版", **counts))
        self._told_unread(added)

    def _told_unread(self, added: Added) -> None:
        if added.unread:
            self.complain(_problems(added.unread))

    def _read(
        self, paths: Sequence[Path], then: Callable[[WaitingPages], None], encoding: str | None = None
    ) -> None:
        """Read files beside the window, and go on with what could be read."""
        if self._busy():
            return
        progress = self._status.progress.begin(self.tr("正在导入"), 0)

        def done(read: Read) -> None:
            sources, problems = read
            if problems:
                self.complain(_problems(problems))
            if sources and not progress.cancelled():
                then(sources)

        read = partial(_read_files, list(paths), encoding, progress)
        self._desk.workers.run(read, done, self._failed, self._status.progress.end)

    def attach_scan(self) -> None:
        """Let the editor say which image shows the current page."""
        mirror = self._desk.mirror
        patterns = " ".join(f"*{suffix}" for suffix in sorted(IMAGE_SUFFIXES))
        if mirror is None:
            return
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("指定扫描图"), "", self.tr("图片 ({0})").format(patterns)
        )
        if chosen:
            self._desk.attach_scan(mirror.page, Path(chosen))

    def _export(self) -> None:
        if self._busy():
            return
        dialog = self._asking = ExportDialog(self._catalogue, self._window)
        dialog.presets_changed.connect(self._keep_presets)
        mirror = self._desk.mirror

        def read(project: Project) -> tuple[dict[str, ExportOptions], ExportPage | None]:
            # Getting to know all pages takes longer than an example is worth.
            needs = frozenset(Need) if project.findings.is_known else frozenset(Need) - {Need.APPARATUS}
            sample = None if mirror is None else project.export_page(mirror.page, needs)
            return decode_presets(project.setting(PRESETS) or "{}"), sample

        def told(read: tuple[dict[str, ExportOptions], ExportPage | None]) -> None:
            if self._asking is dialog:
                dialog.show_project(*read)

        self._desk.ask(read, told, self._failed)
        agreed = dialog.exec() == ExportDialog.DialogCode.Accepted
        self._asking = None
        if agreed and dialog.folder.parts:
            self._write(exporter(dialog.format_name), dialog.options, dialog.folder, dialog.overwrite)
        dialog.deleteLater()

    def _keep_presets(self, presets: dict[str, ExportOptions]) -> None:
        written = encode_presets(presets)
        self._desk.ask(lambda project: project.keep_setting(PRESETS, written), lambda _: None, self._failed)

    def _write(self, chosen: Exporter, options: ExportOptions, folder: Path, overwrite: bool) -> None:
        """Write the project out beside the window."""
        # Where an article is a file nobody knows how many there will be.
        total = 0 if options.split is Split.ARTICLE else self._desk.page_count
        progress = self._status.progress.begin(self.tr("正在导出"), total)

        def write() -> list[Path]:
            files = export_files(chosen, self._pages(wanted(chosen, options)), options)
            return write_export(files, folder, progress.report, progress.cancelled, overwrite=overwrite)

        def done(paths: list[Path]) -> None:
            self._status.tell(message("写出 {count} 个文件到 {folder}", count=len(paths), folder=str(folder)))

        self._desk.workers.run(write, done, self._failed, self._status.progress.end)

    def _pages(self, wanted: frozenset[Need]) -> Iterator[ExportPage]:
        """Yield the pages one by one, each asked for when the one before is written."""
        for page in self._desk.wait_for(lambda project: [record.id for record in project.pages()]):
            yield self._desk.wait_for(partial(Project.export_page, page=page, needs=wanted))

    def _save_text(self) -> None:
        """Write the text in the window to a file: the way out where the project cannot be written."""
        mirror = self._desk.mirror
        if mirror is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("另存本版文字"), "", self.tr("文本 (*.txt)")
        )
        if not chosen:
            return
        try:
            with written_whole(Path(chosen)) as draft:
                draft.write_bytes(mirror.text.encode("utf-8", "replace"))
            self._saved = mirror.text
        except OSError as error:
            self.complain(message("{file}：{cause}", file=chosen, cause=error.strerror or str(error)))

    def _verify(self) -> None:
        if self._busy():
            return
        self._status.progress.begin(self.tr("正在核验"), 0)

        def done(verification: Verification) -> None:
            if verification.problems:
                first, count = verification.problems[0], len(verification.problems)
                spoken = message("有 {count} 处问题，第一处：{first}", count=count, first=first)
                self._desk.damaged.emit(self._desk.path, spoken)
            else:
                pages, steps = verification.pages, verification.steps
                self._status.tell(message("{pages} 版、{steps} 处改动记录全部完好", pages=pages, steps=steps))

        self._desk.ask(lambda project: project.verify(), done, self._failed, self._status.progress.end)

    def _busy(self) -> bool:
        if self._status.progress.busy:
            self._status.tell(message("前一件事还没做完"))
        return self._status.progress.busy

    def _failed(self, error: JiaochouError) -> None:
        if isinstance(error, RefusedError):
            self._status.tell(error.spoken)
        else:
            self.complain(error.spoken)


def project_for(paths: Sequence[Path]) -> Path:
    """Return where the project of some files lies: beside the first, by its name."""
    first = paths[0].absolute()
    return first.with_suffix(SUFFIX) if first.is_file() else first.parent / f"{first.name}{SUFFIX}"


def _read_files(paths: list[Path], encoding: str | None, progress: Progress) -> Read:
    sources = WaitingPages()
    problems: list[BadInputError] = []
    for outcome in outcomes(paths, encoding):
        if progress.cancelled():
            break
        if isinstance(outcome, Source):
            sources.add(outcome)
        else:
            problems.append(outcome)
        progress.report(len(sources))
    return sources, problems


def _problems(problems: list[BadInputError]) -> Message:
    if len(problems) == 1:
        return problems[0].spoken
    named = "\n".join(str(problem.spoken) for problem in problems[:NAMED_PROBLEMS])
    return message("有 {count} 个文件没能导入：\n{named}", count=len(problems), named=named)
