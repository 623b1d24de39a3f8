"""The process beside the window: does what it is asked, comes back where it dies, never stays behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from queue import SimpleQueue

import pytest

from core.beside.job import Job
from core.beside.jobs import FindArticles, PageFindings
from core.beside.process import BesideError, ReaderProcess
from core.beside.wire import Do
from core.document.layout import Layout

TEXT = "渡口通航\n\n潮水退去，船来了。\n"
ROOT = Path(__file__).resolve().parents[3]

needs_kill = pytest.mark.skipif(os.name == "nt", reason="a process is killed by its number")


class Instead(Job[object]):
    """Becomes a call of `function` where it is unpacked."""

    def __init__(self, function, *values):
        self.call = function, values

    def __reduce__(self):
        return self.call

    def run(self, reader, wanted):
        raise AssertionError("this is done elsewhere")


class Client:
    def __init__(self):
        self.answers = SimpleQueue()
        self.restarts = []
        self.process = ReaderProcess(self.answers.put, lambda: self.restarts.append(True))

    def ask(self, *jobs):
        for number, job in enumerate(jobs, 1):
            self.process.do(Do(number, job))
        return sorted((self.answers.get(timeout=60) for _ in jobs), key=lambda answer: answer.number)


@pytest.fixture
def client():
    client = Client()
    yield client
    client.process.stop()


def is_alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # One that nobody has waited for is no process any more.
    told = Path(f"/proc/{pid}/stat")
    return not told.exists() or told.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"


def ends(pid, seconds=20):
    end = time.monotonic() + seconds
    while is_alive(pid) and time.monotonic() < end:
        time.sleep(0.02)
    return not is_alive(pid)


def test_no_process_is_started_before_there_is_something_to_do(client):
    assert client.process.pid is None


@needs_kill
def test_what_was_asked_of_one_that_was_killed_is_done_by_the_next(client):
    client.ask(FindArticles(TEXT))
    first = client.process.pid
    os.kill(first, signal.SIGKILL)
    (answer,) = client.ask(FindArticles(TEXT))
    assert isinstance(answer.result, Layout)
    assert client.process.pid != first


def test_what_kills_every_process_is_given_up_and_the_rest_is_done(client):
    client.ask(FindArticles(TEXT))
    (killer,) = client.ask(Instead(os._exit, 3))
    assert isinstance(killer.error, BesideError)
    assert client.restarts == [True]
    (after,) = client.ask(FindArticles(TEXT))
    assert isinstance(after.result, Layout)


def test_a_bug_is_told_with_its_place_and_the_process_goes_on(client):
    bug, right = client.ask(Instead(PageFindings, [], Layout()), FindArticles(TEXT))
    assert "AttributeError" in bug.bug
    assert isinstance(right.result, Layout)


def test_a_job_that_cannot_be_sent_is_a_bug_too(client):
    (answer,) = client.ask(Instead(lambda: None))
    assert "pickle" in answer.bug.lower()


@needs_kill
def test_stopping_ends_the_process(client):
    client.ask(FindArticles(TEXT))
    pid = client.process.pid
    client.process.stop()
    assert not is_alive(pid)


ALONE = f"""
import sys
from queue import SimpleQueue
from core.beside.jobs import FindArticles
from core.beside.process import ReaderProcess
from core.beside.wire import Do
if __name__ == "__main__":
    answers = SimpleQueue()
    process = ReaderProcess(answers.put, lambda: None)
    process.do(Do(1, FindArticles({TEXT!r})))
    answers.get()
    print(process.pid, flush=True)
    sys.stdin.read()
"""


@needs_kill
@pytest.mark.parametrize("how", ["killed", "ended without a word"])
def test_nothing_stays_behind_when_the_window_has_gone(tmp_path, how):
    script = tmp_path / "window.py"
    script.write_text(ALONE, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, script], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as window:
        pid = int(window.stdout.readline())
        assert is_alive(pid)
        if how == "killed":
            window.kill()
        else:
            window.stdin.close()
        window.wait()
        assert ends(pid)
