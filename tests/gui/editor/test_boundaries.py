import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.document.role import Role
from core.text.lines import Lines
from core.text.span import Span
from gui.editor.boundaries import is_boundary, nearest_boundary, reach, row_starts, run, with_boundary_moved
from gui.editor.gutter_painter import BAR, GAP
from gui.editor.rows import GutterRow, RowTable

TEXT = "\n".join(["渡口通航", "潮水退去", "船来了", "灯会", "人多", "夜深", "热线"])
OF = (0, 0, 0, 1, 1, 1, None)


def rows_of(text=TEXT, articles=OF):
    spans = Lines(text).spans()
    return [GutterRow(span, Role.BODY, article) for span, article in zip(spans, articles, strict=True)]


def articles(rows):
    return tuple(rows.row(number).article for number in range(len(rows)))


def test_boundaries_are_where_articles_meet():
    rows = RowTable(rows_of())
    assert [number for number in range(8) if is_boundary(rows, number)] == [3, 6]
    assert run(rows, 4) == range(3, 6)


def test_of_an_article_something_is_left_of_furniture_nothing_need_be():
    rows = RowTable(rows_of())
    assert reach(rows, 3) == range(1, 6)
    assert reach(rows, 6) == range(4, 8)


@pytest.mark.parametrize(("line", "at"), [(0, 3), (2, 3), (3, 3), (4, 3), (5, 6), (6, 6), (9, None)])
def test_the_nearest_boundary(line, at):
    assert nearest_boundary(RowTable(rows_of()), line) == at


def test_what_a_boundary_passes_changes_sides():
    rows = RowTable(rows_of())
    assert articles(with_boundary_moved(rows, 3, 1)) == (0, 1, 1, 1, 1, 1, None)
    assert articles(with_boundary_moved(rows, 3, 5)) == (0, 0, 0, 0, 0, 1, None)
    assert articles(rows) == OF


class Hand:
    """A mouse on the gutter of an editor."""

    def __init__(self, editor):
        self.editor = editor
        self.gutter = editor.gutter
        self.seen = []
        self.gutter.boundary_dropped.connect(lambda at, to: self.seen.append((at, to)))
        self.gutter.article_wanted.connect(lambda row: self.seen.append(("article", row)))
        self.gutter.start_wanted.connect(lambda line: self.seen.append(("start", line)))
        self.gutter.role_wanted.connect(lambda row, _place: self.seen.append(("role", row)))

    def top(self, number):
        starts = row_starts(self.editor, self.gutter.rect(), self.editor.rows, self.editor.index)
        return round(next(start.top for start in starts if start.number == number))

    def bar(self, number, below=0):
        return QPoint(self.gutter.width() - GAP - BAR // 2, self.top(number) + below)

    def press(self, place, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.mousePress(self.gutter, Qt.MouseButton.LeftButton, modifiers, place)

    def move(self, place):
        QTest.mouseMove(self.gutter, place)

    def release(self, place):
        QTest.mouseRelease(self.gutter, Qt.MouseButton.LeftButton, pos=place)


@pytest.fixture
def hand(editor):
    editor.show_page(TEXT)
    editor.set_rows(rows_of())
    return Hand(editor)


def test_a_boundary_is_dragged_and_dropped(hand):
    hand.press(hand.bar(3))
    hand.move(hand.bar(1))
    assert articles(hand.gutter.shown_rows) == (0, 1, 1, 1, 1, 1, None)
    assert hand.editor.guide == hand.top(1)
    assert articles(hand.editor.rows) == OF
    hand.release(hand.bar(1))
    assert hand.seen == [(3, 1)]
    assert hand.editor.guide is None


def test_escape_leaves_everything_as_it_was(hand):
    hand.press(hand.bar(3))
    hand.move(hand.bar(5))
    QTest.keyClick(hand.editor, Qt.Key.Key_Escape)
    assert articles(hand.gutter.shown_rows) == OF
    hand.release(hand.bar(5))
    assert hand.seen == []


def test_a_drag_ends_where_the_page_changes_under_it(hand):
    hand.press(hand.bar(3))
    hand.editor.set_rows(rows_of()[:5])
    hand.move(hand.bar(1))
    hand.release(hand.bar(1))
    assert hand.seen == []


def test_a_boundary_stops_before_the_last_line_of_an_article(hand):
    hand.press(hand.bar(3))
    hand.move(QPoint(hand.bar(3).x(), 0))
    hand.release(QPoint(hand.bar(3).x(), 0))
    assert hand.seen == [(3, 1)]


@pytest.mark.parametrize(
    ("below", "shape"),
    [(-3, "SplitVCursor"), (0, "SplitVCursor"), (3, "SplitVCursor"), (9, "PointingHandCursor")],
)
def test_the_cursor_shows_what_can_be_taken_hold_of(hand, below, shape):
    hand.move(hand.bar(3, below))
    assert hand.gutter.cursor().shape() == Qt.CursorShape[shape]


def test_a_long_drag_scrolls(editor, qtbot):
    text = "\n".join(f"第{number}行" for number in range(300))
    editor.show_page(text)
    editor.set_rows(rows_of(text, [0] * 5 + [1] * 295))
    hand = Hand(editor)
    hand.press(hand.bar(5))
    bottom = QPoint(hand.bar(5).x(), editor.gutter.height() - 1)
    hand.move(bottom)
    qtbot.waitUntil(lambda: editor.verticalScrollBar().value() > 5)
    hand.release(bottom)
    ((at, to),) = hand.seen
    assert at == 5
    assert to > 20


def test_clicks_choose_articles_roles_and_starts(hand):
    hand.press(hand.bar(4, 12))
    hand.release(hand.bar(4, 12))
    role = QPoint(hand.gutter.width() - 2 * GAP - BAR - 5, hand.top(2) + 8)
    hand.press(role)
    hand.release(role)
    number = QPoint(8, hand.top(4) + 8)
    hand.press(number, Qt.KeyboardModifier.ControlModifier)
    hand.release(number)
    assert hand.seen == [("article", 4), ("role", 2), ("start", 4)]


def test_a_double_click_on_a_bar_selects_the_lines_of_its_article(hand):
    QTest.mouseDClick(hand.gutter, Qt.MouseButton.LeftButton, pos=hand.bar(4, 12))
    assert hand.editor.selection == Span(TEXT.index("灯会"), TEXT.index("\n热线"))
