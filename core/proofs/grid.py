"""Setting text in lines on a grid: a Chinese character takes an em, a letter or digit half of one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import accumulate, groupby
from unicodedata import category, east_asian_width

from core.proofs.sheet import Face, Ink, Words
from core.text.span import Span

NEVER_FIRST = frozenset("，。、；：？！”’）》〉】〕』」…—·％‰,.;:?!)]}%々")
"""What begins no line (避头)."""

NEVER_LAST = frozenset("“‘（《〈【〔『「([{")
"""What ends no line (避尾)."""

LONGEST_WORD = 12
"""A word of letters or digits longer than this may be cut (code points)."""

CARRIED = 4
"""So many characters at the most go over to the next line for one that must not begin it."""


@cache
def width_of(character: str) -> float:
    """Return how wide `character` is set, in em."""
    if character == "\t":
        return 2.0
    if category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    return 1.0 if east_asian_width(character) in "WFA" else 0.5


def width_of_text(text: str) -> float:
    """Return how wide a line of `text` is, in em."""
    return sum(map(width_of, text))


def set_in_lines(text: str, width: float, indent: float = 0.0) -> list[Span]:
    """Return where each line of `text`, which has no line ends, begins and ends.

    `width` and the first line's `indent` are in em; `width` is at least 4. No line is empty unless `text` is.
    """
    lines: list[Span] = []
    start = 0
    room = width - indent
    while start < len(text):
        end = _fitting(text, start, room)
        end = _good_end(text, start, end) if end < len(text) else end
        lines.append(Span(start, end))
        start, room = end, width
    return lines or [Span(0, 0)]


def places_in(line: str, left: float, em: float) -> tuple[float, ...]:
    """Return the left edge of every character of `line` in millimetres, and the right edge of the last."""
    return tuple(accumulate((width_of(character) * em for character in line), initial=left))


def words_of(
    line: str, left: float, top: float, em: float, face: Face = Face.TEXT, ink: Ink = Ink.BLACK
) -> Iterator[Words]:
    """Yield `line` as runs of characters that are equally wide; blanks are left out."""
    places = places_in(line, left, em)
    for (_, blank), run in groupby(range(len(line)), lambda at: (_breadth(line, at), line[at].isspace())):
        held = list(run)
        first, last = held[0], held[-1] + 1
        if not blank:
            yield Words(line[first:last], places[first], top, em, places[last] - places[first], face, ink)


def _breadth(line: str, at: int) -> float:
    """Return the width of a character; what stands on another one counts as that."""
    while at and not width_of(line[at]):
        at -= 1
    return width_of(line[at])


def _fitting(text: str, start: int, room: float) -> int:
    at = start
    while at < len(text) and (room := room - width_of(text[at])) >= 0:
        at += 1
    while at < len(text) and not width_of(text[at]):
        at += 1
    return max(at, start + 1)


def _good_end(text: str, start: int, end: int) -> int:
    """Return the nearest place before `end` where a line may end; `end` where there is none near."""
    at = end
    while at > start and _in_word(text, at):
        at -= 1
    if end - at > LONGEST_WORD or at == start:
        at = end
    least = max(start, at - CARRIED)
    good = at
    while good > least and (text[good] in NEVER_FIRST or text[good - 1] in NEVER_LAST):
        good -= 1
    return at if good == least else good


def _in_word(text: str, at: int) -> bool:
    return all(text[one].isalnum() and width_of(text[one]) == 0.5 for one in (at - 1, at))
