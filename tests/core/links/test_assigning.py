from itertools import permutations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.links.assigning import best_pairs

GAINS = arrays(
    np.float64, st.tuples(st.integers(1, 4), st.integers(1, 4)), elements=st.integers(-2, 9).map(float)
)


@given(GAINS)
def test_no_other_pairing_gains_more(gains):
    pairs = best_pairs(gains)
    rows, columns = gains.shape
    wide = np.zeros((max(rows, columns),) * 2)
    wide[:rows, :columns] = np.maximum(gains, 0)
    most = max(sum(wide[at, to] for at, to in enumerate(order)) for order in permutations(range(len(wide))))
    assert sum(gains[pair] for pair in pairs) == most
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)


def test_what_gains_nothing_is_left_alone():
    assert best_pairs(np.array([[0.0, -1.0]])) == []
