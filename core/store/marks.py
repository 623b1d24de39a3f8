"""What tells that the text of a page has changed, without reading it."""

from __future__ import annotations

from collections.abc import Iterable

from core.store.store import Store


def text_marks(store: Store, pages: Iterable[int]) -> dict[int, str]:
    """Return for each of `pages` a digest of its text as it stands: of its last step, or of its raw bytes.

    Raises StorageError where the file cannot be read.
    """
    wanted = list(pages)
    rows = store.read(
        "SELECT id, coalesce((SELECT change.digest FROM change WHERE page_id = page.id"
        " ORDER BY step_id DESC LIMIT 1), page.digest) FROM page"
        f" WHERE id IN ({', '.join('?' * len(wanted))})",
        wanted,
    )
    return {page: str(digest) for page, digest in rows}
