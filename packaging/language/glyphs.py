"""How alike characters look: glyphs of free fonts, blurred as by a bad print, correlated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFilter, ImageFont

Vectors = npt.NDArray[np.float32]

FONTS = ("NotoSerifCJK-Regular.ttc", "NotoSansCJK-Regular.ttc")
SIMPLIFIED_FACE = 2
"""Which face of Noto's collections draws the forms of mainland China."""

EM = 72
SIZE = 24
BLUR = 2.5
"""Pixels of the em; 1.5 and 3.5 order real misreadings worse."""

SHIFTS = ((0, 0), (0, 1), (1, 0), (0, -1), (-1, 0))
PARTS = ((0, 0, 36, 72), (28, 0, 72, 72), (24, 0, 72, 72), (0, 0, 72, 36), (0, 28, 72, 72), (0, 24, 72, 72))
"""Left and right, upper and lower parts of the em, where radicals stand apart (请/青, 霞/假)."""

PART_LOSS = 0.12
"""What is taken off where only a part of one character is like the other as a whole."""

ROWS = 512


class Glyphs:
    """The drawn characters; `likeness` compares some of them with all."""

    def __init__(self, characters: Sequence[str], folder: Path) -> None:
        """Draw `characters` in the two fonts of `folder`. Raises OSError where a font is missing."""
        drawn = [_drawn(characters, folder / font) for font in FONTS]
        self._count = len(characters)
        self._em = [_vectors(glyphs) for glyphs in drawn]
        self._tight = [_vectors([_tight(glyph) for glyph in glyphs]) for glyphs in drawn]
        plain = drawn[1]
        self._whole = _vectors([_filled(glyph) for glyph in plain])
        self._parts = [_vectors([_filled(glyph.crop(box)) for glyph in plain]) for box in PARTS]

    def chunks(self) -> Iterator[tuple[slice, Vectors]]:
        """Yield slices of the characters and the likeness of these to all (1: the same glyph)."""
        for start in range(0, self._count, ROWS):
            chunk = slice(start, min(start + ROWS, self._count))
            yield chunk, self.likeness(chunk)

    def likeness(self, chunk: slice) -> Vectors:
        """Return the likeness of the characters of a slice to all characters; it is symmetric.

        The mean over the fonts and over two ways to place the glyph (in its em, cut out), each at the best
        of five shifts by a pixel; or that of the likest part, where this is more.
        """
        placed = [*self._em, *self._tight]
        whole = sum((_shifted(vectors, chunk) for vectors in placed), np.float32(0)) / len(placed)
        part = np.full_like(whole, -1.0)
        for vectors in self._parts:
            np.maximum(part, self._whole[chunk] @ vectors.T, out=part)
            np.maximum(part, vectors[chunk] @ self._whole.T, out=part)
        return np.asarray(np.maximum(whole, part - PART_LOSS), dtype=np.float32)


def _drawn(characters: Sequence[str], font_file: Path) -> list[Image.Image]:
    font = ImageFont.truetype(str(font_file), 64, index=SIMPLIFIED_FACE)
    glyphs = []
    for character in characters:
        image = Image.new("L", (EM, EM))
        ImageDraw.Draw(image).text((EM // 2, EM * 5 // 6), character, font=font, fill=255, anchor="ms")
        glyphs.append(image)
    return glyphs


def _tight(glyph: Image.Image) -> Image.Image:
    """Return the glyph cut out and enlarged; flat and slender ones (一 卜) keep some white beside them."""
    box = glyph.getbbox()
    if box is None:
        return glyph
    left, top, right, bottom = box
    least = max(right - left, bottom - top) / 2
    beside = max(0.0, (least - (right - left)) / 2)
    above = max(0.0, (least - (bottom - top)) / 2)
    extent = (left - beside, top - above, right + beside, bottom + above)
    return _framed(glyph.transform((60, 60), Image.Transform.EXTENT, extent, Image.Resampling.BILINEAR))


def _filled(glyph: Image.Image) -> Image.Image:
    """Return a part of a glyph as if it were a character of its own; nothing where it is a stroke or less."""
    box = glyph.getbbox()
    if box is None or box[2] - box[0] <= 8 or box[3] - box[1] <= 8:
        return Image.new("L", (EM, EM))
    return _framed(glyph.crop(box).resize((60, 60), Image.Resampling.BILINEAR))


def _framed(glyph: Image.Image) -> Image.Image:
    return glyph.crop((-6, -6, 66, 66))


def _vectors(glyphs: Sequence[Image.Image]) -> Vectors:
    blurred = [
        np.asarray(glyph.filter(ImageFilter.GaussianBlur(BLUR)).resize((SIZE, SIZE), Image.Resampling.BOX))
        for glyph in glyphs
    ]
    vectors = np.array(blurred, dtype=np.float32).reshape(len(glyphs), -1)
    vectors -= vectors.mean(axis=1, keepdims=True)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-3
    return vectors


def _shifted(vectors: Vectors, chunk: slice) -> Vectors:
    squares = vectors[chunk].reshape(-1, SIZE, SIZE)
    best = np.full((len(squares), len(vectors)), -1.0, dtype=np.float32)
    for shift in SHIFTS:
        moved = np.roll(squares, shift, axis=(1, 2)).reshape(len(squares), -1)
        np.maximum(best, moved @ vectors.T, out=best)
    return best
