import pytest

from core.errors import RefusedError
from core.glossary.pair import Pair, Pairs, checked_pair

KEY = ("周未", "周末")


def test_a_pair_is_surer_the_more_often_it_is_taken():
    new, taken, refused = Pair(*KEY, 1), Pair(*KEY, 5, 4), Pair(*KEY, 1, 0, 3)
    assert refused.confidence < 0.3 < new.confidence < 0.8 < taken.confidence < 0.98


def test_corrections_count_and_are_taken_back():
    taught = Pairs().taught(KEY)
    twice = taught.taught(KEY, proposed=True)
    assert twice.held[KEY] == Pair(*KEY, 2, 1)
    assert twice.taught(KEY, proposed=True, times=-1) == taught
    assert len(taught.taught(KEY, times=-1)) == 0


def test_taking_back_leaves_what_was_written_down_by_hand():
    listed = Pairs().with_pairs([Pair(*KEY)])
    assert listed.taught(KEY, times=-1) == listed
    assert Pairs().taught(KEY, times=-1) == Pairs()


def test_a_dismissal_counts_against_every_pair_that_could_have_spoken():
    pairs = Pairs().with_pairs([Pair(*KEY), Pair("周未", "周伟"), Pair("本未", "本末")])
    blamed = pairs.rejected("周未")
    assert [pair.rejected for pair in blamed] == [1, 1, 0]
    assert blamed.rejected("周未", -1) == pairs


@pytest.mark.parametrize(("wrong", "right"), [("未", "末"), ("周末", "周末"), ("", "周末"), ("周末", "")])
def test_what_is_no_pair_is_refused(wrong, right):
    with pytest.raises(RefusedError):
        checked_pair(wrong, right)
