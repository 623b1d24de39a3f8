"""A project of two invented pages, and the store's thread with and without it."""

import pytest

from core.document.page import Source
from core.project.project import Project
from gui.desk.desk import Desk
from gui.desk.store_thread import StoreThread

TEXTS = ("渡口通航\n潮水退去，\n船来了。", "码头告示\n明日改点。")


@pytest.fixture
def texts():
    """The texts of the pages."""
    return TEXTS


@pytest.fixture
def make_project(tmp_path):
    """Makes a project of pages with the given texts and returns its path."""

    def make(*texts, name="青渚.jiaochou"):
        project = Project.create(tmp_path / name, "林晓禾")
        project.add_pages(
            [Source(f"甲-{number}", text.encode(), "utf-8", text) for number, text in enumerate(texts, 1)]
        )
        project.close()
        return tmp_path / name

    return make


@pytest.fixture
def project_path(make_project):
    return make_project(*TEXTS)


@pytest.fixture
def store(qapp):
    """The store's thread; no project is open."""
    store = StoreThread()
    yield store
    store.stop()


@pytest.fixture
def make_desk(qapp):
    """Makes desks, with detectors of the test's choice."""
    made = []

    def make(*detectors):
        made.append(Desk("林晓禾", lambda: detectors))
        return made[-1]

    yield make
    for desk in made:
        desk.stop()


@pytest.fixture
def desk(make_desk, project_path, qtbot):
    """A desk on the project, page 1 shown."""
    desk = make_desk()
    with qtbot.waitSignal(desk.page_shown):
        desk.open(project_path)
    qtbot.waitUntil(lambda: desk.mirror.checked and not desk.turns.busy)
    return desk
