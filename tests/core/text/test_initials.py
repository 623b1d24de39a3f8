import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text.initials import initials


@pytest.mark.parametrize(("text", "said"), [("渡口通航", "dkth"), ("绿 AB，二", "l ab，e"), ("", "")])
def test_each_character_by_its_first_letter(text, said):
    assert initials(text) == said


@given(st.text())
def test_positions_stay(text):
    assert len(initials(text)) == len(text)
