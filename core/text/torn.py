"""Finding characters wherever they stand, a word torn by line ends too, and putting others in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import merge

from core.text.edit import Edit
from core.text.folding import fold, forms
from core.text.span import Span

LINE_BREAK = re.compile(r"\n+[ \u3000]*")
"""What may tear a word: line ends, and the indent of the line that goes on."""


@dataclass(frozen=True)
class TornSearch:
    """What is looked for in many texts; see `torn_search`."""

    forms: tuple[str, ...]
    """For each character of what is wanted all characters that stand for it."""
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    """Patterns that together find all places, each with a character that none of its places lacks."""

    def places(self, text: str) -> list[tuple[int, int]]:
        """List starts and ends of the places in `text`, from left to right, none overlapping another."""
        # Most texts lack one of the characters; to see so takes a hundredth of the time of a pattern.
        for characters in self.forms:
            if not any(map(text.__contains__, characters)):
                return []
        found = [
            [match.span() for match in pattern.finditer(text)]
            for needed, pattern in self.patterns
            if needed in text
        ]
        return found[0] if len(found) == 1 else list(merge(*found))


def torn_search(wanted: str, *, exact: bool = False) -> TornSearch:
    """Return the search for `wanted`, whose own line ends do not count; one character suffices.

    Unless `exact`, every character stands for all forms that fold to the same (script, width, look-alikes,
    case of ASCII). Raises ValueError where nothing is wanted.
    """
    characters = untorn(wanted)
    if not characters:
        raise ValueError("nothing to find")
    all_forms = tuple(character if exact else _forms(character) for character in characters)
    if len(set("".join(all_forms))) < sum(map(len, all_forms)):
        # Places of such a word may overlap each other, and only one pattern sees which come first.
        return TornSearch(all_forms, (("", _pattern(all_forms)),))
    # A pattern that begins with one certain character is six times as fast as one with a choice.
    heads = ((head, _pattern((head, *all_forms[1:]))) for head in all_forms[0])
    return TornSearch(all_forms, tuple(heads))


def untorn(text: str) -> str:
    """Return `text` without its line ends and the indents behind them."""
    return LINE_BREAK.sub("", text)


def _pattern(all_forms: Iterable[str]) -> re.Pattern[str]:
    classes = (re.escape(one) if len(one) == 1 else f"[{re.escape(one)}]" for one in all_forms)
    return re.compile(r"(?:\n+[ \u3000]*)?".join(classes))


def _forms(character: str) -> str:
    plain = fold(character)
    cases = {plain, plain.lower(), plain.upper()} if plain.isascii() else {plain}
    others = {form for case in cases for form in forms(case)} - {character}
    # What was typed is mostly what stands there: a text that has it need not be searched for the others.
    return character + "".join(sorted(others))


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
