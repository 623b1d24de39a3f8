"""Which conventions a page follows: those its editors chose, or those it shows itself."""

from __future__ import annotations

from core.detectors.options import Conventions, Era, Region
from core.document.page import PageView

CORNERS = 6
"""So many corner quotation marks, and hardly a curly one, make a page one of Taiwan or Hong Kong."""

STOPS = 12
"""A page of the old kind has at least so many 、, and they outnumber its commas by far."""

_FAR = 4


def conventions_of(page: PageView, chosen: Conventions) -> Conventions:
    """Return the conventions to judge `page` by.

    An editor's choice of era or region holds; only where the defaults stand may the page's own marks speak.
    """
    if chosen != Conventions():
        return chosen
    text = page.text
    corners, curly = text.count("「") + text.count("『"), text.count("“") + text.count("”")
    region = Region.TAIWAN if corners >= CORNERS and corners >= _FAR * curly else Region.MAINLAND
    stops, commas = text.count("、"), text.count("，") + text.count(",")
    old = stops >= STOPS and stops >= _FAR * commas and stops >= _FAR * text.count("。") and curly == 0
    return Conventions(Era.REPUBLICAN if old else Era.MODERN, region)


def is_old(page: PageView, chosen: Conventions) -> bool:
    """Say whether `page` is to be read as one from before 1949, where 、 is the ordinary stop."""
    return conventions_of(page, chosen).era is Era.REPUBLICAN


def is_half_width(page: PageView) -> bool:
    """Say whether the commas of `page` are half-width."""
    return page.text.count(",") > page.text.count("，")


def has_corner_quotes(conventions: Conventions) -> bool:
    """Say whether 「」 are the right quotation marks."""
    return conventions.era is Era.REPUBLICAN or conventions.region is not Region.MAINLAND
