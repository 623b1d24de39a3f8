"""The scan itself: zoomed, dragged, with a box around the place that matters."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsItem,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from gui.panels.scan_images import ScanImages
from gui.theme import Theme

STEP = 1.25
"""By how much one press or one notch of the wheel enlarges."""

FARTHEST = 0.02
NEAREST = 8.0


class Fit(Enum):
    """What the size of the scan follows."""

    WIDTH = "width"
    PAGE = "page"
    FREE = "free"


class _ScanItem(QGraphicsItem):
    """The image, in its own pixels; painted from the size that is sharp at the present zoom."""

    def __init__(self, images: ScanImages, shade: QColor) -> None:
        super().__init__()
        self._images = images
        self.shade = shade
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._images.size.width(), self._images.size.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        ratio = widget.devicePixelRatioF() if widget is not None else 1.0
        level = self._images.level_for(painter.worldTransform().m11() * ratio)
        across = level.width() / self._images.size.width()
        down = level.height() / self._images.size.height()
        seen = option.exposedRect.intersected(self.boundingRect())
        source = QRectF(seen.x() * across, seen.y() * down, seen.width() * across, seen.height() * down)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(seen, level, source)
        painter.fillRect(seen, self.shade)


def _shade(theme: Theme) -> QColor:
    """Return what lies over the paper: white paper dazzles in a dark window."""
    return QColor(0, 0, 0, 45 if theme.dark else 0)


class ScanView(QGraphicsView):
    """Shows a scan. Ctrl and wheel, + and - zoom; 1 fits the width, 0 the whole page; the mouse drags."""

    zoom_changed = Signal(float)
    """The scale the scan is shown at; 1: one pixel of it on one of the screen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: _ScanItem | None = None
        self._box: QGraphicsRectItem | None = None
        self._fit = Fit.WIDTH
        self._theme = theme
        self.setScene(QGraphicsScene(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.set_theme(theme)

    @property
    def fit(self) -> Fit:
        """What the size follows now."""
        return self._fit

    @property
    def zoom(self) -> float:
        """The scale now."""
        return self.transform().m11()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.setBackgroundBrush(QBrush(theme.color("window")))
        if self._box is not None:
            self._dress(self._box)
        if self._item is not None:
            self._item.shade = _shade(theme)
            self._item.update()

    def show_images(self, images: ScanImages | None) -> None:
        """Show a scan; where it is the same in more sizes, place and zoom stay."""
        same = (
            images is not None
            and self._item is not None
            and self._item.boundingRect().size().toSize() == images.size
        )
        box = self._box.rect() if self._box is not None and same else None
        self.scene().clear()
        self._item = self._box = None
        if images is None:
            return
        self._item = _ScanItem(images, _shade(self._theme))
        self.scene().addItem(self._item)
        self.setSceneRect(self._item.boundingRect())
        self.highlight(box, follow=False)
        if not same:
            self._apply_fit()
            self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())

    def highlight(self, box: QRectF | None, *, follow: bool = True) -> None:
        """Draw a frame around `box` (pixels of the scan) and scroll to it; None takes it away."""
        if box is None or self._item is None:
            if self._box is not None:
                self.scene().removeItem(self._box)
                self._box = None
            return
        if self._box is None:
            self._box = QGraphicsRectItem()
            self._dress(self._box)
            self.scene().addItem(self._box)
        self._box.setRect(box)
        if follow:
            self.ensureVisible(box, 24, round(self.viewport().height() * 0.2))

    def _dress(self, box: QGraphicsRectItem) -> None:
        pen = QPen(self._theme.color("accent"), 2)
        pen.setCosmetic(True)
        ground = self._theme.color("accent")
        ground.setAlphaF(0.12)
        box.setPen(pen)
        box.setBrush(ground)

    def set_fit(self, fit: Fit) -> None:
        """Let the size follow the pane, or stay as it is."""
        self._fit = fit
        self._apply_fit()

    def zoom_by(self, factor: float) -> None:
        """Enlarge by `factor`; the size no longer follows the pane."""
        self._fit = Fit.FREE
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._set_zoom(self.zoom * factor)

    def _set_zoom(self, zoom: float) -> None:
        bounded = min(NEAREST, max(FARTHEST, zoom))
        factor = bounded / self.zoom
        self.scale(factor, factor)
        self.zoom_changed.emit(self.zoom)

    def _apply_fit(self) -> None:
        if self._item is None or self._fit is Fit.FREE:
            return
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        size, room = self._item.boundingRect().size(), self.contentsRect()
        # Room for the scroll bar is kept free, lest its coming change the size that makes it come.
        width = room.width() - self.verticalScrollBar().sizeHint().width()
        zoom = max(1, width) / size.width()
        if self._fit is Fit.PAGE:
            zoom = min(max(1, room.width() - 4) / size.width(), max(1, room.height() - 4) / size.height())
        self._set_zoom(zoom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep fitting the pane."""
        super().resizeEvent(event)
        self._apply_fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        notches = event.angleDelta().y() / 120
        if notches:
            self.zoom_by(STEP**notches)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom by the keys, scroll by the arrows."""
        key = event.key()
        if key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.zoom_by(STEP)
        elif key in {Qt.Key.Key_Minus, Qt.Key.Key_Underscore}:
            self.zoom_by(1 / STEP)
        elif key == Qt.Key.Key_0:
            self.set_fit(Fit.PAGE)
        elif key == Qt.Key.Key_1:
            self.set_fit(Fit.WIDTH)
        else:
            super().keyPressEvent(event)
            return
        event.accept()
