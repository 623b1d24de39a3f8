"""Forms of characters that Chinese newspapers do not print: Japanese ones, and rare doubles (産 歩 黒 戸)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from core.detectors.by_line import found_by_line
from core.detectors.detector import Context, Rule
from core.detectors.options import Era
from core.document.finding import Finding, Suggestion
from core.document.page import PageView
from core.messages import message
from core.text.characters import is_han
from core.text.glyphs import in_glyphs_of
from core.text.script import Script, opencc_dictionary, script_of, script_tables, simplify
from core.text.span import Span

RULES = (Rule("variant-character", message("异体字形")),)

_OWN = 3
"""A traditional page that prints a form so often, and more often than the usual one, means it."""

_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_NEAR = 12
"""Japanese words are quoted with their kana, which stand this near (code points)."""


def detect(page: PageView, context: Context) -> Iterator[Finding]:
    """Yield forms that belong to no standard of Chinese; papers from before 1949 have forms of their own."""
    if context.options.conventions.era is Era.REPUBLICAN:
        return
    odd = [start + at for start, at in found_by_line(page, _odd_places)]
    if not odd:
        return
    native = Script.SIMPLIFIED if script_of(page.text) is Script.SIMPLIFIED else Script.TRADITIONAL
    tables = script_tables()
    # These are characters in the other script already, which another rule says.
    strange = tables.only_traditional if native is Script.SIMPLIFIED else tables.only_simplified
    counts = Counter(page.text)
    for place in odd:
        character = page.text[place]
        usual = _odd_forms()[character]
        if character in strange:
            continue
        if native is Script.TRADITIONAL and counts[character] >= max(_OWN, counts[usual] + 1):
            continue
        if not _is_foreign(page.text, place):
            right = simplify(usual) if native is Script.SIMPLIFIED else in_glyphs_of(page.text, usual)
            yield _finding(character, place, right)


def _odd_places(line: str) -> list[int]:
    odd = _odd_forms()
    return [] if odd.keys().isdisjoint(line) else [at for at, sign in enumerate(line) if sign in odd]


def _is_foreign(text: str, place: int) -> bool:
    around = text[max(0, place - _NEAR) : place + _NEAR]
    beside = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
    return _KANA.search(around) is not None or not any(map(is_han, beside))


def _finding(character: str, place: int, right: str) -> Finding:
    words = message("“{odd}”不是通行的字形，通行的是“{right}”", odd=character, right=right)
    return Finding("variant-character", Span(place, place + 1), words, (Suggestion(right, 0.75),), 0.75)


@cache
def _odd_forms() -> Mapping[str, str]:
    """Return the forms that neither standard set of characters has, and the traditional ones for them."""
    return {
        form: usual
        for usual, forms in opencc_dictionary("JPVariants.txt").items()
        for form in forms
        if not _in("gb2312", form) and not _in("big5", form)
    }


def _in(charset: str, character: str) -> bool:
    return bool(character.encode(charset, errors="ignore"))
