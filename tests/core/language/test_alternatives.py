import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.language.alternatives import Alternatives, AlternativeTable
from core.language.language import LIKEST, Language
from core.language.misreadings import MOST
from core.language.symbols import codes_of


def test_every_character_is_worked_out_once():
    asked = []

    def itself(read):
        asked.extend(read.tolist())
        column = read[:, None]
        return Alternatives(column, column.astype(np.int32), column.astype(np.float32), column * 0.5)

    table = AlternativeTable(itself)
    for text in ("日本日", "本已", "日已本"):
        assert table.of(codes_of(text)).codes[:, 0].tolist() == codes_of(text).tolist()
    assert sorted(asked) == sorted(codes_of("日本已").tolist())


@given(st.text("日本已己巳的，〇龘\U0003ffff", max_size=12))
def test_a_row_is_what_the_character_has_by_itself(language: Language, text):
    together = language.alternatives.of(codes_of(text))
    assert together.codes.shape == (len(text), LIKEST + MOST)
    for row, character in enumerate(text):
        alone = language.alternatives.of(codes_of(character))
        for name in ("codes", "ids", "likeness", "misread"):
            np.testing.assert_array_equal(getattr(together, name)[row], getattr(alone, name)[0])


def test_what_looks_alike_comes_first_and_what_may_not_be_proposed_has_no_number(language: Language):
    known = language.alternatives.of(codes_of("己"))
    assert ord("已") in known.codes[0, :LIKEST].tolist()
    none = known.ids[0] == len(language.vocabulary)
    assert not none.all()
    assert language.proposable[known.ids[0][~none]].all()
