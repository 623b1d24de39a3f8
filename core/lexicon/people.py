"""People by name, where an office or a title before or behind the name says that it is one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.lexicon.term import FoundTerm, Kind, Term
from core.text.characters import HAN, is_han

OFFICES = (
    "党委书记|总书记|副书记|书记|副省长|省长|副市长|市长|副县长|县长|副区长|区长|乡长|镇长|副主席|主席|副主任|主任|副部长|部长"
    "|副局长|局长|处长|科长|厅长|副院长|院长|副校长|校长|会长|理事长|董事长|总经理|总裁|经理|副秘书长|秘书长|委员长|副委员长"
    "|委员|常委|记者|通讯员|教授|研究员|所长|站长|队长|村支书|村主任|司令员|政委|主编|总编辑|社长|检察长|大使|副总理|总理|副总统|总统"
    "|外长|首相|医生|医师|工程师|厂长|矿长|车间主任|班长|组长|村民|居民|代表|院士|学者|专家|作家|诗人|导演|演员|画家|教练|运动员"
)
"""What stands before a name (folded)."""

TITLES = (
    "同志|先生|女士|教授|院士|总书记|主席|总统|总理|首相|部长|书记|省长|市长|县长|局长|院长|校长"
    "|老师|医生|委员长|外长|大使"
)
"""What stands behind one."""

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭肖田董袁潘蔡蒋余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范"
    "金石廖贾夏韦付邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱覃武戴莫孔白汤康易乔赖文施洪辛柯梅童凌毕单骆左祁尚"
    "邢岳聂焦向鲁温庞颜柳欧阮纪耿路涂齐包葛詹喻翁管殷游俞丘翟倪季习栗韦苗窦裴冉冀阎蓝屈翁符靳闵舒"
)
_WARY = "关曾高严庄于方万常成明安时费华甘应解景米房池单"
"""Surnames that are more often other words: only two characters behind them make a name."""

SURNAMES = frozenset(_SURNAMES + _WARY)
"""The surnames of one character that are known here."""

_COMPOUND = "欧阳|司马|上官|诸葛|慕容|司徒|尉迟|皇甫|东方|独孤|令狐|长孙|夏侯|公孙"
_BEFORE = re.compile(f"(?:{OFFICES})[: ]?")
_NAME = re.compile(f"(?:{_COMPOUND})[{HAN}]{{1,2}}|[{_SURNAMES}{_WARY}][{HAN}]{{1,2}}")
_BEHIND = re.compile(f"(?<![{HAN}])([{_SURNAMES}][{HAN}]{{1,2}})(?={TITLES})")
_BETWEEN = re.compile("[、 \u3000]{1,3}(?:和)?|和|与")

_GOES_ON = frozenset(
    "说表指强介告认出主在与和同向为等对率将从作到致参会谈坦回解提讲带走先一也就都的是被及以则又还便曾正已均并代任当宣签考调陪听共分了"
)
"""What may follow a name without a mark: the beginning of a verb, a particle."""

_OF_NO_NAME = frozenset("的了是在于这那其党社和与们个会员长部局委省市县区年月日、，。一二三四五六七八九十")


def people(folded: str) -> Iterator[FoundTerm]:
    """Yield the names of people in a folded text, each with the office or title beside it."""
    for office in _BEFORE.finditer(folded):
        start = office.end()
        while True:
            end = _end_of_name(folded, start)
            if end is None:
                break
            yield _found(folded, start, end, _whole(folded, office))
            between = _BETWEEN.match(folded, end)
            if between is None:
                break
            start = between.end()
    for found in _BEHIND.finditer(folded):
        title = re.compile(TITLES).match(folded, found.end())
        if title and _OF_NO_NAME.isdisjoint(found[1][1:]):
            yield _found(folded, found.start(1), found.end(1), title.group())


def _whole(folded: str, office: re.Match[str]) -> str:
    """Return an office with the 副 that stands before it, where that is no part of it yet."""
    deputy = office.start() > 0 and folded[office.start() - 1] == "副"
    return "副" * deputy + office.group().rstrip(": ")


def _end_of_name(folded: str, start: int) -> int | None:
    """Return where the name ends that begins at `start`, None where none does."""
    found = _NAME.match(folded, start)
    if found is None:
        return None
    longest = found.end()
    least = start + (3 if longest - start == 4 else 2)
    if folded[start] in _WARY:
        least = start + 3
    for end in (least, least + 1):
        if (
            least <= end <= longest
            and _may_end(folded, end)
            and _OF_NO_NAME.isdisjoint(folded[start + 1 : end])
        ):
            return end
    return None


def _may_end(folded: str, end: int) -> bool:
    return end >= len(folded) or not is_han(folded[end]) or folded[end] in _GOES_ON


def _found(folded: str, start: int, end: int, office: str) -> FoundTerm:
    return FoundTerm(Term(Kind.PERSON, folded[start:end]), start, end, office)
