import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.detectors.options import CheckOptions, Conventions, Era, Level, Region
from core.detectors.options_codec import decode_options, encode_options

OPTIONS = st.builds(
    CheckOptions,
    st.sampled_from(Level),
    st.frozensets(st.text(max_size=8)),
    st.builds(Conventions, st.sampled_from(Era), st.sampled_from(Region)),
)


@given(OPTIONS)
def test_options_are_read_as_they_were_written(options):
    assert decode_options(encode_options(options)) == options


@pytest.mark.parametrize(
    "written",
    [
        "",
        "[]",
        '{"level": "normal"}',
        '{"level": "loud", "off": [], "era": "modern", "region": "mainland"}',
        '{"level": "normal", "off": [1], "era": "modern", "region": "mainland"}',
    ],
)
def test_anything_else_is_a_value_error(written):
    with pytest.raises(ValueError, match=r"not|Expect|names"):
        decode_options(written)
