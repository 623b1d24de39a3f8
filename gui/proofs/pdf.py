"""Proof sheets as a PDF file: written beside its place and moved there when it is whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QFile, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from core.errors import BadInputError, StorageError
from core.exporters.scratch import DRAFT, scratch_folder
from core.messages import message
from core.proofs.sheet import WIDTH, Sheet, Written
from gui.proofs.painting import SheetPainter
from gui.proofs.true_characters import tell_true_characters

DOTS = 1200
"""Dots an inch of the PDF's own units; what is drawn are lines, not dots."""


def write_pdf(
    pages: Iterable[list[Sheet]],
    target: Path,
    title: str,
    progress: Callable[[int], None],
    cancelled: Callable[[], bool] = lambda: False,
    *,
    overwrite: bool = False,
) -> Written:
    """Write the sheets of all `pages` into the file `target` and say how many there are.

    `progress` is told how many pages are done; `cancelled` is asked before each. Where it says yes, or there
    are no sheets, no file is written. Raises BadInputError where the file is there (unless `overwrite`),
    StorageError where the disk refuses.
    """
    if target.is_dir() or (not overwrite and os.path.lexists(target)):
        raise BadInputError(target, message("文件已经存在，没有覆盖"))
    try:
        with scratch_folder(target.absolute().parent) as scratch:
            draft = scratch / DRAFT
            written = _write(pages, draft, title, progress, cancelled)
            if written.sheets:
                draft.replace(target)
            return written
    except OSError as error:
        cause = error.strerror or str(error)
        raise StorageError(message("{file}：{cause}", file=str(target), cause=cause)) from error


def _write(
    pages: Iterable[list[Sheet]],
    draft: Path,
    title: str,
    progress: Callable[[int], None],
    cancelled: Callable[[], bool],
) -> Written:
    file = QFile(str(draft))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(file.errorString())
    writer = QPdfWriter(file)
    writer.setTitle(title)
    writer.setCreator("Jiaochou")
    writer.setResolution(DOTS)
    writer.setPageLayout(a4())
    painter = QPainter(writer)
    painter.scale(writer.width() / WIDTH, writer.width() / WIDTH)
    brush = SheetPainter(painter)
    count = 0
    stopped = False
    for done, sheets in enumerate(pages, 1):
        stopped = cancelled()
        if stopped:
            break
        for sheet in sheets:
            if count:
                writer.newPage()
            brush.paint(sheet)
            count += 1
        progress(done)
    painter.end()
    complete = file.error() is QFile.FileError.NoError and file.flush()
    cause = file.errorString()
    file.close()
    if not complete:
        raise OSError(cause)
    tell_true_characters(draft, brush.same_glyphs())
    return Written(0) if stopped else Written(count, brush.missing())


def a4() -> QPageLayout:
    """Return upright A4 without margins: sheets have their own."""
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
    )
