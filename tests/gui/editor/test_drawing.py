"""What is drawn: looked for by its colours, because that is what people see."""

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage

from core.document.role import Role
from core.text.edit import Edit
from core.text.span import Span
from gui.editor.marks import Mark, MarkKind
from gui.editor.rows import GutterRow
from gui.editor.scan_strip import ScanStrip
from gui.theme import load_theme

TEXT = "春江潮水连海平\n海上明月共潮生"


def colours(widget, within=None):
    image = widget.grab(within or widget.rect()).toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def below(editor, span):
    """Return the colours in the lower part of the line of `span`, where lines under characters are drawn."""
    line, _ = editor.line_rects(span)
    lower = QRect(line.left(), line.center().y() + line.height() // 4, line.width(), line.height() // 4)
    return colours(editor.viewport(), lower)


@pytest.mark.parametrize(("kind", "name"), [(MarkKind.SCRIPT, "script"), (MarkKind.REPEAT, "repeat-ground")])
def test_marks_are_drawn_at_their_place_only(editor, theme, kind, name):
    editor.show_page(TEXT, caret=len(TEXT))
    editor.set_marks([Mark(Span(2, 4), kind)])
    assert theme.color(name).name() in below(editor, Span(2, 4))
    assert theme.color(name).name() not in below(editor, Span(5, 7))


@pytest.mark.parametrize("kind", [MarkKind.CHARACTER, MarkKind.PUNCTUATION])
@pytest.mark.parametrize("span", [Span(2, 4), Span(3, 3)])
def test_waves_and_dots_leave_ink(editor, kind, span):
    editor.show_page(TEXT, caret=len(TEXT))
    plain = below(editor, Span(2, 4))
    editor.set_marks([Mark(span, kind)])
    assert below(editor, Span(2, 4)) != plain


def test_the_less_likely_is_fainter(editor):
    def ink(strength):
        editor.set_marks([Mark(Span(2, 4), MarkKind.SCRIPT, strength)])
        return below(editor, Span(2, 4)) - plain

    editor.show_page(TEXT, caret=len(TEXT))
    plain = below(editor, Span(2, 4))
    likely, unlikely = ink(0.9), ink(0.1)
    assert min(QColor(name).lightness() for name in likely) < min(
        QColor(name).lightness() for name in unlikely
    )


def test_the_current_suspect_and_the_selection_have_grounds_of_their_own(editor, theme):
    editor.show_page(TEXT, caret=len(TEXT))
    editor.set_current(Span(2, 4))
    assert theme.color("suspect-ground").name() in below(editor, Span(2, 4))
    editor.set_current(None)
    editor.select(Span(5, 7))
    assert theme.color("suspect-ground").name() not in below(editor, Span(2, 4))
    assert theme.color("selection").name() in below(editor, Span(5, 7))


def test_what_was_found_has_a_ground_that_moves_with_it(editor, theme):
    editor.show_page(TEXT, caret=len(TEXT))
    editor.set_found([Span(2, 4)])
    assert theme.color("found-ground").name() in below(editor, Span(2, 4))
    editor.apply_edits((Edit(0, "", "新"),))
    assert theme.color("found-ground").name() in below(editor, Span(3, 5))
    assert theme.color("found-ground").name() not in below(editor, Span(0, 1))
    editor.set_found([])
    assert theme.color("found-ground").name() not in below(editor, Span(3, 5))


def test_marks_stay_at_their_characters_while_an_input_method_composes_before_them(editor, theme, compose):
    editor.show_page(TEXT)
    editor.set_marks([Mark(Span(4, 5), MarkKind.SCRIPT)])
    compose(preedit="春天")
    line, _ = editor.line_rects(Span(4, 5))
    width = line.width()
    assert line.left() >= 6 * width
    assert theme.color("script").name() in below(editor, Span(4, 5))
    compose()


def test_articles_have_their_bars_and_joins_their_sign(editor, theme):
    torn = "春江潮水连海\n\n平，海上明月"
    rows = [GutterRow(Span(0, 6), Role.BODY, 1), GutterRow(Span(8, 14), Role.BODY, 2, joined_to=0)]
    editor.show_page(torn)
    assert theme.article_color(1).name() not in colours(editor.gutter)
    editor.set_rows(rows)
    assert {theme.article_color(1).name(), theme.article_color(2).name()} <= colours(editor.gutter)
    assert theme.color("join").name() in colours(editor.viewport())


def test_the_next_printed_line_of_a_paragraph_is_not_signed(editor, theme):
    editor.show_page(TEXT)
    editor.set_rows([GutterRow(Span(0, 7), Role.BODY, 1), GutterRow(Span(8, 15), Role.BODY, 1, joined_to=0)])
    assert theme.color("join").name() not in colours(editor.viewport())


def test_another_theme_is_seen_at_once(editor):
    dark = load_theme("dark")
    editor.show_page(TEXT)
    editor.set_theme(dark)
    assert dark.color("page").name() in colours(editor.viewport())
    assert dark.color("page").name() in colours(editor.gutter)


def test_zooming_keeps_within_bounds_and_goes_back(editor):
    usual = editor.font().pointSizeF()
    heard = []
    editor.zoomed.connect(heard.append)
    editor.zoom(1)
    assert editor.font().pointSizeF() > usual
    editor.zoom(99)
    editor.zoom(-200)
    assert 5 < editor.font().pointSizeF() < usual
    editor.zoom(0)
    assert heard[-1] == editor.font().pointSizeF() == usual


def test_the_strip_shows_the_line_and_hides_without_one(qtbot, theme):
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.yellow)
    strip = ScanStrip(theme)
    qtbot.addWidget(strip)
    strip.resize(500, 84)
    assert strip.isHidden()
    strip.show_line(image, QRectF(20, 90, 300, 24))
    assert not strip.isHidden()
    assert QColor(Qt.GlobalColor.yellow).name() in colours(strip)
    strip.clear()
    assert strip.isHidden()
