"""One window killed under real keys; and the script would notice what it looks for."""

import shutil
from contextlib import closing

import pytest

from core.commands.editing import TypeText
from core.project.project import Project
from core.text.edit import Edit


@pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs a virtual screen and keys"
)
def test_a_window_that_is_killed_loses_no_key(script, tmp_path):
    _, problems = script("stress_kill_window").run(1, 3, tmp_path)
    assert problems == []


@pytest.fixture
def stress(script):
    return script("stress_kill_window")


@pytest.fixture
def left(stress, tmp_path):
    """A project as a window has left it: one key typed."""
    path = tmp_path / "a.jiaochou"
    with closing(Project.create(path)) as project:
        project.add_pages([stress.source(1)])
        project.perform(TypeText(1, Edit(0, "", "a")))
        return path, stress.digest(project.raw_text(1)), stress.digest(project.state(1).text)


def told(stress, first, *lines):
    heard = stress.Told()
    heard.texts[1].append(first)
    heard.hear(lines)
    return heard


def test_what_was_typed_last_may_be_there_or_not(stress, left):
    path, first, typed = left
    assert stress.wrong(path, told(stress, first, f"typed 1 {typed}")) is None
    assert stress.wrong(path, told(stress, first, f"typed 1 {typed}", f"typed 1 {'x' * 24}")) is None


def test_what_was_stored_must_be_there(stress, left):
    path, first, typed = left
    lines = [f"typed 1 {typed}", f"stored 1 {typed}", f"typed 1 {'x' * 24}"]
    assert stress.wrong(path, told(stress, first, *lines)) is None
    lost = told(stress, first, *lines, f"stored 1 {'x' * 24}")
    assert "a key is lost" in stress.wrong(path, lost)


def test_a_text_that_nobody_typed_is_noticed(stress, left):
    path, first, _ = left
    assert "never was" in stress.wrong(path, told(stress, first))


def test_a_lost_step_is_noticed(stress, left):
    path, first, typed = left
    assert stress.wrong(path, told(stress, first, f"typed 1 {typed}", "step 9")) == "a step is lost"


def test_a_command_may_bring_back_any_text(stress, left):
    path, first, typed = left
    lines = [f"typed 1 {typed}", f"typed 1 {'x' * 24}", f"stored 1 {'x' * 24}", "command"]
    assert stress.wrong(path, told(stress, first, *lines)) is None
