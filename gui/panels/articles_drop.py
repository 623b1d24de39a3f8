"""Where in the tree something can be dropped: what the mouse points at, and what would come of it."""

from __future__ import annotations

from dataclasses import dataclass

from core.document.layout import ArticleId, PieceId
from gui.panels.articles_model import ArticlesModel, Nodes
from gui.panels.articles_shown import FURNITURE

EDGE = 0.28
"""Which part of a heading's height, at its upper and lower edge, means the gap between two articles."""


@dataclass(frozen=True)
class Into:
    """Put it into an article, before the piece `before`; at the end where that is None."""

    article: ArticleId
    before: PieceId | None = None


@dataclass(frozen=True)
class Between:
    """Put it between articles: before the one that is number `position` of the reading order."""

    position: int


@dataclass(frozen=True)
class Aside:
    """Put it among the furniture."""


Goal = Into | Between | Aside


@dataclass(frozen=True)
class Drop:
    """A goal and how it is shown: a line above row `row` (below the last one where there is no such row).

    `box`: the whole row is framed instead.
    """

    goal: Goal
    row: int
    box: bool = False


def drop_at(model: ArticlesModel, nodes: Nodes, row: int, depth: float) -> Drop | None:
    """Return what dropping `nodes` does `depth` (0 to 1) of the way down row `row`; None: nothing.

    A row below the last one (as many as there are rows) is the free ground under the list.
    """
    drop = _drop(model, row, depth)
    return None if drop is None or _changes_nothing(model, nodes, drop.goal) else drop


def _drop(model: ArticlesModel, row: int, depth: float) -> Drop | None:
    rows = model.rowCount()
    articles = [article for article in model.articles if article != FURNITURE]
    if row >= rows:
        furniture = model.row_of_article(FURNITURE)
        return Drop(Between(len(articles)), rows if furniture is None else furniture)
    owner, piece = model.owner_at(row), model.piece_at(row)
    if owner == FURNITURE:
        heading = model.row_of_article(FURNITURE) or 0
        above = piece is None and depth < EDGE
        return Drop(Between(len(articles)), row) if above else Drop(Aside(), heading, box=True)
    position = articles.index(owner)
    if piece is None and depth < EDGE:
        return Drop(Between(position), row)
    if piece is None and depth <= 1 - EDGE:
        return Drop(Into(owner), row, box=True)
    held = model.shown.layout.articles[owner].pieces
    if piece is None:
        opened = owner in model.opened()
        return Drop(Into(owner, held[0]), row + 1) if opened else Drop(Between(position + 1), row + 1)
    at = held.index(piece) + (depth >= 0.5)
    return Drop(Into(owner, held[at] if at < len(held) else None), row + (depth >= 0.5))


def _changes_nothing(model: ArticlesModel, nodes: Nodes, goal: Goal) -> bool:
    """Say whether everything is there already; a list of articles is dropped upon itself in vain too."""
    layout = model.shown.layout
    moving = set(nodes.pieces).union(*(layout.articles[article].pieces for article in nodes.articles))
    if isinstance(goal, Aside):
        return moving <= set(layout.furniture)
    if isinstance(goal, Into):
        held = layout.articles[goal.article].pieces
        if moving >= set(held):
            return True
        following = list(held[held.index(goal.before) :]) if goal.before is not None else []
        anchor = next((piece for piece in following if piece not in moving), None)
        kept = [piece for piece in held if piece not in moving]
        at = len(kept) if anchor is None else kept.index(anchor)
        inside = [piece for piece in held if piece in moving]
        return len(inside) == len(moving) and [*kept[:at], *inside, *kept[at:]] == list(held)
    if nodes.pieces or not nodes.articles:
        whole = {layout.articles[key].pieces for key in layout.order}
        return any(moving == set(pieces) for pieces in whole)
    chosen = set(nodes.articles)
    above = [key for key in layout.order[: goal.position] if key not in chosen]
    below = [key for key in layout.order[goal.position :] if key not in chosen]
    inside_order = [key for key in layout.order if key in chosen]
    return [*above, *inside_order, *below] == list(layout.order)
