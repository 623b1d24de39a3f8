from hypothesis import given
from hypothesis import strategies as st

from core.language.symbols import codes_of, symbols


def test_what_differs_in_form_only_is_one_symbol():
    assert symbols("隊伍") == symbols("队伍")
    assert symbols("（１２Ａb），") == "(00aa),"


@given(st.text())
def test_positions_stay_the_same(text):
    assert len(symbols(text)) == len(text) == len(codes_of(text))


@given(st.text())
def test_symbols_are_symbols_already(text):
    assert symbols(symbols(text)) == symbols(text)
