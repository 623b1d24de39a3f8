"""Opening files that anyone may have put where they lie."""

from __future__ import annotations

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path


class IrregularFileError(OSError):
    """A pipe, a device, a folder: something that is no file to read, or would never end."""


def open_regular(path: Path) -> BufferedReader:
    """Open a file to read its bytes; never waits for what is no file.

    Raises IrregularFileError for a pipe, a device or a folder, and OSError as `open` does.
    """
    # A pipe that is opened to be read waits for whoever writes into it, unless it is told not to.
    if "\0" in str(path):
        # Only a damaged project file names such a path.
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise IrregularFileError(errno.EINVAL, "not a regular file", str(path))
    return os.fdopen(descriptor, "rb")


def trouble_with(path: Path, *, writing: bool = False) -> OSError | None:
    """Return why a file that is there cannot be read, or written, at this moment; None where it can.

    Not for the file of a database that is open: closing it again would take SQLite's locks away.
    """
    kind = os.O_RDWR if writing else os.O_RDONLY
    try:
        descriptor = os.open(path, kind | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
        try:
            os.read(descriptor, 1)
        finally:
            os.close(descriptor)
    except FileNotFoundError:
        return None
    except OSError as error:
        return error
    return None
