from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.document.arrange import mark_furniture, rename_article, set_role, start_article
from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.layout import Layout, Link, layout_of, title_of
from core.document.ordering import merge_chosen, move_articles
from core.document.resegment import segmented_again
from core.document.role import ArticleKind, Role
from core.text.lines import Lines
from core.text.span import Span

TEXT = "渡口\n潮水\n船来\n灯会\n人多\n夜深\n书市\n新书\n热线"
BODY, TITLE = Role.BODY, Role.TITLE
LINES = Lines(TEXT).spans()


def story(first: int, last: int, **more) -> DraftArticle:
    """An article of the lines `first` to `last`, its title the first one."""
    spans = LINES[first : last + 1]
    return DraftArticle(
        tuple(DraftPiece(span, BODY if at else TITLE) for at, span in enumerate(spans)), **more
    )


@pytest.fixture
def fresh() -> Draft:
    """Three articles, of lines 0 to 2, 3 to 5, and 6 and 7, and furniture."""
    return Draft((story(0, 2), story(3, 5, continued_to="4"), story(6, 7)), (LINES[8],))


@pytest.fixture
def lumped() -> Layout:
    """All in one article, as an older program had it: pieces 1 to 9 from the top."""
    return layout_of(Draft((story(0, 8),)))


def read(layout: Layout) -> list[str]:
    return ["".join(layout.spans[key].of(TEXT) for key in article.pieces) for _, article in layout]


def line(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


def test_a_page_nobody_touched_is_as_it_was_found(fresh):
    assert segmented_again(layout_of(fresh), TEXT, fresh) == layout_of(fresh)


def test_what_an_older_program_lumped_comes_apart_and_keeps_its_identities(lumped, fresh):
    after = segmented_again(lumped, TEXT, fresh)
    assert read(after) == ["渡口潮水船来", "灯会人多夜深", "书市新书"]
    assert after.spans == lumped.spans
    assert lumped.order[0] in after.order
    assert after.articles[after.order[1]].continued_to == "4"
    assert after.furniture == (9,)


def test_a_role_set_by_hand_stays(lumped, fresh):
    after = segmented_again(set_role(lumped, TEXT, line("人多"), Role.BYLINE), TEXT, fresh)
    assert after.pieces[5].role is Role.BYLINE
    assert read(after) == ["渡口潮水船来", "灯会人多夜深", "书市新书"]


def test_lines_set_in_one_article_keep_what_stands_between_them(lumped, fresh):
    held = set_role(lumped, TEXT, line("船来"), Role.CAPTION)
    after = segmented_again(set_role(held, TEXT, line("人多"), Role.CAPTION), TEXT, fresh)
    assert read(after) == ["渡口潮水船来灯会人多夜深", "书市新书"]


def test_an_article_begun_by_hand_is_a_wall(fresh):
    cut = start_article(layout_of(fresh), TEXT, line("人多"))
    after = segmented_again(cut, TEXT, fresh)
    assert after == cut
    again = segmented_again(cut, TEXT, Draft((story(0, 7),), (LINES[8],)))
    assert read(again) == ["渡口潮水船来", "灯会", "人多夜深", "书市新书"]


def test_articles_merged_by_hand_stay_one_with_their_name_and_identity(fresh):
    before = layout_of(fresh)
    merged = rename_article(merge_chosen(before, before.order[:2]), before.order[0], "江边两则")
    after = segmented_again(merged, TEXT, fresh)
    assert after == merged
    assert title_of(after, after.order[0], TEXT) == "江边两则"


def test_the_order_set_by_hand_stays(fresh):
    before = layout_of(fresh)
    moved = move_articles(before, [before.order[2]], 0)
    assert segmented_again(moved, TEXT, fresh) == moved


def test_furniture_marked_by_hand_stays_out_of_all_articles(fresh):
    marked = mark_furniture(layout_of(fresh), TEXT, line("潮水"))
    after = segmented_again(marked, TEXT, fresh)
    assert after == marked
    assert read(after)[0] == "渡口船来"


def test_a_range_is_found_anew_and_the_rest_left(lumped, fresh):
    after = segmented_again(lumped, TEXT, fresh, [Span(LINES[3].start, LINES[5].end)])
    assert read(after) == ["渡口潮水船来书市新书热线", "灯会人多夜深"]


def test_a_range_inside_one_article_that_is_found_again_changes_nothing(fresh):
    before = layout_of(fresh)
    assert segmented_again(before, TEXT, fresh, [LINES[3]]) == before


def test_a_range_goes_on_with_the_article_it_lies_in(fresh):
    before = layout_of(Draft((story(0, 1), story(2, 5), story(6, 7)), (LINES[8],)))
    after = segmented_again(before, TEXT, fresh, [LINES[2], LINES[3]])
    assert read(after) == ["渡口潮水船来", "灯会人多夜深", "书市新书"]


@st.composite
def drafts(draw: st.DrawFn, text: str) -> Draft:
    """Draw articles for a text: any line in any of them, in any order, or in none."""
    articles: list[list[DraftPiece]] = [[], [], []]
    furniture: list[Span] = []
    for span in Lines(text).spans():
        if not span.of(text).strip():
            continue
        owner = draw(st.integers(0, 3))
        if owner == 3:
            furniture.append(span)
        else:
            at = draw(st.sampled_from([len(articles[owner]), 0]))
            piece = DraftPiece(span, draw(st.sampled_from([BODY, TITLE])), draw(st.booleans()))
            articles[owner].insert(at, piece)
    return Draft(
        tuple(
            DraftArticle(
                (replace(pieces[0], joins_previous=False), *pieces[1:]),
                draw(st.sampled_from(list(ArticleKind))),
                draw(st.sampled_from([None, "1"])),
                draw(st.sampled_from([None, "4"])),
            )
            for pieces in articles
            if pieces
        ),
        tuple(furniture),
    )


@st.composite
def worked_on(draw: st.DrawFn, pages) -> tuple[str, Layout, Draft]:
    """Draw a page on which a person has set some pieces and articles, and what is found on it now."""
    text, layout = draw(pages)
    some = st.sampled_from([False, False, True])
    pieces = {key: replace(piece, by_hand=draw(some)) for key, piece in layout.pieces.items()}
    articles = {
        key: replace(article, by_hand=draw(some), linked_to=Link(2, 1) if draw(some) else None)
        for key, article in layout.articles.items()
    }
    return text, replace(layout, pieces=pieces, articles=articles), draw(drafts(text))


@given(data=st.data())
def test_whatever_is_found_what_is_set_stays(data, pages, faults):
    text, layout, draft = data.draw(worked_on(pages))
    after = segmented_again(layout, text, draft)
    assert faults(after, text) == []
    owners = after.owners()
    for key, piece in layout.pieces.items():
        if piece.by_hand:
            assert (after.pieces[key], after.spans[key]) == (piece, layout.spans[key])
            assert owners.get(key) == layout.article_of(key)
    for key, article in layout:
        if article.by_hand or article.linked_to:
            held = after.articles[key]
            assert [piece for piece in held.pieces if piece in article.pieces] == list(article.pieces)
            assert replace(held, pieces=()) == replace(article, pieces=())
    by_hand = [key for key, article in layout if article.by_hand]
    assert [key for key in after.order if key in by_hand] == by_hand


@given(data=st.data())
def test_segmenting_again_right_away_changes_nothing(data, pages):
    text, layout, draft = data.draw(worked_on(pages))
    after = segmented_again(layout, text, draft)
    assert segmented_again(after, text, draft) == after


@given(data=st.data())
def test_what_lies_outside_a_range_stays_as_it_is(data, pages, faults):
    text, layout, draft = data.draw(worked_on(pages))
    scope = data.draw(st.lists(st.sampled_from(Lines(text).spans()), max_size=3, unique=True))
    after = segmented_again(layout, text, draft, scope)
    assert faults(after, text) == []
    owners = after.owners()
    outside = [key for key, span in layout.spans.items() if not any(span.overlaps(one) for one in scope)]
    for key in outside:
        assert (after.pieces[key], after.spans[key]) == (layout.pieces[key], layout.spans[key])
        assert owners.get(key) == layout.article_of(key)
    for key, article in layout:
        if not set(article.pieces).isdisjoint(outside):
            kept = [piece for piece in after.articles[key].pieces if piece in outside]
            assert kept == [piece for piece in article.pieces if piece in outside]
    assert segmented_again(after, text, draft, scope) == after
