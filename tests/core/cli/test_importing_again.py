from contextlib import closing

import pytest

from core.commands.editing import TypeText
from core.project.project import Project
from core.text.edit import Edit

BAD = "渡囗今日通航\n\n早晨有雾，船末到。潮水退去，灯火渐少。\n"
BETTER = "渡口今日通航\n\n早晨有雾，船未到。潮水退去，灯火渐多。\n"


@pytest.fixture
def page(tmp_path):
    page = tmp_path / "青渚时报-01.txt"
    page.write_text(BAD, encoding="utf-8")
    return page


@pytest.fixture
def project(tmp_path, jiaochou, page):
    path = tmp_path / "青渚.jiaochou"
    jiaochou("import", path, page)
    with closing(Project.open(path, "林晓禾")) as project:
        for removed, inserted in (("末", "未"), ("退", "褪"), ("渐少", "渐稀")):
            start = project.state(1).text.index(removed)
            project.perform(TypeText(1, Edit(start, removed, inserted), burst=False))
    return path


def texts_of(path):
    with closing(Project.look(path)) as project:
        return [project.state(record.id).text for record in project.pages()]


def test_a_better_text_replaces_the_old_one_and_corrections_stay(jiaochou, project, page, tmp_path):
    page.write_text(BETTER, encoding="utf-8")
    new = tmp_path / "青渚时报-02.txt"
    new.write_text("海沙湾修堤\n", encoding="utf-8")
    said = jiaochou("import", project, page, new, "--replace")
    assert said.code == 0
    assert said.out.splitlines() == [
        "加入 1 版，已有 0 版",
        "青渚时报-01：换用新的识别文字，保留改动 1 处，新文字已同样改好 1 处，冲突 1 处",
        "  潮水褪去，灯火渐[稀 | 多 | 少]。",
    ]
    assert texts_of(project) == [BETTER.replace("退", "褪").replace("渐多", "渐稀"), "海沙湾修堤\n"]
    assert jiaochou("verify", project).code == 0
    assert "已有 1 版" in jiaochou("import", project, page, "--replace").out


def test_without_it_another_text_is_another_page_as_ever(jiaochou, project, page):
    page.write_text(BETTER, encoding="utf-8")
    jiaochou("import", project, page)
    assert len(texts_of(project)) == 2


def test_another_reading_is_kept_beside_its_page(jiaochou, project, tmp_path):
    folder = tmp_path / "另一引擎"
    folder.mkdir()
    (folder / "青渚时报-01.txt").write_text(BETTER, encoding="utf-8")
    before = texts_of(project)
    assert jiaochou("import", project, folder, "--as-witness").out == "给 1 版添加了另一文本\n"
    assert texts_of(project) == before
    with closing(Project.look(project)) as opened:
        assert [view.text for view in opened.witnesses.of(1)] == [BETTER]


def test_a_reading_of_no_page_of_the_project_is_named(jiaochou, project, tmp_path):
    stranger = tmp_path / "海沙晚报.txt"
    stranger.write_text("堤上的人很多，灯亮着。\n", encoding="utf-8")
    said = jiaochou("import", project, stranger, "--as-witness")
    assert said.code == 2
    assert "海沙晚报.txt：工程里找不到与它相同的版面" in said.err


def test_a_project_that_is_not_there_has_no_pages_to_replace(jiaochou, tmp_path, page):
    assert jiaochou("import", tmp_path / "没有.jiaochou", page, "--replace").code == 2
    assert not (tmp_path / "没有.jiaochou").exists()


def test_other_readings_are_collated_and_heeded_by_checks(jiaochou, tmp_path):
    story = (
        "青渚渡口昨日恢复通航，首班渡船载着三十名乘各驶向对岸。船工沈阿满说，芦洲村的渡口停了七个月，"
        "如今渡船换成了电动的，乘客再也闻不到柴油味。他每天要开十六班，天黑才收工回家。"
    )
    project = tmp_path / "青渚.jiaochou"
    for folder, text in (("甲", story), ("乙引擎", story.replace("乘各", "乘客"))):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "一.txt").write_text(text, encoding="utf-8")
    jiaochou("import", project, tmp_path / "甲")
    jiaochou("import", project, tmp_path / "乙引擎", "--as-witness")
    (group,) = jiaochou("collate", project, "--format", "json").json["groups"]
    assert [one["path"] for one in group["witnesses"]] == ["一", "一 [乙引擎]"]
    (page,) = jiaochou("check", project, "--format", "json").json["pages"]
    assert [one["text"] for one in page["findings"] if one["rule"] == "witness-variant"] == ["各"]
