from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text.edit import apply_edits
from core.text.search import occurrences
from core.text.span import Span
from core.text.torn import torn_edits, torn_search


def found(text, wanted, **how):
    return [text[start:end] for start, end in torn_search(wanted, **how).places(text)]


def test_one_character_suffices():
    assert found("东渚东", "东") == ["东", "东"]


def test_script_width_and_case_count_only_where_exact():
    assert found("隊伍、队伍", "队伍") == ["隊伍", "队伍"]
    assert found("隊伍、队伍", "队伍", exact=True) == ["队伍"]
    assert found("ＡB", "ab") == ["ＡB"]


def test_a_word_torn_by_line_ends_is_found():
    assert found("过东\n\n　渚", "东渚") == ["东\n\n　渚"]


def test_places_come_in_order_whichever_form_they_begin_with():
    assert found("隊伍、队伍、隊伍", "队伍") == ["隊伍", "队伍", "隊伍"]


@pytest.mark.parametrize("wanted", ["aＡ", "人人", "队隊"])
def test_places_do_not_overlap(wanted):
    text = "AaAAＡa人人人队隊隊"
    places = torn_search(wanted).places(text)
    assert places
    assert all(end <= start for (_, end), (start, _) in pairwise(places))


@given(st.text("队隊伍aAＡ"), st.text("队隊伍aAＡ", min_size=1, max_size=3), st.booleans())
def test_where_nothing_is_torn_it_finds_what_plain_searching_finds(text, wanted, exact):
    plain = [(span.start, span.end) for span in occurrences(text, wanted, exact=exact)]
    assert torn_search(wanted, exact=exact).places(text) == plain


def test_nothing_cannot_be_found():
    with pytest.raises(ValueError, match="nothing"):
        torn_search("\n")


@given(st.text("甲乙\n　", max_size=12), st.text("丙丁", max_size=6))
def test_line_ends_stay_and_all_is_inserted(middle, inserted):
    text = f"甲{middle}乙"
    after = apply_edits(text, torn_edits(text, Span(0, len(text)), inserted))
    assert after.count("\n") == text.count("\n")
    assert "".join(character for character in after if character in "丙丁") == inserted
