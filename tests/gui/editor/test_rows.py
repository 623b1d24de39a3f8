from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.document.draft import Draft, DraftArticle, DraftPiece
from core.document.layout import layout_of
from core.document.role import Role
from core.text.edit import Edit
from core.text.span import Span
from gui.editor.geometry import visible_blocks
from gui.editor.rows import GutterRow, RowTable, gutter_rows
from gui.editor.sections import sections

PAGE = "题一\n\n正文甲\n题二\n正文乙\n\n文甲续\n报头"
DRAFT = Draft(
    (
        DraftArticle(
            (
                DraftPiece(Span(0, 2), Role.TITLE),
                DraftPiece(Span(4, 7), Role.BODY),
                DraftPiece(Span(16, 19), Role.BODY, joins_previous=True),
            )
        ),
        DraftArticle((DraftPiece(Span(8, 10), Role.TITLE), DraftPiece(Span(11, 14), Role.BODY))),
    ),
    furniture=(Span(20, 22),),
)


def shown(editor):
    """Return, for every block in sight, the rows beside it and whether their bars begin and end there."""
    blocks = visible_blocks(editor, editor.viewport().rect())
    return [
        [(part.number, part.opens, part.closes) for part in sections(block, editor.rows, editor.index)]
        for block in blocks
    ]


def test_rows_stand_as_on_the_page_and_know_what_they_go_on_with():
    assert gutter_rows(layout_of(DRAFT)) == [
        GutterRow(Span(0, 2), Role.TITLE, 0),
        GutterRow(Span(4, 7), Role.BODY, 0),
        GutterRow(Span(8, 10), Role.TITLE, 1),
        GutterRow(Span(11, 14), Role.BODY, 1),
        GutterRow(Span(16, 19), Role.BODY, 0, joined_to=1),
        GutterRow(Span(20, 22), Role.OTHER, None),
    ]


def test_rows_grow_with_what_is_typed_into_them():
    table = RowTable(gutter_rows(layout_of(DRAFT))).after((Edit(2, "", "新"), Edit(8, "题", "")))
    assert [table[number].span for number in range(3)] == [Span(0, 3), Span(5, 8), Span(9, 10)]


def test_a_bar_runs_on_over_blank_lines_inside_an_article(editor):
    editor.show_page(PAGE)
    editor.set_rows(gutter_rows(layout_of(DRAFT)))
    assert shown(editor) == [
        [(0, True, False)],
        [(0, False, False)],
        [(1, False, True)],
        [(2, True, False)],
        [(3, False, True)],
        [],
        [(4, True, True)],
        [(5, True, True)],
    ]


def test_two_pieces_in_one_line_share_its_height(editor):
    editor.show_page("题一正文甲")
    editor.set_rows([GutterRow(Span(0, 2), Role.TITLE, 0), GutterRow(Span(2, 5), Role.BODY, 1)])
    (block,) = visible_blocks(editor, editor.viewport().rect())
    first, second = sections(block, editor.rows, editor.index)
    assert first.bottom == second.top == block.top + block.pitch / 2
    assert second.bottom == block.top + block.height


def test_a_row_over_several_lines_begins_in_the_first(editor):
    editor.show_page("表甲\n表乙\n")
    editor.set_rows([GutterRow(Span(0, 5), Role.TABLE, 0)])
    assert shown(editor) == [[(0, True, False)], [(0, False, True)], []]


def test_titles_are_larger_and_stay_so_as_they_move(editor):
    def heights():
        return [round(block.pitch) for block in visible_blocks(editor, editor.viewport().rect())]

    editor.show_page("正文\n题目\n正文")
    plain = heights()
    assert len(set(plain)) == 1
    editor.set_rows([GutterRow(Span(3, 5), Role.TITLE, 0)])
    titled = heights()
    assert titled[1] > titled[0] == titled[2] == plain[0]
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert heights()[1:] == titled
    editor.set_rows([])
    assert len(set(heights()[1:])) == 1


def test_blank_lines_are_low_until_something_is_composed_there(editor, compose):
    def heights():
        return [block.height for block in visible_blocks(editor, editor.viewport().rect())]

    editor.show_page("春江\n\n潮水", caret=3)
    line, blank, _ = heights()
    assert blank < line / 2
    compose(preedit="hai")
    assert heights()[1] == line
    compose()
    assert heights()[1] == blank


def test_a_click_in_the_gutter_selects_the_line(editor, qtbot):
    editor.show_page("春江\n潮水\n连海")
    second = visible_blocks(editor, editor.viewport().rect())[1]
    place = QPoint(10, round(second.top + second.height / 2))
    with qtbot.waitSignal(editor.gutter.line_clicked) as clicked:
        QTest.mouseClick(editor.gutter, Qt.MouseButton.LeftButton, pos=place)
    assert clicked.args == [1]
    assert editor.selection == Span(3, 5)


def test_the_gutter_is_as_wide_as_its_numbers(editor):
    editor.show_page("春\n" * 20)
    narrow = editor.gutter.width()
    editor.show_page("春\n" * 20000)
    assert editor.gutter.width() > narrow
    assert editor.viewport().geometry().left() == editor.gutter.width()
