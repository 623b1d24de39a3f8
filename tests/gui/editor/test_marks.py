import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.document.finding import Finding, Place
from core.messages import message
from core.text.edit import Edit
from core.text.span import Span
from gui.editor.marks import Mark, MarkKind, MarkTable, mark_kind, marks_of

TEXT = "春江潮水连海平海上明月共潮生"


def suspect(start, end):
    return Mark(Span(start, end), MarkKind.CHARACTER, 0.5)


def spans(table):
    return [Span(start, end) for start, end, _, _ in table.within(0, 1000)]


@pytest.mark.parametrize(
    ("rule", "kind"),
    [
        ("repeated-paragraph", MarkKind.REPEAT),
        ("duplicate-line", MarkKind.REPEAT),
        ("script-drift", MarkKind.SCRIPT),
        ("half-width-punctuation", MarkKind.PUNCTUATION),
        ("unbalanced-quote", MarkKind.PUNCTUATION),
        ("confusion", MarkKind.CHARACTER),
        ("torn-paragraph", MarkKind.CHARACTER),
    ],
)
def test_the_name_of_a_rule_says_how_it_is_marked(rule, kind):
    assert mark_kind(rule) is kind


def test_both_copies_of_a_repeat_are_marked_on_their_page_and_page_remarks_are_not():
    here, elsewhere = Place("a", Span(0, 4)), Place("b", Span(0, 4))
    findings = [
        Finding("repeated-line", Span(8, 12), message("重出"), confidence=0.9, related=(here, elsewhere)),
        Finding("half-width-punctuation", Span(0, 14), message("全版半角"), page_level=True),
    ]
    assert marks_of(findings, "a") == [
        Mark(Span(8, 12), MarkKind.REPEAT, 0.9),
        Mark(Span(0, 4), MarkKind.REPEAT, 0.9),
    ]


def test_marks_move_with_the_text_and_go_when_their_own_characters_change():
    table = MarkTable([suspect(2, 4), suspect(7, 9), suspect(11, 13)])
    after = table.after((Edit(0, "", "唐诗"), Edit(8, "上", "里")))
    assert spans(after) == [Span(4, 6), Span(13, 15)]


def test_typing_at_the_edge_of_a_mark_leaves_it_as_it_is():
    table = MarkTable([suspect(2, 4)])
    assert spans(table.after((Edit(2, "", "x"),))) == [Span(3, 5)]
    assert spans(table.after((Edit(4, "", "x"),))) == [Span(2, 4)]


@given(
    st.lists(st.tuples(st.integers(0, 14), st.integers(0, 6)), max_size=8),
    st.integers(0, 14),
    st.integers(0, 4),
)
def test_a_mark_that_is_kept_still_covers_its_own_characters(places, start, removed):
    marks = [suspect(begin, min(begin + length, len(TEXT))) for begin, length in places]
    edit = Edit(start, TEXT[start : start + removed], "新")
    after = TEXT[:start] + "新" + TEXT[edit.end :]
    # Every span is told apart by its strength.
    numbered = [Mark(mark.span, mark.kind, number / 100) for number, mark in enumerate(marks)]
    for begin, end, _, strength in MarkTable(numbered).after((edit,)).within(0, len(after)):
        assert after[begin:end] == marks[round(strength * 100)].span.of(TEXT)


def test_marks_are_asked_for_by_stretch():
    table = MarkTable([suspect(0, 2), suspect(5, 5), suspect(6, 9)])
    assert [start for start, _, _, _ in table.within(3, 5)] == [5]


def test_the_editors_marks_move_while_it_types(editor, compose):
    editor.show_page(TEXT)
    editor.set_marks([suspect(2, 4), suspect(7, 9)])
    editor.set_current(Span(7, 9))
    compose(preedit="tang")
    assert spans(editor.marks) == [Span(2, 4), Span(7, 9)]
    compose(commit="唐𠮷")
    assert spans(editor.marks) == [Span(4, 6), Span(9, 11)]
    assert editor.current == Span(9, 11)
    editor.apply_edits((Edit(9, TEXT[7], ""),))
    assert spans(editor.marks) == [Span(4, 6)]
    assert editor.current is None
