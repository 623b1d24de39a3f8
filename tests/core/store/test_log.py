from datetime import UTC, datetime

import pytest

from core.changes.change import Change, PageStep
from core.changes.state import PageState
from core.changes.step import Chain, Step
from core.document.page import Source
from core.errors import BadInputError, StorageError
from core.messages import message
from core.store.log import StepLog
from core.text.edit import Edit

AT = datetime(2031, 5, 4, 8, 30, 12, tzinfo=UTC)


@pytest.fixture
def log(store):
    pages = [Source(name, name.encode(), "utf-8", name, name) for name in ("甲", "乙")]
    store.add_pages(pages, lambda _source: None)
    return StepLog(store)


def step(*pages: int, kind: str = "typing", undoable: bool = True) -> Step:
    insertion = PageStep(Change((Edit(0, "", "新"),)), Change((Edit(0, "新", ""),)))
    what = message("录入“{inserted}”", inserted="新")
    return Step(kind, what, "typed", "林晓禾", AT, dict.fromkeys(pages, insertion), undoable)


def append(log: StepLog, number: int, chain: Chain, *pages: int, **more) -> None:
    after = {page: PageState("新甲", round=1) for page in pages}
    log.append(number, step(*pages, **more), chain, after, closed=True)


def test_a_step_is_read_as_it_was_written(log):
    append(log, 1, Chain(1), 1, 2)
    record = log.last_step()
    assert record is not None
    assert (record.id, record.kind, record.why, record.actor, record.at) == (
        1,
        "typing",
        "typed",
        "林晓禾",
        AT,
    )
    assert (record.what, record.chain, record.pages) == (step().what, Chain(1), (1, 2))
    assert log.step_changes(1) == step(1, 2).pages
    assert [number for number, *_ in log.changes_since(1, 0)] == [1]
    assert (log.store.page(1).round, log.store.page(1).touched) == (1, True)


def test_what_the_program_did_by_itself_touches_no_page(log):
    append(log, 1, Chain(), 1, undoable=False)
    assert not log.store.page(1).touched


def test_steps_are_listed_newest_first(log):
    for number, page in ((1, 1), (2, 2), (3, 1)):
        append(log, number, Chain(number, below=number - 1 or None), page)
    assert [one.id for one in log.steps()] == [3, 2, 1]
    assert [one.id for one in log.steps(page=1)] == [3, 1]
    assert [one.id for one in log.steps(before=3, limit=1)] == [2]


def test_in_force_is_what_was_not_taken_back(log):
    assert log.in_force() == frozenset()
    append(log, 1, Chain(), 1, undoable=False)
    append(log, 2, Chain(2), 1)
    append(log, 3, Chain(3, below=2), 1)
    assert log.in_force() == {1, 2, 3}
    append(log, 4, Chain(2, 4, target=3), 1, kind="undo")
    assert log.in_force() == {1, 2}
    append(log, 5, Chain(5, None, below=2, target=3), 1, kind="redo")
    assert log.in_force() == {1, 2, 5}


def test_over_what_another_program_has_written_nothing_is_written(log):
    append(log, 1, Chain(1), 1)
    with pytest.raises(StorageError, match="另一个程序"):
        append(log, 1, Chain(1), 1)
    append(log, 2, Chain(2), 1)
    with pytest.raises(StorageError, match="另一个程序"):
        log.extend(1, 1, step(1).pages[1], PageState("新甲"), message("录入后又复原"), 1)
    assert [one.id for one in log.steps()] == [2, 1]


def test_a_step_that_is_named_and_not_there_is_damage(log):
    with pytest.raises(BadInputError):
        log.step(1)


def test_a_damaged_record_names_its_step(log):
    append(log, 1, Chain(1), 1)
    log.store.connection.execute("UPDATE change SET forward = '{'")
    for ask in (lambda: log.step_changes(1), lambda: log.changes_since(1, 0)):
        with pytest.raises(BadInputError, match="第 1 步"):
            ask()
