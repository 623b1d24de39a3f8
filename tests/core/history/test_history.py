import pytest

from core.changes.state import PageState
from core.commands.editing import ReplaceText, TypeText
from core.commands.tagging import SetRole, SignOff
from core.document.role import Role
from core.errors import RefusedError
from core.messages import message
from core.text.edit import Edit
from core.text.span import Span

TEXT = "渡口今日通航\n\n潮水退去。"


@pytest.fixture
def project(project_of):
    return project_of(TEXT, "船来了。")


@pytest.fixture
def type_in(project):
    """Types into page 1, one key after the other."""

    def type_in(at: int, keys: str, page: int = 1) -> None:
        for number, key in enumerate(keys):
            project.perform(TypeText(page, Edit(at + number, "", key)))

    return type_in


def steps(project) -> list[str]:
    """Return what the history says was done by hand, oldest first."""
    return [str(step.what) for step in reversed(project.steps()) if step.undoable]


def test_a_burst_of_typing_is_one_step(project, type_in):
    type_in(2, "的船")
    assert steps(project) == ["录入“的船”"]
    project.undo()
    assert project.state(1).text == TEXT


def test_a_pause_ends_it(project, type_in, clock):
    type_in(2, "的")
    clock.pass_by(0.9)
    type_in(3, "小")
    clock.pass_by(1)
    type_in(4, "船")
    assert steps(project) == ["录入“的小”", "录入“船”"]


def test_a_clock_that_is_set_back_ends_it(project, type_in, clock):
    type_in(2, "的")
    clock.pass_by(-5)
    type_in(3, "小")
    assert steps(project) == ["录入“的”", "录入“小”"]


def test_another_line_ends_it_another_place_in_the_line_does_not(project, type_in):
    type_in(2, "的")
    type_in(0, "新")
    type_in(10, "大")
    assert steps(project) == ["录入“新”", "录入“大”"]
    project.undo()
    project.undo()
    assert project.state(1).text == TEXT


def test_another_page_another_command_or_the_editor_ends_it(project, type_in):
    type_in(2, "的")
    type_in(0, "小", page=2)
    project.perform(SignOff(2))
    type_in(1, "木", page=2)
    project.close_burst()
    type_in(2, "帆", page=2)
    assert steps(project) == ["录入“的”", "录入“小”", "一校签样", "录入“木”", "录入“帆”"]


def test_a_word_marked_and_composed_anew_is_one_step_however_long_it_took(project, clock):
    project.perform(TypeText(1, Edit(0, TEXT[0], "")))
    clock.pass_by(2.5)
    project.perform(TypeText(1, Edit(0, "", "潮"), composed_for=2.4))
    assert steps(project) == [f"改“{TEXT[0]}”为“潮”"]
    clock.pass_by(2.5)
    project.perform(TypeText(1, Edit(1, "", "水")))
    assert len(steps(project)) == 2


def test_enter_is_a_step_of_its_own(project, type_in):
    type_in(2, "的\n小")
    assert steps(project) == ["录入“的”", "录入“↵”", "录入“小”"]


def test_keys_that_cancel_out_are_nothing_to_undo(project, type_in):
    project.perform(SignOff(1))
    type_in(2, "的")
    project.perform(TypeText(1, Edit(2, "的", "")))
    assert steps(project) == ["一校签样", "录入后又复原"]
    assert project.undo().what == message("一校签样")
    assert not project.can_undo


def test_keys_after_those_that_cancelled_out_count_again(project, type_in):
    type_in(2, "的")
    project.perform(TypeText(1, Edit(2, "的", "")))
    assert not project.can_undo
    type_in(2, "小")
    assert project.can_undo
    project.undo()
    assert project.state(1).text == TEXT


def test_a_title_deleted_and_typed_anew_in_one_go_is_a_title_still(project):
    project.perform(SetRole(1, Span(0, 0), Role.TITLE))
    for at in reversed(range(6)):
        project.perform(TypeText(1, Edit(at, TEXT[at], "")))
    assert len(project.state(1).layout.pieces) == 1
    project.perform(TypeText(1, Edit(0, "", "潮")))
    layout = project.state(1).layout
    (first, _) = layout.in_page_order()
    assert (layout.pieces[first].role, layout.spans[first]) == (Role.TITLE, Span(0, 1))


def test_an_outcome_says_what_changed_since_the_last_key(project, type_in):
    type_in(2, "的")
    before = project.state(1)
    outcome = project.perform(TypeText(1, Edit(3, "", "船")))
    (page,) = outcome.pages.values()
    assert (page.before, page.after, page.edits) == (before, project.state(1), (Edit(3, "", "船"),))


def test_one_step_of_many_pages_is_undone_as_one(project):
    replacing = {1: (Edit(0, "渡", "度"),), 2: (Edit(0, "船", "舟"),)}
    project.perform(ReplaceText(replacing, message("录入后又复原")))
    outcome = project.undo()
    assert set(outcome.pages) == {1, 2}
    assert (project.state(1).text, project.state(2).text) == (TEXT, "船来了。")
    project.redo()
    assert project.state(2).text == "舟来了。"


def test_undo_and_redo_keep_who_and_why(project, type_in):
    type_in(2, "的")
    project.undo()
    project.redo()
    project.undo()
    project.redo()
    assert [(step.kind, step.why, step.actor) for step in project.steps(limit=2)] == [
        ("redo", "typed", "林晓禾"),
        ("undo", "undo", "林晓禾"),
    ]


def test_a_new_step_forgets_what_was_taken_back(project, type_in):
    type_in(2, "的")
    project.undo()
    assert project.can_redo
    project.perform(SignOff(1))
    assert not project.can_redo
    with pytest.raises(RefusedError):
        project.redo()


def test_there_is_nothing_to_undo_in_the_beginning(project):
    with pytest.raises(RefusedError):
        project.undo()
    assert project.last_step == 0


def test_a_refused_command_changes_nothing(project):
    before = project.state(1)
    with pytest.raises(RefusedError):
        project.perform(SignOff(1, forward=False))
    assert (project.last_step, project.state(1)) == (0, before)


def test_looking_writes_nothing_and_the_first_change_keeps_what_was_seen(project):
    seen = project.state(1)
    assert seen.layout.order
    assert project.last_step == 0
    project.perform(SignOff(1))
    assert [(step.kind, step.undoable) for step in project.steps()] == [
        ("sign-off", True),
        ("segment", False),
    ]
    assert project.state(1).layout == seen.layout


def test_an_empty_page_can_be_typed_into(project_of):
    project = project_of(" ")
    project.perform(TypeText(1, Edit(1, "", "新")))
    assert project.state(1) != PageState(" 新")
    assert project.state(1).text == " 新"
