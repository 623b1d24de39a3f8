"""The articles that the program found on pages nobody has changed; they can always be found anew.

Finding them takes some hundredths of a second a page, reading them a thousandth.
"""

from __future__ import annotations

from core.changes.codec import decode_state, encode_state
from core.changes.soundness import ensure_sound
from core.changes.state import PageState
from core.document.layout import Layout
from core.store.store import Store

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
        layout = decode_state(rows[0][0]).layout
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
            (page, ARTICLES_VERSION, digest, encode_state(PageState("", layout))),
        )
