from hypothesis import given
from hypothesis import strategies as st

from core.merging.three_way import Choice, Side, merge
from core.text.edit import Edit, apply_edits

TEXTS = st.text("甲乙丙\n", max_size=24)
BASE = "渡囗的船末到。\n早晨有雾，船家点灯。"


def read(base, merged, choose):
    """Put together a text, each changed place read as `choose` says."""
    parts, position = [], 0
    for place in merged.places:
        parts += (base[position : place.base.start], choose(place))
        position = place.base.end
    return "".join([*parts, base[position:]])


def test_corrections_of_different_characters_both_arrive():
    merged = merge(BASE, BASE.replace("囗", "口"), BASE.replace("末", "未"))
    assert [place.side for place in merged.places] == [Side.MINE, Side.THEIRS]
    assert merged.edits() == (Edit(4, "末", "未"),)


def test_neighbouring_characters_corrected_by_one_each_both_arrive():
    merged = merge("天末曰", "天未曰", "天末日")
    assert apply_edits("天未曰", merged.edits()) == "天未日"


def test_characters_side_by_side_are_compared_one_by_one_unless_one_was_changed_two_ways():
    assert [place.side for place in merge("末曰", "未日", "未曰").places] == [Side.BOTH, Side.MINE]
    assert [place.side for place in merge("末曰", "未日", "来曰").places] == [Side.CONFLICT]


def test_the_same_correction_is_an_agreement_and_nothing_is_taken():
    merged = merge(BASE, BASE.replace("囗", "口"), BASE.replace("囗", "口"))
    assert [place.side for place in merged.places] == [Side.BOTH]
    assert merged.edits() == ()


def test_two_readings_of_one_place_are_a_conflict_and_mine_stays():
    merged = merge(BASE, BASE.replace("末", "未"), BASE.replace("末", "来"))
    (place,) = merged.conflicts
    assert (place.was, place.my_reading, place.their_reading) == ("末", "未", "来")
    assert merged.edits() == ()


def test_a_conflict_is_read_as_it_is_chosen():
    mine = BASE.replace("末", "未")
    merged = merge(BASE, mine, BASE.replace("末", "来"))
    (place,) = merged.conflicts
    assert "船来到" in apply_edits(mine, merged.edits({place: Choice.THEIRS}))
    assert apply_edits(mine, merged.edits({place: Choice.NEITHER})) == BASE
    assert merged.edits({place: Choice.MINE}) == ()


def test_something_put_in_beside_what_the_other_took_out_is_a_conflict():
    assert merge("甲乙丙", "甲丙", "甲丁乙丙").conflicts
    assert merge("甲乙", "甲丙乙", "甲丁乙").conflicts


def test_a_line_that_one_took_out_and_the_other_corrected_is_one_conflict():
    merged = merge(BASE, BASE.replace("早晨有雾，船家点灯。", ""), BASE.replace("雾", "雨"))
    (place,) = merged.conflicts
    assert place.my_reading == ""
    assert "雨" in place.their_reading


@given(TEXTS, TEXTS)
def test_what_they_left_alone_is_mine_and_what_i_left_alone_theirs(base, other):
    assert {place.side for place in merge(base, other, base).places} <= {Side.MINE}
    assert apply_edits(base, merge(base, base, other).edits()) == other


@given(TEXTS, TEXTS)
def test_who_did_the_same_is_never_in_conflict(base, both):
    assert {place.side for place in merge(base, both, both).places} <= {Side.BOTH}


@given(TEXTS, TEXTS, TEXTS)
def test_the_two_sides_may_change_places(base, mine, theirs):
    turned = merge(base, theirs, mine).places
    assert tuple(place.turned for place in turned) == merge(base, mine, theirs).places


@given(TEXTS, TEXTS, TEXTS)
def test_the_places_are_all_that_differs_from_either_text(base, mine, theirs):
    merged = merge(base, mine, theirs)
    assert read(base, merged, lambda place: place.my_reading) == mine
    assert read(base, merged, lambda place: place.their_reading) == theirs
    assert all(place.mine.of(mine) == place.my_reading for place in merged.places)
    assert all(place.theirs.of(theirs) == place.their_reading for place in merged.places)


@given(TEXTS, TEXTS, TEXTS)
def test_what_is_taken_leaves_mine_where_both_changed(base, mine, theirs):
    merged = merge(base, mine, theirs)
    wanted = read(
        base,
        merged,
        lambda place: place.their_reading if place.side is Side.THEIRS else place.my_reading,
    )
    assert apply_edits(mine, merged.edits()) == wanted


@given(st.data())
def test_edits_to_characters_that_lie_apart_all_arrive(data):
    base = "".join(map(chr, range(0x4E00, 0x4E00 + 60)))
    places = data.draw(st.lists(st.sampled_from(range(0, 60, 2)), unique=True, min_size=2))
    half = len(places) // 2
    mine, theirs, both = (
        "".join("错" if number in changed else character for number, character in enumerate(base))
        for changed in (places[:half], places[half:], places)
    )
    assert apply_edits(mine, merge(base, mine, theirs).edits()) == both
