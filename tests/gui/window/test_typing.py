"""What is typed is stored as it comes; undo is the project's own, for every page and after every restart."""

from core.project.project import Project
from core.text.span import Span


def test_what_is_typed_is_in_the_project_when_the_window_is_gone(bench, project_path):
    bench.go_to("青渚渡口")
    bench.type("abc")
    bench.press("Return", "Backspace", "Del")
    shown = bench.editor.text
    bench.window.close()
    project = Project.open(project_path)
    assert shown.startswith("# abc渚渡口")
    assert project.state(1).text == shown
    assert project.verify().problems == ()
    project.close()


def test_a_burst_of_typing_is_one_undo(bench):
    before = bench.editor.text
    bench.go_to("青渚渡口")
    bench.type("abc")
    after = bench.editor.text
    bench.press("Ctrl+Z")
    bench.settle()
    assert bench.editor.text == bench.stored().text == before
    bench.press("Ctrl+Shift+Z")
    bench.settle()
    assert bench.editor.text == bench.stored().text == after


def test_the_head_says_how_long_the_text_is_by_now_and_in_which_script(bench, qtbot):
    header = bench.window.page.header
    bench.editor.select(Span(0, len(bench.editor.text)))
    bench.type("abc")
    qtbot.waitUntil(lambda: header.note == "3 字 · 简体")
    bench.compose(commit="國門")
    qtbot.waitUntil(lambda: header.note == "5 字 · 繁体")


def test_a_pause_ends_the_burst(bench):
    bench.go_to("青渚渡口")
    bench.type("ab")
    bench.editor.typing_paused.emit()
    bench.type("c")
    bench.press("Ctrl+Z")
    bench.settle()
    assert bench.editor.text.startswith("# ab青渚渡口")


def test_keys_behind_an_undo_are_typed_into_the_text_that_it_leaves(bench):
    bench.go_to("青渚渡口")
    bench.type("abc")
    bench.press("Ctrl+Z")
    bench.type("x")
    bench.press("Ctrl+Z", "Ctrl+Shift+Z")
    bench.type("y")
    bench.settle()
    assert bench.editor.text == bench.stored().text
    assert bench.editor.text.startswith("# xy青渚渡口")


def test_the_actions_know_whether_there_is_a_step_to_undo(bench):
    undo, redo = bench.window.actions_["undo"], bench.window.actions_["redo"]
    assert not undo.isEnabled()
    bench.type("a")
    bench.settle()
    assert (undo.isEnabled(), redo.isEnabled()) == (True, False)
    bench.press("Ctrl+Z")
    bench.settle()
    assert (undo.isEnabled(), redo.isEnabled()) == (False, True)


def test_undo_reaches_back_before_the_restart(bench, make_window, project_path):
    before = bench.editor.text
    bench.go_to("青渚渡口")
    bench.type("abc")
    bench.window.close()
    again = make_window(project_path)
    assert again.editor.text != before
    again.press("Ctrl+Z")
    again.settle()
    assert again.editor.text == again.stored().text == before


def test_undo_on_another_page_shows_that_page_and_place(bench, qtbot):
    before = bench.editor.text
    place = bench.go_to("傍晚")
    bench.type("abc")
    bench.show(2)
    with qtbot.waitSignal(bench.desk.came_back) as came_back:
        bench.press("Ctrl+Z")
    bench.settle()
    assert bench.mirror.page == 1
    assert bench.editor.text == bench.stored().text == before
    assert came_back.args == [place]


def test_the_page_shown_last_is_shown_first_and_has_the_focus(bench, make_window, project_path):
    bench.show(2)
    bench.panes.pages.setFocus()
    bench.window.close()
    again = make_window(project_path)
    assert again.mirror.page == 2
    assert again.focus is again.editor


def test_what_an_input_method_commits_is_stored_once(bench):
    bench.go_to("青渚渡口")
    bench.compose(preedit="jin")
    bench.settle()
    assert bench.stored().text.startswith("# 青渚渡口")
    bench.compose(preedit="jintian")
    bench.compose(commit="今天")
    bench.settle()
    assert bench.stored().text == bench.editor.text
    assert bench.editor.text.startswith("# 今天青渚渡口")
    bench.press("Ctrl+Z")
    bench.settle()
    assert bench.editor.text.startswith("# 青渚渡口")


def test_while_composing_no_suspect_is_gone_to_and_no_check_runs(bench, qtbot):
    caret = bench.go_to("青渚渡口")
    bench.compose(preedit="jin")
    bench.press("F8")
    bench.settle()
    assert (bench.editor.composing, bench.editor.caret, bench.window.suspects.current) == (True, caret, None)
    bench.desk.checking.changed()
    with qtbot.assertNotEmitted(bench.desk.checking.judged):
        bench.desk.checking._rested()
        bench.settle()
    bench.compose(commit="今")
    with qtbot.waitSignal(bench.desk.checking.judged):
        bench.desk.checking._rested()
