"""One character that differs between two forms of what should be one: a slip, or what is meant so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.glossary.near_miss import Slip, slip_between
from core.language.language import Language

NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两廿卅首几半双多各每")
_SERIES = (
    *("上中下", "东南西北中", "前后", "左右", "大小中", "甲乙丙丁戊己庚辛", "春夏秋冬", "男女", "正副"),
    *("国省市县区州镇乡村旗盟", "新旧老", "内外", "高低", "他她它", "增减", "升降", "进出", "买卖", "早晚"),
    *("年月日周季", "的地得", "和与及或", "到至", "我你他您", "是为", "在于", "有无", "这那", "入出", "里内"),
    *("被把将", "最更较", "再又", "长短", "远近", "轻重", "今昨明去", "母父子女", "兄弟姐妹", "金银铜"),
    *("红黄蓝绿白黑", "天地人", "开闭关", "起止", "始终", "加减", "生死"),
)
"""Characters that tell the members of a series, or two words that are both right, apart."""

_COUNTRIES = frozenset(
    "中美俄英法德日韩朝越老柬泰缅印巴蒙哈吉塔乌土伊沙阿埃澳新意西葡希瑞波匈捷塞欧非港澳台京津沪渝川"
)
"""Countries and places by one character: either of two may be named first."""

_DROPPED = frozenset("的了副原前新省市县区国级性化地得着过和与及也都还更再将已之等各一大小总第")
"""What may be said or left unsaid."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How `found` slipped from `form`: `[first, last)` of the one should be `[start, end)` of the other.

    `at_end`: it reaches the first or the last character. `meant`: the characters are such as tell two things
    apart that are both right, a numeral, a direction, a level of offices; or may be said or left unsaid.
    """

    slip: Slip
    at: int
    first: int
    last: int
    start: int
    end: int
    at_end: bool
    meant: bool = False


def difference(found: str, form: str) -> Difference | None:
    """Return the one slip that makes `found` of `form` (both folded), None where it takes more or none.

    One numeral in the place of another is no slip, nor are two countries named in another order.
    """
    slipped = slip_between(found, form)
    if slipped is None:
        return None
    slip, at = slipped
    if slip is Slip.SWAPPED:
        if {found[at], found[at + 1]} <= _COUNTRIES:
            return None
        return Difference(slip, at, at, at + 2, at, at + 2, at == 0 or at + 2 == len(form))
    if slip is Slip.OTHER:
        one, other = found[at], form[at]
        if one in NUMERALS and other in NUMERALS:
            return None
        return Difference(slip, at, at, at + 1, at, at + 1, at in (0, len(form) - 1), tells_apart(one, other))
    at_end = at in (0, len(form) - (slip is Slip.MISSING))
    changed = form[at] if slip is Slip.MISSING else found[at]
    meant = changed in NUMERALS or changed in _DROPPED
    if slip is Slip.ADDED:
        return Difference(slip, at, at, at + 1, at, at, at_end, meant)
    # What is missing is marked at the character before it, or at the one behind where there is none.
    if at == 0:
        return Difference(slip, at, 0, 1, 0, 2, at_end, meant)
    return Difference(slip, at, at - 1, at, at - 1, at + 1, at_end, meant)


def tells_apart(one: str, other: str) -> bool:
    """Say whether two characters tell two members of a series apart, or two words that are both right."""
    if one in NUMERALS or other in NUMERALS:
        return True
    return any(one in row and other in row for row in _SERIES)


def likenesses(language: Language, pairs: Sequence[tuple[str, str]]) -> list[float]:
    """Return how alike the two characters of each pair look or sound, the greater (0 to 1); of none 0.5."""
    one, other = (
        np.array([ord(pair[side]) if pair[side] else 0 for pair in pairs], dtype=np.uint32) for side in (0, 1)
    )
    alike = np.maximum(language.likeness.shape(one, other), language.likeness.sound(one, other))
    alike[one == 0] = 0.5
    return [float(value) for value in alike]
