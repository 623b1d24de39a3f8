"""Files on disk: reading them within bounds, their names, and what can be wrong with them."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path, PurePath

from core.errors import BadInputError
from core.messages import message

PAGE_LIMIT = 16 * 1024 * 1024
"""How many bytes one page may have: some hundred times the largest newspaper page."""

MEBIBYTE = 1024 * 1024


def load(path: Path, shown: str) -> bytes:
    """Return the bytes of the file at `path`; raises BadInputError, which calls it `shown`."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            # Reading a pipe would wait for ever.
            raise BadInputError(shown, message("不是普通文件"))
        if status.st_size > PAGE_LIMIT:
            raise too_large(shown, status.st_size)
        return path.read_bytes()
    except OSError as error:
        raise unreadable(shown, error) from error


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
    """Return a file name that can be shown in one line and stored; what is no UTF-8 is taken for GB 18030."""
    if re.search("[\\udc80-\\udcff]", name):
        name = os.fsencode(name).decode("gb18030", "replace")
    return re.sub("[\\x00-\\x1f\\x7f\\ud800-\\udfff]", "\ufffd", name)


def page_name(parts: tuple[str, ...]) -> str:
    """Return what to call the page of a file deeper in a folder or archive; it can itself name a file."""
    return "·".join((*parts[:-1], PurePath(parts[-1]).stem))
