"""The order people expect of numbered names: page-2 before page-10, 第二版 before 第十版."""

from __future__ import annotations

import re
import unicodedata

_NUMERALS = "〇零一二三四五六七八九十百"
_NUMBER = re.compile(f"([0-9]+|(?<=第)[{_NUMERALS}]+|[{_NUMERALS}]+(?=[版期页頁]))")

NaturalKey = tuple[tuple[int, str], ...]


def natural_key(name: str) -> NaturalKey:
    """Return what to sort `name` by: numbers by their size, letters whatever their case or width.

    Chinese numerals count as numbers after 第 and before 版, 期 or 页; elsewhere they may be part of a word.
    """
    parts = _NUMBER.split(unicodedata.normalize("NFKC", name).casefold())
    # Words and numbers take turns, so like is compared with like.
    sortable = [_size(part) if index % 2 else (0, part) for index, part in enumerate(parts)]
    return (*sortable, (0, name))


def _size(number: str) -> tuple[int, str]:
    """Return the digits of a number behind their count, which compares in the same order as its value."""
    digits = (number if number.isascii() else _digits(number)).lstrip("0")
    return len(digits), digits


def _digits(numerals: str) -> str:
    """Return Chinese numerals below a thousand, or digits written one by one (二〇二一), in Arabic digits."""
    values = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0}
    if not set(numerals) & {"十", "百"}:
        return "".join(str(values[character]) for character in numerals)
    total, pending = 0, 0
    for character in numerals:
        if character in values:
            pending = values[character]
        else:
            total += max(1, pending) * (10 if character == "十" else 100)
            pending = 0
    return str(total + pending)
