import re
from collections import Counter
from importlib.resources import files

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtSvg import QSvgRenderer

from gui.icons import SIZES, application_icon, icon
from gui.theme import load_theme

FOLDER = files("resources") / "icons"
DRAWINGS = sorted(entry.name.removesuffix(".svg") for entry in FOLDER.iterdir())
LINE_ICONS = [name for name in DRAWINGS if name != "app" and not name.startswith(("arrow-", "tick-"))]


def colors_of(drawing: QIcon, mode: QIcon.Mode) -> Counter[str]:
    """Return the colours of the opaque pixels and how often each is there."""
    image = drawing.pixmap(SIZES[-1], SIZES[-1], mode).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return Counter(pixel.name() for pixel in pixels if pixel.alpha() == 255)


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_drawing_is_sound(name, qapp):
    assert QSvgRenderer((FOLDER / f"{name}.svg").read_bytes()).isValid()


@pytest.mark.parametrize("name", LINE_ICONS)
def test_line_icons_are_of_one_make(name):
    drawing = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in drawing
    assert 'stroke-width="1.75"' in drawing
    assert set(re.findall(r"#[0-9a-f]+", drawing)) == {"#000"}
    assert "<text" not in drawing


@pytest.mark.parametrize("theme_name", ["light", "dark"])
def test_an_icon_takes_the_colours_of_the_theme(theme_name, qapp):
    theme = load_theme(theme_name)
    drawing = icon("theme", theme)
    assert colors_of(drawing, QIcon.Mode.Normal).most_common(1)[0][0] == theme.colors["text"]
    assert colors_of(drawing, QIcon.Mode.Disabled).most_common(1)[0][0] == theme.colors["text-faint"]


def test_an_icon_has_a_sharp_drawing_for_each_size(qapp):
    sizes = icon("open", load_theme("light")).availableSizes()
    assert {size.width() for size in sizes} >= set(SIZES)


def test_the_program_has_an_icon_in_colour(qapp):
    colors = colors_of(application_icon(), QIcon.Mode.Normal)
    assert len(colors) > 2


def test_an_unknown_icon_is_a_bug(qapp):
    with pytest.raises(OSError, match="no-such-icon"):
        icon("no-such-icon", load_theme("light"))
