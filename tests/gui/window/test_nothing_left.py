"""A day's work leaves nothing behind: pages that were turned are forgotten, and closing closes everything."""

import gc
import multiprocessing
import threading
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject

from core.project.project import Project

DESCRIPTORS = Path("/proc/self/fd")
TURNED = 24


def open_files(folder):
    """Return the files below `folder` that this process holds open."""
    links = list(DESCRIPTORS.iterdir())
    # The one through which the folder itself was read is closed by now.
    targets = [str(link.readlink()) for link in links if link.is_symlink()]
    return [target for target in targets if target.startswith(str(folder))]


def ours():
    """Count the living objects of the program's own kinds, and Qt's."""
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    kinds = (type(one) for one in gc.get_objects())
    return Counter(
        kind.__qualname__
        for kind in kinds
        if str(kind.__module__).startswith(("core.", "gui.")) or issubclass(kind, QObject)
    )


def turn(bench, times):
    for number in range(times):
        bench.show(1 + number % 2)


def test_pages_that_were_turned_are_forgotten(bench):
    # What is kept for a while, such as paragraphs that were judged, is there after the first round.
    turn(bench, TURNED)
    before = ours()
    turn(bench, TURNED)
    grown = ours() - before
    # One of a kind for each turn would be a leak; of a page that is being checked a few paragraphs live.
    assert {kind: count for kind, count in grown.items() if count >= TURNED - 2} == {}


def test_what_is_kept_for_every_page_would_be_noticed(bench):
    turn(bench, TURNED)
    before, kept = ours(), []
    for number in range(TURNED):
        bench.show(1 + number % 2)
        kept.append(bench.mirror)
    assert (ours() - before)["PageMirror"] >= TURNED - 2


@pytest.mark.skipif(not DESCRIPTORS.exists(), reason="only Linux tells which files are open")
def test_closing_the_window_closes_files_threads_and_processes(bench, tmp_path, qtbot):
    bench.type("a")
    bench.press("Ctrl+Shift+F")
    bench.panes.concordance.query_line.setText("渡口")
    bench.settle()
    assert any(name.endswith(".jiaochou") for name in open_files(tmp_path))
    bench.window.close()
    assert open_files(tmp_path) == []
    assert [thread for thread in threading.enumerate() if thread is not threading.main_thread()] == []
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(not DESCRIPTORS.exists(), reason="only Linux tells which files are open")
def test_another_project_closes_the_one_before(bench, tmp_path):
    other = tmp_path / "另一" / "河东.jiaochou"
    other.parent.mkdir()
    with_page = Project.create(other)
    with_page.close()
    before = bench.desk.path
    with bench.qtbot.waitSignal(bench.desk.opened):
        bench.desk.open(other)
    bench.settle()
    held = open_files(tmp_path)
    assert not any(name.startswith(str(before)) for name in held)
    assert any(name.startswith(str(other)) for name in held)
