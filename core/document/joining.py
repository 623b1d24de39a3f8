"""Which piece goes on with the paragraph of which, and keeping that true while pieces move."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from core.document.arranging import Arranging
from core.document.layout import PieceId
from core.document.role import BESIDE_THE_TEXT


@dataclass(frozen=True)
class Joins:
    """What every joined piece goes on with, and what lies beside a paragraph between its halves."""

    targets: Mapping[PieceId, PieceId]
    beside: Collection[PieceId]

    @classmethod
    def of(cls, arranging: Arranging) -> Joins:
        """Read the joins as they stand. Captions and the like are passed over, as readers pass them over."""
        targets: dict[PieceId, PieceId] = {}
        beside: set[PieceId] = set()
        for article in arranging.articles.values():
            between: list[PieceId] = []
            main: PieceId | None = None
            for piece in article.pieces:
                held = arranging.pieces[piece]
                is_beside = held.role in BESIDE_THE_TEXT
                before = (between[-1] if between else main) if is_beside else main
                if held.joins_previous and before is not None:
                    targets[piece] = before
                    beside.update(() if is_beside else between)
                if is_beside:
                    between.append(piece)
                else:
                    main, between = piece, []
        return cls(targets, beside)

    def mend(self, arranging: Arranging, moved: Collection[PieceId]) -> None:
        """Part the pieces that no longer follow what they went on with, now that `moved` stand elsewhere.

        Where the middle of a paragraph was moved away its ends close up; where something was put into a
        paragraph, the second half goes on with that.
        """
        now = Joins.of(arranging).targets
        for piece, target in self.targets.items():
            if piece not in moved and target not in moved:
                continue
            wanted = target if piece in moved else self._first_staying(target, moved)
            # With nothing left to follow it would go on with the page that the article is linked from.
            follows = wanted is not None and now.get(piece) == wanted
            if not follows and arranging.pieces[piece].joins_previous:
                arranging.pieces[piece] = replace(arranging.pieces[piece], joins_previous=False)

    def _first_staying(self, piece: PieceId, moved: Collection[PieceId]) -> PieceId | None:
        """Follow a paragraph upwards to its first piece that stays where it is."""
        at: PieceId | None = piece
        while at is not None and at in moved:
            at = self.targets.get(at)
        return at
