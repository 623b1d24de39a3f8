import numpy as np
import pytest

from core.language.context_model import REACH, padded
from core.language.symbols import codes_of, symbols


def best(language, text, place, most=1):
    codes = padded(codes_of(symbols(text)))
    chances = language.context_model.log_chances(codes, np.array([place + REACH]))[0]
    return [chr(language.vocabulary.codes[at]) for at in np.argsort(-chances[:-1])[:most]]


@pytest.mark.parametrize(
    ("text", "place"),
    [("记者今天从县政府获悉，桥修好了。", 8), ("会议强调，要坚持以人民为中心的发展思想", 14)],
)
def test_a_common_phrase_leaves_little_choice(language, text, place):
    assert text[place] in best(language, text, place, most=3)


def test_what_stands_in_the_place_is_not_looked_at(language):
    assert best(language, "会议强调，要坚持以人民为申心的发展", 12) == best(
        language, "会议强调，要坚持以人民为中心的发展", 12
    )


def test_chances_of_all_symbols_add_up_to_one(language):
    codes = padded(codes_of(symbols("春天来了。")))
    chances = language.context_model.log_chances(codes, np.arange(REACH, REACH + 5))
    np.testing.assert_allclose(np.exp(chances).sum(axis=1), 1.0, rtol=1e-4)


def test_rare_symbols_together_are_expected_where_one_stands(language):
    text = "他是英国的一位伯爵，住在城堡里。"
    codes = padded(codes_of(symbols(text)))
    at = np.array([text.index("爵"), text.index("的")]) + REACH
    nobleman, particle = language.context_model.log_chances(codes, at)[:, -1]
    assert nobleman > particle + 2


def test_a_gap_expects_what_is_missing_in_it(language):
    text = "会议强调，要坚持以人为中心的发展"
    codes = padded(codes_of(symbols(text)))
    gap = np.array([text.index("为")]) + REACH
    chances, before = language.context_model.log_chances_around(codes, np.arange(REACH, REACH + 3), gap)
    assert chances.shape[0] == 3
    assert chr(language.vocabulary.codes[before[0, :-1].argmax()]) == "民"


def test_no_places_no_chances(language):
    assert language.context_model.log_chances(padded(codes_of("")), np.zeros(0, dtype=np.int64)).shape[0] == 0
