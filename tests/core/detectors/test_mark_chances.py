from hypothesis import given, settings
from hypothesis import strategies as st

from core.detectors.mark_chances import MARKS, MarkPlace, bits_against
from core.language.language import open_language

LANGUAGE = open_language()
TEXT = st.text("木船渡口石阶水位早晚 \n，。、（）", max_size=30)


def test_a_mark_that_fits_and_one_that_does_not() -> None:
    fitting = MarkPlace("会议强调，要坚持稳中求进。", 4)
    odd = MarkPlace("会议强调、要坚持稳中求进。", 4)
    assert bits_against([fitting, odd], LANGUAGE)[0] < 0 < bits_against([odd], LANGUAGE)[0]


@settings(max_examples=30, deadline=None)
@given(TEXT, st.sampled_from("，。、；：,;:"), TEXT)
def test_a_place_is_judged_by_itself_alone(before: str, mark: str, after: str) -> None:
    place = MarkPlace(before + mark + after, len(before))
    other = MarkPlace("早，", 1)
    together = bits_against([other, place, other], LANGUAGE)
    assert abs(together[1] - bits_against([place], LANGUAGE)[0]) < 0.01


def test_no_places() -> None:
    assert bits_against([], LANGUAGE) == []
    assert len(set(MARKS)) == 5
