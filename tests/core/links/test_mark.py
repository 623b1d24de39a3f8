import pytest

from core.links.mark import Direction, jump_marks, page_number

TO, FROM = Direction.TO, Direction.FROM


@pytest.mark.parametrize(
    ("line", "direction", "pages", "headline"),
    [
        ("（下转第四版）", TO, ("4",), ""),
        ("下转4版", TO, ("4",), ""),
        ("(下轉第十二版)", TO, ("12",), ""),
        ("下转A04版", TO, ("A4",), ""),
        ("下转Ｂ２版", TO, ("B2",), ""),
        ("（下转2、3版）", TO, ("2", "3"), ""),
        ("（下转第二至四版）", TO, ("2", "3", "4"), ""),
        ("上接第1版", FROM, ("1",), ""),
        ("■上接第1版", FROM, ("1",), ""),
        ("（紧接第二版）", FROM, ("2",), ""),
        ("（紧转第二版）", TO, ("2",), ""),
        ("（接第一版）", FROM, ("1",), ""),
        ("（下转第四版《渡口通航》）", TO, ("4",), "渡口通航"),
        ("上接第一版《潮水退去》", FROM, ("1",), "潮水退去"),
        ("上接1版：渡口今日通航", FROM, ("1",), "渡口今日通航"),
    ],
)
def test_a_jump_mark_is_read(line, direction, pages, headline):
    (mark,) = jump_marks(line)
    assert (mark.direction, mark.pages, mark.headline) == (direction, pages, headline)
    assert mark.span.of(line) == line


def test_a_mark_in_a_line_is_found_where_it_stands():
    text = "潮水退去，渡船（下转第3版）\n灯会开了。\n▲上接第1版 人很多。"
    assert [mark.span.of(text) for mark in jump_marks(text)] == ["（下转第3版）", "▲上接第1版"]


@pytest.mark.parametrize(
    "line", ["他们接第2版的稿件", "再版", "相关报道见第3版", "下转版", "图书转第三版印刷"]
)
def test_other_words_are_no_mark(line):
    assert not list(jump_marks(line))


def test_numbers_of_pages_are_compared_as_one():
    assert [page_number(words) for words in ("四", "04", "Ａ０４", "二十一", "0", "版")] == [
        "4",
        "4",
        "A4",
        "21",
        None,
        None,
    ]
