"""Characters no newspaper prints: invisible ones, doubles from compatibility blocks, look-alikes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from core.detectors.detector import Context, Rule
from core.detectors.weights import CHARACTER
from core.document.finding import Finding, Suggestion
from core.document.page import PageView
from core.messages import Message, message
from core.text.characters import HAN
from core.text.span import Span

RULES = (Rule("odd-character", message("异常字符")),)

LOOK_ALIKES = {
    "ー": "一",
    "ニ": "二",
    "ハ": "八",
    "カ": "力",
    "タ": "夕",
    "ロ": "口",
    "エ": "工",
    "ト": "卜",
    "チ": "千",
    "セ": "七",
    "へ": "一",
    "ㄑ": "〈",
    "ㄧ": "一",
    "ㄒ": "丁",
    "ㄖ": "日",
}
"""Kana and phonetic signs, and the Chinese character they are read for when they stand alone among others."""

_LETTERS = "\u3041-\u30ff\u3105-\u312f"
_LONGEST = 40

# C0 and C1 controls but tab and line end, soft hyphen, zero-width and direction marks, byte order mark.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
    f"{{1,{_LONGEST}}}"
)
_LOST = re.compile(f"\ufffd{{1,{_LONGEST}}}")
_PRIVATE = re.compile(f"[\ue000-\uf8ff\U000f0000-\U0010fffd]{{1,{_LONGEST}}}")
_DOUBLE = re.compile("[\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f]")
_ALONE = re.compile(f"(?<=[{HAN}])[{''.join(LOOK_ALIKES)}](?=[{HAN}，。、；：])(?![{_LETTERS}])")
_IN_NUMBER = re.compile(
    r"(?<=[0-9.])[Oo](?=[0-9.%])|(?<=[0-9])[lI](?=[0-9.%])|(?<![A-Za-z0-9])[lI](?=\.[0-9])"
)


def detect(page: PageView, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - a page is its own context
    """Yield characters that are there by some program's doing, not by the printer's."""
    text = page.text
    if text.isascii():
        return
    for found in _INVISIBLE.finditer(text):
        code = f"U+{ord(found.group()[0]):04X}"
        yield _finding(found, message("看不见的字符 {code}", code=code), "", 0.95)
    for found in _LOST.finditer(text):
        yield _finding(found, message("没有读出的字符（{count}个）", count=len(found.group())), None, 0.95)
    for found in _PRIVATE.finditer(text):
        code = f"U+{ord(found.group()[0]):04X}"
        yield _finding(found, message("造字区的字符 {code}", code=code), None, 0.9)
    for found in _DOUBLE.finditer(text):
        plain = normalize("NFKC", found.group())
        if plain != found.group():
            words = message("兼容区的“{odd}”，通用的是“{plain}”", odd=found.group(), plain=plain)
            yield _finding(found, words, plain, 0.9)
    for found in _ALONE.finditer(text):
        plain = LOOK_ALIKES[found.group()]
        words = message("“{odd}”不是汉字，疑为“{plain}”", odd=found.group(), plain=plain)
        yield _finding(found, words, plain, 0.8)
    for found in _IN_NUMBER.finditer(text):
        digit = "0" if found.group() in "Oo" else "1"
        words = message("数字里的字母“{odd}”，疑为“{plain}”", odd=found.group(), plain=digit)
        yield _finding(found, words, digit, 0.8)


def _finding(found: re.Match[str], words: Message, plain: str | None, sure: float) -> Finding:
    suggestions = () if plain is None else (Suggestion(plain, sure),)
    return Finding("odd-character", Span(*found.span()), words, suggestions, sure, CHARACTER)
