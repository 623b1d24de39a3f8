"""An article as links see it: what it is called, where it is torn off, what its story is about."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.document.layout import Article, ArticleId, Layout, Link, PieceId, plain, title_of
from core.document.role import HEADLINE_ROLES, Role
from core.language.gram_table import mixed, sums_of
from core.language.symbols import codes_of, is_han_code
from core.links.mark import Direction, JumpMark, jump_marks, page_number
from core.text.folding import fold
from core.text.hashes import Hashes
from core.text.span import Span

Words = npt.NDArray[np.uint32]
"""The pairs of Han characters of a text, each once, sorted."""

TOLD = frozenset({Role.BODY, Role.HEADING, *HEADLINE_ROLES})
"""The roles that tell what a story is about."""

EDGE = 12
"""So much of either side of a seam is looked at (code points)."""

STOPS = frozenset("。！？!?…；;”」』）)")
"""What a paragraph that was not torn off ends with."""


PASSAGE = 10
"""The length of what two tellings of a story share (code points)."""

SAMPLED = 4
"""One in so many passages is kept to know a text by."""

SAID_AGAIN = 0.15
"""A text that has such a share of another's passages says the same once more: it is not how that goes on."""


@dataclass(frozen=True, eq=False)
class Half:
    """One article and what may tie it to another.

    `headlines` are its headline and what its marks say of it, folded. `passages` are hashes of some of what
    its body says, sorted. `begin` and `end` are the edges of its
    body without the marks. `to` and `origin` are the marks 下转 and 上接, None where it has none; `linked_to`
    and `linked_from` the links an editor has accepted.
    """

    page: int
    article: ArticleId
    title: str
    headlines: tuple[str, ...]
    words: Words
    passages: Hashes
    begin: str
    end: str
    to: JumpMark | None
    origin: JumpMark | None
    linked_to: Link | None = None
    linked_from: Link | None = None

    @property
    def is_torn_off(self) -> bool:
        """Whether its last paragraph ends before its sentence does."""
        return bool(self.end) and self.end[-1] not in STOPS


def say_the_same(one: Half, other: Half) -> bool:
    """Say whether two articles tell one story twice, as two papers do, and so are no halves of one."""
    shared = len(np.intersect1d(one.passages, other.passages, assume_unique=True))
    return shared > SAID_AGAIN * max(1, min(len(one.passages), len(other.passages)))


def halves_of(page: int, text: str, layout: Layout) -> tuple[Half, ...]:
    """Return all articles of a page in reading order."""
    marks = list(jump_marks(text))
    return tuple(_half(page, text, layout, key, marks) for key in layout.order)


def pairs_of(text: str) -> Words:
    """Return the pairs of Han characters that stand together in `text`, which is folded."""
    codes = codes_of(text)
    is_han = is_han_code(codes)
    together = is_han[:-1] & is_han[1:]
    return np.unique(codes[:-1][together] << np.uint32(16) | codes[1:][together])


def passages_of(text: str) -> Hashes:
    """Return hashes of one in SAMPLED of the passages of a folded text, whichever page it stands on."""
    codes = codes_of(text)
    hashes = np.unique(mixed(sums_of(codes[is_han_code(codes)], PASSAGE), PASSAGE))
    return np.asarray(hashes[hashes % np.uint64(SAMPLED) == 0], dtype=np.uint64)


def _half(page: int, text: str, layout: Layout, key: ArticleId, marks: list[JumpMark]) -> Half:
    article = layout.articles[key]
    inside = [mark for mark in marks if any(_holds(layout, piece, mark) for piece in article.pieces)]
    goes = [mark for mark in inside if mark.direction is Direction.TO]
    came = [mark for mark in inside if mark.direction is Direction.FROM]
    to = goes[-1] if goes else _told(layout, article, article.continued_to, Direction.TO)
    origin = came[0] if came else _told(layout, article, article.continued_from, Direction.FROM)
    gone = [mark.span for mark in (*goes, *came)]
    body = [
        words
        for piece in article.pieces
        if layout.pieces[piece].role is Role.BODY and (words := _without(text, layout.spans[piece], gone))
    ]
    told = "\n".join(layout.spans[it].of(text) for it in article.pieces if layout.pieces[it].role in TOLD)
    headline = "".join(
        plain(layout.spans[it].of(text)) for it in article.pieces if layout.pieces[it].role in HEADLINE_ROLES
    )
    spoken = [headline, article.name or "", *(mark.headline for mark in (to, origin) if mark is not None)]
    return Half(
        page,
        key,
        title_of(layout, key, text),
        tuple(fold(words) for words in spoken if words),
        pairs_of(fold(told)),
        passages_of(fold("".join(body))),
        body[0][:EDGE] if body else "",
        body[-1][-EDGE:] if body else "",
        to,
        origin,
        article.linked_to,
        article.linked_from,
    )


def _holds(layout: Layout, piece: PieceId, mark: JumpMark) -> bool:
    span = layout.spans[piece]
    return span.start < mark.span.end and mark.span.start < span.end


def _told(layout: Layout, article: Article, page: str | None, direction: Direction) -> JumpMark | None:
    """Return the mark that segmentation has read where it is too damaged to be read here."""
    number = page_number(page.strip("第版")) if page else None
    if number is None:
        return None
    jumps = [it for it in article.pieces if layout.pieces[it].role is Role.JUMP]
    at = jumps or [article.pieces[-1] if direction is Direction.TO else article.pieces[0]]
    return JumpMark(direction, (number,), "", layout.spans[at[-1 if direction is Direction.TO else 0]])


def _without(text: str, span: Span, gone: list[Span]) -> str:
    """Return what is left of a stretch without the marks inside it."""
    at, parts = span.start, []
    for mark in sorted(gone):
        if span.start <= mark.start and mark.end <= span.end:
            parts.append(text[at : mark.start])
            at = mark.end
    return "".join([*parts, text[at : span.end]]).strip()
