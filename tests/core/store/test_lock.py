"""Never two writers: not two programs, not two windows, not one program twice."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.errors import BadInputError
from core.store.lock import HeldError, Holder, holder_here, is_held, lock_path, take_lock
from core.store.project_file import ReadOnlyError

ROOT = Path(__file__).parents[3]
SINCE = datetime(2031, 5, 4, 8, 30, tzinfo=UTC)
FERRY = Holder("林晓禾", "渡口", 7, SINCE)
HARBOUR = Holder("周衡", "码头", 8, SINCE)

HOLD = """
import sys, time
from pathlib import Path
from core.store.lock import holder_here, take_lock
from datetime import UTC, datetime
lock = take_lock(Path(sys.argv[1]), holder_here("周衡", datetime.now(UTC)))
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def project(tmp_path):
    return tmp_path / "青渚.jiaochou"


@pytest.fixture
def holding(project):
    """Another process that holds the lock; killed at the end if it was not before."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, project], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_the_second_hears_who_the_first_is(project):
    lock = take_lock(project, FERRY)
    with pytest.raises(HeldError) as error:
        take_lock(project, HARBOUR)
    lock.release()
    assert error.value.holder == FERRY
    said = str(error.value)
    assert "林晓禾" in said
    assert "渡口" in said
    assert "7" in said
    assert "2031-05-04" in said


def test_whoever_has_let_go_leaves_nothing_and_the_next_can_hold(project):
    take_lock(project, FERRY).release()
    assert list(project.parent.iterdir()) == []
    lock = take_lock(project, HARBOUR)
    with pytest.raises(HeldError) as error:
        take_lock(project, FERRY)
    assert error.value.holder == HARBOUR
    lock.release()


def test_another_process_is_named(project, holding):
    with pytest.raises(HeldError) as error:
        take_lock(project, FERRY)
    assert (error.value.holder.user, error.value.holder.pid) == ("周衡", holding.pid)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no kill -9")
def test_a_killed_holder_holds_nothing_though_its_name_is_left(project, holding):
    holding.send_signal(signal.SIGKILL)
    holding.wait()
    assert lock_path(project).exists()
    lock = take_lock(project, FERRY)
    with pytest.raises(HeldError) as error:
        take_lock(project, HARBOUR)
    assert error.value.holder == FERRY
    lock.release()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_child_process_does_not_inherit_it(project):
    code = (
        "import os, sys, time; from pathlib import Path; from datetime import UTC, datetime;"
        "from core.store.lock import *; take_lock(Path(sys.argv[1]), holder_here('', datetime.now(UTC)));"
        "child = os.fork(); time.sleep(60) if child == 0 else (print(child, flush=True), os._exit(0))"
    )
    done = subprocess.Popen(
        [sys.executable, "-c", code, project], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    with done:
        child = int(done.stdout.readline())
        done.wait()
        try:
            take_lock(project, FERRY).release()
        finally:
            os.kill(child, signal.SIGKILL)


def test_whether_it_is_held_can_be_asked_without_taking_it(project, holding):
    assert is_held(project)
    holding.kill()
    holding.wait()
    assert not is_held(project)
    lock = take_lock(project, FERRY)
    assert is_held(project)
    lock.release()
    assert not is_held(project)
    assert list(project.parent.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such rights")
def test_whoever_may_write_the_project_may_take_what_a_killed_holder_left(project):
    project.touch()
    project.chmod(0o664)
    lock = take_lock(project, FERRY)
    assert lock_path(project).stat().st_mode & 0o777 == 0o664
    lock.release()


def test_of_many_at_once_exactly_one_holds_it(project):
    held, refused = [], []
    start = threading.Barrier(8)

    def run(number):
        start.wait()
        try:
            held.append(take_lock(project, Holder(str(number), "渡口", number, SINCE)))
        except HeldError as error:
            refused.append(error.holder)

    threads = [threading.Thread(target=run, args=[number]) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(held), len(refused)) == (1, 7)
    held[0].release()


def test_a_lock_that_was_taken_away_can_be_taken_anew(project):
    lost = take_lock(project, FERRY)
    lock_path(project).unlink()
    lock = take_lock(project, HARBOUR)
    lost.release()
    lock.release()


def test_one_lock_for_a_project_under_two_names(project, tmp_path):
    project.touch()
    link = tmp_path / "link.jiaochou"
    link.symlink_to(project)
    lock = take_lock(link, FERRY)
    with pytest.raises(HeldError):
        take_lock(project, HARBOUR)
    lock.release()


def test_where_no_file_can_be_made_the_project_is_read_only(tmp_path):
    with pytest.raises(ReadOnlyError):
        take_lock(tmp_path / "没有" / "青渚.jiaochou", FERRY)


def test_what_is_no_lock_is_named_and_left_alone(project):
    lock_path(project).write_bytes(b"something else " * 100)
    with pytest.raises(BadInputError, match=r"青渚\.jiaochou-lock"):
        take_lock(project, FERRY)
    assert lock_path(project).read_bytes().startswith(b"something else")


def test_a_writer_without_a_name_is_the_user_of_the_machine(monkeypatch):
    assert holder_here("林晓禾", SINCE).user == "林晓禾"
    monkeypatch.setenv("LOGNAME", "zhou")
    assert holder_here("", SINCE).user == "zhou"


def test_it_is_a_lock_of_sqlite(project):
    lock = take_lock(project, FERRY)
    with (
        closing(sqlite3.connect(lock_path(project), timeout=0, isolation_level=None)) as other,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("BEGIN IMMEDIATE")
    lock.release()
