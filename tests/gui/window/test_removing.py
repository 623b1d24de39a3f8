"""Pages are removed with a key, without a question, and one key brings them back."""

from contextlib import closing

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from core.commands.editing import TypeText
from core.commands.linking import LinkArticles
from core.commands.removing import RemovePages
from core.project.project import Project
from core.text.edit import Edit
from gui.panels.findings_head import Scope

FERRY, SCHOOL = "滨河日报-2031-05-04-01", "滨河日报-2031-05-04-02"


def listed(bench):
    """The names of the pages in the list."""
    return [page.name for page in bench.panes.pages.model.all_pages()]


def to_pages(bench):
    bench.press("Ctrl+2")
    assert bench.panes.pages.view.hasFocus()


def remove(bench):
    to_pages(bench)
    bench.press("Del")
    bench.settle()


def test_delete_in_the_list_removes_the_page_and_shows_its_neighbour(bench):
    remove(bench)
    assert listed(bench) == ["第2版"]
    assert (bench.mirror.page, bench.editor.text[:8]) == (2, "# 山村小学添了")
    assert bench.told == f"移除了“{FERRY}”，Ctrl+Z 找回"
    assert bench.panes.pages.view.hasFocus()


def test_undo_brings_the_page_back_as_it_was_and_shows_it(bench):
    bench.go_to("渡口")
    bench.type("x")
    bench.settle()
    before, record = bench.stored(), bench.desk.record
    remove(bench)
    bench.press("Ctrl+Z")
    bench.settle()
    assert listed(bench) == ["第1版", "第2版"]
    assert (bench.mirror.page, bench.stored()) == (1, before)
    assert bench.desk.record.position == record.position
    bench.press("Ctrl+Shift+Z")
    bench.settle()
    assert (listed(bench), bench.mirror.page) == (["第2版"], 2)


def test_the_last_page_leaves_what_a_new_project_shows(bench):
    remove(bench)
    remove(bench)
    assert (listed(bench), bench.mirror, bench.desk.record) == ([], None, None)
    assert "工程里还没有版面" in bench.window.page._empty.text()
    actions = bench.window.actions_
    off = ("next-suspect", "sign-off", "remove-pages", "export")
    assert not any(actions[name].isEnabled() for name in off)
    assert actions["undo"].isEnabled()
    assert bench.panes.findings.model.rowCount() == 0
    assert bench.panes.findings._body.sentence() == "打开一版，它的疑点就列在这里"
    bench.press("Ctrl+Z")
    bench.settle()
    assert (listed(bench), bench.mirror.page) == (["第2版"], 2)
    assert bench.window.actions_["sign-off"].isEnabled()
    bench.press("Ctrl+Z")
    bench.settle()
    assert (listed(bench), bench.mirror.page) == (["第1版", "第2版"], 1)


def test_behind_the_last_page_of_the_list_comes_the_one_before_it(bench):
    bench.show(2)
    remove(bench)
    assert (listed(bench), bench.mirror.page) == (["第1版"], 1)


def test_all_pages_that_are_selected_go_in_one_step(bench):
    to_pages(bench)
    bench.press("Shift+Down")
    assert bench.panes.pages.selected_pages() == [1, 2]
    # The page that is come to is shown before long; both stay selected.
    bench.qtbot.waitUntil(lambda: bench.mirror.page == 2)
    bench.settle()
    assert bench.panes.pages.selected_pages() == [1, 2]
    bench.press("Del")
    bench.settle()
    assert (listed(bench), bench.told) == ([], "移除了 2 版，Ctrl+Z 找回")
    bench.press("Ctrl+Z")
    bench.settle()
    assert listed(bench) == ["第1版", "第2版"]


def test_what_is_selected_stays_so_when_the_list_is_read_anew(bench):
    to_pages(bench)
    bench.press("Shift+Down")
    bench.desk.list_pages()
    bench.settle()
    assert bench.panes.pages.selected_pages() == [1, 2]


def test_the_action_removes_the_page_that_is_read(bench):
    bench.editor.setFocus()
    bench.window.actions_["remove-pages"].trigger()
    bench.settle()
    assert listed(bench) == ["第2版"]


def test_the_key_deletes_a_character_where_text_is_written(bench):
    bench.editor.setFocus()
    bench.go_to("青渚")
    bench.press("Del")
    bench.settle()
    assert listed(bench) == ["第1版", "第2版"]
    assert bench.editor.text.startswith("# 渚渡口")


def test_the_menu_of_the_list_offers_it_where_a_page_is_selected(bench, monkeypatch):
    offered = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _place: offered.extend(menu.actions()))
    view = bench.panes.pages.view
    to_pages(bench)
    view.customContextMenuRequested.emit(QPoint(1, 1))
    assert [action.text() for action in offered] == ["移除版面"]
    offered[0].trigger()
    bench.settle()
    assert listed(bench) == ["第2版"]
    view.clearSelection()
    view.customContextMenuRequested.emit(QPoint(1, 1))
    assert len(offered) == 1


def test_keys_pressed_behind_it_are_typed_into_the_page_that_comes(bench):
    bench.editor.setFocus()
    bench.window.actions_["remove-pages"].trigger()
    bench.type("x")
    bench.settle()
    assert (bench.mirror.page, bench.editor.text[0]) == (2, "x")
    assert bench.stored(1).text.startswith("# 青渚")


def test_turning_pages_and_suspects_pass_it(bench):
    bench.show(2)
    to_pages(bench)
    bench.press("Up", "Del", "F8", "Ctrl+PgUp", "Ctrl+PgDown")
    bench.settle()
    assert (listed(bench), bench.mirror.page) == (["第2版"], 2)


def test_the_findings_of_all_pages_are_without_it(bench):
    lists = bench.window.showing.findings
    lists.choose_scope(Scope.PROJECT)
    bench.qtbot.waitUntil(lambda: set(lists.listing.pages) == {1, 2})
    remove(bench)
    bench.qtbot.waitUntil(lambda: set(lists.listing.pages) == {2})
    remove(bench)
    assert bench.panes.findings.model.rowCount() == 0
    bench.press("Ctrl+Z")
    bench.qtbot.waitUntil(lambda: set(lists.listing.pages) == {2})
    bench.settle()


def test_the_concordance_is_looked_through_again(bench):
    def found():
        model = bench.panes.concordance.model
        return [hit.page for hit in model.hits]

    bench.press("Ctrl+Shift+F")
    bench.panes.concordance.query_line.setText("的")
    bench.qtbot.keyClick(bench.panes.concordance.query_line, Qt.Key.Key_Return)
    bench.qtbot.waitUntil(lambda: set(found()) == {1, 2})
    both = found()
    remove(bench)
    bench.qtbot.waitUntil(lambda: set(found()) == {2})
    bench.press("Ctrl+Z")
    bench.qtbot.waitUntil(lambda: found() == both)
    bench.settle()


def test_a_link_to_it_is_not_shown_and_comes_back_with_it(bench):
    def shown():
        layout = bench.panes.articles.model.shown.layout
        return layout.articles[layout.order[0]].linked_to

    first, second = (bench.stored(page).layout.order[0] for page in (1, 2))
    bench.desk.perform(LinkArticles([((1, first), (2, second))]))
    bench.settle()
    assert shown().page == 2
    bench.show(2)
    remove(bench)
    assert (bench.mirror.page, shown()) == (1, None)
    bench.editor.setFocus()
    bench.go_to("渡口")
    bench.press("Ctrl+L")
    bench.settle()
    assert bench.told == "这篇稿件没有接到别的版"
    bench.press("Ctrl+Z")
    bench.settle()
    bench.show(1)
    assert shown().page == 2


def test_the_history_names_the_page_and_goes_to_none_that_is_gone(bench):
    bench.go_to("渡口")
    bench.type("x")
    bench.settle()
    remove(bench)
    bench.press("Ctrl+5")
    history = bench.panes.history
    bench.qtbot.waitUntil(lambda: history.model.rowCount() == 3)
    rows = [history.model.row_at(number) for number in range(2)]
    assert [(row.what, row.page) for row in rows] == [(f"移除“{FERRY}”", FERRY), ("录入“x”", FERRY)]
    for row in rows:
        history.step_chosen.emit(row.step_id)
        bench.settle()
        assert bench.told == "这一版已从工程里移除；撤销移除，它就回来"
    assert bench.mirror.page == 2


def test_a_page_that_is_gone_is_not_shown_by_whoever_remembers_it(bench):
    remove(bench)
    bench.desk.show_page(1)
    bench.settle()
    assert (bench.mirror.page, bench.told) == (2, "这一版已从工程里移除；撤销移除，它就回来")


def test_who_only_looks_is_told_why_not(make_window, project_path):
    with closing(Project.open(project_path, "周衡")):
        looking = make_window(project_path)
        remove(looking)
        assert listed(looking) == ["第1版", "第2版"]
        assert "不能改动" in looking.told


def test_who_looks_sees_the_neighbour_of_a_page_that_its_editor_removes(make_window, project_path):
    with closing(Project.open(project_path, "周衡")) as editor:
        looking = make_window(project_path)
        editor.perform(RemovePages({1: FERRY}))
        editor.perform(TypeText(2, Edit(0, "", "新")))
        looking.desk.access.look()
        looking.qtbot.waitUntil(lambda: looking.mirror.page == 2)
        looking.settle()
        assert (listed(looking), looking.editor.text[0]) == (["第2版"], "新")


def test_after_a_restart_it_is_still_gone_and_still_comes_back(bench, make_window, project_path):
    remove(bench)
    bench.window.close()
    again = make_window(project_path)
    assert (listed(again), again.mirror.page) == (["第2版"], 2)
    again.press("Ctrl+Z")
    again.settle()
    assert (listed(again), again.mirror.page) == (["第1版", "第2版"], 1)
