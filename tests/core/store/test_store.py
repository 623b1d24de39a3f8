import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from core.changes.state import PageState
from core.document.finding import Finding
from core.document.page import Source
from core.errors import BadInputError, StorageError
from core.messages import message
from core.store.rows import Analysis
from core.text.span import Span

PAGE = Source("青渚时报-01", "渡口".encode("gb18030"), "gb18030", "渡口", "01.txt")


def no_scan(_source):
    return None


def test_pages_keep_their_exact_bytes_and_their_order(store):
    other = Source("青渚时报-02", b"\xef\xbb\xbf2", "utf-8-sig", "2", "02.txt")
    added, known = store.add_pages([PAGE, other], no_scan)
    assert ([store.page(page).name for page in added], known) == (["青渚时报-01", "青渚时报-02"], [])
    assert store.raw(added[0]) == (PAGE.raw, "gb18030")
    assert [(page.position, page.characters) for page in store.pages()] == [(1, 2), (2, 1)]


def test_the_same_bytes_from_the_same_path_are_not_added_twice(store):
    store.add_pages([PAGE], no_scan)
    assert store.add_pages([PAGE], no_scan) == ([], [PAGE])
    changed = Source(PAGE.name, b"3", "utf-8", "3", PAGE.path)
    assert len(store.add_pages([changed], no_scan)[0]) == 1


def test_an_unknown_page_is_a_key_error(store):
    for ask in (store.page, store.raw):
        with pytest.raises(KeyError):
            ask(7)


def test_all_of_a_transaction_or_nothing(store):
    def failing(source):
        if source is not PAGE:
            raise BadInputError("scan.png", message("找不到扫描图"))

    other = Source("青渚时报-02", b"2", "utf-8", "2", "02.txt")
    with pytest.raises(BadInputError):
        store.add_pages([PAGE, other], failing)
    assert store.pages() == []
    assert store.add_pages([PAGE], no_scan)[0] == [1]


def test_what_is_durable_is_written_through(store):
    def synchronous():
        return store.connection.execute("PRAGMA synchronous").fetchone()[0]

    with store.transaction(durable=True):
        assert synchronous() == 2
    with store.transaction(durable=False):
        assert synchronous() == 1


def test_a_file_in_use_is_a_sentence_and_can_be_tried_again(store):
    store.connection.execute("PRAGMA busy_timeout = 10")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError) as error:
            store.keep_setting("page", "1")
        assert str(error.value) == f"{store.path}：文件正被另一个程序占用"
        other.execute("ROLLBACK")
    store.keep_setting("page", "1")
    assert store.setting("page") == "1"


def test_some_pages_come_in_the_order_of_the_project(store):
    added, _ = store.add_pages([replace(PAGE, path=f"{number}.txt") for number in range(4)], no_scan)
    assert [record.id for record in store.some_pages([added[2], 99, added[0]])] == [added[0], added[2]]


def test_a_full_disk_is_a_sentence_and_can_be_tried_again(store):
    pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
    store.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageError) as error:
        store.keep_setting("note", "渡" * 100_000)
    assert str(error.value) == f"{store.path}：磁盘已满"
    store.connection.execute("PRAGMA max_page_count = 1000000")
    store.keep_setting("note", "渡" * 100_000)


def test_a_file_that_became_read_only_is_a_sentence(store):
    store.connection.execute("PRAGMA query_only = ON")
    with pytest.raises(StorageError, match="只读"):
        store.keep_setting("page", "1")


def test_snapshots_and_findings_are_kept(store):
    store.add_pages([PAGE], no_scan)
    findings = [Finding("odd", Span(0, 1), message("已经是这样了"))]
    store.keep_findings(1, Analysis("print", findings, "", "", "[]", alone=True), 1)
    assert store.findings(1, "print") == findings
    assert store.findings(1, "other") is None
    assert store.page(1).open_findings == 1
    store.connection.execute("UPDATE analysis SET findings = '[{}]'")
    assert store.findings(1, "print") is None
    assert store.snapshot(1) is None


def test_a_damaged_snapshot_is_told_from_a_missing_one(store):
    store.connection.execute("PRAGMA foreign_keys = OFF")
    store.keep_snapshot(1, 3, PageState("渡口"))
    assert store.snapshot(1) == (3, PageState("渡口"))
    store.connection.execute("UPDATE snapshot SET state = '{}'")
    with pytest.raises(BadInputError, match="已损坏"):
        store.snapshot(1)
