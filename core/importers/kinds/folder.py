"""Folders, with all folders in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.errors import BadInputError
from core.importers.files import is_folder, is_left_over, page_name, readable, unreadable
from core.importers.kind import Intake, Item, Outcome, on_disk
from core.importers.natural import natural_key
from core.messages import message

TITLE = message("文件夹")
SUFFIXES: tuple[str, ...] = ()


def takes(item: Item) -> bool:
    """Say whether `item` is a folder."""
    return item.folder


def read(item: Item, intake: Intake) -> Iterator[Outcome]:
    """Yield the pages of all files in a folder that can be imported; the others are passed over."""
    if item.disk is None:
        raise ValueError(f"{item.path} does not lie on disk")
    empty = True
    for found in _files(item.disk, ()):
        if isinstance(found, BadInputError):
            yield found
        elif (kind := intake.kind_of(found)) is not None:
            empty = False
            yield from kind.read(found, intake)
    if empty:
        cause = message("文件夹里没有可导入的文件，可导入的有 {accepted}", accepted=intake.accepted)
        yield BadInputError(item.path, cause)


def _files(folder: Path, above: tuple[str, ...]) -> Iterator[Item | BadInputError]:
    """Yield the files below a folder in natural order; links to folders are not followed."""
    try:
        entries = sorted(folder.iterdir(), key=lambda path: natural_key(path.name))
    except OSError as error:
        yield unreadable(readable(str(folder)), error)
        return
    for entry in entries:
        parts = (*above, entry.name)
        if is_left_over(entry.name):
            continue
        if not is_folder(entry):
            yield on_disk(entry, page_name(parts))
        elif not entry.is_symlink():
            yield from _files(entry, parts)
