"""The boxes of a scan: what an OCR engine found where, read from NAME.units.json beside NAME.jpg.

The file is a JSON list in reading order. Each entry is an object with

    box    [left, top, right, bottom] in pixels of the image, from its upper left corner; required
    kind   what it is: masthead, headline, body, …
    art    the number of the article on the page, -1 for none (`article` is understood too)
    text   what is printed there, where it is known
    n      how many printed lines it holds
    lines  the printed lines, each an object with its own `box`, from the first to the last
    start, end   which code points of the imported text it became; mostly left out

Whatever else stands there is passed over.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from core.disk import open_regular
from core.errors import BadInputError
from core.messages import message
from core.printed.area import Area
from core.text.span import Span

UNITS_SUFFIX = ".units.json"

_LIMIT = 16 * 1024 * 1024
_FARTHEST = 1e9


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a scan that was read as one: a headline, a column of an article.

    `article` numbers the articles of the page, None for none. `lines` counts the printed lines. `text` is
    what is printed, where that is known, and `span` the stretch of the page's text it became. `line_areas`
    are where the lines stand, where each of them is known, else empty.
    """

    area: Area
    kind: str = ""
    article: int | None = None
    lines: int | None = None
    text: str = ""
    span: Span | None = None
    line_areas: tuple[Area, ...] = ()


def read_boxes(image: Path) -> tuple[Box, ...]:
    """Return the boxes of an image in reading order; none where no file of boxes lies beside it.

    Raises BadInputError where there is such a file and it cannot be understood.
    """
    path = image.with_name(image.stem + UNITS_SUFFIX)
    try:
        with open_regular(path) as file:
            raw = file.read(_LIMIT + 1)
        if len(raw) > _LIMIT:
            raise BadInputError(path, message("扫描图的分块数据过大"))
        units = json.loads(raw)
    except FileNotFoundError:
        return ()
    except OSError as error:
        cause = message("扫描图的分块数据读取失败（{reason}）", reason=error.strerror or str(error))
        raise BadInputError(path, cause) from error
    except (ValueError, RecursionError) as error:
        raise BadInputError(path, message("扫描图的分块数据不是完整的 JSON")) from error
    if not isinstance(units, list):
        raise BadInputError(path, message("扫描图的分块数据不是列表"))
    return tuple(_box(path, number, unit) for number, unit in enumerate(units, 1))


def _box(path: Path, number: int, unit: object) -> Box:
    area = _area(unit.get("box")) if isinstance(unit, dict) else None
    if not isinstance(unit, dict) or area is None:
        raise BadInputError(path, message("扫描图的第 {number} 个分块没有可用的位置", number=number))
    article, lines = _whole(unit.get("art", unit.get("article"))), _whole(unit.get("n"))
    start, end = _whole(unit.get("start")), _whole(unit.get("end"))
    kind, text = unit.get("kind"), unit.get("text")
    return Box(
        area,
        kind if isinstance(kind, str) else "",
        article if article is not None and article >= 0 else None,
        lines if lines is not None and lines > 0 else None,
        text if isinstance(text, str) else "",
        Span(start, end) if start is not None and end is not None and 0 <= start <= end else None,
        _line_areas(unit.get("lines")),
    )


def _line_areas(lines: object) -> tuple[Area, ...]:
    told = lines if isinstance(lines, list) else []
    areas = [_area(line.get("box")) if isinstance(line, dict) else None for line in told]
    known = [area for area in areas if area is not None]
    return tuple(known) if len(known) == len(areas) else ()


def _area(corners: object) -> Area | None:
    """Return the area with these corners, None where they are not four numbers in their order."""
    if not isinstance(corners, list) or len(corners) != 4:
        return None
    numbers = [
        float(corner) for corner in corners if type(corner) in (int, float) and abs(corner) < _FARTHEST
    ]
    if len(numbers) < 4:
        return None
    area = Area(*numbers)
    return area if area.left < area.right and area.top < area.bottom else None


def _whole(value: object) -> int | None:
    return value if type(value) is int else None
