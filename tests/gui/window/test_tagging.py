"""Article boundaries and roles, one key each: tree and gutter follow, and one undo takes it back."""

import pytest
from PySide6.QtWidgets import QInputDialog

from core.text.span import Span

BODY = "老船工说"


def titles(bench):
    """The articles as the tree shows them."""
    model = bench.panes.articles.model
    return [model.title(article) for article in model.shown.layout.order]


def role_at(bench, words):
    """What the gutter says of the line with `words`: its role and the place of its article."""
    at = bench.editor.text.index(words)
    row = next(row for row in bench.rows if row.span.holds(at))
    return str(row.role), row.article


def shown_as_stored(bench):
    """Whether mirror, tree and project hold the same articles."""
    stored = bench.stored().layout
    return bench.mirror.layout == stored and bench.panes.articles.model.shown.layout == stored


def test_an_article_is_started_at_the_line_of_the_caret(bench):
    bench.go_to(BODY)
    bench.press("Ctrl+Return")
    bench.settle()
    assert len(titles(bench)) == 3
    assert role_at(bench, BODY)[1] == 1
    assert role_at(bench, "集市搬回老街") == ("title", 2)
    assert shown_as_stored(bench)
    bench.press("Ctrl+Z")
    bench.settle()
    assert titles(bench) == ["青渚渡口今日通航", "集市搬回老街"]
    assert role_at(bench, BODY) == ("body", 0)
    assert shown_as_stored(bench)


@pytest.mark.parametrize(("key", "words"), [("Ctrl+Up", "掌柜添了"), ("Ctrl+Down", BODY)])
def test_two_articles_are_merged(bench, key, words):
    bench.go_to(words)
    bench.press(key)
    bench.settle()
    assert len(titles(bench)) == 1
    assert role_at(bench, "掌柜添了") == ("body", 0)
    assert shown_as_stored(bench)


@pytest.mark.parametrize(
    ("key", "role"),
    [
        ("Alt+T", "title"),
        ("Alt+K", "kicker"),
        ("Alt+H", "heading"),
        ("Alt+G", "caption"),
        ("Alt+Y", "byline"),
    ],
)
def test_a_line_is_given_a_role(bench, key, role):
    bench.go_to(BODY)
    bench.press(key)
    bench.settle()
    assert role_at(bench, BODY) == (role, 0)
    assert shown_as_stored(bench)
    bench.press("Alt+B")
    bench.settle()
    assert role_at(bench, BODY) == ("body", 0)


def test_all_selected_lines_are_marked_as_furniture_in_one_step(bench):
    start = bench.go_to("本报讯")
    bench.editor.select(Span(start, bench.editor.text.index("如今码头")))
    bench.press("Alt+F")
    bench.settle()
    assert role_at(bench, "本报讯")[1] is None
    assert role_at(bench, BODY)[1] is None
    assert shown_as_stored(bench)
    bench.press("Ctrl+Z")
    bench.settle()
    assert role_at(bench, BODY) == ("body", 0)


def test_a_line_is_joined_to_the_paragraph_above_and_parted_again(bench):
    bench.go_to(BODY)
    bench.press("Ctrl+J")
    bench.settle()
    joined = next(row for row in bench.rows if row.span.holds(bench.editor.caret))
    assert bench.rows[joined.joined_to].span.of(bench.editor.text).startswith("本报讯")
    bench.press("Ctrl+J")
    bench.settle()
    assert all(row.joined_to is None for row in bench.rows)
    assert shown_as_stored(bench)


@pytest.mark.parametrize(
    ("key", "words", "told"),
    [
        ("Ctrl+Up", "本报讯", "这已经是本版的第一篇稿件，上面没有可以并入的稿件"),
        ("Ctrl+Down", "掌柜添了", "这已经是本版的最后一篇稿件，下面没有可以并入的稿件"),
        ("Ctrl+Return", "集市搬回", "这一行已经是一篇稿件的开头"),
        ("Ctrl+J", "# 集市搬回", "稿件的第一行前面没有可以连接的段落"),
        ("Ctrl+Up", "\n\n# 集市", "这一行不属于任何稿件"),
    ],
)
def test_what_cannot_be_done_is_said_in_the_status_bar(bench, key, words, told):
    before = bench.stored()
    place = bench.go_to(words)
    if words.startswith("\n"):
        bench.editor.select(Span(place + 1, place + 1))
    bench.press(key)
    bench.settle()
    assert bench.told == told
    assert bench.stored() == before
    bench.type("a")
    bench.settle()
    assert bench.stored().text == bench.editor.text


def test_a_line_end_typed_into_a_paragraph_makes_two_pieces(bench):
    pieces = len(bench.rows)
    bench.go_to("如今码头")
    bench.press("Return")
    bench.settle()
    assert len(bench.rows) == pieces + 1
    assert shown_as_stored(bench)


def test_the_tree_follows_what_is_typed_into_a_title(bench, qtbot):
    bench.go_to("青渚渡口")
    bench.type("abc")
    qtbot.waitUntil(lambda: titles(bench)[0] == "abc青渚渡口今日通航")


def test_choosing_in_the_tree_goes_to_the_text(bench):
    articles = bench.panes.articles
    bench.press("Ctrl+3")
    assert bench.focus is articles.view
    bench.press("Home", "Down", "Return")
    assert bench.editor.text[bench.editor.caret :].startswith(("# 集市", "# 青渚", "本报讯"))
    assert bench.focus is bench.editor


def test_an_article_is_renamed(bench, monkeypatch):
    bench.go_to(BODY)
    asked = []

    def answer(*arguments, text=""):
        asked.append(text)
        return "渡口", True

    monkeypatch.setattr(QInputDialog, "getText", answer)
    bench.press("F2")
    bench.settle()
    assert (asked, titles(bench)[0]) == (["青渚渡口今日通航"], "渡口")
    assert shown_as_stored(bench)


def test_an_article_whose_name_is_left_as_it_is_still_goes_by_its_title(bench, monkeypatch):
    bench.go_to(BODY)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, text="": (text, True))
    bench.press("F2")
    bench.settle()
    assert bench.stored().layout.articles[bench.mirror.layout.order[0]].name is None


def test_what_is_set_by_hand_is_not_found_anew(bench):
    bench.go_to(BODY)
    bench.press("Alt+T")
    bench.settle()
    bench.window.actions_["segment"].trigger()
    bench.settle()
    assert "已经是这样了" in bench.told
    assert role_at(bench, BODY) == ("title", 0)


def test_a_page_is_signed_and_taken_back(bench):
    bench.press("Ctrl+Shift+K")
    bench.settle()
    assert bench.stored().round == 1
    assert bench.panes.pages.model.all_pages()[0].round == 1
    bench.window.actions_["take-back"].trigger()
    bench.settle()
    assert bench.stored().round == 0
    bench.window.actions_["take-back"].trigger()
    bench.settle()
    assert bench.told == "本版还没有签样"
