"""Finding characters wherever they stand, a word torn by line ends too, and putting others in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from core.text.edit import Edit
from core.text.folding import forms
from core.text.span import Span

LINE_BREAK = re.compile(r"\n+[ \u3000]*")
"""What may tear a word: line ends, and the indent of the line that goes on."""


@cache
def torn_pattern(wanted: str, *, exact: bool = False) -> re.Pattern[str]:
    """Return the pattern of `wanted`, whose own line ends do not count; one character suffices.

    Unless `exact`, every character stands for all forms that fold to the same (script, width, look-alikes,
    case of ASCII). Raises ValueError where nothing is wanted.
    """
    characters = LINE_BREAK.sub("", wanted)
    if not characters:
        raise ValueError("nothing to find")
    classes = (
        re.escape(character) if exact else f"[{re.escape(_forms(character))}]" for character in characters
    )
    return re.compile(r"(?:\n+[ \u3000]*)?".join(classes))


def _forms(character: str) -> str:
    cases = {character, character.lower(), character.upper()} if character.isascii() else {character}
    return "".join(sorted({form for case in cases for form in forms(case)}))


@cache
def needed_bytes(wanted: str, *, exact: bool = False) -> tuple[tuple[bytes, ...], ...]:
    """Return for each character of `wanted` its forms in UTF-8: bytes without any of them do not hold it."""
    return tuple(
        tuple(form.encode("utf-8", "surrogatepass") for form in (character if exact else _forms(character)))
        for character in dict.fromkeys(LINE_BREAK.sub("", wanted))
    )


def torn_occurrences(text: str, pattern: re.Pattern[str]) -> list[Span]:
    """List where `pattern` stands in `text`, from left to right, none overlapping another."""
    return [Span(*match.span()) for match in pattern.finditer(text)]


def torn_edits(text: str, span: Span, inserted: str) -> tuple[Edit, ...]:
    """Return the edits that put `inserted` in the place of `span` and leave the line ends in it.

    Each stretch between two line ends keeps its length, and the last takes what remains.
    """
    edits, rest = [], inserted
    stretches = list(_between(text, span))
    for number, stretch in enumerate(stretches, 1):
        length = len(rest) if number == len(stretches) else len(stretch)
        removed, put, rest = stretch.of(text), rest[:length], rest[length:]
        if removed != put:
            edits.append(Edit(stretch.start, removed, put))
    return tuple(edits)


def _between(text: str, span: Span) -> Iterable[Span]:
    start = span.start
    for gap in LINE_BREAK.finditer(text, span.start, span.end):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, span.end)
