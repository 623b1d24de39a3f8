import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.language.gram_table import STEPS, build_table, mixed, powers, sums_of

codes = st.lists(st.integers(1, 0x2FFFF), min_size=1, max_size=12).map(
    lambda values: np.array(values, dtype=np.uint32)
)


def hashes(count, seed=0):
    return np.random.default_rng(seed).integers(0, 2**63, size=count, dtype=np.uint64)


def test_counts_come_back_to_the_step():
    keys, counts = hashes(20_000), np.arange(1, 20_001)
    found = build_table(keys, counts).log2(keys)
    wrong = np.abs(found - np.log2(counts + 1.0)) > 0.5 / STEPS + 1e-5
    # Two sequences with the same mark in the same bucket are taken for each other.
    assert wrong.mean() < 0.001


def test_what_was_never_counted_has_no_count():
    table = build_table(hashes(20_000), np.full(20_000, 7))
    assert (table.log2(hashes(20_000, seed=1)) > 0).mean() < 0.001


def test_of_two_counts_of_one_sequence_the_greater_stays():
    keys = np.array([5, 5, 9], dtype=np.uint64)
    assert build_table(keys, np.array([1, 127, 3])).log2(keys[:1])[0] == 7.0


def test_any_shape_can_be_asked():
    keys = hashes(6)
    table = build_table(keys, np.full(6, 3))
    assert table.log2(keys.reshape(2, 3)).tolist() == [[2.0] * 3] * 2


@given(codes, st.integers(1, 6))
def test_sums_of_all_sequences_are_those_of_each(stream, length):
    sums = sums_of(stream, length)
    with np.errstate(over="ignore"):
        each = [
            (stream[start : start + length].astype(np.uint64) * powers(length)).sum(dtype=np.uint64)
            for start in range(max(0, len(stream) - length + 1))
        ]
    assert sums.tolist() == each


def test_sequences_of_different_lengths_do_not_fall_together():
    sums = sums_of(np.array([8, 8, 8], dtype=np.uint32), 1)
    assert (mixed(sums, 1) != mixed(sums, 2)).all()
