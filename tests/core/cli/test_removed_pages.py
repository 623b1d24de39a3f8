"""No command speaks of a page that was removed; `verify` proves it all the same."""

from contextlib import closing

import pytest

from core.commands.removing import RemovePages
from core.project.project import Project

STORY = (
    "渡口今日通航，岸上坐满了赶集的乡亲，第一班渡船在晨雾里离开了青渚码头。"
    "老船工说，这条航线停了整整三年，如今码头修好了，水也深了，往后每天都有六班船。"
)


@pytest.fixture
def without_second(project_file):
    path = project_file(
        f"# 一\n\n{STORY}\n", f"# 二\n\n{STORY.replace('晨雾', '晨务')}\n", "# 三\n\n船来了。\n"
    )
    with closing(Project.open(path)) as project:
        names = [page.name for page in project.pages()]
        project.perform(RemovePages({2: names[1]}))
    return path, [names[0], names[2]]


@pytest.mark.parametrize("command", ["segment", "check"])
def test_pages_are_told_without_it(jiaochou, without_second, command):
    path, names = without_second
    told = jiaochou(command, path, "--format", "json").json
    assert [page["path"] for page in told["pages"]] == names


def test_it_is_no_witness_until_it_is_back(jiaochou, without_second):
    path, _ = without_second
    assert jiaochou("collate", path, "--format", "json").json == {"groups": []}
    with closing(Project.open(path)) as project:
        project.undo()
    assert len(jiaochou("collate", path, "--format", "json").json["groups"]) == 1


def test_it_is_not_counted(jiaochou, without_second):
    path, names = without_second
    assert [page["name"] for page in jiaochou("stats", path, "--format", "json").json["pages"]] == names


def test_it_is_not_exported(jiaochou, without_second, tmp_path):
    assert jiaochou("export", without_second[0], "--to", tmp_path / "out", "--format", "txt").code == 0
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_it_is_proved(jiaochou, without_second):
    said = jiaochou("verify", without_second[0])
    assert (said.code, "2" in said.out) == (0, True)
