"""Characters no newspaper prints: invisible ones, doubles from compatibility blocks, look-alikes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from unicodedata import normalize

from core.detectors.by_line import found_by_line
from core.detectors.detector import Context, Rule
from core.detectors.look_alikes import KANA, LATIN, PARTS, RADICALS
from core.detectors.weights import CHARACTER
from core.document.finding import Finding, Suggestion
from core.document.page import PageView
from core.messages import Message, message
from core.text.characters import HAN
from core.text.span import Span

RULES = (Rule("odd-character", message("异常字符")),)

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
_RADICAL = re.compile(f"[{''.join(RADICALS)}]")
_ALONE = re.compile(f"[{''.join(KANA)}](?<=[{HAN}].)(?=[{HAN}，。、；：])(?![{_LETTERS}])")
_PART = re.compile(f"[{''.join(PARTS)}]")
_DOT = re.compile(f"丶(?<=[{HAN}].)(?=[{HAN}])")
_FOREIGN = re.compile(f"[{''.join(LATIN)}]+")
_LATIN_LETTER = re.compile("[A-Za-z]")
# e家, i读 and the like are names; the others are dirt, and so is any letter behind which a sentence ends.
_DIRT = "[a-df-hj-mo-su-wyz]"
_LETTER = re.compile(
    rf"(?:(?<=[{HAN}])|^){_DIRT}(?=[{HAN}])"
    rf"|(?<=[{HAN}])(?:{_DIRT}(?=[，、；：])|[a-z](?=[。！？])|[a-np-z](?=[ ]*$))",
    re.MULTILINE,
)
_CIRCLE = re.compile(rf"(?<=[{HAN}”」』）)%％])[oO](?=[ ]*$)", re.MULTILINE)
# Of Han characters only one alone: two may be a name.
_BEHIND = re.compile(
    rf"(?<=[。！？”])[ \u3000]{{2,}}([0-9A-Za-z|_-]{{1,2}}|(?![完终終续續])[{HAN}])[ ]*$", re.MULTILINE
)
_IN_NUMBER = re.compile(
    r"(?<=[0-9.])[Oo](?=[0-9.%])|(?<=[0-9])[lI](?=[0-9.%])|(?<![A-Za-z0-9])[lI](?=\.[0-9])"
    rf"|(?<=[{HAN}])l(?=[0-9]+[{HAN}%])"
)


def detect(page: PageView, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - a page is its own context
    """Yield characters that are there by some program's doing, not by the printer's."""
    if page.text.isascii():
        return
    for start, finding in found_by_line(page, _in_line):
        yield replace(finding, span=finding.span.moved(start))


def _in_line(line: str) -> list[Finding]:
    return [*_unprinted(line), *_look_alikes(line), *_strays(line)]


def _unprinted(text: str) -> Iterator[Finding]:
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


def _look_alikes(text: str) -> Iterator[Finding]:
    for found in _RADICAL.finditer(text):
        plain = RADICALS[found.group()]
        words = message("兼容区的“{odd}”，通用的是“{plain}”", odd=found.group(), plain=plain)
        yield _finding(found, words, plain, 0.9)
    for found in _ALONE.finditer(text):
        plain = KANA[found.group()]
        words = message("“{odd}”不是汉字，疑为“{plain}”", odd=found.group(), plain=plain)
        yield _finding(found, words, plain, 0.8)
    for found in _DOT.finditer(text):
        words = message("“{odd}”是笔画，疑为“{plain}”", odd=found.group(), plain="、")
        yield _finding(found, words, "、", 0.85)
    for found in _IN_NUMBER.finditer(text):
        digit = "0" if found.group() in "Oo" else "1"
        words = message("数字里的字母“{odd}”，疑为“{plain}”", odd=found.group(), plain=digit)
        yield _finding(found, words, digit, 0.8)
    for found in _FOREIGN.finditer(text):
        start, end = found.span()
        if _LATIN_LETTER.match(text, max(0, start - 1)) or _LATIN_LETTER.match(text, end):
            plain = "".join(LATIN[letter] for letter in found.group())
            words = message("拉丁字母里混了别的字母“{odd}”", odd=found.group())
            yield _finding(found, words, plain, 0.9)


def _strays(text: str) -> Iterator[Finding]:
    for found in _PART.finditer(text):
        yield _finding(found, message("“{odd}”只是半个字", odd=found.group()), None, 0.85)
    for found in _CIRCLE.finditer(text):
        words = message("行末的字母“{odd}”，疑为“{plain}”", odd=found.group(), plain="。")
        yield _finding(found, words, "。", 0.6)
    for found in _LETTER.finditer(text):
        yield _finding(found, message("汉字旁边的字母“{odd}”", odd=found.group()), None, 0.6)
    for found in _BEHIND.finditer(text):
        words = message("句末之外的“{odd}”", odd=found.group(1))
        yield _finding(found, words, "", 0.7, group=1)


def _finding(found: re.Match[str], words: Message, plain: str | None, sure: float, group: int = 0) -> Finding:
    suggestions = () if plain is None else (Suggestion(plain, sure),)
    return Finding("odd-character", Span(*found.span(group)), words, suggestions, sure, CHARACTER)
