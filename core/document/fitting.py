"""Where in an article a passage reads on from what stands before it, or is gone on with behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from core.document.layout import ArticleId, Layout, PieceId
from core.document.role import Role

Bits = Callable[[str, str], float]
"""By how many doublings it is likelier that the second text goes on with the first than not."""

LEAST = 16.0
"""So many bits must speak for a place: a seam that belongs together mostly has more, any other less."""

ENDINGS = frozenset("。！？…”』」）】；.!?)\"'")
"""What a paragraph ends with that is not torn."""


def fitting_place(
    layout: Layout, text: str, passage: Sequence[PieceId], article: ArticleId, bits: Bits
) -> PieceId | None:
    """Return the piece of `article` before which `passage` reads best; None: at the end, or no place does."""
    moving = set(passage)
    body = [
        piece
        for piece in layout.articles[article].pieces
        if piece not in moving and layout.pieces[piece].role is Role.BODY
    ]
    first, last = _words(layout, text, passage[0]), _words(layout, text, passage[-1])
    words = [_words(layout, text, piece) for piece in body]

    def gain(gap: int) -> float:
        before = words[gap - 1] if gap else ""
        after = words[gap] if gap < len(words) else ""
        return _seam(before, first, bits) + _seam(last, after, bits) - _seam(before, after, bits)

    gains = [gain(gap) for gap in range(len(body) + 1)]
    best = max(range(len(gains)), key=gains.__getitem__)
    return body[best] if best < len(body) and gains[best] >= LEAST else None


def _words(layout: Layout, text: str, piece: PieceId) -> str:
    return layout.spans[piece].of(text).strip()


def _seam(before: str, after: str, bits: Bits) -> float:
    """Weigh a seam; where the first text is whole nothing can go on with it."""
    if not before or not after or before[-1] in ENDINGS:
        return 0.0
    return max(0.0, bits(before, after))
