"""Files on disk: reading them within bounds, their names, and what can be wrong with them."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path, PurePath
from unicodedata import category

from core.disk import IrregularFileError, open_regular
from core.errors import BadInputError
from core.messages import message

PAGE_LIMIT = 16 * 1024 * 1024
"""How many bytes one page may have: some hundred times the largest newspaper page."""

MEBIBYTE = 1024 * 1024

_NOT_UTF8 = re.compile("[\\udc80-\\udcff]")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def load(path: Path, shown: str) -> bytes:
    """Return the bytes of the file at `path`; raises BadInputError, which calls it `shown`."""
    try:
        with open_regular(path) as file:
            size = os.fstat(file.fileno()).st_size
            # It may have grown since; what is read has an end in any case.
            raw = b"" if size > PAGE_LIMIT else file.read(PAGE_LIMIT + 1)
    except OSError as error:
        raise unreadable(shown, error) from error
    if max(size, len(raw)) > PAGE_LIMIT:
        raise too_large(shown, max(size, len(raw)))
    return raw


def too_large(path: str, size: int) -> BadInputError:
    """Return the error about a page of `size` bytes."""
    cause = message(
        "有 {size} MiB，超过一个版面 {limit} MiB 的上限",
        size=-(-size // MEBIBYTE),
        limit=PAGE_LIMIT // MEBIBYTE,
    )
    return BadInputError(path, cause)


def unreadable(path: str, error: OSError) -> BadInputError:
    """Return the error about a file or folder that the system would not let us read."""
    if isinstance(error, FileNotFoundError):
        return BadInputError(path, message("文件不存在"))
    if isinstance(error, PermissionError):
        return BadInputError(path, message("没有读取权限"))
    if isinstance(error, IrregularFileError):
        return BadInputError(path, message("不是普通文件"))
    return BadInputError(path, message("读取失败（{reason}）", reason=error.strerror or str(error)))


def is_folder(path: Path) -> bool:
    """Say whether a folder is at `path`; what we may not even look at is taken for a file."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_left_over(name: str) -> bool:
    """Say whether a file or folder is hidden, an editor's back-up, or what macOS adds to archives."""
    autosaved = name.startswith("#") and name.endswith("#")
    return name.startswith((".", "~$")) or name.endswith("~") or autosaved or name == "__MACOSX"


def readable(name: str) -> str:
    """Return a file name that can be shown in one line and stored; what is no UTF-8 is taken for GB 18030.

    What cannot be seen in it, or would turn the line it is shown in around, is told by its number: ⟨202E⟩. So
    two files are never shown by the same name.
    """
    if name.isprintable():
        return name
    with suppress(UnicodeError):
        name = os.fsencode(name).decode("gb18030") if _NOT_UTF8.search(name) else name
    return "".join(f"⟨{ord(one):04X}⟩" if category(one) in _UNSEEN else one for one in name)


def page_name(parts: tuple[str, ...]) -> str:
    """Return what to call the page of a file deeper in a folder or archive; it can itself name a file."""
    return "·".join((*parts[:-1], PurePath(parts[-1]).stem))
