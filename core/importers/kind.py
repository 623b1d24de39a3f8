"""What a kind of importable thing is, how all of them are found, and what they share."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath
from typing import Protocol, cast

from core.document.page import Source
from core.errors import BadInputError
from core.importers import kinds as kind_files
from core.importers.decode import decode
from core.importers.files import is_folder, load, readable
from core.messages import Message, message

Outcome = Source | BadInputError
"""What comes of a file: a page, or why there is none. A bad file must not hide the good ones behind it."""

_WRITTEN = re.compile("[^\\s\\x00-\\x1f\\u200b-\\u200f\\u2060\\ufeff]")


@dataclass(frozen=True, slots=True)
class Item:
    """Something to import: a file, a folder, a member of an archive.

    `path` says where it is and `name` what its page will be called; both can be shown and stored. `load`
    reads its bytes and raises BadInputError where that fails. `disk` is where it lies; None in an archive.
    """

    path: str
    name: str
    load: Callable[[], bytes]
    disk: Path | None = None
    folder: bool = False

    @property
    def suffix(self) -> str:
        """The end of the file name from its last dot on, in lower case."""
        return PurePath(self.path).suffix.casefold()


class Kind(Protocol):
    """A module of core/importers/kinds."""

    TITLE: Message
    SUFFIXES: tuple[str, ...]

    def takes(self, item: Item) -> bool:
        """Say whether `item` is of this kind."""
        ...

    def read(self, item: Item, intake: Intake) -> Iterator[Outcome]:
        """Yield the pages of `item` in order, and what kept others from becoming pages."""
        ...


@dataclass(frozen=True, slots=True)
class Intake:
    """One import: the encoding its files are said to have, what can be imported, and how scans are found."""

    encoding: str | None
    kinds: tuple[Kind, ...]
    scan_of: Callable[[Path], Path | None]

    @property
    def accepted(self) -> str:
        """The file name endings that can be imported, for people."""
        return "、".join(accepted_suffixes(self.kinds))

    def kind_of(self, item: Item) -> Kind | None:
        """Return the kind of `item`, None where it cannot be imported."""
        return next((kind for kind in self.kinds if kind.takes(item)), None)

    def read(self, item: Item) -> Iterator[Outcome]:
        """Yield what comes of `item`; one that is of no kind is a problem."""
        kind = self.kind_of(item)
        if kind is None:
            yield BadInputError(item.path, self._unsupported(item.suffix))
        else:
            yield from kind.read(item, self)

    def _unsupported(self, suffix: str) -> Message:
        if not suffix:
            return message("文件名没有扩展名，可导入的有 {accepted}", accepted=self.accepted)
        if suffix in accepted_suffixes(self.kinds):
            return message("这个 {suffix} 文件不是 ALTO、PAGE-XML 或 hOCR", suffix=suffix)
        return message("不能导入 {suffix} 文件，可导入的有 {accepted}", suffix=suffix, accepted=self.accepted)


def all_kinds() -> tuple[Kind, ...]:
    """Load every file of core/importers/kinds, in the order of their names."""
    names = sorted(module.name for module in pkgutil.iter_modules(kind_files.__path__))
    return tuple(cast(Kind, importlib.import_module(f"{kind_files.__name__}.{name}")) for name in names)


def accepted_suffixes(kinds: tuple[Kind, ...]) -> tuple[str, ...]:
    """List the file name endings that `kinds` take, for a file dialog or a sentence."""
    return tuple(suffix for kind in kinds for suffix in kind.SUFFIXES)


def on_disk(path: Path, name: str | None = None) -> Item:
    """Return the file or folder at `path` to import, called by its stem unless `name` is given."""
    shown = readable(str(path))
    folder = is_folder(path)
    called = name or (path.name if folder else path.stem)
    return Item(shown, readable(called), partial(load, path, shown), path, folder)


def read_page(item: Item, intake: Intake) -> Iterator[Outcome]:
    """Yield the one page of a text file, or what is wrong with it."""
    try:
        raw = item.load()
        text, encoding = decode(raw, item.path, intake.encoding)
    except BadInputError as error:
        yield error
        return
    if not raw:
        yield BadInputError(item.path, message("是空文件"))
    elif not _WRITTEN.search(text):
        yield BadInputError(item.path, message("只有空白，没有文字"))
    else:
        scan = intake.scan_of(item.disk) if item.disk else None
        yield Source(item.name, raw, encoding, text, item.path, None if scan is None else str(scan))
