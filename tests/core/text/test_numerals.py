"""Numbers in all the ways newspapers write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text.numerals import by_place, in_chinese, value_of


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *(("十", 10), ("十五", 15), ("一百零五", 105), ("一百二十三", 123), ("二〇二五", 2025)),
        *(
            ("廿三", 23),
            ("卅", 30),
            ("两千", 2000),
            ("一万二", 12000),
            ("三百五", 350),
            ("三万零二十", 30020),
        ),
        *(("１２３", 123), ("1,234", 1234), ("3亿5000万", 350000000), ("2.5万亿", 2500000000000)),
        *(("貳拾伍", 25), ("三萬", 30000), ("3千", 3000), ("〇", 0), ("一九四九", 1949), ("2千万", 20000000)),
    ],
)
def test_numbers_are_read(written: str, value: int) -> None:
    assert value_of(written) == value


@pytest.mark.parametrize("written", ["", "甲", "百", "十十", "万", "1,23,", "一百二百", "点五", "3万5万"])
def test_what_is_no_number_is_none(written: str) -> None:
    assert value_of(written) is None


def test_decimals_are_read() -> None:
    assert value_of("三点一四") == Decimal("3.14")
    assert value_of("12.50") == Decimal("12.50")


@given(st.integers(0, 10**12 - 1))
def test_what_is_written_is_read_again(number: int) -> None:
    assert value_of(in_chinese(number)) == number
    assert value_of(str(number)) == number
    assert value_of(f"{number:,}") == number


@given(st.integers(10, 9999))
def test_digits_in_a_row_are_read_by_place(number: int) -> None:
    assert value_of(by_place(number)) == number


def test_out_of_range_is_refused() -> None:
    with pytest.raises(ValueError, match="1000000000000"):
        in_chinese(10**12)
    with pytest.raises(ValueError, match="-1"):
        by_place(-1)


@given(st.text("〇零一二两三十百千万亿廿卅点0123,.", max_size=12))
def test_any_text_is_read_without_error(text: str) -> None:
    value = value_of(text)
    assert value is None or value >= 0
