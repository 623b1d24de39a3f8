import numpy as np
import pytest

from core.detectors.characters.doubtful import doubtful_places
from core.detectors.characters.readings import reading_of_text
from core.detectors.characters.rivals import FARTHEST, rivals_of


def lead_at(text, at, language):
    odd = doubtful_places(reading_of_text(text), language).odd
    return dict(zip(odd.read_at.tolist(), rivals_of(odd, language).lead.tolist(), strict=True))[at]


@pytest.mark.parametrize(
    ("text", "at", "right"),
    [("推动经挤发展，", 3, "济"), ("日前在北京举衍，", 6, "行"), ("自已动手", 1, "己")],
)
def test_what_is_misread_has_a_rival_ahead(all_doubting, text, at, right):
    assert lead_at(text, at, all_doubting) > -10
    doubtful = doubtful_places(reading_of_text(text), all_doubting)
    row = doubtful.odd.read_at.tolist().index(at)
    best = doubtful.rivals.ids[row, 1 + np.argmax(doubtful.rivals.bits[row, 1:])]
    assert chr(all_doubting.vocabulary.codes[best]) == right


def test_a_symbol_is_no_rival_of_itself(all_doubting):
    doubtful = doubtful_places(reading_of_text("自已动手，经挤发展。"), all_doubting)
    rivals = doubtful.rivals
    same = rivals.ids[:, 1:] == rivals.ids[:, :1]
    assert np.all(np.isneginf(rivals.bits[:, 1:][same]))
    assert np.all(rivals.lead >= -FARTHEST)
