"""Counting the terms of pages: what is added and taken away leaves what was there before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.lexicon.lexicon import SETTLED, Lexicon
from core.lexicon.term import Kind, Term, Terms

FORMS = st.text("甲乙丙丁", min_size=3, max_size=5)
TERMS = st.builds(Term, st.sampled_from(Kind), FORMS)
PAGES = st.dictionaries(TERMS, st.integers(1, 9), max_size=6).map(Terms)
NOTHING = (Terms(), 1)


@given(PAGES)
def test_packed_terms_come_back(page):
    assert Terms.unpacked(page.packed()) == page


@pytest.mark.parametrize("damaged", ["person\t3", "nobody\t3\t甲乙丙", "person\tmany\t甲乙丙"])
def test_damaged_terms_are_refused(damaged):
    with pytest.raises(ValueError, match=r".+"):
        Terms.unpacked(damaged)


@given(st.lists(PAGES, max_size=4), PAGES, PAGES, st.integers(1, 3))
def test_a_page_in_the_place_of_another_is_as_if_it_had_always_been_there(others, before, after, times):
    rest = [(page, 1) for page in others]
    changed = Lexicon.of([*rest, (before, times)]).changed((before, times), (after, 1))
    assert dict(changed.items()) == dict(Lexicon.of([*rest, (after, 1)]).items())


@given(st.lists(PAGES, max_size=4), PAGES)
def test_but_for_a_page_the_others_are_left(others, page):
    rest = Lexicon.of((other, 1) for other in others)
    all_ = Lexicon.of([*((other, 1) for other in others), (page, 2)])
    assert dict(all_.but_for(page, 2).items()) == dict(rest.items())


def test_what_stands_often_enough_is_settled_and_its_near_misses_are_found():
    settled = Lexicon.of([(Terms({Term(Kind.PERSON, "林晓禾"): SETTLED}), 1)]).settled
    assert settled.kinds == {"林晓禾": Kind.PERSON}
    assert [miss.form for miss in settled.index.misses("船工林晓和说")] == ["林晓禾"]
    assert Lexicon.of([(Terms({Term(Kind.PERSON, "林晓禾"): SETTLED - 1}), 1)]).settled.kinds == {}


def test_a_signed_page_settles_a_form_by_itself():
    page = Terms({Term(Kind.WORK, "青渚渡口"): 1})
    assert Lexicon.of([(page, SETTLED)]).settled.kinds
    assert not Lexicon.of([(page, 1)]).settled.kinds


def test_many_changes_settle_anew():
    lexicon = Lexicon.of([])
    for number in range(100):
        page = Terms({Term(Kind.WORK, f"青渚渡口{chr(0x4E00 + number)}"): SETTLED})
        lexicon = lexicon.changed(NOTHING, (page, 1))
    assert len(lexicon.settled.kinds) >= 64


@pytest.mark.parametrize("form", ["老一小", "一老一", "一老一小人"])
def test_between_its_marks_a_term_without_an_end_or_with_one_more_is_known(form):
    held = {Term(Kind.QUOTED, "一老一小"): SETTLED, Term(Kind.PERSON, "欧阳渡口"): SETTLED}
    settled = Lexicon.of([(Terms(held), 1)]).settled
    assert settled.at_an_end(form) == "一老一小"
    assert [settled.at_an_end(other) for other in ("一老一小", "一小", "欧阳渡", "老小一")] == [None] * 4


def test_a_digest_speaks_only_of_what_is_near_a_settled_form():
    settled = Lexicon.of([(Terms({Term(Kind.PERSON, "林晓禾"): SETTLED}), 1)]).settled
    assert settled.digest("今天通航。") == settled.digest("林晓禾说今天通航。") == ""
    assert settled.digest("林晓和说") not in ("", settled.digest("林晓木说"))
