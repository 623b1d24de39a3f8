import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.merging.comparing import edits_between
from core.text.edit import Edit, apply_edits, in_order

TEXTS = st.text("甲乙𠮷\n。", max_size=40)
STORY = "".join(
    chr(0x4E00 + number * 7 % 5000) + ("\n" if number % 60 == 59 else "") for number in range(4000)
)


@given(TEXTS, TEXTS)
def test_the_edits_turn_one_text_into_the_other_and_no_two_touch(before, after):
    edits = edits_between(before, after)
    assert apply_edits(before, edits) == after
    assert in_order(edits) == edits
    assert all(first.end < second.start for first, second in pairwise(edits))


def test_each_wrong_character_is_an_edit_of_its_own():
    assert edits_between("渡囗的船末到", "渡口的船未到") == (Edit(1, "囗", "口"), Edit(4, "末", "未"))


def test_what_is_said_twice_is_taken_out_at_its_first_place_whichever_was_meant():
    assert edits_between("船的的的灯", "船的灯") == (Edit(1, "的的", ""),)
    assert edits_between("船的灯", "船的的灯") == (Edit(1, "", "的"),)


def test_lines_broken_otherwise_are_held_fast_by_their_characters():
    broken = STORY.replace("\n", "")
    edits = edits_between(STORY, broken)
    assert {(edit.removed, edit.inserted) for edit in edits} == {("\n", "")}
    assert len(edits) == STORY.count("\n")


def test_empty_lines_hold_nothing_together():
    before = "\n\n渡口早晨有雾，船工在岸边等客，灯火一盏一盏灭了\n"
    edits = edits_between(before, "渡口早晨有雨，船工在岸边等客，灯火一盏一盏灭了\n\n")
    assert max(len(edit.removed) for edit in edits) <= 2


def test_scattered_damage_in_a_long_text_is_found_where_it_is():
    chance = random.Random(5)
    places = sorted(chance.sample(range(len(STORY)), 60))
    damaged = list(STORY)
    for place in places:
        damaged[place] = "囗"
    edits = edits_between(STORY, "".join(damaged))
    assert sum(len(edit.removed) for edit in edits) <= len(places)
    assert apply_edits(STORY, edits) == "".join(damaged)
