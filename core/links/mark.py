"""Jump marks as printed: 下转第四版, 上接A04版《…》; which way they point, to which pages, of which story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from core.text.folding import fold
from core.text.numerals import value_of
from core.text.span import Span


class Direction(StrEnum):
    """Which way a jump mark points."""

    TO = "to"
    """下转: the story goes on there."""
    FROM = "from"
    """上接: the story began there."""


@dataclass(frozen=True, slots=True)
class JumpMark:
    """A jump mark: where it stands (code points), and what it says.

    `pages` are the pages it names, as `page_number` writes them (`4`, `A4`); `headline` are the words it
    gives of the story's headline, folded, "" where it gives none.
    """

    direction: Direction
    pages: tuple[str, ...]
    headline: str
    span: Span


_DIGITS = "0-9一二三四五六七八九十〇零"
_NUMBER = rf"(?:[A-Z] ?)?[{_DIGITS}]{{1,3}}"
_PAGES = rf"第? ?(?P<pages>{_NUMBER}(?: ?[、,,至到-] ?第?{_NUMBER}){{0,5}}) ?版"
_HEADLINE = r"(?: ?文字)?(?: ?[《〈](?P<quoted>[^《》〈〉\n]{2,40})[》〉])?"
_OPEN = r"(?P<open>[(\[〈]|[·■□◆◇▲△★☆◎○▼▽►▶※*] ?)?"
_MARK = re.compile(
    rf"{_OPEN} ?(?P<word>下转|续转|紧转|紧?上接|紧接|转|接|续) ?{_PAGES}{_HEADLINE}(?: ?(?P<close>[)\]〉]))?"
)
_CALLED = re.compile(r" ?[::] ?(?P<called>[^。!?;\n]{2,40})$", re.MULTILINE)
_LIKELY = re.compile("[转轉接续續][^\n版]{1,24}版")
_SIGN = re.compile(rf"[转接续] ?第? ?(?:[A-Z] ?)?[{_DIGITS}]")
_BEFORE_SIGN = 5
"""A bracket or bullet, spaces and the first characters of the word (code points)."""

_TO_WORDS = frozenset({"下转", "续转", "紧转", "转"})
_BARE_WORDS = frozenset({"转", "接", "续", "紧接"})
_BETWEEN = re.compile(" ?[、,至到-] ?第?")
_RANGES = frozenset("至到-")
_LONGEST_RANGE = 16


def jump_marks(text: str) -> Iterator[JumpMark]:
    """Yield the jump marks of `text` from top to bottom.

    A single 转 or 接 is one only in brackets, behind a bullet or alone on its line: the words are common.
    """
    if not _LIKELY.search(text):
        return
    folded = fold(text)
    for found in _found(folded):
        if found["word"] in _BARE_WORDS and not (_is_set_apart(found) or _is_alone(folded, found)):
            continue
        pages = _pages(found["pages"])
        if pages:
            called = None if found["quoted"] or found["close"] else _CALLED.match(folded, found.end())
            end = called.end() if called else found.end()
            headline = found["quoted"] or (called["called"] if called else "")
            direction = Direction.TO if found["word"] in _TO_WORDS else Direction.FROM
            yield JumpMark(direction, pages, headline.strip(), Span(found.start(), end))


def _found(folded: str) -> Iterator[re.Match[str]]:
    """Yield what has the form of a mark; looking for its sign first is ten times as quick."""
    end = 0
    for sign in _SIGN.finditer(folded):
        starts = range(max(end, sign.start() - _BEFORE_SIGN), sign.start() + 1)
        found = next((it for at in starts if (it := _MARK.match(folded, at))), None)
        if found is not None:
            yield found
            end = found.end()


def page_number(words: str) -> str | None:
    """Return a page's number as marks are compared by it: 四 and 04 as `4`, A04 as `A4`; None: it is none."""
    plain = fold(words).replace(" ", "").upper()
    letter = plain[:1] if plain[:1].isascii() and plain[:1].isalpha() else ""
    value = value_of(plain.removeprefix(letter))
    return None if value is None or value != int(value) or not 0 < value < 1000 else f"{letter}{int(value)}"


def _is_set_apart(found: re.Match[str]) -> bool:
    return found["open"] is not None


def _is_alone(text: str, found: re.Match[str]) -> bool:
    before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
    end = text.find("\n", found.end())
    return not before.strip() and not text[found.end() : len(text) if end < 0 else end].strip()


def _pages(words: str) -> tuple[str, ...]:
    """Read a list of pages; of 2-4 also the page between."""
    found: list[str] = []
    at = 0
    is_range = False
    for between in [*_BETWEEN.finditer(words), None]:
        number = page_number(words[at : between.start() if between else None])
        if number is not None:
            found += _through(found[-1], number) if is_range and found else [number]
        if between is not None:
            at, is_range = between.end(), between.group().strip()[0] in _RANGES
    return tuple(dict.fromkeys(found))


def _through(first: str, last: str) -> list[str]:
    letter = first[0] if first[0].isalpha() else ""
    start, end = int(first.removeprefix(letter)), last.removeprefix(letter)
    if not end.isdecimal() or not 0 < int(end) - start <= _LONGEST_RANGE:
        return [last]
    return [f"{letter}{number}" for number in range(start + 1, int(end) + 1)]
