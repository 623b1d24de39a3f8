"""Items that count themselves: 一、二、 or （一）（二） at the beginning of lines, 一是…二是… inside one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.text.numerals import CHINESE, in_chinese, value_of

_SAID = f"[{CHINESE}]{{1,5}}"
_LEADING = (
    ("chapter", re.compile(f"(?P<before>#* *第)(?P<number>{_SAID})(?P<behind>[编章])(?![,。;、])")),
    ("section", re.compile(f"(?P<before>#* *第)(?P<number>{_SAID})(?P<behind>节)(?![,。;、课])")),
    ("article", re.compile(rf"(?P<before>#* *第)(?P<number>{_SAID})(?P<behind>条)(?=[ \u3000])")),
    ("comma", re.compile(f"(?P<before>#* *)(?P<number>{_SAID})(?P<behind>、)")),
    ("bracket", re.compile(rf"(?P<before>#* *\()(?P<number>{_SAID})(?P<behind>\))")),
    ("point", re.compile(r"(?P<before>#* *)(?P<number>\d{1,2})(?P<behind>(?:\.(?!\d)|、))")),
    ("bracketed point", re.compile(r"(?P<before>#* *\(?)(?P<number>\d{1,2})(?P<behind>\))")),
)
"""The ways to number lines, the widest first: each begins those below it anew."""

_PER_ARTICLE = frozenset({"chapter", "section", "article"})

INLINE = (
    (
        "是",
        re.compile("(?<=[。;:,!?])(?:第)?(?P<number>[一二三四五六七八九十])(?P<behind>是|要|靠)(?!在于|一)"),
    ),
    ("第", re.compile("(?:^|(?<=[。;:!?”]))第(?P<number>[一二三四五六七八九十])(?P<behind>[,、])")),
    ("其", re.compile("(?:^|(?<=[。;:!?”]))其(?P<number>[一二三四五六七八九])(?P<behind>[,、])")),
)
"""The ways to number inside a line; where they come back to one, a new list begins."""


@dataclass(frozen=True, slots=True)
class Item:
    """What begins an item: which line it stands in, where its number stands there, what it is, its way."""

    line: int
    start: int
    end: int
    number: int
    way: str

    def written(self, number: int, text: str) -> str:
        """Return `number` written as this item's own stands in `text`."""
        return str(number) if text[self.start : self.end].isdigit() else in_chinese(number)


def leading_item(line: int, folded: str) -> Item | None:
    """Return the item that a folded line begins with."""
    bare = len(folded) - len(folded.lstrip(" \u3000"))
    for way, pattern in _LEADING:
        found = pattern.match(folded, bare)
        if found:
            value = value_of(found["number"])
            if value is None or not 1 <= value <= 2000 or found["number"].startswith(("零", "〇")):
                return None
            return Item(line, *found.span("number"), int(value), way)
    return None


def depth_of(way: str) -> int:
    """Return how far down a way of numbering lines stands, 0 for the widest."""
    return next(depth for depth, (name, _) in enumerate(_LEADING) if name == way)


def series(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Part the items of one article into lists: each way for itself, anew below a wider one, anew at one.

    Chapters and clauses count through, whatever stands between them.
    """
    running: dict[str, list[Item]] = {}
    for item in items:
        depth = depth_of(item.way)
        for way in [way for way in running if depth_of(way) > depth and way not in _PER_ARTICLE]:
            yield running.pop(way)
        if item.way == "chapter" and "section" in running:
            yield running.pop("section")
        if item.number == 1 and item.way in running:
            yield running.pop(item.way)
        running.setdefault(item.way, []).append(item)
    yield from running.values()


def inline_series(line: int, folded: str) -> Iterator[list[Item]]:
    """Yield the lists inside a folded line that begin with one and go on."""
    for way, pattern in INLINE:
        running: list[Item] = []
        for found in pattern.finditer(folded):
            item = Item(
                line, *found.span("number"), int(value_of(found["number"]) or 0), way + found["behind"]
            )
            if item.number == 1:
                yield running
                running = []
            elif running and item.way != running[0].way:
                continue
            if running or item.number == 1:
                running.append(item)
        yield running
