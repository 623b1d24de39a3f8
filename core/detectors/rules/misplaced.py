"""Passages that stand in one story of the page and belong to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from core.detectors.detector import Context, Rule
from core.detectors.story_texts import StoryText, story_texts
from core.detectors.strays import Stray, strays
from core.document.finding import Finding, Place, Suggestion
from core.document.layout import ArticleId, title_of
from core.document.page import PageView
from core.language.displaced import Move, moves, shared_words
from core.language.language import Language
from core.language.seams import Seams, bits_of
from core.language.shared_words import Passage, SharedWords, words_of
from core.messages import Message, message
from core.text.span import Span

RULES = (Rule("misplaced-passage", message("错位的段落")),)

LEAST = 15.0
"""So many bits must speak for the other story."""

_THEIRS = 8.0
_OWN = -3.0
"""A passage says much of what the other story says, and little of what its own says (bits)."""

_SEAMS = 12.0
_WORDS = 12.0
"""Where seams say so as well, it is enough that it says more of the other."""

_READS_ON = 16.0
"""A torn paragraph with fewer bits than this does not go on in what follows it."""

_PLACED = 0.85
_PROPOSED = 0.6
_NO_ERROR = 0.0
"""Nothing is wrong with the characters: it counts in no error rate."""


def detect(page: PageView, context: Context) -> Iterator[Finding]:
    """Yield passages that segmentation has put with another story, and those that it had better have put."""
    if context.language is None or not page.layout.pieces:
        return
    for stray in strays(page.layout):
        yield _placed(page, stray)
    yield from _proposed(page, context.language)


def _placed(page: PageView, stray: Stray) -> Finding:
    words = message(
        "这段文字印在《{other}》中间，读起来属于《{title}》，已接在第{line}行之后",
        other=title_of(page.layout, stray.among, page.text),
        title=title_of(page.layout, stray.article, page.text),
        line=page.lines.number_at(stray.behind.start) + 1,
    )
    return _finding(page, stray.span, stray.behind, words, _PLACED)


def _proposed(page: PageView, language: Language) -> Iterator[Finding]:
    stories = story_texts(page)
    texts = [[one.paragraph for one in story] for story in stories]
    if len(texts) < 2:
        return
    seams = Seams(language, lambda some: page.each(bits_of, some, language))
    words = shared_words(texts, language, lambda some: page.each(words_of, some, language))
    found = moves(texts, seams, partial(_same, words), LEAST)
    for move, trimmed in zip(found, _all_trimmed(found, words), strict=True):
        if trimmed is not None and _is_torn_open(stories, move, seams):
            yield _proposal(page, stories, trimmed)


def _same(words: SharedWords) -> SharedWords:
    return words


def _all_trimmed(found: Sequence[Move], words: SharedWords) -> list[Move | None]:
    """Return moves without the paragraphs at their ends that may stay, None where too little is left.

    Words are asked for all of them at once, which takes hardly longer than for one.
    """
    single = [(move.story, at, at) for move in found for at in range(move.first, move.last + 1)]
    own = dict(zip(single, words.own_each(single), strict=True))
    kept = [(move.story, *_kept(move, words, own)) for move in found]
    return [
        _trimmed(move, words, passage, said)
        for move, passage, said in zip(found, kept, words.own_each(kept), strict=True)
    ]


def _kept(move: Move, words: SharedWords, own: Mapping[Passage, float]) -> tuple[int, int]:
    """Return the first and the last paragraph of a move, but for those at its ends that may stay."""
    first, last = move.first, move.last

    def may_stay(at: int) -> bool:
        return words.of(move.home, move.story, at, at) < own[move.story, at, at]

    while first < last and may_stay(first):
        first += 1
    while first < last and may_stay(last):
        last -= 1
    return first, last


def _trimmed(move: Move, words: SharedWords, kept: Passage, own: float) -> Move | None:
    """Return a move of the passage that is kept of it, None where that says too little."""
    theirs = words.of(move.home, *kept)
    seams_agree = move.seams >= _SEAMS and theirs - own >= _WORDS
    if theirs < _THEIRS or not (own <= _OWN or seams_agree):
        return None
    return Move(*kept, move.home, move.behind, move.seams, theirs - own)


def _is_torn_open(stories: list[list[StoryText]], move: Move, seams: Seams) -> bool:
    """Say whether a paragraph at an edge of the passage, or where it shall go, is torn and lost its rest."""
    own, home = stories[move.story], stories[move.home]
    edges = ((own, move.first - 1), (own, move.last), (home, move.behind))
    return any(_lost_its_rest(story, at, seams) for story, at in edges)


def _lost_its_rest(story: list[StoryText], at: int, seams: Seams) -> bool:
    above = story[at].paragraph
    below = story[at + 1].paragraph if at + 1 < len(story) else None
    if not above.torn:
        return False
    return below is None or below.fixed or seams.bits(above.text, below.text) < _READS_ON


def _proposal(page: PageView, stories: list[list[StoryText]], move: Move) -> Finding:
    passage = stories[move.story][move.first : move.last + 1]
    behind = stories[move.home][move.behind].spans[-1]
    home: ArticleId = stories[move.home][0].article
    words = message(
        "这段文字读起来属于《{title}》，宜接在第{line}行之后",
        title=title_of(page.layout, home, page.text),
        line=page.lines.number_at(behind.start) + 1,
    )
    whole = Span(min(one.spans[0].start for one in passage), max(one.spans[-1].end for one in passage))
    return _finding(page, whole, behind, words, _PROPOSED)


def _finding(page: PageView, span: Span, behind: Span, words: Message, confidence: float) -> Finding:
    stays = Suggestion(span.of(page.text), confidence, moves=True)
    place = Place(page.key, behind)
    return Finding("misplaced-passage", span, words, (stays,), confidence, _NO_ERROR, related=(place,))
