"""Which quotation marks, brackets and title marks have lost their partner."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from core.detectors.paragraphs import Paragraph
from core.text.characters import HAN, ends_sentence
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


@dataclass(frozen=True, slots=True)
class Unpaired:
    """A mark without a partner and where it stands; `twin`: the same mark stands right beside it."""

    span: Span
    character: str
    pair: Pair
    fault: Fault
    twin: bool


FAMILY = {
    **dict.fromkeys('“”"＂', '"'),
    **dict.fromkeys("‘’", "'"),
    **dict.fromkeys("「」", "「"),
    **dict.fromkeys("『』", "『"),
    **dict.fromkeys("()（）", "("),
    **dict.fromkeys("[]［］", "["),
    **dict.fromkeys("{}｛｝", "{"),
    **dict.fromkeys("【】", "【"),
    **dict.fromkeys("〔〕", "〔"),
    **dict.fromkeys("《》", "《"),
    **dict.fromkeys("〈〉", "〈"),
}
"""Marks that can be partners: width makes no difference, and a straight quotation mark fits a curly one."""

OPENING = frozenset("“‘「『(（[［{｛【〔《〈")
STRAIGHT = frozenset('"＂')
QUOTES = frozenset("\"'「『")
TITLES = frozenset("《〈")

_MARKS = re.compile(f"[{re.escape(''.join(FAMILY))}]")
_ITEM = re.compile(r"(?:^|[\s。；;，,：])[0-9A-Za-z①-⑳一二三四五六七八九十]{1,3}$")
_WORD = re.compile(f"[{HAN}A-Za-z0-9]")
_STOPS = frozenset("，。、；：！？,;:!?")
_NEAR = 30
_SHORT = 12


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark that waits for its partner: its place in its paragraph."""

    character: str
    at: int
    paragraph: Paragraph

    @property
    def family(self) -> str:
        return FAMILY[self.character]


def unpaired(paragraphs: Iterable[Paragraph]) -> Iterator[Unpaired]:
    """Yield the marks without partners in paragraphs that are read one after the other.

    A quotation may go on over paragraphs, open again at each, come from another page or go on there; a list
    item's lone bracket is right, and so is an apostrophe.
    """
    reading = _Reading()
    for paragraph in paragraphs:
        yield from reading.read(paragraph)
    yield from reading.finish()


@dataclass(slots=True)
class _Reading:
    """What is open so far: in this paragraph, and carried over from those before."""

    open: list[_Mark] = field(default_factory=list)
    carried: list[_Mark] = field(default_factory=list)
    last: Paragraph | None = None

    def read(self, paragraph: Paragraph) -> Iterator[Unpaired]:
        """Go through the marks of one paragraph."""
        self.last = paragraph
        text = paragraph.text
        marks = [_Mark(found.group(), found.start(), paragraph) for found in _MARKS.finditer(text)]
        # A quotation of several paragraphs opens again at each of them.
        self.carried = [mark for mark in self.carried if text[:1] != mark.character]
        for number, mark in enumerate(marks):
            opened = any(it.family == mark.family for it in self.open)
            if opened or not _is_innocent(text, mark):
                yield from self._mark(marks, number)
        yield from self._end(paragraph)

    def _mark(self, marks: Sequence[_Mark], number: int) -> Iterator[Unpaired]:
        mark = marks[number]
        opens_here = any(it.family == mark.family for it in self.open)
        if mark.character in STRAIGHT:
            if opens_here or any(it.family == mark.family for it in self.carried):
                yield from self._close(mark)
            else:
                self.open.append(mark)
        elif mark.character in OPENING:
            if opens_here and mark.family in QUOTES and _looks_closing(marks, number):
                yield _fault(mark, Fault.SHOULD_CLOSE)
                yield from self._close(mark)
                return
            yield from self._give_up(mark.family)
            self.open.append(mark)
        elif not opens_here and mark.family in QUOTES and _looks_opening(marks, number):
            yield _fault(mark, Fault.SHOULD_OPEN)
            self.open.append(mark)
        else:
            yield from self._close(mark)

    def _close(self, mark: _Mark) -> Iterator[Unpaired]:
        for waiting in (self.open, self.carried):
            partner = next(
                (at for at in reversed(range(len(waiting))) if waiting[at].family == mark.family), None
            )
            if partner is not None:
                yield from (_fault(left, Fault.NEVER_CLOSED) for left in waiting[partner + 1 :])
                del waiting[partner:]
                return
        if mark.paragraph.from_elsewhere and mark.family not in {it.family for it in _before(mark)}:
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

    def finish(self) -> Iterator[Unpaired]:
        """Judge what is still open at the end."""
        if self.last is not None and not self.last.to_elsewhere:
            yield from (_fault(mark, Fault.NEVER_CLOSED) for mark in self.carried)


def _is_innocent(text: str, mark: _Mark) -> bool:
    before, after = text[max(0, mark.at - 6) : mark.at], text[mark.at + 1 : mark.at + 2]
    if mark.character in "’‘":
        return before[-1:].isascii() and before[-1:].isalpha() and after.isascii()
    if mark.character in STRAIGHT:
        # Inches and seconds: 5"
        return before[-1:].isdigit() and text.count(mark.character) % 2 == 1
    if mark.character in ")）":
        return _ITEM.search(before) is not None
    return False


def _before(mark: _Mark) -> Iterator[_Mark]:
    found = _MARKS.finditer(mark.paragraph.text, 0, mark.at)
    return (_Mark(one.group(), one.start(), mark.paragraph) for one in found)


def _looks_closing(marks: Sequence[_Mark], number: int) -> bool:
    """Say whether an opening mark inside an open quotation must be its end, drawn the wrong way round."""
    mark = marks[number]
    after = mark.paragraph.text[mark.at + 1 : mark.at + 2]
    if not after or after in _STOPS:
        return True
    kin = [it for it in marks[max(0, number - 4) : number + 5] if it.family == mark.family]
    here = kin.index(mark)
    following = kin[here + 1] if here + 1 < len(kin) else None
    opens_again = following is None or following.character == mark.character
    return opens_again and here > 0 and mark.at - kin[here - 1].at <= _SHORT


def _looks_opening(marks: Sequence[_Mark], number: int) -> bool:
    mark = marks[number]
    text = mark.paragraph.text
    if not _WORD.match(text[mark.at + 1 : mark.at + 2]):
        return False
    following = marks[number + 1] if number + 1 < len(marks) else None
    closes_soon = (
        following is not None and following.character == mark.character and following.at - mark.at <= _NEAR
    )
    return closes_soon and (mark.at == 0 or text[mark.at - 1] not in "。！？")


def _fault(mark: _Mark, fault: Fault) -> Unpaired:
    text = mark.paragraph.text
    beside = text[max(0, mark.at - 1) : mark.at] + text[mark.at + 1 : mark.at + 2]
    pair = Pair.QUOTE if mark.family in QUOTES else Pair.TITLE if mark.family in TITLES else Pair.BRACKET
    place = mark.paragraph.place(mark.at, mark.at + 1)
    return Unpaired(place, mark.character, pair, fault, mark.character in beside)
