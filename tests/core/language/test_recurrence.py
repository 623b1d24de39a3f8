import numpy as np

from core.language.gram_table import mixed, sums_of
from core.language.recurrence import Recurrence
from core.language.symbols import codes_of


def hashes(text):
    return mixed(sums_of(codes_of(text), len(text)), len(text))


def test_what_stands_in_all_texts_is_added_up():
    known = Recurrence.of([codes_of("王小明说王小明"), codes_of("王小明")])
    assert known.counts(hashes("王小明")).tolist() == [3.0]
    assert known.counts(hashes("小明说王")).tolist() == [1.0]


def test_counts_stop_at_what_a_byte_holds():
    assert Recurrence.of([codes_of("哈" * 600)]).counts(hashes("哈哈")).tolist() == [255.0]


def test_short_texts_have_nothing_to_count():
    assert Recurrence.of([codes_of("一"), codes_of("")]).counts(np.zeros((2, 3), dtype=np.uint64)).shape == (
        2,
        3,
    )
