"""Where names stand, and what they are made of."""

import numpy as np
import pytest

from core.language.language import Language
from core.language.names import Part, name_parts, name_zones
from core.language.symbols import codes_of

S, G = Part.SURNAME, Part.GIVEN


def parts_of(text: str, name: str) -> list[int]:
    start = text.index(name)
    return name_parts(text, ())[start : start + len(name)].tolist()


@pytest.mark.parametrize(
    ("text", "name", "parts"),
    [
        ("(记者陈小川)今天", "陈小川", [S, G, G]),
        ("(记者陈川、林一帆)今天", "林一帆", [S, G, G]),
        ("(记者陈川通讯员林帆)今天", "林帆", [S, G]),
        ("本报记者陈小川上海报道:", "陈小川", [S, G, 0]),
        ("记者林帆摄", "林帆", [S, G]),
    ],
)
def test_a_name_begins_with_a_surname(text, name, parts):
    assert parts_of(text, name) == parts


def test_names_end_where_the_byline_does():
    text = "(记者陈川)今天下午"
    assert not name_parts(text, ())[text.index("今") :].any()
    assert not name_zones(text)[text.index("今") :].any()
    assert name_zones(text)[text.index("陈")]


def test_a_blank_parts_two_names_and_a_name_from_a_place():
    text = "本报记者石锐胡新宇上海报道"
    known = name_parts(text, (text.index("胡"), text.index("上")))
    assert known[4:].tolist() == [S, G, S, G, G, 0, 0, 0, 0]
    assert name_parts(text, ())[4:9].tolist() == [S, G, 0, 0, 0]


@pytest.mark.parametrize(
    ("text", "blanks", "parts"),
    [
        ("(记者陈川林一帆)", "川林", [S, G, S, G, G]),
        ("(记者林一帆陈川)", "陈川", [S, G, G, S, G]),
        ("(记者陈川石锐)", "川石锐", [S, G, S, G]),
    ],
)
def test_a_name_of_two_padded_with_a_blank_is_one(text, blanks, parts):
    apart = sorted(text.index(behind) for behind in blanks)
    assert name_parts(text, apart)[3:-1].tolist() == parts


def test_where_nobody_signs_there_are_no_names():
    assert not name_parts("今天下午陈川来了", ()).any()


def test_common_surnames_are_told_from_what_no_family_is_called(language: Language):
    parts = np.full(2, Part.SURNAME, dtype=np.int8)
    common, never = language.names.logs(codes_of("冯苦"), parts)
    assert common > 5
    assert never == 0


def test_what_is_no_part_of_a_name_counts_nothing(language: Language):
    assert language.names.logs(codes_of("王"), np.zeros(1, dtype=np.int8)).tolist() == [0]
