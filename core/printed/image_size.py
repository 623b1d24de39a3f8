"""How large an image is, read from the head of its file; no picture is decoded."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from core.disk import open_regular

Size = tuple[int, int]

_HEAD = 64
_JPEG_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_TIFF_WIDTH, _TIFF_HEIGHT = 256, 257
_TIFF_ENTRIES = 4_096


def image_size(path: Path) -> Size | None:
    """Return width and height in pixels; None where there is no such image or its head is not understood."""
    try:
        with open_regular(path) as file:
            head = file.read(_HEAD)
            reader = _reader(head)
            size = None if reader is None else reader(head, file)
    except (OSError, struct.error):
        return None
    return size if size and min(size) > 0 else None


def _reader(head: bytes) -> Callable[[bytes, BinaryIO], Size | None] | None:
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return _png
    if head.startswith(b"\xff\xd8"):
        return _jpeg
    if head.startswith((b"II*\0", b"MM\0*")):
        return _tiff
    if head.startswith(b"BM"):
        return _bitmap
    return _webp if head.startswith(b"RIFF") and head[8:12] == b"WEBP" else None


def _png(head: bytes, _file: BinaryIO) -> Size | None:
    width, height = struct.unpack_from(">II", head, 16)
    return width, height


def _bitmap(head: bytes, _file: BinaryIO) -> Size | None:
    width, height = struct.unpack_from("<ii", head, 18)
    # A negative height says that the rows come from top to bottom.
    return width, abs(height)


def _jpeg(_head: bytes, file: BinaryIO) -> Size | None:
    file.seek(2)
    while True:
        mark, kind, length = struct.unpack(">BBH", file.read(4))
        if mark != 0xFF or length < 2:
            return None
        if kind in _JPEG_FRAMES:
            height, width = struct.unpack(">xHH", file.read(5))
            return width, height
        file.seek(length - 2, 1)


def _tiff(head: bytes, file: BinaryIO) -> Size | None:
    order = "<" if head.startswith(b"II") else ">"
    (place,) = struct.unpack_from(f"{order}I", head, 4)
    file.seek(place)
    (count,) = struct.unpack(f"{order}H", file.read(2))
    found: dict[int, int] = {}
    for _ in range(min(count, _TIFF_ENTRIES)):
        tag, kind, _, value = struct.unpack(f"{order}HHI4s", file.read(12))
        if tag in (_TIFF_WIDTH, _TIFF_HEIGHT):
            found[tag] = struct.unpack_from(f"{order}{'H' if kind == 3 else 'I'}", value)[0]
    return (found[_TIFF_WIDTH], found[_TIFF_HEIGHT]) if len(found) == 2 else None


def _webp(head: bytes, _file: BinaryIO) -> Size | None:
    form = head[12:16]
    if form == b"VP8X":
        width, height = (int.from_bytes(head[at : at + 3], "little") + 1 for at in (24, 27))
        return width, height
    if form == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if form == b"VP8 ":
        width, height = struct.unpack_from("<HH", head, 26)
        return width & 0x3FFF, height & 0x3FFF
    return None
