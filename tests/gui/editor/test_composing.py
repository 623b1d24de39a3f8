"""Input methods: what is not committed yet is no text, and what is committed is the smallest edit."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.document.role import Role
from core.text.edit import Edit
from core.text.span import Span
from gui.editor.rows import GutterRow


def test_composing_changes_nothing_and_a_commit_is_one_edit(editor, edits, compose):
    editor.show_page("春江水")
    editor.select(Span(2, 2))
    compose(preedit="ch")
    compose(preedit="chao")
    assert (editor.text, edits, editor.composing) == ("春江水", [], True)
    compose(commit="潮")
    assert (editor.text, edits, editor.composing) == ("春江潮水", [Edit(2, "", "潮")], False)


def test_a_composition_given_up_leaves_no_trace(editor, edits, compose, in_document):
    editor.show_page("春江")
    compose(preedit="chao")
    compose()
    assert (editor.text, in_document(), edits, editor.composing) == ("春江", "春江", [], False)


def test_a_commit_may_replace_what_stands_around(editor, edits, compose):
    editor.show_page("春𠮷水")
    editor.select(Span(2, 2))
    compose(commit="江", replacing=(-2, 2))
    assert (editor.text, edits) == ("春江水", [Edit(1, "𠮷", "江")])


def test_a_character_beyond_the_basic_plane_is_committed(editor, edits, compose):
    editor.show_page("甲乙")
    editor.select(Span(1, 1))
    compose(preedit="ji")
    compose(commit="𠮷")
    assert edits == [Edit(1, "", "𠮷")]
    assert editor.caret == 2


def test_a_commit_into_a_repeated_character_is_where_the_caret_stood(editor, edits, compose):
    editor.show_page("人人人人")
    editor.select(Span(1, 1))
    compose(preedit="ren")
    compose(commit="人")
    assert edits == [Edit(1, "", "人")]


def test_composing_over_a_selection_removes_it(editor, edits, compose):
    editor.show_page("春江水")
    editor.select(Span(1, 2))
    compose(preedit="hai")
    compose(commit="海")
    assert editor.text == "春海水"
    assert edits == [Edit(1, "江", ""), Edit(1, "", "海")]


def test_what_was_composed_over_is_back_where_composing_is_given_up(editor, edits, compose):
    editor.show_page("春\u2028𠮷江水")
    editor.select(Span(1, 3))
    compose(preedit="hai")
    assert editor.text == "春江水"
    compose()
    assert (editor.text, editor.selection) == ("春\u2028𠮷江水", Span(1, 3))
    assert edits == [Edit(1, "\u2028𠮷", ""), Edit(1, "", "\u2028𠮷")]
    compose()
    assert len(edits) == 2


def test_it_is_back_in_its_place_where_the_caret_has_gone_elsewhere(editor, compose):
    editor.show_page("春江水")
    editor.select(Span(1, 2))
    compose(preedit="hai")
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=editor.viewport().rect().bottomRight())
    compose()
    assert (editor.text, editor.selection) == ("春江水", Span(3, 3))


def test_nothing_is_put_back_into_a_text_that_has_changed_meanwhile(editor, compose):
    editor.show_page("春江水")
    editor.select(Span(1, 2))
    compose(preedit="hai")
    editor.apply_edits((Edit(0, "", "新"),))
    compose()
    assert editor.text == "新春水"


def test_a_method_that_clears_what_it_shows_before_it_commits_replaces_all_the_same(editor, compose):
    editor.show_page("春江水")
    editor.select(Span(1, 2))
    compose(preedit="hai")
    compose()
    compose(commit="海")
    assert editor.text == "春海水"


def test_what_is_composed_after_a_first_commit_was_composed_over_nothing(editor, compose):
    editor.show_page("春江水")
    editor.select(Span(1, 2))
    compose(preedit="haishui")
    compose(preedit="shui", commit="海")
    compose()
    assert editor.text == "春海水"


def test_of_each_edit_is_told_for_how_long_it_was_composed(editor, compose, qtbot):
    told = []
    editor.edited.connect(lambda _edit, composed_for: told.append(composed_for))
    editor.show_page("春江水")
    editor.select(Span(1, 2))
    for commit in ("海", ""):
        compose(preedit="hai")
        qtbot.wait(30)
        compose(commit=commit)
        editor.select(Span(0, 1))
    removed, written, removed_again, put_back = told
    assert removed == removed_again == 0.0
    assert min(written, put_back) >= 0.02


def test_both_ends_of_composing_are_reported(editor, compose):
    heard = []
    editor.composing_changed.connect(heard.append)
    compose(preedit="ni")
    compose(preedit="nih")
    compose(commit="你")
    assert heard == [True, False]


def test_the_caret_is_not_moved_from_outside_while_composing(editor, compose):
    editor.show_page("春江")
    compose(preedit="hai")
    assert not editor.select(Span(2, 2))
    assert editor.caret == 0
    compose(commit="海")
    assert editor.select(Span(2, 2))


def test_rows_wait_for_the_end_of_composing_and_move_with_the_text(editor, compose):
    editor.show_page("春江\n潮水")
    compose(preedit="hai")
    editor.set_rows([GutterRow(Span(3, 5), Role.TITLE, 0)])
    assert len(editor.rows) == 0
    compose(commit="海")
    assert editor.rows[0] == GutterRow(Span(4, 6), Role.TITLE, 0)


def test_another_page_ends_composing(editor, edits, compose, in_document):
    editor.show_page("春江")
    compose(preedit="hai")
    editor.show_page("潮水")
    assert (editor.composing, in_document(), edits) == (False, "潮水", [])


def test_a_change_from_outside_ends_composing(editor, edits, compose, in_document):
    editor.show_page("春江")
    compose(preedit="hai")
    editor.apply_edits((Edit(1, "江", "水"),))
    assert (editor.composing, editor.text, in_document(), edits) == (False, "春水", "春水", [])


def test_no_pause_is_reported_while_composing(editor, qtbot, compose):
    editor._pause.setInterval(1)
    QTest.keyClick(editor, Qt.Key.Key_A)
    compose(preedit="hai")
    with qtbot.assertNotEmitted(editor.typing_paused, wait=30):
        pass
    with qtbot.waitSignal(editor.typing_paused):
        compose(commit="海")
