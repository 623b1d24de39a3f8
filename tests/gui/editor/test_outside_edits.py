"""Changes that come from the project: undo, accepted suggestions, replace-all."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.text.edit import Edit, apply_edits, in_order, invert_edits
from core.text.span import Span
from gui.editor.shown_text import shown

texts = st.text(st.sampled_from("甲乙丙a\n𠮷\x00\u2028\u2029\r\xa0\ud842\ufdd0"), max_size=40)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=texts, data=st.data())
def test_the_widget_shows_what_the_edits_give_and_what_takes_them_back(editor, in_document, text, data):
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    edits = in_order(Edit(start, text[start:end], data.draw(texts)) for start, end in pairs)
    editor.show_page(text)
    assert in_document() == shown(text)
    editor.apply_edits(edits)
    assert editor.text == apply_edits(text, edits)
    assert in_document() == shown(editor.text)
    editor.apply_edits(invert_edits(edits))
    assert editor.text == text
    assert in_document() == shown(text)


def test_they_are_not_reported_as_typed(editor, edits):
    heard = []
    editor.shifted.connect(heard.append)
    editor.show_page("春江潮水")
    change = (Edit(0, "春", "秋"), Edit(3, "水", ""))
    editor.apply_edits(change)
    assert (editor.text, edits, heard) == ("秋江潮", [], [change])


def test_edits_for_another_text_change_nothing(editor, in_document):
    editor.show_page("春江")
    with pytest.raises(ValueError, match="does not fit"):
        editor.apply_edits((Edit(0, "秋", "春"),))
    assert editor.text == in_document() == "春江"


def test_the_caret_stays_with_its_text(editor):
    editor.show_page("春江\n潮水")
    editor.select(Span(4, 4))
    editor.apply_edits((Edit(0, "春", "𠮷𠮷\n"),))
    assert editor.caret == 6


def test_the_view_stays_with_its_text(editor):
    editor.show_page("\n".join(f"第{number}行" for number in range(400)))
    editor.reveal(Span(1500, 1500))
    seen = editor.firstVisibleBlock().text()
    editor.apply_edits((Edit(0, "", "新\n" * 9), Edit(4, "第1行", "一")))
    assert editor.firstVisibleBlock().text() == seen


def test_what_is_out_of_sight_comes_into_the_middle_third(editor):
    text = "\n\n".join("江流宛转绕芳甸，月照花林皆似霰。" * (1 + number % 4) for number in range(200))
    editor.show_page(text)
    height = editor.viewport().height()
    for place in (len(text) // 2, len(text) // 3, len(text) // 5):
        editor.reveal(Span(place, place + 2))
        line, _ = editor.line_rects(Span(place, place + 2))
        assert height / 3 - line.height() <= line.top() <= 2 * height / 3


def test_what_is_in_sight_does_not_move(editor):
    editor.show_page("\n".join("江流" for _ in range(300)))
    before = editor.verticalScrollBar().value()
    editor.reveal(Span(9, 10))
    assert editor.verticalScrollBar().value() == before
    assert editor.line_rects(Span(880, 881)) is None


def test_a_place_in_one_long_paragraph_is_found(editor):
    editor.show_page("江流宛转绕芳甸，" * 2000)
    editor.reveal(Span(9000, 9001))
    line, _ = editor.line_rects(Span(9000, 9001))
    assert 0 <= line.top() <= editor.viewport().height()


def test_lines_are_selected_without_their_last_line_end(editor):
    editor.show_page("春江\n潮水𠮷\n连海")
    editor.select_lines(1, 0)
    assert editor.selection == Span(0, 6)
