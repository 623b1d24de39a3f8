import sys

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no pipes in folders, and few odd names")
@pytest.mark.parametrize(("kind", "rounds"), [("projects", 25), ("files", 60), ("commands", 40)])
def test_what_nobody_means_well_with_gets_a_sentence(script, tmp_path, kind, rounds):
    assert script("stress_hostile").run(kind, rounds, 7, tmp_path) == []


def test_another_error_would_be_noticed(script, tmp_path, monkeypatch):
    stress = script("stress_hostile")
    monkeypatch.setattr(stress.page_files, "wrong", lambda _: 1 / 0)
    (problem,) = stress.run("files", 1, 7, tmp_path)
    assert "ZeroDivisionError" in problem
