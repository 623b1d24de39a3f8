from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.changes.change import Change, apply_change, page_step
from core.changes.codec import decode_change, decode_state, encode_change, encode_state
from core.changes.state import PageState
from core.commands.command import edited
from core.text.edit import Edit, apply_edits


def test_typing_says_nothing_of_the_pieces_behind_it():
    edit = Edit(1, "", "的")
    before = edited(PageState(), (Edit(0, "", "一\n二"),))
    assert len(before.layout.pieces) == 2
    assert page_step(before, edited(before, (edit,)), (edit,)).forward == Change((edit,))


@given(st.data())
def test_a_step_leads_there_and_exactly_back(page_states, edits_of, data: st.DataObject):
    before = data.draw(page_states)
    edits = data.draw(edits_of(before.text))
    after = edited(before, edits)
    step = page_step(before, after, edits)
    assert apply_change(before, step.forward) == after
    assert apply_change(after, step.backward) == before
    assert step.reversed.reversed == step


@given(st.data())
def test_a_step_leads_between_any_two_states(page_states, edits_of, data: st.DataObject):
    before, other = data.draw(page_states), data.draw(page_states)
    edits = data.draw(edits_of(before.text))
    after = replace(other, text=apply_edits(before.text, edits))
    step = page_step(before, after, edits)
    assert apply_change(before, step.forward) == after
    assert apply_change(after, step.backward) == before


@given(st.data())
def test_what_is_written_is_read_as_it_was(page_states, edits_of, data: st.DataObject):
    before = data.draw(page_states)
    edits = data.draw(edits_of(before.text))
    step = page_step(before, replace(data.draw(page_states), text=apply_edits(before.text, edits)), edits)
    assert decode_state(encode_state(before)) == before
    for change in (step.forward, step.backward):
        assert decode_change(encode_change(change)) == change


def test_half_a_surrogate_pair_can_be_written():
    broken = Change((Edit(0, "", "甲\ud842乙"),))
    written = encode_change(broken)
    assert written.encode()
    assert decode_change(written) == broken


@pytest.mark.parametrize("written", ["", "[]", "7", '{"edits": [[1]]}', '{"pieces": {"1": ["none", 0, 0]}}'])
def test_what_was_not_written_here_is_one_kind_of_error(written):
    with pytest.raises(ValueError, match=r"\w"):
        decode_change(written)
    with pytest.raises(ValueError, match=r"\w"):
        decode_state(written)


def test_a_change_of_another_text_is_refused():
    with pytest.raises(ValueError, match="does not fit"):
        apply_change(PageState("一二"), Change((Edit(0, "三", ""),)))
