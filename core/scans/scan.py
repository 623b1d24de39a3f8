"""The scan of a page as the core knows it: a file, its hash, and the boxes an OCR engine cut it into.

Scans stay where they are; a project remembers them by a path relative to itself and by their hash.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, replace
from pathlib import Path

from core.disk import open_regular
from core.errors import BadInputError
from core.messages import message
from core.printed.area import Area
from core.scans.boxes import Box, read_boxes
from core.scans.placing import placed
from core.text.edit import Edits
from core.text.span_table import Hold, SpanTable


@dataclass(frozen=True, slots=True)
class Scan:
    """An image of a page. `sha256` is in hexadecimal digits; `boxes` come in the order they were read."""

    path: Path
    sha256: str
    boxes: tuple[Box, ...] = ()

    def box_at(self, position: int) -> Box | None:
        """Return the box whose text holds the code point `position` or ends there, None where none does."""
        spans = ((box, box.span) for box in self.boxes if box.span is not None)
        return next((box for box, span in spans if span.start <= position <= span.end), None)

    def area_at(self, text: str, position: int) -> Area | None:
        """Return where on the image the line of `text` at `position` stands, None where no box holds it.

        Where it is not known where the lines of a box stand, they are taken to be equally high. `text` is
        the one that the spans of the boxes are in.
        """
        box = self.box_at(position)
        if box is None or box.span is None:
            return None
        before = text.count("\n", box.span.start, position)
        held = 1 + text.count("\n", box.span.start, box.span.end)
        if len(box.line_areas) == held:
            return box.line_areas[before]
        lines = max(box.lines or 1, held)
        height = (box.area.bottom - box.area.top) / lines
        top = box.area.top + before * height
        return replace(box.area, top=top, bottom=top + height)

    def moved(self, edits: Edits) -> Scan:
        """Return the scan with the spans of its boxes as they stand after `edits` to the text."""
        spans = {number: box.span for number, box in enumerate(self.boxes) if box.span is not None}
        after = dict(SpanTable.of(spans).moved(edits, Hold.GROWS).items())
        boxes = (replace(box, span=after.get(number)) for number, box in enumerate(self.boxes))
        return replace(self, boxes=tuple(boxes))


def read_scan(path: Path, raw_text: str = "") -> Scan:
    """Return the scan at `path`, with the boxes beside it placed in `raw_text`, the page's text as imported.

    Raises BadInputError where the image or the file of boxes cannot be read.
    """
    return Scan(path, file_digest(path), placed(read_boxes(path), raw_text))


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file as hexadecimal digits; raises BadInputError where it cannot be read."""
    try:
        with open_regular(path) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise BadInputError(path, message("找不到扫描图")) from error
    except OSError as error:
        cause = message("扫描图读取失败（{reason}）", reason=error.strerror or str(error))
        raise BadInputError(path, cause) from error


def relative_scan_path(project: Path, scan: Path) -> str:
    """Return what a project file remembers a scan by: its path seen from the project's folder, with `/`.

    On another drive of Windows there is no such path: it stays absolute.
    """
    target = Path(os.path.abspath(scan))  # noqa: PTH100  # links are kept, `..` is taken out
    try:
        return Path(os.path.relpath(target, project.absolute().parent)).as_posix()
    except ValueError:
        return target.as_posix()


def resolve_scan(project: Path, remembered: str) -> Path:
    """Return the absolute path of a scan that `relative_scan_path` was told; the file may be gone."""
    return Path(os.path.abspath(project.absolute().parent / remembered))  # noqa: PTH100  # as above
