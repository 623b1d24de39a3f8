import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from gui.panels import scan_images
from gui.panels.scan import ScanPanel
from gui.panels.scan_images import ScanTrouble, read_all, read_preview
from gui.panels.scan_view import Fit


@pytest.fixture
def picture(tmp_path):
    """A page of 3000 by 4000 pixels, white, with a black bar."""
    image = QImage(3000, 4000, QImage.Format.Format_Grayscale8)
    image.fill(255)
    for y in range(1000, 1100):
        for x in range(500, 520):
            image.setPixelColor(x, y, QColor("black"))
    path = tmp_path / "page.png"
    assert image.save(str(path))
    return path


class Later:
    """Runs work when told to, as threads do."""

    def __init__(self):
        self.waiting = []

    def __call__(self, work, done):
        self.waiting.append((work, done))

    def finish(self):
        while self.waiting:
            work, done = self.waiting.pop(0)
            done(work())


@pytest.fixture
def later():
    return Later()


@pytest.fixture
def panel(theme, later, on_show):
    return on_show(ScanPanel(theme, later), 600, 500)


def test_a_scan_is_read_in_halves(picture):
    images = read_all(picture).images
    assert images.size == QSize(3000, 4000)
    assert [level.width() for level in images.levels] == [3000, 1500]
    assert images.level_for(0.2).width() == 1500
    assert images.level_for(0.6).width() == 3000


def test_the_preview_is_the_smallest_size(picture):
    images = read_preview(picture).images
    assert images.size == QSize(3000, 4000)
    assert [level.width() for level in images.levels] == [1500]


def test_a_huge_scan_is_held_reduced_and_boxes_stay_right(picture, monkeypatch):
    monkeypatch.setattr(scan_images, "LARGEST", 3_000_000)
    images = read_all(picture).images
    assert images.levels[0].width() == 1500
    bar = images.part(QRectF(500, 1000, 20, 100))
    assert bar.size() == QSize(10, 50)
    assert bar.pixelColor(5, 25) == QColor("black")


def test_trouble_is_named(tmp_path, picture):
    (tmp_path / "words.png").write_text("这不是图片", encoding="utf-8")
    (tmp_path / "cut.png").write_bytes(picture.read_bytes()[:200])
    assert read_all(tmp_path / "none.png").trouble is ScanTrouble.MISSING
    assert read_all(tmp_path / "words.png").trouble is ScanTrouble.NO_IMAGE
    assert read_all(tmp_path / "cut.png").trouble is ScanTrouble.DAMAGED


def test_an_image_no_page_can_have_is_refused_unread(picture, monkeypatch):
    monkeypatch.setattr(scan_images, "READABLE", 1_000_000)
    assert read_all(picture).trouble is ScanTrouble.TOO_LARGE


def test_a_page_without_a_scan_offers_to_attach_one(panel, record):
    said = record(attach=panel.attach_requested)
    assert panel.sentence == "本版没有扫描图"
    QTest.mouseClick(panel.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert said == [("attach",)]


def test_a_scan_appears_when_it_has_been_read(panel, later, picture):
    panel.show_image(picture)
    assert panel.sentence == "正在打开扫描图…"
    later.finish()
    assert panel.sentence is None
    assert panel.line_image(QRectF(500, 1000, 20, 100)).size() == QSize(20, 100)


def test_a_scan_that_comes_too_late_is_not_shown(panel, later, picture):
    panel.show_image(picture)
    panel.show_image(None)
    later.finish()
    assert panel.sentence == "本版没有扫描图"
    assert panel.line_image(QRectF(0, 0, 10, 10)).isNull()


def test_an_unreadable_scan_is_one_sentence(panel, later, tmp_path):
    panel.show_image(tmp_path / "none.png")
    later.finish()
    assert panel.sentence == "找不到扫描图 none.png"


def test_the_width_fits_without_a_scroll_bar(panel, later, picture):
    panel.show_image(picture)
    later.finish()
    assert panel.view.zoom * 3000 <= panel.view.viewport().width() + 1
    assert not panel.view.horizontalScrollBar().isVisible()


def test_keys_zoom_and_fit(panel, later, picture):
    panel.show_image(picture)
    later.finish()
    before = panel.view.zoom
    QTest.keyClick(panel.view, Qt.Key.Key_Plus)
    assert panel.view.zoom == pytest.approx(before * 1.25)
    QTest.keyClick(panel.view, Qt.Key.Key_0)
    assert panel.view.zoom * 4000 <= panel.view.viewport().height()
    QTest.keyClick(panel.view, Qt.Key.Key_1)
    assert panel.view.zoom == pytest.approx(before)


def test_the_wheel_zooms_only_with_ctrl(panel, later, picture):
    panel.show_image(picture)
    later.finish()
    before = panel.view.zoom

    def turn(held):
        middle = QPointF(100, 100)
        event = QWheelEvent(
            middle, middle, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, held,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(panel.view.viewport(), event)

    turn(Qt.KeyboardModifier.NoModifier)
    assert panel.view.zoom == before
    turn(Qt.KeyboardModifier.ControlModifier)
    assert panel.view.zoom > before
    assert panel.view.fit is Fit.FREE


def test_zoom_and_place_outlive_the_sharper_image(panel, later, picture):
    panel.show_image(picture)
    work, done = later.waiting.pop(0)
    done(work())
    panel.view.zoom_by(2)
    zoom = panel.view.zoom
    later.finish()
    assert panel.view.zoom == zoom


def test_a_box_asked_for_early_is_framed_and_scrolled_to(panel, later, picture):
    panel.show_image(picture)
    panel.highlight(QRectF(500, 3500, 800, 80))
    later.finish()
    seen = panel.view.mapToScene(panel.view.viewport().rect()).boundingRect()
    assert seen.contains(QRectF(500, 3500, 800, 80))
    panel.highlight(None)
    assert panel.view._box is None
