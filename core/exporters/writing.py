"""Writing an export: all of it or nothing, and never over a file that is there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path

from core.errors import BadInputError, StorageError
from core.exporters.exporter import ExportFile
from core.exporters.names import path_key, safe_path, unique_path
from core.exporters.scratch import ASIDE, DRAFT, scratch_folder
from core.messages import message


def write_export(
    files: Iterable[ExportFile],
    folder: Path,
    progress: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    overwrite: bool = False,
) -> list[Path]:
    """Write `files` below `folder`, which is made where it is missing, and return their paths.

    Everything is written beside its place first and moved there at the end, so a failure or a cancelled
    export leaves the folder as it was. Names become what every system allows, and unique. `progress` is told
    how many pages are written; `cancelled` is asked before each, and where it says yes nothing is
    kept and the list is empty. Raises BadInputError where a file of that name is there (unless `overwrite`),
    StorageError where the disk refuses.
    """
    if folder.exists() and not folder.is_dir():
        raise BadInputError(folder, message("这里要一个文件夹，它却是文件"))
    try:
        with scratch_folder(_nearest_folder(folder)) as scratch:
            export = _Export(folder, scratch / DRAFT, scratch / ASIDE, overwrite)
            if not export.write(files, progress or _no_progress, cancelled or _never):
                return []
            export.put_in_place()
            return [folder / path for path in export.paths]
    except OSError as error:
        cause = error.strerror or str(error)
        raise StorageError(
            message("没能导出到 {folder}：{cause}。那里原有的文件都没有动", folder=str(folder), cause=cause)
        ) from error


class _Export:
    """One export under way: `draft` holds the new files, `aside` what they replace, until all is in place."""

    def __init__(self, folder: Path, draft: Path, aside: Path, overwrite: bool) -> None:
        self.folder = folder
        self.draft = draft
        self.aside = aside
        self.overwrite = overwrite
        self.paths: list[str] = []

    def write(
        self, files: Iterable[ExportFile], progress: Callable[[int], None], cancelled: Callable[[], bool]
    ) -> bool:
        """Write the drafts; False where the export was cancelled."""
        taken: set[str] = set()
        written = 0
        for file in files:
            path = unique_path(safe_path(file.path), taken)
            self._refuse_to_replace(self.folder / path)
            taken.add(path_key(path))
            self.paths.append(path)
            draft = self.draft / path
            draft.parent.mkdir(parents=True, exist_ok=True)
            with draft.open("wb") as sink:
                for chunk in file.chunks:
                    if cancelled():
                        return False
                    sink.write(chunk)
                    written += file.of_pages
                    progress(written)
        return not cancelled()

    def put_in_place(self) -> None:
        """Move the drafts to their places; where one cannot go, everything goes back to where it was."""
        with ExitStack() as undo:
            for path in self.paths:
                target, kept = self.folder / path, self.aside / path
                self._refuse_to_replace(target)
                _make_folder(target.parent, undo)
                if os.path.lexists(target):
                    kept.parent.mkdir(parents=True, exist_ok=True)
                    _set_aside(target, kept)
                    undo.callback(kept.replace, target)
                (self.draft / path).replace(target)
                undo.callback(target.unlink)
            undo.pop_all()

    def _refuse_to_replace(self, target: Path) -> None:
        if target.is_dir():
            raise BadInputError(target, message("已有同名的文件夹"))
        if not self.overwrite and os.path.lexists(target):
            raise BadInputError(target, message("文件已经存在，没有覆盖"))


def _set_aside(target: Path, kept: Path) -> None:
    """Keep what lies at `target` under another name too: where the program is killed nothing is missing."""
    try:
        kept.hardlink_to(target)
    except OSError:
        # Some disks know no second names.
        target.replace(kept)


def _nearest_folder(folder: Path) -> Path:
    """Return `folder` or the nearest folder above it that exists: drafts there are on the same disk."""
    return next((place for place in (folder, *folder.absolute().parents) if place.exists()), folder)


def _make_folder(folder: Path, undo: ExitStack) -> None:
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir()
        undo.callback(place.rmdir)


def _no_progress(_written: int) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False
