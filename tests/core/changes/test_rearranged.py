from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.changes.rearranged import Rearranged, Rearranging, _longest_rising, rearranged
from core.document.arrange import start_article, toggle_join
from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.layout import layout_of
from core.document.moving import move_pieces
from core.document.ordering import merge_chosen
from core.document.role import Role
from core.text.lines import Lines

TEXT = "渡口通航\n第一班船\n来了又去\n集市开张\n茶馆坐满\n说书的到了"
LINES = Lines(TEXT).spans()


@pytest.fixture
def layout():
    """Two articles of three lines each."""
    halves = (LINES[:3], LINES[3:])
    drafts = (DraftArticle(tuple(DraftPiece(span, Role.BODY) for span in half)) for half in halves)
    return layout_of(Draft(tuple(drafts)))


def piece_at(layout, line):
    return layout.pieces_in(LINES[line])[0]


def test_a_line_that_goes_to_another_article_is_moved(layout):
    moving = piece_at(layout, 4)
    after = move_pieces(layout, TEXT, (moving,), layout.order[0], piece_at(layout, 1))
    assert rearranged(layout, after) == (Rearranged(Rearranging.MOVED, (moving,), (LINES[4],), LINES[0].end),)


def test_lines_that_go_together_are_one_move(layout):
    moving = (piece_at(layout, 4), piece_at(layout, 5))
    after = move_pieces(layout, TEXT, moving, layout.order[0], piece_at(layout, 0))
    (move,) = rearranged(layout, after)
    assert (move.pieces, move.place) == (moving, LINES[0].start)


def test_a_boundary_between_articles_moves_nothing(layout):
    down = move_pieces(layout, TEXT, (piece_at(layout, 3),), layout.order[0])
    assert rearranged(layout, down) == ()
    assert rearranged(layout, merge_chosen(layout, layout.order)) == ()
    assert rearranged(layout, start_article(layout, TEXT, LINES[1])) == ()


def test_articles_in_another_order_move_nothing(layout):
    assert rearranged(layout, replace(layout, order=layout.order[::-1])) == ()


def test_a_line_is_joined_to_what_it_follows_and_parted_from_it(layout):
    joined = toggle_join(layout, TEXT, LINES[1])
    (join,) = rearranged(layout, joined)
    assert (join.what, join.spans, join.place) == (Rearranging.JOINED, (LINES[1],), LINES[0].end)
    (part,) = rearranged(joined, layout)
    assert part.what is Rearranging.PARTED


def test_nothing_was_rearranged(layout):
    assert rearranged(layout, layout) == ()
    assert rearranged(layout, replace(layout, next_id=99)) == ()


@given(st.permutations(range(12)))
def test_what_stays_rises_and_no_longer_row_does(numbers):
    row = _longest_rising(numbers)
    kept = [number for number in numbers if number in row]
    assert kept == sorted(kept)
    longest = [1] * len(numbers)
    for at, number in enumerate(numbers):
        longest[at] = 1 + max((longest[i] for i in range(at) if numbers[i] < number), default=0)
    assert len(row) == max(longest)
