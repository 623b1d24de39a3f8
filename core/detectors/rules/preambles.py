"""What a language model says of its own accord when it is asked to read a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.detectors.detector import Context, Rule
from core.detectors.weights import weight_of
from core.document.finding import Finding, Suggestion
from core.document.page import PageView
from core.messages import message
from core.text.span import Span

RULES = (Rule("preamble", message("模型的插话")),)

NARROW = 60
"""Longer talk is marked at its beginning only, and nothing is proposed (code points)."""

_PICTURE = "(?:图片|圖片|图像|圖像|图中|圖中|扫描件|该页|此页|这张图|文档|版面)"
_READING = "(?:识别|識別|提取|转写|轉寫|转录|OCR|抄录|输出|文字内容|文本内容|文字|内容)"
_ADJECTIVES = "(?:extracted |transcribed |full |ocr )*"
_TALK = (
    # 以下是图片中的文字：
    (
        rf"(?:好的[，,！!。]|当然[，,！!。])?(?:以下|下面)(?:是|为)[^\n。]{{0,20}}{_PICTURE}[^\n。]{{0,20}}{_READING}[^\n。]{{0,20}}[:：。]?",
        0.9,
    ),
    (rf"(?:好的|当然可以|没问题)[，,！!。][^\n]{{0,12}}(?:{_PICTURE}|{_READING})[^\n]{{0,30}}", 0.85),
    (rf"(?:根据|按照)(?:您|你)(?:提供|上传|发送)的{_PICTURE}[^\n]{{0,40}}", 0.9),
    (rf"{_PICTURE}(?:中)?(?:的)?(?:文字|文本)(?:内容)?(?:如下|为)[:：]", 0.85),
    (r"(?:抱歉|对不起)[，,]?我?(?:无法|不能)[^\n]{0,20}(?:识别|辨认|看清|提取)[^\n]{0,30}", 0.9),
    (r"(?:如果|若)(?:您|你)(?:还有|需要)[^\n]{0,20}(?:请|随时)?(?:告诉我|告知我)[^\n]{0,10}", 0.9),
    (r"希望(?:这|以上)?[^\n]{0,8}对(?:您|你)有(?:所)?帮助[。！!]?", 0.85),
    (
        r"(?i:sure[,!] )?(?i:here(?: is|'s|’s) the )"
        rf"(?i:{_ADJECTIVES}(?:text|transcription|content)[^\n]{{0,60}})",
        0.95,
    ),
    (r"(?i:(?:i'm |i am )?sorry, (?:but )?i (?:can't|cannot|can’t)[^\n]{0,80})", 0.95),
    (r"(?i:the (?:image|picture|page) (?:contains|shows|displays|appears)[^\n]{0,80})", 0.9),
    (r"(?i:as an ai (?:language )?model[^\n]{0,80})", 0.95),
)
_LINES = tuple(
    (re.compile(rf"^[ \t\u3000*#>]*(?P<talk>{talk})[ \t*]*$", re.MULTILINE), sure) for talk, sure in _TALK
)
_NOTE = re.compile(
    r"[\[【（(](?:图片|圖片|图像|image|此处有图|图略|无法识别|無法識別|无法辨认|字迹不清|文字模糊|模糊不清|看不清|illegible|unreadable|unclear"
    r"|未识别|空白页|blank page|end of (?:page|text|document))[^\]】）)\n]{0,20}[\]】）)]",
    re.IGNORECASE,
)


def detect(page: PageView, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - a page is its own context
    """Yield lines and notes in brackets that speak of the picture instead of giving its text."""
    taken: set[int] = set()
    for pattern, sure in _LINES:
        for found in pattern.finditer(page.text):
            if found.start("talk") not in taken:
                taken.add(found.start("talk"))
                yield _finding(Span(*found.span("talk")), sure)
    for found in _NOTE.finditer(page.text):
        yield _finding(Span(*found.span()), 0.7)


def _finding(place: Span, sure: float) -> Finding:
    whole = len(place) <= NARROW
    return Finding(
        "preamble",
        place if whole else Span(place.start, place.start + NARROW),
        message("像是识别模型自己说的话，不是报上的文字"),
        (Suggestion("", sure),) if whole else (),
        sure,
        weight_of(len(place)),
    )
