import pytest

from core.cli.main import Window, build
from core.commands.editing import TypeText
from core.commands.tagging import SignOff
from core.project.project import Project
from core.proofs.sheet import Written
from core.text.edit import Edit


@pytest.fixture
def proofread(project_file):
    """A project of two pages; of the first one character was corrected in each of two rounds."""
    path = project_file("渡囗今日通肮\n", "岸上坐满了乡亲\n")
    project = Project.open(path, "林晓禾")
    first = project.pages()[0].id
    project.perform(TypeText(first, Edit(1, "囗", "口"), burst=False))
    project.perform(SignOff(first))
    project.perform(TypeText(first, Edit(5, "肮", "航"), burst=False))
    project.close()
    return path


@pytest.fixture
def proof(jiaochou, proofread):
    """Calls the command and returns what it said and the words of the sheets of each page."""

    def call(*arguments):
        drawn = []

        def draw(pages, target, title, progress, *, overwrite):
            assert title == proofread.stem
            drawn.extend("".join(words.text for sheet in sheets for words in sheet.words) for sheets in pages)
            return Written(len(drawn), "㊀" if overwrite else "")

        window = Window(lambda _: 0, lambda: 0, lambda *_: None, draw)
        return jiaochou("proof", proofread, "--to", "x.pdf", *arguments, window=window), drawn

    return call


def test_all_pages_in_their_newest_round(proof):
    said, (first, second) = proof()
    assert (said.code, said.out) == (0, "写出 2 张校样到 x.pdf\n")
    assert "二校" in first
    assert "渡口今日通肮" in first
    assert "一校" in second


def test_characters_that_no_face_has_are_named(proof):
    said, _ = proof("--overwrite")
    assert said.code == 0
    assert "㊀" in said.err


def test_one_page_in_the_round_that_is_asked_for(proof):
    _, (only,) = proof("--page", 1, "--round", 1)
    assert "渡囗今日通肮" in only
    assert "林晓禾" in only


def test_pages_that_have_not_come_so_far_are_left_out(proof):
    _, drawn = proof("--round", 2)
    assert len(drawn) == 1


@pytest.mark.parametrize(
    ("arguments", "cause"),
    [(["--page", 3], "没有第 3 版"), (["--round", 3], "没有一版到了"), (["--round", 5], "5")],
)
def test_what_is_not_there_is_said(proof, arguments, cause):
    said, _ = proof(*arguments)
    assert said.code == 2
    assert cause in said.err


def test_without_a_window_nothing_draws():
    assert "proof" not in build(None).commands
