import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gui.panels.fold import HEADING, Fold

groups = st.lists(st.tuples(st.integers(0, 5), st.booleans(), st.booleans()), max_size=8)


def shown(held):
    """Say line by line what a list with these groups shows, without any arithmetic."""
    lines = []
    for group, (size, headed, opened) in enumerate(held):
        lines += [(group, HEADING)] if headed else []
        lines += [(group, member) for member in range(size)] if opened or not headed else []
    return lines


@given(groups)
def test_every_line_shows_what_it_would_if_all_lines_were_written_out(held):
    fold = Fold(*zip(*held, strict=True)) if held else Fold((), (), ())
    lines = shown(held)
    assert len(fold) == len(lines)
    assert [fold.at(line) for line in range(len(lines))] == lines
    found = fold.at_all(np.arange(len(lines)))
    assert list(zip(*(part.tolist() for part in found), strict=True)) == lines


@given(groups)
def test_a_member_is_found_on_its_line_or_at_the_heading_of_its_folded_group(held):
    fold = Fold(*zip(*held, strict=True)) if held else Fold((), (), ())
    lines = shown(held)
    for group, (size, _, _) in enumerate(held):
        for member in range(size):
            line = fold.line_of(group, member)
            assert lines[line] == ((group, member) if fold.opened(group) else (group, HEADING))


def test_a_group_without_a_heading_cannot_be_folded():
    fold = Fold([3], [False], [False])
    fold.set_opened(0, False)
    assert len(fold) == 3
