"""The scans that go out along with pages: where their copies lie, and the copies themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.disk import open_regular
from core.exporters.exporter import ExportFile, ExportPage, page_file
from core.exporters.names import path_key, safe_path, unique_path

FOLDER = "scans"
_CHUNK = 1 << 20


class ScanCopies:
    """The copies of one export. A page that comes several times, an article each, has one."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._paths: dict[tuple[int, str], str] = {}
        self._given: set[str] = set()

    def path(self, page: ExportPage) -> str:
        """Return where below the folder the copy lies; "" where none goes out or the image is gone."""
        image = page.printed.image if page.printed is not None and page.with_scan else ""
        if not image or not Path(image).is_file():
            return ""
        key = (page.number, image)
        if key not in self._paths:
            name = page_file(page, "") or Path(image).stem
            path = unique_path(safe_path(f"{FOLDER}/{name}{Path(image).suffix}"), self._taken)
            self._taken.add(path_key(path))
            self._paths[key] = path
        return self._paths[key]

    def files(self, page: ExportPage) -> Iterator[ExportFile]:
        """Yield the copy of the scan of `page`, the first time that it is asked for."""
        path = self.path(page)
        if path and path not in self._given and page.printed is not None:
            self._given.add(path)
            yield ExportFile(path, _content(Path(page.printed.image)), of_pages=False)


def _content(image: Path) -> Iterator[bytes]:
    with open_regular(image) as file:
        while chunk := file.read(_CHUNK):
            yield chunk
