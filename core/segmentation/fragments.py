"""A page cut into what a piece can cover: whole lines, and the parts of a line that holds two things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from core.segmentation import marks
from core.text.characters import ends_sentence
from core.text.folding import fold

_MARKDOWN = re.compile(r"\s*(?P<hashes>#{1,6}(?=\s|[^#\s]))?\s*(?:>\s*)?(?:\*\*|__)?\s*")
_CLAUSES = 2
"""So many clauses before the first cell of a row are a paragraph that a table was read into."""

_CELL = 12
"""The longest first cell of such a row (code points)."""

_JUMPS = ("转", "接", "(下", "(上")
"""What is a word of a jump holds one of these; to see so takes a tenth of the time of a pattern."""

_TAKEN = "摄图发"
"""Every credit holds one of these."""

_HEAD = 120
"""How much of a line's end is searched for what closes it (code points)."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A line, or one of the parts of a line that holds two things.

    `start` and `end` are code points of the page; the parts of a line lie end to end. `raw` are its
    characters without white space at the ends and marks of Markdown, `text` the same folded. `level` counts
    the `#` (0: none), `gap` the blank lines above (0 for a later part of a line), `indent` the blank columns
    that it starts with, a full-width space being two.
    """

    start: int
    end: int
    raw: str
    text: str
    level: int = 0
    gap: int = 0
    indent: int = 0
    adjacent: bool = False

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence can end here."""
        return ends_sentence(self.raw)


def fragments_of(text: str) -> list[Fragment]:
    """Cut a page into fragments, top to bottom; blank lines belong to none."""
    folded = fold(text)
    found: list[Fragment] = []
    start = gap = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            found += _parts(line, folded[start:end], start, gap, adjacent=bool(found) and not gap)
            gap = 0
        elif found or start:
            gap += 1
        start = end + 1
    return found


def _parts(line: str, folded: str, start: int, gap: int, *, adjacent: bool) -> Iterator[Fragment]:
    marked = _MARKDOWN.match(folded)
    opening = marked.end() if marked else 0
    level = len(marked["hashes"] or "") if marked else 0
    cuts = [0, *_cuts(folded, opening), len(line)]
    for number, (begin, end) in enumerate(pairwise(cuts)):
        inside = opening if number == 0 else begin
        bare = line[inside:end].lstrip()
        first = end - len(bare)
        raw = bare.rstrip().removesuffix("**").rstrip("# ")
        yield Fragment(
            start + begin,
            start + end,
            raw,
            # Folding keeps every character in its place.
            folded[first : first + len(raw)],
            level if number == 0 else 0,
            gap if number == 0 else 0,
            _columns(line) if number == 0 and not level else 0,
            adjacent if number == 0 else True,
        )


def _columns(line: str) -> int:
    blank = line[: len(line) - len(line.lstrip())]
    return len(blank) + blank.count("\u3000")


def _cuts(folded: str, opening: int) -> list[int]:
    """Find where one line passes from one thing to another: behind a jump, before a jump, credit or table."""
    cuts: list[int] = []
    head = folded[:_HEAD]
    tail_start = max(opening, len(folded) - _HEAD)
    tail = folded[tail_start:].rstrip()
    may_jump = any(map(folded.__contains__, _JUMPS))
    if may_jump and marks.JUMP_WORD.search(head) and (jump := marks.JUMP_FROM.match(head, opening)):
        cuts.append(jump.end())
    if may_jump and marks.JUMP_WORD.search(tail):
        ends = [found.start() for found in marks.JUMP_TO.finditer(tail) if found.end() == len(tail)]
        cuts += [tail_start + place for place in ends[:1]]
    elif (
        any(map(tail.__contains__, _TAKEN))
        and not marks.CREDIT.fullmatch(tail.strip())
        and (credit := marks.CREDIT_TAIL.search(tail))
    ):
        cuts.append(tail_start + credit.start("credit"))
    if row := _row_start(folded, opening):
        cuts.append(row)
    solid = [cut for cut in cuts if folded[opening:cut].strip() and folded[cut:].strip()]
    return sorted(set(solid))


def _row_start(folded: str, opening: int) -> int | None:
    """Return where a table begins behind the prose on the same line, None where none does."""
    tab = folded.find("\t", opening)
    if tab < 0:
        return None
    before = folded[opening : max(opening, tab)]
    start = max(before.rfind(mark) for mark in "。;,:") + 1
    cell = before[start:].strip()
    prose = sum(before[:start].count(mark) for mark in "。;,") >= _CLAUSES
    return opening + start if prose and 0 < len(cell) <= _CELL else None
