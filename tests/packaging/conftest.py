"""The scripts of packaging/ are run by path, so their tests import them by path too."""

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

SCRIPTS = Path(__file__).parents[2] / "packaging"


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], ModuleType]]:
    """Import a script of packaging/ by its name, for one test."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(SCRIPTS)
    yield importlib.import_module
    for name in set(sys.modules) - before:
        path = getattr(sys.modules[name], "__file__", None)
        if path and Path(path).parent == SCRIPTS:
            del sys.modules[name]
