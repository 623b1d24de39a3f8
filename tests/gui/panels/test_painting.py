from PySide6.QtGui import QFont

from gui.panels.painting import one_line, scaled


def test_line_ends_are_seen_on_one_line():
    assert one_line("上半\n下半\t尾") == "上半⏎下半 尾"


def test_fonts_given_in_pixels_stay_in_pixels(qapp):
    font = QFont()
    font.setPixelSize(20)
    assert scaled(font, 0.5).pixelSize() == 10
