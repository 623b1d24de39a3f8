from hypothesis import given
from hypothesis import strategies as st

from core.changes.page_round import PageRound
from core.reports.agreement import Reading, readings, together
from core.text.edit import Edit, in_order

TEXT = "渡囗今日通肮，岸土坐满了乡亲"


def test_the_second_reader_keeps_changes_takes_back_and_adds(rounds_of):
    first = [Edit(1, "囗", "口"), Edit(5, "肮", "杭"), Edit(8, "土", "上")]
    second = [Edit(5, "杭", "航"), Edit(8, "上", "土"), Edit(12, "乡", "鄉")]
    (reading,) = readings(rounds_of(TEXT, ("林晓禾", first), ("周可", second)))
    assert reading == Reading("林晓禾", "周可", 1, kept=1, changed=1, taken_back=1, added=1)
    assert reading.share == 1 / 3


def test_places_move_with_what_was_put_in_before_them(rounds_of):
    rounds = rounds_of(
        TEXT, ("林晓禾", [Edit(0, "", "青渚"), Edit(5, "肮", "航")]), ("周可", [Edit(7, "航", "肮")])
    )
    (reading,) = readings(rounds)
    assert (reading.kept, reading.taken_back) == (1, 1)


def test_a_deletion_is_taken_back_where_it_was(rounds_of):
    rounds = rounds_of(TEXT, ("林晓禾", [Edit(2, "今日", "")]), ("周可", [Edit(2, "", "今日")]))
    assert readings(rounds)[0].taken_back == 1


def test_who_reads_his_own_page_again_is_no_second_reader(rounds_of):
    rounds = rounds_of(TEXT, ("林晓禾", [Edit(1, "囗", "口")]), ("林晓禾", [Edit(5, "肮", "航")]))
    assert readings(rounds) == ()


def test_a_round_in_which_nobody_did_anything_tells_nothing(rounds_of):
    (done,) = rounds_of(TEXT, ("林晓禾", [Edit(1, "囗", "口")]))
    assert readings((done, PageRound(2, done.end, done.end, ()))) == ()


def test_readings_of_many_pages_are_put_together():
    one = Reading("林晓禾", "周可", 1, 1, 0, 0, 2)
    other = Reading("周可", "林晓禾", 1, 0, 0, 0, 0)
    assert together([one, other, one]) == (Reading("林晓禾", "周可", 2, 2, 0, 0, 4), other)
    assert other.share is None


@st.composite
def edits_of(draw, text):
    """Draw ordered edits with a character between any two."""
    edits, at = [], draw(st.integers(0, 4))
    while at < len(text):
        length = draw(st.integers(0, min(2, len(text) - at)))
        edits.append(Edit(at, text[at : at + length], draw(st.sampled_from(["甲", "甲乙"]))))
        at += length + draw(st.integers(1, 9))
    return in_order(edits)


@given(st.data())
def test_every_correction_is_judged_once(rounds_of, data):
    first = data.draw(edits_of(TEXT))
    (done,) = rounds_of(TEXT, ("林晓禾", first))
    second = data.draw(edits_of(done.end.text))
    found = readings(rounds_of(TEXT, ("林晓禾", first), ("周可", second)))
    assert sum(one.kept + one.changed + one.taken_back for one in found) == len(first)
    assert sum(one.added for one in found) <= len(second)
