import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.detectors.characters.odd_places import GAP, odd_places
from core.detectors.characters.readings import reading_of_text


@settings(max_examples=25)
@given(st.text("的中国人民日报一二，。\n", max_size=40))
def test_every_odd_place_has_a_reason(language, text):
    odd = odd_places(reading_of_text(text), language)
    assert np.all(odd.wrong | odd.missing)
    assert np.array_equal(odd.missing, odd.gaps[odd.places] >= GAP)


@pytest.mark.parametrize(
    ("text", "at"),
    [("实现医保全和覆盖，", 5), ("建成绿色园区32人个，", 8), ("守护人民和群众生命财产安全。", 4)],
)
def test_a_common_character_too_many_is_odd(language, text, at):
    odd = odd_places(reading_of_text(text), language)
    assert at in odd.read_at[odd.wrong]
