"""Numbers as newspapers write them: 1,234、１２、一百二十三、二〇二五、廿三、3亿5000万."""

from __future__ import annotations

import re
from decimal import Decimal

from core.text.folding import fold

CHINESE = "〇零一二两三四五六七八九十百千万亿廿卅"
"""The signs of Chinese numerals, folded, as the inside of a character class of a regular expression."""

NUMERAL = rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?(?:[百千]?[万亿]+)?|[{CHINESE}]+)"
"""What may be a number in folded text; `value_of` says whether it is one."""

_ONES = "零一二三四五六七八九"
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟两〇○", "一二三四五六七八九十百千二零零")
_ARABIC = re.compile(r"(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?(十|百|千)?", re.ASCII)
_POSITIONAL = re.compile("[零一二三四五六七八九]{2,}")
_SECTION = re.compile(
    "(?:([一二三四五六七八九])千)?(零?)(?:([一二三四五六七八九])百)?(零?)"
    "(?:([一二三四五六七八九]?十)|(廿)|(卅))?(零?)([一二三四五六七八九])?"
)
_UNITS = (("亿", 10**8), ("万", 10**4))
_SMALL = {"十": 10, "百": 100, "千": 1000}


def value_of(text: str) -> Decimal | None:
    """Return the number that all of `text` writes, in either script and width, None where it is none.

    Digits in a row are read by place (二〇二五 is 2025), and 一万二 is 12000, as it is said.
    """
    plain = fold(text).translate(_FORMAL)
    if not plain:
        return None
    whole, point, fraction = plain.partition("点")
    if point:
        first = _whole(whole) if whole and not whole[0].isascii() else None
        if first is None or not fraction or any(sign not in _ONES for sign in fraction):
            return None
        return first + Decimal("0." + _digits(fraction))
    return _whole(plain)


def _digits(signs: str) -> str:
    return "".join(str(_ONES.index(sign)) for sign in signs)


def _whole(plain: str) -> Decimal | None:
    if _POSITIONAL.fullmatch(plain):
        return Decimal(_digits(plain))
    for sign, unit in _UNITS:
        head, found, tail = plain.rpartition(sign)
        if found:
            return _parted(head, tail, sign, unit)
    return _section(plain)


def _parted(head: str, tail: str, sign: str, unit: int) -> Decimal | None:
    """Read what stands before and behind the last `sign` of a great unit."""
    times = None if sign in head else _whole(head)
    if times is None:
        return None
    if not tail:
        return times * unit
    if len(tail) == 1 and tail in _ONES[1:]:
        return times * unit + _ONES.index(tail) * unit // 10
    rest = _whole(tail[1:] if tail[0] == "零" and len(tail) > 1 else tail)
    return None if rest is None or rest >= unit else times * unit + rest


def _section(plain: str) -> Decimal | None:
    """Read a number below ten thousand, or one in Arabic digits."""
    arabic = _ARABIC.fullmatch(plain)
    if arabic:
        times = _SMALL.get(arabic[3] or "", 1)
        return Decimal(arabic[1].replace(",", "") + (arabic[2] or "")) * times
    if plain == "零":
        return Decimal(0)
    found = _SECTION.fullmatch(plain)
    if found is None or not plain:
        return None
    thousands, _, hundreds, _, tens, twenty, thirty, gap, ones = found.groups()
    value = 1000 * _one(thousands) + 100 * _one(hundreds)
    value += (10 * (_one(tens[:-1]) or 1)) if tens else 20 * bool(twenty) + 30 * bool(thirty)
    if ones and plain[-2:-1] in ("百", "千") and not gap:
        return Decimal(value + _one(ones) * _SMALL[plain[-2]] // 10)
    return Decimal(value + _one(ones))


def _one(sign: str | None) -> int:
    return _ONES.index(sign) if sign else 0


def in_chinese(number: int) -> str:
    """Write `number` (0 to below 10¹²) as it is said: 一百零五、二十三、三万零二十.

    Raises ValueError outside of this range.
    """
    if not 0 <= number < 10**12:
        raise ValueError(f"not written in Chinese here: {number}")
    written = _within(number)
    return written[1:] if written.startswith("一十") else written


def _within(number: int) -> str:
    """Write a number as it stands behind a greater unit, where ten is 一十."""
    for sign, unit in (*_UNITS, ("千", 1000), ("百", 100), ("十", 10)):
        if number >= unit:
            times, rest = divmod(number, unit)
            gap = "零" if 0 < rest < unit // 10 else ""
            return in_chinese(times) + sign + gap + (_within(rest) if rest else "")
    return _ONES[number]


def by_place(number: int) -> str:
    """Write `number` digit by digit, as years are written: 二〇二五. Raises ValueError below 0."""
    if number < 0:
        raise ValueError(f"not written digit by digit: {number}")
    return "".join("〇" if digit == "0" else _ONES[int(digit)] for digit in str(number))
