import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text.lines import Lines
from core.text.span import Span


def test_lines_leave_out_their_ends() -> None:
    lines = Lines("甲\n\n乙丙\n")
    assert [lines.text(number) for number in range(len(lines))] == ["甲", "", "乙丙", ""]
    assert lines.spans() == [Span(0, 1), Span(2, 2), Span(3, 5), Span(6, 6)]


def test_an_empty_text_is_one_empty_line() -> None:
    assert Lines("").spans() == [Span(0, 0)]


@pytest.mark.parametrize("other", ["\r", "\x0b", "\x0c", "\x85", "\u2028"])
def test_only_a_line_feed_ends_a_line(other: str) -> None:
    assert len(Lines(f"甲{other}乙")) == 1


@given(st.text("甲𠮷\n", max_size=40))
def test_lines_are_those_of_split(text: str) -> None:
    lines = Lines(text)
    assert [lines.text(number) for number in range(len(lines))] == text.split("\n")
    for position in range(len(text) + 1):
        assert lines.number_at(position) == text.count("\n", 0, position)


@given(st.text("甲\n", max_size=40), st.data())
def test_touched_lines_hold_the_characters_of_the_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    touched = Lines(text).touching(span)
    characters = range(span.start, span.end) if len(span) else [span.start]
    assert set(touched) == {Lines(text).number_at(position) for position in characters}
