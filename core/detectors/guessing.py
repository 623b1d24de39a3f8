"""The paragraphs of a page whose articles are not known, by their looks alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from core.document.page import PageView
from core.document.role import Role
from core.text.characters import ends_sentence
from core.text.span import Span

JUMP_TO = re.compile("下[转轉].{0,8}版")
"""The words that send the reader on to another page."""

_PAUSE = re.compile("[。！？；，、!?;,]")
_LEAST_BODY = 20
_WIDEST_COLUMN = 60
_NARROWEST = 0.75
_MOSTLY = 0.5


def stripped(text: str, span: Span) -> Span:
    """Return `span` without the white space at its ends."""
    held = span.of(text)
    start = span.start + len(held) - len(held.lstrip())
    return Span(start, max(start, span.start + len(held.rstrip())))


def guessed(page: PageView) -> Iterator[tuple[list[Span], Role]]:
    """Yield the stretches of each paragraph, and what it seems to be: body, heading or table.

    Lines that one column printed are joined, and so are a torn body paragraph and the next.
    """
    waiting: list[Span] = []
    for spans in _blocks(page):
        body = looks_like_body("".join(span.of(page.text) for span in spans))
        if waiting and body:
            waiting += spans
        else:
            if waiting:
                yield waiting, Role.BODY
            waiting = []
            if not body:
                yield spans, _guessed_role(spans[0].of(page.text))
                continue
            waiting = list(spans)
        if not _torn(waiting[-1].of(page.text)):
            yield waiting, Role.BODY
            waiting = []
    if waiting:
        yield waiting, Role.BODY


def _torn(line: str) -> bool:
    return not ends_sentence(line) and not line.endswith(("：", ":")) and JUMP_TO.search(line) is None


def _blocks(page: PageView) -> Iterator[list[Span]]:
    """Yield the lines of each paragraph that was printed in one column; a line of a heading alone."""
    block: list[Span] = []
    for line in page.lines.spans():
        bare = stripped(page.text, line)
        if len(bare):
            block.append(bare)
        elif block:
            yield from _split(page.text, block)
            block = []
    if block:
        yield from _split(page.text, block)


def _split(text: str, block: list[Span]) -> Iterator[list[Span]]:
    widest = max(map(len, block))
    full = [len(line) >= _NARROWEST * widest for line in block[:-1]]
    torn = [not ends_sentence(line.of(text)) for line in block[:-1]]
    mostly = _MOSTLY * len(full)
    if widest > _WIDEST_COLUMN or sum(full) < mostly or sum(torn) < mostly:
        yield from ([line] for line in block)
        return
    group = [block[0]]
    for previous, line in pairwise(block):
        if ends_sentence(previous.of(text)) and len(previous) < widest - 1:
            yield group
            group = []
        group.append(line)
    yield group


def looks_like_body(line: str) -> bool:
    """Say whether a line without a known role is running text rather than a heading, a byline or a table."""
    if line.startswith(("#", "|")) or "\t" in line:
        return False
    return len(line) >= 2 and (
        ends_sentence(line) or (len(line) >= _LEAST_BODY and bool(_PAUSE.search(line)))
    )


def _guessed_role(line: str) -> Role:
    return Role.TABLE if "\t" in line or line.startswith("|") else Role.HEADING
