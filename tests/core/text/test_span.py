import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text.span import Span

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(min(ends), max(ends)))


def _positions(span: Span) -> set[int]:
    return set(range(span.start, span.end))


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (2, 1), (-2, -1)])
def test_what_is_no_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_positions_are_code_points() -> None:
    assert Span(1, 2).of("甲𠮷乙") == "𠮷"


def test_an_empty_span_is_true() -> None:
    assert Span(3, 3)
    assert len(Span(3, 3)) == 0


@given(SPANS, SPANS)
def test_a_span_is_the_set_of_its_positions(one: Span, two: Span) -> None:
    assert one.overlaps(two) == bool(_positions(one) & _positions(two)) or not (len(one) and len(two))
    assert one.overlaps(two) == two.overlaps(one)
    assert one.covers(two) or not _positions(two) or not _positions(two) <= _positions(one)
    assert all(one.holds(position) for position in _positions(one))
    assert not one.holds(one.end)


@given(SPANS, st.integers(0, 9))
def test_moving_keeps_the_length(span: Span, by: int) -> None:
    assert len(span.moved(by)) == len(span)
    assert span.moved(by).moved(-by) == span
