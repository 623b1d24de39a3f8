import pytest

from core.changes.rearranged import Rearranging
from core.commands.editing import TypeText
from core.commands.judging import AcceptSuggestion
from core.commands.tagging import SignOff, ToggleJoin
from core.document.finding import Finding, Suggestion
from core.errors import BadInputError
from core.messages import message
from core.text.edit import Edit
from core.text.span import Span

TITLE = "渡囗今日通航"
PAGE = f"# {TITLE}\n\n岸上坐满了赶集的乡亲,等着第一班船。\n"


def type_text(project, start, removed, inserted):
    project.perform(TypeText(1, Edit(start, removed, inserted), burst=False))


@pytest.fixture
def proofread(project_of, clock):
    """A page whose title was corrected in the first round and whose comma in the second."""
    project = project_of(PAGE)
    finding = Finding("shape", Span(3, 4), message("形近"), (Suggestion("口", 0.9),))
    project.perform(AcceptSuggestion(1, finding))
    clock.pass_by(60)
    project.perform(SignOff(1))
    type_text(project, PAGE.index(","), ",", "，")
    return project


def test_each_round_has_who_when_and_why(proofread, clock):
    first, second = proofread.rounds.of(1)
    (title,), (comma,) = first.corrections, second.corrections
    assert (title.edit.inserted, title.why, title.who) == ("口", "rule:shape", "林晓禾")
    assert title.in_headline
    assert title.weight == 2.0
    assert (comma.weight, comma.when) == (0.1, clock.now)
    assert (first.signed_by, first.signed_at) == ("林晓禾", clock.now)
    assert second.signed_at is None


def test_a_page_that_nobody_has_changed_has_one_round(project_of):
    (only,) = project_of(PAGE).rounds.of(1)
    assert (only.number, only.corrections, only.start.text) == (1, (), PAGE)


def test_what_is_undone_is_no_correction(proofread):
    proofread.undo()
    assert proofread.rounds.of(1)[1].corrections == ()
    proofread.redo()
    (comma,) = proofread.rounds.of(1)[1].corrections
    assert comma.why == "typed"


def test_an_open_run_of_typing_counts(project_of):
    project = project_of(PAGE)
    project.perform(TypeText(1, Edit(0, "", "渡")))
    assert len(project.rounds.of(1)[0].corrections) == 1


def test_a_damaged_log_is_said(proofread):
    with proofread._store.transaction(durable=True) as connection:
        # The second correction is written down twice, and cannot have been made twice.
        connection.execute(
            """UPDATE change SET forward = (SELECT forward FROM change ORDER BY step_id DESC LIMIT 1)
            WHERE step_id = 2"""
        )
    with pytest.raises(BadInputError):
        proofread.rounds.of(1)


LINES = "渡口通航\n\n本报讯 第一班船来了，\n\n又去了。岸上坐满了乡亲。\n"


def test_a_paragraph_that_was_joined_is_told_with_who_did_it(project_of):
    project = project_of(LINES)
    line = project.state(1).text.index("又去了")
    project.perform(ToggleJoin(1, Span(line, line)))
    (done,) = project.rounds.of(1)[0].rearrangements
    assert (done.what.what in (Rearranging.JOINED, Rearranging.PARTED), done.who) == (True, "林晓禾")
    proof = project.rounds.proof(1)
    assert proof is not None
    assert proof.round.corrections == ()


def test_the_newest_round_that_did_something_is_shown(proofread):
    proofread.perform(SignOff(1))
    assert proofread.rounds.proof(1).round.number == 2
    assert proofread.rounds.proof(1, 3).round.corrections == ()
    assert proofread.rounds.proof(1, 4) is None
