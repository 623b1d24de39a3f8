"""Text as a newspaper prints it and time leaves it: set in free fonts, aged, scanned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFilter, ImageFont

Grey = npt.NDArray[np.float32]

FOLDER = Path("/usr/share/fonts")
SERIFS = tuple(
    f"opentype/noto/NotoSerifCJK-{weight}.ttc" for weight in ("Light", "Regular", "Medium", "Bold")
)
SANS = tuple(f"opentype/noto/NotoSansCJK-{weight}.ttc" for weight in ("Light", "Regular", "Medium", "Bold"))
KAI = tuple(f"truetype/lxgw-wenkai/LXGWWenKai-{weight}.ttf" for weight in ("Light", "Regular", "Bold"))
FACES = {"hans": 2, "hant": 3}
"""Which face of Noto's collections draws the forms of mainland China, and which those of Taiwan."""

SHARES = (0.5, 0.25, 0.25)
"""How much is printed in serif, sans and brush forms."""

LINE, LINES = 21, 26
"""How many characters a line of a column has at most, and how many lines a sheet has."""

MARGIN = 30
NEVER_FIRST = frozenset("，。、；：？！”’）》」』%")


@dataclass(frozen=True)
class Sheet:
    """A printed column: its `lines`, how it looks (8 bits of grey), and where each line lies (rows)."""

    lines: tuple[str, ...]
    image: Image.Image
    rows: tuple[tuple[int, int], ...]


def set_in_lines(text: str, random: np.random.Generator) -> list[str]:
    """Cut a text to the lines of a sheet; marks that begin no line hang on to the one before."""
    width = int(random.integers(LINE - 7, LINE + 1))
    lines: list[str] = []
    while text and len(lines) < LINES:
        end = width
        while end < len(text) and text[end] in NEVER_FIRST:
            end += 1
        lines.append(text[:end])
        text = text[end:]
    return lines


def printed(lines: Sequence[str], script: str, wear: float, random: np.random.Generator) -> Sheet:
    """Set lines in some font and size, and age the sheet: by `wear` on average (0 to 1)."""
    font = _font(script, random)
    size = font.size
    leading = int(size * random.uniform(1.2, 1.55))
    widest = max(font.getlength(line) for line in lines)
    width, height = int(widest) + 2 * MARGIN, leading * len(lines) + 2 * MARGIN
    image = Image.new("L", (width, height))
    drawing = ImageDraw.Draw(image)
    rows = []
    for number, line in enumerate(lines):
        top = MARGIN + number * leading
        drawing.text((MARGIN, top + leading / 2), line, font=font, fill=255, anchor="lm")
        rows.append((top, top + leading))
    return Sheet(tuple(lines), aged(image, size, random.beta(1.2, 1.2 / wear - 1.2), random), tuple(rows))


def _font(script: str, random: np.random.Generator) -> ImageFont.FreeTypeFont:
    family = (SERIFS, SANS, KAI)[random.choice(len(SHARES), p=SHARES)]
    file = family[random.integers(len(family))]
    face = FACES[script] if file.endswith(".ttc") else 0
    return ImageFont.truetype(str(FOLDER / file), int(random.integers(19, 31)), index=face)


def aged(ink: Image.Image, size: int, worn: float, random: np.random.Generator) -> Image.Image:
    """Return how a print looks when scanned: weak ink, thick ink, grain, grey paper, what shines through.

    `ink` is white where ink is; `size` is that of the characters (pixels); `worn` goes from 0 to 1.
    """
    shape = (ink.height, ink.width)
    soft = ink.filter(ImageFilter.GaussianBlur(random.uniform(0.3, 0.9 + worn)))
    values = np.asarray(soft, dtype=np.float32) / 255
    # Ink spreads or does not reach the paper; both change the threshold at which a stroke is seen.
    threshold = random.uniform(0.2, 0.5) + 0.2 * worn * _clouds(shape, 3 * size, random)
    values = 1 / (1 + np.exp(-(values - threshold) * random.uniform(5, 14)))
    values *= 1 - worn * 0.5 * np.clip(random.normal(0, 1, shape).astype(np.float32), 0, 2)
    if random.random() < 0.4:
        through = np.asarray(ink.filter(ImageFilter.GaussianBlur(2.0)), dtype=np.float32)[:, ::-1] / 255
        values = np.maximum(values, through * random.uniform(0.05, 0.3))
    paper, black = random.uniform(165, 245), random.uniform(20, 90)
    grey = paper + 14 * worn * _clouds(shape, 6 * size, random) - values * (paper - black)
    grey += random.normal(0, 1, shape).astype(np.float32) * random.uniform(2, 8 + 22 * worn)
    image = Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
    image = image.filter(ImageFilter.GaussianBlur(random.uniform(0.2, 0.9)))
    image = image.rotate(random.normal(0, 0.25), Image.Resampling.BICUBIC, fillcolor=int(paper))
    scale = random.uniform(0.72, 1.0)
    small = image.resize((int(ink.width * scale), int(ink.height * scale)), Image.Resampling.BILINEAR)
    return small.resize(ink.size, Image.Resampling.BICUBIC)


def _clouds(shape: tuple[int, int], grain: int, random: np.random.Generator) -> Grey:
    """Return soft patches between about -1 and 1, `grain` pixels wide."""
    few = random.normal(0, 0.6, (shape[0] // grain + 2, shape[1] // grain + 2)).astype(np.float32)
    soft = Image.fromarray(few).resize((shape[1], shape[0]), Image.Resampling.BICUBIC)
    return np.asarray(soft, dtype=np.float32)
