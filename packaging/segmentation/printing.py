"""Columns written out as an engine writes them, in both forms, and what each stretch really is."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from opencc import OpenCC
from segmentation.columns import Column, read_order
from segmentation.inventor import Inventor
from segmentation.stories import Part, Story

_HALF = str.maketrans("，：；！？（）", ",:;!?()")
_NOT_FIRST = "，。、；：！？”’）》"
_HEADS = frozenset({"title", "kicker", "subtitle"})


@dataclass(frozen=True)
class Truth:
    """A stretch of the page: its article (None: of none), its place in it, its role, whether it joins."""

    start: int
    end: int
    article: int | None
    order: tuple[int, int]
    role: str
    joins: bool
    tags: frozenset[str]


@dataclass(frozen=True)
class InventedPage:
    """A page and what it is: stretches in page order."""

    text: str
    truths: tuple[Truth, ...]


@dataclass(frozen=True)
class Manner:
    """How an engine writes a page: printed lines or paragraphs, marks of Markdown, what it misreads."""

    printed: bool
    marked: float
    random_levels: bool
    wide_gaps: float
    errors: float
    half_width: bool
    traditional: bool
    indented: bool
    headings_apart: bool


def manner_of(inventor: Inventor, *, printed: bool) -> Manner:
    """Draw the manner of one page."""
    random = inventor.random
    return Manner(
        printed=printed,
        marked=random.choice((0.0, 0.0, 0.6, 1.0)),
        random_levels=random.random() < 0.4,
        wide_gaps=random.choice((0.0, 0.1, 0.3)),
        errors=random.choice((0.0, 0.005, 0.01, 0.03)),
        half_width=random.random() < 0.3,
        traditional=random.random() < 0.12,
        indented=random.random() < 0.2,
        headings_apart=random.random() < 0.5,
    )


class Printer:
    """Writes one page."""

    def __init__(self, manner: Manner, random: Random) -> None:
        self._manner = manner
        self._random = random
        self._measure = random.randint(13, 26)
        self._lines: list[str] = []
        self._truths: list[Truth] = []
        self._length = 0
        self._level = random.choice((1, 2, 2, 3))
        self._converter = OpenCC("s2t") if manner.traditional else None

    def page(self) -> InventedPage:
        """Return what was written so far."""
        return InventedPage("\n".join(self._lines), tuple(self._truths))

    def furniture(self, text: str) -> None:
        """Write a line that belongs to no story."""
        self._blank(1)
        self._write(self._read(text), Part(text, "furniture"), None, (0, 0))
        self._blank(1)

    def column(self, column: Column, article: dict[Part, tuple[int, int]]) -> None:
        """Write one column; `article` says of each part which article it is of, and its place there."""
        self._blank(self._gap(column[0]))
        for number, part in enumerate(column):
            if number and not self._manner.printed and not part.same_line:
                self._blank(self._gap(part) if part.role == "caption" else 1)
            if self._manner.printed:
                self._printed(part, article[part], column[number - 1] if number else None)
            else:
                self._paragraph(part, article[part])

    def _gap(self, part: Part) -> int:
        wide = part.role in {"caption", "title", "kicker"} and self._random.random() < self._manner.wide_gaps
        return 3 if wide else 1

    def _paragraph(self, part: Part, place: tuple[int, int]) -> None:
        mark = ""
        if part.role in {"title", "heading"} and self._random.random() < self._manner.marked:
            level = self._level + (part.role == "heading")
            mark = "#" * (self._random.randint(1, 4) if self._manner.random_levels else level) + " "
        if part.same_line and self._lines:
            self._append(part, place)
        else:
            self._write(mark + self._read(part.text), part, place[0], (place[1], 0))

    def _printed(self, part: Part, place: tuple[int, int], above: Part | None) -> None:
        apart = part.role in _HEADS or (part.role == "heading" and self._manner.headings_apart)
        if apart and (above is None or above.role not in _HEADS):
            self._blank(1)
        for number, line in enumerate(self._broken(part)):
            self._write(self._read(line), part, place[0], (place[1], number))
        if apart:
            self._blank(1)

    def _broken(self, part: Part) -> list[str]:
        """Break a part into printed lines; headlines are set larger, so their lines are shorter."""
        head = part.role in _HEADS
        width = self._random.randint(9, 2 * self._measure) if head else self._measure
        indent = 0 if head or part.joins or part.role in {"jump", "heading", "credit", "byline"} else 2
        lines, rest = [], part.text
        room = width - indent
        while rest:
            cut = room + (rest[room : room + 1] in _NOT_FIRST if len(rest) > room else 0)
            lines.append(rest[:cut])
            rest, room = rest[cut:], width
        if indent and self._manner.indented:
            lines[0] = "\u3000\u3000" + lines[0]
        return lines

    def _append(self, part: Part, place: tuple[int, int]) -> None:
        """Write a part behind the one before it, on the same line."""
        start = self._length - 1
        text = " " + self._read(part.text)
        self._lines[-1] += text
        self._length += len(text)
        tags = frozenset(part.tags)
        self._truths.append(
            Truth(start, start + len(text), place[0], (place[1], 0), part.role, part.joins, tags)
        )

    def _write(self, line: str, part: Part, article: int | None, order: tuple[int, int]) -> None:
        """Write a line of a part; later lines of it go on with its first."""
        end = self._length + len(line)
        tags = frozenset() if order[1] else frozenset(part.tags)
        joins = part.joins or order[1] > 0
        self._truths.append(Truth(self._length, end, article, order, part.role, joins, tags))
        self._lines.append(line)
        self._length = end + 1

    def _blank(self, count: int) -> None:
        while self._lines and count and (len(self._lines) < count or any(self._lines[-count:])):
            self._lines.append("")
            self._length += 1

    def _read(self, text: str) -> str:
        """Return what an engine reads: characters lost, doubled or mistaken, marks of half a width."""
        out = []
        for character in text:
            draw = self._random.random() / max(self._manner.errors, 1e-9)
            if draw < 0.15 and len(text) > 6:
                continue
            if draw < 0.25:
                out.append(character)
            wrong = 0.25 <= draw < 1.0 and character.isalnum()
            out.append(self._random.choice(_MISREAD) if wrong else character)
        found = "".join(out)
        found = found.translate(_HALF) if self._manner.half_width else found
        return self._converter.convert(found) if self._converter else found


_MISREAD = "己未土士曰目人入千干王玉日白甲由田申天夫大太犬木本末几儿力刀万方厂广牛午乌鸟问间门们今令市布而面"


def invented_page(inventor: Inventor, *, printed: bool) -> InventedPage:
    """Invent a page of three to nine stories and write it out."""
    random = inventor.random
    printer = Printer(manner_of(inventor, printed=printed), random)
    stories: list[Story] = [inventor.story() for _ in range(random.randint(3, 9))]
    order = read_order(stories, inventor)
    places = {part: (n, at) for n, story in enumerate(stories) for at, part in enumerate(story.parts)}
    if inventor.names.chance(0.6):
        printer.furniture(inventor.names.masthead())
    after = random.randrange(len(order)) if inventor.names.chance(0.15) else None
    for number, column in enumerate(order):
        printer.column(column, places)
        if number == after and number + 1 < len(order) and not order[number + 1][0].joins:
            printer.furniture(f"热线电话：{inventor.names.telephone()}")
    if inventor.names.chance(0.4):
        printer.furniture(f"责任编辑 {inventor.names.person()} 版式设计 {inventor.names.person()}")
    return printer.page()
