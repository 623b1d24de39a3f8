from hypothesis import given, settings
from hypothesis import strategies as st

from core.detectors.mark_chances import MARKS, MarkPlace, bits_against, bits_for
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


def test_a_mark_belongs_between_clauses_and_not_into_a_word() -> None:
    text = "今年以来全县坚持把改善民生作为工作的出发点"
    between, inside = (MarkPlace(text, text.index(word)) for word in ("全县", "县坚"))
    assert bits_for("，", [between], LANGUAGE)[0] > 0 > bits_for("，", [inside], LANGUAGE)[0]
    assert bits_for("，", [inside, between], LANGUAGE) == [
        bits_for("，", [place], LANGUAGE)[0] for place in (inside, between)
    ]


def test_no_places() -> None:
    assert bits_for("，", [], LANGUAGE) == []
    assert bits_against([], LANGUAGE) == []
    assert len(set(MARKS)) == 5
