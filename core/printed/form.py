"""Which files of other programs tell a page with places, called as the encoding of plain text would be."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """The forms; their names stand where the encoding of plain text would.

    Such a page is kept as the file it came from. Its text and its places are read from these bytes again
    whenever they are wanted, and always come out the same.
    """

    ALTO = "alto"
    PAGE_XML = "page-xml"
    HOCR = "hocr"


def form_of(encoding: str) -> Form | None:
    """Return the form that an `encoding` names, None for the encoding of plain text."""
    return next((form for form in Form if form == encoding), None)
