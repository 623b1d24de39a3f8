import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.merging.agreement import Agreement, agreement, total

TEXTS = st.text("甲乙丙\n", max_size=24)
BASE = "渡囗的船末到，曰落而归。\n"


def test_characters_corrected_by_both_by_one_and_differently_are_counted():
    mine = BASE.replace("囗", "口").replace("末", "未").replace("归", "回")
    theirs = BASE.replace("囗", "口").replace("末", "来").replace("曰", "日")
    figures = agreement(BASE, mine, theirs)
    assert figures == Agreement(12, same=1, only_mine=1, only_theirs=1, differently=1)
    assert figures.share == 0.25


def test_line_ends_count_nothing_and_what_both_found_missing_counts():
    figures = agreement("甲乙\n丙", "甲乙丙丁", "甲乙\n丙丁")
    assert figures == Agreement(4, same=1)


def test_kappa_is_one_where_all_is_agreed_and_zero_at_chance():
    assert agreement(BASE, BASE.replace("囗", "口"), BASE.replace("囗", "口")).kappa == 1.0
    assert Agreement(100, same=25, only_mine=25, only_theirs=25).kappa == pytest.approx(0.0)
    assert Agreement(100).kappa is None
    assert Agreement().kappa is None


def test_figures_of_pages_add_up():
    assert total([Agreement(10, 1, 2, 3, 4), Agreement(10, 1, 0, 0, 0)]) == Agreement(20, 2, 2, 3, 4)


@given(TEXTS, TEXTS, TEXTS)
def test_the_two_editors_may_change_places(base, mine, theirs):
    one, other = agreement(base, mine, theirs), agreement(base, theirs, mine)
    assert (one.same, one.differently, one.kappa) == (other.same, other.differently, other.kappa)
    assert (one.only_mine, one.only_theirs) == (other.only_theirs, other.only_mine)
    assert one.corrected <= one.characters
