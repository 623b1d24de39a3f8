from core.commands.editing import TypeText
from core.store.log import text_digest
from core.text.edit import Edit


def test_texts_come_a_few_pages_at_a_time_as_they_stand(project_of):
    project = project_of("一版", "二版", "三版")
    project.perform(TypeText(2, Edit(0, "", "第")))
    first = project.texts.part(0, 2)
    assert (first.texts, first.reached, first.complete) == ({1: "一版", 2: "第二版"}, 2, False)
    rest = project.texts.part(first.reached, 2)
    assert (rest.texts, rest.complete) == ({3: "三版"}, True)


def test_what_changed_is_known_by_its_digest(project_of):
    project = project_of("一版", "二版")
    project.perform(TypeText(1, Edit(0, "", "第")))
    step = project.last_step
    project.perform(TypeText(1, Edit(1, "", "十")))
    assert project.texts.changed(step) == (step, {1: text_digest("第十一版")})
    assert project.texts.of([1]) == {1: "第十一版"}
    project.undo()
    assert project.texts.changed(step)[1] == {1: text_digest("一版")}


def test_reading_all_texts_pushes_no_page_out_of_memory(project_of):
    project = project_of(*(f"第{number}版" for number in range(70)))
    kept = project.state(1)
    for page in range(2, 71):
        project.perform(TypeText(page, Edit(0, "", "改")))
    kept = project.state(60)
    project.texts.part(0, 100)
    assert project.state(60) is kept
