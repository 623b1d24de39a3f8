"""Which characters are taken for each other: by the eye of an engine, by the ear of a typist.

The data is made by packaging/language/likeness.py and mapped from disk. Lookups are in bulk: arrays of code
points go in, arrays come out. Characters that the data does not know are like no other, whatever their code.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.uint32]
Values = npt.NDArray[np.float32]

SHAPE_FLOOR = 0.3
"""The likeness in shape of two characters neither of which is among the other's likest."""

TONES = 8
"""A reading is stored as syllable × 8 + tone."""

OTHER_TONE = 0.92
RARER_READING = 0.9
"""What is left of a likeness in sound where the tones differ, and for each reading but the usual one."""

_CHUNK = 4096
"""Pairs compared at a time: their rows stay in the processor's cache."""


@dataclass(frozen=True, eq=False)
class Likeness:
    """The likest characters of each character, and the sounds of all.

    Row 0 of every table stands for the characters that are not known. `_rows` gives the row of a code point.
    """

    _characters: Codes
    _others: npt.NDArray[np.uint16]
    _shapes: npt.NDArray[np.uint8]
    _readings: npt.NDArray[np.uint16]
    _syllables: npt.NDArray[np.uint8]
    _rows: npt.NDArray[np.uint16]

    @classmethod
    def load(cls, folder: Traversable) -> Likeness:
        """Map the data of a folder (`resources/language`) into memory.

        Raises OSError where a file is missing, ValueError where one is damaged or does not fit the others.
        """
        names = ("characters", "others", "shapes", "readings", "syllables")
        characters, others, shapes, readings, syllables = (
            _array(folder / f"like_{name}.npy") for name in names
        )
        if not len(characters) == len(others) == len(shapes) == len(readings) or others.shape != shapes.shape:
            raise ValueError("The files of the likeness of characters do not belong together.")
        rows = np.zeros(int(characters[-1]) + 2, dtype=np.uint16)
        rows[characters[1:]] = np.arange(1, len(characters))
        return cls(characters, others, shapes, readings, syllables, rows)

    def like(self, character: str, most: int = 60) -> list[tuple[str, float]]:
        """Return the characters that look most like one, the likest first, with their likeness (0 to 1)."""
        codes, likeness = self.candidates(np.array([ord(character)], dtype=np.uint32), most)
        found = zip(codes[0].tolist(), likeness[0].tolist(), strict=True)
        return [(chr(code), value) for code, value in found if code]

    def candidates(self, codes: Codes, most: int | None = None) -> tuple[Codes, Values]:
        """Return the likest characters of each of `codes` and their likeness (0 to 1), the likest first.

        Both arrays have a row for each code; rows with fewer than `most` characters (if not given: all that
        are kept) are filled up with zeros.
        """
        rows = self._rows_of(codes)
        others = self._others[:, :most][rows]
        return self._characters[others], self._shapes[:, :most][rows] * np.float32(1 / 255)

    def shape(self, left: Codes, right: Codes) -> Values:
        """Return how alike the characters of each pair look: 1 the same, SHAPE_FLOOR where none is listed."""
        one, other = self._rows_of(left), self._rows_of(right)
        best = np.zeros(len(one), dtype=np.uint8)
        for start in range(0, len(one), _CHUNK):
            chunk = slice(start, start + _CHUNK)
            np.maximum(
                self._listed(one[chunk], other[chunk]),
                self._listed(other[chunk], one[chunk]),
                out=best[chunk],
            )
        likeness: Values = np.maximum(best * np.float32(1 / 255), np.float32(SHAPE_FLOOR))
        likeness[left == right] = 1
        return likeness

    def sound(self, left: Codes, right: Codes) -> Values:
        """Return how alike the characters of each pair sound: 1 for the same syllable and tone, 0 for others.

        Characters with several readings are compared by those two that are most alike.
        """
        one, other = self._readings[self._rows_of(left)], self._readings[self._rows_of(right)]
        best = np.zeros(len(one), dtype=np.float32)
        for first in range(one.shape[1]):
            for second in range(other.shape[1]):
                weight = np.float32(RARER_READING ** ((first > 0) + (second > 0)))
                np.maximum(best, self._spoken(one[:, first], other[:, second]) * weight, out=best)
        best[left == right] = 1
        return best

    def _rows_of(self, codes: Codes) -> npt.NDArray[np.uint16]:
        beyond = len(self._rows) - 1
        return np.asarray(self._rows[np.minimum(codes, np.uint32(beyond))], dtype=np.uint16)

    def _listed(self, rows: npt.NDArray[np.uint16], others: npt.NDArray[np.uint16]) -> npt.NDArray[np.uint8]:
        """Return what the list of each row says of the other, 0 where it is not in the list."""
        found = self._others[rows] == others[:, None]
        places = found.argmax(axis=1)
        pairs = np.arange(len(rows))
        known = found[pairs, places] & (others > 0)
        return np.asarray(np.where(known, self._shapes[rows, places], 0), dtype=np.uint8)

    def _spoken(self, left: npt.NDArray[np.uint16], right: npt.NDArray[np.uint16]) -> Values:
        alike = self._syllables[left // TONES, right // TONES] * np.float32(1 / 255)
        tone = np.where(left % TONES == right % TONES, np.float32(1), np.float32(OTHER_TONE))
        return np.asarray(alike * tone, dtype=np.float32)


def _array(file: Traversable) -> npt.NDArray[Any]:
    if isinstance(file, Path):
        return np.asarray(np.load(file, mmap_mode="r"))
    return np.asarray(np.load(io.BytesIO(file.read_bytes())))
