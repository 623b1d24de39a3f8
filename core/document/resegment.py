"""Finding the articles of a page anew around what a person has set.

Pieces set by hand keep their span, their role and their article, and articles set by hand all their lines:
a fresh article never goes on across one. Everything else is as the fresh draft has it, under the identities
it had, so that a page where nothing is found otherwise stays the very same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from core.document.draft import Draft, DraftArticle
from core.document.fresh_parts import Part, fresh_parts
from core.document.gathering import Gathering
from core.document.held import Held, held_of, ordered, overlapped
from core.document.layout import Article, ArticleId, Layout, Piece, PieceId
from core.text.span import Span


def segmented_again(layout: Layout, text: str, draft: Draft, scope: Sequence[Span] | None = None) -> Layout:
    """Return `layout` with its articles found anew, as `draft` of the whole `text` has them.

    With a `scope`, stretches of the text, the pieces outside it stay as they are, and so do their articles
    but for what they gain or lose inside it.
    """
    if scope is not None:
        wanted = ordered(scope)
        scope = ordered([*wanted, *(span for _, span in layout.spans.items() if overlapped(span, wanted))])
    held = held_of(layout, scope)
    parts = fresh_parts(layout, text, draft, held, [Span(0, len(text))] if scope is None else scope)
    gathering = Gathering(layout, held, parts)
    read = {key: gathered.read() for key, gathered in gathering.articles.items()}
    articles = _articles(layout, draft, held, gathering, read)
    before = {piece: above for _, article in layout for above, piece in pairwise(article.pieces)}
    pieces: dict[PieceId, Piece] = {}
    for key, lines in read.items():
        goes_on = bool(articles[key].continued_from or articles[key].linked_from)
        pieces.update(_joined(layout, lines, before, goes_on=goes_on))
    loose = [part for part in parts.furniture if not part.kept]
    pieces.update({part.key: part.piece for part in loose})
    pieces.update({key: layout.pieces[key] for key in layout.furniture if key in held.kept})
    spans: dict[PieceId, Span | None] = dict.fromkeys(layout.pieces.keys() - pieces.keys())
    spans.update({part.key: part.span for part in chain(loose, *read.values())})
    return Layout(
        _order(layout, held, gathering),
        articles,
        pieces,
        _furniture(layout, held, loose),
        layout.spans.patched(spans),
        gathering.next_id,
    )


def _joined(
    layout: Layout, lines: Sequence[Part], before: dict[PieceId, PieceId], *, goes_on: bool
) -> dict[PieceId, Piece]:
    """Return the pieces of an article; which of them go on with the one before, says who set or saw both.

    `before` is what each piece stood behind until now; `goes_on`: the first one may go on with another page.
    """
    pieces: dict[PieceId, Piece] = {}
    above: PieceId | None = None
    for part in lines:
        joins = part.piece.joins_previous
        if above is None and not part.kept:
            joins = joins and goes_on
        elif not part.kept and part.follows != above:
            held = layout.pieces.get(part.key)
            joins = held is not None and held.joins_previous and before.get(part.key) == above
        pieces[part.key] = replace(part.piece, joins_previous=joins)
        above = part.key
    return pieces


def _articles(
    layout: Layout,
    draft: Draft,
    held: Held,
    gathering: Gathering,
    read: dict[ArticleId, list[Part]],
) -> dict[ArticleId, Article]:
    """Return the articles with their pieces, kinds and jumps."""
    articles: dict[ArticleId, Article] = {}
    for fresh, owners in zip(draft.articles, gathering.owners, strict=True):
        for key in dict.fromkeys(owner for _, owner in owners):
            if key not in articles:
                articles[key] = _article(layout.articles.get(key), fresh, held, key, read[key])
        if owners:
            _lead_on(articles, fresh, held, owners)
    for key in read.keys() - articles.keys():
        articles[key] = _with_pieces(layout.articles[key], read[key])
    return articles


def _article(
    old: Article | None, fresh: DraftArticle, held: Held, key: ArticleId, lines: Sequence[Part]
) -> Article:
    """Return an article that takes its kind from a fresh one, where it is not held."""
    if old is None:
        return _with_pieces(Article((), fresh.kind), lines)
    if key not in held.settled:
        old = replace(old, continued_from=None, continued_to=None)
    return _with_pieces(old if key in held.fixed else replace(old, kind=fresh.kind), lines)


def _with_pieces(article: Article, lines: Iterable[Part]) -> Article:
    return replace(article, pieces=tuple(part.key for part in lines))


def _lead_on(
    articles: dict[ArticleId, Article],
    fresh: DraftArticle,
    held: Held,
    owners: Sequence[tuple[Part, ArticleId]],
) -> None:
    """Give the jumps of a fresh article to whoever has its first and its last line, but take none away."""
    for (part, key), name in ((owners[0], "continued_from"), (owners[-1], "continued_to")):
        article = articles[key]
        if key not in held.walls and part.key not in held.outside and getattr(article, name) is None:
            articles[key] = replace(article, **{name: getattr(fresh, name)})


def _order(layout: Layout, held: Held, gathering: Gathering) -> tuple[ArticleId, ...]:
    """Return the reading order: as the page has it, but where a person has set something, as it was.

    What is new there comes behind what the page has before it.
    """
    seen = list(dict.fromkeys(owner for owners in gathering.owners for _, owner in owners))
    staying = [key for key in layout.order if key in gathering.articles]
    if not held.walls and not held.outside:
        staying = [key for key in staying if key not in seen]
    order = list(staying)
    for number, key in enumerate(seen):
        if key in staying:
            continue
        if number:
            order.insert(order.index(seen[number - 1]) + 1, key)
        else:
            order.insert(next((order.index(one) for one in seen if one in staying), 0), key)
    return tuple(order)


def _furniture(layout: Layout, held: Held, loose: Sequence[Part]) -> tuple[PieceId, ...]:
    """Return the furniture: what was there as it was, and behind it what is new, from top to bottom."""
    found = {part.key for part in loose} | held.kept
    staying = [key for key in layout.furniture if key in found]
    new = sorted((part.span, part.key) for part in loose if part.key not in set(staying))
    return (*staying, *(key for _, key in new))
