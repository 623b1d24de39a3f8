"""The articles that the program found on pages nobody has changed; they can always be found anew.

Finding them takes some hundredths of a second a page, reading them a thousandth. They are written in columns,
for an export reads them of ten thousand pages in a row.
"""

from __future__ import annotations

import numpy as np

from core.changes.codec import Json, decoded, dumps, maybe, whole, words
from core.changes.soundness import ensure_sound
from core.changes.state import PageState
from core.document.layout import Article, Layout, Piece
from core.document.role import ArticleKind, Role
from core.store.store import Store
from core.text.span_table import SpanTable

ARTICLES_VERSION = "1"
"""Changes with what segmentation finds, so that what an older program found is found anew."""


def found_articles(store: Store, page: int, text: str, digest: str) -> Layout | None:
    """Return the articles kept for a page whose text is `text`, None where they must be found.

    `digest` is that of the text. A damaged record is none.
    """
    rows = store.read(
        "SELECT articles FROM found_articles WHERE page_id = ? AND version = ? AND made_of = ?",
        [page, ARTICLES_VERSION, digest],
    )
    if not rows or not isinstance(rows[0][0], str):
        return None
    try:
        layout = decoded(rows[0][0], _read_layout)
        ensure_sound(PageState(text, layout))
    except ValueError:
        return None
    return layout


def keep_found_articles(store: Store, page: int, digest: str, layout: Layout) -> None:
    """Keep what was found on a page whose text has this `digest`, unless the file is only looked at."""
    if store.barrier is not None:
        return
    with store.transaction(durable=False) as connection:
        connection.execute(
            "INSERT OR REPLACE INTO found_articles (page_id, version, made_of, articles) VALUES (?, ?, ?, ?)",
            (page, ARTICLES_VERSION, digest, dumps(_layout_data(layout))),
        )


def _layout_data(layout: Layout) -> Json:
    """Return a layout in which nothing was made by hand: its pieces in columns, its articles in rows."""
    spans = layout.spans
    pieces = [layout.pieces[key] for key in spans]
    return {
        "keys": spans.keys.tolist(),
        "starts": spans.starts.tolist(),
        "ends": spans.ends.tolist(),
        "roles": [piece.role.value for piece in pieces],
        "joins": [int(piece.joins_previous) for piece in pieces],
        "articles": [
            [key, list(article.pieces), article.kind.value, article.continued_from, article.continued_to]
            for key, article in layout
        ],
        "furniture": list(layout.furniture),
        "next_id": layout.next_id,
    }


def _read_layout(data: Json) -> Layout:
    keys, starts, ends = (np.array(data[name], dtype=np.int64) for name in ("keys", "starts", "ends"))
    if not (keys.shape == starts.shape == ends.shape == (len(data["keys"]),)) or np.any(np.diff(keys) <= 0):
        raise ValueError("no table of spans")
    # A page has many pieces and few kinds of them, and each that is the same can be the very same.
    kinds = {(role.value, joins): Piece(role, bool(joins)) for role in Role for joins in (0, 1)}
    told = zip(data["keys"], data["roles"], data["joins"], strict=True)
    pieces = {key: kinds[role, joins] for key, role, joins in told}
    articles = {
        whole(key): Article(
            tuple(map(whole, held)),
            ArticleKind(kind),
            continued_from=maybe(words, before),
            continued_to=maybe(words, behind),
        )
        for key, held, kind, before, behind in data["articles"]
    }
    order = tuple(whole(key) for key, *_ in data["articles"])
    furniture = tuple(map(whole, data["furniture"]))
    return Layout(order, articles, pieces, furniture, SpanTable(keys, starts, ends), whole(data["next_id"]))
