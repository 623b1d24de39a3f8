"""What is typed is stored as it comes, and taken back by the project's own undo."""

from core.project.project import Project


def test_what_is_typed_is_in_the_project_when_the_window_is_gone(bench, project_path):
    bench.go_to("青渚渡口")
    bench.type("abc")
    shown = bench.editor.text
    bench.window.close()
    project = Project.open(project_path)
    assert project.state(1).text == shown
    assert shown.startswith("# abc青渚渡口")
    project.close()


def test_first_focus(bench):
    assert bench.focus is bench.editor


def test_undo(bench):
    before = bench.editor.text
    bench.go_to("青渚渡口")
    bench.type("abc")
    bench.settle()
    bench.press("Ctrl+Z")
    bench.settle()
    assert bench.editor.text == before
    bench.press("Ctrl+Shift+Z")
    bench.settle()
    assert bench.editor.text.startswith("# abc")
