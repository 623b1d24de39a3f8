"""Whatever stands in a project file instead of what was written is a ValueError, nothing worse."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.changes.codec import decode_change, decode_state, encode_state
from core.changes.finding_codec import decode_findings
from core.changes.state import PageState
from core.detectors.options_codec import decode_options
from core.glossary.codec import decode_glossary, decode_pairs
from core.project.listing import decode_listed

NODES = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=3))
ANYTHING = st.recursive(NODES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner))
FIELDS = st.sampled_from(["edits", "articles", "pieces", "spans", "order", "furniture", "verdicts", "round"])


@pytest.mark.parametrize(
    "decode",
    [
        decode_state,
        decode_change,
        decode_findings,
        decode_listed,
        decode_glossary,
        decode_pairs,
        decode_options,
    ],
)
@given(data=ANYTHING | st.dictionaries(FIELDS, ANYTHING))
def test_json_of_another_shape(decode, data) -> None:
    try:
        decode(json.dumps(data))
    except ValueError:
        return


@pytest.mark.parametrize("written", ["[" * 100_000, '{"edits":' * 100_000, "9" * 5000, "", "{", "\x00"])
def test_what_no_reader_of_json_can_take(written) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # each says something else
        decode_state(written)


@pytest.mark.parametrize("wrong", [True, 2, 1.0, "1", None, []])
def test_removed_is_0_or_1(wrong) -> None:
    written = json.loads(encode_state(PageState("甲")))
    with pytest.raises(ValueError, match="neither 0 nor 1"):
        decode_state(json.dumps(written | {"removed": wrong}))


@pytest.mark.parametrize("wrong", [True, -1, 0.5, 2**70, "1", None, []])
@pytest.mark.parametrize("field", ["next_id", "next_verdict", "round"])
def test_counts_are_whole_numbers(field, wrong) -> None:
    written = json.loads(encode_state(PageState("甲")))
    with pytest.raises(ValueError, match=r"whole number|not what"):
        decode_state(json.dumps(written | {field: wrong}))
