"""The dates that stand in a text, and what no calendar or clock has of them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from core.text.numerals import value_of

WEEKDAYS = "一二三四五六日"

_YEAR = r"(?:\d{4}|[〇零一二三四五六七八九]{4})"
_SHORT = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})"
_DATE = re.compile(
    rf"(?:(民国)?(?<!\d)({_YEAR}|(?<=民国){_SHORT})年)?(?<![\d一二三四五六七八九十两数几.])({_SHORT})月"
    rf"(?:({_SHORT})[日号](?!内))?"
)
_WEEKDAY = re.compile("[,( ]{0,2}(?:星期|礼拜|周)([一二三四五六日天])")
_LUNAR = re.compile(
    "(?:农历|阴历|旧历|夏历|腊月|正月|闰|公历|光绪|宣统|同治|咸丰|道光|嘉庆|乾隆|雍正|康熙)[^,。;]{0,8}$"
)
_NOT_A_MONTH = re.compile("[龄大子薪亮光]")

REPUBLIC = 1911
"""The year before the first of the Republic (民国)."""


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date in a text: the bounds of the whole and of its parts; what it does not say is None."""

    start: int
    end: int
    year: int | None
    month: int
    month_at: tuple[int, int]
    day: int | None = None
    day_at: tuple[int, int] = (0, 0)
    weekday: int | None = None
    weekday_at: int = 0

    @property
    def month_is_wrong(self) -> bool:
        """Whether no calendar has its month."""
        return not 1 <= self.month <= 12

    @property
    def day_is_wrong(self) -> bool:
        """Whether its month never has that day, or not in that year."""
        if self.day is None or self.month_is_wrong:
            return False
        return not 1 <= self.day <= monthrange(self.year or 2000, self.month)[1]

    def weekday_in(self, year: int) -> int | None:
        """Return the day of the week it is in `year`, 0 for Monday; None where there is no such day."""
        if self.day is None or self.month_is_wrong or not 1 <= self.day <= monthrange(year, self.month)[1]:
            return None
        return date(year, self.month, self.day).weekday()


def stated_dates(folded: str) -> Iterator[StatedDate]:
    """Yield the dates of a folded text, those of the lunar calendar left out."""
    for found in _DATE.finditer(folded):
        republic, year, month, day = found.groups()
        if not year and not day and not folded.startswith("份", found.end()):
            continue
        if _LUNAR.search(folded[max(0, found.start() - 12) : found.start()]):
            continue
        if not day and _NOT_A_MONTH.match(folded, found.end()):
            continue
        numbers = [
            int(value) if (value := value_of(text or "")) is not None else None for text in (month, day)
        ]
        if numbers[0] is None or (day and numbers[1] is None):
            continue
        known = _year(year, republic is not None)
        weekday = _WEEKDAY.match(folded, found.end()) if day else None
        yield StatedDate(
            found.start(),
            found.end(),
            known,
            numbers[0],
            found.span(3),
            numbers[1],
            found.span(4),
            None if weekday is None else WEEKDAYS.index(weekday[1].replace("天", "日")),
            weekday.start(1) if weekday else 0,
        )


def _year(written: str | None, republic: bool) -> int | None:
    value = value_of(written) if written else None
    if value is None:
        return None
    year = int(value) + REPUBLIC * republic
    return year if 1 <= year <= 9999 else None
