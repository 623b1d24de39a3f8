"""Word: one document a page, headlines and headings as Word's own, a style for each role.

Where a page has several headlines they are listed in front, in a field that Word renews.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import TYPE_CHECKING

from core.document.role import Role
from core.exporters.exporter import ExportFile, ExportPage, page_file
from core.exporters.reading import Paragraph, Story, stories
from core.exporters.word import allowed, new_document, saved, style_name
from core.exporters.word_contents import add_contents, headed
from core.messages import message

if TYPE_CHECKING:
    from docx.document import Document

NAME = "docx"
TITLE = message("Word 文档")
SUFFIX = ".docx"
BY_ARTICLE = True


def export(pages: Iterable[ExportPage]) -> Iterator[ExportFile]:
    """Yield a Word document for each page."""
    for page in pages:
        yield ExportFile(page_file(page, SUFFIX), (page_document(page),))


def page_document(page: ExportPage) -> bytes:
    """Return the articles of `page` as a Word document, under the name of the page."""
    document = new_document(page.name, page.text)
    document.add_paragraph(allowed(page.name), "Title")
    told = [paragraph for story in stories(page) for paragraph in _headed(story)]
    titles = [allowed(paragraph.text) for paragraph in told if paragraph.role is Role.TITLE]
    if len(titles) > 1:
        add_contents(document, titles)
    numbers = count(1)
    for paragraph in told:
        _add(document, paragraph, numbers if len(titles) > 1 else None)
    return saved(document)


def _headed(story: Story) -> list[Paragraph]:
    named = [Paragraph(Role.TITLE, story.name)] if story.name else []
    return [*named, *story.paragraphs]


def _add(document: Document, paragraph: Paragraph, numbers: Iterator[int] | None) -> None:
    from docx.shared import Pt

    text = allowed(paragraph.text)
    if paragraph.role is Role.TABLE:
        _add_table(document, [line.split("\t") for line in text.split("\n")])
        return
    added = document.add_paragraph(text, style_name(paragraph.role))
    if paragraph.role is Role.TITLE and numbers is not None:
        headed(added, next(numbers))
    if paragraph.role is Role.BODY:
        # Two characters of 10.5 points, as newspapers indent.
        added.paragraph_format.first_line_indent = Pt(21)


def _add_table(document: Document, rows: list[list[str]]) -> None:
    width = max(map(len, rows))
    table = document.add_table(len(rows), width, "Table Grid")
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=False):
            cell.paragraphs[0].text = words
            cell.paragraphs[0].style = style_name(Role.TABLE)
