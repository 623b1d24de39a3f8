"""Reading a page against the others from the keyboard: next variant, witnesses, taking readings."""

import pytest

from core.document.page import Source
from core.project.project import Project
from gui.panels.stack_painter import Shown

BEFORE = "入夏以来，青渚河畔的渡口修葺一新，每日清早都有渡船往返两岸，乡亲们挑着新摘的瓜果去赶集。"
AFTER = "傍晚时分，茶馆里坐满了歇脚的人，说书先生正讲到紧要处，谁也舍不得先走，连灯笼都忘了点。"
STORY = f"# 渡口通航\n\n{BEFORE}\n\n{AFTER}\n"
WRONG = STORY.replace("瓜果", "爪果")
THIRD = WRONG + "\n# 又一条\n\n明日有雨。\n"
"""A page is taken into a project once, so this one is not the very same as the first."""
SCHOOL = "# 山村小学添了新书\n\n孩子们围着书架挑自己喜欢的故事。\n"
TEXTS = (WRONG, STORY.replace("茶馆", "茶倌"), THIRD, SCHOOL)


@pytest.fixture
def bench(make_window, tmp_path):
    path = tmp_path / "渡口.jiaochou"
    project = Project.create(path, "林晓禾")
    project.add_pages(
        [Source(f"第{number}版", text.encode(), "utf-8", text) for number, text in enumerate(TEXTS, 1)]
    )
    project.close()
    made = make_window(path)
    fresh(made)
    return made


def witnesses(bench):
    return bench.window._variants.witnesses


def fresh(bench):
    """Wait until the page has been read against the others as they stand."""
    bench.settle()
    ready = []
    witnesses(bench).when_fresh(lambda: ready.append(True))
    bench.qtbot.waitUntil(lambda: bool(ready))


def shown(bench) -> Shown:
    view = bench.panes.variants.stack_view
    bench.qtbot.waitUntil(lambda: view.shown is not None)
    return view.shown


def lines(bench):
    return ["".join(cell.character or "＿" for cell in row.cells) for row in shown(bench).stack.rows]


def test_the_next_variant_shows_its_sentence_and_who_has_it(bench):
    bench.press("F4")
    assert bench.editor.text[bench.editor.caret] == "爪"
    assert lines(bench) == [BEFORE.replace("瓜", "爪"), BEFORE, BEFORE.replace("瓜", "爪")]
    assert list(shown(bench).names) == ["本版", "第2版", "第3版"]
    assert bench.panes.variants.summary == "异文 2 处 · 他本 2"
    told = bench.panes.variants.readings.shown
    assert told.head == "第 1 处，共 2 处 · 文字不同"
    assert [(row.text, row.who, row.own) for row in told.rows] == [
        ("爪", "本版、第3版", True),
        ("瓜", "第2版", False),
    ]
    bench.press("F4")
    assert bench.editor.text[bench.editor.caret] == "馆"
    bench.press("Shift+F4")
    assert bench.editor.text[bench.editor.caret] == "爪"


def test_behind_the_last_variant_comes_the_next_page_and_before_the_first_the_one_before(bench):
    bench.press("F4", "F4", "F4")
    bench.qtbot.waitUntil(lambda: bench.told == "到 第2版，有 2 处异文")
    assert bench.mirror.page == 2
    assert bench.editor.text[bench.editor.caret] == "瓜"
    bench.press("Shift+F4")
    bench.qtbot.waitUntil(lambda: bench.told == "到 第1版，有 2 处异文")
    assert bench.editor.text[bench.editor.caret] == "馆"
    bench.press("Ctrl+PgDown", "Ctrl+PgDown")
    bench.qtbot.waitUntil(lambda: bench.mirror.page == 3)
    fresh(bench)
    # The last page has none, so it is the first one that comes next.
    bench.press("F4", "F4", "F4")
    bench.qtbot.waitUntil(lambda: bench.told == "到 第1版，有 2 处异文")
    assert bench.editor.text[bench.editor.caret] == "爪"


def test_who_types_while_the_next_page_is_looked_for_stays(bench):
    bench.press("F4", "F4", "F4")
    bench.compose(commit="新")
    fresh(bench)
    bench.qtbot.wait(100)
    assert bench.mirror.page == 1


def test_the_number_of_variants_stands_in_the_tab(bench):
    tabs = bench.panes._tabs
    assert tabs.tabText(tabs.indexOf(bench.panes.variants)) == "异文 2"


def test_a_reading_is_taken_with_one_key_and_says_from_whom(bench):
    bench.press("F4", "Alt+2")
    bench.settle()
    assert bench.stored(1).text == STORY
    assert bench.stored(3).text == THIRD
    assert bench.ask(lambda project: project.steps()[0].why) == "witness:第2版"
    bench.press("Ctrl+Z")
    bench.settle()
    assert bench.stored(1).text == WRONG


def test_all_pages_that_share_the_error_are_one_step_after_a_question(bench):
    bench.press("F4", "Alt+0")
    question = bench.panes.variants.question
    assert bench.panes.variants.asking
    assert question.question == "2 版都作“爪”，一起改为“瓜”？撤销一次就全部退回。"
    assert question.lines == ["本版　…乡亲们挑着新摘的[-爪-][+瓜+]果去赶集。傍晚时…", question.lines[1]]
    bench.press("Return")
    bench.settle()
    assert [bench.stored(page).text for page in (1, 3)] == [STORY, THIRD.replace("爪", "瓜")]
    assert bench.focus is bench.editor
    bench.press("Ctrl+Z")
    bench.settle()
    assert [bench.stored(page).text for page in (1, 3)] == [WRONG, THIRD]


def test_the_question_can_be_refused(bench):
    bench.press("F4", "Alt+0", "Esc")
    bench.settle()
    assert not bench.panes.variants.asking
    assert [bench.stored(page).text for page in (1, 3)] == [WRONG, THIRD]


def test_what_only_this_page_reads_is_not_asked_about(bench):
    bench.show(2)
    fresh(bench)
    bench.press("F4", "Alt+0")
    assert bench.told == "只有本版这样读；按 Alt 加数字在本版取别的读法"


def test_from_page_to_page_and_back(bench):
    bench.press("F4", "F6")
    bench.qtbot.waitUntil(lambda: bench.mirror.page == 2)
    bench.settle()
    assert bench.editor.text[bench.editor.caret] == "瓜"
    fresh(bench)
    bench.press("F6")
    bench.qtbot.waitUntil(lambda: bench.mirror.page == 3)
    bench.settle()
    assert bench.editor.text[bench.editor.caret] == "爪"
    bench.press("Shift+F6")
    bench.qtbot.waitUntil(lambda: bench.mirror.page == 2)
    bench.settle()
    bench.press("Shift+F6")
    bench.qtbot.waitUntil(lambda: bench.mirror.page == 1)
    bench.settle()
    assert bench.editor.text[bench.editor.caret] == "爪"


def test_in_the_pane_digits_take_and_arrows_walk(bench):
    bench.press("F4", "Ctrl+7")
    assert bench.focus is bench.panes.variants.stack_view
    bench.press("Right")
    assert bench.editor.text[bench.editor.caret] == "馆"
    bench.press("Left", "2")
    bench.settle()
    assert bench.stored(1).text == STORY
    bench.press("Esc")
    assert bench.focus is bench.editor


def test_enter_goes_to_the_witness_that_is_chosen(bench):
    bench.press("F4", "Ctrl+7", "Down", "Down", "Return")
    bench.qtbot.waitUntil(lambda: bench.mirror.page == 3)
    bench.settle()
    assert bench.editor.text[bench.editor.caret] == "爪"


def test_the_witnesses_follow_the_caret_and_the_text(bench):
    bench.press("F4")
    bench.go_to("傍晚")
    bench.qtbot.waitUntil(lambda: lines(bench)[0] == AFTER)
    bench.compose(commit="新")
    fresh(bench)
    bench.qtbot.waitUntil(lambda: lines(bench)[0] == "新" + AFTER)
    assert lines(bench)[1] == "＿" + AFTER.replace("馆", "倌")


def test_typing_makes_the_reading_ours(bench):
    bench.press("F4", "Delete")
    bench.compose(commit="瓜")
    fresh(bench)
    assert len(witnesses(bench).collation.variants) == 2
    assert [one.span.of(bench.editor.text) for one in witnesses(bench).collation.variants] == ["瓜", "馆"]


def test_where_nothing_is_shared_it_says_so(bench):
    bench.show(4)
    fresh(bench)
    bench.press("Ctrl+7")
    bench.qtbot.waitUntil(lambda: bench.panes.variants.sentence == "此版没有别的版面载同一文字")
    bench.press("Alt+1")
    assert bench.told == "先用 F4 到一处异文"


def test_marks_are_shown_when_they_are_wanted(bench):
    bench.show(2)
    fresh(bench)
    before = len(witnesses(bench).collation.variants)
    bench.go_to("，")
    bench.press("Delete")
    bench.compose(commit="、")
    fresh(bench)
    assert len(witnesses(bench).collation.variants) == before
    bench.panes.variants.surface.click()
    fresh(bench)
    assert len(witnesses(bench).collation.variants) == before + 1


def test_a_correction_elsewhere_is_seen_here(bench):
    bench.show(3)
    fresh(bench)
    bench.press("F4", "Alt+2")
    bench.settle()
    bench.show(1)
    fresh(bench)
    assert [len(reading.witnesses) for reading in witnesses(bench).collation.variants[0].readings] == [1, 2]


def test_where_no_page_has_any_it_says_so(make_window, tmp_path):
    path = tmp_path / "小学.jiaochou"
    project = Project.create(path, "林晓禾")
    project.add_pages(
        [
            Source(f"第{number}版", text.encode(), "utf-8", text)
            for number, text in enumerate((SCHOOL, STORY), 1)
        ]
    )
    project.close()
    bench = make_window(path)
    fresh(bench)
    bench.press("F4")
    bench.qtbot.waitUntil(lambda: bench.told == "此版没有别的版面载同一文字")
    assert bench.mirror.page == 1
