import pytest
from PySide6.QtGui import QColor

from core.document.role import Role
from core.text.lines import Lines
from core.text.span import Span
from gui.editor.marks import Mark, MarkKind
from gui.editor.rows import GutterRow, RowTable, group_at
from gui.editor.veil import STRENGTH
from gui.theme import load_theme

TEXT = "渡口通航\n潮水退去\n\n灯会\n热线"
OF = (0, 0, 1, None)


def rows():
    spans = [span for span in Lines(TEXT).spans() if len(span)]
    return [GutterRow(span, Role.BODY, article) for span, article in zip(spans, OF, strict=True)]


@pytest.fixture
def shown(editor):
    editor.show_page(TEXT)
    editor.set_rows(rows())
    return editor


def darkest(editor, words):
    """The lightness of the darkest point of a line."""
    line, _ = editor.line_rects(Span(TEXT.index(words), TEXT.index(words) + len(words)))
    image = editor.viewport().grab(line).toImage()
    return min(
        image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height())
    )


def test_all_but_the_article_of_the_caret_step_back(shown):
    plain = {words: darkest(shown, words) for words in ("渡口通航", "潮水退去", "灯会", "热线")}
    shown.set_veiled(True)
    assert darkest(shown, "潮水退去") == plain["潮水退去"]
    assert darkest(shown, "灯会") > plain["灯会"] + 60
    assert darkest(shown, "热线") > plain["热线"] + 60
    shown.select(Span(TEXT.index("灯会"), TEXT.index("灯会")))
    assert darkest(shown, "灯会") <= plain["灯会"]
    assert darkest(shown, "渡口通航") > plain["渡口通航"] + 60
    shown.set_veiled(False)
    assert darkest(shown, "渡口通航") <= plain["渡口通航"] + 30


def test_marks_step_back_with_their_text(shown, theme):
    mark = Mark(Span(TEXT.index("灯会"), TEXT.index("灯会") + 2), MarkKind.SCRIPT)
    shown.set_marks([mark])

    def drawn():
        line, _ = shown.line_rects(mark.span)
        image = shown.viewport().grab(line).toImage()
        every = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
        return theme.color("script").name() in every

    assert drawn()
    shown.set_veiled(True)
    assert not drawn()


def test_two_articles_on_one_line_step_back_each_for_itself(editor):
    editor.show_page("渡口通航灯会")
    editor.set_rows([GutterRow(Span(0, 4), Role.BODY, 0), GutterRow(Span(4, 6), Role.BODY, 1)])
    editor.set_veiled(True)

    def ink(span):
        line, _ = editor.line_rects(span)
        image = editor.viewport().grab(line.adjusted(2, 0, -2, 0)).toImage()
        every = [
            image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height())
        ]
        return min(every)

    assert ink(Span(4, 6)) > ink(Span(0, 4)) + 60


@pytest.mark.parametrize(
    ("words", "group"), [("渡口", (0,)), ("\n\n", (0,)), ("灯会", (1,)), ("热线", (None,))]
)
def test_a_blank_line_goes_with_what_is_above_it(words, group):
    assert group_at(RowTable(rows()), TEXT.index(words) + (1 if words == "\n\n" else 0)) == group


def test_no_article_no_veil(editor):
    editor.show_page(TEXT)
    editor.set_veiled(True)
    assert editor.veiled_for is None


def luminance(color):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


@pytest.mark.parametrize("name", ["light", "dark"])
def test_text_under_the_veil_can_be_read(name):
    theme = load_theme(name)
    page, text = theme.color("page"), theme.color("text")
    mixed = [
        STRENGTH * one + (1 - STRENGTH) * two for one, two in zip(page.getRgbF(), text.getRgbF(), strict=True)
    ]
    lighter, darker = sorted((luminance(page), luminance(QColor.fromRgbF(*mixed))), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 3
