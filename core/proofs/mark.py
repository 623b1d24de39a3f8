"""Which proof mark of GB/T 14706 says what a correction does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from core.changes.rearranged import Rearranged, Rearranging
from core.text.edit import Edit
from core.text.lines import in_one_line
from core.text.span import Span

LONGEST_SWAP = 24
"""More than so many characters are no transposition of words (code points)."""

LEAST_MOVED = 2
"""One character that goes here and comes there has hardly been moved (code points)."""


class MarkKind(StrEnum):
    """The marks, by the numbers of the standard."""

    CORRECT = "correct"
    """1 改正: what is wrong in a ring, what is right in the margin."""
    DELETE = "delete"
    """2 删除: in a ring, a loop in the margin."""
    INSERT = "insert"
    """3 增补: a wedge, what is missing in the margin."""
    SWAP = "swap"
    """6 对调: a curve over the first and under the second."""
    JOIN = "join"
    """7 接排: a curve from the end of a line to the start of the next."""
    BREAK = "break"
    """8 另起段: a hook before what begins a paragraph."""
    MOVE = "move"
    """9 转移: what is to go elsewhere in a ring, the place in the margin."""
    TARGET = "target"
    """9 转移: where it is to go."""
    SPACE = "space"
    """17 空: a wedge, as many # in the margin as characters are to be left blank."""
    TOLD = "told"
    """21 说明: a wedge, and in the margin what is to be done, in words with rings under them."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark. `number` is that of the correction, from 1; `spans` are code points of the text before.

    An empty span is a place between two characters; a transposition has two spans. `note` is what the margin
    says beside the sign.
    """

    number: int
    kind: MarkKind
    spans: tuple[Span, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Instructions:
    """The words of marks that say what to do, in the language of the sheet; `moved` has a hole `{0}`.

    `follows` stands where something goes on with what is not right above it.
    """

    joined: str
    follows: str
    parted: str
    line_out: str
    line_in: str
    moved: str


def marks_of(text: str, done: Sequence[Edit | Rearranged], words: Instructions) -> tuple[Mark, ...]:
    """Return the marks of what was done to `text`, in order; what was moved by its pieces has two."""
    edits = {number: one for number, one in enumerate(done, 1) if isinstance(one, Edit)}
    marks = {number: _mark(text, number, edit, words) for number, edit in edits.items()}
    letters = iter(_letters(len(done)))
    for gone, come in _moves(edits):
        letter = next(letters)
        marks[gone] = replace(marks[gone], kind=MarkKind.MOVE, note=words.moved.format(letter))
        marks[come] = replace(marks[come], kind=MarkKind.TARGET, note=letter)
    targets = []
    for number, one in enumerate(done, 1):
        if isinstance(one, Rearranged) and one.what is Rearranging.MOVED:
            letter = next(letters)
            marks[number] = Mark(number, MarkKind.MOVE, one.spans, words.moved.format(letter))
            targets.append(Mark(number, MarkKind.TARGET, (Span(one.place, one.place),), letter))
        elif isinstance(one, Rearranged):
            marks[number] = _of_paragraph(text, number, one, words)
    return (*(marks[number] for number in sorted(marks)), *targets)


def _of_paragraph(text: str, number: int, one: Rearranged, words: Instructions) -> Mark:
    """Return the mark of a piece that goes on with the paragraph before it, or does so no more."""
    start = one.spans[0].start
    here = (Span(start, start),)
    if one.what is Rearranging.PARTED:
        return Mark(number, MarkKind.BREAK, here, words.parted)
    if one.place < start and not text[one.place : start].strip():
        return Mark(number, MarkKind.JOIN, (Span(one.place, start),), words.joined)
    return Mark(number, MarkKind.TOLD, here, words.follows)


def _mark(text: str, number: int, edit: Edit, words: Instructions) -> Mark:
    here = (edit.span,)
    if not edit.removed.strip() and not edit.inserted.strip():
        return _of_blanks(text, number, edit, words)
    if not edit.removed:
        return Mark(number, MarkKind.INSERT, here, in_one_line(edit.inserted))
    if not edit.inserted:
        return Mark(number, MarkKind.DELETE, here)
    swapped = _swapped(edit)
    if swapped is not None:
        return Mark(number, MarkKind.SWAP, swapped, in_one_line(edit.inserted))
    return Mark(number, MarkKind.CORRECT, here, in_one_line(edit.inserted))


def _of_blanks(text: str, number: int, edit: Edit, words: Instructions) -> Mark:
    """Return the mark of an edit of nothing but white space."""
    here = (edit.span,)
    had, has = "\n" in edit.removed, "\n" in edit.inserted
    if had == has and not had:
        if edit.removed:
            return Mark(number, MarkKind.DELETE, here)
        return Mark(number, MarkKind.SPACE, here, "#" * len(edit.inserted))
    at_edge = edit.start in (0, len(text)) or edit.end == len(text)
    blank = at_edge or text[edit.start - 1] == "\n" or text[edit.end] == "\n"
    if had and not has and not blank:
        return Mark(number, MarkKind.JOIN, here, words.joined)
    place = (Span(edit.start, edit.start),)
    if has and not had and not blank:
        return Mark(number, MarkKind.BREAK, place, words.parted)
    fewer = edit.removed.count("\n") >= edit.inserted.count("\n")
    return Mark(number, MarkKind.TOLD, place, words.line_out if fewer else words.line_in)


def _swapped(edit: Edit) -> tuple[Span, Span] | None:
    """Return the two stretches that have changed places, None where it is no transposition."""
    wrong, right = edit.removed, edit.inserted
    size = len(wrong)
    if size != len(right) or size > LONGEST_SWAP or "\n" in wrong or sorted(wrong) != sorted(right):
        return None
    for between in range(size - 1):
        for first in range(1, size - between):
            second = size - between - first
            middle = wrong[first : first + between]
            if right == wrong[first + between :] + middle + wrong[:first]:
                start = edit.start
                return Span(start, start + first), Span(start + size - second, start + size)
    return None


def _moves(edits: Mapping[int, Edit]) -> list[tuple[int, int]]:
    """List which edit takes away what which other one puts in."""
    gone: dict[str, int] = {}
    for at, edit in edits.items():
        bare = "".join(edit.removed.split())
        if len(bare) >= LEAST_MOVED and not edit.inserted:
            gone.setdefault(bare, at)
    moves = []
    for at, edit in edits.items():
        if not edit.removed:
            source = gone.pop("".join(edit.inserted.split()), None)
            if source is not None:
                moves.append((source, at))
    return sorted(moves)


def _letters(most: int) -> list[str]:
    """Return names for places: A to Z, then A2 and so on."""
    return [chr(ord("A") + at % 26) + (str(at // 26 + 1) if at >= 26 else "") for at in range(most)]
