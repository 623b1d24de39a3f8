from hypothesis import given
from hypothesis import strategies as st

from core.merging.moved import with_moves
from core.merging.three_way import Side, merge
from core.text.edit import apply_edits

FERRY = "渡口早晨有雾，船工在岸边等客，灯火一盏一盏灭了。"
STREET = "老街的青石板上摆着竹篮，卖豆腐的人从早喊到晚。"
DYKE = "海沙湾的堤修了三个月，石料从对岸运来，如今合龙。"
BASE = f"{FERRY}\n{STREET}\n{DYKE}\n"
MOVED = f"{STREET}\n{DYKE}\n{FERRY}\n"


def joined(base, mine, theirs):
    return with_moves(base, mine, theirs, merge(base, mine, theirs))


def test_a_correction_follows_its_passage_to_where_the_other_text_has_it():
    mine = BASE.replace("雾", "雨").replace("合龙", "合拢")
    merged = joined(BASE, mine, MOVED)
    assert merged.conflicts == []
    assert apply_edits(mine, merged.edits()) == MOVED.replace("雾", "雨").replace("合龙", "合拢")


def test_a_passage_that_the_other_text_has_corrected_as_well_is_taken_from_there():
    mine = BASE.replace("雾", "雨")
    merged = joined(BASE, mine, MOVED.replace("雾", "雨"))
    assert apply_edits(mine, merged.edits()) == MOVED.replace("雾", "雨")


def test_lines_broken_otherwise_do_not_hide_it():
    mine = BASE.replace("岸边", "码头")
    torn = MOVED.replace("在岸边等客", "在岸\n边等客")
    assert apply_edits(mine, joined(BASE, mine, torn).edits()) == MOVED.replace("岸边", "码头")


def test_a_passage_that_is_not_found_again_stays_in_conflict():
    mine = BASE.replace("雾", "雨")
    merged = joined(BASE, mine, f"{STREET}\n{DYKE}\n")
    assert [place.side for place in merged.places] == [Side.CONFLICT]


def test_a_passage_that_stands_there_twice_stays_in_conflict():
    mine = BASE.replace("雾", "雨")
    assert joined(BASE, mine, f"{STREET}\n{DYKE}\n{FERRY}\n{FERRY}\n").conflicts


def test_two_readings_of_a_word_stay_in_conflict():
    mine, theirs = BASE.replace("竹篮", "竹蓝"), BASE.replace("竹篮", "竹筐")
    assert joined(BASE, mine, theirs) == merge(BASE, mine, theirs)


@given(*(st.text("甲乙丙丁\n", max_size=60) for _ in range(3)))
def test_whatever_the_texts_are_it_can_be_carried_out(base, mine, theirs):
    merged = joined(base, mine, theirs)
    assert len(merged.conflicts) <= len(merge(base, mine, theirs).conflicts)
    apply_edits(mine, merged.edits())
