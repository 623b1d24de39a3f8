"""Jump links as an editor meets them: the list, one key in the text, one to the other half."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from core.document.page import Source
from core.project.project import Project
from gui.window.links_dialog import LinksDialog

FRONT = """2031年5月4日 第1版

# 青渚渡口恢复通航

本报讯(记者 林晓禾)青渚渡口昨日恢复通航，首班渡船载着三十名乘客驶向对岸。

船工沈阿满说，芦洲村的渡口停了

（下转第2版）

# 北滩麦田返青

本报讯(记者 何秀兰)北滩镇的冬小麦返青。

（下转第9版）"""
SECOND = """2031年5月4日 第2版

# 石桥灯会开幕

本报讯(记者 林晓禾)鱼灯亮了，老街上的人很多。

# 渡口通航

（上接第1版）

七个月，如今渡船换成了电动的，芦洲村的乘客再也闻不到柴油味。船工沈阿满每天要开十六班。"""
PAGES = {"一": FRONT, "二": SECOND}


@pytest.fixture
def linking(make_window, tmp_path):
    """A window on a project of two pages with one story on both, and a jump to a page that is not there."""
    project = Project.create(tmp_path / "转版.jiaochou", "林晓禾")
    project.add_pages(
        [
            Source(name, text.encode(), "utf-8", text, f"{name}.txt")
            for name, text in (("一", FRONT), ("二", SECOND))
        ]
    )
    project.close()
    return make_window(tmp_path / "转版.jiaochou")


@pytest.fixture
def dialog(linking, qtbot) -> LinksDialog:
    """The list of links, filled."""
    with qtbot.waitSignal(linking.window._linking._all.found):
        linking.window.actions_["links"].trigger()
    found = linking.window._linking._dialog
    assert found is not None
    QAbstractItemModelTester(found.model, QAbstractItemModelTester.FailureReportingMode.Fatal, found)
    return found


def links(bench):
    layout = bench.stored(1).layout
    return [article.linked_to for _, article in layout if article.linked_to is not None]


def test_a_proposal_is_listed_with_its_pages_titles_and_reasons(dialog):
    cells = [dialog.model.index(0, column).data() for column in range(4)]
    assert cells[0].endswith("青渚渡口恢复通航")
    assert cells[1].endswith("渡口通航")
    assert cells[3].startswith("下转第2版，上接第1版")
    assert dialog.line.text() == "建议 1 处，已接 0 处，1 处找不到另一半"
    assert "北滩麦田返青" in dialog.line.toolTip()


def test_enter_accepts_and_delete_takes_it_back(dialog, linking):
    dialog.view.setFocus()
    linking.press("Return")
    linking.settle()
    assert len(links(linking)) == 1
    assert dialog.model.index(0, 2).data() == "已接"
    dialog.view.setFocus()
    linking.press("Delete")
    linking.settle()
    assert not links(linking)


def test_all_sure_ones_are_accepted_as_one_step(dialog, linking, qtbot):
    dialog.accept_sure.click()
    linking.settle()
    assert len(links(linking)) == 1
    with qtbot.waitSignal(linking.window._linking._all.found):
        linking.window.actions_["undo"].trigger()
    assert dialog.model.rows[0].score is not None


def test_what_was_rejected_is_not_proposed_again(dialog, linking, qtbot):
    dialog.view.setFocus()
    linking.press("Delete")
    linking.settle()
    dialog.close()
    with qtbot.waitSignal(linking.window._linking._all.found):
        linking.window.actions_["links"].trigger()
    assert not linking.window._linking._dialog.model.rows


def test_one_key_links_the_article_at_the_caret_and_one_goes_to_the_other_half(linking, qtbot):
    linking.go_to("芦洲村")
    with qtbot.waitSignal(linking.desk.articles_changed):
        linking.window.actions_["accept-link"].trigger()
    linking.settle()
    assert len(links(linking)) == 1
    linking.window.actions_["follow-link"].trigger()
    qtbot.waitUntil(lambda: linking.mirror.page == 2)
    linking.settle()
    assert linking.editor.selection.start == linking.editor.text.index("# 渡口通航")
    linking.window.actions_["follow-link"].trigger()
    qtbot.waitUntil(lambda: linking.mirror.page == 1)
    linking.settle()
    assert linking.editor.selection.start == linking.editor.text.index("（下转第2版）")


def test_an_article_without_another_half_says_so(linking, qtbot):
    linking.go_to("北滩镇")
    with qtbot.waitSignal(linking.window._linking._near.found):
        linking.window.actions_["accept-link"].trigger()
    assert "没有找到" in linking.told
    linking.window.actions_["follow-link"].trigger()
    linking.settle()
    assert "没有接到" in linking.told


def test_the_search_can_be_left(linking):
    linking.window.actions_["links"].trigger()
    found = linking.window._linking._dialog
    found.stop.click()
    assert found.line.text() == "没有查完"
    linking.settle()
    assert not found.model.rows
