import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest

from core.detectors.options import Level
from core.project.listing import OUTSIDE
from gui.panels.findings import FindingsPanel
from gui.panels.findings_head import Scope
from gui.panels.findings_model import Column, FindingsModel
from gui.panels.findings_order import FindingRow, FindingTable, Grouping, Sorting, arranged


def finding(number, rule="character", suspect="县城", suggestion="县域", **known):
    title = {"character": "误字", "script": "繁简混用"}[rule]
    known = {"confidence": 0.5, "line": number + 1, "before": f"前{number}", "after": f"后{number}", **known}
    known = {"page": 1, "page_name": "第1版", "article": OUTSIDE, "title": "", **known}
    return FindingRow(
        number=number, rule=rule, rule_title=title, suspect=suspect, suggestion=suggestion, **known
    )


def rows_set(model, rows):
    model.set_table(FindingTable.of(rows))


THREE_KINDS = [
    finding(0),
    finding(1, suspect="婚嫁", suggestion="婚姻", confidence=0.9),
    finding(2, confidence=0.8),
    finding(3, "script", "讓", "让", confidence=0.7),
]


@pytest.fixture
def model(qtbot, watched):
    model = watched(FindingsModel())
    rows_set(model, THREE_KINDS)
    return model


@pytest.fixture
def panel(theme, watched, on_show):
    panel = FindingsPanel(theme, QFont())
    watched(panel.model)
    panel.set_rows(THREE_KINDS)
    return on_show(panel, 900, 300)


def column(model, wanted):
    return [model.index(row, wanted).data() for row in range(model.rowCount())]


def test_a_pair_found_more_than_once_is_one_row_with_a_count(model):
    assert column(model, Column.SUSPECT) == ["婚嫁 → 婚姻", "县城 → 县域", "讓 → 让"]
    assert column(model, Column.COUNT) == ["1", "2", "1"]


def test_an_opened_pair_shows_each_place_most_likely_first(model):
    model.set_opened(1, True)
    assert column(model, Column.CONFIDENCE) == ["0.90", "0.80", "0.80", "0.50", "0.70"]
    assert column(model, Column.COUNT) == ["1", "2", "", "", "1"]


def test_by_rule_every_group_has_its_name_above(model):
    model.arrange(Grouping.RULE, Sorting.PLACE)
    assert column(model, Column.SUSPECT)[0] == "误字"
    assert column(model, Column.COUNT) == ["3", "", "", "", "1", ""]


def test_by_article_every_group_has_its_title_above_and_what_is_in_none_comes_last(model):
    articles = [(1, "集市搬家"), (OUTSIDE, ""), (0, "渡口通航"), (1, "集市搬家")]
    named = zip(THREE_KINDS, articles, strict=True)
    rows_set(model, [row._replace(article=place, title=title) for row, (place, title) in named])
    model.arrange(Grouping.ARTICLE, Sorting.CONFIDENCE)
    headings = [line for line in range(model.rowCount()) if model.is_heading(line)]
    assert [model.cell(line, Column.SUSPECT) for line in headings] == ["渡口通航", "集市搬家", "稿件之外"]
    assert [model.count_at(line) for line in headings] == [1, 2, 1]
    assert [model.row_at(headings[1] + 1 + at).number for at in range(2)] == [3, 0]


def test_articles_of_the_same_title_on_two_pages_are_two(model):
    news = [
        finding(0, article=0, title="短讯"),
        finding(0, page=2, page_name="第2版", article=0, title="短讯"),
    ]
    model.set_table(FindingTable.joined([FindingTable.of([row]) for row in news]))
    model.arrange(Grouping.ARTICLE, Sorting.PLACE)
    assert column(model, Column.PAGE) == ["第1版", "第1版", "第2版", "第2版"]
    assert column(model, Column.COUNT) == ["1", "", "1", ""]


def test_the_pages_of_a_project_stand_in_their_order(model):
    pages = [[finding(5, page=7)], [finding(0, page=3), finding(1, page=3)]]
    model.set_table(FindingTable.joined([FindingTable.of(rows) for rows in pages]))
    model.arrange(Grouping.NONE, Sorting.PLACE)
    assert [model.row_at(row).key for row in range(3)] == [(7, 5), (3, 0), (3, 1)]


def test_ungrouped_in_the_order_of_the_page(model):
    model.arrange(Grouping.NONE, Sorting.PLACE)
    assert [model.row_at(row).number for row in range(model.rowCount())] == [0, 1, 2, 3]


rows = st.lists(
    st.builds(
        finding,
        st.integers(0, 99),
        st.sampled_from(["character", "script"]),
        st.sampled_from("甲乙丙"),
        confidence=st.floats(0, 1),
        line=st.integers(1, 9),
        article=st.integers(-1, 2),
    ),
    max_size=20,
)
SHARED = {
    Grouping.RULE: lambda row: row.rule,
    Grouping.PAIR: lambda row: row.pair,
    Grouping.ARTICLE: lambda row: (row.page, row.article),
    Grouping.NONE: lambda row: None,
}


@given(st.lists(rows, max_size=3), st.sampled_from(Grouping), st.sampled_from(Sorting))
def test_grouping_and_sorting_lose_and_double_nothing(pages, grouping, sorting):
    pages = [[row._replace(page=page) for row in rows] for page, rows in enumerate(pages)]
    table = FindingTable.joined([FindingTable.of(rows) for rows in pages])
    held = arranged(table, grouping, sorting)
    assert sorted(held.order.tolist()) == list(range(len(table)))
    shared = []
    for group in range(len(held.ends)):
        members = [table.rows[held.row(group, member)] for member in range(int(held.sizes[group]))]
        places = [(row.page, row.line) for row in members]
        ranks = [-row.confidence for row in members] if sorting is Sorting.CONFIDENCE else places
        assert ranks == sorted(ranks)
        (one,) = {SHARED[grouping](row) for row in members}
        shared.append(one)
    assert len(set(shared)) == len(shared)


def test_the_same_findings_again_change_nothing(model, structure):
    said = structure(model)
    rows_set(model, list(THREE_KINDS))
    assert said == []


def test_a_pair_that_was_opened_stays_open(model):
    model.set_opened(1, True)
    rows_set(model, [*THREE_KINDS[1:], finding(0, confidence=0.1)])
    assert model.rowCount() == 5


def test_nothing_missing_is_said_in_words(model):
    rows_set(
        model, [finding(0, suspect="", suggestion="。"), finding(1, suspect="的的", suggestion="", line=2)]
    )
    model.arrange(Grouping.NONE, Sorting.PLACE)
    assert column(model, Column.SUSPECT) == ["（缺） → 。", "的的"]
    assert column(model, Column.SUGGESTION) == ["。", "删去"]


def test_text_is_never_markup(model):
    rows_set(model, [finding(0, suspect="<b>粗</b>", suggestion=None)])
    assert model.index(0, Column.SUSPECT).data() == "<b>粗</b>"
    assert "<b>" not in model.index(0, Column.SUSPECT).data(Qt.ItemDataRole.ToolTipRole)


def test_seventy_five_thousand_findings(theme, on_show):
    panel = on_show(FindingsPanel(theme, QFont()), 900, 300)
    rows = [finding(at, suspect=f"词{at % 20_000}", suggestion=None) for at in range(75_000)]
    panel.set_rows(rows)
    assert panel.model.rowCount() == 20_000
    panel.arrange(Grouping.NONE, Sorting.PLACE)
    panel.select_finding((1, 70_000))
    assert panel.view.currentIndex().row() == 70_000
    panel.view.selectAll()
    assert len(panel.selected()) == 75_000


def test_arrows_walk_through_the_findings(panel, record):
    said = record(chosen=panel.finding_chosen)
    panel.select_finding((1, 1))
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    assert said == [("chosen", (1, 2)), ("chosen", (1, 3))]


def test_one_click_is_one_choice(panel, record):
    said = record(chosen=panel.finding_chosen)
    where = panel.view.visualRect(panel.model.index(2, Column.CONTEXT)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert said == [("chosen", (1, 3))]


@pytest.mark.parametrize(
    ("key", "held", "wanted"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "accept"),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, "accept"),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "dismiss"),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier, "everywhere"),
    ],
)
def test_keys_decide_about_what_is_chosen(panel, record, key, held, wanted):
    said = record(
        accept=panel.accept_requested,
        dismiss=panel.dismiss_requested,
        everywhere=panel.dismiss_everywhere_requested,
    )
    panel.select_finding((1, 3))
    QTest.keyClick(panel.view, key, held)
    assert said == [(wanted, [(1, 3)])]


def test_a_heading_stands_for_its_whole_group(panel, record):
    said = record(accept=panel.accept_requested)
    panel.select_finding((1, 0))
    assert panel.view.currentIndex().row() == 1
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert said == [("accept", [(1, 2), (1, 0)])]


def test_a_heading_and_its_members_count_once(panel):
    panel.model.set_opened(1, True)
    panel.view.selectAll()
    assert sorted(panel.selected()) == [(1, number) for number in range(4)]


def test_nothing_chosen_asks_for_nothing(panel, record):
    said = record(accept=panel.accept_requested)
    panel.select_finding(None)
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert said == []


def test_after_a_decision_the_next_finding_is_the_current_one(panel, record):
    said = record(chosen=panel.finding_chosen)
    panel.arrange(Grouping.NONE, Sorting.PLACE)
    panel.select_finding((1, 1))
    panel.set_rows([THREE_KINDS[0], *THREE_KINDS[2:]])
    assert panel.model.row_at(panel.view.currentIndex().row()).number == 2
    assert said == []


def test_the_editor_stays_at_a_finding_that_has_moved(panel):
    panel.arrange(Grouping.NONE, Sorting.PLACE)
    panel.select_finding((1, 1))
    panel.set_rows([finding(9, line=1), *(row._replace(line=row.line + 1) for row in THREE_KINDS)])
    assert panel.model.row_at(panel.view.currentIndex().row()).number == 1


def test_the_sign_of_a_heading_opens_it_without_choosing(panel, record):
    said = record(chosen=panel.finding_chosen)
    row = panel.view.visualRect(panel.model.index(1, 0))
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(12, row.center().y()))
    assert panel.model.rowCount() == 5
    assert said == []


def test_grouping_is_chosen_from_a_menu(panel):
    menu = panel.controls.grouping.menu()
    next(action for action in menu.actions() if action.text() == "不分组").trigger()
    assert panel.model.rowCount() == 4
    assert panel.controls.grouping.text() == "不分组 ▾"


def test_an_empty_list_says_why_and_what_to_do(panel):
    panel.set_rows([])
    panel.set_empty("还有 3 版没有检查", with_check=True)
    assert panel._body.sentence() == "还有 3 版没有检查"
    assert panel.check_button.isVisible()
    panel.set_empty("本版没有疑点")
    assert not panel.check_button.isVisible()
    panel.set_rows(THREE_KINDS)
    assert panel._body.sentence() is None


# A check numbers the findings anew, and the editor is left where he was


def current(panel):
    return panel.model.row_at(panel.view.currentIndex().row())


def test_a_check_that_numbers_anew_leaves_the_chosen_row_alone(panel):
    panel.arrange(Grouping.NONE, Sorting.PLACE)
    panel.select_finding((1, 2))
    before = current(panel)
    again = [row._replace(number=row.number + 1, line=row.line + 1) for row in THREE_KINDS]
    panel.set_rows([finding(0, suspect="甲", line=1), *again])
    assert current(panel) == before._replace(number=3, line=before.line + 1)


def test_a_check_that_finds_more_above_does_not_scroll_the_chosen_row(panel):
    panel.arrange(Grouping.NONE, Sorting.PLACE)
    rows = [finding(at, suspect=f"词{at}", line=at + 100) for at in range(200)]
    panel.set_rows(rows)
    panel.select_finding((1, 100))
    panel.view.scrollTo(panel.view.currentIndex(), panel.view.ScrollHint.PositionAtCenter)
    top = panel.view.visualRect(panel.view.currentIndex()).top()
    more = [finding(at, suspect=f"新{at}", line=at) for at in range(9)]
    panel.set_rows([*more, *(row._replace(number=row.number + 9) for row in rows)])
    assert current(panel).suspect == "词100"
    assert panel.view.visualRect(panel.view.currentIndex()).top() == top


def test_all_that_was_chosen_stays_chosen(panel):
    panel.arrange(Grouping.NONE, Sorting.PLACE)
    panel.view.selectAll()
    panel.set_rows([finding(0, suspect="甲"), *(row._replace(number=row.number + 1) for row in THREE_KINDS)])
    assert panel.selected() == [(1, number) for number in range(1, 5)]


def test_the_twin_of_a_settled_finding_is_not_taken_for_it(panel):
    panel.arrange(Grouping.NONE, Sorting.PLACE)
    panel.set_rows([finding(0), finding(1, "script"), finding(2)])
    panel.select_finding((1, 0))
    panel.set_rows([finding(1, "script"), finding(2)])
    assert current(panel).number == 1


# The whole project


@pytest.fixture
def whole(panel):
    panel.show_scope(Scope.PROJECT)
    pages = [[row._replace(page=page, page_name=f"第{page}版") for row in THREE_KINDS] for page in (1, 2)]
    panel.set_table(FindingTable.joined([FindingTable.of(rows) for rows in pages]))
    panel.arrange(Grouping.NONE, Sorting.PLACE)
    return panel


def test_only_the_list_of_the_project_says_on_which_page(whole):
    assert not whole.view.isColumnHidden(Column.PAGE)
    whole.show_scope(Scope.PAGE)
    assert whole.view.isColumnHidden(Column.PAGE)


def test_enter_and_a_double_click_go_to_a_finding_of_another_page(whole, record):
    said = record(accept=whole.accept_requested, wanted=whole.finding_wanted)
    whole.select_finding((2, 1))
    QTest.keyClick(whole.view, Qt.Key.Key_Return)
    where = whole.view.visualRect(whole.view.currentIndex()).center()
    QTest.mouseClick(whole.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(whole.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert said == [("wanted", (2, 1)), ("wanted", (2, 1))]


def test_a_rule_is_switched_off_by_a_key(panel, record):
    said = record(off=panel.switch_off_requested)
    panel.select_finding((1, 3))
    QTest.keyClick(panel.view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert said == [("off", "script")]


def test_the_menu_offers_what_can_be_done_about_a_finding(panel, record):
    said = record(off=panel.switch_off_requested, everywhere=panel.dismiss_everywhere_requested)
    panel.select_finding((1, 3))
    menu = panel._menu(current(panel))
    entries = {action.text().split("\t")[0]: action for action in menu.actions()}
    entries["不再检查“繁简混用”"].trigger()
    entries["全部忽略"].trigger()
    assert said == [("off", "script"), ("everywhere", [(1, 3)])]


def test_the_head_says_what_each_level_would_show(panel, record):
    head = panel.controls
    said = record(level=head.level_chosen, check=head.check_requested, scope=head.scope_chosen)
    head.set_level(Level.STRICT, {Level.LENIENT: 2, Level.NORMAL: 5, Level.STRICT: 1234})
    assert head.level.text() == "严格 ▾"
    actions = head.level.menu().actions()
    assert [action.text() for action in actions] == ["宽松\t2", "普通\t5", "严格\t1,234"]
    actions[0].trigger()
    head.set_unchecked(3)
    head.unchecked.click()
    head.scopes[Scope.PROJECT].click()
    assert said == [("level", Level.LENIENT), ("check",), ("scope", Scope.PROJECT)]
