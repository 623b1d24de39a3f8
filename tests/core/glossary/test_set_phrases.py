from hypothesis import given
from hypothesis import strategies as st

from core.glossary.near_miss import Slip
from core.glossary.set_phrases import SetPhrases, set_phrases

PHRASES = SetPhrases(("青渚日报副刊", "把渔汛告诉乡亲们", "云麓渡口"))


@given(st.sampled_from(PHRASES.forms), st.data())
def test_one_slip_inside_a_phrase_is_found_and_named(form, data):
    at = data.draw(st.integers(1, len(form) - 2))
    slips = {Slip.OTHER: form[:at] + "龙" + form[at + 1 :], Slip.ADDED: form[:at] + "龙" + form[at:]}
    if len(form) > 4:
        slips[Slip.MISSING] = form[:at] + form[at + 1 :]
    for slip, odd in slips.items():
        (miss,) = PHRASES.misses(f"昨天，{odd}。")
        assert (miss.form, miss.slip, miss.start, miss.end) == (form, slip, 3, 3 + len(odd))


def test_a_phrase_as_it_is_is_no_miss_and_neither_is_a_slip_at_its_end():
    assert PHRASES.misses("青渚日报副刊和云麓渡口，清渚日报副刊。") == []


def test_the_phrases_that_come_with_the_program_are_folded_and_long_enough():
    assert all(len(form) > 4 and not form.isspace() for form in set_phrases().forms)
    assert len(set(set_phrases().forms)) == len(set_phrases().forms) > 10_000
