"""Finding the scan of a page beside its text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

IMAGE_SUFFIXES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".bmp")
"""What a scan may be, the likeliest first."""

IMAGE_FOLDERS = ("scans", "images")
"""Where scans may lie, beside the text file or beside its folder."""


def scan_finder() -> Callable[[Path], Path | None]:
    """Return a function from a text file to the absolute path of its scan, None where there is none.

    The scan of page_01.tesseract.raw.txt is page_01.tesseract.raw.jpg, page_01.tesseract.jpg or page_01.jpg,
    the first there is; case does not matter. A folder is listed once in the function's life; one that cannot
    be listed has no scans.
    """
    listing = cache(_images_in)

    def find(text: Path) -> Path | None:
        absolute = text.absolute()
        folders = _folders(absolute.parent)
        places = ((stem, folder) for stem in _stems(absolute.name) for folder in folders)
        return next((listing(folder)[stem] for stem, folder in places if stem in listing(folder)), None)

    return find


def _folders(parent: Path) -> list[Path]:
    return [parent, *(base / name for base in (parent, parent.parent) for name in IMAGE_FOLDERS)]


def _stems(name: str) -> Iterator[str]:
    """Yield what the image may be called: the name with ever more cut off behind a dot."""
    stem = name.casefold().rpartition(".")[0]
    while stem:
        yield stem
        stem = stem.rpartition(".")[0]


def _images_in(folder: Path) -> dict[str, Path]:
    """Return the images of a folder by their name without suffix, in lower case."""
    try:
        files = sorted(folder.iterdir())
    except OSError:
        return {}
    images = [path for path in files if path.suffix.casefold() in IMAGE_SUFFIXES and _is_file(path)]
    found = [(path, path.suffix.casefold()) for path in images]
    found.sort(key=lambda image: IMAGE_SUFFIXES.index(image[1]), reverse=True)
    return {path.name.casefold().removesuffix(suffix): path for path, suffix in found}


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
