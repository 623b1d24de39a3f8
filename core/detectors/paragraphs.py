"""The paragraphs of a page as they are read, whether or not its articles are known yet."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from core.detectors.guessing import JUMP_TO, guessed, stripped
from core.document.finding import Finding, Place
from core.document.layout import Article, ArticleId, Layout, Piece
from core.document.page import PageView
from core.document.role import Role
from core.text.folding import fold
from core.text.span import Span

JUMP_FROM = re.compile("(?:上接|[紧緊]接).{0,8}版")
"""The words that say where a story comes from."""

RUNNING = frozenset({Role.BODY, Role.CAPTION})
"""Roles whose text runs in sentences."""


Known = TypeVar("Known")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: the stretches of the page it is made of, in reading order, and their text in a row.

    `folded` is `text` folded. `bounds` are the positions in `text` where its stretches begin, and its end.
    `article` is None outside of articles and where none are known. `from_elsewhere` and `to_elsewhere` say
    that the paragraph begins or ends an article's part on this page, so that it need not be whole there.
    """

    spans: tuple[Span, ...]
    text: str
    folded: str
    bounds: tuple[int, ...]
    role: Role
    article: ArticleId | None = None
    from_elsewhere: bool = False
    to_elsewhere: bool = False
    _known: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def start(self) -> int:
        """Where on the page its first character stands, whichever of its stretches that is in."""
        return self.spans[0].start if len(self.spans) == 1 else min(span.start for span in self.spans)

    @property
    def by_itself(self) -> Hashable:
        """All that is known of it but for its article and its place: how its stretches lie to each other."""
        start = self.start
        apart = self.spans if len(self.spans) > 1 else ()
        lie = tuple((span.start - start, span.end - start) for span in apart)
        return self.text, lie, self.role, self.from_elsewhere, self.to_elsewhere

    def learn_from(self, before: Paragraph) -> None:
        """Take over what is known of `before`, which was the same but for its place and its article."""
        self._known.update(before._known)

    def once(self, work_out: Callable[[Paragraph], Known]) -> Known:
        """Return what `work_out` says of the paragraph as if it stood alone, at the head of a page.

        It is not worked out again as long as the paragraph stays as it is, whatever changes around it.
        """
        if work_out not in self._known:
            start = self.start
            spans = tuple(span.moved(-start) for span in self.spans)
            self._known[work_out] = work_out(replace(self, spans=spans, article=None))
        known: Known = self._known[work_out]
        return known

    def place(self, start: int, end: int) -> Span:
        """Return where `text[start:end]` stands on the page; beyond a column's end it is cut off."""
        row = min(bisect_right(self.bounds, start) - 1, len(self.spans) - 1)
        inner = self.spans[row].start + start - self.bounds[row]
        last = min(max(bisect_right(self.bounds, end - 1) - 1, row), len(self.spans) - 1)
        outer = self.spans[last].start + end - self.bounds[last]
        return Span(inner, outer if outer >= inner else self.spans[row].end)

    @property
    def places(self) -> npt.NDArray[np.int64]:
        """Where each character of `text` stands on the page."""
        parts = [np.arange(span.start, span.end) for span in self.spans]
        return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int64)

    @property
    def runs(self) -> bool:
        """Whether it is made of sentences, as opposed to headings, bylines and tables."""
        return self.role in RUNNING


Find = Callable[[Paragraph], Sequence[Finding]]
"""What is suspect in a paragraph, whatever stands around it."""


def found_in(page: PageView, known: Iterable[Paragraph], find: Find) -> Iterator[Finding]:
    """Yield what `find` says of paragraphs of `page`; of one that was there before it is known.

    The places related to a finding must lie in its own paragraph.
    """
    for paragraph in known:
        found = paragraph.once(find)
        start = paragraph.start if found else 0
        for one in found:
            related = tuple(Place(page.key, place.span.moved(start)) for place in one.related)
            yield replace(one, span=one.span.moved(start), related=related)


def paragraphs(page: PageView) -> tuple[Paragraph, ...]:
    """List the paragraphs of `page` in reading order: by its layout, or by their looks where it has none."""
    return page.once(_paragraphs)


def _paragraphs(page: PageView) -> tuple[Paragraph, ...]:
    texts = _Texts(page.text, fold(page.text))
    if not page.layout.pieces:
        listed = [_paragraph(texts, spans, role) for spans, role in guessed(page)]
    else:
        listed = [paragraph for paragraph in _listed(texts, page.layout) if paragraph.text]
    before = {paragraph.by_itself: paragraph for paragraph in page.earlier(_paragraphs) or ()}
    for paragraph in listed if before else ():
        same = before.get(paragraph.by_itself)
        if same is not None:
            paragraph.learn_from(same)
    return tuple(listed)


@dataclass(frozen=True, slots=True)
class _Texts:
    """The text of a page, as it is written and folded."""

    written: str
    folded: str


def _listed(texts: _Texts, layout: Layout) -> Iterator[Paragraph]:
    # One by one they would be searched for in the table.
    spans = dict(layout.spans.items())
    for key, article in layout:
        held = [(spans[piece], layout.pieces[piece]) for piece in article.pieces]
        yield from _of_article(texts, held, key, article)
    for piece in layout.furniture:
        yield _paragraph(texts, [spans[piece]], layout.pieces[piece].role)


def _of_article(
    texts: _Texts, pieces: Sequence[tuple[Span, Piece]], key: ArticleId, article: Article
) -> Iterator[Paragraph]:
    groups: list[list[Span]] = []
    roles: list[Role] = []
    for span, piece in pieces:
        if groups and piece.joins_previous:
            groups[-1].append(span)
        else:
            groups.append([span])
            roles.append(piece.role)
    running = [number for number, role in enumerate(roles) if role in RUNNING]
    came = (article.continued_from or article.linked_from) is not None
    goes_on = (article.continued_to or article.linked_to) is not None
    for number, (spans, role) in enumerate(zip(groups, roles, strict=True)):
        begins = bool(running) and number == running[0] and came
        ends = bool(running) and number == running[-1] and goes_on
        yield _paragraph(texts, spans, role, key, from_elsewhere=begins, to_elsewhere=ends)


def _paragraph(
    texts: _Texts,
    spans: list[Span],
    role: Role,
    article: ArticleId | None = None,
    *,
    from_elsewhere: bool = False,
    to_elsewhere: bool = False,
) -> Paragraph:
    bare = tuple(stripped(texts.written, span) for span in spans)
    whole = "".join(span.of(texts.written) for span in bare)
    return Paragraph(
        bare,
        whole,
        "".join(span.of(texts.folded) for span in bare),
        (0, *accumulate(map(len, bare))),
        role,
        article,
        from_elsewhere or JUMP_FROM.search(whole, 0, 40) is not None,
        to_elsewhere or JUMP_TO.search(whole, max(0, len(whole) - 20)) is not None,
    )
