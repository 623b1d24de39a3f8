"""Words and phrases of two to four characters that were written twice: 进一步进一步, 木船20条木船."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from core.detectors.by_line import found_in_row
from core.detectors.detector import Context, Rule
from core.detectors.weights import weight_of
from core.document.finding import Finding, Place, Suggestion
from core.document.page import PageView
from core.language.gram_table import mixed, sums_of
from core.language.language import Language
from core.language.symbols import codes_of, symbols
from core.messages import message
from core.text.folding import fold
from core.text.span import Span

RULES = (Rule("repeated-word", message("重复的词")),)

_TWICE = re.compile("([\u4e00-\u9fff]{2,4})\\1")

AROUND_COUNT = 0.6
"""How sure it is of what stands before a number and behind its measure word."""

_AROUND_COUNT = re.compile(
    "(?P<word>[\u4e00-\u9fff]{2,3})[0-9]+[多余]?[个家座条项名处台辆所](?P<again>(?P=word))(?![\u4e00-\u9fff]{1,2}[0-9])"
)

_SAID_TWICE = (
    "研究 讨论 商量 考虑 休息 打扫 收拾 了解 交流 锻炼 意思 尝试 "
    "体验 感受 放松 整理 检查 参观 琢磨 热闹 高兴 凉快 打听 比较 帮助 照顾 "
    "掂量 拾掇 反省 回忆 非常 永远 很多 多少 常常 "
    "慢慢 谢谢 加油 等等 哈哈 滴答 叮当 轰隆 呼噜 哗啦 咕咚 好久 许多 真的 是的 你好 "
    "再见 快来 快点 对的 多谢 救命 叮咚 扑通 嘀嗒 噼啪 咔嚓 "
    "嘟嘟"
)
"""Words that people say twice on purpose: verbs for doing a little, adverbs, calls and noises."""


@dataclass(frozen=True, slots=True)
class _Twice:
    """A word (folded) that stands twice; `apart`: with a number between.

    `may_meet`: one of the two may be a part of a longer word.
    """

    word: str
    apart: bool = False
    may_meet: bool = False


def detect(page: PageView, context: Context) -> Iterator[Finding]:
    """Yield the second of two equal words in a row; nothing without language data.

    What is a word when doubled, and what only looks doubled where two words meet (产业产业链), is left alone.
    """
    if context.language is None:
        return
    found = list(found_in_row(page, _twice, context.language))
    times = Counter(it.word for _, it in found if not it.apart)
    for whole, it in found:
        length = len(it.word)
        sure = 0.3 if times[it.word] > 2 else 0.6 if length == 2 else 0.75
        if it.apart:
            sure = AROUND_COUNT
        elif it.may_meet:
            sure /= 2
        first = Span(whole.start, whole.start + length)
        yield _finding(page, first, Span(whole.end - length, whole.end), sure)


def _twice(text: str, language: Language) -> Iterator[tuple[Span, _Twice]]:
    plain = fold(text)
    for it in _TWICE.finditer(plain):
        if not _means_it(plain, it, language):
            yield Span(*it.span()), _Twice(it[1], may_meet=_may_meet(plain, it, language))
    for it in _AROUND_COUNT.finditer(plain):
        yield Span(*it.span()), _Twice(it["word"], apart=True)


def _means_it(text: str, found: re.Match[str], language: Language) -> bool:
    word = found.group(1)
    around = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    return (
        word[0] in "一几半每某很越又再" + around[0]
        or len(set(word)) == 1
        or (len(word) == 2 and word in _SAID_TWICE)
        or word[-1] == around[1]
        or _known(language, word * 2)
        or _crossing(text, found, language)
    )


def _crossing(text: str, found: re.Match[str], language: Language) -> bool:
    """Say whether the rows of two are made by other words: 共建共治, 退税缓税缓费."""
    word = found.group(1)
    if len(word) > 2 or _known(language, word):
        return False
    before, behind = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    if not _known(language, word[1] + word[0]):
        return False
    return _known(language, before + word[0]) or _known(language, word[1] + behind)


def _may_meet(text: str, found: re.Match[str], language: Language) -> bool:
    """Say whether one of the two may be part of a longer word: 大队大队长, 最高人民法院人民法院."""
    size = len(found.group(1))
    behind = text[found.start() + size : found.end() + 2]
    before = text[max(0, found.start() - 2) : found.start() + size]
    longer = [behind[: size + more] for more in (1, 2)] + [before[-size - more :] for more in (1, 2)]
    if any(len(word) > size and _known(language, word) for word in longer):
        return True
    # The second begins a word where the first ends one: 供应的水的水质.
    return not _known(language, behind[:size]) and _known(language, behind[size - 1 : size + 1])


def _known(language: Language, word: str) -> bool:
    codes = codes_of(symbols(word))
    if not 2 <= len(codes) <= 4:
        return False
    return bool(np.any(language.words.log2(mixed(sums_of(codes, len(codes)), len(codes)))))


def _finding(page: PageView, first: Span, second: Span, sure: float) -> Finding:
    return Finding(
        "repeated-word",
        second,
        message("“{word}”写了两遍", word=second.of(page.text)),
        (Suggestion("", sure),),
        sure,
        weight_of(second.end - second.start),
        related=(Place(page.key, first),),
    )
