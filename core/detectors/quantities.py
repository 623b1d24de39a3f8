"""Numbers with what they count, as they stand in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from core.text.numerals import value_of

UNITS = (
    "平方公里|平方米|立方米|千瓦时|万千瓦|个百分点|人民币|人次|美元|欧元|港元|公里|千米|公斤|公顷|小时|分钟|千瓦|毫米|厘米"
    "|元|人|名|户|个|家|件|起|例|米|吨|斤|亩|台|辆|架|艘|列|所|座|处|条|项|次|场|篇|部|本|册|张|份|票|枚|批|种|套|间|栋"
    "|只|头|匹|羽|株|棵|度|天|年|岁|分|%"
)
"""What is counted, the longer names first: so much of an expression of what stands behind a number."""

NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?[百千]?[万亿]*"
"""A number in Arabic digits with its magnitude, in folded text."""

QUANTITY = rf"(?<![\d.])(?:{NUMBER})(?:余|多)?(?:{UNITS})"
"""A number and its unit, as an expression without groups."""

SLIPPING = 3
"""Shorter numbers are one digit off each other too often."""

_PARTS = re.compile(rf"({NUMBER})(余|多)?({UNITS})")
_QUANTITY = re.compile(QUANTITY)


@dataclass(frozen=True, slots=True)
class Quantity:
    """So many of a unit; `start` and `end` bound the number alone. `rough`: it says 余 or 多 (and more).

    `slack` is by which share of itself it may be rounded, going by the digits it is written with.
    """

    start: int
    end: int
    behind: int
    value: Decimal
    unit: str
    rough: bool
    slack: float


def quantity_at(folded: str, start: int) -> Quantity | None:
    """Return the quantity that begins at `start` of a folded text."""
    found = _PARTS.match(folded, start)
    value = value_of(found[1]) if found else None
    if found is None or value is None:
        return None
    return Quantity(start, found.end(1), found.end(), value, found[3], found[2] is not None, _slack(found[1]))


def quantities(folded: str, start: int, end: int) -> Iterator[Quantity]:
    """Yield the quantities between `start` and `end` of a folded text."""
    for found in _QUANTITY.finditer(folded, start, end):
        quantity = quantity_at(folded, found.start())
        if quantity is not None:
            yield quantity


def _slack(written: str) -> float:
    digits = "".join(sign for sign in written if sign.isascii() and sign.isdigit())
    return 0.5 / max(int(digits), 1)


def is_digit_slip(one: Decimal, two: Decimal) -> bool:
    """Say whether two numbers of three digits or more differ by one digit, or by two that changed places."""
    first, second = f"{one.normalize():f}", f"{two.normalize():f}"
    if len(first) != len(second) or len(first.strip("0.")) < SLIPPING:
        return False
    places = [place for place, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(places) == 1:
        return True
    return len(places) == 2 and sorted(first[place] for place in places) == sorted(
        second[place] for place in places
    )
