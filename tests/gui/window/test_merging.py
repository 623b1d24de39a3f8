"""Other versions of pages as an editor meets them: a better text, another reading, another editor's copy."""

import shutil
from contextlib import closing

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QInputDialog

from core.commands.editing import TypeText
from core.importers.importer import sources
from core.project.project import Project
from core.text.edit import Edit

TEXT = "渡囗今日通航\n\n早晨有雾，船末到。潮水退去，灯火渐少。\n"
OTHER = "海沙湾修堤\n\n堤上的人很多。\n"


def correct(path, actor, page, *pairs):
    with closing(Project.open(path, actor)) as project:
        for removed, inserted in pairs:
            start = project.state(page).text.index(removed)
            project.perform(TypeText(page, Edit(start, removed, inserted), burst=False))


@pytest.fixture
def files(tmp_path):
    """A project of two pages and another editor's copy of it, both at work."""
    for name, text in (("一", TEXT), ("二", OTHER)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    mine, theirs = tmp_path / "青渚.jiaochou", tmp_path / "别处.jiaochou"
    with closing(Project.create(mine, "林晓禾")) as project:
        project.add_pages(sources([tmp_path / "一.txt", tmp_path / "二.txt"]))
    shutil.copyfile(mine, theirs)
    correct(mine, "林晓禾", 1, ("囗", "口"), ("渐少", "渐稀"))
    correct(theirs, "宋听潮", 1, ("末", "未"), ("渐少", "渐多"))
    correct(theirs, "宋听潮", 2, ("很多", "甚多"))
    return mine, theirs


@pytest.fixture
def bench(files, make_window):
    return make_window(files[0])


def asked(bench):
    """Wait for the dialog of conflicts."""
    merging = bench.window.merging
    bench.qtbot.waitUntil(lambda: merging.dialog is not None)
    bench.qtbot.waitUntil(lambda: not bench.window.status.progress.busy)
    QAbstractItemModelTester(
        merging.dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal, merging.dialog
    )
    bench.settle()
    return merging.dialog


def taken(bench):
    bench.qtbot.waitUntil(lambda: not bench.window.status.progress.busy)
    bench.settle()


def press(dialog, *keys):
    for key in keys:
        QTest.keySequence(dialog.view, QKeySequence(key))


def test_another_copy_is_taken_over_and_a_conflict_is_decided_by_a_key(bench, files):
    bench.window.merging.merge_project(files[1])
    dialog = asked(bench)
    assert [row.place.their_reading for row in dialog.model.rows] == ["多"]
    assert "κ" in dialog.figures.text()
    assert bench.editor.selection.of(bench.editor.text) == "稀"
    press(dialog, "Right", "Return")
    taken(bench)
    wanted = TEXT.replace("囗", "口").replace("末", "未").replace("渐少", "渐多")
    assert (bench.editor.text, bench.stored(1).text) == (wanted, wanted)
    assert bench.stored(2).text == OTHER.replace("很多", "甚多")
    assert bench.mirror.page == 1
    for _ in range(2):
        bench.window.actions_["undo"].trigger()
        bench.settle()
    assert bench.stored(1).text == TEXT.replace("囗", "口").replace("渐少", "渐稀")
    assert bench.stored(2).text == OTHER


@pytest.mark.parametrize(("key", "reading"), [("Left", "渐稀"), ("Del", "渐少"), (None, "渐稀")])
def test_a_conflict_stays_mine_unless_decided_otherwise(bench, files, key, reading):
    bench.window.merging.merge_project(files[1])
    press(asked(bench), *([key] if key else []), "Return")
    taken(bench)
    assert reading in bench.stored(1).text


def test_who_cancels_changes_nothing(bench, files):
    before = bench.stored(1)
    bench.window.merging.merge_project(files[1])
    press(asked(bench), "Right", "Esc")
    bench.settle()
    assert bench.stored(1) == before
    assert bench.window.merging.dialog is None


def test_a_better_text_keeps_corrections(bench, files, tmp_path):
    page = tmp_path / "一.txt"
    page.write_text(TEXT.replace("末", "未"), encoding="utf-8")
    bench.window.merging.replace_texts([page])
    dialog = asked(bench)
    assert dialog.model.rowCount() == 0
    QTest.keyClick(dialog, "\r")
    taken(bench)
    assert bench.editor.text == TEXT.replace("末", "未").replace("囗", "口").replace("渐少", "渐稀")


def test_another_reading_is_kept_beside_its_page(bench, tmp_path):
    folder = tmp_path / "另一引擎"
    folder.mkdir()
    (folder / "二.txt").write_text(OTHER.replace("人", "入"), encoding="utf-8")
    bench.window.merging.add_texts([folder])
    taken(bench)
    assert bench.ask(lambda project: [view.text for view in project.witnesses.of(2)]) == [
        OTHER.replace("人", "入")
    ]
    assert bench.stored(2).text == OTHER


def test_another_reading_stands_in_the_stack_under_its_own_name(make_window, tmp_path):
    story = (
        "青渚渡口昨日恢复通航，首班渡船载着三十名乘各驶向对岸。船工沈阿满说，芦洲村的渡口停了七个月，"
        "如今渡船换成了电动的，乘客再也闻不到柴油味。他每天要开十六班，天黑才收工回家。"
    )
    for folder, text in (("甲", story), ("乙引擎", story.replace("乘各", "乘客"))):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "一.txt").write_text(text, encoding="utf-8")
    with closing(Project.create(tmp_path / "青渚.jiaochou", "林晓禾")) as project:
        project.add_pages(sources([tmp_path / "甲"]))
    bench = make_window(tmp_path / "青渚.jiaochou")
    bench.window.merging.add_texts([tmp_path / "乙引擎"])
    taken(bench)
    witnesses = bench.window._variants.witnesses
    bench.qtbot.waitUntil(lambda: witnesses.collation is not None and bool(witnesses.collation.variants))
    (variant,) = witnesses.collation.variants
    assert [reading.text for reading in variant.readings] == ["各", "客"]
    (view,) = variant.holders(1)
    assert bench.window._variants._name_of(view.key) == "乙引擎"
    bench.qtbot.waitUntil(lambda: any(one.rule == "witness-variant" for one in bench.mirror.findings))


def test_a_page_that_was_changed_while_it_was_asked_about_is_left_alone(bench, files):
    said = []
    bench.window.merging.failed.disconnect()
    bench.window.merging.failed.connect(said.append)
    bench.window.merging.merge_project(files[1])
    dialog = asked(bench)
    bench.desk.perform(TypeText(1, Edit(0, "", "甲"), burst=False))
    bench.settle()
    press(dialog, "Return")
    taken(bench)
    assert "已经变了" in str(said[0])
    assert bench.stored(1).text == "甲" + TEXT.replace("囗", "口").replace("渐少", "渐稀")
    assert bench.stored(2).text == OTHER.replace("很多", "甚多")


def test_a_file_that_is_no_project_is_named(bench, tmp_path):
    said = []
    bench.window.merging.failed.disconnect()
    bench.window.merging.failed.connect(said.append)
    bench.window.merging.merge_project(tmp_path / "一.txt")
    taken(bench)
    assert "一.txt" in str(said[0])


def test_a_text_that_was_added_by_mistake_is_removed(bench, tmp_path, monkeypatch):
    folder = tmp_path / "另一引擎"
    folder.mkdir()
    (folder / "一.txt").write_text(TEXT.replace("雾", "雨"), encoding="utf-8")
    bench.window.merging.add_texts([folder])
    taken(bench)
    asked = []
    monkeypatch.setattr(
        QInputDialog, "getItem", lambda *given, **_: (asked.append(given[3]), (given[3][0], True))[1]
    )
    for _ in range(2):
        bench.window.actions_["remove-text"].trigger()
        bench.settle()
    assert asked == [["1  另一引擎"]]
    assert bench.told == "本版没有另一文本"
    assert bench.ask(lambda project: project.witnesses.of(1)) == []
