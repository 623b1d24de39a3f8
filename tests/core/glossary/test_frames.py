import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.glossary.frames import BLOCK, SHORTEST_UNEQUAL, Frames, code_points
from core.glossary.near_miss import slip_between

LETTERS = "甲乙丙一"


def plainly_near(text: str, forms: list[str]) -> set[tuple[int, int, str]]:
    """What is found stretch by stretch: both ends are intact, and a character next to one of them."""
    found = set()
    for form in forms:
        for size in range(len(form) - 1, len(form) + 2) if len(form) >= SHORTEST_UNEQUAL else (3,):
            for start in range(len(text) - size + 1):
                there = text[start : start + size]
                ends = (there[0], there[-1]) == (form[0], form[-1])
                beside = len(form) == 3 or there[1] == form[1] or there[-2] == form[-2]
                if ends and beside and (slip_between(there, form) or there == form):
                    found.add((start, start + size, form))
    return found


@st.composite
def slipped(draw):
    """Draw forms, and a text of pieces that are mostly one of these with a slip somewhere."""
    forms = draw(st.lists(st.text(LETTERS, min_size=3, max_size=7), min_size=1, max_size=4, unique=True))
    text = ""
    for form in draw(st.lists(st.sampled_from(forms), max_size=5)):
        first = draw(st.integers(0, len(form)))
        last = draw(st.integers(first, min(first + 2, len(form))))
        text += form[:first] + draw(st.text(LETTERS, max_size=2)) + form[last:]
    return text, forms


@given(slipped())
def test_all_is_found_that_is_found_stretch_by_stretch(drawn):
    text, forms = drawn
    assert plainly_near(text, forms) <= set(Frames.of(forms).near(code_points(text)))


@pytest.mark.parametrize("before", range(BLOCK - 8, BLOCK + 2))
def test_a_stretch_may_lie_anywhere_in_a_long_text(before):
    text = "一" * before + "青渚日报副刊" + "一" * 5
    found = list(Frames.of(["青渚日报复刊", "青渚日报的副刊"]).near(code_points(text)))
    assert set(found) == {
        (before, before + 6, "青渚日报复刊"),
        (before, before + 6, "青渚日报的副刊"),
    }


def test_nothing_reaches_beyond_the_end():
    assert list(Frames.of(["青渚日报副刊"]).near(code_points("青渚日报副"))) == []
