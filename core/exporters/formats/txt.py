"""Plain text: one file a page, one paragraph a line, an empty line between articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.exporters.exporter import ExportFile, ExportPage, encoded, page_file
from core.exporters.reading import Story, stories
from core.messages import message

NAME = "txt"
TITLE = message("纯文本")
SUFFIX = ".txt"
BETWEEN = b"\n"


def export(pages: Iterable[ExportPage]) -> Iterator[ExportFile]:
    """Yield a text file (UTF-8) for each page."""
    for page in pages:
        yield ExportFile(page_file(page, SUFFIX), (encoded(page_text(page)),))


def page_text(page: ExportPage) -> str:
    """Return the articles of `page` as plain text."""
    return "\n\n".join(_story_text(story) for story in stories(page)) + "\n"


def _story_text(story: Story) -> str:
    named = [story.name] if story.name else []
    return "\n".join(named + [paragraph.text for paragraph in story.paragraphs])
