from pathlib import Path

import pytest

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
    for damage in ("{}", "[1", '{"order":[9]}'):
        with project._store.transaction(durable=False) as connection:
            connection.execute("UPDATE found_articles SET articles = ?", [damage])
        assert kept(project) is None
    keep_found_articles(project._store, 1, text_digest(TEXT), project.state(1).layout)
    assert kept(project) == project.state(1).layout
