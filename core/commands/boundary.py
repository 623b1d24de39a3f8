"""Moving the boundary between two articles."""

from __future__ import annotations

from dataclasses import dataclass

from core.commands.command import Pages, Plan, arranged
from core.document.boundary import move_boundary
from core.document.layout import PieceId
from core.messages import message


@dataclass(frozen=True)
class MoveBoundary:
    """Move the boundary above the piece `below` to above the piece `to`, None: to the end of the page."""

    page: int
    below: PieceId
    to: PieceId | None

    def plan(self, pages: Pages) -> Plan:
        """Plan it. Raises RefusedError where no boundary is, or it would pass a third article."""
        state = pages.state(self.page)
        layout = move_boundary(state.layout, state.text, self.below, self.to)
        return arranged(self.page, state, layout, "boundary", message("移动稿件分界"))
