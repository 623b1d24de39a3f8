from collections.abc import Iterator
from pathlib import Path

import pytest

from core.store.project_file import create_project_file
from core.store.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "青渚.jiaochou"
    store = Store(create_project_file(path), path)
    yield store
    store.close()
