from hypothesis import given
from hypothesis import strategies as st

from core.text.edit import Edit, apply_edits, in_order
from core.text.span import Span
from gui.positions import Utf16Index, utf16_length

characters = st.sampled_from("甲乙a\n𠮷😀\ud842\xa0") | st.characters(codec=None)
texts = st.text(characters, max_size=200)


def units_before(text: str, position: int) -> int:
    return sum(2 if character > "\uffff" else 1 for character in text[:position])


def test_a_character_beyond_the_basic_plane_takes_two_units():
    index = Utf16Index.of("甲𠮷乙")
    assert [index.unit(position) for position in range(4)] == [0, 1, 3, 4]
    assert [index.code_point(unit) for unit in range(5)] == [0, 1, 1, 2, 3]
    assert index.unit_span(Span(1, 2)) == (1, 3)
    assert (index.length, index.units) == (3, 4)


@given(texts)
def test_units_are_what_counting_gives(text):
    index = Utf16Index.of(text)
    for position in range(len(text) + 1):
        assert index.unit(position) == units_before(text, position)
        assert index.code_point(index.unit(position)) == position
    assert index.units == utf16_length(text) == units_before(text, len(text))


@given(texts)
def test_a_position_inside_a_pair_is_that_of_its_character(text):
    index = Utf16Index.of(text)
    for position, character in enumerate(text):
        if character > "\uffff":
            assert index.code_point(index.unit(position) + 1) == position


@given(texts, st.data())
def test_an_index_after_edits_is_the_index_of_the_text_after(text, data):
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    edits = in_order(Edit(start, text[start:end], data.draw(texts)) for start, end in pairs)
    after = Utf16Index.of(text).after(edits)
    fresh = Utf16Index.of(apply_edits(text, edits))
    assert (after.length, after.units) == (fresh.length, fresh.units)
    for position in range(fresh.length + 1):
        assert after.unit(position) == fresh.unit(position)
