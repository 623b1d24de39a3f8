import numpy as np

from core.language.symbols import codes_of
from core.language.vocabulary import Neighbours, Vocabulary


def vocabulary():
    return Vocabulary(codes_of("丁丙乙甲"), np.array([1, 3, 7, 15], dtype=np.uint32))


def test_every_symbol_has_a_number_and_others_share_one():
    assert vocabulary().ids(codes_of("甲丁龘𠮷\U0010ffff")).tolist() == [3, 0, 4, 4, 4]


def test_counts_are_kept_as_logarithms():
    assert vocabulary().logs.tolist() == [1.0, 2.0, 3.0, 4.0]


def test_what_stands_beside_was_counted_on_both_sides():
    # 0 before 1, 1 before 2, 0 before 3
    first, second = np.array([0, 1, 0], dtype=np.uint16), np.array([1, 2, 3], dtype=np.uint16)
    neighbours = Neighbours.of(4, first, second, np.array([12, 24, 36], dtype=np.uint8))
    middle = np.array([1, 3], dtype=np.int32)
    assert neighbours.beside(np.int32(0), middle, np.int32(2)).tolist() == [3.0, 3.0]


def test_unknown_neighbours_are_beside_nothing(language):
    unknown = np.array([len(language.vocabulary)], dtype=np.int32)
    assert language.neighbours.beside(unknown, unknown, unknown).tolist() == [0.0]
