import pytest

from core.proofs.mark import Instructions, MarkKind, marks_of
from core.text.edit import Edit
from core.text.span import Span

WORDS = Instructions("接排", "另起段", "删空行", "加空行", "移至{0}")


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
