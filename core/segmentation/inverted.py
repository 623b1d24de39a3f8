"""A body that stands before its headline: the commentary whose title was read after its columns."""

from __future__ import annotations

from itertools import pairwise, takewhile

from core.document.role import HEADLINE_ROLES, ArticleKind, Role
from core.language.language import Language
from core.language.shared_words import SharedWords
from core.segmentation.cohesion import essay_start
from core.segmentation.kinds import kind_of
from core.segmentation.shapes import Shape
from core.segmentation.stories import PageStories, Part, Story, title_text

_BITS = 4.0
"""By so many bits paragraphs must speak rather of a headline than of what stands above them."""

_SIGN = 10
"""The longest sign of a column (code points)."""

_UNDER_A_TITLE = HEADLINE_ROLES | {Role.BYLINE, Role.JUMP, Role.DATELINE}


def bodies_joined(page: PageStories, language: Language | None = None) -> None:
    """Give headlines that have an author and no body the body that stands above them.

    That body begins at the last heading of the story above, which is the kicker that was read first; where
    the story above has no headline at all, it is the body as a whole; where a news story has run on into a
    commentary, it is the paragraphs that speak no more of the news, and rather of the headline.
    """
    kept: list[Story] = []
    for read in page.stories:
        story = read
        above = kept[-1] if kept else None
        if above is not None and _lacks_body(story):
            body = above.take(
                _headless_part(above)
                or _under_a_sign(above, story, language)
                or _own_part(above, story, language)
            )
            if body:
                story = Story(_in_order(body, story.parts), closed=story.closed)
            if not above.parts:
                kept.pop()
        kept.append(story)
    page.stories = kept


def _lacks_body(story: Story) -> bool:
    headed = story.has(Role.TITLE) and story.has(Role.BYLINE)
    from_elsewhere = any(part.role is Role.JUMP and "接" in part.unit.text for part in story.parts)
    return headed and not from_elsewhere and story.has_only(_UNDER_A_TITLE)


def _headless_part(story: Story) -> int:
    """Count the parts at the end of a story that have lost their headline."""
    if story.closed:
        return 0
    for number in range(len(story.parts) - 1, 0, -1):
        part = story.parts[number]
        if part.role is Role.HEADING and part.unit.shape is not Shape.NUMBERED:
            return len(story.parts) - number if number + 1 < len(story.parts) else 0
    return 0 if story.has(*HEADLINE_ROLES) else len(story.parts)


def _under_a_sign(above: Story, story: Story, language: Language | None) -> int:
    """Count all parts of a story that has no headline but the sign of its column, if they are of `story`."""
    first, rest = above.parts[0], above.parts[1:]
    if above.closed or first.role not in HEADLINE_ROLES or any(part.role is not Role.BODY for part in rest):
        return 0
    if first.role is Role.KICKER:
        return len(above.parts)
    if language is None or not rest or len(first.unit.text) > _SIGN:
        return 0
    texts = [part.unit.text for part in rest]
    words = SharedWords([texts, [title_text(story)], [first.unit.text]], language)
    bits = [words.of(home, 0, 0, len(rest) - 1) for home in (1, 2)]
    return len(above.parts) if bits[0] > max(bits[1], 0.0) else 0


def _own_part(above: Story, story: Story, language: Language | None) -> int:
    """Count the paragraphs at the end of the story above that are the body of `story`."""
    if language is None or above.closed:
        return _essay_part(above, story)
    body = list(takewhile(lambda part: part.role is Role.BODY, reversed(above.parts)))[::-1]
    texts = [part.unit.text for part in body]
    if len(texts) < 2:
        return _essay_part(above, story)
    words = SharedWords([texts, [title_text(story)]], language)
    last = len(texts) - 1
    gains = [words.of(1, 0, first, last) - words.own(0, first, last) for first in range(1, len(texts))]
    best = max(range(len(gains)), key=gains.__getitem__)
    return last - best if gains[best] >= _BITS else _essay_part(above, story)


def _essay_part(above: Story, story: Story) -> int:
    """Count the paragraphs at the end of a news story that are the body of the commentary `story`."""
    comments = kind_of(story) is ArticleKind.COMMENTARY and kind_of(above) is ArticleKind.NEWS
    if above.closed or not comments or not above.has(Role.TITLE):
        return 0
    body = list(takewhile(lambda part: part.role is Role.BODY, reversed(above.parts)))[::-1]
    starts = [0] + [place for place in range(1, len(body)) if body[place - 1].unit.ends_sentence]
    paragraphs = [
        "".join(part.unit.text for part in body[start:end]) for start, end in pairwise([*starts, len(body)])
    ]
    first = essay_start(paragraphs, title_text(above), title_text(story)) if body else None
    return len(body) - starts[first] if first is not None else 0


def _in_order(body: list[Part], headline: list[Part]) -> list[Part]:
    """Put a body under its headline; a heading that came first is the kicker, a jump goes to the end."""
    kickers = [Part(part.unit, Role.KICKER) for part in body[:1] if part.role is not Role.BODY]
    top = [part for part in headline if part.role is not Role.JUMP]
    jumps = [part for part in headline if part.role is Role.JUMP]
    return kickers + top + body[len(kickers) :] + jumps
