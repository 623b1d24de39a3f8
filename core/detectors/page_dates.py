"""The dates on a page, and the year it speaks from."""

from __future__ import annotations

from collections import Counter

from core.detectors.calendar_dates import StatedDate, stated_dates
from core.detectors.paragraphs import Paragraph, paragraphs
from core.document.page import PageView


def dates_in(paragraph: Paragraph) -> list[StatedDate]:
    """List the dates of a paragraph; to be asked by its `once`."""
    return list(stated_dates(paragraph.folded))


def page_year(page: PageView) -> int | None:
    """Return the year a page speaks from: that of its dated weekdays, else the one it names most."""
    return page.once(_year)


def _year(page: PageView) -> int | None:
    dates = (one for paragraph in paragraphs(page) for one in paragraph.once(dates_in))
    stated = [one for one in dates if one.year is not None and one.day is not None]
    mast = [
        one.year for one in stated if one.weekday is not None and one.weekday_in(one.year or 1) == one.weekday
    ]
    years = Counter(mast or [one.year for one in stated]).most_common(2)
    if not years or (len(years) == 2 and years[0][1] == years[1][1]):
        return None
    return years[0][0]
