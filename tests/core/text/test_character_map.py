from hypothesis import given
from hypothesis import strategies as st

from core.text.character_map import CharacterMap

POINTS = {ord("漢"): "汉", ord("𠮷"): "吉", ord("a"): "b", 0xD800: "?"}
TEXTS = st.text(st.characters() | st.sampled_from("漢𠮷a\ud800"), max_size=200)


@given(TEXTS)
def test_short_and_long_texts_are_mapped_character_by_character(text):
    assert CharacterMap.of(POINTS)(text) == text.translate(POINTS)


@given(TEXTS)
def test_one_map_after_another_is_one_map(text):
    then = {ord("汉"): "h", ord("b"): "c", ord("a"): "never"}
    assert CharacterMap.of(POINTS).then(then)(text) == text.translate(POINTS).translate(then)
