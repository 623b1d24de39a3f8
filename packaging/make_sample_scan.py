"""Draws the scan of a sample page from its text, and says where each printed line lies.

    python packaging/make_sample_scan.py [NAME]      (needs Pillow and Noto Serif CJK)

NAME is a page of resources/sample whose lines are printed lines, columns parted by empty lines. What was
printed is the page's text with the errors of errors.json put right: the scan shows what the OCR engine should
have read. Writes NAME.jpg and NAME.units.json beside the text; run twice, it writes the same picture.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

SAMPLE = Path(__file__).parents[1] / "resources" / "sample"
FONTS = Path("/usr/share/fonts/opentype/noto")
PAGE = "青渚时报-2026-05-09-06"

WIDTH, MARGIN, GAP = 1400, 56, 44
BODY, PITCH = 25, 39
TITLE, SECOND_TITLE, MASTHEAD = 46, 32, 24
FULL_LINE = 0.85
"""A line that fills this much of its column is set flush on both sides."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Unit:
    """What stands together in print: the masthead, a headline, or one column of an article."""

    kind: str
    article: int
    lines: list[str]


@dataclass
class Sheet:
    """The page being drawn: its ink (white is none), how far down it is filled, and the boxes so far."""

    height: int
    top: float = MARGIN
    units: list[dict[str, object]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.ink = Image.new("L", (WIDTH, self.height), 255)
        self.pen = ImageDraw.Draw(self.ink)


def printed_text(name: str) -> str:
    """Return the text of page `name` with its known errors put right."""
    text = (SAMPLE / f"{name}.txt").read_text(encoding="utf-8")
    for error in json.loads((SAMPLE / "errors.json").read_text(encoding="utf-8")):
        if error["page"] == f"{name}.txt" and error["right"] is not None:
            text = text.replace(error["text"], error["right"])
    return text


def units_of(text: str) -> Iterator[Unit]:
    """Yield the units of a page: a block that ends no sentence and opens no column is a headline."""
    article = -1
    heading = False
    for number, block in enumerate(text.strip().split("\n\n")):
        lines = block.split("\n")
        after_headline, heading = heading, number > 0 and not heading and _is_headline(lines)
        if heading:
            article += 1
        kind = "masthead" if not number else "headline" if heading and not after_headline else "body"
        yield Unit(kind, article, lines)


def _is_headline(lines: list[str]) -> bool:
    return len(lines) <= 2 and not lines[-1].endswith(("。", "”"))


def draw_page(units: list[Unit]) -> Sheet:
    """Draw all units, columns of one article side by side."""
    sheet = Sheet(4000)
    place = 0
    while place < len(units):
        unit = units[place]
        if unit.kind == "masthead":
            draw_masthead(sheet, unit)
            place += 1
            continue
        columns = [u for u in units[place + 1 :] if u.article == unit.article]
        draw_headline(sheet, unit)
        draw_columns(sheet, columns)
        place += 1 + len(columns)
    sheet.height = int(sheet.top) + MARGIN // 2
    sheet.ink = sheet.ink.crop((0, 0, WIDTH, sheet.height))
    return sheet


def draw_masthead(sheet: Sheet, unit: Unit) -> None:
    """Draw the line at the head of the page, between two rules."""
    box = draw_line(sheet, unit.lines[0], (MARGIN, sheet.top, WIDTH - MARGIN), MASTHEAD)
    for offset, weight in ((14, 3), (20, 1)):
        level = box[3] + offset
        sheet.pen.line((MARGIN, level, WIDTH - MARGIN, level), fill=0, width=weight)
    sheet.units.append(record(unit, [box]))
    sheet.top = box[3] + 44


def draw_headline(sheet: Sheet, unit: Unit) -> None:
    """Draw the lines of a headline in the middle of the page, the first the largest."""
    boxes = []
    for number, line in enumerate(unit.lines):
        size = SECOND_TITLE if number else TITLE
        length = measured(line) * size
        left = (WIDTH - length) / 2
        boxes.append(draw_line(sheet, line, (left, sheet.top, left + length), size, bold=True))
        sheet.top += size * 1.4
    sheet.units.append(record(unit, boxes))
    sheet.top += 14


def draw_columns(sheet: Sheet, columns: list[Unit]) -> None:
    """Draw the columns of an article side by side, with rules between them and one below."""
    room = (WIDTH - 2 * MARGIN - GAP * (len(columns) - 1)) / len(columns)
    fill = max(measured(line) for unit in columns for line in unit.lines)
    opens = True
    for number, unit in enumerate(columns):
        left = MARGIN + number * (room + GAP)
        boxes = []
        for row, line in enumerate(unit.lines):
            indent = 2 * BODY if opens else 0
            level = sheet.top + row * PITCH
            boxes.append(draw_line(sheet, line, (left + indent, level, left + room), BODY))
            opens = line.endswith(("。", "”")) and measured(line) < fill - 1
        sheet.units.append(record(unit, boxes))
        if number:
            bottom = sheet.top + len(columns[0].lines) * PITCH - 8
            sheet.pen.line((left - GAP / 2, sheet.top, left - GAP / 2, bottom), fill=90, width=1)
    sheet.top += len(columns[0].lines) * PITCH + 16
    sheet.pen.line((MARGIN, sheet.top, WIDTH - MARGIN, sheet.top), fill=60, width=1)
    sheet.top += 30


def draw_line(
    sheet: Sheet, line: str, place: tuple[float, float, float], size: int, *, bold: bool = False
) -> Box:
    """Draw `line` at `place` (left, top, right edge) and return its box; a full line is set flush."""
    left, top, right = place
    font = ImageFont.truetype(FONTS / f"NotoSerifCJK-{'Bold' if bold else 'Regular'}.ttc", size, index=2)
    length = measured(line) * size
    full = length >= FULL_LINE * (right - left)
    spread = (right - left - length) / max(1, len(line) - 1) if full else 0
    across = left
    for character in line:
        sheet.pen.text((across, top - size * 0.2), character, font=font, fill=0)
        across += measured(character) * size + spread
    return (left, top, right if full else across, top + size * 1.15)


def measured(line: str) -> float:
    """Return how long a line is, in full-width characters."""
    return sum(0.55 if character.isascii() else 1 for character in line)


def record(unit: Unit, boxes: list[Box]) -> dict[str, object]:
    """Return what units.json says of `unit`: its box and those of its lines, in pixels."""
    rounded = [[round(value, 1) for value in box] for box in boxes]
    whole = [min(box[0] for box in rounded), min(box[1] for box in rounded)]
    whole += [max(box[2] for box in rounded), max(box[3] for box in rounded)]
    said = {"n": len(unit.lines)} if unit.kind == "body" else {"text": " ".join(unit.lines)}
    lines = [{"box": box, "text": line} for box, line in zip(rounded, unit.lines, strict=True)]
    return {"kind": unit.kind, "art": unit.article, "box": whole, **said, "lines": lines}


def aged(ink: Image.Image) -> Image.Image:
    """Print the ink on old paper: broken strokes, specks, and a tone that darkens to the edges."""
    chance = np.random.default_rng(1986)
    cover = 1 - np.asarray(ink.filter(ImageFilter.GaussianBlur(0.6)), dtype=float) / 255
    height, width = cover.shape
    printed = (cover > 0.36 + 0.12 * chance.standard_normal(cover.shape)).astype(float)
    specks = chance.random(cover.shape) < 0.0006
    printed[specks] = 1
    down, across = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    tone = 1 - 0.07 * (down**4 + across**4)
    paper = np.array([240, 229, 203]) * tone[..., None]
    black = np.array([52, 46, 40])
    image = paper * (1 - 0.92 * printed[..., None]) + black * 0.92 * printed[..., None]
    return Image.fromarray(image.clip(0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(0.5))


def main(name: str = PAGE) -> None:
    """Write the scan of page `name` and the boxes of its units."""
    sheet = draw_page(list(units_of(printed_text(name))))
    aged(sheet.ink).save(SAMPLE / f"{name}.jpg", quality=58, optimize=True)
    units = ",\n ".join(json.dumps(unit, ensure_ascii=False) for unit in sheet.units)
    (SAMPLE / f"{name}.units.json").write_text(f"[{units}]\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
