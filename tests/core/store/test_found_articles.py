from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.document.page import Source
from core.exporters.formats.txt import page_text
from core.project.project import Project
from core.store.found_articles import found_articles, keep_found_articles
from core.store.log import text_digest

TEXT = "渡口重开\n\n渡船已经靠岸，船票两元。\n\n早市\n\n鱼价平稳，菜价略涨。\n"


@pytest.fixture
def project(tmp_path: Path):
    made = Project.create(tmp_path / "一.jiaochou")
    made.add_pages([Source("滨河日报-01", TEXT.encode(), "utf-8", TEXT)])
    yield made
    made.close()


LINES = ("# 渡口重开", "渡船已经靠岸，船票两元。", "（下转第4版）", "", "早市\t鱼价", "热线：2233")


def kept(project: Project):
    return found_articles(project._store, 1, TEXT, text_digest(TEXT))


def test_looking_writes_nothing_and_an_export_spares_the_next_one_the_search(project, monkeypatch):
    layout = project.state(1).layout
    assert kept(project) is None
    written = page_text(project.export_page(1))
    assert kept(project) == layout
    project.close()
    monkeypatch.setattr("core.segmentation.segmenter.segment", lambda *_: pytest.fail("searched again"))
    again = Project.open(project.path)
    assert page_text(again.export_page(1)) == written
    again.close()


def test_of_another_text_or_damaged_nothing_is_kept(project):
    project.export_page(1)
    assert found_articles(project._store, 1, TEXT + "补", text_digest(TEXT + "补")) is None
    good = project._store.read("SELECT articles FROM found_articles")[0][0]
    swaps = [
        ('"starts":[0', '"starts":["x"'),
        ('"keys":[1', '"keys":[7'),
        ("title", "titel"),
        ("[[1,", "[[1.5,"),
    ]
    for damage in ("{}", "[1", '{"order":[9]}', *(good.replace(*swap) for swap in swaps)):
        assert damage != good
        with project._store.transaction(durable=False) as connection:
            connection.execute("UPDATE found_articles SET articles = ?", [damage])
        assert kept(project) is None
    keep_found_articles(project._store, 1, text_digest(TEXT), project.state(1).layout)
    assert kept(project) == project.state(1).layout


@settings(max_examples=30)
@given(
    st.lists(
        st.sampled_from(
            ["# 渡口重开", "渡船已经靠岸，船票两元。", "（下转第4版）", "", "早市\t鱼价", "热线：2233"]
        )
    )
)
def test_what_is_kept_is_what_was_found(tmp_path_factory, lines):
    text = "\n".join([*lines, "船"])
    made = Project.create(tmp_path_factory.mktemp("project") / "一.jiaochou")
    made.add_pages([Source("滨河日报-01", text.encode(), "utf-8", text)])
    layout = made.export_page(1).layout
    assert found_articles(made._store, 1, text, text_digest(text)) == layout
    made.close()
