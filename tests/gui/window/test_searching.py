"""Finding and replacing in the page, from the bar under the text."""

import pytest
from PySide6.QtTest import QTest

from core.text.span import Span


@pytest.fixture
def bar(bench):
    """The find bar, opened by its key."""
    bench.press("Ctrl+F")
    bar = bench.window.page.find_bar
    assert bar.isVisible()
    assert bench.focus is bar._query
    return bar


def search(bar, wanted, replacement=""):
    bar._query.clear()
    QTest.keyClicks(bar._query, wanted) if wanted.isascii() else bar._query.setText(wanted)
    bar._replacement.setText(replacement)


def hits(bench, words):
    found, at = [], bench.editor.text.find(words)
    while at >= 0:
        found.append(at)
        at = bench.editor.text.find(words, at + 1)
    return found


def test_enter_goes_from_hit_to_hit_and_round(bench, bar):
    search(bar, "渡口")
    first, second = hits(bench, "渡口")
    gone = []
    for _ in range(3):
        bench.press("Return")
        gone.append(bench.editor.selection.start)
    assert gone == [first, second, first]
    assert bar.match_text() == "1 / 2"
    bench.press("Shift+Return")
    assert bench.editor.selection == Span(second, second + 2)
    bench.press("Esc")
    assert (bar.isVisible(), bench.focus is bench.editor) == (False, True)
    bench.press("F3")
    assert bench.editor.selection.start == first


def test_what_is_typed_comes_into_view_while_the_caret_stays(bench):
    first, end = hits(bench, "渡口")[0], len(bench.editor.text)
    bench.window.resize(900, 480)
    bench.editor.select(Span(end, end))
    bench.editor.reveal(bench.editor.selection)
    bench.press("Ctrl+F")
    assert bench.editor.line_rects(Span(first, first + 2)) is None
    search(bench.window.page.find_bar, "渡口")
    assert bench.editor.line_rects(Span(first, first + 2)) is not None
    assert bench.editor.selection == Span(end, end)
    bench.press("Esc")
    assert bench.editor.line_rects(Span(end, end)) is not None


def test_selected_words_stay_in_view_when_they_are_looked_for(bench, bar):
    bench.window.resize(900, 480)
    second = hits(bench, "渡口")[1]
    bench.editor.select(Span(second, second + 2))
    bench.editor.reveal(bench.editor.selection)
    bench.editor.setFocus()
    bench.press("Ctrl+F")
    assert bar.match_text() == "2 / 2"
    assert bench.editor.line_rects(Span(second, second + 2)) is not None


def test_the_selected_words_are_what_is_looked_for(bench):
    at = bench.go_to("渡口")
    bench.editor.select(Span(at, at + 2))
    bench.press("Ctrl+F")
    assert bench.window.page.find_bar.query == "渡口"


def test_simplified_finds_traditional_unless_told_otherwise(bench, bar):
    search(bar, "时分")
    bench.press("Return")
    assert bench.editor.selection.of(bench.editor.text) == "時分"
    bar._script.setChecked(True)
    assert bar.match_text() == "没有"


def test_what_is_nowhere_is_said_to_be_nowhere(bench, bar):
    search(bar, "zzz")
    bench.press("Return")
    assert bar.match_text() == "没有"
    assert len(bench.editor.selection) == 0


def test_replacing_goes_on_to_the_next_hit(bench, bar):
    search(bar, "渡口", "码头")
    bench.press("Return")
    bar._replacement.setFocus()
    bench.press("Return")
    bench.settle()
    assert bench.stored().text == bench.editor.text
    assert (len(hits(bench, "码头")), len(hits(bench, "渡口"))) == (3, 1)
    assert bench.editor.selection.of(bench.editor.text) == "渡口"
    assert bar.match_text() == "1 / 1"


def test_enter_pressed_faster_than_the_store_answers_replaces_hit_by_hit(bench, bar):
    search(bar, "渡口", "码头")
    bar._replacement.setFocus()
    bench.press("Return", "Return", "Return")
    bench.settle()
    assert hits(bench, "渡口") == []
    assert bench.stored().text == bench.editor.text


def test_replacing_all_is_one_undo_and_is_told(bench, bar):
    before = bench.editor.text
    search(bar, "来", "來了")
    bar._replace_all.click()
    bench.settle()
    count = before.count("来")
    assert bench.told == f"替换了 {count} 处"
    assert bench.stored().text == bench.editor.text == before.replace("来", "來了")
    bench.press("Esc", "Ctrl+Z")
    bench.settle()
    assert bench.stored().text == bench.editor.text == before


def test_a_replacement_that_is_there_already_is_refused(bench, bar):
    search(bar, "渡口", "渡口")
    bar._replace_all.click()
    bench.settle()
    assert bench.told == "没有可以替换的地方"


def test_angle_brackets_in_a_sentence_are_shown_as_they_are(bench, bar):
    search(bar, "渡口", "<b>渡口</b>")
    bar._replace_all.click()
    bench.settle()
    assert bench.editor.text.count("<b>渡口</b>") == 2
    history = bench.ask(lambda project: project.steps(limit=1))
    assert "<b>" in str(history[0].what)


def test_the_count_is_that_of_the_page_shown(bench, bar):
    search(bar, "孩子")
    assert bar.match_text() == "没有"
    bench.show(2)
    assert bar.match_text() == "– / 1"


def test_all_places_are_marked_and_counted_anew_while_the_bar_is_there(bench, bar, qtbot):
    def marked():
        found = bench.editor.found.within(0, len(bench.editor.text))
        return [start for start, *_ in found]

    search(bar, "渡口")
    first, second = hits(bench, "渡口")
    assert marked() == [first, second]
    bench.editor.select(Span(first, first))
    bench.editor.setFocus()
    bench.compose(commit="渡口")
    qtbot.waitUntil(lambda: bar.match_text() == "– / 3")
    assert marked() == [first, first + 2, second + 2]
    bench.press("Ctrl+F")
    bench.press("Esc")
    assert marked() == []


def test_an_expression_is_looked_for_and_its_groups_come_back(bench, bar):
    bar._pattern.setChecked(True)
    assert not bar._script.isEnabled()
    search(bar, "^# (.+)$", r"## \1")
    count = len([line for line in bench.editor.text.split("\n") if line.startswith("# ")])
    assert bar.match_text() == f"– / {count}"
    bar._replace_all.click()
    bench.settle()
    assert bench.editor.text.count("\n## ") + bench.editor.text.startswith("## ") == count
    bench.window.actions_["undo"].trigger()
    bench.settle()
    assert "## " not in bench.editor.text


def test_one_place_of_an_expression_is_replaced(bench, bar):
    bar._pattern.setChecked(True)
    search(bar, "渡(口)", r"\1岸")
    before = bench.editor.text.count("渡口")
    bench.press("Return")
    bar._replace.click()
    bench.settle()
    assert (bench.editor.text.count("渡口"), bench.editor.text.count("口岸")) == (before - 1, 1)


@pytest.mark.parametrize(
    ("written", "inserted", "said"),
    [("(渡", "", "有误"), ("渡", r"\3", "组"), ("(?:x{999}){999}", "", "太多")],
)
def test_what_is_wrong_with_an_expression_is_said_and_nothing_happens(bench, bar, written, inserted, said):
    before = bench.editor.text
    bar._pattern.setChecked(True)
    search(bar, written, inserted)
    bar._replace_all.click()
    bench.settle()
    assert said in bar.match_text()
    assert bench.editor.text == before


def test_an_expression_without_end_is_stopped(bench, bar):
    bar._pattern.setChecked(True)
    endless = "(?:[^\n]|[^\n][^\n])+$(?<=不在)"
    search(bar, endless)
    bench.press("Return")
    assert "太费时" in bar.match_text()
