from hypothesis import given
from hypothesis import strategies as st

from core.text.search import occurrences
from core.text.span import Span


def test_either_script_finds_the_other():
    assert occurrences("渡口的發電廠与发电厂", "发电厂") == [Span(3, 6), Span(7, 10)]


def test_exact_search_tells_the_scripts_apart():
    assert occurrences("發電與发电", "发电", exact=True) == [Span(3, 5)]


def test_width_and_case_do_not_matter_unless_asked_for():
    assert occurrences("ＡＢＣ abc", "abc") == [Span(0, 3), Span(4, 7)]


def test_nothing_stands_nowhere():
    assert occurrences("渡口", "") == []


@given(st.text(alphabet="ab渡", max_size=20), st.text(alphabet="ab渡", min_size=1, max_size=3))
def test_what_is_found_is_what_was_wanted(text, wanted):
    found = occurrences(text, wanted, exact=True)
    assert all(span.of(text) == wanted for span in found)
    assert len(found) == text.count(wanted)
