"""Half-width punctuation between Chinese characters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from core.detectors.by_line import found_by_line
from core.detectors.detector import Context, Rule
from core.detectors.paragraphs import paragraphs
from core.detectors.weights import PUNCTUATION
from core.document.finding import Finding, Suggestion
from core.document.page import PageView
from core.messages import message
from core.text.characters import HAN
from core.text.span import Span

RULES = (Rule("half-width-punctuation", message("半角标点")),)

FULL_WIDTH = {",": "，", ".": "。", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}

CUSTOM = 0.5
"""Where at least this share of a mark is half-width, that is how the page is set: one remark will do."""

MANY = 20
"""More half-width marks of a kind than this make one remark, whatever their share."""

FEW = 3
"""So few half-width marks are shown one by one, even where the page has no full-width ones."""

_BEFORE = f"{HAN}，。；：！？、”’」』）》〉】"
_AFTER = f"{HAN}“‘「『（《〈【"
_SUSPECT = re.compile(
    # A stop or pause behind a Chinese character, or before one where no list number stands in front.
    rf"(?<=[{_BEFORE}])[,;:!?](?![,;:!?.])"
    rf"|(?<=[{_BEFORE}])\.(?=[{_AFTER}\s]|$)"
    rf"|(?<=[0-9A-Za-z%℃)])[,;!?](?=[{_AFTER}])"
    rf"|(?<=[{_BEFORE}])\(|\((?=[{_AFTER}])"
    rf"|(?<=[{_BEFORE}])\)|\)(?=[{_AFTER}，。；：！？、])",
    re.MULTILINE,
)
_LEFT_ALONE = re.compile(
    r"(?:https?://|www\.)[\w./?=&%#:,;~+-]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|!?\[[^\]\n]{0,200}\]\([^)\n]{0,400}\)|\.{2,}|&#?\w+;",
    re.ASCII,
)
_ITEM = re.compile(r"^[ \t\u3000]*[0-9A-Za-z]{1,3}\)", re.MULTILINE)


_STRAIGHT = re.compile('["＂]')
_CHINESE = re.compile(f"[{HAN}]")


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    character: str

    @property
    def kind(self) -> str:
        """The two halves of a bracket are one kind of mark."""
        return "(" if self.character == ")" else self.character


def detect(page: PageView, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - a page is its own context
    """Yield the half-width marks one by one, or one remark for those the whole page is set with."""
    text = page.text
    marks = [_Mark(start + mark.at, mark.character) for start, mark in found_by_line(page, _suspects)]
    counts = Counter(mark.kind for mark in marks)
    full = {kind: _full_width(text, kind) for kind in counts}
    custom = {
        kind
        for kind, count in counts.items()
        if count > MANY or (count > FEW and count >= CUSTOM * (count + full[kind]))
    }
    if custom:
        custom |= {kind for kind in counts if full[kind] == 0}
        yield _remark(marks, counts, custom)
    for mark in marks:
        if mark.kind not in custom:
            yield _finding(mark)
    if '"' in text or "＂" in text:
        yield from _straight_quotes(page)


def _straight_quotes(page: PageView) -> Iterator[Finding]:
    """Yield pairs of straight quotation marks around Chinese; a lone one is found as half of a pair."""
    places: list[tuple[Span, str]] = []
    for paragraph in paragraphs(page):
        marks = [found.start() for found in _STRAIGHT.finditer(paragraph.text)]
        if len(marks) % 2:
            continue
        for opening, closing in zip(marks[::2], marks[1::2], strict=True):
            if _CHINESE.search(paragraph.text, max(0, opening - 1), closing + 2):
                places.append((paragraph.place(opening, opening + 1), "“"))
                places.append((paragraph.place(closing, closing + 1), "”"))
    if len(places) > MANY:
        words = message("全页的引号是直的（{count}处）", count=len(places))
        first = places[0][0]
        yield Finding(
            "half-width-punctuation", first, words, confidence=0.9, weight=PUNCTUATION, page_level=True
        )
        return
    for place, curly in places:
        words = message("直引号，中文里用“{curly}”", curly=curly)
        proposed = (Suggestion(curly, 0.9),)
        yield Finding("half-width-punctuation", place, words, proposed, 0.8, PUNCTUATION)


def _suspects(line: str) -> list[_Mark]:
    """List the marks of a line, with their places in it."""
    if not any(mark in line for mark in FULL_WIDTH):
        return []
    alone = [Span(*found.span()) for pattern in (_LEFT_ALONE, _ITEM) for found in pattern.finditer(line)]
    alone.sort()
    row = 0
    marks = []
    for found in _SUSPECT.finditer(line):
        at = found.start()
        while row < len(alone) and alone[row].end <= at:
            row += 1
        if row == len(alone) or not alone[row].holds(at):
            marks.append(_Mark(at, found.group()))
    return marks


def _full_width(text: str, kind: str) -> int:
    return text.count(FULL_WIDTH[kind]) + (text.count("）") if kind == "(" else 0)


def _remark(marks: list[_Mark], counts: Counter[str], custom: set[str]) -> Finding:
    first = next(mark for mark in marks if mark.kind in custom)
    shown = " ".join("( )" if kind == "(" else kind for kind in FULL_WIDTH if kind in custom)
    total = sum(counts[kind] for kind in custom)
    return Finding(
        "half-width-punctuation",
        Span(first.at, first.at + 1),
        message("全页的 {marks} 用了半角（{count}处）", marks=shown, count=total),
        confidence=0.9,
        weight=PUNCTUATION,
        page_level=True,
    )


def _finding(mark: _Mark) -> Finding:
    full = FULL_WIDTH[mark.character]
    return Finding(
        "half-width-punctuation",
        Span(mark.at, mark.at + 1),
        message("半角“{mark}”，中文里用全角“{full}”", mark=mark.character, full=full),
        (Suggestion(full, 0.9),),
        confidence=0.85,
        weight=PUNCTUATION,
    )
