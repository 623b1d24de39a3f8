"""What can be read of a damaged project becomes a new one; what is missing is named."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from core.commands.editing import TypeText
from core.commands.tagging import SignOff
from core.errors import BadInputError
from core.project.project import Project
from core.project.recovery import Recovery, recover
from core.text.edit import Edit

NOW = datetime(2031, 5, 4, tzinfo=UTC)


@pytest.fixture
def worked(project_of):
    """A project of three pages with a history; closed."""
    project = project_of("渡口通航\n\n船来了。", "码头告示", "集市搬迁\n\n茶馆坐满了人。")
    for page in (1, 2, 3):
        for key in "甲乙丙":
            project.perform(TypeText(page, Edit(2, "", key), burst=False))
        project.perform(SignOff(page))
    project.keep_setting("options", project.setting("options") or "{}")
    project.close()
    return project


@pytest.fixture
def texts(worked):
    return held(worked.path)


def held(path) -> list[tuple[str, str, int]]:
    with closing(Project.look(path)) as project:
        assert project.verify().problems == ()
        return [
            (record.name, project.state(record.id).text, project.state(record.id).round)
            for record in project.pages()
        ]


def damage(path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def recovered(worked, tmp_path) -> tuple[Recovery, list[tuple[str, str, int]]]:
    before = worked.path.read_bytes()
    target = tmp_path / "back.jiaochou"
    recovery = recover(worked.path, target, "林晓禾", NOW)
    assert worked.path.read_bytes() == before
    return recovery, held(target)


def said(recovery: Recovery) -> str:
    return "\n".join(map(str, recovery.losses))


def test_of_a_sound_project_nothing_is_missing(worked, texts, tmp_path):
    recovery, back = recovered(worked, tmp_path)
    assert recovery == Recovery(3, 3, ())
    assert back == texts
    with closing(Project.look(worked.path)) as old, closing(Project.open(tmp_path / "back.jiaochou")) as new:
        assert new.steps() == old.steps()
        assert [new.state(page) for page in (1, 2, 3)] == [old.state(page) for page in (1, 2, 3)]
        new.undo()
        assert new.state(3).round == 0


def test_a_step_that_cannot_be_read_costs_nothing_where_a_snapshot_has_it(worked, texts, tmp_path):
    damage(worked.path, "UPDATE change SET forward = 'x' WHERE page_id = 2 AND step_id = 8")
    recovery, back = recovered(worked, tmp_path)
    assert back == texts
    assert (recovery.pages, recovery.whole) == (3, 2)
    assert "青渚时报-02：有改动读不出，文字按第" in said(recovery)
    with closing(Project.open(tmp_path / "back.jiaochou")) as project:
        assert not project.can_undo
        project.perform(TypeText(2, Edit(0, "", "新")))
        project.undo()
        assert project.verify().problems == ()


def test_without_a_snapshot_the_page_stops_before_it(worked, texts, tmp_path):
    damage(
        worked.path,
        "DELETE FROM snapshot",
        "UPDATE change SET digest = 'x' WHERE page_id = 2 AND step_id = 8",
    )
    recovery, back = recovered(worked, tmp_path)
    assert (back[0], back[2]) == (texts[0], texts[2])
    assert back[1][1] == "码头甲告示"
    assert "青渚时报-02：第 8 步起的改动读不出，停在它以前" in said(recovery)


def test_bytes_that_were_changed_are_replaced_by_the_text_of_the_snapshot(worked, texts, tmp_path):
    damage(worked.path, "UPDATE page SET raw = x'00' WHERE id = 1")
    recovery, back = recovered(worked, tmp_path)
    assert back == texts
    assert "原始字节读不出" in said(recovery)


def test_a_page_of_which_nothing_is_left_is_named(worked, texts, tmp_path):
    damage(worked.path, "DELETE FROM snapshot", "UPDATE page SET raw = x'00' WHERE id = 1")
    recovery, back = recovered(worked, tmp_path)
    assert back == texts[1:]
    assert (recovery.pages, recovery.whole) == (2, 2)
    assert "青渚时报-01：整版读不出" in said(recovery)


def test_a_lost_row_of_a_page_comes_back_from_its_snapshot(worked, texts, tmp_path):
    damage(worked.path, "PRAGMA foreign_keys = OFF", "DELETE FROM page WHERE id = 2")
    recovery, back = recovered(worked, tmp_path)
    assert sorted(text for _, text, _ in back) == sorted(text for _, text, _ in texts)
    assert "原始字节读不出" in said(recovery)


@pytest.mark.parametrize(
    "spoil", ["what = '{'", "at = 'gestern'", "below = 99", "kind = x'00'", "undoable = 7"]
)
def test_a_step_without_its_words_keeps_what_it_did(worked, texts, tmp_path, spoil):
    damage(worked.path, f"UPDATE step SET {spoil} WHERE id = 8")
    recovery, back = recovered(worked, tmp_path)
    assert back == texts
    assert "第 8 步做的事还在，谁在何时做的已失" in said(recovery)


def test_a_damaged_way_back_is_worked_out_anew(worked, texts, tmp_path):
    damage(worked.path, "UPDATE change SET backward = '{}' WHERE step_id = 12")
    recovery, back = recovered(worked, tmp_path)
    assert (recovery.losses, back) == ((), texts)
    with closing(Project.open(tmp_path / "back.jiaochou")) as project:
        for _ in range(4):
            project.undo()
        assert project.state(3).text.startswith("集市搬迁")


@pytest.mark.parametrize("start", [0, 16, 28, 100, 105])
def test_a_damaged_head_of_the_file_is_borrowed(worked, texts, tmp_path, start):
    content = bytearray(worked.path.read_bytes())
    content[start : start + 60] = b"\xee" * 60
    worked.path.write_bytes(content)
    recovery, back = recovered(worked, tmp_path)
    assert back == texts
    assert recovery.whole == 3


def test_what_a_killed_program_left_in_the_log_is_there(project_of, tmp_path):
    project = project_of("渡口通航")
    project.perform(TypeText(1, Edit(0, "", "青渚")))
    target = tmp_path / "back.jiaochou"
    assert recover(project.path, target, "", NOW) == Recovery(1, 1, ())
    assert held(target)[0][1] == "青渚渡口通航"


def test_what_is_no_project_makes_none(tmp_path):
    path, target = tmp_path / "x.jiaochou", tmp_path / "back.jiaochou"
    path.write_bytes(b"x" * 10_000)
    with pytest.raises(BadInputError, match="一个也读不出来"):
        recover(path, target, "", NOW)
    with pytest.raises(BadInputError):
        recover(tmp_path / "nothing", target, "", NOW)
    assert not target.exists()


def test_a_file_that_is_there_is_not_written_over(worked, tmp_path):
    target = tmp_path / "back.jiaochou"
    target.write_bytes(b"mine")
    with pytest.raises(BadInputError, match="不会覆盖"):
        recover(worked.path, target, "", NOW)
    assert target.read_bytes() == b"mine"
