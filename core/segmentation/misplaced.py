"""Passages read in the middle of another story, and the rest of a story read behind the next, put back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from core.document.role import Role
from core.language.displaced import Move, Paragraph, moves, shared_words
from core.segmentation import marks
from core.segmentation.page_language import PageLanguage
from core.segmentation.paragraphs import is_torn
from core.segmentation.stories import PageStories, Part, Story

_SURE = 30.0
"""From so many bits on a passage is moved: below, it is left to an editor."""

_SEAMS = 8.0
"""So many of them the seams must bring: two stories of one thing share their words as well."""

_FULL_STOP = 17.0
_SOME_WORDS = 5.0
"""The rest of a story that stops in mid-sentence: so many bits of the seam, and so many of the words."""

_AT_MOST = 4
"""So many passages of a page are moved."""

_WEAK = 1.6
"""A torn paragraph that reads on in what follows no better than this may go on elsewhere."""

_MOVES = frozenset({Role.BODY, Role.HEADING})


def passages_moved(page: PageStories, language: PageLanguage) -> None:
    """Put passages where they go on with a torn paragraph of another story and speak of what it speaks of."""
    if language.language is None or len(page.stories) < 2:
        return
    for _ in range(_AT_MOST):
        if not _is_suspect(page, language):
            return
        texts = [[part for part in story.parts if part.role in _MOVES] for story in page.stories]
        paragraphs = [_paragraphs(story, parts) for story, parts in zip(page.stories, texts, strict=True)]
        words = partial(shared_words, paragraphs, language.language)
        found = moves(paragraphs, language.seams, words, _FULL_STOP + _SOME_WORDS, _SEAMS)
        sure = (move for move in found if _is_sure(move, paragraphs))
        best = next(sure, None)
        if best is None:
            return
        _apply(page, texts, best)


def _is_sure(move: Move, paragraphs: Sequence[Sequence[Paragraph]]) -> bool:
    """Say whether a move may be made without asking: the rest of a story that stops needs less evidence."""
    if move.bits >= _SURE and move.seams >= _SEAMS:
        return True
    home = paragraphs[move.home]
    tails = move.behind + 1 == len(home) and move.last + 1 == len(paragraphs[move.story])
    return tails and home[-1].torn and move.seams >= _FULL_STOP and move.words >= _SOME_WORDS


def _is_suspect(page: PageStories, language: PageLanguage) -> bool:
    """Say whether some torn paragraph of the page does not go on where it stands."""
    for story in page.stories:
        parts = [part for part in story.parts if part.role not in {Role.CAPTION, Role.CREDIT}]
        for number, part in enumerate(parts):
            below = parts[number + 1] if number + 1 < len(parts) else None
            if not is_torn(part) or part.role is not Role.BODY or (below and below.role is Role.JUMP):
                continue
            if below is None or language.reads_on(part.unit.text, below.unit.text) < _WEAK:
                return True
    return False


def _paragraphs(story: Story, parts: list[Part]) -> list[Paragraph]:
    jumps = any(part.role is Role.JUMP and marks.JUMP_TO.fullmatch(part.unit.text) for part in story.parts)
    return [
        Paragraph(
            part.unit.text,
            torn=part.role is Role.BODY and is_torn(part) and not (jumps and number + 1 == len(parts)),
            fixed=part.role is Role.HEADING,
        )
        for number, part in enumerate(parts)
    ]


def _apply(page: PageStories, texts: list[list[Part]], move: Move) -> None:
    moved = texts[move.story][move.first : move.last + 1]
    behind = texts[move.home][move.behind]
    held = {id(part) for part in moved}
    page.stories[move.story].parts = [part for part in page.stories[move.story].parts if id(part) not in held]
    home = page.stories[move.home].parts
    place = next(number for number, part in enumerate(home) if part is behind) + 1
    home[place:place] = moved
