import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import RefusedError
from core.text.edit import apply_edits
from core.text.pattern import Pattern, PatternSearch, pattern
from core.text.span import Span

TEXT = "第1版 渡口\n第12版 𠮷日\n\n第3版"


def test_places_are_code_points_and_lines_have_ends() -> None:
    assert pattern(r"^第\d+版").places(TEXT) == [Span(0, 3), Span(7, 11), Span(16, 19)]
    assert pattern("𠮷.").places(TEXT) == [Span(12, 14)]
    assert pattern("版$").places(TEXT) == [Span(18, 19)]


def test_words_torn_by_a_line_end_are_not_put_together() -> None:
    search = PatternSearch(pattern("渡.?口"))
    assert search.places("渡一口渡口") == [(0, 3), (3, 5)]
    assert search.places("渡\n口") == []


def test_empty_places_are_left_out() -> None:
    assert pattern("x*").places("甲x乙") == [Span(1, 2)]


def test_groups_come_back_in_what_is_inserted() -> None:
    edits = pattern(r"第(\d+)版").edits(TEXT, r"\1 版")
    assert apply_edits(TEXT, edits) == "1 版 渡口\n12 版 𠮷日\n\n3 版"


@pytest.mark.parametrize("inserted", [r"\2", r"\g<x>", "\\"])
def test_a_group_that_there_is_not_is_refused(inserted: str) -> None:
    with pytest.raises(RefusedError, match="组"):
        pattern("(版)").edits(TEXT, inserted)


@pytest.mark.parametrize(
    ("written", "said"), [("(甲", "第 3 个字符"), ("[", "有误"), ("*", "第 1 个字符"), ("\\", "有误")]
)
def test_what_is_wrong_is_told_by_its_place(written: str, said: str) -> None:
    with pytest.raises(RefusedError, match=said):
        pattern(written)


@pytest.mark.parametrize("written", ["(甲+)+乙", "(?:甲|甲甲)+$乙"])
def test_what_would_never_end_is_stopped(written: str) -> None:
    begin = time.monotonic()
    with pytest.raises(RefusedError, match="太费时"):
        pattern(written).places("甲" * 100_000 + "丙", 0.05)
    assert time.monotonic() - begin < 30


@pytest.mark.parametrize(
    "written", ["(?:a{1000}){1000}", "a{99999999999}", "(" * 600, "((a{,100}){3,100}){2}" * 3]
)
def test_what_takes_too_much_to_understand_is_refused(written: str) -> None:
    with pytest.raises(RefusedError):
        pattern(written)


@given(st.text("甲乙.*+?()[]{}|^$\\1d,-<>=!P:", max_size=14), st.text("甲乙1\\g<>", max_size=5))
def test_whatever_is_typed_is_looked_for_or_refused(written: str, inserted: str) -> None:
    try:
        understood: Pattern = pattern(written)
        places = understood.places("甲乙甲甲乙", 0.05)
        assert all(len(place) for place in places)
        understood.edits("甲乙甲甲乙", inserted, 0.05)
    except RefusedError:
        return
