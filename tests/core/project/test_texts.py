from core.commands.editing import TypeText
from core.commands.everywhere import Place, ReplaceEverywhere
from core.history import states
from core.store.log import text_digest
from core.text.edit import Edit
from core.text.span import Span


def test_texts_come_as_they_stand(project_of):
    project = project_of("一版", "二版", "三版")
    project.perform(TypeText(2, Edit(0, "", "第")))
    assert project.texts.of([3, 2]) == (project.last_step, {3: "三版", 2: "第二版"})


def test_what_changed_is_known_by_its_digest(project_of):
    project = project_of("一版", "二版")
    project.perform(TypeText(1, Edit(0, "", "第")))
    step = project.last_step
    project.perform(TypeText(1, Edit(1, "", "十")))
    assert project.texts.changed(step) == (step, {1: text_digest("第十一版")})
    assert project.texts.of([1])[1] == {1: "第十一版"}
    project.undo()
    assert project.texts.changed(step)[1] == {1: text_digest("一版")}


def test_reading_all_texts_pushes_no_page_out_of_memory(project_of):
    project = project_of(*(f"第{number}版" for number in range(70)))
    for page in range(2, 71):
        project.perform(TypeText(page, Edit(0, "", "改")))
    kept = project.state(60)
    project.texts.of(range(1, 71))
    assert project.state(60) is kept


def test_a_step_on_more_pages_than_are_kept_reads_each_of_them_once(project_of, monkeypatch):
    monkeypatch.setattr(states, "KEPT", 1)
    project = project_of("一版", "二版", "三版")
    read = []
    load = states.PageStates._load
    monkeypatch.setattr(states.PageStates, "_load", lambda self, page: read.append(page) or load(self, page))
    everywhere = {page: [Place(Span(1, 2), "版")] for page in (1, 2, 3)}
    project.perform(ReplaceEverywhere(everywhere, "页"))
    assert sorted(read) == [1, 2, 3]
    project.undo()
    assert list(project.texts.of([1, 2, 3])[1].values()) == ["一版", "二版", "三版"]
