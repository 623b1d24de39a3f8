from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.glossary.known import known_pairs
from core.glossary.pair import Pair
from core.glossary.pair_index import pair_index


def hits(text: str, *pairs: Pair) -> list[tuple[int, str]]:
    return [(hit.start, hit.pair.right) for hit in pair_index(pairs).hits(text)]


def test_every_place_of_a_wrong_form_is_found():
    assert hits("周未，上周未。", Pair("周未", "周末")) == [(0, "周末"), (4, "周末")]


def test_the_longest_form_and_the_surest_pair_speak():
    pairs = Pair("周未", "周伟", rejected=2), Pair("周未", "周末", 4, 3), Pair("周未日", "周末日")
    assert hits("周未日周未", *pairs) == [(0, "周末日"), (3, "周末")]


def test_the_right_form_is_left_alone_though_it_holds_the_wrong_one():
    assert hits("多多少少有，多少有", Pair("少有", "少少有")) == [(7, "少少有")]


def test_a_pair_that_is_off_is_silent():
    assert not pair_index([Pair("周未", "周末", on=False)])


@given(st.text("周未末日", max_size=12))
def test_places_do_not_overlap_and_hold_the_wrong_form(text):
    found = pair_index([Pair("周未", "周末"), Pair("未末日", "末日")]).hits(text)
    assert all(text[hit.start : hit.end] == hit.pair.wrong for hit in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_the_lists_that_come_along_hold_no_right_form_as_a_wrong_one():
    index = known_pairs()
    pairs = [pair for held in index.heads.values() for pair in held]
    assert len(pairs) > 400
    assert not [pair.right for pair in pairs if index.hits(pair.right)]
    assert all([hit.pair.right for hit in index.hits(pair.wrong)] == [pair.right] for pair in pairs)


@given(st.text("周未末日天", max_size=20))
def test_no_place_of_a_wrong_form_is_left_out(text):
    wrong = ["周未", "未末日", "日天"]
    found = pair_index([Pair(form, "周末") for form in wrong]).hits(text)
    taken = {place for hit in found for place in range(hit.start, hit.end)}
    assert all(at in taken for at in range(len(text)) for form in wrong if text.startswith(form, at))
