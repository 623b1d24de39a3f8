"""A zip archive that is written piece by piece and is the same, byte for byte, whenever it is made."""

from __future__ import annotations

import io
from typing import Self
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The time of day of every entry; the earliest that a zip archive can say."""


class _Drained(io.BytesIO):
    """What has been written since it was last drained; positions count from the beginning of the archive."""

    def __init__(self) -> None:
        super().__init__()
        self._gone = 0

    def tell(self) -> int:
        return self._gone + super().tell()

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence != io.SEEK_SET:
            raise io.UnsupportedOperation("seek")
        return self._gone + super().seek(offset - self._gone)

    def drain(self) -> bytes:
        """Return what was written since, and forget it."""
        written = self.getvalue()
        self._gone += len(written)
        super().seek(0)
        self.truncate()
        return written


class Archive:
    """An archive under way. `drain` hands over what is finished, so that little is ever held.

    Whoever gives it up half-way leaves the `with` it stands in.
    """

    def __init__(self) -> None:
        self._sink = _Drained()
        self._zip = ZipFile(self._sink, "w")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        # Or else the zip file would close itself when both are thrown away, and find the sink closed.
        self._zip.close()

    def add(self, path: str, content: str, *, packed: bool = True) -> None:
        """Add a file of UTF-8 text, compressed unless it is not to be `packed`."""
        entry = ZipInfo(path, _MOMENT)
        entry.compress_type = ZIP_DEFLATED if packed else ZIP_STORED
        entry.create_system = 3
        entry.external_attr = 0o644 << 16
        self._zip.writestr(entry, content.encode())

    def drain(self) -> bytes:
        """Return what has been written since the last time."""
        return self._sink.drain()

    def finish(self) -> bytes:
        """Write the list of contents that a zip archive ends with, and return what is left."""
        self._zip.close()
        return self._sink.drain()
