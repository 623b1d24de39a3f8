"""Which of several glyphs of the same traditional character a page prints: 裏 or 裡, 為 or 爲, 内 or 內."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache

from core.text.script import opencc_dictionary, script_tables

NEW_GLYPHS = "内强奥横别没吕吴决况净减凉册争静彦虚遥摇谣瑶换唤涣焕黄录晋吞丢税脱悦锐禄绿缘"
"""Simplified in one standard, but printed in traditional text as well, after 1965 above all."""

LEAST_OWN = 6
MOSTLY_OWN = 4
"""So many new glyphs, and so many times as many as old ones, are a page's own."""

_APART = frozenset("只着喫覈纔菸鍼蔘")
"""Each of their glyphs is a word of its own too, so that its number on a page says nothing."""


def own_glyphs(text: str) -> frozenset[str]:
    """Return the glyphs that look simplified, where a traditional page prints them all as a rule.

    One or two of them among the old forms of the others are an engine's doing.
    """
    counts = Counter(text)
    common = script_tables().to_traditional
    new = sum(counts[glyph] for glyph in NEW_GLYPHS)
    old = sum(counts[common[ord(glyph)]] for glyph in NEW_GLYPHS if ord(glyph) in common)
    return frozenset(NEW_GLYPHS) if new >= LEAST_OWN and new > MOSTLY_OWN * old else frozenset()


def in_glyphs_of(page: str, converted: str) -> str:
    """Return `converted`, in the standard of OpenCC, with the glyphs that `page` prints."""
    return converted.translate(_printed(page, converted))


def _printed(page: str, converted: str) -> dict[int, str]:
    glyphs: dict[int, str] = {}
    for character in set(converted) & _variants().keys():
        counts = {glyph: page.count(glyph) for glyph in (character, *_variants()[character])}
        glyphs[ord(character)] = max(counts, key=lambda glyph: counts[glyph])
    return glyphs


@cache
def _variants() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name in ("TWVariants.txt", "HKVariants.txt"):
        for character, glyphs in opencc_dictionary(name).items():
            if character not in _APART:
                known = found.get(character, ())
                found[character] = (*known, *(it for it in glyphs if it != character and it not in known))
    return found
