"""What a text says, and where."""

import re

from hypothesis import given
from hypothesis import strategies as st

from core.collation.substance import said_in, substance_of
from core.text.characters import HAN
from core.text.folding import fold
from core.text.script import evidence

SAID = re.compile(f"[{HAN}A-Za-z0-9]|(?<=[0-9])[.](?=[0-9])|(?<=[0-9])%")
TEXT = st.text(st.one_of(st.sampled_from("1２3.．%％a中國〇々，。\n \U00020000\ufa11"), st.characters()))


@given(TEXT)
def test_characters_points_in_numbers_and_percents_are_said(raw):
    said = substance_of(raw)
    assert list(said.places) == [found.start() for found in SAID.finditer(fold(raw))]
    assert said.text == "".join(fold(raw)[place] for place in said.places) == said_in(raw)


def test_a_text_says_the_same_in_other_script_width_and_lines():
    assert substance_of("增長１２．５％，\n比去年。").text == substance_of("增长12.5%比去年").text


@given(st.text("船园園桃树樹。"), st.integers(-3, 30), st.integers(0, 30))
def test_a_stretch_is_traditional_by_what_stands_in_it(raw, start, length):
    simplified, traditional = evidence(raw[max(0, start) : max(0, start + length)])
    assert substance_of(raw).is_traditional(start, start + length) == (traditional > simplified)
