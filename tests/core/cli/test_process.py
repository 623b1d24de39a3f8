"""The command line as a process: languages, encodings, pipes."""

import subprocess
import sys

import pytest

from core import __version__
from core.cli.language import language_of
from core.cli.main import Window, build
from core.proofs.sheet import Written


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "zh_CN"),
        ({"LANG": "C.UTF-8"}, "zh_CN"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "zh_HK.UTF-8"}, "zh_TW"),
        ({"LC_ALL": "zh-Hant-TW"}, "zh_TW"),
        ({"LC_ALL": "", "LANG": "zh_SG"}, "zh_CN"),
        ({"JIAOCHOU_LANGUAGE": "en", "LC_ALL": "zh_CN.UTF-8"}, "en"),
        ({"LC_MESSAGES": "fr_FR.UTF-8", "LANG": "en_US.UTF-8"}, "zh_CN"),
    ],
)
def test_the_language_is_that_of_the_environment(environment, language):
    assert language_of(environment) == language


def test_sentences_come_in_english(jiaochou, tmp_path):
    said = jiaochou("check", tmp_path / "lost.txt", language="en")
    assert (said.code, said.err.isascii()) == (2, True)


def test_json_is_utf_8_on_any_terminal(process, page_file):
    said = process("segment", page_file("## 渡口\n\n船来了。"), "--format", "json", PYTHONIOENCODING="ascii")
    assert (said.code, said.json["pages"][0]["articles"][0]["title"]) == (0, "渡口")


def test_what_a_terminal_cannot_show_does_not_stop_it(process, page_file):
    for command in ("segment", "check"):
        said = process(command, page_file("## 渡口\n\n船来了。", "1.txt"), PYTHONIOENCODING="ascii")
        assert (said.code, said.err) == (0, "")


def test_an_error_in_a_process_is_one_line_without_a_traceback(process, tmp_path):
    said = process("check", tmp_path / "lost.txt")
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)


def test_a_reader_that_goes_away_is_no_error(page_file):
    page = page_file("## 渡口\n\n" + "船来了。\n\n" * 6_000)
    program = f"import sys; from core.cli.main import run; sys.exit(run(None, ['segment', {str(page)!r}]))"
    writer = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert writer.stdout is not None
    assert writer.stderr is not None
    writer.stdout.readline()
    writer.stdout.close()
    assert writer.stderr.read() == b""
    writer.stderr.close()
    writer.wait()


def test_the_version(jiaochou):
    assert jiaochou("--version").out == f"jiaochou, version {__version__}\n"


def no_sheets(_pages, _target, _title, _progress, *, overwrite):
    return Written(0)


def test_without_a_command_the_window_opens(jiaochou):
    opened = []
    window = Window(
        lambda paths: opened.append(list(map(str, paths))) or 0, lambda: 0, lambda *_: None, no_sheets
    )
    assert jiaochou(window=window).code == 0
    assert jiaochou("page.txt", "other.txt", window=window).code == 0
    assert opened == [[], ["page.txt", "other.txt"]]


def test_the_window_lends_its_picture(jiaochou):
    drawn = []
    window = Window(lambda paths: 3, lambda: 4, lambda *what: drawn.append(what), no_sheets)
    assert jiaochou("x.jiaochou", window=window).code == 3
    said = jiaochou("shot", "x.jiaochou", "--page", 2, "--to", "x.png", window=window)
    assert (said.code, [tuple(map(str, what)) for what in drawn]) == (0, [("x.jiaochou", "2", "x.png")])
    assert "shot" not in build(None).commands
