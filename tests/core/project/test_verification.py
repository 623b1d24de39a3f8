import pytest

from core.commands.editing import TypeText
from core.commands.tagging import SignOff
from core.errors import BadInputError
from core.project.project import Project
from core.text.edit import Edit


@pytest.fixture
def project(project_of):
    project = project_of("渡口今日通航", "船来了。")
    project.perform(TypeText(1, Edit(0, "", "新")))
    project.perform(SignOff(1))
    project._history.states.snapshot_all()
    return project


def test_a_sound_project(project):
    told = []
    proved = project.verify(lambda done, total: told.append((done, total)))
    assert (proved.pages, proved.steps, proved.problems) == (2, 3, ())
    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        ("UPDATE page SET raw = x'31' WHERE id = 1", "青渚时报-01：导入时的原始字节已被改动"),
        (
            "UPDATE change SET digest = '0' WHERE step_id = 2",
            "青渚时报-01：第 2 步之后的文字与记录的摘要不符",
        ),
        (
            "UPDATE change SET forward = '{}' WHERE step_id = 2",
            "青渚时报-01：第 2 步之后的文字与记录的摘要不符",
        ),
        (
            """UPDATE change SET forward = '{"edits":[[0,"旧","新"]]}' WHERE step_id = 2""",
            "青渚时报-01：第 2 步与它之前的文字对不上",
        ),
        ("UPDATE snapshot SET state = replace(state, '新', '旧')", "青渚时报-01：存档与重放的结果不一致"),
        ("UPDATE page SET round = 3 WHERE id = 1", "青渚时报-01：校次与重放的结果不一致"),
        ("UPDATE page SET removed = 1 WHERE id = 1", "青渚时报-01：是否移除与重放的结果不一致"),
        ("UPDATE step SET undo_head = 77 WHERE id = 3", "表 step 第 3 行指向不存在的记录"),
    ],
)
def test_each_kind_of_damage_is_named(project, damage, problem):
    connection = project._store.connection
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(damage)
    assert [str(one) for one in project.verify().problems] == [problem]


@pytest.mark.parametrize(
    "damage",
    ["UPDATE change SET forward = '{'", "UPDATE snapshot SET state = '[]'", "UPDATE page SET encoding = 'x'"],
)
def test_what_cannot_even_be_read_is_named(project, damage):
    project._store.connection.execute(damage)
    problems = [str(one) for one in project.verify().problems]
    assert problems
    assert all("无法读出" in one for one in problems)


@pytest.mark.parametrize("damage", ["what = '{'", "what = 7", "what = '{}'", "at = 'gestern'", "at = x'00'"])
def test_a_step_that_does_not_say_what_it_was_is_named(project, damage):
    project._store.connection.execute(f"UPDATE step SET {damage} WHERE id = 1")
    (problem,) = project.verify().problems
    assert "第 1 步的记录已损坏" in str(problem)


def test_a_project_whose_newest_step_cannot_be_read_is_refused(project):
    project._store.connection.execute("UPDATE step SET what = '{' WHERE id = 3")
    project.close()
    with pytest.raises(BadInputError, match="第 3 步的记录已损坏"):
        Project.open(project.path)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE page SET round = 'x'", "里面的记录已损坏"),
        ("UPDATE page SET raw = 'x' WHERE id = 1", "里面的记录已损坏"),
        ("UPDATE change SET page_id = 9 WHERE step_id = 2", "第 2 步改动的版面 9 不在工程里"),
        (
            "UPDATE change SET forward = json_set(forward, '$.next_id', 1) WHERE step_id = 1",
            "稿件与文字对不上",
        ),
    ],
)
def test_records_of_other_kinds_are_named(project, damage, said):
    project._store.connection.execute("PRAGMA foreign_keys = OFF")
    project._store.connection.execute(damage)
    assert any(said in str(problem) for problem in project.verify().problems)


def test_a_step_that_is_gone_is_damage_wherever_it_is_asked_for(project):
    connection = project._store.connection
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DELETE FROM step WHERE id = 2")
    for ask in (lambda: project.rounds.of(1), lambda: project.export_page(1)):
        with pytest.raises(BadInputError):
            ask()


def test_a_page_that_is_gone_is_a_sentence(project):
    project._store.connection.execute("DELETE FROM page WHERE id = 2")
    for ask in (lambda: project.texts.of([1, 2]), lambda: project.page(2), lambda: project.raw_text(2)):
        with pytest.raises(BadInputError, match="没有编号为 2 的版面"):
            ask()
