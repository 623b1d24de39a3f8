"""The stories of a page as they are compared with each other: paragraphs, whole and torn."""

from __future__ import annotations

from dataclasses import dataclass

from core.detectors.paragraphs import Paragraph as PageParagraph
from core.detectors.paragraphs import paragraphs
from core.document.layout import ArticleId
from core.document.page import PageView
from core.document.role import ArticleKind, Role
from core.language.displaced import Paragraph
from core.text.characters import ends_sentence
from core.text.span import Span

_OF_LINES = frozenset({ArticleKind.NOTICE, ArticleKind.TABLE_OF_CONTENTS})
"""Articles made of lines rather than of sentences: nothing can be said of how they go on."""


@dataclass(frozen=True, slots=True)
class StoryText:
    """A paragraph of an article, and where on the page its stretches stand, in reading order."""

    article: ArticleId
    spans: tuple[Span, ...]
    paragraph: Paragraph


def story_texts(page: PageView) -> list[list[StoryText]]:
    """List the bodies and headings of the articles of `page`, article by article."""
    found: dict[ArticleId, list[StoryText]] = {}
    for one in paragraphs(page):
        if one.article is None or page.layout.articles[one.article].kind in _OF_LINES:
            continue
        if one.role in {Role.BODY, Role.HEADING}:
            text = StoryText(one.article, one.spans, one.once(_paragraph))
            found.setdefault(one.article, []).append(text)
    return list(found.values())


def _paragraph(one: PageParagraph) -> Paragraph:
    fixed = one.role is Role.HEADING
    whole = fixed or one.to_elsewhere or ends_sentence(one.text) or one.text.endswith(("：", ":", "—"))
    return Paragraph(one.folded, torn=not whole, fixed=fixed)
