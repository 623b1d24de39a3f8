import numpy as np

from core.language.network import Network
from core.language.sieve import MISSING, WRONG, Mesh, Sieve

ROWS = np.array([[-1.0, 2.0], [0.0, 0.0], [3.0, -5.0]], dtype=np.float32)


def mesh(*least):
    as_they_are = np.eye(2, dtype=np.float32), np.zeros(2, dtype=np.float32)
    return Mesh(Network((as_they_are,)), np.array(least, dtype=np.float32))


def test_what_is_likely_enough_is_held_back():
    held = mesh(0.0, 1.0)(ROWS)
    assert held[:, WRONG].tolist() == [False, True, True]
    assert held[:, MISSING].tolist() == [True, False, False]


def test_a_sieve_that_holds_all_holds_all():
    sieve = Sieve.holding_all(2, 3)
    assert sieve.by_counts(ROWS).all()
    assert sieve.by_context(np.ones((4, 3), dtype=np.float32)).all()
