from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.changes.change import apply_change, page_step
from core.changes.state import PageState
from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.layout import Layout, Link, layout_of, title_of
from core.document.moving import move_pieces, new_article, shift_pieces
from core.document.ordering import merge_chosen, merge_with_neighbour, move_articles, shift_articles
from core.document.role import Role
from core.errors import RefusedError
from core.text.lines import Lines
from core.text.span import Span

TEXT = "渡口\n潮水\n船来\n灯会\n人多\n夜深\n书市\n新书\n热线"
BODY, TITLE = Role.BODY, Role.TITLE


def article(lines, *roles, **jumps) -> DraftArticle:
    return DraftArticle(
        tuple(DraftPiece(span, role) for span, role in zip(lines, roles, strict=True)), **jumps
    )


@pytest.fixture
def layout() -> Layout:
    """Three articles of a title and a paragraph or two, pieces 1 to 8 from the top, and furniture, 9."""
    lines = Lines(TEXT).spans()
    return layout_of(
        Draft(
            (
                article(lines[:3], TITLE, BODY, BODY),
                article(lines[3:6], TITLE, BODY, BODY),
                article(lines[6:8], TITLE, BODY),
            ),
            (lines[8],),
        )
    )


def joined(layout: Layout, *pieces: int) -> Layout:
    changed = {piece: replace(layout.pieces[piece], joins_previous=True) for piece in pieces}
    return replace(layout, pieces={**layout.pieces, **changed})


def joining(layout: Layout) -> list[int]:
    return [key for key, piece in layout.pieces.items() if piece.joins_previous]


def read(layout: Layout) -> list[tuple[int, ...]]:
    return [article.pieces for _, article in layout]


def titles(layout: Layout) -> list[str]:
    return [title_of(layout, key, TEXT) for key in layout.order]


# To another article


def test_pieces_go_to_the_end_of_an_article_or_before_a_piece_of_it(layout):
    assert read(move_pieces(layout, TEXT, (2, 8), 2)) == [(1, 3), (4, 5, 6, 2, 8), (7,)]
    assert read(move_pieces(layout, TEXT, (8, 2), 2, before=5)) == [(1, 3), (4, 2, 8, 5, 6), (7,)]


def test_a_passage_of_the_text_goes_too(layout):
    after = move_pieces(layout, TEXT, Span(4, 7), 3)
    assert read(after) == [(1,), (4, 5, 6), (7, 8, 2, 3)]
    assert after.pieces[3].by_hand
    assert after.articles[3].by_hand


def test_inside_an_article_pieces_change_places(layout):
    assert read(move_pieces(layout, TEXT, (3,), 1, before=1))[0] == (3, 1, 2)
    assert read(move_pieces(layout, TEXT, (1, 2), 1))[0] == (3, 1, 2)
    assert read(move_pieces(layout, TEXT, (3, 1), 1, before=3))[0] == (2, 1, 3)


def test_furniture_can_be_put_into_an_article(layout):
    after = move_pieces(layout, TEXT, (9,), 1)
    assert (read(after)[0], after.furniture) == ((1, 2, 3, 9), ())


def test_an_article_left_empty_is_no_more(layout):
    assert read(move_pieces(layout, TEXT, (7, 8), 1)) == [(1, 2, 3, 7, 8), (4, 5, 6)]


@pytest.mark.parametrize(
    ("chosen", "goal", "before"),
    [
        ((8,), 3, None),
        ((2, 3), 1, None),
        ((4,), 2, 4),
        ((4,), 2, 5),
        ((), 2, None),
        ((99,), 2, None),
        ((1,), 7, None),
        ((1,), 2, 8),
    ],
)
def test_what_is_there_already_or_nowhere_is_refused(layout, chosen, goal, before):
    with pytest.raises(RefusedError):
        move_pieces(layout, TEXT, chosen, goal, before)


# Paragraphs


def test_what_is_moved_without_its_beginning_begins_anew(layout):
    assert joining(move_pieces(joined(layout, 3), TEXT, (3,), 2)) == []


def test_halves_moved_together_stay_one(layout):
    assert joining(move_pieces(joined(layout, 3), TEXT, (2, 3), 2)) == [3]


def test_a_paragraph_closes_up_where_its_middle_was_moved_away(layout):
    torn = joined(layout, 2, 3)
    assert joining(move_pieces(torn, TEXT, (2,), 2)) == [3]
    assert joining(move_pieces(joined(layout, 3), TEXT, (2,), 2)) == []


def test_in_a_linked_article_too_what_loses_its_beginning_begins_anew(layout):
    linked = replace(layout.articles[1], linked_from=Link(2, 1))
    torn = replace(joined(layout, 2), articles={**layout.articles, 1: linked})
    assert joining(move_pieces(torn, TEXT, (1,), 1)) == []


def test_a_picture_between_the_halves_of_a_paragraph_parts_nothing(layout):
    caption = replace(layout, pieces={**layout.pieces, 5: replace(layout.pieces[5], role=Role.CAPTION)})
    torn = joined(caption, 6)
    assert joining(move_pieces(torn, TEXT, (5,), 1)) == [6]
    assert joining(move_pieces(joined(layout, 3), TEXT, (8,), 1, before=3)) == [3]


# Up and down


def test_pieces_move_past_their_neighbours_and_into_the_next_article(layout):
    up = shift_pieces(layout, TEXT, (5,), upwards=True)
    assert read(up) == [(1, 2, 3), (5, 4, 6), (7, 8)]
    up = shift_pieces(up, TEXT, (5,), upwards=True)
    assert read(up) == [(1, 2, 3, 5), (4, 6), (7, 8)]
    assert read(shift_pieces(up, TEXT, (5,), upwards=False)) == [(1, 2, 3), (5, 4, 6), (7, 8)]
    assert read(shift_pieces(layout, TEXT, (6,), upwards=False)) == [(1, 2, 3), (4, 5), (6, 7, 8)]


def test_several_stretches_move_each_for_itself(layout):
    assert read(shift_pieces(layout, TEXT, (2, 3, 6), upwards=True)) == [(2, 3, 1), (4, 6, 5), (7, 8)]
    assert read(shift_pieces(layout, TEXT, (1, 5), upwards=True)) == [(1, 2, 3), (5, 4, 6), (7, 8)]


def test_a_torn_paragraph_is_passed_as_a_whole(layout):
    after = shift_pieces(joined(layout, 3), TEXT, (1,), upwards=False)
    assert (read(after)[0], joining(after)) == ((2, 3, 1), [3])


@pytest.mark.parametrize(("chosen", "upwards"), [((1,), True), ((1, 2), True), ((8,), False), ((9,), True)])
def test_beyond_the_ends_of_the_page_there_is_no_place(layout, chosen, upwards):
    with pytest.raises(RefusedError):
        shift_pieces(layout, TEXT, chosen, upwards=upwards)


# Articles


def test_pieces_from_anywhere_become_an_article(layout):
    after = new_article(layout, TEXT, (8, 2))
    assert read(after) == [(1, 3), (2, 8), (4, 5, 6), (7,)]
    assert titles(after) == ["渡口", "潮水", "灯会", "书市"]
    assert read(new_article(layout, TEXT, (2,), position=0))[0] == (2,)
    assert read(new_article(layout, TEXT, (9,)))[-1] == (9,)
    with pytest.raises(RefusedError):
        new_article(layout, TEXT, (7, 8))


def test_chosen_articles_are_merged_as_they_are_read(layout):
    assert read(merge_chosen(layout, [3, 1])) == [(1, 2, 3, 7, 8), (4, 5, 6)]
    assert read(merge_with_neighbour(layout, [2, 3], upwards=True)) == [(1, 2, 3, 4, 5, 6, 7, 8)]
    for chosen in ([1], [], [1, 9]):
        with pytest.raises(RefusedError):
            merge_chosen(layout, chosen)


def test_articles_are_ordered(layout):
    assert move_articles(layout, [1], 2).order == (2, 1, 3)
    assert move_articles(layout, [3, 1], 2).order == (2, 1, 3)
    assert move_articles(layout, [2, 3], 0).order == (2, 3, 1)
    assert shift_articles(layout, [2, 3], upwards=True).order == (2, 3, 1)
    assert shift_articles(layout, [1], upwards=False).order == (2, 1, 3)
    for refused in (
        lambda: shift_articles(layout, [1], upwards=True),
        lambda: shift_articles(layout, [3], upwards=False),
        lambda: move_articles(layout, [2], 2),
    ):
        with pytest.raises(RefusedError):
            refused()


def test_jumps_go_with_the_ends_they_stand_at(layout):
    held = replace(layout.articles[1], continued_to="第4版")
    layout = replace(layout, articles={**layout.articles, 1: held})
    assert [one.continued_to for _, one in move_pieces(layout, TEXT, (3,), 2)] == [None, "第4版", None]
    assert [one.continued_to for _, one in move_pieces(layout, TEXT, (3,), 2, before=5)] == [
        "第4版",
        None,
        None,
    ]
    assert [one.continued_to for _, one in merge_chosen(layout, [1, 3])] == ["第4版", None]


@given(st.data())
def test_every_piece_stays_in_one_place_and_undo_gives_back_what_was(pages, faults, data: st.DataObject):
    text, layout = data.draw(pages)
    for _ in range(data.draw(st.integers(1, 6))):
        chosen = tuple(data.draw(st.lists(st.sampled_from(sorted(layout.pieces) or [0]), max_size=4)))
        articles = data.draw(st.lists(st.sampled_from(layout.order or (1,)), max_size=3))
        goal = data.draw(st.sampled_from(layout.order or (1,)))
        upwards = data.draw(st.booleans())
        held = layout.articles[goal].pieces if layout.order else ()
        before = data.draw(st.sampled_from([None, *held]))
        position = data.draw(st.integers(0, len(layout.order)))
        gestures = (
            lambda: move_pieces(layout, text, chosen, goal, before),  # noqa: B023
            lambda: new_article(layout, text, chosen, position),  # noqa: B023
            lambda: shift_pieces(layout, text, chosen, upwards=upwards),  # noqa: B023
            lambda: merge_chosen(layout, articles),  # noqa: B023
            lambda: merge_with_neighbour(layout, articles, upwards=upwards),  # noqa: B023
            lambda: move_articles(layout, articles, position),  # noqa: B023
            lambda: shift_articles(layout, articles, upwards=upwards),  # noqa: B023
        )
        try:
            after = data.draw(st.sampled_from(gestures))()
        except RefusedError:
            continue
        assert faults(after, text) == []
        assert after.pieces.keys() == layout.pieces.keys()
        step = page_step(PageState(text, layout), PageState(text, after), ())
        assert apply_change(PageState(text, after), step.backward) == PageState(text, layout)
        layout = after
