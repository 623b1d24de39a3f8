"""Reading a scan in the sizes it is looked at, off the window's thread.

An image shrunk while it is painted flickers and loses thin strokes; so it is read once for every halving.
Reading leaves Python's other threads alone, while scaling in memory would stop them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QImageReader

LARGEST = 80_000_000
"""How many pixels are held at the most; larger scans (newsprint at 600 dpi: 150 million) are read reduced."""

SMALLEST_SIDE = 1200
"""Halving ends below this many pixels on the longer side."""

READABLE = 600_000_000
"""Images of more pixels than this are not opened: no page has them, broken files do."""

_MEGABYTES = 2600


class ScanTrouble(Enum):
    """Why a scan cannot be shown."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    NO_IMAGE = "no image"
    DAMAGED = "damaged"
    TOO_LARGE = "too large"


@dataclass(frozen=True)
class ScanImages:
    """A scan of `size` pixels, in one or more sizes, the largest first."""

    size: QSize
    levels: tuple[QImage, ...]

    def level_for(self, scale: float) -> QImage:
        """Return the smallest image that is sharp when the scan is shown at `scale`."""
        wanted = self.size.width() * scale
        return next((held for held in reversed(self.levels) if held.width() >= wanted), self.levels[0])

    def part(self, box: QRectF) -> QImage:
        """Return what stands in `box` (pixels of the scan), a null image where nothing of it is inside."""
        largest = self.levels[0]
        ratio = largest.width() / self.size.width()
        scaled = QRectF(box.topLeft() * ratio, box.size() * ratio).toAlignedRect()
        inside = scaled.intersected(largest.rect())
        return QImage() if inside.isEmpty() else largest.copy(inside)


@dataclass(frozen=True)
class ScanRead:
    """What came of reading a file: images, or trouble."""

    images: ScanImages | None = None
    trouble: ScanTrouble | None = None


def read_preview(path: Path) -> ScanRead:
    """Read the smallest size that fills a pane: quick, and enough to look at while the rest is read."""
    return _read(path, smallest_only=True)


def read_all(path: Path) -> ScanRead:
    """Read every size."""
    return _read(path, smallest_only=False)


def _read(path: Path, *, smallest_only: bool) -> ScanRead:
    if not path.is_file():
        return ScanRead(trouble=ScanTrouble.MISSING)
    reader = _reader(path)
    size = reader.size()
    if not reader.canRead() or not size.isValid() or size.isEmpty():
        return ScanRead(trouble=_trouble(reader))
    if size.width() * size.height() > READABLE:
        return ScanRead(trouble=ScanTrouble.TOO_LARGE)
    levels = []
    sizes = _sizes(size)
    for wanted in sizes[-1:] if smallest_only else sizes:
        image, trouble = _read_at(path, wanted)
        if trouble is not None:
            return ScanRead(trouble=trouble)
        levels.append(image)
    return ScanRead(ScanImages(size, tuple(levels)))


def _reader(path: Path) -> QImageReader:
    # The limit is one for the process; Qt's own (256 MB) refuses newspaper pages.
    QImageReader.setAllocationLimit(_MEGABYTES)
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    return reader


def _read_at(path: Path, size: QSize) -> tuple[QImage, ScanTrouble | None]:
    reader = _reader(path)
    if size != reader.size():
        reader.setScaledSize(size)
    image = reader.read()
    return image, _trouble(reader) if image.isNull() else None


def _trouble(reader: QImageReader) -> ScanTrouble:
    kinds = {
        QImageReader.ImageReaderError.FileNotFoundError: ScanTrouble.MISSING,
        QImageReader.ImageReaderError.DeviceError: ScanTrouble.UNREADABLE,
        QImageReader.ImageReaderError.UnsupportedFormatError: ScanTrouble.NO_IMAGE,
    }
    return kinds.get(reader.error(), ScanTrouble.DAMAGED)


def _sizes(size: QSize) -> list[QSize]:
    """Return the sizes to read, the largest first, each half the one before."""
    shrink = max(1.0, (size.width() * size.height() / LARGEST) ** 0.5)
    sizes = [QSize(max(1, int(size.width() / shrink)), max(1, int(size.height() / shrink)))]
    while max(sizes[-1].width(), sizes[-1].height()) / 2 >= SMALLEST_SIDE:
        sizes.append(QSize((sizes[-1].width() + 1) // 2, (sizes[-1].height() + 1) // 2))
    return sizes
