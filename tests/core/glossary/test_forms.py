"""Glossary and pairs as text for other programs and as JSON for the project file."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInputError
from core.glossary.codec import decode_glossary, decode_pairs, encode_glossary, encode_pairs
from core.glossary.entry import Entry, Glossary
from core.glossary.pair import Pair, Pairs
from core.glossary.text_format import read_glossary, read_pairs, write_glossary, write_pairs

FORMS = st.text("青渚滨河大桥·A1 ", min_size=2, max_size=6).map(str.strip).filter(lambda form: len(form) > 1)
WORDS = st.text("地名人 （）a", max_size=5).map(lambda words: " ".join(words.split()))
COUNT = st.integers(0, 10_000)
GLOSSARIES = st.lists(st.builds(Entry, FORMS, WORDS, WORDS, st.booleans())).map(
    lambda entries: Glossary().with_entries(entries)
)
PAIRS = st.lists(
    st.builds(Pair, FORMS, FORMS, COUNT, COUNT, COUNT, st.booleans()).filter(lambda it: it.wrong != it.right)
).map(lambda pairs: Pairs().with_pairs(pairs))


@given(GLOSSARIES.filter(len))
def test_a_glossary_is_read_as_it_was_written(glossary):
    assert tuple(read_glossary(write_glossary(glossary).encode(), "x.tsv")) == glossary.entries


@given(PAIRS.filter(len))
def test_pairs_are_read_as_they_were_written(pairs):
    assert read_pairs(write_pairs(pairs).encode(), "x.tsv") == list(pairs)


@given(GLOSSARIES, PAIRS)
def test_the_project_file_gives_back_what_it_was_given(glossary, pairs):
    assert decode_glossary(encode_glossary(glossary)) == glossary
    assert decode_pairs(encode_pairs(pairs)) == pairs


@pytest.mark.parametrize(
    "written", ["", "{}x", "[[1]]", "[1]", '{"a": 1}', json.dumps([["甲乙", "丙丁", None]])]
)
def test_anything_else_is_a_value_error(written):
    for decode in (decode_glossary, decode_pairs):
        with pytest.raises(ValueError, match=r"not|Expect|Extra"):
            decode(written)


def test_a_list_of_bare_forms_is_a_glossary():
    raw = "\ufeff# 定名\r\n青渚港\r\n\r\n滨河大桥\t地名\r\n".encode()
    assert read_glossary(raw, "list.txt") == [Entry("青渚港"), Entry("滨河大桥", "地名")]


def test_bad_lines_are_named_in_one_sentence():
    raw = "青渚港\n\t地名\n滨河大桥\ta\tb\tc\td\n云栖书院\t\t\t停\n".encode()
    with pytest.raises(BadInputError) as error:
        read_glossary(raw, "list.tsv")
    assert str(error.value) == "list.tsv：第 2、3、4 行用不了：词形是空的"


@pytest.mark.parametrize(
    "raw", [b"\xff\xfe\x00", b"", b"# nothing\n", "周未\n".encode(), "周未\t周末\tx\n".encode()]
)
def test_what_is_no_list_of_pairs_is_refused(raw):
    with pytest.raises(BadInputError):
        read_pairs(raw, "pairs.tsv")
