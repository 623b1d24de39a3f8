"""What goes out as JSON Lines and comes in again is the same project."""

import json
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.commands.editing import TypeText
from core.commands.tagging import SignOff
from core.document.page import Source
from core.errors import BadInputError, RefusedError
from core.exporters.choosing import export_files, wanted
from core.exporters.exporter import exporter
from core.exporters.options import Characters, ExportOptions
from core.exporters.writing import write_export
from core.project.project import Project
from core.project.reimporting import new_text, take_text
from core.project.restoring import restore
from core.store.witness_texts import WitnessKind
from core.text.edit import Edit

TEXTS = ("渡口重开\n\n渡般已经靠岸，船票两元。\n", "早市\n\n鱼价平稳，\n\n菜价略涨。\n")
MOMENT = datetime(2026, 5, 8, 9, 30, tzinfo=UTC)


def exported(project: Project, folder: Path, options: ExportOptions | None = None) -> Path:
    found, options = exporter("jsonl"), options or ExportOptions()
    pages = project.export_pages(wanted(found, options))
    (path,) = write_export(export_files(found, pages, options), folder, overwrite=True)
    return path


@pytest.fixture
def project(tmp_path):
    made = Project.create(tmp_path / "一.jiaochou", "陈", lambda: MOMENT)
    made.add_pages(
        Source(f"滨河日报-{number}", text.encode("gb18030"), "gb18030", text, f"{number}.txt")
        for number, text in enumerate(TEXTS, 1)
    )
    yield made
    made.close()


def test_other_texts_of_a_page_and_what_it_was_made_of_come_along(project, tmp_path):
    better = TEXTS[0].replace("般", "船")
    source = Source("滨河日报-1", better.encode(), "utf-8", better, "新/1.txt")
    new = new_text(project.page(1), project.witnesses.base(1), TEXTS[0], source)
    take_text(project.witnesses, project.perform, new)
    project.witnesses.add([(2, replace(source, text="灯", raw="灯".encode()))], WitnessKind.ENGINE)
    first = exported(project, tmp_path / "out")
    restore(first, tmp_path / "二.jiaochou", "林", MOMENT)
    with closing(Project.open(tmp_path / "二.jiaochou")) as again:
        assert again.witnesses.base(1).text == better
        assert [view.text for view in again.witnesses.of(1)] == [TEXTS[0]]
        assert [view.text for view in again.witnesses.of(2)] == ["灯"]
        assert again.export_page(1).corrections == ()
        assert not again.verify().problems
        assert exported(again, tmp_path / "again").read_bytes() == first.read_bytes()


def test_corrections_keep_who_when_and_why_and_pages_their_bytes(project, tmp_path):
    project.perform(TypeText(1, Edit(7, "般", "船"), burst=False))
    project.perform(TypeText(1, Edit(0, "", "新"), burst=False))
    project.undo()
    first = exported(project, tmp_path / "out")
    assert restore(first, tmp_path / "二.jiaochou", "林", MOMENT) == 2
    again = Project.open(tmp_path / "二.jiaochou")
    (made,) = again.export_page(1).corrections
    assert (made.wrong, made.right, made.who, made.when) == ("般", "船", "陈", MOMENT.isoformat())
    assert again._store.raw(1) == project._store.raw(1)
    assert again.page(2).touched is False
    assert not again.verify().problems
    assert exported(again, tmp_path / "again").read_bytes() == first.read_bytes()
    again.close()


def test_what_does_not_fit_itself_makes_no_project(project, tmp_path):
    project.perform(TypeText(1, Edit(7, "般", "船"), burst=False))
    path = exported(project, tmp_path / "out")
    lines = path.read_text("utf-8").splitlines()
    good = json.loads(lines[0])
    for damage in (
        {"text": good["text"].replace("船", "舟")},
        {"sha256": "0" * 64},
        {"history": {**good["history"], "raw": "AAAA"}},
        {"history": {**good["history"], "steps": []}},
        {"history": {**good["history"], "steps": [{}]}},
        {"history": {**good["history"], "verdicts": None}},
        {"history": 7},
    ):
        path.write_text(json.dumps({**good, **damage}), "utf-8")
        with pytest.raises(BadInputError, match="第 1 行"):
            restore(path, tmp_path / "二.jiaochou", "", MOMENT)
        assert not (tmp_path / "二.jiaochou").exists()


def test_what_was_converted_is_no_longer_the_project(project, tmp_path):
    path = exported(project, tmp_path / "out", ExportOptions(characters=Characters.TRADITIONAL))
    with pytest.raises(BadInputError, match="没有原文"):
        restore(path, tmp_path / "二.jiaochou", "", MOMENT)


GESTURES = st.lists(
    st.tuples(
        st.sampled_from(["type", "undo", "redo", "sign"]),
        st.integers(1, 2),
        st.integers(0, 12),
        st.integers(0, 4),
        st.text(alphabet="船票\n𠮷", max_size=3),
    ),
    max_size=12,
)


@settings(max_examples=25)
@given(GESTURES)
def test_whatever_was_done_the_same_goes_out_again(tmp_path_factory, gestures):
    folder = tmp_path_factory.mktemp("project")
    made = Project.create(folder / "一.jiaochou", "陈", lambda: MOMENT)
    made.add_pages(Source(f"页{at}", text.encode(), "utf-8", text, f"{at}") for at, text in enumerate(TEXTS))
    for kind, page, start, length, words in gestures:
        text = made.state(page).text
        try:
            if kind == "type":
                at = min(start, len(text))
                made.perform(TypeText(page, Edit(at, text[at : at + length], words), burst=False))
            elif kind == "sign":
                made.perform(SignOff(page))
            else:
                made.undo() if kind == "undo" else made.redo()
        except RefusedError:
            continue
    first = exported(made, folder / "out")
    made.close()
    restore(first, folder / "二.jiaochou", "", MOMENT)
    again = Project.open(folder / "二.jiaochou")
    assert not again.verify().problems
    assert exported(again, folder / "again").read_bytes() == first.read_bytes()
    again.close()
