"""Wrong forms that are known: from the editor's own corrections, and from the lists that come along."""

from __future__ import annotations

from collections.abc import Iterator

from core.detectors.by_line import found_in_row
from core.detectors.detector import Context, Rule
from core.detectors.weights import weight_of
from core.document.finding import Finding, Suggestion
from core.document.page import PageView
from core.glossary.known import known_pairs
from core.glossary.pair import Pair
from core.messages import Message, message
from core.text.span import Span

RULES = (Rule("learnt-pair", message("改过的字词")), Rule("known-pair", message("常见的误字")))

KNOWN = 0.9
"""How sure the lists are: they hold only what ordinary text never has."""


def detect(page: PageView, context: Context) -> Iterator[Finding]:
    """Yield each wrong form; where both know a place, the editor's own correction speaks."""
    taken: set[int] = set()
    for hit in context.pairs.hits(page.text):
        pair = hit.pair
        taken.update(range(hit.start, hit.end))
        words = message("此前“{wrong}”改为“{right}”", wrong=pair.wrong, right=pair.right)
        yield _finding("learnt-pair", Span(hit.start, hit.end), pair, words, pair.confidence)
    for span, pair in found_in_row(page, _known, None):
        if taken.isdisjoint(range(span.start, span.end)):
            words = message("“{wrong}”常是“{right}”之误", wrong=pair.wrong, right=pair.right)
            yield _finding("known-pair", span, pair, words, KNOWN)


def _known(text: str, _: None) -> Iterator[tuple[Span, Pair]]:
    return ((Span(hit.start, hit.end), hit.pair) for hit in known_pairs().hits(text))


def _finding(rule: str, span: Span, pair: Pair, words: Message, sure: float) -> Finding:
    wrong, right = pair.wrong, pair.right
    different = sum(one != two for one, two in zip(wrong, right, strict=False)) + abs(len(wrong) - len(right))
    return Finding(rule, span, words, (Suggestion(right, sure),), sure, weight_of(different))
