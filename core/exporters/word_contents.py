"""A table of contents in a Word document: a field that Word renews, filled in already, each entry a link."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

STYLE = "toc 1"
"""What Word itself calls the style of an entry; it takes it over when it renews the field."""

_FIELD = r'TOC \o "1-1" \n \h \z \u'
"""All first headings, as links, without numbers of pages: those hang on fonts and paper."""


def add_contents(document: Document, titles: Sequence[str]) -> None:
    """Add an entry for each first heading; they must then come in this order as `headed` ones."""
    from docx.enum.style import WD_STYLE_TYPE

    document.styles.add_style(STYLE, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    for number, title in enumerate(titles, 1):
        entry = document.add_paragraph(style=STYLE)
        if number == 1:
            _field_mark(entry, "begin")
            _instruction(entry)
            _field_mark(entry, "separate")
        _link(entry, title, _name(number))
        if number == len(titles):
            _field_mark(entry, "end")


def headed(paragraph: Paragraph, number: int) -> None:
    """Make `paragraph` the heading that entry `number` (from 1) leads to."""
    start = _element("w:bookmarkStart", id=str(number), name=_name(number))
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)  # noqa: SLF001  # python-docx has no bookmarks
    paragraph._p.append(_element("w:bookmarkEnd", id=str(number)))  # noqa: SLF001  # as above


def _name(number: int) -> str:
    return f"_Toc{number:08}"


def _field_mark(entry: Paragraph, kind: str) -> None:
    run = entry.add_run()
    run._r.append(_element("w:fldChar", fldCharType=kind))  # noqa: SLF001  # python-docx has no fields


def _instruction(entry: Paragraph) -> None:
    run = entry.add_run()
    told = _element("w:instrText")
    told.text = _FIELD
    run._r.append(told)  # noqa: SLF001  # as above


def _link(entry: Paragraph, title: str, name: str) -> None:
    link = _element("w:hyperlink", anchor=name, history="1")
    run = entry.add_run(title)
    link.append(run._r)  # noqa: SLF001  # python-docx makes no links
    entry._p.append(link)  # noqa: SLF001  # as above


def _element(tag: str, **attributes: str) -> BaseOxmlElement:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
