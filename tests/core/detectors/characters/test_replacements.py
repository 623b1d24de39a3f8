"""Choosing among what might have been printed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.detectors.characters.doubtful import doubtful_places
from core.detectors.characters.readings import reading_of_text
from core.detectors.characters.replacements import greatest, replaced


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


@pytest.mark.parametrize(
    ("read", "printed"),
    [("异物为蜂蛛，属于食品", "蜘"), ("首都外的注河开展工作", "汴"), ("产业向彰田转移，", "莆")],
)
def test_rare_characters_are_proposed_where_words_have_them_or_they_look_alike(all_doubting, read, printed):
    doubtful = doubtful_places(reading_of_text(read), all_doubting)
    wrong = doubtful.of(np.flatnonzero(doubtful.odd.wrong))
    group = replaced(wrong, all_doubting)
    at = next(place for place in range(len(read)) if read[place] in "蜂注彰")
    tried = [
        chr(symbol)
        for owner, symbol in zip(group.owners.tolist(), group.symbols.tolist(), strict=True)
        if wrong.odd.read_at[owner] == at
    ]
    assert printed in tried
