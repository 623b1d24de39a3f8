import pytest

from core.changes.rearranged import Rearranged, Rearranging
from core.proofs.mark import Instructions, MarkKind, marks_of
from core.text.edit import Edit
from core.text.span import Span

WORDS = Instructions("接排", "接上文", "另起段", "删空行", "加空行", "移至{0}")


@pytest.mark.parametrize(
    ("edit", "kind", "note"),
    [
        (Edit(0, "渡", "波"), MarkKind.CORRECT, "波"),
        (Edit(0, "渡口", ""), MarkKind.DELETE, ""),
        (Edit(1, "", "船"), MarkKind.INSERT, "船"),
        (Edit(2, "", "　"), MarkKind.SPACE, "#"),
        (Edit(2, "\n", ""), MarkKind.JOIN, "接排"),
        (Edit(1, "", "\n"), MarkKind.BREAK, "另起段"),
        (Edit(5, "\n", ""), MarkKind.TOLD, "删空行"),
        (Edit(3, "", "\n"), MarkKind.TOLD, "加空行"),
        (Edit(0, "渡口", "口渡"), MarkKind.SWAP, "口渡"),
    ],
)
def test_each_edit_has_its_mark(edit, kind, note):
    (mark,) = marks_of("渡口\n今日\n\n通航", [edit], WORDS)
    assert (mark.number, mark.kind, mark.note) == (1, kind, note)


def test_words_with_others_between_them_change_places():
    (mark,) = marks_of("先船后人", [Edit(0, "先船后人", "人船先后")], WORDS)
    assert (mark.kind, mark.spans) == (MarkKind.CORRECT, (Span(0, 4),))
    (mark,) = marks_of("先船后人", [Edit(0, "先船后", "后船先")], WORDS)
    assert (mark.kind, mark.spans) == (MarkKind.SWAP, (Span(0, 1), Span(2, 3)))


def test_what_goes_here_and_comes_there_is_moved():
    there, here = marks_of("渡口今日通航", [Edit(0, "渡口", ""), Edit(6, "", "渡口")], WORDS)
    assert (there.kind, there.note) == (MarkKind.MOVE, "移至A")
    assert (here.kind, here.note) == (MarkKind.TARGET, "A")


def test_one_character_is_not_moved():
    marks = marks_of("渡口今日通航", [Edit(0, "渡", ""), Edit(6, "", "渡")], WORDS)
    assert [mark.kind for mark in marks] == [MarkKind.DELETE, MarkKind.INSERT]


def piece(what, line, place):
    """Return what became of a line of the text below; `place` is what it is read behind now."""
    start = PAGE.index(line)
    return Rearranged(what, (1,), (Span(start, start + len(line)),), place)


PAGE = "渡口通航\n第一班船\n集市开张"


def test_a_piece_that_was_moved_has_a_ring_and_a_place():
    moved = piece(Rearranging.MOVED, "集市开张", 4)
    there, here = marks_of(PAGE, [moved], WORDS)
    assert (there.kind, there.spans, there.note) == (MarkKind.MOVE, moved.spans, "移至A")
    assert (here.number, here.kind, here.spans, here.note) == (1, MarkKind.TARGET, (Span(4, 4),), "A")


def test_a_line_that_goes_on_with_the_one_above_runs_on():
    (mark,) = marks_of(PAGE, [piece(Rearranging.JOINED, "第一班船", 4)], WORDS)
    assert (mark.kind, mark.spans) == (MarkKind.JOIN, (Span(4, 5),))


def test_what_goes_on_with_a_line_elsewhere_says_so():
    (mark,) = marks_of(PAGE, [piece(Rearranging.JOINED, "集市开张", 4)], WORDS)
    assert (mark.kind, mark.note) == (MarkKind.TOLD, "接上文")


def test_a_line_that_goes_on_no_more_is_a_paragraph():
    (mark,) = marks_of(PAGE, [piece(Rearranging.PARTED, "第一班船", 4)], WORDS)
    assert (mark.kind, mark.spans) == (MarkKind.BREAK, (Span(5, 5),))


def test_moves_of_words_and_of_pieces_have_letters_of_their_own():
    edits = [Edit(0, "渡口", ""), Edit(4, "", "渡口")]
    marks = marks_of(PAGE, [*edits, piece(Rearranging.MOVED, "集市开张", 4)], WORDS)
    assert [mark.note for mark in marks] == ["移至A", "A", "移至B", "B"]
