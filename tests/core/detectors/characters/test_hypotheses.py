import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.detectors.characters.groups import Kind
from core.detectors.characters.hypotheses import hypotheses
from core.detectors.characters.odd_places import GAP, odd_places
from core.detectors.characters.readings import reading_of_text
from core.language.stream import SIDE

CLEAN = "会议强调，要深入学习贯彻习近平新时代中国特色社会主义思想，推动经济高质量发展。"


def tried(text, language):
    """Return for each odd place of a text which kinds of hypotheses there are, and what is tried there."""
    reading = reading_of_text(text)
    odd = odd_places(reading, language)
    found = {int(place) - SIDE: set() for place in odd.places}
    for group in hypotheses(odd, language):
        for owner, symbol in zip(group.owners.tolist(), group.symbols.tolist(), strict=True):
            found[int(odd.places[owner]) - SIDE].add((group.kind, chr(symbol) if symbol else ""))
    return found


@pytest.mark.parametrize("lost", ["强", "近", "新", "思", "质"])
def test_a_lost_character_is_tried_in_the_gap_it_leaves(language, lost):
    at = CLEAN.index(lost)
    found = tried(CLEAN[:at] + CLEAN[at + 1 :], language)
    assert (Kind.INSERT, lost) in found[at]


def test_where_only_a_gap_is_odd_nothing_else_is_tried(language):
    text = CLEAN.replace("深入学习", "深学习")
    odd = odd_places(reading_of_text(text), language)
    gaps = set((odd.places[~odd.surprises] - SIDE).tolist())
    assert gaps
    for place, kinds in tried(text, language).items():
        if place in gaps:
            assert {kind for kind, _ in kinds} <= {Kind.KEEP, Kind.INSERT}


@pytest.mark.parametrize(
    ("text", "at"),
    [("实现医保全和覆盖，", 5), ("建成绿色园区32人个，", 8), ("守护人民和群众生命财产安全。", 4)],
)
def test_a_common_character_too_many_is_looked_at(language, text, at):
    assert (Kind.REMOVE, "") in tried(text, language)[at]


@settings(max_examples=25)
@given(st.text("的中国人民日报一二，。\n", max_size=40))
def test_every_odd_place_has_a_reason(language, text):
    odd = odd_places(reading_of_text(text), language)
    assert np.all(odd.surprises | (odd.gaps[odd.places] >= GAP))
    assert len(odd.surprising.places) == odd.surprises.sum()
