"""From what an editor points at (files, folders, patterns, archives) to the sources of pages."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from core.document.page import Source
from core.errors import BadInputError
from core.importers.beside import scan_finder
from core.importers.files import readable, unreadable
from core.importers.kind import Intake, Outcome, all_kinds, on_disk
from core.importers.natural import natural_key
from core.messages import message


@dataclass(frozen=True, slots=True)
class Imported:
    """The pages that could be read, in order, and what was wrong with the other files."""

    sources: tuple[Source, ...]
    problems: tuple[BadInputError, ...]


def read_all(paths: Iterable[Path], encoding: str | None = None) -> Imported:
    """Read all pages of `paths`; one bad file does not keep the others out. See `sources`."""
    found = list(outcomes(paths, encoding))
    return Imported(
        tuple(outcome for outcome in found if isinstance(outcome, Source)),
        tuple(outcome for outcome in found if isinstance(outcome, BadInputError)),
    )


def sources(paths: Iterable[Path], encoding: str | None = None) -> Iterator[Source]:
    """Yield the pages of `paths`, each once: files, folders with what is in them, archives, patterns (*.txt).

    The order given is kept, except where it is the alphabetical one that shells give: then, and inside
    folders, archives and patterns, numbers go by their size. `encoding` overrides the detection. Raises
    BadInputError at the first file that cannot be used.
    """
    for outcome in outcomes(paths, encoding):
        if isinstance(outcome, BadInputError):
            raise outcome
        yield outcome


def outcomes(paths: Iterable[Path], encoding: str | None = None) -> Iterator[Outcome]:
    """Yield, one at a time, each page of `paths` or what is wrong with a file. See `sources`."""
    intake = Intake(encoding, all_kinds(), scan_finder())
    seen: set[str] = set()
    for path in _in_order(list(paths)):
        for outcome in _read(path, intake):
            # A pattern such as issue/** names folders and the files in them.
            place = os.path.abspath(str(outcome.path))  # noqa: PTH100  # pathlib would not take out `..`
            if place not in seen:
                seen.add(place)
                yield outcome


def _in_order(paths: list[Path]) -> list[Path]:
    return _naturally(paths) if paths == sorted(paths) else paths


def _naturally(paths: Iterable[Path]) -> list[Path]:
    return sorted(paths, key=lambda path: [natural_key(part) for part in path.parts])


def _read(path: Path, intake: Intake) -> Iterator[Outcome]:
    shown = readable(str(path))
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        # ValueError: no path may hold a NUL.
        yield from _read_pattern(path, intake)
    except OSError as error:
        yield unreadable(shown, error)
    else:
        yield from intake.read(on_disk(path))


def _read_pattern(path: Path, intake: Intake) -> Iterator[Outcome]:
    """Yield what comes of the files that fit a pattern; those of other kinds are passed over."""
    shown = readable(str(path))
    if not glob.has_magic(str(path)):
        yield BadInputError(shown, message("文件不存在"))
        return
    found = glob.glob(str(path), recursive=True)  # noqa: PTH207  # pathlib takes no absolute patterns
    matches = [on_disk(match) for match in _naturally(map(Path, found))]
    usable = [match for match in matches if intake.kind_of(match) is not None]
    for match in usable:
        yield from intake.read(match)
    if not matches:
        yield BadInputError(shown, message("没有与此相符的文件"))
    elif not usable:
        cause = message("与此相符的文件都不能导入，可导入的有 {accepted}", accepted=intake.accepted)
        yield BadInputError(shown, cause)
