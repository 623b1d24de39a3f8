"""packaging/dev.py without the network: what it decides around the installing."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def dev(script):
    return script("dev")


@pytest.fixture
def environment(script):
    return script("environment")


@pytest.fixture
def system_libraries(script):
    return script("system_libraries")


@pytest.fixture
def project(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def installed(environment, monkeypatch):
    """Count the installations that would have been made."""
    calls = []
    monkeypatch.setattr(environment, "is_usable", lambda _scripts: True)
    monkeypatch.setattr(environment, "install", lambda *_where, development: calls.append(development))
    return calls


def provide(environment, project, *, development):
    (project / ".venv").mkdir(exist_ok=True)
    return environment.provide(project, development=development)


def test_an_environment_is_installed_once(environment, project, installed):
    provide(environment, project, development=True)
    provide(environment, project, development=True)
    assert installed == [True]


def test_an_environment_for_tests_also_runs_the_program(environment, project, installed):
    provide(environment, project, development=True)
    provide(environment, project, development=False)
    assert installed == [True]


def test_an_environment_that_only_runs_the_program_gets_the_tools_for_tests(environment, project, installed):
    provide(environment, project, development=False)
    provide(environment, project, development=True)
    assert installed == [False, True]


def test_a_changed_pyproject_is_installed_again(environment, project, installed):
    provide(environment, project, development=True)
    (project / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    provide(environment, project, development=True)
    assert installed == [True, True]


def test_an_installation_that_breaks_off_is_not_taken_for_done(environment, project, installed, monkeypatch):
    provide(environment, project, development=False)

    def breaks_off(*_where, development):
        raise environment.SetupError("no network")

    monkeypatch.setattr(environment, "install", breaks_off)
    with pytest.raises(environment.SetupError):
        provide(environment, project, development=True)
    assert not (project / ".venv" / environment.STAMP).exists()


def test_an_environment_of_another_python_is_not_usable(environment, tmp_path):
    assert environment.is_usable(Path(sys.executable).parent)
    other = tmp_path / "bin"
    other.mkdir()
    (other / "python").write_text("#!/bin/sh\necho 3 9\n", encoding="utf-8")
    (other / "python").chmod(0o755)
    assert not environment.is_usable(other)
    assert not environment.is_usable(tmp_path / "missing")


def test_a_python_without_any_installer_is_told_the_line_to_type(environment, tmp_path, monkeypatch):
    monkeypatch.setattr(environment, "has_module", lambda _name: False)
    with pytest.raises(environment.SetupError, match="sudo apt-get install python3-venv"):
        environment.make(tmp_path / ".venv")


def test_a_failure_shows_only_the_end_of_what_was_said(environment):
    command = [sys.executable, "-c", "print(*range(100), sep='\\n'); raise SystemExit(3)"]
    with pytest.raises(environment.SetupError) as caught:
        environment.quietly(command)
    lines = str(caught.value).splitlines()
    assert lines[:2] == ["70", "71"]
    assert lines[-1].startswith("This command failed (exit code 3)")


def test_a_missing_library_is_named_by_its_package(system_libraries, monkeypatch):
    monkeypatch.setattr(system_libraries, "is_loadable", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(system_libraries, "has_chinese_font", lambda: False)
    assert system_libraries.missing_packages() == ["libegl1", "fonts-noto-cjk"]


def test_without_root_the_one_line_to_type_is_printed(system_libraries, monkeypatch, capsys):
    monkeypatch.setattr(system_libraries, "missing_packages", lambda: ["libegl1", "libgl1"])
    monkeypatch.setattr(system_libraries.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(system_libraries.sys, "platform", "linux")
    system_libraries.provide()
    assert "Type: sudo apt-get install libegl1 libgl1\n" in capsys.readouterr().err


def test_the_loader_knows_what_is_not_there(system_libraries):
    assert not system_libraries.is_loadable("libno-such-library.so.1")


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("darwin", {}, True),
    ],
)
def test_only_linux_can_be_without_a_display(dev, platform, variables, expected):
    assert dev.has_display(platform, variables) is expected


def test_without_a_display_run_says_so_and_names_shot(dev, monkeypatch, capsys):
    monkeypatch.setattr(dev, "has_display", lambda _platform, _variables: False)
    assert dev.run(Path("/somewhere/bin"), []) == 2
    said = capsys.readouterr().err
    assert "There is no display" in said
    assert "/somewhere/bin/jiaochou shot" in said
    assert said.count("\n") == 1


def test_fresh_may_stand_anywhere_and_the_rest_is_handed_on(dev):
    chosen = dev.parse(["test", "-k", "span", "--fresh", "tests/core"])
    assert chosen.fresh
    assert chosen.arguments == ["-k", "span", "tests/core"]
    assert not dev.parse(["run", "旧报.jiaochou"]).fresh


@pytest.mark.parametrize(("codes", "expected"), [((0, 0, 0, 0), 0), ((0, 2, 1, 0), 2)])
def test_the_first_failed_check_gives_the_exit_code(dev, monkeypatch, codes, expected):
    given = iter(codes)
    monkeypatch.setattr(dev, "check", lambda _scripts, _words: next(given))
    assert dev.lint(Path("bin"), []) == expected


def test_what_a_failed_check_says_is_shown(dev, tmp_path, capsys):
    checker = tmp_path / "checker"
    checker.write_text("#!/bin/sh\necho file.py:3: wrong\nexit 4\n", encoding="utf-8")
    checker.chmod(0o755)
    assert dev.check(tmp_path, ["checker"]) == 4
    assert "file.py:3: wrong" in capsys.readouterr().err


def test_an_unknown_command_is_bad_usage():
    done = subprocess.run(
        [sys.executable, ROOT / "packaging" / "dev.py", "fly"], check=False, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "invalid choice: 'fly'" in done.stderr
