"""What every state of a page is, whoever wrote the file it was read from."""

from __future__ import annotations

from itertools import chain

import numpy as np

from core.changes.state import ROUNDS, PageState
from core.text.span_table import SpanTable


def ensure_sound(state: PageState) -> None:
    """Raise ValueError where the parts of a state do not fit each other.

    In a sound one every piece lies inside the text, is claimed once and shares no character with another;
    the order lists every article once and none is empty; no identity will be used again. So nobody who takes
    a state apart need ask whether what one part speaks of is in the other.
    """
    layout, verdicts, length = state.layout, state.verdicts, len(state.text)
    claimed = [*chain.from_iterable(one.pieces for one in layout.articles.values()), *layout.furniture]
    lists = (
        (list(layout.order), layout.articles.keys()),
        (claimed, layout.pieces.keys()),
        (claimed, set(layout.spans)),
        (list(verdicts.spans), verdicts.given.keys()),
    )
    if not all(len(listed) == len(held) and set(listed) == set(held) for listed, held in lists):
        raise ValueError("something is listed twice, or not at all")
    if not all(article.pieces for article in layout.articles.values()):
        raise ValueError("an article of nothing")
    identities = max(chain(layout.articles, layout.pieces), default=0), max(verdicts.given, default=0)
    if identities[0] >= layout.next_id or identities[1] >= verdicts.next_id:
        raise ValueError("an identity will be used again")
    if not _lie_apart(layout.spans) or _farthest(layout.spans) > length or _farthest(verdicts.spans) > length:
        raise ValueError("a place is not in the text, or is two things at once")
    if not 0 <= state.round <= ROUNDS:
        raise ValueError(f"no round of proofreading: {state.round}")


def _farthest(spans: SpanTable) -> int:
    return int(spans.ends.max()) if len(spans) else 0


def _lie_apart(spans: SpanTable) -> bool:
    if not len(spans):
        return True
    order = np.argsort(spans.starts)
    starts, ends = spans.starts[order], spans.ends[order]
    return bool((starts < ends).all() and (ends[:-1] <= starts[1:]).all())
