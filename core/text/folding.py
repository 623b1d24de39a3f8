"""Folding: one form for characters that differ in script, width or drawing only, for comparing texts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from unicodedata import normalize

from core.text.character_map import CharacterMap
from core.text.script import script_tables

LOOK_ALIKES = {
    '"': "“”„‟「」«»〝〞﹁﹂",
    "'": "‘’‚‛『』′‵`´﹃﹄",
    "-": "‐‑‒–—―−─━﹣",
    "·": "•・‧∙⋅●․",
    "~": "〜∼～˜",
    "…": "⋯︙",
    "。": "｡",
    "、": "､﹑",
    "〈": "‹",
    "〉": "›",
    " ": "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
}
"""A mark, and what is printed or read in its place; opening and closing quotes fall together."""

FULL_WIDTH = range(0xFF01, 0xFF5F)
"""The full-width forms of ASCII; each lies 0xFEE0 above its half-width form."""

COMPATIBILITY = (range(0x2E80, 0x2FD6), range(0xF900, 0xFB00), range(0xFE30, 0xFE70), range(0x2F800, 0x2FA20))
"""Radicals, compatibility ideographs and presentation forms: doubles of ordinary characters."""


def fold(text: str) -> str:
    """Return `text` folded, character by character; length and positions stay the same.

    Traditional becomes simplified, full-width ASCII half-width, look-alike marks become one. Case is kept.
    """
    return folding()(text)


def forms(character: str) -> str:
    """Return every character that folds to the same as `character`, itself included."""
    folded = fold(character)
    return "".join({character, folded, *_doubles().get(folded, ())})


@cache
def _doubles() -> Mapping[str, str]:
    doubles: dict[str, str] = {}
    for point, folded in folding().points.items():
        doubles[folded] = doubles.get(folded, "") + chr(point)
    return doubles


@cache
def folding() -> CharacterMap:
    """Return the map that `fold` applies."""
    table = {point: chr(point - 0xFEE0) for point in FULL_WIDTH}
    for block in COMPATIBILITY:
        for point in block:
            plain = normalize("NFKC", chr(point))
            if len(plain) == 1 and plain != chr(point):
                table[point] = plain
    table |= script_tables().to_simplified
    table |= {ord(double): mark for mark, doubles in LOOK_ALIKES.items() for double in doubles}
    # A form may itself have a form (a compatibility double of a traditional character): follow to the end.
    return CharacterMap.of(
        {point: _end_of(table, plain) for point, plain in table.items() if plain != chr(point)}
    )


def _end_of(table: Mapping[int, str], character: str) -> str:
    seen = {character}
    while (following := table.get(ord(character), character)) not in seen:
        character = following
        seen.add(character)
    return character
