import pytest

from core.store.rows import PageRecord
from gui.desk.page_list import PageList, neighbour
from gui.desk.standing import Standing


def page(number):
    return PageRecord(number, number, f"{number}", "", "utf-8", "", 1, 0, False, None, None, None)


@pytest.mark.parametrize(
    ("left", "shown"),
    [([1, 3, 4], 3), ([1, 4], 4), ([1], 1), ([], None)],
    ids=list("abcd"),
)
def test_behind_a_page_that_is_gone_comes_the_next_one_or_the_last(left, shown):
    assert neighbour([page(number) for number in left], page(2)) == shown


@pytest.mark.parametrize(("last", "first"), [(2, 2), (7, 1), (None, 1)])
def test_a_project_opens_at_the_page_shown_last_where_that_is_there(last, first):
    listed = PageList([page(1), page(2)], frozenset({7}), last, Standing(0, can_undo=False, can_redo=False))
    assert listed.first == first
    assert PageList([], frozenset({7}), last, listed.standing).first is None
