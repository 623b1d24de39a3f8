"""Rows of figures that an engine made up: counted on and on, or one digit over and over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from core.detectors.detector import Context, Rule
from core.detectors.weights import weight_of
from core.document.finding import Finding, Suggestion
from core.document.page import PageView
from core.messages import message
from core.text.span import Span

RULES = (Rule("number-run", message("凭空的数字")),)

NARROW = 60
"""A longer run is marked at its beginning only, and nothing is proposed (code points)."""

YEARS = range(1900, 2100)
"""Figures that head the columns of a table in a row."""

_LEAST_STEPS = 8
_BLOCK = re.compile(r"[0-9][0-9 、，,.．\n]{8,}")
_SAME = re.compile(r"(?<![0-9.])([0-9])\1{9,}")
_ROW = re.compile(r"(?<![0-9.])[0-9]{1,4}(?:[.．]?(?:[ 、，,\n]|\n\n)[0-9]{1,4}){7,}[.．]?(?![0-9])")
_NUMBER = re.compile("[0-9]+")
_COUNTED = re.compile("(?:1234567890|0123456789)[0-9]{6,}|123456789101112[0-9]*")
_CIPHERS = re.compile("[零〇一二三四五六七八九十]{16,}")
_FEW = 3


def detect(page: PageView, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - a page is its own context
    """Yield rows of figures that no sentence needs."""
    end = 0
    for place, sure in sorted(_runs(page.text), key=lambda run: run[0]):
        if place.start >= end:
            end = place.end
            yield _finding(place, sure)


def _runs(text: str) -> Iterator[tuple[Span, float]]:
    for block in _BLOCK.finditer(text):
        for found in _SAME.finditer(text, *block.span()):
            yield Span(*found.span()), 0.7
        for found in _COUNTED.finditer(text, *block.span()):
            yield Span(*found.span()), 0.85
        for found in _ROW.finditer(text, *block.span()):
            if _counts_on(found.group()):
                yield Span(*found.span()), 0.75
    for found in _CIPHERS.finditer(text):
        if len(set(found.group())) <= _FEW or "一二三四五六七八九" in found.group():
            yield Span(*found.span()), 0.8


def _counts_on(row: str) -> bool:
    """Say whether a row counts up one by one, or stays: tables and lists of pages grow unevenly."""
    numbers = [int(number) for number in _NUMBER.findall(row)]
    if len(numbers) < _LEAST_STEPS or all(number in YEARS for number in numbers):
        return False
    steps = {later - earlier for earlier, later in pairwise(numbers)}
    return steps in ({0}, {1})


def _finding(place: Span, sure: float) -> Finding:
    whole = len(place) <= NARROW
    return Finding(
        "number-run",
        place if whole else Span(place.start, place.start + NARROW),
        message("一长串数字（{count}个字符），不像原文所有", count=len(place)),
        (Suggestion("", sure),) if whole else (),
        sure,
        weight_of(len(place)),
    )
