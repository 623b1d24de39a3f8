from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import RefusedError
from core.exporters.options import (
    Characters,
    ExportOptions,
    Split,
    Width,
    checked_names,
    decode_presets,
    encode_presets,
)

OPTIONS = st.builds(
    ExportOptions,
    st.sampled_from(Characters),
    st.sampled_from(Width),
    st.sampled_from(Width),
    *[st.booleans()] * 5,
    st.sampled_from(Split),
    st.text(st.characters(codec="utf-8")),
)


@given(st.dictionaries(st.text(st.characters(codec="utf-8")), OPTIONS, max_size=3))
def test_presets_are_read_again_as_they_were(presets):
    assert decode_presets(encode_presets(presets)) == presets


def test_a_preset_of_an_older_program_leaves_the_rest_as_by_default():
    assert decode_presets('{"旧": {"characters": "tw"}}') == {
        "旧": replace(ExportOptions(), characters=Characters.TAIWAN)
    }


@pytest.mark.parametrize(
    "written", ["", "[5]", "7", '{"a": 5}', '{"a": {"marks": "wide"}}', '{"a": {"linked": "yes"}}']
)
def test_presets_that_are_none_are_refused(written):
    with pytest.raises(RefusedError):
        decode_presets(written)


@pytest.mark.parametrize("pattern", ["{paper", "{author}", "{0}", "{}", "{title!r}", "{number:9}", "}"])
def test_a_pattern_speaks_of_what_there_is(pattern):
    with pytest.raises(RefusedError, match=r"文件名"):
        checked_names(pattern)


def test_all_choices_have_a_default():
    assert all(getattr(ExportOptions(), one.name) == one.default for one in fields(ExportOptions))
