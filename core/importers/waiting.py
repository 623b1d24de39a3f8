"""Pages that have been read and wait to be added to a project: in a nameless file, not in memory."""

from __future__ import annotations

import pickle
import tempfile
import weakref
from collections.abc import Iterator

from core.document.page import Source
from core.errors import StorageError
from core.messages import message


class WaitingPages:
    """Sources in the order they came in, kept on disk: ten thousand of them take 370 MB of memory.

    Adding and going through them raises StorageError where the disk for temporary files refuses.
    """

    def __init__(self) -> None:
        try:
            self._file = tempfile.TemporaryFile(prefix="jiaochou-")  # noqa: SIM115  # closed with this object
        except OSError as error:
            raise _refused(error) from error
        self._count = 0
        weakref.finalize(self, self._file.close)

    def __len__(self) -> int:
        """Return how many pages wait."""
        return self._count

    def add(self, source: Source) -> None:
        """Let one more page wait."""
        try:
            pickle.dump(source, self._file, pickle.HIGHEST_PROTOCOL)
        except OSError as error:
            raise _refused(error) from error
        self._count += 1

    def __iter__(self) -> Iterator[Source]:
        """Yield the pages one by one, read from the file again; one thread at a time."""
        try:
            self._file.seek(0)
            for _ in range(self._count):
                # Nobody else has ever seen this file.
                source: Source = pickle.load(self._file)  # noqa: S301
                yield source
        except OSError as error:
            raise _refused(error) from error


def _refused(error: OSError) -> StorageError:
    cause = error.strerror or str(error)
    return StorageError(message("{file}：{cause}", file=tempfile.gettempdir(), cause=cause))
