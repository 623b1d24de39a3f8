"""Plain text: one file a page, one paragraph a line, an empty line between articles, notes behind each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.exporters.apparatus import Notes, described
from core.exporters.exporter import ExportFile, ExportPage, encoded, page_file
from core.exporters.labels import labels_of
from core.exporters.marking import by_note, runs
from core.exporters.reading import Paragraph, Story, stories
from core.messages import message

NAME = "txt"
TITLE = message("纯文本")
SUFFIX = ".txt"
BETWEEN = b"\n"
APPARATUS = True


def export(pages: Iterable[ExportPage]) -> Iterator[ExportFile]:
    """Yield a text file (UTF-8) for each page."""
    for page in pages:
        yield ExportFile(page_file(page, SUFFIX), (encoded(page_text(page)),))


def page_text(page: ExportPage) -> str:
    """Return the articles of `page` as plain text, each with its notes behind it."""
    return "\n\n".join(_story_text(page, story) for story in stories(page)) + "\n"


def _story_text(page: ExportPage, story: Story) -> str:
    notes = Notes()
    told = [story.name] if story.name else []
    told += [_paragraph_text(paragraph, notes) for paragraph in story.paragraphs]
    if notes.held:
        labels = labels_of(page.text)
        told += ["", labels.text(message("校勘记"))]
        told += [f"〔{number}〕{described(noted, labels)}" for number, noted in enumerate(notes.held, 1)]
    return "\n".join(told)


def _paragraph_text(paragraph: Paragraph, notes: Notes) -> str:
    """Return the text of a paragraph, with a number behind each place that a note speaks of."""
    if not any(source.leaf.apparatus for source in paragraph.sources):
        return paragraph.text
    said = []
    for noted, together in by_note(runs(paragraph)):
        said.append("".join(run.text for run in together))
        if noted is not None:
            said.append(f"〔{notes.number(noted)}〕")
    return "".join(said)
