"""Markdown, as a vision-language model writes it: its marks stay in the text, where they can be corrected."""

from __future__ import annotations

from collections.abc import Iterator

from core.importers.kind import Intake, Item, Outcome, read_page
from core.messages import message

TITLE = message("Markdown")
SUFFIXES = (".md", ".markdown")


def takes(item: Item) -> bool:
    """Say whether `item` is a Markdown file."""
    return item.suffix in SUFFIXES


def read(item: Item, intake: Intake) -> Iterator[Outcome]:
    """Yield the one page of a Markdown file."""
    return read_page(item, intake)
