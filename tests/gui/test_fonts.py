import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from gui.fonts import SERIF, interface_font, page_font, small_font


def test_page_text_is_set_in_a_serif_where_one_is_installed(qapp):
    installed = [family for family in SERIF if family in QFontDatabase.families()]
    if not installed:
        pytest.skip("no Chinese serif face is installed")
    assert QFontInfo(page_font()).family() == installed[0]


def test_sizes_of_page_and_interface_are_apart(qapp):
    assert page_font(17.5).pointSizeF() == 17.5
    assert interface_font(QFont("Sans Serif", 11)).pointSizeF() == 11


def test_each_language_has_its_own_forms_of_characters_first(qapp):
    system = QFont("Sans Serif")
    assert interface_font(system, "zh_CN").families().index("Noto Sans CJK SC") == 2
    assert interface_font(system, "zh_TW").families().index("Noto Sans CJK TC") == 2


def test_the_font_of_the_system_has_the_last_word(qapp):
    assert interface_font(QFont("Sans Serif")).families()[-1] == "Sans Serif"


def test_small_is_smaller_whether_the_size_is_in_points_or_pixels(qapp):
    points, pixels = QFont("Sans Serif", 10), QFont("Sans Serif")
    pixels.setPixelSize(14)
    assert small_font(points).pointSizeF() == pytest.approx(9)
    assert QFontInfo(small_font(pixels)).pixelSize() < 14
