"""Which quotation marks, brackets and title marks have lost their partner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from core.detectors.pair_marks import (
    OPENING,
    QUOTES,
    STRAIGHT,
    TITLES,
    Mark,
    is_innocent,
    looks_closing,
    looks_opening,
    marks_of,
)
from core.detectors.paragraphs import Paragraph
from core.text.characters import ends_sentence
from core.text.span import Span


class Pair(Enum):
    """The kinds of pairs."""

    QUOTE = "quote"
    BRACKET = "bracket"
    TITLE = "title"


class Fault(Enum):
    """What is wrong with a mark."""

    NEVER_CLOSED = "never closed"
    NEVER_OPENED = "never opened"
    SHOULD_CLOSE = "opens, but should close"
    SHOULD_OPEN = "closes, but should open"


DEEPEST = 20
"""No text nests deeper: beyond it the marks that opened first are given up."""


@dataclass(frozen=True, slots=True)
class Unpaired:
    """A mark without a partner and where it stands; `twin`: the same mark stands right beside it."""

    span: Span
    character: str
    pair: Pair
    fault: Fault
    twin: bool


def unpaired(paragraphs: Iterable[Paragraph]) -> Iterator[Unpaired]:
    """Yield the marks without partners in paragraphs that are read one after the other.

    A quotation may go on over paragraphs, open again at each, come from another page or go on there; a list
    item's lone bracket is right, and so is an apostrophe.
    """
    reading = _Reading()
    for paragraph in paragraphs:
        if not reading.carried and paragraph.once(_is_paired):
            reading.last = paragraph
        else:
            yield from reading.read(paragraph)
    yield from reading.finish()


def _is_paired(paragraph: Paragraph) -> bool:
    """Say whether all marks of a paragraph are paired where nothing comes over from those before."""
    reading = _Reading()
    return not any(reading.read(paragraph)) and not reading.carried


@dataclass(slots=True)
class _Reading:
    """What is open so far: in this paragraph, and carried over from those before."""

    open: list[Mark] = field(default_factory=list)
    carried: list[Mark] = field(default_factory=list)
    last: Paragraph | None = None

    def read(self, paragraph: Paragraph) -> Iterator[Unpaired]:
        """Go through the marks of one paragraph."""
        self.last = paragraph
        text = paragraph.text
        marks = list(marks_of(paragraph))
        # A quotation of several paragraphs opens again at each of them.
        self.carried = [mark for mark in self.carried if text[:1] != mark.character]
        for number, mark in enumerate(marks):
            opened = any(it.family == mark.family for it in self.open)
            if opened or not is_innocent(mark):
                yield from self._mark(marks, number)
        yield from self._end(paragraph)

    def _mark(self, marks: Sequence[Mark], number: int) -> Iterator[Unpaired]:
        mark = marks[number]
        opens_here = any(it.family == mark.family for it in self.open)
        is_open = opens_here or any(it.family == mark.family for it in self.carried)
        if mark.character in STRAIGHT:
            if is_open:
                yield from self._close(mark)
            else:
                self.open.append(mark)
        elif mark.character in OPENING:
            if opens_here and mark.family in QUOTES and looks_closing(marks, number):
                yield _fault(mark, Fault.SHOULD_CLOSE)
                yield from self._close(mark)
                return
            yield from self._give_up(mark.family)
            self.open.append(mark)
            if len(self.open) > DEEPEST:
                yield _fault(self.open.pop(0), Fault.NEVER_CLOSED)
        elif not is_open and mark.family in QUOTES and looks_opening(marks, number):
            yield _fault(mark, Fault.SHOULD_OPEN)
            self.open.append(mark)
        else:
            yield from self._close(mark)

    def _close(self, mark: Mark) -> Iterator[Unpaired]:
        for waiting in (self.open, self.carried):
            partner = next(
                (at for at in reversed(range(len(waiting))) if waiting[at].family == mark.family), None
            )
            if partner is not None:
                yield from (_fault(left, Fault.NEVER_CLOSED) for left in waiting[partner + 1 :])
                del waiting[partner:]
                return
        if mark.paragraph.from_elsewhere and not any(
            it.family == mark.family for it in marks_of(mark.paragraph) if it.at < mark.at
        ):
            return
        yield _fault(mark, Fault.NEVER_OPENED)

    def _give_up(self, family: str) -> Iterator[Unpaired]:
        """Drop what was carried over in `family`, because the next mark of its kind opens."""
        yield from (_fault(mark, Fault.NEVER_CLOSED) for mark in self.carried if mark.family == family)
        self.carried = [mark for mark in self.carried if mark.family != family]

    def _end(self, paragraph: Paragraph) -> Iterator[Unpaired]:
        whole = ends_sentence(paragraph.text)
        for mark in self.open:
            if paragraph.to_elsewhere:
                continue
            if whole and mark.family not in QUOTES:
                yield _fault(mark, Fault.NEVER_CLOSED)
            else:
                self.carried.append(mark)
        self.open = []
        while len(self.carried) > DEEPEST:
            yield _fault(self.carried.pop(0), Fault.NEVER_CLOSED)

    def finish(self) -> Iterator[Unpaired]:
        """Judge what is still open at the end."""
        if self.last is not None and not self.last.to_elsewhere:
            yield from (_fault(mark, Fault.NEVER_CLOSED) for mark in self.carried)


def _fault(mark: Mark, fault: Fault) -> Unpaired:
    text = mark.paragraph.text
    beside = text[max(0, mark.at - 1) : mark.at] + text[mark.at + 1 : mark.at + 2]
    pair = Pair.QUOTE if mark.family in QUOTES else Pair.TITLE if mark.family in TITLES else Pair.BRACKET
    place = mark.paragraph.place(mark.at, mark.at + 1)
    return Unpaired(place, mark.character, pair, fault, mark.character in beside)
