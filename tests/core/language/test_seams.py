"""Whether one line goes on in another."""

import pytest

from core.language.language import open_language
from core.language.seams import Seams


@pytest.fixture(scope="module")
def seams() -> Seams:
    return Seams(open_language())


TORN = [
    ("渡口的群众生活水平不断提", "高，木船也越来越少。"),
    ("为推动经济社会高质量发", "展提供有力支撑。"),
    ("要进一步加强和改进党的建", "设，推动各项工作落到实处。"),
]
APART = [
    ("青渚县图书馆新馆开馆", "许多家长带着孩子来看书。"),
    ("全县春耕工作会议召开", "近日，全县春耕工作会议"),
]


@pytest.mark.parametrize(("before", "after"), TORN)
def test_a_torn_sentence_goes_on(seams, before, after):
    assert seams.bits(before, after) > 12


@pytest.mark.parametrize(("before", "after"), APART)
def test_a_headline_does_not_go_on_in_its_story(seams, before, after):
    assert seams.bits(before, after) < 5


def test_the_right_half_is_better_than_the_wrong_one(seams):
    for before, after in TORN:
        others = [other for _, other in TORN if other != after]
        assert all(seams.bits(before, after) > seams.bits(before, other) for other in others)


def test_many_are_weighed_as_one_by_one(seams):
    alone = {pair: Seams(open_language()).bits(*pair) for pair in TORN + APART}
    together = Seams(open_language())
    together.weigh(TORN + APART)
    assert {pair: together.bits(*pair) for pair in TORN + APART} == pytest.approx(alone)


def test_script_and_width_make_no_difference(seams):
    assert seams.bits("高質量發", "展，提供") == seams.bits("高质量发", "展,提供")


def test_short_and_empty_lines_are_weighed_too(seams):
    assert isinstance(seams.bits("", "水"), float)
    seams.weigh([])
