"""Reports of one form are no copies of each other; a figure misread in a copy stays a variant."""

from core.collation.judging import Grounds, judge_all
from core.collation.variants import variants
from core.collation.witnesses import witness_groups
from core.document.page import PageView

REPORT = (
    "青渚港务局通报：{day}日零时至二十四时，全港进出渡船{boats}艘次，载客{people}人，比前一日多{more}人；"
    "码头装卸货物{goods}吨，其中鲜菜居多，其余是砖瓦和木料。预计次日风力不大，各渡口照常开航，请旅客留意广播。"
)
MONDAY = REPORT.format(day=11, boats=68, people=3082, more=150, goods=39391)
TUESDAY = REPORT.format(day=12, boats=69, people=2240, more=143, goods=37968)


def doubts(*texts):
    pages = [PageView(at, str(at), text) for at, text in enumerate(texts)]
    (group,) = witness_groups(pages)
    found = variants(group)
    assert found
    judgements = judge_all(group, found, Grounds())
    return [judgement.doubt(0) for judgement in judgements if judgement.chances]


def test_what_another_day_filled_in_is_no_doubt():
    assert max(doubts(MONDAY, TUESDAY)) == 0


def test_a_figure_that_one_copy_has_otherwise_is():
    assert max(doubts(MONDAY, MONDAY.replace("3082", "3802"))) > 0.4
