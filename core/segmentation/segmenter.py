"""From the text of a page to its articles: the one door of this package."""

from __future__ import annotations

from itertools import pairwise

from core.document.draft import Draft, DraftArticle
from core.document.role import Role
from core.language.language import Language
from core.segmentation import marks
from core.segmentation.assembly import assemble
from core.segmentation.blocks import blocks_of, is_printed_form
from core.segmentation.fragments import Fragment, fragments_of
from core.segmentation.inverted import bodies_joined
from core.segmentation.jumps import page_name
from core.segmentation.kinds import kind_of
from core.segmentation.misplaced import passages_moved
from core.segmentation.open_lines import judged
from core.segmentation.page_language import PageLanguage
from core.segmentation.paragraphs import ordered, pieces
from core.segmentation.printed_page import printed_units
from core.segmentation.stories import Story
from core.segmentation.units import unit_of
from core.text.folding import fold
from core.text.span import Span


def segment(text: str, language: Language | None = None) -> Draft:
    """Propose the articles of a page, in page order, and what belongs to none.

    Both forms of page text are understood: one paragraph a line, and one printed line a line. Every line that
    is not blank lies in exactly one piece or stretch of furniture, a line of two things in two. With the
    `language` data torn paragraphs are told from headings far more surely than by the page alone.
    """
    fragments = fragments_of(text)
    page_language = PageLanguage(fold(text), language)
    blocks = blocks_of(fragments)
    if is_printed_form(blocks):
        units = printed_units(blocks, page_language)
    else:
        page_language.weigh(
            (above.text, below.text) for above, below in pairwise(fragments) if _is_open(above)
        )
        units = judged([unit_of([fragment]) for fragment in fragments], page_language)
    page = assemble(units, page_language.topics)
    bodies_joined(page, language)
    passages_moved(page, page_language)
    furniture = [Span(part.start, part.end) for unit in page.furniture for part in unit.fragments]
    return Draft(tuple(_article(story, page_language) for story in page.stories), tuple(sorted(furniture)))


def _is_open(fragment: Fragment) -> bool:
    return not fragment.ends_sentence


def _article(story: Story, language: PageLanguage) -> DraftArticle:
    jumps = [part.unit.text for part in story.parts if part.role is Role.JUMP]
    return DraftArticle(
        tuple(pieces(ordered(story.parts, language), language)),
        kind_of(story),
        continued_from=next((page for jump in jumps if (page := page_name(marks.JUMP_FROM, jump))), None),
        continued_to=next((page for jump in jumps if (page := page_name(marks.JUMP_TO, jump))), None),
    )
