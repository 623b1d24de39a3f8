import pytest

from core.commands.editing import TypeText
from core.commands.tagging import SignOff
from core.project.project import Project
from core.text.edit import Edit

PAGE = "青渚新闻\n\n渡囗今日通肮，岸上坐满了乡亲。\n"


def correct(path, who, wrong, right):
    project = Project.open(path, who)
    start = project.state(1).text.index(wrong)
    project.perform(TypeText(1, Edit(start, wrong, right), burst=False))
    project.perform(SignOff(1))
    project.close()


@pytest.fixture
def read_twice(project_file):
    path = project_file(PAGE, "船来了。\n")
    correct(path, "林晓禾", "囗", "口")
    correct(path, "周可", "肮", "航")
    return path


def test_the_figures_of_a_project(jiaochou, read_twice):
    figures = jiaochou("stats", read_twice, "--format", "json").json
    made = figures["corrections"]
    assert (made["total"], made["by_reason"]) == (2, {"typed": 2})
    assert made["by_kind"] == {"substitution": {"count": 2, "weight": 2.0, "pages": 1}}
    assert [(pair["wrong"], pair["right"]) for pair in made["by_pair"]] == [("囗", "口"), ("肮", "航")]
    assert [(one["who"], one["round"]) for one in made["by_editor"]] == [("林晓禾", 1), ("周可", 2)]
    assert [one["round"] for one in made["by_round"]] == [1, 2]
    (reading,) = figures["agreement"]
    assert (reading["first"], reading["second"], reading["share"], reading["added"]) == (
        "林晓禾",
        "周可",
        1.0,
        1,
    )
    assert figures["issues"][0]["count"] == 2
    assert figures["pages"][1]["articles"] is None


def test_the_figures_as_text(jiaochou, read_twice):
    said = jiaochou("stats", read_twice).out
    for words in ("2 版", "— 按字对 —", "囗  口", "二校", "两校一致", "录入"):
        assert words in said


def test_the_figures_as_a_page(jiaochou, read_twice):
    said = jiaochou("stats", read_twice, "--format", "html", language="en").out
    assert said.startswith("<!DOCTYPE html>")
    assert "By pair" in said


def test_long_lists_are_cut_in_text_and_whole_in_data(jiaochou, project_file):
    path = project_file("".join(map(chr, range(0x4E00, 0x4E40))))
    project = Project.open(path)
    for at in range(0, 60, 2):
        project.perform(TypeText(1, Edit(at, chr(0x4E00 + at), "渡"), burst=False))
    project.close()
    assert "……还有 10 行" in jiaochou("stats", path).out
    assert len(jiaochou("stats", path, "--format", "json").json["corrections"]["by_pair"]) == 30
