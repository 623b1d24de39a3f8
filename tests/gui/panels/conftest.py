import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from gui.theme import load_theme


@pytest.fixture
def theme():
    return load_theme("light")


@pytest.fixture
def watched():
    """Have Qt watch models for breaches of its rules; a breach is a warning, and warnings fail tests."""
    testers = []

    def watch(model):
        mode = QAbstractItemModelTester.FailureReportingMode.Warning
        testers.append(QAbstractItemModelTester(model, mode))
        return model

    return watch


@pytest.fixture
def on_show(qtbot):
    """Show panes inside a window, as they are in use."""

    windows = []

    def show(pane, width=320, height=400):
        window = QWidget()
        qtbot.addWidget(window)
        windows.append(window)
        window.resize(width, height)
        pane.setParent(window)
        pane.setGeometry(0, 0, width, height)
        window.show()
        qtbot.waitExposed(window)
        pane.show()
        pane.setFocus()
        return pane

    yield show
    windows.clear()


@pytest.fixture
def record():
    """Gather what signals say, in the order they say it."""

    def gather(**signals):
        said = []
        for name, signal in signals.items():
            signal.connect(lambda *values, name=name: said.append((name, *values)))
        return said

    return gather


@pytest.fixture
def structure(record):
    """Gather the row changes of a model as (what, first, last)."""

    def gather(model):
        said = []
        model.modelReset.connect(lambda: said.append(("reset",)))
        model.rowsInserted.connect(lambda parent, first, last: said.append(("inserted", first, last)))
        model.rowsRemoved.connect(lambda parent, first, last: said.append(("removed", first, last)))
        model.rowsMoved.connect(lambda *_: said.append(("moved",)))
        model.dataChanged.connect(lambda first, last, *_: said.append(("changed", first.row(), last.row())))
        return said

    return gather
