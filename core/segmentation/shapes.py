"""What a fragment looks like by itself, before its neighbours have their say."""

from __future__ import annotations

from enum import Enum, auto

from core.segmentation import marks, page_marks
from core.text.characters import ends_sentence

SHORT = 64
"""The longest one line of a headline gets (code points)."""

RUN_TOGETHER = 140
"""The longest a kicker, a title and a subtitle get on one line, blanks between them (code points)."""

NOTE = 60
"""The longest a line of furniture, a byline or a credit gets (code points)."""


class Shape(Enum):
    """The shapes of lines that newspaper conventions tell apart."""

    FURNITURE = auto()
    JUMP = auto()
    CREDIT = auto()
    BYLINE = auto()
    DATE = auto()
    """A bracketed date, as it stands under the title of a document."""
    BARE_DATE = auto()
    CLOSING = auto()
    """(新华社北京3月14日电): what closes a story."""
    SUBTITLE = auto()
    NUMBERED = auto()
    TABLE = auto()
    STORY = auto()
    """A paragraph that opens a story: 本报讯, 新华社…电."""
    SALUTATION = auto()
    OPEN = auto()
    """A short line that ends no sentence: a headline, a heading or half a paragraph."""
    PROSE = auto()
    HEADLINE = auto()
    """An open line that stands over a story: its neighbours, or a block of its own, say so."""
    HEADING = auto()
    """An open line that stands over a part of the running story."""


_JUMPS = (marks.JUMP_TO, marks.JUMP_FROM, marks.JUMP_SEE, marks.JUMP_MISREAD)
_TABLE_STARTS = ("|", "<", ":", "-", " ")

_WHOLE = (
    (Shape.CLOSING, (marks.CLOSING_LINE, marks.CLOSING_NAMES)),
    (Shape.DATE, (marks.BRACKETED_DATE,)),
    (Shape.BARE_DATE, (marks.BARE_DATE,)),
    (Shape.CREDIT, (marks.CREDIT,)),
    (Shape.BYLINE, (marks.BULLET_NAME, marks.OFFICE_NAME)),
    (Shape.SALUTATION, (marks.SALUTATION,)),
)


def shape_of(text: str) -> Shape:
    """Return the shape of a fragment's folded text."""
    if not marks.WORD.search(text[:NOTE]):
        return Shape.FURNITURE
    if len(text) <= NOTE and any(jump.fullmatch(text) for jump in _JUMPS):
        return Shape.JUMP
    if ("\t" in text or text.startswith(_TABLE_STARTS)) and marks.TABLE_ROW.search(text):
        return Shape.TABLE
    note = _note(text) if len(text) <= NOTE else None
    if note is not None:
        return note
    if marks.STORY.match(text):
        return Shape.STORY
    if marks.ARTICLE.match(text):
        return Shape.PROSE
    return _open_or_prose(text)


def _note(text: str) -> Shape | None:
    """Return the shape of a short line that conventions know as a whole."""
    for shape, patterns in _WHOLE:
        if any(pattern.fullmatch(text) for pattern in patterns):
            return shape
    if is_byline(text):
        return Shape.BYLINE
    if page_marks.PAGE_SIGN.fullmatch(text) or _is_furniture(text):
        return Shape.FURNITURE
    return None


def _open_or_prose(text: str) -> Shape:
    if ends_sentence(text) or not _short_enough(text) or "。" in text or ";" in text:
        return Shape.PROSE
    if text.endswith((",", "、", ":")) or page_marks.CONTACT.search(text):
        return Shape.PROSE
    if text.startswith("--"):
        return Shape.SUBTITLE
    return Shape.NUMBERED if marks.NUMBERED.match(text) else Shape.OPEN


def _is_furniture(text: str) -> bool:
    return "," not in text and not ends_sentence(text) and page_marks.FURNITURE.search(text) is not None


def _short_enough(text: str) -> bool:
    """Say whether a headline may be as long as this: longer where it is several run into one line."""
    if len(text) <= SHORT:
        return True
    parts = text.split()
    return len(text) <= RUN_TOGETHER and len(parts) > 1 and max(map(len, parts)) <= SHORT and "," not in text


def is_byline(text: str) -> bool:
    """Say whether a line names who wrote a story, and nothing else."""
    found = marks.BYLINE.fullmatch(text)
    story = marks.STORY.match(text)
    if not found or (story and story.end() < len(text)):
        return False
    people = (part for part in marks.PEOPLE_APART.split(found["people"]) if part)
    return all(marks.PERSON.fullmatch(person) for person in people)
