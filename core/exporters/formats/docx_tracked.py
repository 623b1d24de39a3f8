"""Word with tracked changes: the whole page line by line; what was corrected can be accepted or rejected.

To accept all changes gives the text as it stands, to reject all the text as it was imported. Nothing is
joined or left out. Changes bear who made them and when.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from itertools import count
from typing import TYPE_CHECKING

from core.document.difference import differences
from core.document.layout import Layout
from core.exporters.exporter import Correction, ExportFile, ExportPage, Need, page_file
from core.exporters.word import allowed, new_document, saved, style_name
from core.messages import message
from core.text.span import Span

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

NAME = "docx-tracked"
TITLE = message("Word 文档（每一处校改都是修订）")
SUFFIX = ".docx"
NEEDS = frozenset({Need.CORRECTIONS, Need.RAW})
NOBODY = "校雠"
"""Who is named where a change has no name."""


class Mark(StrEnum):
    """What a stretch of text is, as OOXML calls it."""

    KEPT = ""
    INSERTED = "ins"
    DELETED = "del"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of one kind, and the correction it comes from."""

    mark: Mark
    text: str
    made: Correction | None = None


def export(pages: Iterable[ExportPage]) -> Iterator[ExportFile]:
    """Yield a Word document for each page."""
    for page in pages:
        yield ExportFile(page_file(page, f"-修订{SUFFIX}"), (tracked_document(page),))


def tracked_document(page: ExportPage) -> bytes:
    """Return `page`, with the changes from its raw text to its text, as a Word document."""
    document = new_document(page.name, page.text)
    writer = _Writer()
    body = document.element.body
    at = 0
    for line in _lines(_stretches(page)):
        length = sum(len(one.text) for one in line if one.mark is not Mark.DELETED)
        inside = sum(len(one.text) for one in line[:-1] if one.mark is not Mark.DELETED)
        style = document.styles[_style(page.layout, Span(at, at + inside))].style_id
        body.insert(len(body) - 1, writer.paragraph(line, str(style)))
        at += length
    return saved(document)


def _stretches(page: ExportPage) -> Iterator[Stretch]:
    at = 0
    for one in differences(page.text if page.raw is None else page.raw, page.text):
        yield Stretch(Mark.KEPT, page.text[at : one.current.start])
        made = _made(page.corrections, one.current)
        yield Stretch(Mark.DELETED, one.removed, made)
        yield Stretch(Mark.INSERTED, one.inserted, made)
        at = one.current.end
    yield Stretch(Mark.KEPT, page.text[at:])


def _made(corrections: Sequence[Correction], place: Span) -> Correction | None:
    """Return the newest correction that touches `place`, else the newest of which nothing is left."""
    touching = [
        made
        for made in corrections
        if made.span is not None and made.span.start <= place.end and place.start <= made.span.end
    ]
    gone = [made for made in corrections if made.span is None]
    return next(reversed(touching or gone), None)


def _lines(stretches: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    """Yield the lines, each with its line end as the last stretch; that of the last line is empty."""
    line: list[Stretch] = []
    for stretch in stretches:
        first, *others = stretch.text.split("\n")
        line.append(Stretch(stretch.mark, first, stretch.made))
        for other in others:
            yield [*line, Stretch(stretch.mark, "\n", stretch.made)]
            line = [Stretch(stretch.mark, other, stretch.made)]
    yield [*line, Stretch(Mark.KEPT, "")]


def _style(layout: Layout, line: Span) -> str:
    pieces = layout.pieces_in(line)
    return style_name(layout.pieces[pieces[0]].role) if pieces else "Normal"


class _Writer:
    """Writes paragraphs; every change of a document has a number of its own."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def paragraph(self, line: list[Stretch], style: str) -> BaseOxmlElement:
        """Return a line, of which the last stretch is the line end, as a paragraph."""
        paragraph = _element("w:p")
        properties = _add(paragraph, "w:pPr")
        _add(properties, "w:pStyle", val=style)
        *stretches, end = line
        if end.mark is not Mark.KEPT:
            # The mark of a paragraph that came or went: without it, the next one goes on in this one.
            self._change(_add(properties, "w:rPr"), end)
        for stretch in stretches:
            if stretch.text:
                within = paragraph if stretch.mark is Mark.KEPT else self._change(paragraph, stretch)
                _write(_add(within, "w:r"), stretch)
        return paragraph

    def _change(self, within: BaseOxmlElement, stretch: Stretch) -> BaseOxmlElement:
        made = stretch.made
        author = allowed(made.who if made else "") or NOBODY
        change = _add(within, f"w:{stretch.mark}", id=str(next(self._numbers)), author=author)
        if made and made.when:
            when = datetime.fromisoformat(made.when).astimezone(UTC)
            _set(change, date=when.strftime("%Y-%m-%dT%H:%M:%SZ"))
        return change


def _write(run: BaseOxmlElement, stretch: Stretch) -> None:
    from docx.oxml.ns import qn

    kind = "w:delText" if stretch.mark is Mark.DELETED else "w:t"
    for number, part in enumerate(allowed(stretch.text).split("\t")):
        if number:
            _add(run, "w:tab")
        if part:
            text = _add(run, kind)
            text.set(qn("xml:space"), "preserve")
            text.text = part


def _element(tag: str) -> BaseOxmlElement:
    from docx.oxml import OxmlElement

    return OxmlElement(tag)


def _add(within: BaseOxmlElement, tag: str, **attributes: str) -> BaseOxmlElement:
    added = _element(tag)
    _set(added, **attributes)
    within.append(added)
    return added


def _set(element: BaseOxmlElement, **attributes: str) -> None:
    from docx.oxml.ns import qn

    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
