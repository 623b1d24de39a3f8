"""What sort of article a story is."""

from __future__ import annotations

from core.document.role import ArticleKind, Role
from core.segmentation import marks, page_marks, wording
from core.segmentation.shapes import Shape
from core.segmentation.stories import Story, title_text

_NOTICE_CONTACTS = 2
"""So many lines of telephones and addresses make a notice."""

_CONTACT_LINE = 60
"""The longest such a line gets (code points)."""


def kind_of(story: Story) -> ArticleKind:
    """Return the kind of a story: what it is made of first, then what its headline says."""
    if story.has(Role.TABLE) and not story.has(Role.BODY):
        return ArticleKind.TABLE_OF_CONTENTS
    if story.has(Role.CAPTION, Role.CREDIT) and not story.has(Role.BODY):
        return ArticleKind.PHOTO
    titles = title_text(story).split("\n")
    shapes = {part.unit.shape for part in story.parts}
    if Shape.SALUTATION in shapes or any(wording.SPEECH_TITLE.search(title) for title in titles):
        return ArticleKind.SPEECH
    if Shape.STORY in shapes:
        return ArticleKind.NEWS
    if any(wording.NOTICE_TITLE.search(title) for title in titles) or _contacts(story) >= _NOTICE_CONTACTS:
        return ArticleKind.NOTICE
    if any(wording.DOCUMENT_TITLE.search(title) for title in titles):
        return ArticleKind.DOCUMENT
    return ArticleKind.COMMENTARY if _is_comment(story, titles) else ArticleKind.NEWS


def _contacts(story: Story) -> int:
    lines = (part.unit.text for part in story.parts if part.role is Role.BODY)
    return sum(len(line) <= _CONTACT_LINE and bool(page_marks.CONTACT.search(line)) for line in lines)


def _is_comment(story: Story, titles: list[str]) -> bool:
    bylines = [part.unit.text for part in story.parts if part.role is Role.BYLINE]
    signed = any(
        marks.BULLET_NAME.fullmatch(byline) and not marks.REPORTER.search(byline) for byline in bylines
    )
    return signed or any(wording.COMMENT_WORD.search(line) for line in bylines + titles)
