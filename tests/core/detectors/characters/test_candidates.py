"""What is proposed for a misread character before it is weighed."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.detectors.characters.candidates import FIGURES, candidates_of, greatest, said_before
from core.detectors.characters.doubtful import doubtful_places
from core.detectors.characters.readings import reading_of_text


@given(
    arrays(
        np.float32, st.tuples(st.integers(1, 4), st.integers(9, 400)), elements=st.floats(-9, 0, width=32)
    ),
    st.integers(1, 9),
)
def test_the_greatest_are_none_but_the_greatest(values, most):
    columns = greatest(values, most)
    assert all(len(set(row)) == most for row in columns.tolist())
    found = np.sort(np.take_along_axis(values, columns, axis=1), axis=1)
    assert (found == np.sort(values, axis=1)[:, -most:]).all()


@given(arrays(np.int32, st.tuples(st.integers(1, 4), st.integers(1, 9)), elements=st.integers(0, 4)))
def test_what_was_said_before_stands_further_left(values):
    for row, again in zip(values.tolist(), said_before(values).tolist(), strict=True):
        assert again == [value in row[:at] for at, value in enumerate(row)]


def test_looks_engines_and_the_model_propose_each_symbol_once_and_never_what_stands_there(all_doubting):
    doubtful = doubtful_places(reading_of_text("他向大家通报了工作进辰情况。"), all_doubting)
    wrong = doubtful.of(np.flatnonzero(doubtful.odd.seen == ord("辰")))
    tried = candidates_of(wrong, all_doubting.alternatives.of(wrong.odd.seen), all_doubting)
    assert tried.figures.shape == (*tried.ids.shape, FIGURES)
    ids = tried.ids[tried.ids < len(all_doubting.vocabulary)]
    proposed = "".join(map(chr, all_doubting.vocabulary.codes[ids]))
    assert "展" in proposed
    assert "辰" not in proposed
    assert len(set(proposed)) == len(proposed)
