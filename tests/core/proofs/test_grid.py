from hypothesis import given
from hypothesis import strategies as st

from core.proofs.grid import NEVER_FIRST, places_in, set_in_lines, width_of_text, words_of


def lines(text, width, indent=0.0):
    return [span.of(text) for span in set_in_lines(text, width, indent)]


def test_no_line_begins_with_a_stop_or_ends_with_an_opening_quotation_mark():
    assert lines("渡口今日通航，人来人往", 6) == ["渡口今日通", "航，人来人往"]
    assert lines("老船工笑说“通航了”", 6) == ["老船工笑说", "“通航了”"]


def test_numbers_and_words_stay_whole():
    assert lines("渡口2031年通航", 3) == ["渡口", "2031年", "通航"]
    assert lines("渡口20", 2.5) == ["渡口", "20"]


def test_the_first_line_is_indented():
    assert lines("渡口今日通航", 4, indent=2.0) == ["渡口", "今日通航"]


@given(st.text("渡口，。“”ab 1\u0301𠮷\t", max_size=60), st.integers(4, 12), st.sampled_from([0.0, 2.0]))
def test_lines_hold_all_of_the_text_and_none_is_too_wide(text, width, indent):
    found = set_in_lines(text, width, indent)
    assert "".join(span.of(text) for span in found) == text
    assert not text or all(len(span) for span in found)
    for number, span in enumerate(found):
        assert width_of_text(span.of(text)) <= width - (0 if number else indent)


@given(st.text("渡口ab 1\u0301", max_size=30))
def test_runs_stand_where_their_characters_do(text):
    places = places_in(text, 3.0, 4.0)
    for run in words_of(text, 3.0, 0.0, 4.0):
        assert run.x in places
        assert abs(run.x + run.width - min(places, key=lambda place: abs(place - run.x - run.width))) < 1e-9
    assert "".join(run.text for run in words_of(text, 3.0, 0.0, 4.0)) == text.replace(" ", "")
    assert "，" in NEVER_FIRST
