import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.document.finding import Finding, Place, Suggestion
from core.messages import Catalogue, message
from core.text.span import Span
from gui.editor.card_text import Look, Part, change_parts, visible
from gui.editor.suspect_card import SuspectCard, place_beside

TEXT = "社区治理、婚嫁家庭、老龄服务"
SPAN = Span(5, 7)
TITLE = message("疑为形近误识")
CHINESE = Catalogue("zh_CN")


def finding(*suggestions, related=(), reason="“婚嫁家庭”语料 {count} 次"):
    offered = tuple(Suggestion(text, 0.9) for text in suggestions)
    return Finding("confusion", SPAN, message(reason, count=0), offered, 0.94, related=related)


@pytest.fixture
def card(editor):
    editor.show_page(TEXT, caret=SPAN.end)
    return SuspectCard(editor)


def test_before_and_after_stand_in_their_context():
    assert change_parts(TEXT, SPAN, "婚姻") == [
        Part("社区治理、", Look.PLAIN),
        Part("婚嫁", Look.WRONG),
        Part(" ", Look.PLAIN),
        Part("婚姻", Look.RIGHT),
        Part("家庭、老龄服务", Look.PLAIN),
    ]


def test_without_a_suggestion_the_suspect_is_not_struck_through():
    assert Part("婚嫁", Look.SUSPECT) in change_parts(TEXT, SPAN, None)


def test_long_texts_are_cut_in_the_middle():
    page = "甲" * 250 + "乙" * 250
    assert change_parts(page, Span(0, 500), "") == [Part("甲" * 30 + "…" + "乙" * 10, Look.WRONG)]


def test_line_ends_and_spaces_can_be_seen():
    page = "上一行\n\n下一行"
    assert change_parts(page, Span(3, 5), "") == [
        Part("上一行", Look.PLAIN),
        Part("↵↵", Look.WRONG),
        Part("下一行", Look.PLAIN),
    ]
    assert Part("␣", Look.WRONG) in change_parts("春 江", Span(1, 2), "")
    assert visible("甲\x00\u202e") == "甲□□"


def test_the_card_says_what_why_and_which_keys(card, editor):
    card.show_for(finding("婚姻", "婚家", related=(Place(1, Span(0, 2)),)), SPAN, TITLE, CHINESE)
    assert card.isVisible()
    assert card._head.text() == "疑为形近误识 · 可信 0.94"
    assert card._change.text == "社区治理、婚嫁 婚姻家庭、老龄服务"
    assert card._reason.text() == "“婚嫁家庭”语料 0 次"
    assert [hint.keys for hint in card._candidates._hints] == [("1",), ("2",)]
    assert [hint.keys[0] for hint in card._keys._hints] == ["Enter", "Del", "Shift", "F8", "F7"]


def test_without_a_suggestion_there_is_nothing_to_accept(card):
    card.show_for(finding(), SPAN, TITLE, CHINESE)
    assert card._keys._hints[0].keys == ("Del",)


def test_markup_in_a_text_is_shown_as_it_is(card):
    card.show_for(finding("<b>粗</b>", reason="<i>斜</i>\n{count}"), SPAN, TITLE, CHINESE)
    assert card._reason.text() == "<i>斜</i>↵0"
    assert card._reason.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize(
    ("key", "modifiers", "name"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "Enter"),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, "Enter"),
        (Qt.Key.Key_3, Qt.KeyboardModifier.NoModifier, "3"),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "Delete"),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier, "Shift+Delete"),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, "Escape"),
    ],
)
def test_its_keys_do_not_reach_the_text(card, editor, edits, key, modifiers, name):
    pressed = []
    editor.card_key.connect(pressed.append)
    card.show_for(finding("婚姻"), SPAN, TITLE, CHINESE)
    QTest.keyClick(editor, key, modifiers)
    assert (pressed, edits) == ([name], [])
    assert card.isVisible() == (name != "Escape")


def test_a_digit_that_an_idle_input_method_commits_is_the_cards(card, editor, edits, compose):
    pressed = []
    editor.card_key.connect(pressed.append)
    card.show_for(finding("婚姻", "婚家"), SPAN, TITLE, CHINESE)
    compose(commit="2")
    assert (pressed, edits) == (["2"], [])


def test_typing_moving_and_composing_close_it(card, editor, compose):
    def open_again():
        editor.select(Span(7, 7))
        card.show_for(finding("婚姻"), SPAN, TITLE, CHINESE)
        assert card.isVisible()

    for close in (
        lambda: QTest.keyClick(editor, "x"),
        lambda: QTest.keyClick(editor, Qt.Key.Key_Left),
        lambda: compose(preedit="hun"),
    ):
        open_again()
        close()
        assert not card.isVisible()
        assert not editor.armed
    card.show_for(finding("婚姻"), SPAN, TITLE, CHINESE)
    assert not card.isVisible()
    compose()


def test_it_speaks_in_the_interfaces_face_and_shows_the_text_in_the_pages(card, editor):
    card.show_for(finding("婚姻"), SPAN, TITLE, CHINESE)
    for part in (card._head, card._reason, card._keys, card._candidates):
        assert part.font().families() == QApplication.font().families()
    assert card._change._font.families() == editor.font().families()


def test_it_takes_no_focus(card, editor):
    card.show_for(finding("婚姻"), SPAN, TITLE, CHINESE)
    assert editor.hasFocus()


def test_it_does_not_open_for_what_is_out_of_sight(card, editor):
    editor.show_page("春\n" * 300 + TEXT)
    card.show_for(finding("婚姻"), Span(605, 607), TITLE, CHINESE)
    assert not card.isVisible()
    assert not editor.armed


def test_it_follows_the_text_and_closes_when_that_goes(card, editor):
    editor.show_page("春\n" * 10 + TEXT + "\n春" * 300, caret=27)
    card.show_for(finding("婚姻"), Span(25, 27), TITLE, CHINESE)
    top = card.y()
    editor.verticalScrollBar().setValue(2)
    assert card.y() < top
    editor.verticalScrollBar().setValue(200)
    assert not card.isVisible()
    assert not editor.armed


@given(st.integers(0, 560), st.integers(0, 200), st.integers(0, 760), st.integers(60, 300))
def test_it_never_covers_the_line_its_suspect_begins_in(top, reach, left, height):
    card = QSize(400, height)
    first, last = QRect(left, top, 40, 30), QRect(0, top + reach, 40, 30)
    place = place_beside(card, QRect(0, 0, 800, 600), first, last)
    drawn = QRect(place, card)
    assert drawn.bottom() < first.top() or drawn.top() > first.bottom()
    assert drawn.left() >= 0
    assert drawn.right() < 800


def test_it_stands_under_its_suspect_and_above_where_there_is_no_room():
    area, card = QRect(0, 0, 800, 600), QSize(300, 150)
    line = QRect(200, 100, 40, 30)
    assert place_beside(card, area, line, line) == QPoint(160, 134)
    low = QRect(200, 560, 40, 30)
    assert place_beside(card, area, low, low).y() == 560 - 4 - 150
