"""The stack of witnesses: bands, rows, keys; the readings beside it; the question before pages change."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtTest import QTest

from core.collation.page_collation import collate_page
from core.collation.stacked import stack_at
from core.document.page import PageView
from gui.panels.everywhere import Change
from gui.panels.readings import ReadingRow, VariantShown
from gui.panels.stack_painter import reading_ground, shown
from gui.panels.variants import VariantsPanel
from gui.theme import load_theme

SENTENCE = (
    "入夏以来，青渚河畔的渡口修葺一新，每日清早都有渡船往返两岸，乡亲们挑着新摘的瓜果去赶集，傍晚才"
    "回来，茶馆里坐满了歇脚的人，说书先生正讲到紧要处，谁也舍不得先走，连灯笼都忘了点。"
)
NAMES = ("本版", "滨河日报 第2版", "滨河日报 第3版")


@pytest.fixture
def stack():
    texts = (SENTENCE, SENTENCE.replace("瓜果", "爪果"), SENTENCE.replace("灯笼", "火笼"))
    pages = zip((1, 2, 3), NAMES, texts, strict=True)
    page, *others = (PageView(*it) for it in pages)
    return stack_at(collate_page(page, others), 0)


@pytest.fixture
def panel(qtbot):
    made = VariantsPanel(load_theme("light"), QFont())
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    return made


VARIANT = VariantShown(
    "第 1 处，共 2 处 · 文字不同",
    [ReadingRow(0, "瓜", "本版、第3版", True, False), ReadingRow(1, "爪", "第2版", False, True)],
    "尚不能定",
)


def show(panel, stack, current=0):
    panel.show_stack(shown(stack, NAMES, current, 0), VARIANT)
    return panel.stack_view


def test_a_long_sentence_is_wrapped_and_the_current_variant_is_in_sight(panel, stack):
    panel.resize(900, 160)
    view = show(panel, stack, current=1)
    assert view._bands() > 1
    assert view.verticalScrollBar().value() > 0
    show(panel, stack, current=0)
    wide = view._bands()
    panel.resize(600, 300)
    assert view._bands() > wide


def test_who_reads_alike_has_the_same_ground(panel, stack, qtbot):
    view = show(panel, stack)
    qtbot.waitExposed(panel)
    image = view.viewport().grab().toImage()
    em, first = view._em, stack.columns.index(0)
    column, band = first % view._per_band, first // view._per_band

    def ground(row):
        x = view._left + column * 1.16 * em + 2
        y = 0.45 * em + band * view._band_height + row * 1.75 * em + 3 - view.verticalScrollBar().value()
        return QColor(image.pixel(round(x * image.devicePixelRatio()), round(y * image.devicePixelRatio())))

    theme = load_theme("light")
    assert ground(0) == ground(2) != ground(1)
    assert ground(0) != theme.color("page")
    assert reading_ground(theme, 0) != reading_ground(theme, 1)


def test_keys_walk_choose_and_take(panel, stack, qtbot):
    view = show(panel, stack)
    steps, taken, places, everywhere = [], [], [], []
    view.step_requested.connect(steps.append)
    view.take_requested.connect(taken.append)
    view.place_chosen.connect(lambda page, place: places.append((page, place)))
    view.everywhere_requested.connect(lambda: everywhere.append(True))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_2, Qt.Key.Key_0):
        QTest.keyClick(view, key)
    assert (steps, taken, everywhere) == ([True, False], [1], [True])
    QTest.keyClick(view, Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert places == [(2, SENTENCE.index("瓜"))]


def test_a_double_click_goes_to_the_witness_under_the_mouse(panel, stack):
    view = show(panel, stack)
    places = []
    view.place_chosen.connect(lambda page, _place: places.append(page))
    height = round(0.45 * view._em + 2.5 * 1.75 * view._em)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, height))
    assert (places, view.chosen) == ([3], 2)


def test_the_witness_that_was_chosen_stays_chosen(panel, stack):
    view = show(panel, stack)
    view._choose(2)
    show(panel, stack, current=1)
    assert view.chosen == 2


def test_a_double_click_takes_a_reading_but_not_the_pages_own(panel, stack):
    show(panel, stack)
    taken = []
    panel.readings.take_requested.connect(taken.append)
    for row in (0, 1):
        place = panel.readings._line(row).center()
        QTest.mouseDClick(panel.readings, Qt.MouseButton.LeftButton, pos=place)
    assert taken == [1]


def test_what_is_seen_is_said_to_who_cannot_see_it(panel, stack):
    view = show(panel, stack)
    assert view.accessibleDescription().splitlines()[1] == f"{NAMES[1]}：{SENTENCE.replace('瓜', '爪')}"
    assert panel.readings.accessibleDescription().splitlines() == [
        VARIANT.head,
        "1 瓜 本版、第3版",
        "2 爪 第2版",
        "尚不能定",
    ]


def test_a_sentence_stands_where_there_is_no_stack(panel, stack):
    show(panel, stack)
    panel.say("此版没有别的版面载同一文字")
    assert panel.sentence == "此版没有别的版面载同一文字"
    assert panel.stack_view.shown is None


def test_the_question_lists_every_page_and_enter_agrees(panel, stack):
    show(panel, stack)
    answers = []
    panel.question.agreed.connect(lambda: answers.append(True))
    panel.question.refused.connect(lambda: answers.append(False))
    panel.ask([Change("本版", "的", "爪", "瓜", "果"), Change("第3版", "的", "", "瓜", "果")])
    assert panel.asking
    assert panel.question.lines == ["本版　…的[-爪-][+瓜+]果…", "第3版　…的[+瓜+]果…"]
    QTest.keyClick(panel.question._yes, Qt.Key.Key_Return)
    QTest.keyClick(panel.question._yes, Qt.Key.Key_Escape)
    assert answers == [True, False]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_it_can_be_painted_in_every_theme(panel, stack, name, qtbot):
    view = show(panel, stack)
    panel.set_theme(load_theme(name))
    qtbot.waitExposed(panel)
    image = view.viewport().grab().toImage()
    assert QColor(image.pixel(1, image.height() - 2)) == load_theme(name).color("page")
