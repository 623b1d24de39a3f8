from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.changes.state import PageState
from core.commands.command import edited
from core.document.arrange import set_role
from core.document.finding import Finding
from core.document.layout import Link, layout_of
from core.document.role import Role
from core.document.verdict import Decision, judge
from core.language.language import open_language
from core.merging.comparing import edits_between
from core.merging.states import versions
from core.merging.three_way import Choice
from core.messages import message
from core.segmentation.segmenter import segment
from core.text.edit import apply_edits
from core.text.span import Span

TEXT = "渡囗今日通航\n\n早晨有雾，船末到。\n"
BASE = PageState(TEXT, layout_of(segment(TEXT, open_language())))


def corrected(state, removed, inserted):
    return edited(state, edits_between(state.text, state.text.replace(removed, inserted)))


def tagged(state, role):
    return replace(state, layout=set_role(state.layout, state.text, Span(0, 6), role))


def test_corrections_of_both_are_taken_and_the_round_is_the_lesser():
    mine = replace(corrected(BASE, "囗", "口"), round=2)
    theirs = replace(corrected(BASE, "末", "未"), round=1)
    taken = versions(BASE, mine, theirs).taken()
    assert apply_edits(mine.text, taken.edits) == TEXT.replace("囗", "口").replace("末", "未")
    assert taken.round == 1


def test_a_page_that_only_they_worked_on_becomes_theirs():
    theirs = replace(tagged(corrected(BASE, "末", "未"), Role.CAPTION), round=1)
    taken = versions(BASE, BASE, theirs).taken()
    after = edited(BASE, taken.edits)
    assert (after.text, taken.layout, taken.round) == (theirs.text, theirs.layout, 1)


def test_a_page_that_only_i_worked_on_stays_mine():
    mine = replace(tagged(corrected(BASE, "末", "未"), Role.CAPTION), round=1)
    assert not versions(BASE, mine, BASE).taken().changes(mine)


def test_their_articles_follow_my_corrections():
    mine, theirs = corrected(BASE, "渡囗", "老渡口"), tagged(BASE, Role.CAPTION)
    taken = versions(BASE, mine, theirs).taken()
    (piece,) = taken.layout.pieces_in(Span(0, 3))
    assert taken.layout.pieces[piece].role is Role.CAPTION
    assert taken.layout.spans[piece].of(mine.text) == "老渡口今日通航"


def test_articles_set_by_both_are_mine_and_somebody_must_look():
    both = versions(BASE, tagged(BASE, Role.CAPTION), tagged(BASE, Role.KICKER))
    assert both.arranged_apart
    assert both.taken().layout is None
    assert not versions(BASE, tagged(BASE, Role.KICKER), tagged(BASE, Role.KICKER)).arranged_apart


def test_their_verdicts_are_added_once():
    finding = Finding("odd", Span(9, 11), message("已经是这样了"))
    verdict = judge(TEXT, finding, Decision.DISMISSED)
    theirs = replace(BASE, verdicts=BASE.verdicts.with_verdicts([(verdict, finding.span)]))
    mine = corrected(BASE, "渡囗", "老渡口")
    taken = versions(BASE, mine, theirs).taken()
    assert taken.verdicts == ((verdict, Span(10, 12)),)
    again = replace(mine, verdicts=mine.verdicts.with_verdicts(taken.verdicts))
    assert versions(BASE, again, theirs).taken().verdicts == ()


def test_links_lead_to_pages_of_this_project():
    (key,) = BASE.layout.order[:1]
    article = replace(BASE.layout.articles[key], linked_to=Link(4, 1), by_hand=True)
    theirs = replace(BASE, layout=replace(BASE.layout, articles={**BASE.layout.articles, key: article}))
    taken = versions(BASE, BASE, theirs).taken(link_to=lambda link: Link(7, link.number))
    assert taken.layout.articles[key].linked_to == Link(7, 1)


@given(data=st.data())
def test_whatever_both_did_what_comes_out_is_a_sound_page(data, pages, edits_of, faults):
    text, layout = data.draw(pages)
    base = PageState(text, layout)
    mine, theirs = (edited(base, data.draw(edits_of(text))) for _ in range(2))
    both = versions(base, mine, theirs)
    chosen = {place: data.draw(st.sampled_from(Choice)) for place in both.text.conflicts}
    taken = both.taken(chosen)
    after = edited(mine, taken.edits)
    assert faults(taken.layout or after.layout, after.text) == faults(mine.layout, mine.text) == []
