"""Which of several traditional characters a phrase has where simplified text has one: 皇后 but 以後.

The phrases are those of OpenCC's dictionary. Forms that are both printed for the same word (裏 裡, 臺 台) are
not told apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from core.text.script import opencc_dictionary, simplify

_FORMS = (
    "后/後 发/發/髮 里/裏裡 面/麵麪 范/範 干/乾/幹榦 制/製 钟/鐘/鍾 松/鬆 云/雲 只祇衹/隻 系/係/繫 谷/穀 "
    "丑/醜 斗/鬥鬭鬪 冲沖/衝 复/復/複/覆 历/歷/曆 表/錶 胡/鬍 须/須/鬚 姜/薑 几/幾 舍/捨 仆/僕 征/徵 余/餘 "
    "御/禦 曲/麴麯 郁/鬱 折/摺 咸/鹹 朴/樸 术/術 签/簽/籤 脏/髒/臟 获/獲/穫 当/當/噹 尽/盡/儘 坛/壇/罈 "
    "团/團/糰 弥/彌/瀰 致/緻 准/準 辟/闢 台臺/颱 板/闆 别別/彆 卜/蔔 出/齣 刮/颳 克/剋 困/睏 合/閤 家/傢 "
    "累/纍 帘/簾 千/韆 向/嚮 叶/葉 筑/築 种/種 朱/硃 症/癥 吁/籲 游/遊"
)
"""Simplified characters that are several traditional ones; what may stand for one another is not parted."""

_SELDOM = "傢剋噹緻嚮纍闆齣睏彆颳籲蔔硃癥韆閤颱罈糰瀰薑鬚鬍麴錶"
"""Forms of so few words that they are wrong wherever none of these is known."""

LONGEST = 6
"""Phrases longer than this are made of shorter ones (code points)."""


@dataclass(frozen=True, slots=True)
class WrongForm:
    """The character at `place` should be `form`, as in `phrase` (as it should be; "" where none is known)."""

    place: int
    form: str
    phrase: str


@dataclass(frozen=True)
class _Forms:
    """`kinds` gives each form's kind, named by its first character.

    `phrases` and `usual` say what simplified phrases and characters become.
    """

    ambiguous: frozenset[str]
    kinds: Mapping[str, str]
    phrases: Mapping[str, tuple[str, ...]]
    usual: Mapping[str, str]


def wrong_forms(text: str) -> Iterator[WrongForm]:
    """Yield the characters of a traditional text that are right in no phrase they may belong to.

    A character counts where some phrase asks for another one, and none for the one that stands there, or
    where it belongs to a few words only and to none of them here.
    """
    forms = _forms()
    plain = simplify(text)
    for place, character in enumerate(plain):
        if character in forms.ambiguous:
            wrong = _wrong(forms, text, plain, place)
            if wrong is not None:
                yield wrong


def _wrong(forms: _Forms, text: str, plain: str, place: int) -> WrongForm | None:
    here = forms.kinds.get(text[place])
    asked: WrongForm | None = None
    for start in range(max(0, place - LONGEST + 1), place + 1):
        for end in range(max(start + 2, place + 1), min(len(plain), start + LONGEST) + 1):
            for phrase in forms.phrases.get(plain[start:end], ()):
                form = phrase[place - start]
                if here is None or forms.kinds.get(form) == here:
                    return None
                if asked is None or len(phrase) > len(asked.phrase):
                    asked = WrongForm(place, form, phrase)
    if asked is None and text[place] in _SELDOM:
        return WrongForm(place, forms.usual.get(plain[place], plain[place]), "")
    return asked


@cache
def _forms() -> _Forms:
    groups = [group.split("/") for group in _FORMS.split()]
    kinds = {form: kind[0] for group in groups for kind in group for form in kind}
    ambiguous = frozenset(group[0][0] for group in groups)
    phrases = {
        phrase: tuple(form for form in forms if len(form) == len(phrase))
        for phrase, forms in opencc_dictionary("STPhrases.txt").items()
        if 2 <= len(phrase) <= LONGEST and not ambiguous.isdisjoint(phrase)
    }
    usual = {key: forms[0] for key, forms in opencc_dictionary("STCharacters.txt").items()}
    return _Forms(ambiguous, kinds, phrases, usual)
