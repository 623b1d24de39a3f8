"""Reading hOCR: web pages whose elements say in their `title` where on the image they stand.

Tags are told by `<` and `>` alone, in one pass. Python's own reader of HTML is more exact and takes hours
over a file of a megabyte that was made to that end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from core.errors import BadInputError
from core.messages import message
from core.printed.area import Area
from core.printed.page import PrintedPage, ReadBlock, composed
from core.printed.words import line_of

_BLOCKS = frozenset({"ocr_carea", "ocrx_block", "ocr_par", "ocr_float", "ocr_table"})
_LINES = frozenset({"ocr_line", "ocrx_line", "ocr_header", "ocr_caption", "ocr_textfloat", "ocr_footer"})
_VOID = frozenset({"br", "hr", "img", "meta", "link", "input", "area", "base", "col", "embed", "wbr"})
_LONGEST = 10_000
"""How much of a tag is looked at (characters)."""

_OPENS = re.compile("[A-Za-z/!?]")
_NAME = re.compile(r"(/?)([A-Za-z][A-Za-z0-9:]*)")
_ATTRIBUTE = re.compile(r"""\b(class|title)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
_BOX = re.compile(r"\bbbox((?:\s+-?\d{1,9}(?:\.\d+)?){4})")
_IMAGE = re.compile(r"""\bimage\s+(?:"([^"]*)"|'([^']*)'|([^;\s]+))""")


def hocr_page(raw: bytes, name: str) -> PrintedPage:
    """Return the page of an hOCR file (UTF-8); raises BadInputError where it tells none or several."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        cause = message(
            "不能按 {encoding} 解码，第 {byte} 个字节不合这种编码", encoding="utf-8", byte=error.start + 1
        )
        raise BadInputError(name, cause) from error
    reader = _Reader()
    for tag, data in _tags(text):
        reader.take(tag)
        reader.read(unescape(data))
    if reader.pages != 1:
        raise BadInputError(name, message("要一版一个文件，这个文件里有 {count} 版", count=reader.pages))
    reader.end_block()
    size = None if reader.area is None else (reader.area.right, reader.area.bottom)
    return composed(reader.blocks, size, reader.image)


def _tags(text: str) -> Iterator[tuple[str, str]]:
    """Yield each tag, without `<` and `>`, and the text behind it; comments are left out."""
    in_comment = False
    for part in text.split("<")[1:]:
        in_comment = in_comment or part.startswith("!--")
        if in_comment:
            _, end, data = part.partition("-->")
            in_comment = not end
            yield "", data
        elif not _OPENS.match(part):
            yield "", f"<{part}"
        else:
            tag, _, data = part.partition(">")
            yield tag, data


class _Reader:
    """Collects lines into blocks; a line outside a block makes one with those around it."""

    def __init__(self) -> None:
        self.pages = 0
        self.area: Area | None = None
        self.image = ""
        self.blocks: list[ReadBlock] = []
        self._lines: list[tuple[str, Area | None]] = []
        self._depth = 0
        self._line_depth: int | None = None
        self._words: list[str] = []
        self._line_area: Area | None = None
        self._parted = True

    def take(self, tag: str) -> None:
        """Take down that an element opens or closes here."""
        found = _NAME.match(tag)
        if found is None or found[2].casefold() in _VOID:
            return
        if found[1]:
            self._close()
            return
        self._open(tag[:_LONGEST])
        if tag.endswith("/"):
            self._close()

    def _open(self, tag: str) -> None:
        self._depth += 1
        told = {name.casefold(): unescape(_bare(value)) for name, value in _ATTRIBUTE.findall(tag)}
        kinds = set(told.get("class", "").split())
        title = told.get("title", "")
        if "ocr_page" in kinds:
            self.pages += 1
            self.area = _area(title)
            found = _IMAGE.search(title)
            self.image = "" if found is None else next(filter(None, found.groups()), "")
        elif kinds & _BLOCKS and self._line_depth is None:
            self.end_block()
        elif kinds & _LINES and self._line_depth is None:
            self._line_depth, self._words, self._line_area = self._depth, [], _area(title)
            self._parted = True

    def _close(self) -> None:
        if self._line_depth is not None and self._depth <= self._line_depth:
            self._lines.append((line_of(self._words), self._line_area))
            self._line_depth = None
        self._depth = max(0, self._depth - 1)

    def read(self, data: str) -> None:
        """Take down text inside a line; white space parts words."""
        if self._line_depth is None:
            return
        words = data.split()
        # A word may come in several elements, of which each gives a part.
        if words and self._words and not data[0].isspace() and not self._parted:
            self._words[-1] += words.pop(0)
        self._words += words
        if data:
            self._parted = data[-1].isspace()

    def end_block(self) -> None:
        """Make a block of the lines so far."""
        if self._lines:
            self.blocks.append(ReadBlock(tuple(self._lines)))
            self._lines = []


def _bare(value: str) -> str:
    return value[1:-1] if value[0] in "\"'" else value


def _area(title: str) -> Area | None:
    found = _BOX.search(title)
    if found is None:
        return None
    left, top, right, bottom = map(float, found[1].split())
    return Area(left, top, right, bottom) if left < right and top < bottom else None
