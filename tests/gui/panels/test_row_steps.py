from hypothesis import given
from hypothesis import strategies as st

from gui.panels.row_steps import Insert, Move, Remove, row_steps

keys = st.lists(st.integers(0, 12), unique=True, max_size=12)


def done(held, steps):
    rows = list(held)
    for step in steps:
        if isinstance(step, Remove):
            del rows[step.row : step.row + step.count]
        elif isinstance(step, Insert):
            rows[step.row : step.row] = step.keys
        else:
            assert step.before not in {step.source, step.source + 1}, "Qt refuses a move to the same place"
            key = rows.pop(step.source)
            rows.insert(step.before - (step.source < step.before), key)
    return rows


@given(keys, keys)
def test_the_steps_lead_from_one_list_to_the_other(held, target):
    assert done(held, row_steps(held, target)) == target


def test_equal_lists_need_nothing():
    assert row_steps([1, 2, 3], [1, 2, 3]) == []


def test_what_was_split_off_is_one_insertion():
    assert row_steps([1, 2, 3], [1, 7, 8, 2, 3]) == [Insert(1, (7, 8))]


def test_the_first_row_moved_to_the_end_is_one_move():
    assert row_steps([1, 2, 3, 4], [2, 3, 4, 1]) == [Move(0, 4)]


def test_rows_side_by_side_go_together():
    assert row_steps([1, 2, 3, 4], [1, 4]) == [Remove(1, 2)]
