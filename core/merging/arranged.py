"""Two arrangements of a page that began as one: whose articles and roles are to stand."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from core.document.layout import Layout

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


@dataclass(frozen=True)
class Arranged:
    """What both arrangements come to, for their text; `layout` is None where mine is that already.

    `clash`: both have set the same by hand, each otherwise; mine stands there.
    """

    layout: Layout | None
    clash: bool = False


def arranged(base: Layout, mine: Layout, theirs: Layout) -> Arranged:
    """Bring together two arrangements of `base`, each for the text of its own side.

    Where both have the same articles of the same pieces, each piece and each article is asked for itself.
    Otherwise one side's arrangement stands as a whole: theirs where mine is as it was, else mine.
    """
    if _form(theirs) in (_form(mine), _form(base)):
        return Arranged(None)
    if _form(mine) == _form(base):
        return Arranged(theirs)
    if not _frame(base) == _frame(mine) == _frame(theirs):
        return Arranged(None, _set_by_hand(base, theirs))
    pieces, clash = _each(base.pieces, mine.pieces, theirs.pieces)
    articles, other_clash = _each(base.articles, mine.articles, theirs.articles)
    both = replace(theirs, pieces=pieces, articles=articles)
    return Arranged(None if _form(both) == _form(mine) else both, clash or other_clash)


def _form(layout: Layout) -> tuple[object, ...]:
    """Return all of a layout but where its pieces stand, which edits change by themselves."""
    return layout.order, dict(layout.articles), dict(layout.pieces), layout.furniture


def _frame(layout: Layout) -> tuple[object, ...]:
    """Return which pieces are in which articles, in which order; not what they are."""
    held = {key: article.pieces for key, article in layout.articles.items()}
    return layout.order, held, layout.furniture, layout.pieces.keys()


def _each(
    base: Mapping[Key, Value], mine: Mapping[Key, Value], theirs: Mapping[Key, Value]
) -> tuple[dict[Key, Value], bool]:
    """Return what each key comes to, and whether both sides changed one of them, each otherwise."""
    found: dict[Key, Value] = {}
    clash = False
    for key, was in base.items():
        found[key] = theirs[key] if mine[key] == was else mine[key]
        clash |= was not in (mine[key], theirs[key]) and mine[key] != theirs[key]
    return found, clash


def _set_by_hand(before: Layout, after: Layout) -> bool:
    """Say whether a person has set something of `after` that was otherwise before."""
    pieces = any(piece.by_hand and before.pieces.get(key) != piece for key, piece in after.pieces.items())
    return pieces or any(article.by_hand and before.articles.get(key) != article for key, article in after)
