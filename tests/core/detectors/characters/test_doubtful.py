import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.detectors.characters.doubtful import doubtful_places
from core.detectors.characters.odd_places import odd_places
from core.detectors.characters.place_figures import BY_CONTEXT, BY_COUNTS
from core.detectors.characters.readings import reading_of_text

CLEAN = "会议强调，要深入学习贯彻习近平新时代中国特色社会主义思想，推动经济高质量发展。"


@pytest.mark.parametrize(
    ("right", "wrong"), [("强调", "强凋"), ("近平", "进平"), ("推动", "摊动"), ("质量", "贡量")]
)
def test_a_wrong_character_is_held_back(language, right, wrong):
    text = CLEAN.replace(right, wrong)
    odd = doubtful_places(reading_of_text(text), language).odd
    changed = next(at for at, (one, other) in enumerate(zip(text, CLEAN, strict=True)) if one != other)
    assert changed in odd.read_at[odd.wrong]


def test_most_of_what_reads_oddly_falls_through(language):
    text = "老周蹲在渡口的石阶上补网，梭子在手里翻飞，嘴里哼着谁也听不懂的小调。雨停了，他抬头望望天。"
    reading = reading_of_text(text)
    assert len(doubtful_places(reading, language).odd.places) < len(odd_places(reading, language).places) / 2


@settings(max_examples=25, deadline=None)
@given(st.text("的中国人民日报一二，。\n", max_size=40))
def test_what_is_held_back_is_odd_in_the_same_way(language, all_doubting, text):
    reading = reading_of_text(text)
    every, held = odd_places(reading, language), doubtful_places(reading, language)
    where = np.searchsorted(every.places, held.odd.places)
    assert np.array_equal(every.places[where], held.odd.places)
    assert not np.any(held.odd.wrong & ~every.wrong[where])
    assert not np.any(held.odd.missing & ~every.missing[where])
    assert held.figures.shape == (len(where), BY_CONTEXT + BY_COUNTS)
    assert np.array_equal(doubtful_places(reading, all_doubting).odd.places, every.places)
