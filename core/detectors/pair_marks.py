"""Marks that come in pairs, and what a mark's surroundings say about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.detectors.paragraphs import Paragraph
from core.text.characters import HAN

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
class Mark:
    """One half of a pair, and its place in its paragraph."""

    character: str
    at: int
    paragraph: Paragraph

    @property
    def family(self) -> str:
        """What the mark has in common with all that can be its partner."""
        return FAMILY[self.character]


def is_innocent(mark: Mark) -> bool:
    """Say whether a mark is no half of a pair: an apostrophe, an inch, the bracket behind a list number."""
    text = mark.paragraph.text
    before, after = text[max(0, mark.at - 6) : mark.at], text[mark.at + 1 : mark.at + 2]
    if mark.character in "’‘":
        return before[-1:].isascii() and before[-1:].isalpha() and after.isascii()
    if mark.character in STRAIGHT:
        # Inches and seconds: 5"
        return before[-1:].isdigit() and text.count(mark.character) % 2 == 1
    if mark.character in ")）":
        return _ITEM.search(before) is not None
    return False


def marks_of(paragraph: Paragraph) -> Iterator[Mark]:
    """Yield the marks of a paragraph in reading order."""
    return (Mark(found.group(), found.start(), paragraph) for found in _MARKS.finditer(paragraph.text))


def looks_closing(marks: Sequence[Mark], number: int) -> bool:
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


def looks_opening(marks: Sequence[Mark], number: int) -> bool:
    """Say whether a closing mark with nothing open must be a beginning, drawn the wrong way round."""
    mark = marks[number]
    text = mark.paragraph.text
    if not _WORD.match(text[mark.at + 1 : mark.at + 2]):
        return False
    following = marks[number + 1] if number + 1 < len(marks) else None
    closes_soon = (
        following is not None and following.character == mark.character and following.at - mark.at <= _NEAR
    )
    return closes_soon and (mark.at == 0 or text[mark.at - 1] not in "。！？")
