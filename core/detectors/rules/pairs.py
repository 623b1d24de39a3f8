"""Quotation marks, brackets and title marks without a partner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from core.detectors.detector import Context, Rule
from core.detectors.marks_in_pairs import Fault, Pair, Unpaired, unpaired
from core.detectors.paragraphs import Paragraph, paragraphs
from core.detectors.weights import PUNCTUATION
from core.document.finding import Finding, Suggestion
from core.document.page import PageView
from core.document.role import HEADLINE_ROLES, Role
from core.messages import Message, message
from core.text.characters import PAIRS

RULES = (
    Rule("unbalanced-quote", message("引号不成对")),
    Rule("unbalanced-bracket", message("括号不成对")),
    Rule("unbalanced-title-mark", message("书名号不成对")),
)

_NAMES = {
    Pair.QUOTE: "unbalanced-quote",
    Pair.BRACKET: "unbalanced-bracket",
    Pair.TITLE: "unbalanced-title-mark",
}
_SURE = {Pair.QUOTE: 0.4, Pair.BRACKET: 0.75, Pair.TITLE: 0.8}
_OPENING_OF = {closing: opening for opening, closing in PAIRS.items()}
_TOGETHER = 40
_NOTE = re.compile("记者|記者|通[讯訊]员|通訊員|本[报報]|[图圖摄攝注见見即含]|包括|以下|[简簡][称稱]|[0-9]")
"""How the words in a bracket begin, and those in a title do not."""

_LIKE_ONE = frozenset("[]")
_COUNTED = re.compile(
    "[0-9]{0,3}(?:[万亿萬億兆年月日号號时時点點分秒个個名位人元吨噸米克斤亩畝倍级級届屆期版%％]|[.][0-9])"
)
"""Marks that 1 is read as, and what stands behind a number: 卖出]万张, 2026年]月2日."""

_SURE_OF_BOTH = 0.8
"""How sure it is that a mark is wrong itself; else it may be its partner that is lost."""

_OTHER_SIDE = {"“": "”", "‘": "’", "「": "」", "『": "』", "”": "“", "’": "‘", "」": "「", "』": "『"}


def detect(page: PageView, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - a page is its own context
    """Yield the marks whose partner is nowhere it could be."""
    for reading in _readings(paragraphs(page)):
        runs = any(it.runs for it in reading)
        alone = list(unpaired(reading))
        mates = _mates(alone)
        for mark in alone:
            if mark in mates:
                yield _misread(page, mark, mates[mark])
            elif mark not in mates.values():
                yield _finding(page, mark, runs=runs)


def _mates(alone: Sequence[Unpaired]) -> dict[Unpaired, Unpaired]:
    """Pair up opening marks with closing ones of another kind: 〈记者 方小舟）, where one was misread."""
    ordered = sorted((mark for mark in alone if mark.pair is not Pair.QUOTE), key=lambda mark: mark.span)
    return {
        opening: closing
        for opening, closing in pairwise(ordered)
        if opening.fault is Fault.NEVER_CLOSED
        and closing.fault is Fault.NEVER_OPENED
        and opening.character != _OPENING_OF[closing.character]
        and 0 < closing.span.start - opening.span.end <= _TOGETHER
    }


def _misread(page: PageView, opening: Unpaired, closing: Unpaired) -> Finding:
    """Return the finding about the half that was misread: the closing one where a title begins."""
    title = opening.character == "《" and not _NOTE.match(page.text, opening.span.end)
    wrong, mate = (closing, opening) if title else (opening, closing)
    meant = "》" if title else _OPENING_OF[closing.character]
    words = message(
        "“{mark}”与“{mate}”不成对，疑为“{meant}”", mark=wrong.character, mate=mate.character, meant=meant
    )
    proposed = (Suggestion(meant, _SURE_OF_BOTH),)
    return Finding(_NAMES[wrong.pair], wrong.span, words, proposed, _SURE_OF_BOTH, PUNCTUATION)


def _readings(known: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    """Yield what is read in one go: an article's body, a headline's lines, any other paragraph by itself."""
    for _, article in groupby(known, key=lambda paragraph: paragraph.article):
        held = list(article)
        if held[0].article is None and any(it.runs for it in held):
            # Without articles a line's role is a guess, and half a torn sentence looks like a heading.
            yield [it for it in held if it.role is not Role.TABLE]
            continue
        body = [it for it in held if it.role is Role.BODY]
        if body:
            yield body
        for headline, lines in groupby(held, key=lambda paragraph: paragraph.role in HEADLINE_ROLES):
            if headline:
                yield list(lines)
            else:
                yield from ([it] for it in lines if it.role not in {Role.BODY, Role.TABLE})


def _finding(page: PageView, mark: Unpaired, *, runs: bool) -> Finding:
    meant = _meant(page.text, mark)
    sure = _SURE[mark.pair] * (1.0 if runs else 0.8)
    return Finding(
        _NAMES[mark.pair],
        mark.span,
        _words(mark, meant),
        () if meant is None else (Suggestion(meant, 0.8),),
        confidence=round(sure, 3) if meant is None else _SURE_OF_BOTH,
        weight=PUNCTUATION,
    )


def _meant(text: str, mark: Unpaired) -> str | None:
    """Return what must stand in the place of a mark, None where that cannot be told."""
    if mark.fault in {Fault.SHOULD_OPEN, Fault.SHOULD_CLOSE}:
        return _OTHER_SIDE[mark.character]
    if mark.character in _LIKE_ONE and _COUNTED.match(text, mark.span.end):
        return "1"
    if mark.twin or (mark.fault is Fault.NEVER_OPENED and _begins_line(text, mark.span.start)):
        return ""
    return None


def _begins_line(text: str, at: int) -> bool:
    """Say whether only blanks stand before `at` in its line: none is printed with a closing mark in front."""
    return not text[text.rfind("\n", 0, at) + 1 : at].strip()


def _words(mark: Unpaired, meant: str | None) -> Message:
    if meant == "1":
        return message("“{mark}”不成对，疑为“{meant}”", mark=mark.character, meant=meant)
    if mark.fault is Fault.SHOULD_OPEN:
        return message("“{mark}”的方向反了，这里应是开始", mark=mark.character)
    if mark.fault is Fault.SHOULD_CLOSE:
        return message("“{mark}”的方向反了，这里应是结束", mark=mark.character)
    if mark.fault is Fault.NEVER_CLOSED:
        return message("“{mark}”没有结束的一半", mark=mark.character)
    return message("“{mark}”没有开始的一半", mark=mark.character)
