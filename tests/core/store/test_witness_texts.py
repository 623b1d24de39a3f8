import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from core.document.page import Source
from core.errors import BadInputError
from core.store.project_file import create_project_file, open_project_file
from core.store.store import Store
from core.store.witness_texts import WitnessKind, WitnessTexts

AT = datetime(2031, 5, 4, 8, 0, tzinfo=UTC)


def source(text, name="青渚时报-01"):
    return Source(name, text.encode(), "utf-8", text, f"{name}.txt")


@pytest.fixture
def texts(store):
    store.add_pages([source("渡囗")], lambda _: None)
    return WitnessTexts(store)


def test_a_witness_is_kept_with_its_bytes(texts):
    (record,) = texts.add([(1, source("渡口"))], WitnessKind.ENGINE, "林晓禾", AT)
    assert (record.page, record.kind, record.characters, record.at) == (1, WitnessKind.ENGINE, 2, AT)
    assert texts.raw(record.id).decode() == "渡口"
    assert texts.of(1) == [record]
    assert texts.counts() == {1: 1}
    assert texts.problems() == []


def test_the_same_text_of_a_page_is_kept_once(texts):
    first = texts.add([(1, source("渡口"))], WitnessKind.ENGINE, "林晓禾", AT)
    assert texts.add([(1, source("渡口", "别处"))], WitnessKind.IMPORT, "", AT) == first


def test_the_witnesses_of_several_pages_come_back_in_the_order_given(texts):
    texts.store.add_pages([source("灯火", "青渚时报-02")], lambda _: None)
    added = texts.add([(2, source("船")), (1, source("船"))], WitnessKind.ENGINE, "", AT)
    assert [record.page for record in added] == [2, 1]


def test_there_is_no_witness_of_a_page_that_is_not_there(texts):
    with pytest.raises(Exception, match="读写出错"):
        texts.add([(9, source("渡口"))], WitnessKind.ENGINE, "", AT)
    assert texts.counts() == {}


def test_changed_bytes_are_found(texts):
    (record,) = texts.add([(1, source("渡口"))], WitnessKind.ENGINE, "", AT)
    with texts.store.transaction(durable=False) as connection:
        connection.execute("UPDATE witness SET raw = ?", (b"other",))
    assert "青渚时报-01" in str(texts.problems()[0])
    with pytest.raises(KeyError):
        texts.raw(record.id + 1)


def test_a_record_that_no_program_wrote_is_refused(texts):
    texts.add([(1, source("渡口"))], WitnessKind.ENGINE, "", AT)
    with texts.store.transaction(durable=False) as connection:
        connection.execute("UPDATE witness SET kind = 'rumour'")
    with pytest.raises(BadInputError, match="损坏"):
        texts.of(1)
    assert len(texts.problems()) == 1


def test_a_project_of_the_version_before_takes_witnesses_once_it_is_opened(tmp_path):
    path = tmp_path / "青渚.jiaochou"
    create_project_file(path).close()
    with closing(sqlite3.connect(path)) as older, older:
        older.execute("DROP TABLE witness")
        older.execute("DELETE FROM _sqlite_migrations WHERE name = 'witnesses'")
        older.execute("PRAGMA user_version = 4")
    with closing(Store(open_project_file(path), path)) as store:
        store.add_pages([source("渡囗")], lambda _: None)
        assert len(WitnessTexts(store).add([(1, source("渡口"))], WitnessKind.ENGINE, "", AT)) == 1
    assert path.with_name("青渚.jiaochou.v4.bak").exists()
