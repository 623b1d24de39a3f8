"""What engines take for what: made-up counts, and those that ship."""

import numpy as np
import pytest

from core.language.language import Language
from core.language.misreadings import NOTHING, MisreadCounts, Misreadings
from core.language.symbols import codes_of

NONE = np.array([NOTHING], dtype=np.uint32)


def counted(*rows: tuple[str, str, int, int]) -> MisreadCounts:
    """Return what one engine read for what was printed, and how often on either half of its sheets."""
    read, printed = (
        np.array([ord(row[at]) if row[at] else NOTHING for row in rows], np.uint32) for at in (0, 1)
    )
    counts = np.array([[row[2:]] for row in rows], dtype=np.uint32)
    return MisreadCounts(("eye",), read, printed, counts)


@pytest.fixture
def known() -> Misreadings:
    return Misreadings.of(
        counted(
            ("日", "日", 80, 0), ("日", "曰", 15, 0), ("日", "目", 5, 2), ("", "川", 4, 0), ("川", "川", 4, 0)
        )
    )


def test_a_pair_is_as_likely_as_it_was_counted(known):
    given_read, given_printed = known.chances(codes_of("日"), codes_of("曰"))[0]
    assert given_read == pytest.approx(np.log2(15.2 / 104))
    assert given_printed == pytest.approx(np.log2(15.2 / 17))


def test_what_was_never_seen_is_unlikely_and_not_impossible(known):
    assert np.isfinite(known.chances(codes_of("日龘"), codes_of("川日"))).all()
    never, seldom = known.chances(codes_of("日日"), codes_of("川目"))
    assert (never < seldom).all()


def test_what_was_never_printed_is_not_taken_for_a_misreading():
    known = Misreadings.of(
        counted(("鬼", "兔", 1, 0), ("兔", "兔", 9, 0), ("日", "日", 9, 0), ("日", "曰", 1, 0))
    )
    itself, misread = known.chances(codes_of("鬼鬼"), codes_of("鬼兔"))[:, 0]
    assert itself > misread + 2
    assert known.chances(codes_of("曰"), codes_of("日"))[0, 0] < -1


def test_what_is_lost_is_read_as_nothing(known):
    assert known.chances(NONE, codes_of("川"))[0, 1] == pytest.approx(np.log2(4.2 / 10))


def test_what_was_printed_comes_most_often_first_and_never_as_itself(known):
    assert known.printed_for(codes_of("日"))[0, :3].tolist() == [ord("曰"), ord("目"), NOTHING]
    assert not known.printed_for(codes_of("龘川")).any()


def test_halves_can_be_asked_alone():
    both = counted(("日", "曰", 15, 0), ("日", "目", 0, 3))
    assert Misreadings.of(both, (1,)).printed_for(codes_of("日"))[0, 0] == ord("目")


def test_script_and_form_of_what_was_printed_do_not_matter_what_was_read_does():
    traditional = Misreadings.of(counted(("鳥", "爲", 3, 0)))
    assert traditional.printed_for(codes_of("鳥"))[0, 0] == ord("为")
    assert not traditional.printed_for(codes_of("鸟")).any()


@pytest.mark.parametrize("pair", ["日目", "末未", "士土", "人入", "已己"])
def test_real_engines_take_these_for_each_other(language: Language, pair):
    taken, other = language.misreadings.chances(codes_of(pair[0] * 2), codes_of(pair[1] + "国"))
    assert taken[1] > other[1]


def test_the_digit_is_told_that_is_read_so_most_often():
    known = Misreadings.of(counted(("]", "1", 9, 4), ("]", "3", 2, 0), ("7", "1", 9, 9), ("大", "天", 3, 3)))
    assert known.digit_for("]") == "1"
    assert known.digit_for("7") is known.digit_for("大") is None
