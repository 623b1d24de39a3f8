import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.changes.change import apply_change, page_step
from core.changes.state import PageState
from core.commands.merging import TakeText, TakeVersion
from core.errors import RefusedError
from core.merging.comparing import edits_between
from core.merging.states import Taken, versions
from core.messages import message

WHAT = message("没有可以采用的改动")


class OnePage:
    """A page as it stands, for commands that read just one."""

    def __init__(self, state):
        self._state = state

    def state(self, page):
        return self._state

    at_hand = state


def text_plan(state, text):
    command = TakeText(1, state.text, edits_between(state.text, text), WHAT, "text:1")
    return command.plan(OnePage(state))


def back_and_forth(before, plan):
    """Check that what a plan does can be undone and done again, and return the page it leaves."""
    planned = plan.pages[1]
    step = page_step(before, planned.after, planned.edits)
    assert apply_change(before, step.forward) == planned.after
    assert apply_change(planned.after, step.backward) == before
    return planned.after


@given(data=st.data())
def test_a_page_read_by_any_other_text_is_sound_and_has_it(data, page_states, pages, faults):
    before, (text, _) = data.draw(page_states), data.draw(pages)
    after = back_and_forth(before, text_plan(before, text))
    assert after.text == text
    assert faults(after.layout, after.text) == []
    assert after.round == (0 if before.text != text else before.round)


@given(data=st.data())
def test_whatever_another_editor_did_taking_it_over_is_sound(data, page_states, pages, faults):
    text, layout = data.draw(pages)
    base = PageState(text, layout)
    mine, theirs = (data.draw(st.one_of(st.just(base), page_states)) for _ in range(2))
    taken = versions(base, mine, theirs).taken()
    command = TakeVersion(1, mine.text, taken, WHAT, "editor:")
    if taken.changes(mine):
        after = back_and_forth(mine, command.plan(OnePage(mine)))
        assert faults(after.layout, after.text) == []
    else:
        with pytest.raises(RefusedError):
            command.plan(OnePage(mine))


def test_a_page_that_reads_otherwise_by_now_is_refused():
    page = OnePage(PageState("灯火"))
    with pytest.raises(RefusedError, match="已经变了"):
        TakeText(1, "渡口", (), WHAT, "text:1").plan(page)
    with pytest.raises(RefusedError, match="已经变了"):
        TakeVersion(1, "渡口", Taken((), None, (), 1), WHAT, "editor:").plan(page)
