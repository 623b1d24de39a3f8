"""Edits lead from the base to every witness, whatever was done to it."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.collation.additions import with_additions
from core.collation.aligned import align
from core.collation.differences import edits_between
from core.collation.variants import VariantKind, variants
from core.collation.witnesses import witness_groups
from core.document.page import PageView
from core.text.folding import fold


def invented(length, seed):
    letters = random.Random(seed)
    return fold("".join(chr(letters.randrange(0x4E00, 0x9000)) for _ in range(length)))


STORY = invented(400, 1)


def group_of(*texts):
    (group,) = witness_groups([PageView(at, str(at), text) for at, text in enumerate(texts)])
    return group


def rebuilt(base, other, edits):
    """Carry out edits; what lies between them must be the same."""
    parts, start = [], 0
    for edit in edits:
        parts += [base[start : edit.start], other[edit.other_start : edit.other_end]]
        start = edit.end
    return "".join([*parts, base[start:]])


few = st.text(st.sampled_from("渡口船灯"), max_size=30)


@given(few, few)
def test_edits_lead_from_one_text_to_the_other(one, other):
    edits = edits_between(one, other)
    assert rebuilt(one, other, edits) == other
    assert all(
        before.end < after.start or before.other_end < after.other_start for before, after in pairwise(edits)
    )


def test_a_loss_is_not_cut_up_by_what_agrees_by_chance():
    lost = "船渡口灯船船渡灯口船渡口灯船船渡灯口船渡"
    (edit,) = edits_between("渡口" + lost + "灯渡", "渡口灯渡")
    assert edit.growth == -len(lost)


damage = st.lists(
    st.tuples(st.integers(1, 370), st.integers(0, 25), st.sampled_from(["", "渡", "口岸", STORY[50:80]])),
    max_size=4,
)


@settings(max_examples=40, deadline=None)
@given(st.lists(damage, min_size=1, max_size=4))
def test_every_witness_can_be_read_off_the_base_and_its_additions(damages):
    texts = [STORY]
    for one in damages:
        text = STORY
        for place, length, put in one:
            text = text[:place] + put + text[place + length :]
        texts.append(text)
    for group in witness_groups([PageView(at, str(at), text) for at, text in enumerate(texts)]):
        base = group.witnesses[group.base].text.text
        assert_read_off(group, base, align(group))
        assert_read_off(group, *with_additions(group, align(group)))


def assert_read_off(group, reference, aligned):
    for part in aligned:
        other = group.witnesses[part.witness].text.text
        here, there = part.start, part.other_start
        for edit in part.edits:
            same = edit.start - here
            assert reference[here : edit.start] == other[there : there + same]
            assert there + same == edit.other_start
            here, there = edit.end, edit.other_end
        assert reference[here : part.end] == other[there : there + part.end - here]


@pytest.mark.parametrize("others", [2, 4])
def test_a_line_the_base_has_lost_is_one_variant_and_a_slip_in_it_another(others):
    long = STORY + invented(200, 2)
    base = long[:100] + long[130:]
    wrong = long[:110] + "渡" + long[111:]
    group = group_of(base, *[long[:420]] * others, wrong[:420])
    held = [(it.kind.value, [len(one.text) for one in it.readings]) for it in variants(group)]
    assert held == [("omission", [0, 30]), ("substitution", [1, 1])]


def test_a_line_lost_inside_a_lost_column_is_another_variant():
    texts = [STORY, STORY[:100] + STORY[300:], STORY[:150] + STORY[175:]]
    lengths = [[len(one.text) for one in it.readings] for it in variants(group_of(*texts))]
    assert lengths == [[200, 0], [25, 0]]


def test_numbers_in_chinese_are_whole():
    one, two = (STORY[:100] + number + STORY[100:] for number in ("第十一个", "第十五个"))
    (variant,) = variants(group_of(one, two))
    assert {it.text for it in variant.readings} == {"十一", "十五"}


@pytest.mark.parametrize("length", [2, 22])
def test_words_and_lines_that_were_swapped_are_one_transposition(length):
    middle = 100 + length, 100 + 2 * length + 3
    swapped = STORY[:100] + STORY[slice(*middle)] + STORY[100 : 100 + length] + STORY[middle[1] :]
    (variant,) = variants(group_of(STORY, swapped))
    assert variant.kind is VariantKind.TRANSPOSITION
    assert {len(it.text) for it in variant.readings} == {2 * length + 3}
