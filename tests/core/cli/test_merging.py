import shutil
import sqlite3
from contextlib import closing

import pytest

from core.commands.editing import TypeText
from core.project.project import Project
from core.text.edit import Edit

TEXT = "渡囗今日通航\n\n早晨有雾，船末到。潮水退去，灯火渐少。\n"


def correct(path, actor, *pairs):
    with closing(Project.open(path, actor)) as project:
        for removed, inserted in pairs:
            start = project.state(1).text.index(removed)
            project.perform(TypeText(1, Edit(start, removed, inserted), burst=False))


@pytest.fixture
def copies(tmp_path, jiaochou):
    page, mine, theirs = tmp_path / "青渚时报-01.txt", tmp_path / "青渚.jiaochou", tmp_path / "别处.jiaochou"
    page.write_text(TEXT, encoding="utf-8")
    jiaochou("import", mine, page)
    shutil.copyfile(mine, theirs)
    correct(mine, "林晓禾", ("囗", "口"), ("渐少", "渐稀"))
    correct(theirs, "宋听潮", ("囗", "口"), ("末", "未"), ("渐少", "渐多"))
    return mine, theirs


def text_of(path):
    with closing(Project.look(path)) as project:
        return project.state(1).text


def test_what_only_the_other_corrected_is_taken_and_figures_are_told(copies, jiaochou):
    mine, theirs = copies
    said = jiaochou("merge", mine, theirs, "--format", "json")
    assert said.code == 0
    (page,) = said.json["pages"]
    assert (page["editor"], page["taken"], page["same"]) == ("宋听潮", 1, 1)
    (conflict,) = page["conflicts"]
    assert (conflict["was"], conflict["mine"], conflict["theirs"]) == ("少", "稀", "多")
    assert text_of(mine)[conflict["start"] : conflict["end"]] == "稀"
    figures = said.json["agreement"]
    assert (figures["same"], figures["only_theirs"], figures["differently"]) == (1, 1, 1)
    assert text_of(mine) == TEXT.replace("囗", "口").replace("末", "未").replace("渐少", "渐稀")
    assert jiaochou("verify", mine).code == 0


def test_a_dry_run_changes_nothing(copies, jiaochou):
    mine, theirs = copies
    before = mine.read_bytes()
    said = jiaochou("merge", mine, theirs, "--dry-run")
    assert "冲突 1 处" in said.out
    assert "[稀 | 多 | 少]" in said.out
    assert mine.read_bytes() == before


def test_conflicts_can_be_read_as_the_other_has_them(copies, jiaochou):
    mine, theirs = copies
    jiaochou("merge", mine, theirs, "--conflicts", "theirs")
    assert text_of(mine) == text_of(theirs)


def test_a_second_merge_has_nothing_more_to_take(copies, jiaochou):
    mine, theirs = copies
    jiaochou("merge", mine, theirs)
    before = text_of(mine)
    said = jiaochou("merge", mine, theirs, "--format", "json")
    assert said.json["pages"][0]["taken"] == 0
    assert text_of(mine) == before


def test_a_project_is_not_merged_with_itself_nor_with_what_is_none(copies, jiaochou, tmp_path):
    mine, _ = copies
    assert jiaochou("merge", mine, mine).code == 2
    assert jiaochou("merge", mine, tmp_path / "没有.jiaochou").code == 2
    other = tmp_path / "page.txt"
    other.write_text("甲", encoding="utf-8")
    said = jiaochou("merge", mine, other)
    assert (said.code, said.err.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    "damage",
    [
        'UPDATE change SET forward = \'{"edits": [[99999, "甲", "乙"]]}\'',
        "UPDATE change SET forward = 'no'",
        "UPDATE page SET raw = x'00'",
        "UPDATE step SET at = 'once'",
    ],
)
def test_a_damaged_copy_is_named_in_one_line_and_takes_nothing_with_it(copies, jiaochou, damage):
    mine, theirs = copies
    with closing(sqlite3.connect(theirs)) as connection, connection:
        connection.execute("DELETE FROM snapshot")
        connection.execute(damage)
    before = text_of(mine)
    said = jiaochou("merge", mine, theirs)
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert text_of(mine) == before
    assert jiaochou("verify", mine).code == 0
