import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from core.store.project_file import create_project_file
from core.store.store import Store


@pytest.fixture
def make_first_version() -> Callable[[Path], None]:
    """Brings a project file back to the first version, in which it has neither traits nor removed pages."""

    def make(path: Path) -> None:
        with closing(sqlite3.connect(path)) as first, first:
            first.execute("DROP TABLE trait")
            for column in ("alone", "made_of", "told", "listed", "near_slips"):
                first.execute(f"ALTER TABLE analysis DROP COLUMN {column}")
            for index in ("page_removed", "page_digest"):
                first.execute(f"DROP INDEX {index}")
            first.execute("ALTER TABLE page DROP COLUMN removed")
            first.execute("CREATE UNIQUE INDEX page_digest ON page (digest, path)")
            first.execute("DELETE FROM _sqlite_migrations WHERE name != 'first_tables'")
            first.execute("PRAGMA user_version = 1")

    return make


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "青渚.jiaochou"
    store = Store(create_project_file(path), path)
    yield store
    store.close()
