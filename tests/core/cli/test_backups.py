"""The commands backup and restore; what else may be done while somebody works on the project."""

from contextlib import closing

import pytest

from core.commands.editing import TypeText
from core.project.project import Project
from core.store.backups import backups_of
from core.text.edit import Edit


@pytest.fixture
def held(jiaochou, page_file, tmp_path):
    """A project that somebody works on."""
    path = tmp_path / "a.jiaochou"
    assert jiaochou("import", path, page_file("渡口通航\n\n船来了。")).code == 0
    with closing(Project.open(path, "周衡")) as project:
        project.perform(TypeText(1, Edit(0, "", "青渚")))
        yield path


def test_a_backup_and_back(jiaochou, held, tmp_path):
    said = jiaochou("backup", held)
    (backup,) = backups_of(held)
    assert (said.code, str(backup.path) in said.out) == (0, True)
    assert str(backup.path) in jiaochou("backup", held, "--list").out
    again = tmp_path / "again.jiaochou"
    assert jiaochou("restore", backup.path, "--to", again).code == 0
    with closing(Project.look(again)) as project:
        assert project.state(1).text.startswith("青渚渡口")
    said = jiaochou("restore", backup.path, "--to", again)
    assert (said.code, "不会覆盖" in said.err) == (2, True)


@pytest.mark.parametrize("command", ["check", "stats", "verify", "segment"])
def test_what_only_reads_works_while_somebody_works_on_it(jiaochou, held, command):
    said = jiaochou(command, held)
    assert (said.code, said.err) == (0, "")


def test_an_export_has_what_was_typed_last(jiaochou, held, tmp_path):
    assert jiaochou("export", held, "--to", tmp_path / "out", "--format", "txt").code == 0
    (written,) = (tmp_path / "out").iterdir()
    assert "青渚渡口" in written.read_text(encoding="utf-8")


def test_an_import_is_refused_and_says_who(jiaochou, held, page_file):
    said = jiaochou("import", held, page_file("码头告示", "2.txt"))
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "周衡 正在编辑这个工程" in said.err
    with closing(Project.look(held)) as project:
        assert len(project.pages()) == 1


def test_what_can_be_read_of_a_damaged_project_is_recovered(jiaochou, held, tmp_path):
    damaged, target = tmp_path / "damaged.jiaochou", tmp_path / "again.jiaochou"
    assert jiaochou("restore", held, "--to", damaged).code == 0
    content = bytearray(damaged.read_bytes())
    content[:100] = b"x" * 100
    damaged.write_bytes(content)
    assert jiaochou("verify", damaged).code == 2
    said = jiaochou("recover", damaged, "--to", target)
    assert (said.code, "救回 1 版，其中 1 版完好" in said.out) == (1, True)
    assert "文件头已损坏" in said.err
    assert jiaochou("verify", target).code == 0
    assert jiaochou("recover", held, "--to", tmp_path / "sound.jiaochou").code == 0
