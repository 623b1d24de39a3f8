"""Text may be changed on pages that nobody has looked at; articles are looked for when somebody looks."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.commands.everywhere import Place, ReplaceEverywhere
from core.commands.tagging import SetRole
from core.document.page import Source
from core.document.role import Role
from core.errors import RefusedError
from core.history.states import find_articles
from core.language.language import open_language
from core.project.project import Project
from core.segmentation import segmenter
from core.text.span import Span

TEXT = "渡口今日通航\n本报讯(记者 林晓禾)昨夜起，两岸的轮船重新开航。\n\n灯火通明\n船来了，船又走了。\n"


def everywhere(project, wanted, inserted):
    """Replace `wanted` on all pages, seen or not."""
    texts = project.texts.of([record.id for record in project.pages()])[1]
    places = {
        page: [Place(Span(at, at + len(wanted)), wanted) for at in starts(text, wanted)]
        for page, text in texts.items()
    }
    return project.perform(ReplaceEverywhere({page: at for page, at in places.items() if at}, inserted))


def starts(text, wanted):
    return [at for at in range(len(text)) if text.startswith(wanted, at)]


def reopened(project):
    path = project.path
    project.close()
    return Project.open(path)


def test_no_articles_are_looked_for(project_of, monkeypatch):
    project = project_of(TEXT, TEXT)
    monkeypatch.setattr(segmenter, "segment", lambda *_: pytest.fail("articles are looked for"))
    everywhere(project, "船", "舟")
    assert project.texts.of([1, 2])[1] == dict.fromkeys((1, 2), TEXT.replace("船", "舟"))
    project.undo()
    project.redo()
    project.undo()
    assert project.texts.of([1, 2])[1] == dict.fromkeys((1, 2), TEXT)


def test_articles_are_those_of_the_text_as_it_stands(project_of):
    project, fresh = project_of(TEXT), project_of(TEXT.replace("灯火", "渔火"), name="另一.jiaochou")
    everywhere(project, "灯火", "渔火")
    assert project.state(1) == fresh.state(1)
    project.perform(SetRole(1, Span(0, 1), Role.KICKER))
    assert [step.kind for step in project.steps()] == ["role", "segment", "replace"]
    assert project.verify().problems == ()


def test_a_page_that_is_shown_keeps_its_articles(project_of):
    project = project_of(TEXT, TEXT)
    shown = project.state(1)
    everywhere(project, "灯火", "")
    assert project.state(1).layout.pieces.keys() <= shown.layout.pieces.keys()
    assert [step.kind for step in project.steps()] == ["replace", "segment"]
    project.undo()
    assert project.state(1) == shown


def test_nothing_that_is_in_no_record_is_kept_as_if_it_were(project_of):
    project = project_of(TEXT)
    everywhere(project, "船", "舟")
    project.state(1)
    project = reopened(project)
    assert project.verify().problems == ()
    project.close()


def test_taken_back_after_its_page_has_got_articles(project_of, faults):
    project = project_of(TEXT)
    everywhere(project, "灯火通明", "")
    project.perform(SetRole(1, Span(0, 1), Role.KICKER))
    after = project.state(1)
    project.undo()
    replaced = project.state(1)
    project.undo()
    assert project.state(1).text == TEXT
    assert faults(project.state(1).layout, TEXT) == []
    project.redo()
    assert project.state(1) == replaced
    project.redo()
    assert project.state(1) == after


GESTURES = st.one_of(
    st.tuples(st.just("replace"), st.sampled_from(["船", "，", "灯火通明"]), st.sampled_from(["舟", "\n"])),
    st.tuples(st.just("tag"), st.sampled_from([1, 2]), st.integers(0, 20)),
    st.tuples(st.sampled_from(["look", "undo", "redo", "reopen"]), st.sampled_from([1, 2]), st.just(0)),
)  # fmt: skip


def gesture(project, kind, one, other):
    """Make a gesture on the project and return the project, which may have been opened anew."""
    try:
        if kind == "replace":
            everywhere(project, one, other)
        elif kind == "tag":
            project.perform(SetRole(one, Span(other, other), Role.HEADING))
        elif kind == "look":
            project.state(one)
        elif kind == "reopen":
            return reopened(project)
        else:
            getattr(project, kind)()
    except RefusedError:
        pass
    return project


@given(st.lists(GESTURES, max_size=14))
def test_whatever_was_seen_when_all_is_sound_and_comes_back(faults, gestures):
    with TemporaryDirectory() as folder:
        project = Project.create(Path(folder) / "a.jiaochou")
        project.add_pages(Source(name, TEXT.encode(), "utf-8", TEXT, name) for name in ("甲", "乙"))
        for one in gestures:
            project = gesture(project, *one)
        texts = project.texts.of([1, 2])[1]
        seen = [project.state(page) for page in (1, 2)]
        assert [state.text for state in seen] == list(texts.values())
        assert [faults(state.layout, state.text) for state in seen] == [[], []]
        if project.can_undo:
            project.undo()
            project.redo()
            assert [project.state(page) for page in (1, 2)] == seen
        while project.can_undo:
            project.undo()
        assert list(project.texts.of([1, 2])[1].values()) == [TEXT, TEXT]
        assert project.verify().problems == ()
        project.close()


# A page at a glance


def test_a_glance_looks_for_no_articles_and_knows_those_that_were_found(project_of, monkeypatch):
    project = project_of(TEXT)
    layout = find_articles(TEXT, open_language())
    monkeypatch.setattr(segmenter, "segment", lambda *_: pytest.fail("articles are looked for"))
    assert (project.glance(1).layout.is_unwritten, project.has_articles(1)) == (True, False)
    project.take_articles(1, TEXT, layout)
    assert (project.glance(1).layout, project.has_articles(1)) == (layout, True)


def test_articles_of_another_text_are_not_taken(project_of):
    project = project_of(TEXT)
    own = project.state(1).layout
    fresh = reopened(project)
    assert fresh.take_articles(1, "另一页\n", find_articles("另一页\n", open_language())).layout == own
    fresh.close()


def test_a_page_that_was_changed_meanwhile_keeps_the_articles_it_was_changed_with(project_of):
    project = project_of(TEXT)
    layout = find_articles(TEXT, open_language())
    project.perform(SetRole(1, Span(0, 2), Role.CAPTION))
    own = project.state(1).layout
    assert project.take_articles(1, TEXT, layout).layout == own


def test_the_page_without_text_has_no_articles_to_be_found(project_of):
    project = project_of("")
    assert project.take_articles(1, "", find_articles("", open_language())).text == ""
    assert project.has_articles(1)
