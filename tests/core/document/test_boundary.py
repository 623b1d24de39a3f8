import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.document.boundary import move_boundary
from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.layout import Layout, layout_of
from core.document.role import Role
from core.errors import RefusedError
from core.text.lines import Lines

TEXT = "渡口\n潮水\n船来\n灯会\n人多\n夜深\n热线\n书市"


@pytest.fixture
def layout() -> Layout:
    """Pieces 1 to 3 in an article, 4 to 6 in the next, 7 in the last, and furniture, 8, above that."""
    spans = Lines(TEXT).spans()
    stories = (spans[:3], spans[3:6], spans[7:])
    return layout_of(
        Draft(
            tuple(DraftArticle(tuple(DraftPiece(span, Role.BODY) for span in story)) for story in stories),
            (spans[6],),
        )
    )


def read(layout: Layout) -> list[tuple[int, ...]]:
    return [article.pieces for _, article in layout]


@pytest.mark.parametrize(
    ("below", "to", "after"),
    [
        (4, 3, [(1, 2), (3, 4, 5, 6), (7,)]),
        (4, 6, [(1, 2, 3, 4, 5), (6,), (7,)]),
        (8, 7, [(1, 2, 3), (4, 5, 6, 8), (7,)]),
        (7, 8, [(1, 2, 3), (4, 5, 6), (8, 7)]),
        (8, 6, [(1, 2, 3), (4, 5), (7,)]),
    ],
)
def test_what_is_passed_changes_sides(layout, below, to, after):
    assert read(move_boundary(layout, TEXT, below, to)) == after


def test_the_end_of_the_page_is_a_goal_too(layout):
    assert move_boundary(layout, TEXT, 7, None).furniture == (8, 7)


@pytest.mark.parametrize(("below", "to"), [(1, 2), (2, 3), (4, 4), (4, 7), (8, 3), (4, 99)])
def test_a_boundary_stays_between_its_two(layout, below, to):
    with pytest.raises(RefusedError):
        move_boundary(layout, TEXT, below, to)


@given(data=st.data())
def test_every_line_stays_in_one_place(data, pages, faults):
    text, layout = data.draw(pages)
    pieces = st.sampled_from(sorted(layout.pieces) or [1])
    try:
        after = move_boundary(layout, text, data.draw(pieces), data.draw(pieces))
    except RefusedError:
        return
    assert faults(after, text) == []
    assert after.spans == layout.spans
