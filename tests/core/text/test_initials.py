from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin.constants import PINYIN_DICT

from core.text.initials import initials


@pytest.mark.parametrize(("text", "said"), [("渡口通航", "dkth"), ("绿 AB，二", "l ab，e"), ("", "")])
def test_each_character_by_its_first_letter(text, said):
    assert initials(text) == said


@given(st.text())
def test_positions_stay(text):
    assert len(initials(text)) == len(text)


def test_the_table_is_that_of_the_readings():
    assert all(
        initials(chr(point)) == normalize("NFD", PINYIN_DICT[point])[0]
        for point in PINYIN_DICT
        if 0x4E00 <= point < 0x5000
    )
