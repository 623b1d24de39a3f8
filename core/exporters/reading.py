"""A page as it is read: paragraphs made whole, furniture and jumps left out, linked halves of a story one.

Every format that is meant for readers starts here, so that all of them say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from unicodedata import east_asian_width

from core.document.layout import Article, ArticleId, Layout, Piece, PieceId, plain
from core.document.role import BESIDE_THE_TEXT, HEADLINE_ROLES, Role
from core.exporters.exporter import Continuation, ExportPage
from core.exporters.leaf import Leaf, Source
from core.links.mark import Direction, jump_marks
from core.text.span import Span

MARKED_ROLES = HEADLINE_ROLES | {Role.HEADING}
"""What an OCR engine may open with Markdown's `#`."""

LINED_ROLES = HEADLINE_ROLES | {Role.TABLE}
"""What is one thing though it has several lines, each a piece."""

SET_APART = MARKED_ROLES | {Role.TABLE}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, made whole: what it is and its text, in one line. The lines of a table stay lines."""

    role: Role
    text: str
    sources: tuple[Source, ...] = field(default=(), compare=False)
    """Where its characters stand, in reading order: all but white space and what was left out."""


@dataclass(frozen=True, slots=True)
class Story:
    """An article as it is read. `name` is a title that an editor gave and that stands nowhere in the text."""

    article: ArticleId
    name: str | None
    paragraphs: tuple[Paragraph, ...]


def stories(page: ExportPage) -> Iterator[Story]:
    """Yield the articles of `page` in reading order; an article of which nothing is read is left out.

    A story that goes on on other pages is read whole where it begins, and there only.
    """
    leaf = Leaf(page.text, page.corrections, page.apparatus)
    spans = dict(page.layout.spans.items())
    for key, article in page.layout:
        if key in page.told_elsewhere:
            continue
        told = _paragraphs(leaf, page.layout, article, spans)
        for rest in page.continuations.get(key, ()):
            told = _read_on(told, rest)
        paragraphs = tuple(told)
        titled = any(paragraph.role is Role.TITLE for paragraph in paragraphs)
        name = None if titled or article.name is None else article.name.strip()
        if name or paragraphs:
            yield Story(key, name or None, paragraphs)


def glued(first: str, second: str) -> str:
    """Join two stretches of a paragraph that a line or column end has torn apart.

    Chinese is joined without a space, words of letters with one. Between two digits none is put: what is torn
    there is a number.
    """
    first, second = unbroken(first), unbroken(second)
    return f"{first}{_seam(first[-1], second[0])}{second}" if first and second else first or second


def unbroken(text: str) -> str:
    """Return the lines of `text` as one, glued as `glued` does."""
    if "\n" not in text:
        return text.strip()
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    seams = [_seam(before[-1], after[0]) for before, after in pairwise(lines)]
    return "".join(part for pair in zip(lines, [*seams, ""], strict=False) for part in pair)


def _seam(before: str, after: str) -> str:
    parted = _is_of_word(before) and _is_of_word(after) and not (before.isdigit() and after.isdigit())
    return " " if parted else ""


def _is_of_word(character: str) -> bool:
    return character.isalnum() and east_asian_width(character) not in "WF"


def _paragraphs(
    leaf: Leaf, layout: Layout, article: Article, spans: Mapping[PieceId, Span]
) -> list[Paragraph]:
    """Return the paragraphs of `article`; `spans` are those of the layout, where they are found faster."""
    found: list[Paragraph] = []
    for key in article.pieces:
        piece, span = layout.pieces[key], spans[key]
        words = _words(piece, span.of(leaf.text))
        if not words or piece.role is Role.JUMP:
            continue
        place = _continued(found, piece)
        if place is None:
            found.append(Paragraph(piece.role, words, (_source(leaf, span, piece),)))
        else:
            before = found[place]
            role, text = _continuation(before, piece, words)
            found[place] = Paragraph(role, text, (*before.sources, _source(leaf, span, piece)))
    return found


def _read_on(told: list[Paragraph], rest: Continuation) -> list[Paragraph]:
    """Return `told` with what stands on another page behind it; its headline there only repeats the first.

    A paragraph torn by the jump is made whole; pictures and tables between its halves come behind it.
    """
    article = rest.layout.articles[rest.article]
    leaf = Leaf(rest.text, rest.corrections, rest.apparatus)
    paragraphs = _paragraphs(leaf, rest.layout, article, dict(rest.layout.spans.items()))
    following = [paragraph for paragraph in paragraphs if paragraph.role not in HEADLINE_ROLES]
    torn = next((at for at, one in enumerate(reversed(told)) if one.role not in BESIDE_THE_TEXT), None)
    first = next((at for at, one in enumerate(following) if one.role not in BESIDE_THE_TEXT), None)
    if torn is None or first is None:
        return told + following
    last = len(told) - 1 - torn
    before = _unmarked(told[last], Direction.TO)
    second = _unmarked(following[first], Direction.FROM)
    opens = next((piece for piece in article.pieces if rest.layout.pieces[piece].role is Role.BODY), None)
    joins = opens is not None and rest.layout.pieces[opens].joins_previous
    seam = [before, second]
    if before.role is second.role is Role.BODY and (joins or not before.text.endswith(ENDS)):
        seam = [Paragraph(Role.BODY, glued(before.text, second.text), before.sources + second.sources)]
    whole = [paragraph for paragraph in seam if paragraph.text]
    beside = [*told[last + 1 :], *following[:first]]
    placed = [*whole, *beside] if len(seam) == 1 else [*whole[:1], *beside, *whole[1:]]
    return [*told[:last], *placed, *following[first + 1 :]]


def _unmarked(paragraph: Paragraph, direction: Direction) -> Paragraph:
    """Return a paragraph without the jump mark that was read into its edge."""
    text, sources = paragraph.text, paragraph.sources
    for mark in jump_marks(text):
        marked = sum(not character.isspace() for character in mark.span.of(text))
        if mark.direction is direction is Direction.TO and mark.span.end == len(text):
            text, last = text[: mark.span.start].rstrip(), sources[-1]
            return replace(paragraph, text=text, sources=(*sources[:-1], last.without_end(marked)))
        if mark.direction is direction is Direction.FROM and mark.span.start == 0:
            text, first = text[mark.span.end :].lstrip(), sources[0]
            return replace(paragraph, text=text, sources=(first.without_start(marked), *sources[1:]))
    return paragraph


ENDS = ("。", "！", "？", "!", "?", "…", "；", ";", "：", ":", "”", "」", "』", "）", ")", "》")
"""What a paragraph ends with that was not torn off."""


def _words(piece: Piece, text: str) -> str:
    if piece.role is Role.TABLE:
        return "\n".join(line.rstrip() for line in text.split("\n") if line.strip())
    whole = unbroken(text)
    return plain(whole) if piece.role in MARKED_ROLES else whole


def _source(leaf: Leaf, span: Span, piece: Piece) -> Source:
    source = Source(leaf, span)
    if piece.role not in MARKED_ROLES:
        return source
    words = unbroken(span.of(leaf.text))
    return source.without_start(len(words) - len(words.lstrip("#")))


def _continued(found: list[Paragraph], piece: Piece) -> int | None:
    """Return the place of the paragraph that `piece` goes on with, None where it opens one of its own."""
    if not found:
        return None
    last = len(found) - 1
    if piece.role in LINED_ROLES and found[last].role is piece.role:
        return last
    if not piece.joins_previous:
        return None
    beside = piece.role in BESIDE_THE_TEXT
    if not beside:
        while last and found[last].role in BESIDE_THE_TEXT:
            last -= 1
    roles = {found[last].role, piece.role}
    # Nothing but its own kind ever runs into a headline, a heading or a table, nor a caption into the story.
    apart = len(roles) > 1 and roles & SET_APART
    return None if apart or beside != (found[last].role in BESIDE_THE_TEXT) else last


def _continuation(before: Paragraph, piece: Piece, words: str) -> tuple[Role, str]:
    """Return what `before` becomes when `piece` goes on with it."""
    if piece.role is Role.TABLE:
        return Role.TABLE, f"{before.text}\n{words}"
    if not piece.joins_previous:  # a further line of a headline
        return before.role, f"{before.text} {words}"
    # A dateline or byline that the story goes on from in the same line is part of the story's paragraph.
    role = Role.BODY if Role.BODY in (before.role, piece.role) else before.role
    return role, glued(before.text, words)
