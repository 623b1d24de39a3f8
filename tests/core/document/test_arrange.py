from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.document.arrange import (
    mark_furniture,
    rename_article,
    set_kind,
    set_role,
    start_article,
    toggle_join,
)
from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.layout import Layout, layout_of, title_of
from core.document.ordering import merge_with_neighbour
from core.document.role import ArticleKind, Role
from core.errors import RefusedError
from core.text.lines import Lines
from core.text.span import Span

TEXT = "报头\n渡口通航\n潮水退去。\n船来了。\n两岸同庆\n灯火通明。\n\n热线电话"
"""Furniture, an article of a title and two paragraphs, another of a title and one, furniture."""


@pytest.fixture
def layout() -> Layout:
    lines = [span for span in Lines(TEXT).spans() if len(span)]
    return layout_of(
        Draft(
            (
                article(lines[1:4], Role.TITLE, Role.BODY, Role.BODY),
                article(lines[4:6], Role.TITLE, Role.BODY),
            ),
            (lines[0], lines[6]),
        )
    )


def article(lines: list[Span], *roles: Role) -> DraftArticle:
    return DraftArticle(tuple(DraftPiece(span, role) for span, role in zip(lines, roles, strict=True)))


def at(first: str, last: str = "") -> Span:
    """Return the caret at the beginning of `first`, or a selection from there to the end of `last`."""
    start = TEXT.index(first)
    return Span(start, TEXT.index(last) + len(last) if last else start)


def outline(layout: Layout) -> list[list[tuple[str, str]]]:
    return [
        [(layout.pieces[piece].role.value, layout.spans[piece].of(TEXT)) for piece in article.pieces]
        for _, article in layout
    ]


def titles(layout: Layout) -> list[str]:
    return [title_of(layout, key, TEXT) for key in layout.order]


def test_an_article_starts_at_a_line_and_goes_on_to_the_end_of_the_old_one(layout):
    after = start_article(layout, TEXT, at("潮水"))
    assert titles(after) == ["渡口通航", "潮水退去。", "两岸同庆"]
    assert outline(after)[1] == [("body", "潮水退去。"), ("body", "船来了。")]
    assert all(after.articles[key].by_hand for key in after.order[:2])


def test_several_lines_become_an_article_by_themselves(layout):
    after = start_article(layout, TEXT, at("渡口", "潮水退去。"))
    assert outline(after)[:2] == [
        [("title", "渡口通航"), ("body", "潮水退去。")],
        [("body", "船来了。")],
    ]


def test_a_line_that_reads_like_a_title_becomes_one(layout):
    after = start_article(layout, TEXT, at("热线"))
    assert outline(after)[-1] == [("title", "热线电话")]
    assert outline(start_article(layout, TEXT, at("船来")))[1] == [("body", "船来了。")]


def test_furniture_starts_an_article_where_it_stands_on_the_page(layout):
    assert titles(start_article(layout, TEXT, at("报头"))) == ["报头", "渡口通航", "两岸同庆"]


def test_the_first_line_of_an_article_starts_none(layout):
    for selection in (at("渡口"), at("渡口", "船来了。")):
        with pytest.raises(RefusedError):
            start_article(layout, TEXT, selection)


def test_jumps_go_with_their_ends(layout):
    held = replace(layout.articles[1], continued_from="第1版", continued_to="第4版")
    layout = replace(layout, articles={**layout.articles, 1: held})
    below = start_article(layout, TEXT, at("船来"))
    assert [(one.continued_from, one.continued_to) for _, one in below][:2] == [
        ("第1版", None),
        (None, "第4版"),
    ]
    above = start_article(layout, TEXT, at("渡口", "潮水退去。"))
    assert [(one.continued_from, one.continued_to) for _, one in above][:2] == [
        ("第1版", None),
        (None, "第4版"),
    ]


def test_merging_keeps_the_upper_article(layout):
    for after in (
        merge_with_neighbour(layout, [2], upwards=True),
        merge_with_neighbour(layout, [1], upwards=False),
    ):
        assert after.order == (1,)
        assert [words for _, words in outline(after)[0]] == TEXT.split("\n")[1:6]


def test_there_is_nothing_to_merge_beyond_the_ends(layout):
    for key, upwards in ((1, True), (2, False), (7, True)):
        with pytest.raises(RefusedError):
            merge_with_neighbour(layout, [key], upwards=upwards)


def test_starting_and_merging_gives_the_same_pieces_back(layout):
    parted = start_article(layout, TEXT, at("船来"))
    assert outline(merge_with_neighbour(parted, [parted.order[1]], upwards=True)) == outline(layout)


def test_a_role_is_set_on_every_line_of_the_selection(layout):
    after = set_role(layout, TEXT, at("潮水", "船来了。"), Role.CAPTION)
    assert outline(after)[0][1:] == [("caption", "潮水退去。"), ("caption", "船来了。")]
    assert all(after.pieces[piece].by_hand for piece in after.articles[1].pieces[1:])


def test_furniture_with_a_role_joins_the_article_it_stands_by(layout):
    assert outline(set_role(layout, TEXT, at("报头"), Role.KICKER))[0][0] == ("kicker", "报头")
    assert outline(set_role(layout, TEXT, at("热线"), Role.BODY))[1][-1] == ("body", "热线电话")
    nothing = Layout()
    assert outline(set_role(nothing, TEXT, at("渡口", "船来了。"), Role.BODY)) == [
        [("body", "渡口通航"), ("body", "潮水退去。"), ("body", "船来了。")]
    ]


def test_furniture_is_in_no_article(layout):
    after = mark_furniture(layout, TEXT, at("两岸", "热线"))
    assert [len(one.pieces) for _, one in after] == [3]
    assert len(after.furniture) == 4


def test_a_paragraph_goes_on_with_the_one_above_or_not(layout):
    after = toggle_join(layout, TEXT, at("船来"))
    piece = after.articles[1].pieces[2]
    assert after.pieces[piece].joins_previous
    assert not toggle_join(after, TEXT, at("船来")).pieces[piece].joins_previous


def test_several_lines_become_one_paragraph_and_are_parted_again(layout):
    chosen = at("渡口", "船来了。")
    after = toggle_join(layout, TEXT, chosen)
    assert [after.pieces[piece].joins_previous for piece in after.articles[1].pieces] == [False, True, True]
    again = toggle_join(after, TEXT, chosen)
    assert not any(piece.joins_previous for piece in again.pieces.values())


def test_pieces_far_from_each_other_go_on_each_with_its_own(layout):
    chosen = (layout.articles[1].pieces[2], layout.articles[2].pieces[1])
    after = toggle_join(layout, TEXT, chosen)
    assert {key for key, piece in after.pieces.items() if piece.joins_previous} == set(chosen)


def test_furniture_goes_back_to_the_article_it_stands_by(layout):
    after = mark_furniture(layout, TEXT, at("热线"))
    assert outline(after)[1][-1] == ("body", "热线电话")


@pytest.mark.parametrize("line", ["渡口", "报头"])
def test_nothing_stands_above_a_first_line_or_furniture_to_go_on_with(layout, line):
    with pytest.raises(RefusedError):
        toggle_join(layout, TEXT, at(line))


def test_a_name_of_its_own_and_back(layout):
    named = rename_article(layout, 2, " 灯会 ")
    assert titles(named) == ["渡口通航", "灯会"]
    assert titles(rename_article(named, 2, " ")) == ["渡口通航", "两岸同庆"]


def test_a_kind_is_set_by_hand(layout):
    held = set_kind(layout, [2], ArticleKind.PHOTO).articles[2]
    assert (held.kind, held.by_hand) == (ArticleKind.PHOTO, True)


def test_an_empty_line_cannot_be_tagged(layout):
    empty = TEXT.index("\n\n") + 1
    with pytest.raises(RefusedError):
        set_role(layout, TEXT, Span(empty, empty), Role.BODY)


def test_of_two_things_in_one_line_the_caret_chooses():
    two = Draft((article([Span(0, 2), Span(2, 4)], Role.TITLE, Role.BODY),))
    after = start_article(layout_of(two), "标题正文", Span(3, 3))
    assert [[after.spans[piece] for piece in one.pieces] for _, one in after] == [[Span(0, 2)], [Span(2, 4)]]


@given(st.data())
def test_whatever_is_arranged_the_layout_is_sound(pages, faults, data: st.DataObject):
    text, layout = data.draw(pages)
    for _ in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(text)))
        selection = Span(start, data.draw(st.integers(start, len(text))))
        key = data.draw(st.sampled_from(layout.order or (1,)))
        gestures = (
            lambda: start_article(layout, text, selection),  # noqa: B023
            lambda: set_role(layout, text, selection, data.draw(st.sampled_from(Role))),  # noqa: B023
            lambda: mark_furniture(layout, text, selection),  # noqa: B023
            lambda: toggle_join(layout, text, selection),  # noqa: B023
            lambda: merge_with_neighbour(layout, [key], upwards=data.draw(st.booleans())),  # noqa: B023
        )
        try:
            layout = data.draw(st.sampled_from(gestures))()
        except RefusedError:
            continue
        assert faults(layout, text) == []
