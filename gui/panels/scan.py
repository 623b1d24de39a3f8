"""The pane that shows the scan of a page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget

from gui.icons import icon
from gui.panels.empty_state import OrEmpty
from gui.panels.header import PaneHeader
from gui.panels.scan_images import ScanImages, ScanRead, ScanTrouble, read_all, read_preview
from gui.panels.scan_view import STEP, Fit, ScanView
from gui.theme import Theme


class Run(Protocol):
    """Runs `work` off the window's thread and hands its result to `done` on it."""

    def __call__(self, work: Callable[[], ScanRead], done: Callable[[ScanRead], None]) -> None:
        """Start and return at once."""


class ScanPanel(QWidget):
    """The scan of the page that is shown; large ones appear coarse at first, then sharp."""

    attach_requested = Signal()
    """The editor wants to say which image shows this page."""
    image_changed = Signal()
    """`line_image` has something else, or something sharper, to give."""

    def __init__(self, theme: Theme, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._run = run
        self._path: Path | None = None
        self._images: ScanImages | None = None
        self._box: QRectF | None = None
        self.header = PaneHeader(theme, self.tr("扫描图"))
        self._view = ScanView(theme)
        self._view.setAccessibleName(self.tr("扫描图"))
        button = QPushButton(self.tr("指定扫描图…"))
        button.clicked.connect(self.attach_requested)
        self._body = OrEmpty(theme, self._view, button)
        self._buttons: dict[str, QToolButton] = {}
        self._add_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._body, 1)
        self.setFocusProxy(self._view)
        self._view.zoom_changed.connect(self._tell_zoom)
        self.show_image(None)

    def _add_buttons(self) -> None:
        wanted: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("zoom-out", self.tr("缩小 (-)"), lambda: self._view.zoom_by(1 / STEP)),
            ("zoom-in", self.tr("放大 (+)"), lambda: self._view.zoom_by(STEP)),
            ("fit", self.tr("适合宽度 (1)、整版 (0)"), self._toggle_fit),
        )
        for name, tip, action in wanted:
            button = QToolButton()
            button.setIcon(icon(name, self._theme))
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setAutoRaise(True)
            button.clicked.connect(action)
            self.header.add_button(button)
            self._buttons[name] = button

    @property
    def view(self) -> ScanView:
        """The image itself."""
        return self._view

    @property
    def path(self) -> Path | None:
        """The file that is shown or being read."""
        return self._path

    @property
    def sentence(self) -> str | None:
        """What is said in the place of the image, None while it is shown."""
        return self._body.sentence()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for part in (self.header, self._view, self._body):
            part.set_theme(theme)
        for name, button in self._buttons.items():
            button.setIcon(icon(name, theme))

    def show_image(self, path: Path | None) -> None:
        """Show another file, None: the page has no scan. The file is read elsewhere; this returns at once."""
        self._path = path
        self._box = None
        self._set_images(None)
        if path is None:
            self._body.show_sentence(self.tr("本版没有扫描图"), with_button=True)
            return
        self._body.show_sentence(self.tr("正在打开扫描图…"))
        self._run(partial(read_preview, path), partial(self._preview_read, path))

    def highlight(self, box: QRectF | None) -> None:
        """Frame `box` (pixels of the scan) and scroll to it, as soon as the scan is there."""
        self._box = box
        self._view.highlight(box)

    def line_image(self, box: QRectF) -> QImage:
        """Return what stands in `box` (pixels of the scan); a null image where nothing is read yet."""
        return QImage() if self._images is None else self._images.part(box)

    def _preview_read(self, path: Path, read: ScanRead) -> None:
        if path != self._path:
            return
        self._take(path, read)
        if read.images is not None:
            self._run(partial(read_all, path), partial(self._all_read, path))

    def _all_read(self, path: Path, read: ScanRead) -> None:
        if path == self._path:
            self._take(path, read)

    def _take(self, path: Path, read: ScanRead) -> None:
        if read.images is None:
            self._set_images(None)
            self._body.show_sentence(self._trouble(path, read.trouble), with_button=True)
            return
        first = self._images is None
        self._body.show_view()
        self._set_images(read.images)
        if first and self._box is not None:
            self._view.highlight(self._box)

    def _set_images(self, images: ScanImages | None) -> None:
        self._images = images
        self._view.show_images(images)
        for button in self._buttons.values():
            button.setVisible(images is not None)
        if images is None:
            self.header.set_note("")
        self.image_changed.emit()

    def _trouble(self, path: Path, trouble: ScanTrouble | None) -> str:
        sentences = {
            ScanTrouble.MISSING: self.tr("找不到扫描图 {file}"),
            ScanTrouble.UNREADABLE: self.tr("读不出扫描图 {file}"),
            ScanTrouble.NO_IMAGE: self.tr("{file} 不是能显示的图片"),
            ScanTrouble.TOO_LARGE: self.tr("扫描图 {file} 大得不像一个版面"),
        }
        damaged = self.tr("扫描图 {file} 已损坏")
        return (sentences.get(trouble, damaged) if trouble else damaged).format(file=path.name)

    def _toggle_fit(self) -> None:
        self._view.set_fit(Fit.PAGE if self._view.fit is Fit.WIDTH else Fit.WIDTH)

    def _tell_zoom(self, zoom: float) -> None:
        self.header.set_note(f"{zoom:.0%}")
