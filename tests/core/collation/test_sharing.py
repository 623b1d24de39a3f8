"""Which stretches of two pages are the same story, and where that story ends."""

import random

import pytest

from core.collation.chains import LOST, chains
from core.collation.runs import Seeds
from core.collation.sharing import shared_by_any
from core.collation.witnesses import groups_around, witness_groups
from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.layout import layout_of
from core.document.page import PageView
from core.document.role import Role
from core.text.folding import fold
from core.text.lines import Lines


def invented(length, seed):
    letters = random.Random(seed)
    return fold("".join(chr(letters.randrange(0x4E00, 0x9000)) for _ in range(length)))


STORY, OTHER, OWN = invented(400, 1), invented(400, 2), invented(400, 3)
MASTHEAD = invented(90, 4)


def shared(one, other):
    return chains(Seeds.of(one), Seeds.of(other))


def page(key, *lines, furniture=()):
    """A page of which every line is an article, but for those of furniture."""
    text = "\n".join(lines)
    spans = Lines(text).spans()
    articles = [
        DraftArticle((DraftPiece(span, Role.BODY),)) for at, span in enumerate(spans) if at not in furniture
    ]
    draft = Draft(tuple(articles), furniture=tuple(span for at, span in enumerate(spans) if at in furniture))
    return PageView(key, key, text, layout_of(draft))


def test_a_masthead_makes_no_witnesses():
    pages = [page(key, MASTHEAD, invented(300, key), furniture=[0]) for key in "甲乙丙"]
    assert witness_groups(pages) == []
    assert groups_around(pages[0], pages[1:]) == []


def test_what_is_an_article_on_one_of_the_pages_counts():
    pages = [page("甲", MASTHEAD, OWN, furniture=[0]), page("乙", MASTHEAD, OTHER)]
    assert len(witness_groups(pages)) == 1


def test_two_stories_are_two_groups_though_another_stands_between_them_on_one_page():
    pages = [page("甲", STORY, OTHER), page("乙", STORY, OWN, OTHER)]
    assert len(witness_groups(pages)) == 2


@pytest.mark.parametrize("lost", [1, 30, 200])
def test_what_was_lost_inside_a_story_does_not_part_it(lost):
    (chain,) = shared(STORY, STORY[:100] + STORY[100 + lost :])
    assert (chain.start, chain.end, chain.same) == (0, len(STORY), len(STORY) - lost)


def test_more_than_a_column_apart_are_two_passages():
    assert len(shared(STORY, STORY[:200] + invented(LOST + 100, 5) + STORY[200:])) == 2


def test_the_same_text_twice_in_one_page_is_laid_along_once():
    (chain,) = shared(STORY, STORY[:200] + STORY[100:])
    assert (chain.start, chain.end, chain.other_end) == (0, 400, 500)


def test_set_phrases_strewn_over_two_pages_are_no_passage():
    phrases = [invented(10, seed) for seed in range(20)]
    one, two = (
        "".join(phrase + invented(25, f"{turn}{at}") for at, phrase in enumerate(phrases)) for turn in "ab"
    )
    assert shared(one, two) == []


def test_of_many_pages_those_that_share_are_found_by_an_index():
    pages = [page(key, invented(300, 100 + key)) for key in range(12)]
    pages[3], pages[9] = page(3, OWN, STORY), page(9, STORY, OTHER)
    assert list(shared_by_any(pages)) == [(3, 9)]


def test_a_group_has_all_who_share_whichever_has_the_most():
    pages = [page("甲", STORY[:150]), page("乙", STORY), page("丙", STORY[140:]), page("丁", STORY[:120])]
    (group,) = witness_groups(pages)
    assert [witness.page for witness in group.witnesses] == [0, 1, 2, 3]
    assert group.base == 1
