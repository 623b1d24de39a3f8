"""What detectors say about a page."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from core.messages import Message
from core.text.span import Span

PageKey = Hashable
"""What a page is known by while it is looked at: its row in the project, or its path on the command line."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text to put in the place of a finding's span, and how likely it is right (0 to 1). "" deletes.

    `moves`: the text stays as it is; what stands in the span is to be read behind the first of the finding's
    `related` places.
    """

    text: str
    score: float
    moves: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of some page."""

    page: PageKey
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """A suspect: which rule says so, where, why, and what it proposes.

    `confidence` is the probability that an editor would change something here. `weight` is what the error
    counts by 报纸期刊质量管理规定 (2020): 1 a character, 0.1 a punctuation mark, up to 4 for more than five
    characters. `page_level`: the remark holds for the whole page. `related` are the other places it speaks
    of, such as the first copy of a repeated paragraph. `asks_from` is that of its rule: by what the least
    confidence of a level is multiplied for it.
    """

    rule: str
    span: Span
    message: Message
    suggestions: tuple[Suggestion, ...] = ()
    confidence: float = 0.5
    weight: float = 1.0
    page_level: bool = False
    related: tuple[Place, ...] = ()
    asks_from: float = 1.0
