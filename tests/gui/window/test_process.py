"""The program as a process: a picture without a display, and one sentence where there is none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from core.project.project import Project

ROOT = Path(__file__).parents[3]


@pytest.fixture
def jiaochou(tmp_path):
    """Runs the program without a display, its settings in a folder of the test's own."""

    def run(*arguments, **environment):
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("QT_", "JIAOCHOU_", "LC_"))
        }
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE"):
            kept.pop(name, None)
        homes = {
            name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")
        }
        return subprocess.run(
            [sys.executable, "-m", "gui.launch", *map(str, arguments)],
            cwd=ROOT,
            env={**kept, **homes, "LANG": "zh_CN.UTF-8", "PYTHONUTF8": "1", **environment},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    tmp_path.chmod(0o700)
    return run


def colors_of(picture):
    image = QImage(str(picture))
    assert not image.isNull()
    return {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}


def test_a_picture_shows_the_window_with_the_page(jiaochou, project_path, tmp_path):
    before = project_path.read_bytes()
    done = jiaochou("shot", project_path, "--page", "2", "--to", tmp_path / "window.png")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert len(colors_of(tmp_path / "window.png")) > 40
    assert project_path.read_bytes() == before
    assert sorted(path.name for path in tmp_path.glob("青渚*")) == [project_path.name]


def test_pictures_of_two_pages_differ(jiaochou, project_path, tmp_path):
    for page in (1, 2):
        assert (
            jiaochou("shot", project_path, "--page", page, "--to", tmp_path / f"{page}.png").returncode == 0
        )
    assert QImage(str(tmp_path / "1.png")) != QImage(str(tmp_path / "2.png"))


def test_the_picture_has_what_was_typed_last_though_the_project_is_open(jiaochou, project_path, tmp_path):
    """The last steps may still be in the log beside the file."""
    project = Project.open(project_path)
    project.add_pages([])
    project.keep_setting("page", "2")
    done = jiaochou("shot", project_path, "--to", tmp_path / "window.png")
    project.close()
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("没有.jiaochou", "--to", "x.png"), "没有.jiaochou"),
        (("PROJECT", "--page", "9", "--to", "x.png"), "没有第 9 版，共 2 版"),
        (("PROJECT", "--to", "没有/x.png"), "没有/x.png"),
        (("PAGE", "--to", "x.png"), "告示.txt"),
    ],
)
def test_what_cannot_be_drawn_is_one_sentence(jiaochou, project_path, tmp_path, arguments, named):
    page = tmp_path / "告示.txt"
    page.write_text("明日改点", encoding="utf-8")
    places = {"PROJECT": project_path, "PAGE": page, "x.png": tmp_path / "x.png"}
    done = jiaochou("shot", *(places.get(argument, argument) for argument in arguments))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert named in done.stderr
    assert not (tmp_path / "x.png").exists()


@pytest.mark.parametrize(
    ("language", "said"), [("zh_CN.UTF-8", "没有可用的显示器"), ("en_US.UTF-8", "display")]
)
def test_without_a_display_one_sentence_names_the_way_out(jiaochou, project_path, language, said):
    for arguments in ((), (project_path,)):
        done = jiaochou(*arguments, LANG=language)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.count("\n") == 1
        assert said in done.stderr
        assert "jiaochou shot" in done.stderr
