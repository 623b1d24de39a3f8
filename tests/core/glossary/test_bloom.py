import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.glossary.bloom import BloomFilter

HASHES = st.lists(st.integers(0, 2**64 - 1), max_size=40).map(lambda held: np.array(held, dtype=np.uint64))


@given(HASHES, HASHES)
def test_what_was_put_in_passes(held, others):
    passed = BloomFilter.of(held).passed(np.concatenate((others, held)))
    assert set(passed.tolist()) >= set(range(len(others), len(others) + len(held)))


def test_hardly_anything_else_does():
    hashes = np.random.default_rng(0).integers(0, 2**64, 20_000, dtype=np.uint64)
    assert len(BloomFilter.of(hashes[:1000]).passed(hashes[1000:])) < 190
    assert not len(BloomFilter.of(hashes[:0]).passed(hashes))
