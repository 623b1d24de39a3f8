import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text.folding import COMPATIBILITY, FULL_WIDTH, LOOK_ALIKES, fold
from core.text.script import script_tables

EVERY_FOLDED_CHARACTER = (
    [chr(point) for point in script_tables().to_simplified]
    + [chr(point) for block in (FULL_WIDTH, *COMPATIBILITY) for point in block]
    + list("".join(LOOK_ALIKES.values()))
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("隊伍", "队伍"),
        ("ＡＢ，（１２）！", "AB,(12)!"),
        ("“甲”「乙」", '"甲""乙"'),
        ("‘甲’『乙』", "'甲''乙'"),
        ("甲——乙", "甲--乙"),
        ("甲\u3000乙", "甲 乙"),
        ("⼈⼝", "人口"),
        ("甲\n乙\t丙", "甲\n乙\t丙"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text() | st.text(st.sampled_from(EVERY_FOLDED_CHARACTER)))
def test_folding_keeps_the_length_and_does_all_at_once(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


def test_every_character_of_the_tables_folds_once_for_all() -> None:
    text = "".join(EVERY_FOLDED_CHARACTER)
    assert fold(fold(text)) == fold(text)
    assert len(fold(text)) == len(text)
