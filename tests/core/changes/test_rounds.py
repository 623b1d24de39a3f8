from hypothesis import given
from hypothesis import strategies as st

from core.changes.change import Change
from core.changes.rounds import rounds_of
from core.changes.state import PageState
from core.text.edit import Edit, apply_edits


def typed(start, removed, inserted):
    return Change((Edit(start, removed, inserted),))


def signed(number):
    return Change(round=number)


def edits_of(one):
    return tuple(change.edit for change in one.changes)


def numbered(*changes):
    return list(enumerate(changes, 1))


def test_a_sign_off_ends_a_round():
    log = numbered(typed(0, "甲", "申"), signed(1), typed(1, "乙", "已"))
    first, second = rounds_of(PageState("甲乙丙"), log)
    assert (first.number, first.start.text, first.end.text, first.signed) == (1, "甲乙丙", "申乙丙", 2)
    assert (second.number, second.start.text, second.end.text, second.signed) == (2, "申乙丙", "申已丙", None)
    assert edits_of(second) == (Edit(1, "乙", "已"),)
    assert [change.steps for change in first.changes] == [{1}]


def test_what_is_corrected_before_a_sign_off_is_taken_back_belongs_to_the_round_opened_again():
    log = numbered(signed(1), typed(0, "甲", "申"), signed(0), typed(1, "乙", "已"), signed(1))
    first, second = rounds_of(PageState("甲乙丙"), log)
    assert edits_of(first) == (Edit(0, "甲乙", "申已"),)
    assert first.signed == 5
    assert second.changes == ()


def test_what_is_taken_back_leaves_nothing():
    log = numbered(typed(0, "甲", "申"), typed(0, "申", "甲"))
    assert rounds_of(PageState("甲乙"), log)[0].changes == ()


def test_a_page_that_was_signed_three_times_may_still_change():
    log = numbered(signed(1), signed(2), signed(3), typed(0, "甲", "申"))
    assert [one.number for one in rounds_of(PageState("甲"), log)] == [1, 2, 3, 4]


def test_a_long_replacement_counts_where_it_differs():
    before, after = "青渚渡口今日通航了，岸上坐满了乡亲", "青渚渡囗今日通航了，岸上坐满子乡亲"
    (only,) = rounds_of(PageState(before), numbered(typed(0, before, after)))
    assert [edit.removed for edit in edits_of(only)] == ["口", "了"]


def test_line_ends_at_the_edge_of_what_goes_are_a_change_of_their_own():
    log = numbered(typed(2, "量。\n\n", ""))
    edits = edits_of(rounds_of(PageState("力量量。\n\n渡口"), log)[0])
    assert edits == (Edit(2, "量。", ""), Edit(4, "\n\n", ""))


@given(
    st.text("甲乙\n ", max_size=12),
    st.lists(
        st.tuples(st.integers(0, 12), st.integers(0, 4), st.text("丙丁\n", max_size=9), st.booleans()),
        max_size=8,
    ),
)
def test_the_changes_of_a_round_make_its_end_of_its_start(text, gestures):
    changes, now, count = [], text, 0
    for wanted, length, inserted, signs in gestures:
        start = min(wanted, len(now))
        removed = now[start : start + length]
        changes.append(typed(start, removed, inserted))
        now = apply_edits(now, changes[-1].edits)
        if signs and count < 3:
            count += 1
            changes.append(signed(count))
    rounds = rounds_of(PageState(text), numbered(*changes))
    assert rounds[0].start.text == text
    assert rounds[-1].end.text == now
    for one in rounds:
        assert apply_edits(one.start.text, edits_of(one)) == one.end.text
