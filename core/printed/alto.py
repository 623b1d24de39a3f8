"""Reading ALTO (2 to 4): text blocks, lines and strings with their places."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from core.errors import BadInputError
from core.messages import message
from core.printed.area import Area
from core.printed.page import PrintedPage, ReadBlock, composed
from core.printed.safe_xml import number
from core.printed.words import line_of


def alto_page(root: Element, name: str) -> PrintedPage:
    """Return the page that an `alto` element tells; raises BadInputError where it tells none or several.

    Positions are in the unit of the file, as is the size of the page, so that they can be brought to scale.
    """
    pages = list(root.iter("Page"))
    if len(pages) != 1:
        raise BadInputError(name, message("要一版一个文件，这个文件里有 {count} 版", count=len(pages)))
    page = pages[0]
    tags = {tag.get("ID", ""): tag.get("LABEL", "") for tags in root.iter("Tags") for tag in tags}
    blocks = [_block(block, tags) for block in page.iter("TextBlock")]
    width, height = number(page, "WIDTH"), number(page, "HEIGHT")
    size = (width, height) if width and height else None
    image = next((one.text for one in root.iter("fileName") if one.text), "")
    return composed(blocks, size, image.strip())


def _block(block: Element, tags: dict[str, str]) -> ReadBlock:
    lines = [(_line(line), _area(line)) for line in block.iter("TextLine")]
    kinds = (tags.get(tag, "") for tag in block.get("TAGREFS", "").split())
    return ReadBlock(lines, _area(block), next(filter(None, kinds), ""))


def _line(line: Element) -> str:
    words = [""]
    for part in line:
        if part.tag == "SP":
            words.append("")
        elif part.tag in ("String", "HYP"):
            words[-1] += part.get("CONTENT", "")
    return line_of(words)


def _area(element: Element) -> Area | None:
    left, top, width, height = (number(element, name) for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT"))
    if left is None or top is None or not width or not height or width < 0 or height < 0:
        return None
    return Area(left, top, left + width, top + height)
