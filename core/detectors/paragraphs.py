"""The paragraphs of a page as they are read, whether or not its articles are known yet."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from core.detectors.guessing import JUMP_TO, guessed, stripped
from core.document.layout import Article, ArticleId, Layout
from core.document.page import PageView
from core.document.role import Role
from core.text.span import Span

JUMP_FROM = re.compile("(?:上接|[紧緊]接).{0,8}版")
"""The words that say where a story comes from."""

RUNNING = frozenset({Role.BODY, Role.CAPTION})
"""Roles whose text runs in sentences."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: the stretches of the page it is made of, in reading order, and their text in a row.

    `bounds` are the positions in `text` where its stretches begin, and its end.
    `article` is None outside of articles and where none are known. `from_elsewhere` and `to_elsewhere` say
    that the paragraph begins or ends an article's part on this page, so that it need not be whole there.
    """

    spans: tuple[Span, ...]
    text: str
    bounds: tuple[int, ...]
    role: Role
    article: ArticleId | None = None
    from_elsewhere: bool = False
    to_elsewhere: bool = False

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


def paragraphs(page: PageView) -> tuple[Paragraph, ...]:
    """List the paragraphs of `page` in reading order: by its layout, or by their looks where it has none."""
    return page.once(_paragraphs)


def _paragraphs(page: PageView) -> tuple[Paragraph, ...]:
    if not page.layout.pieces:
        return tuple(_paragraph(page.text, spans, role) for spans, role in guessed(page))
    return tuple(paragraph for paragraph in _known(page.text, page.layout) if paragraph.text)


def _known(text: str, layout: Layout) -> Iterator[Paragraph]:
    for key, article in layout:
        yield from _of_article(text, layout, key, article)
    for piece in layout.furniture:
        yield _paragraph(text, [layout.spans[piece]], layout.pieces[piece].role)


def _of_article(text: str, layout: Layout, key: ArticleId, article: Article) -> Iterator[Paragraph]:
    groups: list[list[Span]] = []
    roles: list[Role] = []
    for piece in article.pieces:
        if groups and layout.pieces[piece].joins_previous:
            groups[-1].append(layout.spans[piece])
        else:
            groups.append([layout.spans[piece]])
            roles.append(layout.pieces[piece].role)
    running = [number for number, role in enumerate(roles) if role in RUNNING]
    came = (article.continued_from or article.linked_from) is not None
    goes_on = (article.continued_to or article.linked_to) is not None
    for number, (spans, role) in enumerate(zip(groups, roles, strict=True)):
        begins = bool(running) and number == running[0] and came
        ends = bool(running) and number == running[-1] and goes_on
        yield _paragraph(text, spans, role, key, from_elsewhere=begins, to_elsewhere=ends)


def _paragraph(
    text: str,
    spans: list[Span],
    role: Role,
    article: ArticleId | None = None,
    *,
    from_elsewhere: bool = False,
    to_elsewhere: bool = False,
) -> Paragraph:
    bare = tuple(stripped(text, span) for span in spans)
    whole = "".join(span.of(text) for span in bare)
    return Paragraph(
        bare,
        whole,
        (0, *accumulate(map(len, bare))),
        role,
        article,
        from_elsewhere or JUMP_FROM.search(whole, 0, 40) is not None,
        to_elsewhere or JUMP_TO.search(whole, max(0, len(whole) - 20)) is not None,
    )
