"""The paragraphs of a page as they are read, whether or not its articles are known yet."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from core.document.layout import Article, ArticleId, Layout
from core.document.page import PageView
from core.document.role import Role
from core.text.characters import ends_sentence
from core.text.span import Span

JUMP_TO = re.compile("下[转轉].{0,8}版")
"""The words that send the reader on to another page."""

JUMP_FROM = re.compile("(?:上接|[紧緊]接).{0,8}版")
"""The words that say where a story comes from."""

RUNNING = frozenset({Role.BODY, Role.CAPTION})
"""Roles whose text runs in sentences."""

_PAUSE = re.compile("[。！？；，、!?;,]")
_LEAST_BODY = 20
_WIDEST_COLUMN = 60
_NARROWEST = 0.75
_MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: the stretches of the page it is made of, in reading order, and their text in a row.

    `article` is None outside of articles and where none are known. `from_elsewhere` and `to_elsewhere` say
    that the paragraph begins or ends an article's part on this page, so that it need not be whole there.
    """

    spans: tuple[Span, ...]
    text: str
    role: Role
    article: ArticleId | None = None
    from_elsewhere: bool = False
    to_elsewhere: bool = False

    def place(self, start: int, end: int) -> Span:
        """Return where `text[start:end]` stands on the page; beyond a column's end it is cut off."""
        bounds = [0, *accumulate(map(len, self.spans))]
        row = min(bisect_right(bounds, start) - 1, len(self.spans) - 1)
        inner = self.spans[row].start + start - bounds[row]
        last = min(max(bisect_right(bounds, end - 1) - 1, row), len(self.spans) - 1)
        outer = self.spans[last].start + end - bounds[last]
        return Span(inner, outer if outer >= inner else self.spans[row].end)

    def seams(self) -> list[int]:
        """List the positions in `text` where one stretch ends and the next begins."""
        return list(accumulate(map(len, self.spans)))[:-1]

    @property
    def runs(self) -> bool:
        """Whether it is made of sentences, as opposed to headings, bylines and tables."""
        return self.role in RUNNING


def paragraphs(page: PageView) -> list[Paragraph]:
    """List the paragraphs of `page` in reading order: by its layout, or by their looks where it has none."""
    if not page.layout.pieces:
        return list(_guessed(page))
    return [paragraph for paragraph in _known(page.text, page.layout) if paragraph.text]


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
    for number, (spans, role) in enumerate(zip(groups, roles, strict=True)):
        begins = bool(running) and number == running[0] and article.continued_from is not None
        ends = bool(running) and number == running[-1] and article.continued_to is not None
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
        role,
        article,
        from_elsewhere or JUMP_FROM.search(whole, 0, 40) is not None,
        to_elsewhere or JUMP_TO.search(whole, max(0, len(whole) - 20)) is not None,
    )


def stripped(text: str, span: Span) -> Span:
    """Return `span` without the white space at its ends."""
    held = span.of(text)
    start = span.start + len(held) - len(held.lstrip())
    return Span(start, max(start, span.start + len(held.rstrip())))


def _guessed(page: PageView) -> Iterator[Paragraph]:
    waiting: list[Span] = []
    for spans in _blocks(page):
        body = looks_like_body("".join(span.of(page.text) for span in spans))
        if waiting and body:
            waiting += spans
        else:
            if waiting:
                yield _paragraph(page.text, waiting, Role.BODY)
            waiting = []
            if not body:
                yield _paragraph(page.text, spans, _guessed_role(spans[0].of(page.text)))
                continue
            waiting = list(spans)
        if not _torn(waiting[-1].of(page.text)):
            yield _paragraph(page.text, waiting, Role.BODY)
            waiting = []
    if waiting:
        yield _paragraph(page.text, waiting, Role.BODY)


def _torn(line: str) -> bool:
    return not ends_sentence(line) and not line.endswith(("：", ":")) and JUMP_TO.search(line) is None


def _blocks(page: PageView) -> Iterator[list[Span]]:
    """Yield the lines of each paragraph that was printed in one column; a line of a heading alone."""
    block: list[Span] = []
    for line in page.lines.spans():
        bare = stripped(page.text, line)
        if len(bare):
            block.append(bare)
        elif block:
            yield from _split(page.text, block)
            block = []
    if block:
        yield from _split(page.text, block)


def _split(text: str, block: list[Span]) -> Iterator[list[Span]]:
    widest = max(map(len, block))
    full = [len(line) >= _NARROWEST * widest for line in block[:-1]]
    torn = [not ends_sentence(line.of(text)) for line in block[:-1]]
    mostly = _MOSTLY * len(full)
    if widest > _WIDEST_COLUMN or sum(full) < mostly or sum(torn) < mostly:
        yield from ([line] for line in block)
        return
    group = [block[0]]
    for previous, line in pairwise(block):
        if ends_sentence(previous.of(text)) and len(previous) < widest - 1:
            yield group
            group = []
        group.append(line)
    yield group


def looks_like_body(line: str) -> bool:
    """Say whether a line without a known role is running text rather than a heading, a byline or a table."""
    if line.startswith(("#", "|")) or "\t" in line:
        return False
    return len(line) >= 2 and (
        ends_sentence(line) or (len(line) >= _LEAST_BODY and bool(_PAUSE.search(line)))
    )


def _guessed_role(line: str) -> Role:
    return Role.TABLE if "\t" in line or line.startswith("|") else Role.HEADING
