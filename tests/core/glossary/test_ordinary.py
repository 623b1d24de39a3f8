import numpy as np
import pytest

from core.glossary.ordinary import counts_in, highest_counts
from core.language.gram_table import build_table, mixed, sums_of
from core.language.symbols import codes_of, symbols
from core.text.span import Span

COUNTED = {"渡船": 90, "渡船来": 12, "坐渡船": 5, "船来了": 3}


@pytest.fixture(scope="module")
def grams():
    hashes = [mixed(sums_of(codes_of(symbols(form)), len(form)), len(form))[0] for form in COUNTED]
    return build_table(np.array(hashes, dtype=np.uint64), np.array(list(COUNTED.values()), dtype=np.int64))


def test_counts_come_back_as_they_were_counted(grams):
    count = counts_in(grams)
    for form, times in COUNTED.items():
        assert count(form) == pytest.approx(times, rel=0.05)
    assert count("渡口") == 0
    assert count("") == count("渡船来了没有") == 0


def test_script_makes_no_difference(grams):
    assert counts_in(grams)("渡船來") == counts_in(grams)("渡船来")


def test_the_commonest_sequence_around_a_place_speaks(grams):
    text = "我坐渡船来了"
    at = [Span(3, 4), Span(2, 4), Span(0, 1), Span(0, 6)]
    assert highest_counts(grams, text, at, 3) == pytest.approx([12, 12, 0, 0], rel=0.05)
    assert highest_counts(grams, "渡", [Span(0, 1)], 3) == [0.0]
    assert highest_counts(grams, text, [], 3) == []
