"""Characters outside the vocabulary, and beside what words have them."""

import numpy as np
import pytest

from core.language.language import Language
from core.language.rare import PROPOSED
from core.language.symbols import codes_of


def beside(language: Language, left: str, right: str) -> dict[str, float]:
    """What rare characters are proposed between two neighbours, and what speaks for each."""
    proposed, bits = language.rare.beside(codes_of(left), codes_of(right))
    assert proposed.shape == bits.shape == (1, 2 * PROPOSED)
    return {chr(code): float(bit) for code, bit in zip(proposed[0], bits[0], strict=True) if code}


def test_shares_are_of_all_rare_characters_together(language: Language):
    shares = language.rare.shares(language.rare.codes)
    assert np.exp(shares).sum() == pytest.approx(1, abs=0.01)
    aunt, hedgehog = language.rare.shares(codes_of("婶猬"))
    assert aunt > hedgehog


def test_what_is_usual_is_not_rare(language: Language):
    assert np.isneginf(language.rare.shares(codes_of("的国a1。"))).all()
    assert (language.vocabulary.ids(language.rare.codes) == len(language.vocabulary)).all()


@pytest.mark.parametrize(
    ("left", "rare", "right"), [("涅", "槃", "重"), ("伯", "爵", "和"), ("的", "蜘", "蛛")]
)
def test_words_tell_what_stands_beside_a_neighbour(language: Language, left, rare, right):
    assert beside(language, left, right)[rare] > 3


def test_a_neighbour_of_no_word_says_nothing(language: Language):
    assert beside(language, "\n", "。") == {}


def test_the_model_leaves_rare_characters_a_share_each(language: Language):
    chances = np.log(np.full((1, len(language.vocabulary) + 1), 1 / (len(language.vocabulary) + 1)))
    usual, rare, none = language.chances_of(chances, np.zeros(3, dtype=np.int64), codes_of("的叔\U0001f600"))
    assert usual > rare
    assert rare == pytest.approx(usual + language.rare.shares(codes_of("叔"))[0], abs=1e-3)
    assert none == pytest.approx(usual)
