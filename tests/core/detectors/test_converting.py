"""What is converted in parts is what is converted as a whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.detectors.converting import converter
from core.document.page import PageView
from core.text.script import convert


@pytest.mark.parametrize("conversion", ["s2t", "t2s"])
@given(text=st.text("头发展頭髮發只隻。，\n 后面條"))
def test_no_phrase_reaches_across_the_end_of_a_sentence_or_line(conversion, text):
    assert converter(PageView("页", "甲报", text))(text, conversion) == convert(text, conversion)
