from hypothesis import given
from hypothesis import strategies as st

from core.detectors.folded_lines import BLANK, folded_lines
from core.text.folding import fold

SIGNS = ("下轉", "下转", "版")


def test_lines_with_a_sign_are_folded_and_all_else_is_blank() -> None:
    text = "開船\n（下轉第４版）\n收船\n"
    assert folded_lines(text, SIGNS) == f"{BLANK * 2}\n(下转第4版)\n{BLANK * 2}\n"


@given(st.text("下转轉版船\n（", max_size=40))
def test_positions_stay_and_no_line_with_a_sign_is_lost(text: str) -> None:
    folded = folded_lines(text, SIGNS)
    assert len(folded) == len(text)
    at = 0
    for line in text.split("\n"):
        here = folded[at : at + len(line)]
        if any(sign in line for sign in SIGNS):
            assert here == fold(line)
            assert folded[at - 1 : at] in ("", "\n")
            assert folded[at + len(line) : at + len(line) + 1] in ("", "\n")
        else:
            assert not here.strip(BLANK)
        at += len(line) + 1


def test_a_page_without_signs_is_blank() -> None:
    assert folded_lines("開船\n", SIGNS) == f"{BLANK * 2}\n"
    assert folded_lines("", SIGNS) == ""
