"""Going through the suspects of a page with one key each, in the text and in the list."""

from dataclasses import dataclass

import pytest

from core.commands.judging import DismissFindings
from core.detectors.detector import Rule
from core.document.finding import Finding
from core.messages import message
from core.text.span import Span

COMMA, REPEAT, OTHER_COMMA, DRIFT = range(4)
"""The suspects of the first page, by their place."""


@pytest.fixture
def card(bench):
    return bench.window._card


@pytest.fixture
def findings(bench):
    """The list of findings, with the focus."""
    bench.press("Ctrl+4")
    assert bench.focus is bench.panes.findings.view
    return bench.panes.findings


def suspects(bench):
    return [bench.mirror.finding(number).span.of(bench.mirror.text) for number in bench.mirror.open]


def at(bench):
    """The text of the current suspect."""
    number = bench.window.suspects.current
    return None if number is None else bench.mirror.finding(number).span.of(bench.editor.text).strip()


def test_f8_goes_from_suspect_to_suspect_and_round(bench, card, street):
    bench.ask(lambda project: project.findings.keep_counts({2: 0}))
    gone = []
    for _ in range(5):
        bench.press("F8")
        bench.settle()
        assert card.isVisible()
        assert bench.editor.caret == bench.mirror.spans[bench.window.suspects.current].start
        gone.append(at(bench))
    assert gone == [",", street, ",", "時分，渡口的燈", ","]
    assert bench.told == "别的版面没有疑点，回到本版"
    bench.press("Shift+F8")
    bench.settle()
    assert at(bench) == "時分，渡口的燈"


@pytest.fixture
def both(bench):
    """Both pages are checked: four suspects on the first, one on the second; the first is shown."""
    bench.show(2)
    bench.show(1)
    bench.editor.select(Span(0, 0))
    return bench


def test_f8_goes_on_to_the_next_page_with_suspects_and_shift_f8_back(both, card):
    both.press("F8", "F8", "F8", "F8")
    assert (both.mirror.page, at(both)) == (1, "時分，渡口的燈")
    both.press("F8")
    both.settle()
    assert (both.mirror.page, at(both), card.isVisible()) == (2, ",", True)
    assert both.told == f"到 {both.desk.record.name}，有 1 处疑点"
    both.press("Shift+F8")
    both.settle()
    assert (both.mirror.page, at(both)) == (1, "時分，渡口的燈")


def test_f8_goes_on_to_a_page_that_was_never_checked(bench, card):
    bench.press("F8", "F8", "F8", "F8", "F8")
    bench.qtbot.waitUntil(lambda: bench.mirror.page == 2 and bench.mirror.checked)
    bench.settle()
    assert (bench.mirror.page, at(bench), card.isVisible()) == (2, ",", True)


def test_a_page_without_suspects_is_passed_when_it_is_checked(bench, street):
    bench.press("F8", "Shift+Del")
    bench.settle()
    bench.press("F8", "F8")
    bench.qtbot.waitUntil(lambda: bench.desk.mirror.page == 2)
    bench.qtbot.waitUntil(lambda: bench.desk.mirror.page == 1)
    bench.settle()
    assert at(bench) == street


def test_what_is_pressed_while_a_page_is_turned_is_done_there(both):
    before = both.stored(1).text
    both.press("F8", "F8", "F8", "F8")
    for _ in range(3):
        # No event is handled between these.
        both.window.suspects.go()
    both.type("K")
    both.settle()
    both.settle()
    # Round: the only one of the second page, then the first and the second of the first page.
    assert (both.mirror.page, both.editor.text) == (1, both.stored(1).text)
    second = before.rindex("老街的")
    assert both.stored(1).text == before[:second] + "K" + before[second:]


def test_f8_passes_a_page_whose_suspects_are_settled_by_now(both):
    both.ask(lambda project: project.findings.keep_counts({2: 0}))
    both.press("F8", "F8", "F8", "F8", "F8")
    both.settle()
    assert (both.mirror.page, at(both)) == (1, ",")
    both.ask(lambda project: project.perform(DismissFindings(2, tuple(project.findings.kept(2)))))
    both.ask(lambda project: project.findings.keep_counts({2: 7}))
    both.press("Shift+F8")
    both.settle()
    assert (both.mirror.page, at(both)) == (1, "時分，渡口的燈")


def test_no_page_is_turned_while_an_input_method_composes(both):
    both.press("F8", "F8", "F8", "F8")
    both.compose(preedit="chao")
    both.press("F8")
    both.settle()
    assert both.mirror.page == 1
    both.compose(commit="潮")


@dataclass
class Finds:
    """A detector that has made up its mind before."""

    findings: list[Finding]

    def __post_init__(self):
        self.RULES = tuple(Rule(name, message("已经是这样了")) for name in {it.rule for it in self.findings})

    def detect(self, _page, _context):
        yield from self.findings


def test_a_check_leaves_the_suspect_alone_at_which_the_caret_stands(bench, card):
    bench.press("F8")
    caret, marked = bench.editor.caret, bench.editor.current
    others = [bench.mirror.finding(number) for number in bench.mirror.open if number != COMMA]
    wider = Finding("odd-character", Span(marked.start - 1, marked.end + 1), message("已经是这样了"))
    bench.desk.beside._reader.detectors = lambda: (Finds([wider, *others]),)
    bench.check()
    assert (bench.editor.caret, bench.editor.current, card.isVisible()) == (caret, marked, True)
    assert at(bench) == ","
    assert marked in [bench.mirror.finding(number).span for number in bench.mirror.open]
    bench.press("Return")
    bench.settle()
    assert bench.stored().text[marked.start] == "，"


def test_a_check_takes_up_what_it_finds_where_nobody_looks(bench):
    bench.press("F8")
    bench.go_to("掌柜")
    odd = Finding("odd-character", Span(2, 3), message("已经是这样了"))
    bench.desk.beside._reader.detectors = lambda: (Finds([odd]),)
    bench.check()
    assert [bench.mirror.finding(number).span for number in bench.mirror.open] == [odd.span]


def test_enter_accepts_and_goes_on(bench, card, street):
    comma = bench.editor.text.index(",")
    bench.press("F8", "Return")
    bench.settle()
    assert bench.editor.text[comma] == bench.stored().text[comma] == "，"
    assert (at(bench), card.isVisible()) == (street, True)
    bench.press("Ctrl+Z")
    bench.settle()
    assert bench.stored().text[comma] == ","


def test_enter_typed_faster_than_the_store_answers_is_no_line_break(bench):
    bench.ask(lambda project: project.findings.keep_counts({2: 0}))
    lines = bench.editor.text.count("\n")
    bench.press("F8", "Return", "Return", "Return", "Return", "Return")
    bench.settle()
    bench.check()
    text = bench.stored().text
    assert (bench.editor.text, bench.mirror.open) == (text, [])
    assert "," not in text
    assert "時" not in text
    assert text.count("\n") < lines


def test_a_dismissed_suspect_stays_away_until_it_is_taken_back(bench):
    before = bench.stored()
    bench.press("F8", "Del")
    bench.settle()
    assert len(bench.mirror.open) == 3
    assert at(bench).startswith("老街")
    bench.check()
    assert suspects(bench).count(",") == 1
    assert bench.stored().text == before.text
    bench.press("Ctrl+Z")
    bench.settle()
    assert suspects(bench).count(",") == 2


def test_a_suspect_dismissed_everywhere_is_dismissed_on_the_other_page_too(bench):
    bench.press("F8", "Shift+Del")
    bench.settle()
    assert "," not in suspects(bench)
    bench.show(2)
    assert suspects(bench) == []
    bench.press("Ctrl+Z")
    bench.settle()
    assert suspects(bench) == [","]


def test_escape_closes_the_card_and_gives_the_keys_back(bench, card):
    lines = bench.editor.text.count("\n")
    bench.press("F8", "Esc", "Return")
    assert not card.isVisible()
    assert bench.editor.text.count("\n") == lines + 1


def test_f7_goes_to_the_other_copy_and_back(bench, card, street):
    first = bench.editor.text.index(street)
    second = bench.editor.text.index(street, first + 1)
    bench.press("F8", "F8", "F7")
    assert (bench.editor.caret, card.isVisible()) == (first, True)
    bench.press("F7")
    assert bench.editor.caret == second


@pytest.mark.parametrize("keys", [("F8", "F8", "Return"), ("F8", "F8", "F7", "Return")])
def test_the_second_copy_is_removed_from_either_place(bench, street, keys):
    first = bench.editor.text.index(street)
    bench.press(*keys)
    bench.settle()
    assert bench.stored().text.count(street) == 1
    assert bench.stored().text.index(street) == first
    assert bench.editor.text == bench.stored().text


@pytest.mark.parametrize("copy", [0, 1])
def test_f7_from_where_the_caret_is_goes_to_the_copy_it_is_not_in(bench, street, copy):
    places = [bench.editor.text.index(street)]
    places.append(bench.editor.text.index(street, places[0] + 1))
    bench.editor.select(Span(places[copy] + 3, places[copy] + 3))
    bench.press("F7")
    assert bench.editor.caret == places[1 - copy]


def test_f7_finds_the_other_copy_where_typing_has_moved_it(bench, street):
    bench.go_to("青渚渡口")
    bench.type("abc")
    bench.go_to(street, 1)
    bench.press("F7")
    assert bench.editor.caret == bench.editor.text.index(street)


def test_f7_away_from_any_pair_says_so(bench):
    bench.press("F7")
    assert bench.told == "这里没有成对的疑点"


def test_a_check_that_arrives_at_the_other_copy_does_not_change_the_suspect(bench, street):
    """Numbers change with a check: what Enter removes is still what the card speaks of."""
    bench.press("F8", "Return")
    bench.settle()
    bench.press("F7")
    bench.check()
    assert at(bench) == street
    bench.press("Return")
    bench.settle()
    assert bench.stored().text.count(street) == 1
    assert bench.stored().text.count(",") == 1


def test_typing_into_a_suspect_ends_it(bench, card):
    bench.press("F8")
    bench.editor.select(Span(bench.editor.caret + 1, bench.editor.caret + 1))
    bench.press("Backspace")
    assert bench.window.suspects.current is None
    assert not card.isVisible()
    bench.press("Ctrl+Shift+Return")
    assert bench.told == "先用 F8 到一处疑点"


def test_the_list_and_the_text_stand_at_the_same_suspect(bench, findings):
    bench.press("F8")
    line = findings.view.currentIndex().row()
    assert findings.model.row_at(line).number == COMMA
    bench.panes.findings.finding_chosen.emit((1, DRIFT))
    assert bench.editor.caret == bench.mirror.spans[DRIFT].start
    assert not bench.window._card.isVisible()


def test_the_list_goes_on_after_each_decision(bench, findings):
    bench.panes.findings.finding_chosen.emit((1, REPEAT))
    for left in (3, 2):
        bench.press("Del")
        bench.settle()
        row = findings.model.row_at(findings.view.currentIndex().row())
        assert len(bench.mirror.open) == left
        assert row.number == bench.window.suspects.current
        assert bench.editor.caret == bench.mirror.spans[row.number].start
    assert bench.focus is findings.view


def test_a_pair_in_the_list_is_accepted_wherever_it_stands(bench, findings):
    bench.panes.findings.finding_chosen.emit((1, COMMA))
    bench.press("Return")
    bench.settle()
    assert "," not in bench.stored().text
    bench.press("Ctrl+Z")
    bench.settle()
    assert bench.stored().text.count(",") == 2


def test_enter_pressed_twice_in_the_list_takes_a_suggestion_once(bench, street, findings):
    bench.panes.findings.finding_chosen.emit((1, REPEAT))
    before = bench.editor.text
    bench.press("Return", "Return")
    bench.settle()
    assert bench.stored().text.count(street) == 1
    assert len(bench.stored().text) >= len(before) - len(street) - 2


def test_several_suggestions_are_taken_as_one_step(bench, findings):
    before = bench.stored().text
    bench.press("Ctrl+A", "Return")
    bench.settle()
    assert bench.editor.text == bench.stored().text
    assert "," not in bench.editor.text
    assert bench.editor.text.count("老街的青石板") == 1
    bench.press("Ctrl+1", "Ctrl+Z")
    bench.settle()
    assert bench.stored().text == before


def test_several_suspects_are_dismissed_as_one_step(bench, findings):
    bench.press("Ctrl+A", "Del")
    bench.settle()
    assert bench.mirror.open == []
    assert findings.model.rowCount() == 0
    bench.press("Ctrl+Z")
    bench.settle()
    assert len(bench.mirror.open) == 4


def test_the_status_bar_and_the_pages_say_how_many_are_left(bench):
    bench.press("F8", "Del")
    bench.settle()
    assert bench.window.status._left.text() == "本版余 3 处"
    page = bench.panes.pages.model.all_pages()[0]
    assert page.open_findings == 3
