"""Which passages read better in another story."""

from collections import ChainMap
from functools import partial

from core.language.displaced import Paragraph, moves, shared_words
from core.language.language import open_language
from core.language.seams import Seams
from core.language.topics import Topics, new_story_score

FERRY = [
    Paragraph("石门渡口的八条老木船,今年春天全部上岸大修。船厂的木匠用桐油和麻丝补好船缝。"),
    Paragraph("船工老岳说,木船只要补好船缝、刷足桐油,再撑十年也不成问题,渡口的群众过河仍然喜", torn=True),
    Paragraph("欢坐木船。每逢赶集的日子,八条木船从天亮撑到天黑,船工们轮流上岸吃饭。"),
]
ORCHARD = [
    Paragraph("云溪果园的两千亩桃树,今年用上了滴灌。水管埋在树根旁边,果农在手机上就能开关阀门。"),
    Paragraph("果农老蒋说,往年浇一遍桃树要用三天,今年坐在家里按一下手机,半天就浇完了整片果园。"),
]
LANGUAGE = open_language()


def moved(*stories, least=15.0):
    return moves(stories, Seams(LANGUAGE), partial(shared_words, stories, LANGUAGE), least)


def test_a_passage_goes_behind_the_paragraph_it_was_torn_from():
    (move,) = moved(FERRY[:2], [ORCHARD[0], FERRY[2], ORCHARD[1]])
    assert (move.story, move.first, move.last) == (1, 1, 1)
    assert (move.home, move.behind) == (0, 1)
    assert move.seams > 8
    assert move.words > 5


def test_stories_in_order_stay():
    assert moved(FERRY, ORCHARD) == []


def test_one_story_has_nowhere_to_move_to():
    assert moved([*FERRY, *ORCHARD]) == []


def test_headlines_do_not_move():
    heading = Paragraph("渡口木船桐油船缝", fixed=True)
    assert all(move.first == move.last == 2 for move in moved(FERRY[:2], [ORCHARD[0], heading, FERRY[2]]))


def test_a_headline_whose_words_come_below_and_not_above_opens_a_story():
    topics = Topics(LANGUAGE)
    ferry, orchard = (
        dict(ChainMap(*(topics.words(one.text) for one in story))) for story in (FERRY, ORCHARD)
    )
    assert new_story_score(topics.words("云溪果园桃树用上滴灌"), orchard, ferry) > 1.5
    assert new_story_score(topics.words("木船刷桐油"), topics.words(FERRY[2].text), ferry) < 0
