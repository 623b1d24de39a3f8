"""Characters that do not belong where they stand: wrong, missing, extra, or swapped with the next one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.detectors.characters.groups import Kind
from core.detectors.characters.page_evidence import ROOM
from core.detectors.characters.printed import Print, print_of
from core.detectors.characters.readings import Reading, reading_of_page
from core.detectors.characters.suspects import Proposal, Suspect, suspects
from core.detectors.detector import Context, Rule
from core.document.finding import Finding, Suggestion
from core.document.page import PageView
from core.language.memory import Memory
from core.language.recurrence import Recurrence
from core.messages import Message, message
from core.text.span import Span

_ASKS_FROM = 1 / 3
"""A page is read for its wrong characters: on a badly read one three doubts in ten are worth a look."""

WRONG = Rule("wrong-character", message("错字"), asks_from=_ASKS_FROM)
MISSING = Rule("missing-character", message("漏字"), asks_from=_ASKS_FROM)
EXTRA = Rule("extra-character", message("多字"), asks_from=_ASKS_FROM)
SWAPPED = Rule("swapped-characters", message("颠倒"), asks_from=_ASKS_FROM)

RULES = (WRONG, MISSING, EXTRA, SWAPPED)

_ADDRESS = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)[\w./?=&%#~+-]+", re.ASCII
)
"""Addresses of mail and pages: nothing foretells their characters."""

_RULE_OF = {
    Kind.REPLACE: WRONG,
    Kind.INSERT: MISSING,
    Kind.REMOVE: EXTRA,
    Kind.SWAP: SWAPPED,
}


def detect(page: PageView, context: Context) -> Iterator[Finding]:
    """Yield the characters that the language of the text does not lead to; nothing without language data."""
    if context.language is None:
        return
    reading = reading_of_page(page)
    recurrence = context.recurrence or Recurrence.of([reading.codes])
    memory = context.evidence or Memory(ROOM)
    style = print_of(page.text)
    addresses = [found.span() for found in _ADDRESS.finditer(page.text)]
    for suspect in suspects(reading, context.language, recurrence, memory):
        finding = _finding(page, reading, suspect, style)
        if finding is not None and not _lies_within(finding.span, addresses):
            yield finding


def _lies_within(span: Span, stretches: list[tuple[int, int]]) -> bool:
    return any(start <= span.start and span.end <= end for start, end in stretches)


def _finding(page: PageView, reading: Reading, suspect: Suspect, style: Print) -> Finding | None:
    best = suspect.proposals[0] if suspect.proposals else None
    rule = WRONG if best is None else _RULE_OF[best.kind]
    start = int(reading.places[suspect.place])
    span = Span(start, start + 1)
    if rule is SWAPPED:
        behind = int(reading.places[suspect.place + 1])
        if behind != start + 1:
            return None
        span = Span(start, start + 2)
    suggestions = tuple(
        Suggestion(text, min(1.0, proposal.chance / suspect.doubt))
        for proposal in suspect.proposals
        if (text := _text(proposal, style.form(proposal.symbol, reading, suspect.place), span.of(page.text)))
        is not None
        and (proposal.kind is Kind.SWAP) is (rule is SWAPPED)
    )
    return Finding(
        rule.name,
        span,
        _message(rule, span.of(page.text), suggestions),
        suggestions,
        confidence=round(suspect.doubt, 3),
        weight=1.0,
    )


def _text(proposal: Proposal, symbol: str, printed: str) -> str | None:
    """Return what a proposal puts in the place of `printed`, None where that is what stands there."""
    if proposal.kind is Kind.SWAP:
        return printed[::-1]
    if proposal.kind is Kind.INSERT:
        return symbol + printed
    return None if symbol == printed else symbol


def _message(rule: Rule, printed: str, suggestions: tuple[Suggestion, ...]) -> Message:
    if not suggestions:
        return message("“{suspect}”在这里读不通", suspect=printed)
    text = suggestions[0].text
    if rule is MISSING:
        missing = text.removesuffix(printed)
        return message("“{suspect}”前面可能漏了“{missing}”", suspect=printed, missing=missing)
    if rule is EXTRA:
        return message("“{suspect}”在这里可能是多出来的", suspect=printed)
    if rule is SWAPPED:
        return message("“{suspect}”可能颠倒了，应为“{right}”", suspect=printed, right=text)
    return message("“{suspect}”在这里读不通，可能是“{right}”", suspect=printed, right=text)
