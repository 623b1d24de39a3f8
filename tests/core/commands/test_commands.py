import pytest

from core.changes.state import PROJECT_SHEET, PageState
from core.commands.command import edited
from core.commands.editing import ReplaceText, TypeText, typing_sentence
from core.commands.judging import AcceptSuggestion, DismissFindings
from core.commands.moving import MergeArticles
from core.commands.segmenting import Segment
from core.commands.tagging import (
    MarkFurniture,
    RenameArticle,
    SetKind,
    SetRole,
    SignOff,
    StartArticle,
    ToggleJoin,
)
from core.document.role import ArticleKind, Role
from core.document.verdict import Decision
from core.errors import RefusedError
from core.messages import message
from core.text.edit import Edit
from core.text.span import Span

TEXT = "渡口通航\n潮水退去，\n船来了。"


class Pages:
    """The pages of a project, in memory."""

    def __init__(self) -> None:
        typed = edited(PageState(), (Edit(0, "", TEXT),))
        self.states = {PROJECT_SHEET: PageState(), 1: typed, 2: PageState("渡口")}

    def state(self, page: int) -> PageState:
        return self.states[page]

    def after(self, command) -> PageState:
        """Carry a command out on one page and return that page."""
        plan = command.plan(self)
        for page, planned in plan.pages.items():
            self.states[page] = planned.after
        return self.states[next(iter(plan.pages))]


@pytest.fixture
def pages() -> Pages:
    return Pages()


def here(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start)


def test_typing_may_be_part_of_a_burst_and_a_paste_is_not(pages):
    edit = Edit(2, "", "的")
    assert TypeText(1, edit).plan(pages).burst
    assert not TypeText(1, edit, burst=False).plan(pages).burst
    assert pages.after(TypeText(1, edit)).text == "渡口的通航\n潮水退去，\n船来了。"


@pytest.mark.parametrize(
    ("edits", "sentence"),
    [
        ((), "录入后又复原"),
        ((Edit(0, "", "渡口"),), "录入“渡口”"),
        ((Edit(0, "渡\n", ""),), "删除“渡↵”"),
        ((Edit(0, "度", "渡"), Edit(5, "", "口")), "改“度”为“渡”"),
        ((Edit(0, "", "一二三四五六七八九十百千万"),), "录入“一二三四五六七八九十百千…”"),
    ],
)
def test_how_the_history_calls_what_was_typed(edits, sentence):
    assert str(typing_sentence(edits)) == sentence


def test_replacing_leaves_out_what_changes_nothing(pages):
    what = message("录入后又复原")
    plan = ReplaceText({1: (Edit(0, "渡", "度"), Edit(5, "潮", "潮")), 2: (Edit(0, "渡", "渡"),)}, what).plan(
        pages
    )
    assert {page: one.edits for page, one in plan.pages.items()} == {1: (Edit(0, "渡", "度"),)}
    for nothing in ({}, {1: ()}, {1: (Edit(0, "渡", "渡"),)}):
        with pytest.raises(RefusedError):
            ReplaceText(nothing, what).plan(pages)


def test_accepting_puts_the_suggestion_there_and_remembers(pages, finding_at):
    state = pages.after(AcceptSuggestion(1, finding_at(TEXT, "潮水退去，", "潮水退去。")))
    assert state.text == "渡口通航\n潮水退去。\n船来了。"
    (verdict,) = state.verdicts.given.values()
    assert (verdict.decision, verdict.rule) == (Decision.ACCEPTED, "odd")
    assert state.verdicts.spans[1].of(state.text) == "潮水退去。"


def test_accepting_edits_no_more_than_it_must(pages, finding_at):
    plan = AcceptSuggestion(1, finding_at(TEXT, "潮水退去，", "潮水退去。")).plan(pages)
    assert plan.pages[1].edits == (Edit(9, "，", "。"),)
    assert (str(plan.what), plan.why) == ("改“，”为“。”", "rule:odd")


def test_another_suggestion_can_be_chosen_and_an_empty_one_deletes(pages, finding_at):
    finding = finding_at(TEXT, "\n潮水退去，", "。", "")
    assert pages.after(AcceptSuggestion(1, finding, choice=1)).text == "渡口通航\n船来了。"


def test_there_must_be_a_suggestion_that_changes_something(pages, finding_at):
    for finding in (finding_at(TEXT, "潮水"), finding_at(TEXT, "潮水", "潮水")):
        with pytest.raises(RefusedError):
            AcceptSuggestion(1, finding).plan(pages)


def test_dismissing_changes_no_text(pages, finding_at):
    state = pages.after(DismissFindings(1, (finding_at(TEXT, "潮水"), finding_at(TEXT, "船"))))
    assert state.text == TEXT
    assert {verdict.decision for verdict in state.verdicts.given.values()} == {Decision.DISMISSED}
    assert [state.verdicts.spans[key].of(TEXT) for key in state.verdicts.given] == ["潮水", "船"]


def test_dismissing_everywhere_is_written_on_the_sheet_of_the_project(pages, finding_at):
    plan = DismissFindings(1, (finding_at(TEXT, "潮水"),), everywhere=True).plan(pages)
    assert list(plan.pages) == [PROJECT_SHEET]
    with pytest.raises(RefusedError):
        DismissFindings(1, ()).plan(pages)


def test_tagging_by_hand(pages):
    pages.after(SetRole(1, Span(0, 0), Role.TITLE))
    pages.after(StartArticle(1, here("船来")))
    layout = pages.state(1).layout
    assert len(layout.order) == 2
    assert len(pages.after(MergeArticles(1, layout.order[1:], upwards=True)).layout.order) == 1


@pytest.mark.parametrize(
    "command",
    [
        SetRole(1, Span(0, 0), Role.TITLE),
        RenameArticle(1, 4, "灯会"),
        SetKind(1, (4,), ArticleKind.PHOTO),
    ],
)
def test_what_is_so_already_is_refused(pages, command):
    pages.after(SetRole(1, Span(0, 0), Role.KICKER))
    assert pages.state(1).layout.order == (4,)
    pages.after(command)
    with pytest.raises(RefusedError, match="已经是这样了"):
        command.plan(pages)


def test_furniture_and_back_again(pages):
    pages.after(SetRole(1, Span(0, len(TEXT)), Role.BODY))
    articles = pages.state(1).layout.order
    assert str(MarkFurniture(1, here("船来")).plan(pages).what) == "标为版面杂项"
    pages.after(MarkFurniture(1, here("船来")))
    assert str(MarkFurniture(1, here("船来")).plan(pages).what) == "归回稿件"
    assert pages.after(MarkFurniture(1, here("船来"))).layout.order == articles


def test_the_history_says_which_way_a_line_was_joined(pages):
    pages.after(SetRole(1, Span(0, len(TEXT)), Role.BODY))
    assert str(ToggleJoin(1, here("船来")).plan(pages).what) == "接上段"
    pages.after(ToggleJoin(1, here("船来")))
    assert str(ToggleJoin(1, here("船来")).plan(pages).what) == "与上段断开"


def test_segmentation_does_not_overrule_a_person(pages):
    assert pages.after(Segment(1)).layout.order
    with pytest.raises(RefusedError, match="已经是这样"):
        Segment(1).plan(pages)
    before = pages.after(SetRole(1, Span(0, 0), Role.KICKER))
    with pytest.raises(RefusedError, match="已经是这样"):
        Segment(1).plan(pages)
    assert pages.state(1) == before


def test_a_page_is_signed_three_times(pages):
    signed = [str(SignOff(1).plan(pages).what)]
    for _ in range(2):
        pages.after(SignOff(1))
        signed.append(str(SignOff(1).plan(pages).what))
    assert signed == ["一校签样", "二校签样", "三校签样"]
    assert pages.after(SignOff(1)).round == 3
    with pytest.raises(RefusedError):
        SignOff(1).plan(pages)
    assert pages.after(SignOff(1, forward=False)).round == 2
    with pytest.raises(RefusedError):
        SignOff(2, forward=False).plan(pages)
