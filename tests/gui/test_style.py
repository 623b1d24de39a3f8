"""The look holds in both themes, and everything written can be read."""

from itertools import product

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLineEdit

from gui.style import palette, stylesheet
from gui.theme import load_theme

THEMES = ("light", "dark")
INKS = (
    "text",
    "text-muted",
    "accent",
    "ok",
    "warning",
    "error",
    "script",
    "punctuation",
    "join",
    "insertion",
)
GROUNDS = ("window", "page", "raised", "hover", "accent-ground", "current-line")
PAIRS = (
    *product(INKS, GROUNDS),
    ("on-accent", "accent"),
    ("insertion", "insertion-ground"),
    ("deletion", "deletion-ground"),
    *product(["text"], ["selection", "suspect-ground", "repeat-ground", "found-ground"]),
)


def luminance(color: QColor) -> float:
    """Return the relative luminance as the Web Content Accessibility Guidelines define it."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_of_black_and_white_is_21():
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)


@pytest.mark.parametrize("name", THEMES)
def test_text_has_the_contrast_of_level_aa(name):
    theme = load_theme(name)
    faint = {
        (ink, ground): round(contrast(theme.color(ink), theme.color(ground)), 2)
        for ink, ground in PAIRS
        if contrast(theme.color(ink), theme.color(ground)) < 4.5
    }
    assert not faint


def test_both_themes_name_the_same_colours():
    light, dark = map(load_theme, THEMES)
    assert light.colors.keys() == dark.colors.keys()
    assert len(light.articles) == len(dark.articles) == 8


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_is_filled_in_and_understood(name, qtbot):
    sheet = stylesheet(load_theme(name))
    assert "@" not in sheet
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setStyleSheet(sheet)  # a sheet that Qt cannot parse warns, and a warning fails the test
    field.show()


@pytest.mark.parametrize("name", THEMES)
def test_what_is_disabled_is_fainter(name):
    theme = load_theme(name)
    colors = palette(theme)
    assert colors.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text) == theme.color("text")
    assert colors.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == theme.color("text-faint")
