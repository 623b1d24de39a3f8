from hypothesis import given
from hypothesis import strategies as st

from core.changes.state import PageState
from core.commands.command import edited
from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.layout import layout_of
from core.document.role import Role
from core.text.edit import Edit
from core.text.lines import Lines
from core.text.span import Span


def page(text: str, *articles: str, furniture: str = "") -> PageState:
    """Return a page whose articles are runs of lines, one character a line: T a title, B a body."""
    roles = {"T": Role.TITLE, "B": Role.BODY}
    spans = iter([span for span in Lines(text).spans() if len(span)])
    above = tuple(next(spans) for _ in furniture)
    drafts = [
        DraftArticle(tuple(DraftPiece(next(spans), roles[one]) for one in pieces)) for pieces in articles
    ]
    return PageState(text, layout_of(Draft(tuple(drafts), above)))


def outline(state: PageState) -> list[list[str]]:
    """Return the pieces of every article as they are read, furniture last."""
    layout = state.layout

    def words(piece: int) -> str:
        return layout.pieces[piece].role.value[0].upper() + layout.spans[piece].of(state.text)

    read = [[words(piece) for piece in article.pieces] for _, article in layout]
    return read + ([[words(piece) for piece in layout.furniture]] if layout.furniture else [])


def test_enter_makes_two_paragraphs_of_one():
    state = page("题\n一二三四", "TB")
    assert outline(edited(state, (Edit(4, "", "\n"),))) == [["T题", "B一二", "B三四"]]


def test_enter_at_the_ends_of_a_line_makes_no_piece():
    state = page("题\n一二", "TB")
    assert outline(edited(state, (Edit(1, "", "\n"),))) == outline(state)
    assert outline(edited(state, (Edit(2, "", "\n"),))) == outline(state)


def test_taking_a_line_end_away_makes_one_paragraph_of_two():
    state = page("一\n二\n三", "BBB")
    assert outline(edited(state, (Edit(1, "\n", ""), Edit(3, "\n", "")))) == [["B一二三"]]


def test_the_first_of_two_that_become_one_keeps_its_identity():
    state = page("一\n二", "BB")
    (first, _) = state.layout.articles[1].pieces
    assert list(edited(state, (Edit(1, "\n", ""),)).layout.pieces) == [first]


def test_a_title_and_the_body_below_it_stay_two_things_in_one_line():
    state = page("题\n一", "TB")
    assert outline(edited(state, (Edit(1, "\n", ""),))) == [["T题", "B一"]]


def test_what_lies_between_two_things_in_one_line_belongs_to_the_first():
    state = edited(page("题\n一", "TB"), (Edit(1, "\n", "  "),))
    assert outline(edited(state, (Edit(2, "", "上"),))) == [["T题 上 ", "B一"]]


def test_articles_do_not_run_into_each_other():
    state = page("一\n二", "B", "B")
    assert outline(edited(state, (Edit(1, "\n", ""),))) == [["B一"], ["B二"]]


def test_a_line_whose_text_is_gone_is_no_piece_and_an_empty_article_no_article():
    state = page("题\n一\n二", "TB", "B")
    assert outline(edited(state, (Edit(4, "二", ""),))) == [["T题", "B一"]]
    assert outline(edited(state, (Edit(4, "二", "  "),))) == [["T题", "B一"]]


def test_a_line_between_two_articles_goes_on_with_the_one_above():
    state = page("一\n\n二", "B", "B")
    assert outline(edited(state, (Edit(2, "", "新\n又"),))) == [["B一", "B新", "B又"], ["B二"]]


def test_a_line_above_all_articles_belongs_to_the_first():
    state = page("\n一", "B")
    assert outline(edited(state, (Edit(0, "", "新"),))) == [["B新", "B一"]]


def test_lines_typed_in_several_places_at_once_are_read_in_their_order():
    state = page("一\n\n\n\n\n二", "B", "B")
    assert outline(edited(state, (Edit(2, "", "甲"), Edit(4, "", "乙")))) == [["B一", "B甲", "B乙"], ["B二"]]


def test_without_articles_a_typed_line_is_furniture():
    assert outline(edited(PageState("\n"), (Edit(0, "", "新"),))) == [["B新"]]
    masthead = page("报头\n", furniture="F")
    assert outline(edited(masthead, (Edit(3, "", "新"),))) == [["O报头", "B新"]]


def test_an_indent_typed_over_belongs_to_its_line():
    indented = PageState("　一二", layout_of(Draft((DraftArticle((DraftPiece(Span(1, 3), Role.BODY),)),))))
    assert outline(edited(indented, (Edit(0, "　一", "甲"),))) == [["B甲二"]]


def test_an_article_never_begins_by_going_on_with_something():
    halves = (DraftPiece(Span(0, 1), Role.BODY), DraftPiece(Span(2, 3), Role.BODY, joins_previous=True))
    state = PageState("一\n二", layout_of(Draft((DraftArticle(halves),))))
    (_, second) = state.layout.articles[1].pieces
    assert state.layout.pieces[second].joins_previous
    after = edited(state, (Edit(0, "一\n", ""),))
    assert not after.layout.pieces[second].joins_previous


def test_of_a_parted_paragraph_only_the_first_half_goes_on_with_the_one_above():
    halves = (DraftPiece(Span(0, 1), Role.BODY), DraftPiece(Span(2, 4), Role.BODY, joins_previous=True))
    layout = edited(
        PageState("一\n二三", layout_of(Draft((DraftArticle(halves),)))), (Edit(3, "", "\n"),)
    ).layout
    assert [layout.pieces[piece].joins_previous for piece in layout.in_page_order()] == [False, True, False]


@given(st.data())
def test_after_any_edits_the_layout_is_sound(pages, edits_of, faults, data: st.DataObject):
    text, layout = data.draw(pages)
    state = PageState(text, layout)
    assert faults(layout, text) == []
    for _ in range(data.draw(st.integers(1, 4))):
        state = edited(state, data.draw(edits_of(state.text)))
        assert faults(state.layout, state.text) == []


@given(st.data())
def test_pieces_that_no_edit_comes_near_stay_what_they_are(pages, edits_of, data: st.DataObject):
    text, layout = data.draw(pages)
    edits = data.draw(edits_of(text))
    after = edited(PageState(text, layout), edits).layout
    lines = Lines(text)
    reached = {number for edit in edits for number in _around(lines, edit)}
    for piece, span in layout.spans.items():
        if lines.number_at(span.start) not in reached:
            assert after.pieces[piece].role is layout.pieces[piece].role
            assert after.article_of(piece) == layout.article_of(piece)


def _around(lines: Lines, edit: Edit) -> range:
    return range(lines.number_at(edit.start), lines.number_at(edit.end) + 1)
