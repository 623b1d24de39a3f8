"""ALTO, PAGE-XML and hOCR: what engines and archives tell of a page, with the places of its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePath

from core.document.page import Source
from core.errors import BadInputError
from core.importers.kind import Intake, Item, Outcome, read_page
from core.messages import message
from core.printed.form import Form

TITLE = message("ALTO、PAGE-XML、hOCR（文字连同位置）")
SUFFIXES = (".xml", ".hocr", ".html", ".htm")

_HEAD = 1 << 16
_MARK = re.compile(rb"<(?:[\w.-]+:)?(?:alto|PcGts)[\s>]|ocr_page")


def takes(item: Item) -> bool:
    """Say whether `item` is one; of other XML and web pages that lie in a folder nothing is to be said."""
    if item.folder or item.suffix not in SUFFIXES:
        return False
    try:
        return _MARK.search(item.load()[:_HEAD].replace(b"\0", b"")) is not None
    except BadInputError:
        # Why it cannot be read is said when it is read.
        return True


def read(item: Item, intake: Intake) -> Iterator[Outcome]:
    """Yield the one page of the file; its bytes stay the page's raw bytes."""
    from core.printed.reading import printed_page

    form = None if item.suffix == ".xml" else Form.HOCR
    try:
        page, form = printed_page(item.load(), item.path, form)
    except BadInputError as error:
        yield error
        return
    for outcome in read_page(item, replace(intake, encoding=form.value)):
        if isinstance(outcome, Source) and outcome.scan is None and item.disk is not None:
            yield replace(outcome, scan=_named(item.disk, page.image))
        else:
            yield outcome


def _named(disk: Path, image: str) -> str | None:
    """Return the image that a file names, where one of that name lies beside it."""
    name = PurePath(image.replace("\\", "/")).name
    there = disk.with_name(name).absolute() if name else None
    return str(there) if there is not None and there.is_file() else None
