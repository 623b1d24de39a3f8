"""The entry point of the program `jiaochou`. Imports Qt only where a window is wanted."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from core.cli.main import Window, run
from core.errors import refused
from core.proofs.sheet import Sheet, Written


def main() -> None:
    """Run the command line and end the process with its exit code."""
    if getattr(sys, "frozen", False):
        # A program in one file starts itself anew as the process beside the window.
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(run(Window(open_window, open_sample, shoot, draw)))


def open_window(paths: Sequence[Path]) -> int:
    """Open the window on a project, on files, or on what was open last (at first: the sample)."""
    _need_display()
    return _run_window(paths)


def open_sample() -> int:
    """Open the window on the sample project."""
    _need_display()
    return _run_window((), sample=True)


def _run_window(paths: Sequence[Path], *, sample: bool = False) -> int:
    # Modules are no garbage: looking for it among them takes a twentieth of a second. What is made later is
    # looked through by gui/garbage.py.
    gc.disable()
    from gui.application import run_window

    gc.freeze()
    return run_window(paths, sample=sample)


def _need_display() -> None:
    if not has_display():
        raise refused("没有可用的显示器，打不开窗口；可用 jiaochou shot 画出窗口的图")


def shoot(project: Path, page: int, picture: Path) -> None:
    """Draw the main window with page number `page` (from 1) into a PNG; needs no display."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from gui.shot import shoot_window

    shoot_window(project, page, picture)


def draw(
    pages: Iterable[list[Sheet]],
    target: Path,
    title: str,
    progress: Callable[[int], None],
    *,
    overwrite: bool,
) -> Written:
    """Draw proof sheets into a PDF and say how many there are; needs no display."""
    if sys.platform.startswith("linux"):
        # Elsewhere there always is one, and without it Qt knows no fonts.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    from gui.proofs.pdf import write_pdf

    # Fonts live as long as the application object does.
    _application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    return write_pdf(pages, target, title, progress, overwrite=overwrite)


def has_display() -> bool:
    """Say whether a window can be shown."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    main()
