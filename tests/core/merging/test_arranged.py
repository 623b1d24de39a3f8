from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.document.arrange import set_role, start_article
from core.document.layout import layout_of
from core.document.role import Role
from core.language.language import open_language
from core.merging.arranged import Arranged, arranged
from core.segmentation.segmenter import segment
from core.text.span import Span

TEXT = "渡口今日通航\n\n早晨有雾，船未到。\n\n岸边的人等着。\n"
BASE = layout_of(segment(TEXT, open_language()))
TITLE, FIRST, SECOND = Span(0, 6), Span(8, 17), Span(19, 26)


def role(layout, span, role):
    return set_role(layout, TEXT, span, role)


def role_at(layout, span):
    (piece,) = layout.pieces_in(span)
    return layout.pieces[piece].role


def test_roles_of_different_lines_set_by_one_each_both_stand():
    both = arranged(BASE, role(BASE, TITLE, Role.KICKER), role(BASE, SECOND, Role.CAPTION))
    assert not both.clash
    assert role_at(both.layout, TITLE) is Role.KICKER
    assert role_at(both.layout, SECOND) is Role.CAPTION


def test_two_roles_of_one_line_clash_and_mine_stands():
    mine = role(BASE, FIRST, Role.CAPTION)
    theirs = role(role(BASE, FIRST, Role.BYLINE), TITLE, Role.KICKER)
    both = arranged(BASE, mine, theirs)
    assert both.clash
    assert role_at(both.layout, FIRST) is Role.CAPTION
    assert role_at(both.layout, TITLE) is Role.KICKER


def test_articles_parted_by_one_and_roles_set_by_the_other_clash():
    parted = start_article(BASE, TEXT, SECOND)
    assert arranged(BASE, role(BASE, FIRST, Role.CAPTION), parted) == Arranged(None, clash=True)
    assert arranged(BASE, parted, role(BASE, FIRST, Role.CAPTION)) == Arranged(None, clash=True)
    assert arranged(BASE, BASE, parted).layout is parted


@pytest.mark.parametrize("layout", [BASE, role(BASE, FIRST, Role.CAPTION), start_article(BASE, TEXT, SECOND)])
def test_who_did_the_same_or_nothing_changes_nothing(layout):
    assert arranged(BASE, layout, layout) == Arranged(None)
    assert arranged(BASE, layout, BASE) == Arranged(None)


@given(st.lists(st.sampled_from(Role), min_size=6, max_size=6))
def test_roles_are_taken_one_by_one(roles):
    keys = sorted(BASE.pieces)

    def changed(chosen):
        pieces = {key: replace(BASE.pieces[key], role=role) for key, role in zip(keys, chosen, strict=False)}
        return replace(BASE, pieces={**BASE.pieces, **pieces})

    mine, theirs = changed(roles[:3]), changed(roles[3:])
    both = arranged(BASE, mine, theirs)
    stands = (both.layout or mine).pieces
    for key in keys:
        untouched = mine.pieces[key] == BASE.pieces[key]
        assert stands[key] == (theirs if untouched else mine).pieces[key]
