"""Marks lost at the ends of printed lines: a line is short by one character where a mark is expected."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from core.detectors.conventions import is_half_width, is_old
from core.detectors.detector import Context, Rule
from core.detectors.mark_chances import MarkPlace, bits_for
from core.detectors.paragraphs import Paragraph, paragraphs
from core.detectors.weights import PUNCTUATION
from core.document.finding import Finding, Suggestion
from core.document.page import PageView
from core.messages import message
from core.text.characters import HAN
from core.text.span import Span

RULES = (Rule("lost-mark", message("行末漏标点")),)

LEAST_LINES = 4
"""So many lines show how wide a column is."""

NARROWEST, WIDEST = 8, 60
"""The widths that columns have (full-width characters)."""

SHORT, VERY_SHORT = 0.5, 2.0
"""By how much a line is short that lost a mark; from the second on it ends for another reason."""

LIKELY, POSSIBLE = 2.0, 0.0
"""How much likelier the text must be with a mark (bits)."""

_BLOCK = re.compile(r"[^\S\n]*\S.*(?:\n[^\S\n]*\S.*)*")
"""Lines without a blank one between them."""

_WORD = re.compile(f"[{HAN}0-9%％]")


def detect(page: PageView, context: Context) -> Iterator[Finding]:
    """Yield the ends of lines that lack a mark; nothing where lines are no printed lines."""
    if context.language is None or is_old(page, context.options.conventions):
        return
    missing = _missing_widths(page)
    if not missing:
        return
    suspects = [
        (paragraph, row, MarkPlace(paragraph.text, paragraph.bounds[row]))
        for paragraph in paragraphs(page)
        if paragraph.runs
        for row in range(1, len(paragraph.spans))
        if paragraph.spans[row - 1].end in missing and _is_within_words(paragraph, row)
    ]
    places = [place for _, _, place in suspects]
    commas, stops = (bits_for(mark, places, context.language) for mark in "，。")
    comma = "," if is_half_width(page) else "，"
    for (paragraph, row, _), for_comma, for_stop in zip(suspects, commas, stops, strict=True):
        end = paragraph.spans[row - 1].end
        sure = _confidence(max(for_comma, for_stop), missing[end])
        if sure is not None:
            marks = (comma, "。") if for_comma > for_stop else ("。", comma)
            yield _finding(page, end, marks, sure)


def _missing_widths(page: PageView) -> Mapping[int, float]:
    """Return by how much the lines of printed columns are short, by where they end."""
    blocks = [(found.start(), found.group()) for found in _BLOCK.finditer(page.text)]
    short = page.each(_short_in_all, [block for _, block in blocks], None)
    return {
        start + end: missing
        for (start, _), some in zip(blocks, short, strict=True)
        for end, missing in some.items()
    }


def _short_in_all(blocks: Sequence[str], _: None) -> list[dict[int, float]]:
    return [_short_lines(block.split("\n")) for block in blocks]


def _short_lines(lines: Sequence[str]) -> dict[int, float]:
    """Return the same of a block, by where in it its lines end."""
    if len(lines) < LEAST_LINES:
        return {}
    widths = [_width(line.strip()) for line in lines]
    column = max(width for width, _ in Counter(map(round, widths)).most_common(2))
    full = sum(abs(width - column) < 1 for width in widths)
    if not NARROWEST <= column <= WIDEST or 2 * full < len(lines) - 1:
        return {}
    starts = accumulate((len(line) + 1 for line in lines[:-1]), initial=0)
    return {
        start + len(line.rstrip()): column - width
        for start, line, width in zip(starts, lines, widths, strict=True)
        if SHORT <= column - width < VERY_SHORT
    }


def _width(line: str) -> float:
    """Return the width of a line in full-width characters."""
    return sum(0.5 if character.isascii() else 1.0 for character in line)


def _is_within_words(paragraph: Paragraph, row: int) -> bool:
    at = paragraph.bounds[row]
    return bool(_WORD.match(paragraph.text, at - 1) and _WORD.match(paragraph.text, at))


def _confidence(bits: float, short: float) -> float | None:
    """Say how sure a lost mark is; a line without a digit is short by a whole character or by none."""
    if bits < POSSIBLE:
        return None
    if bits >= LIKELY:
        return 0.8 if short >= 1.0 else 0.3
    return 0.2 if short >= 1.0 else None


def _finding(page: PageView, end: int, marks: Sequence[str], sure: float) -> Finding:
    place = Span(end - 1, end)
    last = place.of(page.text)
    proposed = tuple(
        Suggestion(last + mark, score) for mark, score in zip(marks, (0.55 * sure, 0.35 * sure), strict=True)
    )
    words = message("这一行比同栏的短一格，行末可能漏了“{mark}”", mark=marks[0])
    return Finding("lost-mark", place, words, proposed, sure, PUNCTUATION)
