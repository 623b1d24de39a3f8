"""Choosing among what might have been printed."""

import numpy as np
import pytest

from core.detectors.characters.doubtful import doubtful_places
from core.detectors.characters.readings import reading_of_text
from core.detectors.characters.replacements import KEPT, RARE, WORDED, replaced


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


def test_few_are_weighed_and_what_was_printed_is_among_them(all_doubting):
    doubtful = doubtful_places(reading_of_text("他向大家通报了工作进辰情况。"), all_doubting)
    group = replaced(doubtful.of(np.flatnonzero(doubtful.odd.seen == ord("辰"))), all_doubting)
    assert ord("展") in group.symbols.tolist()
    assert len(group.symbols) <= KEPT + RARE + WORDED
