from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.changes.page_round import PageRound, RoundCorrection, RoundRearrangement
from core.changes.rearranged import Rearranged, Rearranging
from core.changes.state import PageState
from core.messages import load_catalogue, message
from core.proofs.proof import ProofPage, lacking, proof_sheets
from core.proofs.sheet import HEIGHT, WIDTH
from core.text.edit import Edit
from core.text.span import Span

TEXT = "渡囗今日通肮\n\n岸上坐满了赶集的的乡亲，等着第一班船。\n又去了。\n"
MOMENT = datetime(2031, 5, 4, 8, 0, tzinfo=UTC)


def sheets_of(text, edits, rearrangements=(), number=1, say=str):
    state = PageState(text)
    made = tuple(RoundCorrection(edit, "林晓禾", MOMENT, "typed", in_headline=False) for edit in edits)
    done = PageRound(number, state, state, made, "周可", MOMENT, tuple(rearrangements))
    return proof_sheets(ProofPage("青渚时报-01", done), say, lambda why: message("录入"))


def said(sheet):
    return "".join(words.text for words in sheet.words)


@pytest.fixture
def sheets():
    return sheets_of(TEXT, [Edit(1, "囗", "口"), Edit(5, "肮", "航"), Edit(16, "的", "")], number=2)


def test_the_head_says_what_the_round_was_and_what_it_came_to(sheets):
    head = said(sheets[0])
    for words in ("二校", "青渚时报-01", "校者：林晓禾", "签样：周可", "校改3处", "折计差错3.0"):
        assert words in head.replace(" ", "")
    assert {sheet.round for sheet in sheets} == {2}


def test_the_text_is_that_before_the_round(sheets):
    assert "渡囗今日通肮" in said(sheets[0])


def test_the_list_names_every_correction(sheets):
    _, listed = sheets
    for words in ("囗", "口", "肮", "航", "多字", "录入", "林晓禾"):
        assert words in said(listed)


def test_every_correction_has_a_box_to_be_ticked_off(sheets):
    boxes = [stroke for stroke in sheets[1].strokes if stroke.closed]
    assert len(boxes) == 3


def test_every_sheet_is_numbered(sheets):
    assert "第1张，共2张" in said(sheets[0])
    assert "第2张，共2张" in said(sheets[1])


def test_a_page_that_nobody_has_corrected_is_one_to_read():
    (only,) = sheets_of(TEXT, [])
    assert not [stroke for stroke in only.strokes if stroke.smooth]
    assert "校改0处" in said(only)


def test_an_empty_page_is_a_sheet():
    assert len(sheets_of("", [])) == 1


def test_what_was_moved_is_listed_and_counts_nothing():
    start = TEXT.index("又去了")
    moved = Rearranged(Rearranging.MOVED, (3,), (Span(start, start + 4),), 6)
    first, listed = sheets_of(
        TEXT, [Edit(1, "囗", "口")], [RoundRearrangement(moved, "林晓禾", MOMENT, "hand")]
    )
    assert "校改1处" in said(first)
    assert "移接1处" in said(first)
    assert "移至A" in said(listed)


def test_a_heading_begins_with_a_capital():
    english = load_catalogue("en")
    assert "First" in said(sheets_of(TEXT, [], say=english.text)[0])


def test_a_text_as_long_as_a_sheet_is_cut_in_the_list():
    *_, listed = sheets_of("渡口", [Edit(2, "", "岸上坐满了乡亲。" * 900)])
    assert "……" in said(listed)


def test_only_some_missing_characters_are_named():
    assert str(lacking("甲" * 50)).count("甲") == 40


@settings(deadline=None, max_examples=60)
@given(st.text("渡口a1，\n\t\u0301𠮷", max_size=300), st.data())
def test_nothing_is_drawn_outside_the_paper(text, data):
    edits, at = [], 0
    while at < len(text):
        length = data.draw(st.integers(0, min(3, len(text) - at)))
        inserted = data.draw(st.sampled_from(["", "船", "\n", "Ab" * 40, "岸上坐满了乡亲" * 3]))
        if text[at : at + length] != inserted:
            edits.append(Edit(at, text[at : at + length], inserted))
        at += length + data.draw(st.integers(1, 60))
    for sheet in sheets_of(text, edits):
        for words in sheet.words:
            assert words.x >= 0
            assert words.x + words.width <= WIDTH
            assert 0 <= words.y <= HEIGHT - words.em
        for stroke in sheet.strokes:
            assert all(0 <= point.x <= WIDTH and 0 <= point.y <= HEIGHT for point in stroke.points)
