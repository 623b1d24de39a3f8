"""Simplified and traditional characters: which is which, and from one to the other.

The tables come from OpenCC's dictionaries. Many characters are right in both scripts (后 里 干 台 只 面);
they say nothing about the script of a text and are left out wherever evidence is counted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cache
from importlib.resources import files
from typing import Literal

import numpy as np
import numpy.typing as npt

Conversion = Literal["s2t", "t2s", "s2tw", "s2twp", "tw2s", "s2hk", "hk2s", "t2tw", "t2hk"]
"""From which script to which: s simplified, t traditional, tw and hk with the glyphs used there, twp with the
phrases too."""

Convert = Callable[[str, Conversion], str]
"""Converts a text."""


class Script(StrEnum):
    """Which characters a text is written in."""

    SIMPLIFIED = "hans"
    TRADITIONAL = "hant"
    MIXED = "mixed"


RARE_AS_TRADITIONAL = "万丰价党厂广极据种确适胜虫"
"""Simplified characters that are traditional ones too, but hardly ever occur as such (党, a surname)."""

RARE_AS_SIMPLIFIED = "於"
"""Traditional characters kept in simplified text only in a name or two."""

COMMON_AS_TRADITIONAL = "踪晒肴雇霉并扑栖吨痒羡"
"""Characters that count as simplified in OpenCC's standard, but not in every newspaper's."""

COMMON_AS_SIMPLIFIED = "吒捱摺甯榘醣菸麴濛"
"""Traditional characters that simplified text keeps, in names above all."""

MINOR_SHARE = 0.15
"""A page is mixed where at least this share of the characters that tell are in the lesser script."""


@dataclass(frozen=True)
class ScriptTables:
    """What each character says about the script, and its counterparts of one character each.

    `only_simplified` and `only_traditional` hold characters that never stand in ordinary text of the other
    script. `to_simplified` gives the likeliest form, `to_traditional` only where there is no choice; both are
    for `str.translate`.
    """

    only_simplified: frozenset[str]
    only_traditional: frozenset[str]
    to_simplified: Mapping[int, str]
    to_traditional: Mapping[int, str]


def opencc_dictionary(name: str) -> dict[str, list[str]]:
    """Read one of OpenCC's dictionaries: what a character or phrase becomes, the likeliest form first."""
    rows = (files("opencc") / "dictionary" / name).read_text(encoding="utf-8").splitlines()
    return {key: value.split(" ") for key, _, value in (row.partition("\t") for row in rows)}


@cache
def script_tables() -> ScriptTables:
    """Read the tables; about ten milliseconds the first time."""
    simplify = opencc_dictionary("TSCharacters.txt")
    complicate = opencc_dictionary("STCharacters.txt")
    # Glyphs of Taiwan and Hong Kong (群 峰 床) look simplified to OpenCC's own standard.
    regional = {
        glyph
        for name in ("TWVariants.txt", "HKVariants.txt")
        for glyphs in opencc_dictionary(name).values()
        for glyph in glyphs
    }
    simplified_forms = {form for forms in simplify.values() for form in forms}
    traditional_forms = {form for forms in complicate.values() for form in forms}
    only_simplified = set(complicate) - traditional_forms - set(simplify) - regional
    only_traditional = set(simplify) - simplified_forms - set(complicate)
    return ScriptTables(
        only_simplified=frozenset((only_simplified | set(RARE_AS_TRADITIONAL)) - set(COMMON_AS_TRADITIONAL)),
        only_traditional=frozenset((only_traditional | set(RARE_AS_SIMPLIFIED)) - set(COMMON_AS_SIMPLIFIED)),
        to_simplified={ord(key): forms[0] for key, forms in simplify.items()},
        to_traditional={ord(key): forms[0] for key, forms in complicate.items() if len(forms) == 1},
    )


class Told(IntEnum):
    """What a character says about the script of the text it stands in."""

    NOTHING = 0
    SIMPLIFIED = 1
    TRADITIONAL = 2


def told_by(text: str) -> npt.NDArray[np.uint8]:
    """Return for each character of `text` what it says, as `Told`."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    return np.asarray(_told_by_points()[codes])


@cache
def _told_by_points() -> npt.NDArray[np.uint8]:
    tables = script_tables()
    told = np.zeros(sys.maxunicode + 1, dtype=np.uint8)
    told[[ord(character) for character in tables.only_simplified]] = Told.SIMPLIFIED
    told[[ord(character) for character in tables.only_traditional]] = Told.TRADITIONAL
    return told


_SHORT = 80
"""Texts of fewer code points are counted in faster one by one."""


def evidence(text: str) -> tuple[int, int]:
    """Count the characters of `text` that are simplified only and those that are traditional only."""
    if len(text) >= _SHORT:
        counts = np.bincount(told_by(text), minlength=len(Told)).tolist()
        return counts[Told.SIMPLIFIED], counts[Told.TRADITIONAL]
    tables = script_tables()
    simplified = sum(map(tables.only_simplified.__contains__, text))
    traditional = sum(map(tables.only_traditional.__contains__, text))
    return simplified, traditional


def script_of(text: str) -> Script:
    """Say which script a page is written in; a text that gives no evidence counts as simplified."""
    simplified, traditional = evidence(text)
    minor = min(simplified, traditional)
    if minor and minor >= MINOR_SHARE * (simplified + traditional):
        return Script.MIXED
    return Script.TRADITIONAL if traditional > simplified else Script.SIMPLIFIED


def in_script_of(beside: str, character: str) -> str:
    """Return `character` in the script of what stands `beside` it, where that tells."""
    simplified, traditional = evidence(beside)
    tables = script_tables()
    if traditional > simplified:
        return tables.to_traditional.get(ord(character), character)
    return tables.to_simplified.get(ord(character), character) if simplified else character


def simplify(text: str) -> str:
    """Return `text` with each traditional character simplified by itself; the length stays the same."""
    return text.translate(script_tables().to_simplified)


def convert(text: str, conversion: Conversion) -> str:
    """Convert `text` with OpenCC, which minds phrases (头发 and 发展); the length may change.

    The first call of a direction loads its dictionaries (s2t: about 0.1 seconds); afterwards 0.2 million
    characters a second.
    """
    return _converter(conversion).convert(text)


class _Converter:
    """OpenCC for one direction."""

    def __init__(self, conversion: Conversion) -> None:
        # Imported when first needed: no page in one script pays for it.
        from opencc import OpenCC

        self._opencc = OpenCC(conversion)

    def convert(self, text: str) -> str:
        """Return `text` converted."""
        return str(self._opencc.convert(text))


@cache
def _converter(conversion: Conversion) -> _Converter:
    return _Converter(conversion)
