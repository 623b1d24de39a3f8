import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.text.hashes import begin_alike, beginnings_of, perhaps_among

hashes = st.lists(st.integers(0, 2**64 - 1), max_size=30).map(lambda held: np.array(held, dtype=np.uint64))


@given(hashes, hashes)
def test_none_that_is_among_the_others_is_left_out(one, other):
    known = np.concatenate((one[::2], other))
    assert set(np.flatnonzero(np.isin(one, known))) <= set(perhaps_among(one, known))
    assert begin_alike(one, beginnings_of(known)).tolist() == perhaps_among(one, known).tolist()


def test_most_that_are_not_are_left_out():
    random = np.random.default_rng(0)
    one, other = random.integers(0, 2**64, (2, 3000), dtype=np.uint64)
    assert len(perhaps_among(one, other)) < 300
