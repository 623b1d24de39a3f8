"""The program's icons: line drawings in resources/icons, drawn in the colours of the theme."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gui.theme import Theme

SIZES = (16, 20)
"""Widths of icons in menus and on the toolbar, in device-independent pixels."""

APPLICATION_SIZES = (16, 24, 32, 48, 64, 128, 256)

_INK = b"#000"
"""The colour that stands in the drawings for the theme's text colour."""


def icon(name: str, theme: Theme) -> QIcon:
    """Return the icon `name`, a file of resources/icons; an unknown name is a bug and raises OSError."""
    drawing = _drawing(name)
    result = QIcon()
    for mode, color in ((QIcon.Mode.Normal, "text"), (QIcon.Mode.Disabled, "text-faint")):
        ink = theme.color(color).name().encode()
        renderer = QSvgRenderer(drawing.replace(_INK, ink))
        for size in SIZES:
            result.addPixmap(_pixmap(renderer, size), mode)
    return result


def application_icon() -> QIcon:
    """Return the icon of the program itself, which has colours of its own."""
    renderer = QSvgRenderer(_drawing("app"))
    result = QIcon()
    for size in APPLICATION_SIZES:
        result.addPixmap(_pixmap(renderer, size))
    return result


def _drawing(name: str) -> bytes:
    return (files("resources") / "icons" / f"{name}.svg").read_bytes()


def _pixmap(renderer: QSvgRenderer, size: int) -> QPixmap:
    """Draw at the pixel density of the densest screen, so that icons stay sharp on each."""
    ratio = max(screen.devicePixelRatio() for screen in QGuiApplication.screens())
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
