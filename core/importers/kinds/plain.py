"""Plain text, as an OCR engine writes it."""

from __future__ import annotations

from collections.abc import Iterator

from core.importers.kind import Intake, Item, Outcome, read_page
from core.messages import message

TITLE = message("纯文本")
SUFFIXES = (".txt", ".text")


def takes(item: Item) -> bool:
    """Say whether `item` is a plain text file."""
    return item.suffix in SUFFIXES


def read(item: Item, intake: Intake) -> Iterator[Outcome]:
    """Yield the one page of a plain text file."""
    return read_page(item, intake)
