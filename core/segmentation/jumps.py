"""Jumps: the page a story comes from or goes on to."""

from __future__ import annotations

import re

_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_NUMBER = re.compile(r"(?P<part>[A-Z]?)(?P<number>.+)")


def page_name(jump: re.Pattern[str], text: str) -> str | None:
    """Return the page that folded `text` names as 第4版 or 第A4版, None where it is no such `jump`."""
    found = jump.fullmatch(text)
    numbered = _NUMBER.fullmatch(found["page"]) if found else None
    if numbered is None:
        return None
    return f"第{numbered['part']}{_number(numbered['number'])}版"


def _number(numeral: str) -> int:
    """Read a numeral below one hundred, in Chinese or Arabic digits, or both."""
    if numeral.isdecimal():
        return int(numeral)
    tens, ten, ones = numeral.partition("十")
    if not ten:
        return int("".join(str(_DIGITS.get(digit, digit)) for digit in numeral))
    return 10 * (_number(tens) if tens else 1) + (_number(ones) if ones else 0)
