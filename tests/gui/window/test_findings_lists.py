"""The list of findings in the window: of one page and of the whole project, level and switches."""

import pytest
from PySide6.QtCore import Qt

from core.detectors.options import Level
from core.document.finding import Finding
from core.document.layout import Layout
from core.document.page import Source
from core.messages import message
from core.project.listing import list_findings
from core.project.project import Project
from core.text.span import Span
from gui.panels.findings_head import Scope
from gui.panels.findings_order import Grouping, Sorting


@pytest.fixture
def findings(bench):
    return bench.panes.findings


@pytest.fixture
def whole(bench, findings):
    """Both pages are checked, and the findings of both are listed in their order; the first is shown."""
    check_all(bench)
    bench.press("Ctrl+Shift+A")
    bench.qtbot.waitUntil(lambda: bench.window.showing.findings.listing.complete)
    findings.arrange(Grouping.NONE, Sorting.PLACE)
    wait_for(bench, 5)
    return bench


def check_all(bench):
    with bench.qtbot.waitSignal(bench.desk.whole.checking.ended):
        bench.window.actions_["check-all"].trigger()
    bench.settle()


def wait_for(bench, count):
    bench.qtbot.waitUntil(lambda: bench.panes.findings.model.rowCount() == count)


def pages(findings):
    return [findings.model.row_at(line).page for line in range(findings.model.rowCount())]


def row_of(bench, key):
    bench.press("Ctrl+4")
    bench.panes.findings.select_finding(key)


def test_the_whole_project_is_a_key_away_and_so_is_the_page(whole, findings):
    assert pages(findings) == [1, 1, 1, 1, 2]
    assert findings.model.row_at(4).page_name == "滨河日报 2031-05-04 第2版"
    assert whole.panes._tabs.tabText(0) == "疑点 5"
    whole.press("Ctrl+Shift+A")
    assert (findings.scope, pages(findings)) == (Scope.PAGE, [1, 1, 1, 1])


def test_pages_that_were_not_checked_are_counted_and_one_button_checks_them(bench, findings):
    findings.controls.scopes[Scope.PROJECT].click()
    bench.qtbot.waitUntil(lambda: findings.controls.unchecked.text() == "1 版未查")
    assert set(pages(findings)) == {1}
    findings.controls.unchecked.click()
    bench.qtbot.waitUntil(lambda: not findings.controls.unchecked.isVisible())
    findings.arrange(Grouping.NONE, Sorting.PLACE)
    wait_for(bench, 5)


def test_enter_goes_to_the_suspect_on_its_page(whole, findings):
    row_of(whole, (2, 0))
    assert whole.mirror.page == 1
    whole.press("Return")
    whole.settle()
    assert (whole.mirror.page, whole.focus, whole.window._card.isVisible()) == (2, whole.editor, True)
    assert whole.mirror.finding(whole.window.suspects.current).span.of(whole.editor.text) == ","
    assert findings.model.row_at(findings.view.currentIndex().row()).key == (2, 0)


def test_walking_through_the_list_turns_no_page(whole, findings):
    row_of(whole, (1, 3))
    whole.press("Down")
    whole.settle()
    assert findings.model.row_at(findings.view.currentIndex().row()).page == 2
    assert whole.mirror.page == 1


def test_what_is_decided_in_the_text_leaves_the_list(whole):
    whole.press("Ctrl+1", "F8", "Del")
    whole.settle()
    wait_for(whole, 4)
    whole.press("Ctrl+Z")
    wait_for(whole, 5)


def test_del_in_the_list_settles_a_finding_of_another_page(whole):
    row_of(whole, (2, 0))
    whole.press("Del")
    wait_for(whole, 4)
    assert whole.mirror.page == 2


def test_what_is_dismissed_everywhere_leaves_the_list_on_all_pages(whole, findings):
    row_of(whole, (2, 0))
    whole.press("Shift+Del")
    wait_for(whole, 2)
    assert pages(findings) == [1, 1]


def test_findings_of_several_pages_are_not_decided_at_once(whole):
    whole.press("Ctrl+4", "Ctrl+A", "Del")
    whole.settle()
    assert "好几版" in whole.told
    assert whole.panes.findings.model.rowCount() == 5


def test_a_rule_is_switched_off_on_all_pages_at_once(whole, findings):
    row_of(whole, (2, 0))
    rule = findings.model.row_at(findings.view.currentIndex().row()).rule
    whole.press("Ctrl+Del")
    wait_for(whole, 2)
    assert rule in whole.desk.taught.held.options.off
    whole.qtbot.waitUntil(lambda: whole.panes.pages.model.all_pages()[1].open_findings == 0)
    assert "不再检查" in whole.told


def test_the_level_holds_at_once_without_another_check(whole, findings):
    checks = []
    whole.desk.whole.checking.progressed.connect(checks.append)
    findings.controls.level.menu().actions()[0].trigger()
    whole.qtbot.waitUntil(lambda: whole.desk.taught.held.options.level is Level.LENIENT)
    lenient = whole.mirror.at_level[Level.LENIENT]
    whole.qtbot.waitUntil(lambda: len(whole.mirror.open) == lenient)
    whole.settle()
    assert checks == []
    assert findings.controls.unchecked.isHidden()
    shown = findings.controls.level.menu().actions()[0].text()
    assert shown.split("\t")[1] == str(findings.model.rowCount())


def test_an_empty_list_says_what_a_stricter_level_has(bench, findings):
    bench.mirror.at_level = {Level.NORMAL: 0, Level.STRICT: 3}
    bench.mirror.settled(bench.mirror.open)
    bench.window.showing.findings.show()
    assert "有 3 处" in findings._body.sentence()


def test_another_project_forgets_the_list(whole, findings, tmp_path):
    with whole.qtbot.waitSignal(whole.desk.opened):
        whole.desk.create(tmp_path / "空.jiaochou")
    whole.settle()
    wait_for(whole, 0)
    assert findings.controls.unchecked.isHidden()


def test_the_head_is_reached_by_keyboard(bench, findings):
    head = findings.controls
    for button in (*head.scopes.values(), head.level, head.grouping, head.sorting):
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert button.accessibleName()


def test_the_pages_of_another_project_are_not_taken_for_those_of_the_first(whole, findings, tmp_path):
    other = Project.create(tmp_path / "滨河.jiaochou", "林晓禾")
    texts = [("一", "潮水退去,渡船来了。"), ("二", "船走了。")]
    other.add_pages([Source(name, text.encode(), "utf-8", text, name) for name, text in texts])
    other.close()
    with whole.qtbot.waitSignal(whole.desk.opened):
        whole.desk.open(other.path)
    assert findings.model.rowCount() == 0
    whole.qtbot.waitUntil(lambda: whole.mirror is not None and whole.mirror.checked)
    wait_for(whole, 1)
    assert findings.model.row_at(0).page_name == "一"


def test_findings_of_rules_that_are_not_known_are_left_out(whole):
    lists = whole.window.showing.findings
    row = list_findings("潮水。", Layout(), [(0, Finding("gone", Span(0, 1), message("已经是这样了")))])
    assert len(lists._table(1, row)) == 0
