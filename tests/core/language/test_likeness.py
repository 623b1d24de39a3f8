"""Which characters look and sound alike, on the data that ships."""

import sys
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.language.likeness import SHAPE_FLOOR, Likeness
from core.language.symbols import codes_of

FOLDER = files("resources") / "language"


@pytest.fixture(scope="module")
def likeness() -> Likeness:
    return Likeness.load(FOLDER)


@pytest.mark.parametrize(
    "pair",
    ["未末", "理裡", "士土", "已己", "己巳", "日曰", "贵责", "城域", "人入", "祉社", "千干", "口ロ", "一—"],
)
def test_characters_that_engines_take_for_each_other_are_among_the_likest(likeness, pair):
    one, other = pair
    assert other in [character for character, _ in likeness.like(one)]
    assert likeness.shape(codes_of(one), codes_of(other))[0] > 0.6


def test_a_character_that_lost_its_radical_is_still_like_it(likeness):
    assert likeness.shape(codes_of("请们"), codes_of("青门")).min() > 0.7


def test_the_likest_come_first_and_as_many_as_asked_for(likeness):
    found = likeness.like("责", 5)
    assert len(found) == 5
    assert found[0][0] == "贵"
    assert [value for _, value in found] == sorted((value for _, value in found), reverse=True)
    assert "责" not in [character for character, _ in found]


def test_rows_of_unknown_characters_are_zero(likeness):
    codes, values = likeness.candidates(codes_of("未𠮷\uffff"))
    assert codes.shape == values.shape
    assert codes[0].all()
    assert not codes[1:].any()
    assert not values[1:].any()
    assert likeness.like("\U0010ffff") == []


def test_nothing_is_looked_up_for_no_characters(likeness):
    none = codes_of("")
    assert (
        len(likeness.candidates(none)[0])
        == len(likeness.shape(none, none))
        == len(likeness.sound(none, none))
        == 0
    )


def test_characters_unlike_in_shape_have_the_floor(likeness):
    assert likeness.shape(codes_of("国𠮷𠮷"), codes_of("一国龘")).tolist() == pytest.approx([SHAPE_FLOOR] * 3)


def test_the_same_sound_is_more_alike_than_a_near_one_and_that_more_than_another(likeness):
    same, tone, near, initial, other = likeness.sound(codes_of("事事南进国"), codes_of("是时蓝京山"))
    assert same == 1
    assert same > tone > near
    assert near > 0.5
    assert initial > 0.5
    assert other == 0


def test_all_readings_count(likeness):
    assert likeness.sound(codes_of("行行"), codes_of("航形")).min() > 0.8


@given(st.lists(st.tuples(st.characters(codec="utf-8"), st.characters(codec="utf-8")), max_size=40))
def test_likeness_is_symmetric_and_within_bounds(pairs):
    likeness = Likeness.load(FOLDER)
    left, right = (codes_of("".join(pair[side] for pair in pairs)) for side in (0, 1))
    for compare in (likeness.shape, likeness.sound):
        there, back = compare(left, right), compare(right, left)
        assert np.array_equal(there, back)
        assert ((there >= 0) & (there <= 1)).all()
        assert (compare(left, left) == 1).all()


def test_symmetry_holds_for_all_that_are_listed(likeness):
    codes = np.repeat(codes_of("未责城事"), 60)
    others = likeness.candidates(codes_of("未责城事"))[0].ravel()
    assert np.array_equal(likeness.shape(codes, others), likeness.shape(others, codes))


def test_files_that_do_not_belong_together_are_refused(tmp_path):
    for file in FOLDER.iterdir():
        if file.name.startswith("like_"):
            array = np.load(str(file))
            np.save(tmp_path / file.name, array[:9] if file.name == "like_shapes.npy" else array)
    with pytest.raises(ValueError, match="belong together"):
        Likeness.load(tmp_path)


def test_the_data_is_small_and_stays_on_disk(likeness):
    assert sum(file.stat().st_size for file in Path(str(FOLDER)).glob("like_*.npy")) < 2_100_000
    assert isinstance(likeness._others.base, np.memmap) or sys.platform == "win32"
