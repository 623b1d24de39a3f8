import numpy as np
import pytest

from core.language.stream import ORDER, SIDE, stream_of
from core.language.symbols import codes_of, symbols
from core.language.windows import backward, forward, windows_of

TEXT = "今年以来全县经济平稳增长"


def at(text, language, place, consumed, middle):
    stream = stream_of(codes_of(symbols(text)), language.grams)
    new = codes_of(middle)[None, :]
    return windows_of(stream, np.array([place + SIDE]), consumed, new, language.grams)


@pytest.mark.parametrize(
    ("place", "consumed", "middle"), [(4, 1, "国"), (4, 1, ""), (4, 1, "全国"), (4, 2, "县全"), (0, 1, "明")]
)
def test_a_window_is_what_the_changed_text_would_have(language, place, consumed, middle):
    changed = TEXT[:place] + middle + TEXT[place + consumed :]
    window = at(TEXT, language, place, consumed, middle)
    plain = at(changed, language, place, len(middle), middle)
    assert window.codes.tolist() == plain.codes.tolist()
    for length in range(1, ORDER + 1):
        np.testing.assert_array_equal(window.grams[length - 1], plain.grams[length - 1])


def test_sequences_that_touch_the_change_can_be_looked_up(language):
    window = at(TEXT, language, 4, 1, "国")
    for length in (2, 3, 4):
        np.testing.assert_array_equal(language.grams.log2(window.hashes((length,))), window.touching(length))


def test_what_is_often_written_is_likelier_both_ways(language):
    right, wrong = (at(TEXT, language, 7, 1, middle) for middle in ("济", "挤"))
    for chances in (forward, backward):
        assert chances(right, language.smoothing).sum() > chances(wrong, language.smoothing).sum()


def test_chances_of_what_can_follow_add_up_to_no_more_than_one(language):
    symbols_known = language.vocabulary.codes
    stream = stream_of(codes_of(symbols(TEXT)), language.grams)
    places = np.full(len(symbols_known), 6 + SIDE)
    windows = windows_of(stream, places, 1, symbols_known[:, None], language.grams)
    total = np.exp2(forward(windows, language.smoothing)[:, 0].astype(np.float64)).sum()
    assert 0.8 < total < 1.05
