"""Readings are judged by more than numbers, and where nothing decides that is said."""

from core.collation.habits import SHARED, Habits
from core.collation.judging import Grounds, judge_all
from core.collation.moved import moved_passages
from core.collation.surface import surface_variants
from core.collation.variants import Reading, Variant, VariantKind, variants
from core.collation.witnesses import witness_groups
from core.document.page import PageView
from core.language.language import open_language

GROUNDS = Grounds(open_language())
BEFORE = "渡口的船老大每天清早五点起身，先看水位，再看风向，然后解开缆绳。对岸的集市逢三逢八开张，"
AFTER = "，修伞的、补锅的都赶早来占摊位，卖菜的多半是女人，背篓里装着韭菜和莴笋，一直卖到日头偏西。"


def judged(*readings, grounds=GROUNDS):
    pages = [PageView(at, str(at), BEFORE + text + AFTER) for at, text in enumerate(readings)]
    (group,) = witness_groups(pages)
    found = variants(group)
    (judgement,) = judge_all(group, found, grounds)
    preferred = None if judgement.preferred is None else found[0].readings[judgement.preferred].text
    return preferred, judgement


def test_what_reads_better_is_preferred_even_against_numbers():
    preferred, judgement = judged(*["船工请求国务鸭总理"] * 2, "船工请求国务院总理")
    assert (preferred, str(judgement.why)) == ("院", "“院”语言上通顺得多，虽然有它的本子较少")


def test_of_look_alikes_the_language_is_believed_sooner():
    preferred, judgement = judged(*["把船拴在老槐树丁"] * 2, "把船拴在老槐树下")
    assert preferred == "下"
    assert "形近" in str(judgement.why)


def test_numbers_alone_decide_nothing_but_count():
    preferred, judgement = judged("共有37个摊位", "共有37个摊位", "共有37个摊位", "共有39个摊位")
    assert preferred is None
    assert "3家相同而1家不同" in str(judgement.why)
    assert judgement.chances[0] > 0.7
    assert judgement.doubt(1) > 0.7 > judgement.doubt(0)


def test_as_many_on_either_side_are_an_even_chance():
    preferred, judgement = judged("共有37个摊位", "共有39个摊位")
    assert preferred is None
    assert 0.4 < judgement.chances[0] < 0.6


def test_what_was_read_twice_is_not_preferred():
    preferred, judgement = judged("赶集的人真不少真不少", "赶集的人真不少")
    assert preferred == ""
    assert "重读" in str(judgement.why)


def test_without_language_numbers_are_all_there_is():
    assert judged("人们都动员起米", "人们都动员起来", grounds=Grounds())[0] is None


def test_marks_script_and_order_have_no_chances():
    story = BEFORE + AFTER
    pages = [PageView("a", "a", story + "\n" + story[::-1]), PageView("b", "b", story[::-1] + "\n" + story)]
    (group,) = witness_groups(pages)
    found = surface_variants(group) + moved_passages(group)
    assert [one.kind for one in found] == [VariantKind.TRANSPOSITION]
    assert [(it.preferred, it.chances, it.doubt(0)) for it in judge_all(group, found, GROUNDS)] == [
        (None, (), 0.0)
    ]


def test_whole_sentences_left_out_may_be_meant():
    _, judgement = judged("人多得很。庙前还有一个捏面人的，孩子们围着不走。今天也是", "人多得很。今天也是")
    assert judgement.printed > 0.5
    _, judgement = judged("人多得很，庙前还有一个捏面人的，孩子们围着不走，今天也是", "人多得很，今天也是")
    assert judgement.printed < 0.5


def test_witnesses_that_share_their_errors_count_less():
    def variant(*held):
        readings = tuple(Reading(str(at), who, ((0, 1),) * len(who)) for at, who in enumerate(held))
        return Variant(VariantKind.SUBSTITUTION, readings)

    apart = Habits.of([variant((0, 1, 2), (3,)), variant((0, 1, 3), (2,))] * 8)
    alike = Habits.of([variant((0, 1, 4), (2, 3))] * 8)
    assert alike.voices((2, 3)) < 2 - SHARED < apart.voices((2, 3))
    assert Habits().voices((0,)) == 1
