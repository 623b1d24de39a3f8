import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.importers.natural import natural_key


@pytest.mark.parametrize(
    "names",
    [
        ["page-2.txt", "page-10.txt", "page-100.txt"],
        ["第二版.txt", "第九版.txt", "第十版.txt", "第十二版.txt", "第二十版.txt", "第一百零三版.txt"],
        ["一版", "二版", "三版", "十版"],
        ["二〇一九期", "二〇二〇期"],
        ["a1b2", "A1b10", "a2b1"],
        ["第１版", "第2版", "第１０版"],
        ["2021-3-5·1", "2021-3-5·2", "2021-03-10·1"],
    ],
)
def test_numbers_go_by_their_size(names: list[str]) -> None:
    backwards = names[::-1]
    assert sorted(backwards, key=natural_key) == names


def test_numerals_inside_words_are_words() -> None:
    assert sorted(["三峡", "一湖"], key=natural_key) == ["一湖", "三峡"]
    assert natural_key("十里") != natural_key("10里")


def test_names_may_hold_very_long_numbers() -> None:
    assert natural_key("9" * 5000) < natural_key("1" + "0" * 5000)


@given(st.lists(st.text("0019aA一十第版 .-１")))
def test_any_names_have_one_order(names: list[str]) -> None:
    backwards = names[::-1]
    assert sorted(names, key=natural_key) == sorted(backwards, key=natural_key)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_numbered_names_go_like_their_numbers(one: int, other: int) -> None:
    assert (natural_key(f"p{one}.txt") < natural_key(f"p{other}.txt")) == (one < other)
