"""A file that is written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def written_whole(target: Path) -> Iterator[Path]:
    """Lend a place beside `target`; what was written there becomes `target`, or nothing is left of it.

    What lay at `target` is replaced at the end and not before. Raises OSError.
    """
    draft = target.with_name(f".{target.name}.part")
    draft.unlink(missing_ok=True)
    try:
        yield draft
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        draft.replace(target)
    finally:
        for ending in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):
                draft.with_name(f"{draft.name}{ending}").unlink()
