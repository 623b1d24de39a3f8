"""Open lines: a short line that ends no sentence is a headline, a heading, a name, or half a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from core.segmentation import marks, page_marks
from core.segmentation.counterparts import with_counterparts
from core.segmentation.page_language import PageLanguage
from core.segmentation.pictures import LONGEST_CAPTION
from core.segmentation.seams import left_open, seam_score
from core.segmentation.shapes import Shape
from core.segmentation.torn_lines import torn_score
from core.segmentation.units import Unit, starts_story

SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾"
    "夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关"
    "兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项"
    "连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
"""Common surnames, simplified."""

_ASKED = re.compile(r"[^。!?;]{4,36}[!?][\"']?")
_TORN = 1.5
_BUILT_ALIKE = -2.5
"""What a counterpart elsewhere in the story takes from the score of a torn line."""

_UNDER_HEADING = 1.75
"""What it adds that such a line stands above: under a heading no headline follows."""

_PART_OF_HEADLINE = -2.0
_PAST_PICTURE = 0.5
"""What a line must read on better past a picture than in the words right below."""

_HALF = 2.5
_REPEATED = 6
"""So many characters of a numbered heading, again at the start of the text, show that it is one."""

_TORN_AT_TIMES = frozenset({Shape.NUMBERED, Shape.SUBTITLE})
_HEADLINE_PARTS = frozenset({Shape.OPEN, Shape.SUBTITLE})
_SMALL_TABLE = 5


def judged(units: Sequence[Unit], language: PageLanguage) -> list[Unit]:
    """Return the units with every open line judged by its neighbours.

    Halves of paragraphs become prose, names under a title bylines, lines over a date signatures, and rows of
    chapter names tables. What stays open is a headline or a heading.
    """
    found = _tables(units)
    headings = with_counterparts(found)
    blank_lines_tell = sum(unit.first.adjacent for unit in found) * 2 < len(found)
    for number, unit in enumerate(found):
        above = found[number - 1] if number else None
        below = _below(found, number)
        if unit.shape is Shape.OPEN:
            build = _build(number, headings, below) + _over_headline(found, number)
            shape = _judge(unit, above, below, language, blank_lines_tell, build)
        else:
            shape = _second_thought(unit, above, below, language)
        if shape is not unit.shape:
            found[number] = replace(unit, shape=shape)
    return found


def _build(number: int, headings: frozenset[int], below: Sequence[Unit]) -> float:
    """Return what the headings with counterparts say about how surely unit `number` is torn."""
    if number in headings:
        return _BUILT_ALIKE
    under_heading = number - 1 in headings and below and below[0].shape is Shape.PROSE
    return _UNDER_HEADING if under_heading else 0.0


def _over_headline(units: Sequence[Unit], number: int) -> float:
    """Return what it says against a torn line that the open line below stands over a story."""
    below, story = units[number + 1 : number + 2], units[number + 2 : number + 3]
    headline = below and below[0].shape is Shape.OPEN and story and starts_story(story[0])
    return _PART_OF_HEADLINE if headline and "," not in units[number].text else 0.0


def _second_thought(unit: Unit, above: Unit | None, below: Sequence[Unit], language: PageLanguage) -> Shape:
    """Return the shape of a line that is no open line by itself, but may be one where it stands."""
    over_story = bool(below) and starts_story(below[0])
    if (
        unit.shape in _TORN_AT_TIMES
        and below
        and below[0].shape is Shape.PROSE
        and _is_half(unit, below[0], language)
    ):
        return Shape.PROSE
    if unit.shape is Shape.FURNITURE and above is not None and _is_contact(unit, above):
        return Shape.PROSE
    if unit.shape is Shape.NUMBERED and below and below[0].shape is Shape.STORY:
        return Shape.OPEN
    asks = unit.shape is Shape.PROSE and _ASKED.fullmatch(unit.text) is not None
    return Shape.OPEN if asks and (over_story or unit.first.level) else unit.shape


def _is_half(unit: Unit, below: Unit, language: PageLanguage) -> bool:
    """Say whether a line with a number or a dash before it is the first half of a torn paragraph."""
    number = marks.NUMBERED.match(unit.text)
    words = unit.text[number.end() :].strip() if number else ""
    if marks.CHAPTER.match(unit.text) or (words and below.text.startswith(words[:_REPEATED])):
        return False
    torn = left_open(unit.raw) is not None or unit.text.endswith((",", "、"))
    score = seam_score(unit.text, below.text, unit.raw, below.raw, language)
    return score >= (_TORN if torn else _HALF) and not unit.first.level


def _below(units: Sequence[Unit], number: int) -> list[Unit]:
    """Return what an open line may go on in: the unit below, and the one below a picture that follows."""
    below = list(units[number + 1 : number + 2])
    for place in range(number + 1, min(number + 2 + LONGEST_CAPTION, len(units) - 1)):
        if units[place].shape is Shape.CREDIT:
            return [*below, units[place + 1]]
        if units[place].shape is not Shape.PROSE:
            break
    return below


def _judge(
    unit: Unit,
    above: Unit | None,
    below: Sequence[Unit],
    language: PageLanguage,
    blank_lines_tell: bool,
    build: float,
) -> Shape:
    if below and below[0].shape is Shape.BARE_DATE:
        return Shape.BYLINE
    if above is not None and above.shape in _HEADLINE_PARTS and is_name(unit.text):
        return Shape.BYLINE
    if blank_lines_tell and above is not None and above.shape is Shape.PROSE and unit.first.adjacent:
        return Shape.PROSE
    scores = [torn_score(unit, one, language) for one in (below or (None,))]
    score = max(scores[0], max(scores[1:], default=scores[0]) - _PAST_PICTURE)
    return Shape.PROSE if score + build >= _TORN else Shape.OPEN


def is_name(text: str) -> bool:
    """Say whether a line is a name of two or three characters, or such names with blanks between."""
    names = text.split()
    if len(names) == 2 and all(len(name) == 1 for name in names):
        names = ["".join(names)]
    return bool(names) and all(
        2 <= len(name) <= 3 and name[0] in SURNAMES and marks.PERSON.fullmatch(name) for name in names
    )


def _is_contact(unit: Unit, above: Unit) -> bool:
    """Say whether a line that looks like a hotline is the telephone of the notice above."""
    below_text = above.shape is Shape.PROSE and (
        unit.first.adjacent or page_marks.CONTACT.search(above.text[-80:])
    )
    return bool(below_text and page_marks.CONTACT.search(unit.text))


def _tables(units: Sequence[Unit]) -> list[Unit]:
    """Turn runs of chapter names into tables."""
    found = list(units)
    start = 0
    lines = {Shape.NUMBERED, Shape.OPEN, Shape.TABLE}
    for number in range(len(found) + 1):
        if number < len(found) and found[number].shape in lines:
            continue
        while start < number and not _is_row(found[start]):
            start += 1
        end = number
        while end > start and not _is_row(found[end - 1]) and found[end - 1].first.gap:
            end -= 1
        run = found[start:end]
        chapters = sum(map(_is_row, run))
        if len(run) >= _SMALL_TABLE and chapters * 2 >= len(run):
            found[start:end] = [replace(unit, shape=Shape.TABLE) for unit in run]
        start = number + 1
    return found


def _is_row(unit: Unit) -> bool:
    return unit.shape is Shape.TABLE or marks.CHAPTER.match(unit.text) is not None
