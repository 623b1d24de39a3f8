from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from core.changes.page_round import PageRound, RoundCorrection
from core.changes.state import PageState
from core.text.edit import Edit, apply_edits

MOMENT = datetime(2031, 5, 4, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def rounds_of() -> Callable[..., tuple[PageRound, ...]]:
    """Builds the signed rounds of a page, each given as who made which edits of the text before it."""

    def build(text: str, *rounds: tuple[str, list[Edit]]) -> tuple[PageRound, ...]:
        made = []
        for number, (who, edits) in enumerate(rounds, 1):
            after = apply_edits(text, edits)
            corrections = tuple(
                RoundCorrection(edit, who, MOMENT, "typed", in_headline=False) for edit in edits
            )
            state = PageState(after, round=number)
            made.append(PageRound(number, PageState(text, round=number - 1), state, corrections, who, MOMENT))
            text = after
        return tuple(made)

    return build
