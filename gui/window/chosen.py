"""What a gesture about articles is about: what is chosen in the tree, or the lines chosen in the text."""

from __future__ import annotations

from dataclasses import dataclass

from core.document.claiming import Selection
from core.document.layout import ArticleId, Layout
from core.text.lines import Lines
from core.text.span import Span
from gui.desk.mirror import PageMirror
from gui.panels.articles_model import Nodes


@dataclass(frozen=True)
class Chosen:
    """The pieces, by themselves or as a stretch of text, and the articles they are in, as they are read.

    `whole`: whole articles were chosen, and nothing else.
    """

    selection: Selection
    articles: tuple[ArticleId, ...]
    whole: bool = False


def chosen_in_tree(layout: Layout, nodes: Nodes) -> Chosen:
    """Return what nodes of the tree stand for; an article stands for all its pieces."""
    articles = [article for article in nodes.articles if article in layout.articles]
    pieces = [piece for article in articles for piece in layout.articles[article].pieces]
    pieces += [piece for piece in nodes.pieces if piece in layout.pieces]
    wanted = set(pieces)
    held = tuple(key for key, article in layout if not wanted.isdisjoint(article.pieces))
    return Chosen(tuple(pieces), held, bool(articles) and not nodes.pieces)


def chosen_in_text(mirror: PageMirror, span: Span) -> Chosen:
    """Return what the lines that `span` reaches stand for."""
    lines = Lines(mirror.text)
    numbers = lines.touching(span)
    whole = Span(lines.span(numbers[0]).start, lines.span(numbers[-1]).end)
    reached = set(mirror.layout.spans.overlapping(whole))
    held = tuple(key for key, article in mirror.layout if not reached.isdisjoint(article.pieces))
    return Chosen(span, held)
