from hypothesis import given
from hypothesis import strategies as st

from core.text.glyphs import in_glyphs_of, own_glyphs
from core.text.phrase_forms import wrong_forms
from core.text.simplified_slips import simplified_slips


def test_a_page_prints_its_own_glyphs() -> None:
    assert in_glyphs_of("為眾人", "爲衆裏") == "為眾裏"
    assert in_glyphs_of("看著著名的字", "看着") == "看着"


def test_one_new_glyph_among_old_ones_is_not_the_page_s() -> None:
    assert own_glyphs("内内内内内内" + "別沒強") == frozenset()
    assert "内" in own_glyphs("内强别没争静况内")


def test_forms_are_told_by_their_phrases() -> None:
    found = [(wrong.place, wrong.form, wrong.phrase) for wrong in wrong_forms("乾隆皇帝與皇後,三天後宮中")]
    assert found == [(6, "后", "皇后")]


def test_slips_are_told_by_their_words() -> None:
    assert set(simplified_slips("看著他的名著,藉口,狼藉,瞭解,瞭望")) == {(1, "着"), (7, "借"), (13, "了")}


@given(st.text(alphabet="后後发發髮干乾幹面麵里裡裏皇以頭头对對公x\n", max_size=30))
def test_places_are_those_of_the_text(text: str) -> None:
    for wrong in wrong_forms(text):
        assert wrong.form != text[wrong.place]
