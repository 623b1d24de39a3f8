import pytest

from core.detectors.characters.doubtful import doubtful_places
from core.detectors.characters.groups import Kind
from core.detectors.characters.hypotheses import hypotheses
from core.detectors.characters.readings import reading_of_text

CLEAN = "会议强调，要深入学习贯彻习近平新时代中国特色社会主义思想，推动经济高质量发展。"


def tried(text, language):
    """Return for each odd place of a text which kinds of hypotheses there are, and what is tried there."""
    doubtful = doubtful_places(reading_of_text(text), language)
    places = doubtful.odd.read_at.tolist()
    found = {place: set() for place in places}
    for group in hypotheses(doubtful, language):
        for owner, symbol in zip(group.owners.tolist(), group.symbols.tolist(), strict=True):
            found[places[owner]].add((group.kind, chr(symbol) if symbol else ""))
    return found


@pytest.mark.parametrize("lost", ["强", "近", "新", "思", "质"])
def test_a_lost_character_is_tried_in_the_gap_it_leaves(language, lost):
    at = CLEAN.index(lost)
    found = tried(CLEAN[:at] + CLEAN[at + 1 :], language)
    assert (Kind.INSERT, lost) in found[at]


def test_where_only_a_gap_is_odd_nothing_else_is_tried(all_doubting):
    text = CLEAN.replace("深入学习", "深学习")
    odd = doubtful_places(reading_of_text(text), all_doubting).odd
    gaps = set(odd.read_at[~odd.wrong].tolist())
    assert gaps
    for place, kinds in tried(text, all_doubting).items():
        if place in gaps:
            assert {kind for kind, _ in kinds} <= {Kind.KEEP, Kind.INSERT}
