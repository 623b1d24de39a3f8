"""Units, marks and words that never stand without a number, and do: the number was lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.detectors.detector import Context, Rule
from core.detectors.paragraphs import Paragraph, found_in, paragraphs
from core.detectors.weights import CHARACTER
from core.document.finding import Finding
from core.document.page import PageView
from core.messages import message
from core.text.characters import HAN

RULES = (Rule("lost-number", message("漏了数字")),)

SURE = 0.7
"""In eleven million characters of clean news none of these forms stands anywhere."""

_CHANGED = "增长|提高|上升|下降|回落|降低|扩大|收窄|提升|增加|减少|加快|上涨|下跌"
_QUANTITIES = "个百分点|亿元|万元|万吨|亿吨|万人|万户|公里|平方米|平方公里|亿千瓦时|万千瓦|兆瓦|公顷|万亩"
_BARE = (
    re.compile(f"(?<=[{HAN}])%(?!(?:[{HAN}]{{0,3}})?[\\d.])"),
    re.compile(f"(?:{_CHANGED})了?(?={_QUANTITIES})"),
    re.compile(r"\d[\d.]*[万亿]?(?:兆瓦|千瓦)/(?=[万亿]?(?:兆瓦时|千瓦时))"),
    re.compile(r"\d年(?=月(?:\d{1,2}日|以来|底|初|中旬|上旬|下旬))"),
    re.compile(r"\d年\d{1,2}月(?=日(?![均本前常程报夜])|[日电]电)"),
    re.compile(r"(?<=[。,;])(?=月\d{1,2}日)"),
    re.compile("第(?=届)"),
    re.compile("(?:共|共计|累计|总计)[^,。;\\d]{0,8}(?:达|为)(?=人次|余人|多人|亿元|万元|万人次)"),
)


def detect(page: PageView, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - a page is its own context
    """Yield the characters between which a number must have stood, in running text."""
    return found_in(page, (paragraph for paragraph in paragraphs(page) if paragraph.runs), _bare)


def _bare(paragraph: Paragraph) -> list[Finding]:
    text = paragraph.folded
    return [
        # The last character before the number and the first behind it.
        _finding(paragraph, found.start() if found.group() == "%" else found.end())
        for pattern in _BARE
        for found in pattern.finditer(text)
    ]


def _finding(paragraph: Paragraph, at: int) -> Finding:
    start, end = max(0, at - 1), min(len(paragraph.text), at + 1)
    words = message("“{around}”中间应有数字", around=paragraph.text[start:end])
    return Finding("lost-number", paragraph.place(start, end), words, (), SURE, CHARACTER)
