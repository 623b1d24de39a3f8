"""Letting a PDF say the characters that were written.

A font draws 一 and the radical ⼀ (U+2F00) by the same glyph, and of the two Qt writes down the radical:
who looks for 一 in such a file finds nothing.
"""

from __future__ import annotations

import mmap
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtGui import QFont, QRawFont

RADICALS = "".join(map(chr, range(0x2E80, 0x2FD6)))
"""The characters of the two blocks of radicals."""

_MEANING = re.compile(rb"/ToUnicode (\d+) 0 R")
_MEANINGS = re.compile(rb"\[[^\]]*\]|(?m:^<([0-9A-Fa-f]{4})> <\1> <[0-9A-Fa-f]{4}>$)")
"""The meanings of several glyphs, or of one."""

_RADICAL = re.compile(rb"<(2[EeFf][0-9A-Fa-f]{2})>(?= |\]|$)")


def same_glyphs(font: QFont, written: Iterable[str]) -> dict[str, str]:
    """Return the radicals that `font` draws like a character that was `written`, each with that character."""
    raw = QRawFont.fromFont(font)
    by_glyph = {}
    for character in written:
        glyphs = raw.glyphIndexesForString(character)
        if len(glyphs) == 1 and glyphs[0]:
            by_glyph[glyphs[0]] = character
    found = {}
    for radical in RADICALS:
        (glyph,) = raw.glyphIndexesForString(radical)
        if glyph in by_glyph:
            found[radical] = by_glyph[glyph]
    return found


def tell_true_characters(pdf: Path, meant: Mapping[str, str]) -> None:
    """Put the characters `meant` in the place of radicals wherever `pdf` says what its glyphs mean.

    The file keeps its length, so that all in it stays where it is. Raises OSError.
    """
    with pdf.open("r+b") as file, mmap.mmap(file.fileno(), 0) as held:
        for number in {found[1] for found in _MEANING.finditer(held)}:
            start = held.find(b"\n" + number + b" 0 obj\n")
            end = held.find(b"endstream", start)
            if 0 <= start < end:
                held[start:end] = _MEANINGS.sub(lambda found: _true(found, meant), held[start:end])


def _true(found: re.Match[bytes], meant: Mapping[str, str]) -> bytes:
    return _RADICAL.sub(lambda one: _told(one, meant), found[0])


def _told(found: re.Match[bytes], meant: Mapping[str, str]) -> bytes:
    character = meant.get(chr(int(found[1], 16)), "")
    return found[0] if len(character.encode("utf-16-be")) != 2 else f"<{ord(character):04X}>".encode()
