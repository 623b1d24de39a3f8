"""Reading PAGE-XML: regions in their reading order, lines with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from core.errors import BadInputError
from core.messages import message
from core.printed.area import Area
from core.printed.page import PrintedPage, ReadBlock, composed
from core.printed.safe_xml import number
from core.printed.words import line_of

_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d+)?")
_LAST = 1 << 30


def page_xml_page(root: Element, name: str) -> PrintedPage:
    """Return the page that a `PcGts` element tells; raises BadInputError where it tells none."""
    page = root.find("Page")
    if page is None:
        raise BadInputError(name, message("要一版一个文件，这个文件里有 {count} 版", count=0))
    order = {region: place for place, region in enumerate(_ordered(page.find("ReadingOrder")))}
    regions = sorted(_regions(page, _LAST, order), key=lambda found: found[0])
    width, height = number(page, "imageWidth"), number(page, "imageHeight")
    size = (width, height) if width and height else None
    return composed((_block(region) for _, region in regions), size, page.get("imageFilename", ""))


def _ordered(group: Element | None) -> Iterator[str]:
    """Yield the identities of regions as they are read."""
    if group is None:
        return
    for entry in sorted(group, key=lambda entry: number(entry, "index") or 0):
        if entry.tag.startswith("RegionRef"):
            yield entry.get("regionRef", "")
        else:
            # A group may stand for a region of its own.
            yield entry.get("regionRef", "")
            yield from _ordered(entry)


def _regions(within: Element, place: int, order: dict[str, int]) -> Iterator[tuple[int, Element]]:
    """Yield text regions and where they are read; one of which nothing is said with the one around it."""
    for region in within:
        if not region.tag.endswith("Region"):
            continue
        here = order.get(region.get("id", ""), place)
        if region.tag == "TextRegion":
            yield here, region
        yield from _regions(region, here, order)


def _block(region: Element) -> ReadBlock:
    lines = [(_text(line), _area(line)) for line in region.findall("TextLine")]
    if not lines:
        lines = [(line, None) for line in _text(region).split("\n")]
    return ReadBlock(lines, _area(region), region.get("type", ""))


def _text(element: Element) -> str:
    """Return what is read as the text of a line or region: its first reading, else its words together."""
    readings = sorted(element.findall("TextEquiv"), key=lambda reading: number(reading, "index") or 0)
    told = [reading.findtext("Unicode", "") for reading in readings]
    if told:
        return told[0]
    return line_of([_text(word) for word in element.findall("Word")])


def _area(element: Element) -> Area | None:
    coords = element.find("Coords")
    if coords is None:
        return None
    # Before 2013 points were elements of their own.
    told = coords.get("points") or " ".join(
        f"{point.get('x')},{point.get('y')}" for point in coords.iter("Point")
    )
    numbers = [float(found) for found in _NUMBER.findall(told)]
    across, down = numbers[::2], numbers[1::2]
    if len(across) < 2 or len(across) != len(down):
        return None
    area = Area(min(across), min(down), max(across), max(down))
    return area if area.width > 0 and area.height > 0 else None
