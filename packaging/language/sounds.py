"""How alike characters sound: their readings by pypinyin, and the likeness of syllables."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from pypinyin import Style, pinyin
from pypinyin.contrib.tone_convert import to_finals, to_initials

READINGS = 2
TONES = 8
"""A reading is stored as syllable × 8 + tone; 5 is the light tone, syllable 0 stands for none."""

NEAR_INITIALS = {
    "z zh": 0.85, "c ch": 0.85, "s sh": 0.85, "n l": 0.8, "l r": 0.7, "f h": 0.7,
    "j z": 0.5, "q c": 0.5, "x s": 0.5, "b p": 0.5, "d t": 0.5, "g k": 0.5, "j q": 0.5,
    "zh ch": 0.5, "z c": 0.5, "x sh": 0.5, "j zh": 0.5, "q ch": 0.5,
}  # fmt: skip
"""Initials that dialects and typists mistake for each other, and how alike they are."""

NEAR_FINALS = {
    "an ang": 0.8, "en eng": 0.85, "in ing": 0.85, "ian iang": 0.75, "uan uang": 0.8,
    "un ong": 0.5, "eng ong": 0.6, "ie ian": 0.4, "uo o": 0.9, "ou uo": 0.5, "ei ui": 0.5,
    "v u": 0.6, "vn un": 0.6, "i v": 0.6, "ia ie": 0.4,
}  # fmt: skip
"""The same for finals (v is ü)."""


def readings(characters: Sequence[str]) -> tuple[npt.NDArray[np.uint16], list[str]]:
    """Return up to two readings of each character, the likelier first, and the syllables they refer to."""
    spoken = [_readings(character) for character in characters]
    syllables = ["", *sorted({syllable for row in spoken for syllable, _ in row})]
    places = {syllable: place for place, syllable in enumerate(syllables)}
    table = np.zeros((len(characters), READINGS), dtype=np.uint16)
    for row, found in zip(table, spoken, strict=True):
        row[: len(found)] = [places[syllable] * TONES + tone for syllable, tone in found]
    return table, syllables


def syllable_likeness(syllables: Sequence[str]) -> npt.NDArray[np.uint8]:
    """Return how alike each two syllables sound, 0 to 255; the first, none, is like no other."""
    initials = [to_initials(syllable, strict=False) for syllable in syllables]
    finals = [to_finals(syllable, strict=False, v_to_u=False).replace("ü", "v") for syllable in syllables]
    likeness = _likeness(initials, NEAR_INITIALS) * _likeness(finals, NEAR_FINALS)
    likeness[0] = likeness[:, 0] = 0
    return np.asarray(np.rint(likeness * 255), dtype=np.uint8)


def _readings(character: str) -> list[tuple[str, int]]:
    found = pinyin(
        character,
        style=Style.TONE3,
        heteronym=True,
        errors="ignore",
        neutral_tone_with_five=True,
        v_to_u=False,
    )
    marked = [reading for row in found for reading in row if reading[-1:].isdigit()]
    return [(reading[:-1], int(reading[-1])) for reading in dict.fromkeys(marked)][:READINGS]


def _likeness(sounds: Sequence[str], near: dict[str, float]) -> npt.NDArray[np.float64]:
    known = {tuple(pair.split(" ")): value for pair, value in near.items()}
    table = np.zeros((len(sounds), len(sounds)))
    for row, one in enumerate(sounds):
        for column, other in enumerate(sounds):
            table[row, column] = (
                1.0 if one == other else known.get((one, other), known.get((other, one), 0.0))
            )
    return table
