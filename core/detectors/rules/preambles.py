"""What a language model says of its own accord when it is asked to read a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.detectors.by_line import found_in_row
from core.detectors.detector import Context, Rule
from core.detectors.folded_lines import BLANK, folded_lines
from core.detectors.weights import weight_of
from core.document.finding import Finding, Suggestion
from core.document.page import PageView
from core.messages import message
from core.text.span import Span

RULES = (Rule("preamble", message("模型的插话")),)

NARROW = 60
"""Longer talk is marked at its beginning only, and nothing is proposed (code points)."""

_TRIGGERS = (
    *(
        "图片",
        "圖片",
        "图像",
        "圖像",
        "扫描",
        "掃描",
        "识别",
        "識別",
        "辨认",
        "辨認",
        "抱歉",
        "对不起",
        "對不起",
        "您",
    ),
    *(
        "如下",
        "对你",
        "對你",
        "以下是",
        "以下为",
        "以下為",
        "下面是",
        "不清",
        "空白页",
        "空白頁",
        "图略",
        "圖略",
        "此处有图",
    ),
    *(
        "mage",
        "MAGE",
        "icture",
        "PICTURE",
        "he page",
        "ere is the",
        "ere's the",
        "ere’s the",
        "orry, ",
        "s an AI",
    ),
    *("nd of ", "ND OF ", "llegible", "nreadable", "nclear", "lank page", "BLANK"),
)
"""A line without any of these is no such talk."""

_PICTURE = "(?:图片|图像|图中|扫描件|照片|截图|该页|此页|这张图|文档|版面)"
_READING = "(?:识别|提取|转写|转录|OCR|抄录|输出|文字|文本|内容)"
_COURTESY = r"(?:好的|好|当然|当然可以|没问题)[,!。] ?"
_ADJECTIVES = "(?:extracted |transcribed |recognized |full |complete |ocr )*"
_TALK = (
    (
        rf"(?:{_COURTESY})?(?:以下|下面)(?:是|为)[^\n。]{{0,20}}{_PICTURE}[^\n。]{{0,20}}{_READING}[^\n。]{{0,20}}[:。]?",
        0.9,
    ),
    (
        rf"(?:{_COURTESY})?(?:以下|下面)(?:是|为)(?:OCR|识别|提取|转写|转录)[^\n。]{{0,8}}(?:结果|内容|文字|文本)[^\n。]{{0,8}}[:。]?",
        0.9,
    ),
    (r"(?:OCR|识别|提取|转写|转录)(?:的)?(?:结果|内容|文字|文本)如下[:。]?", 0.85),
    (rf"{_COURTESY}[^\n]{{0,12}}(?:{_PICTURE}|{_READING})[^\n]{{0,30}}", 0.8),
    (rf"(?:根据|按照)[您你](?:提供|上传|发送)的{_PICTURE}[^\n]{{0,60}}", 0.9),
    (rf"{_PICTURE}中?的?(?:文字|文本)(?:内容)?(?:如下|为):", 0.85),
    (
        r"这是一[张幅份页][^\n。]{0,15}(?:图片|图像|扫描件|截图)[^\n]{0,20}(?:内容|文字|文本)[^\n]{0,20}",
        0.7,
    ),
    (r"(?:很?抱歉|对不起),?我?(?:无法|不能)[^\n]{0,20}(?:识别|辨认|看清|提取)[^\n]{0,30}", 0.9),
    (
        r"[(\[【]?(?:注|说明|备注|请注意)[:,][^\n]{0,20}(?:图片|图像|扫描|分辨率)[^\n]{0,20}(?:无法|不清|模糊|可能)[^\n]{0,40}",
        0.8,
    ),
    (r"(?:如果|若|如)[您你](?:还有|需要)[^\n]{0,20}(?:告诉我|告知我)[^\n]{0,10}", 0.6),
    (r"希望(?:这|以上)?[^\n]{0,8}对[您你]有所?帮助[。!]?", 0.6),
    (
        r"(?:sure|certainly|of course)?[,!]? ?here(?: is|'s) the "
        + _ADJECTIVES
        + r"(?:text|transcription|content)[^\n]{0,60}",
        0.95,
    ),
    (r"(?:i'm |i am )?sorry, (?:but )?i (?:can't|cannot|am unable)[^\n]{0,80}", 0.95),
    (r"the (?:image|picture|page) (?:contains|shows|displays|appears)[^\n]{0,80}", 0.9),
    (r"as an ai (?:language )?model[^\n]{0,80}", 0.95),
)
_LINES = tuple(
    (re.compile(rf"^[ \t*#>]*(?P<talk>{talk})[ \t*]*$", re.MULTILINE | re.IGNORECASE), sure)
    for talk, sure in _TALK
)
_NOTE = re.compile(
    r"[\[【(](?:图片|图像|image|此处有图|图略|无法识别|无法辨认|字迹不清|文字模糊|模糊不清|看不清|illegible|unreadable|unclear"
    r"|未识别|空白页|blank page|end of (?:page|text|document))[^\]】)\n]{0,20}[\]】)]",
    re.IGNORECASE,
)


def detect(page: PageView, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - a page is its own context
    """Yield lines and notes in brackets that speak of the picture instead of giving its text."""
    for place, sure in found_in_row(page, _talk, None):
        yield _finding(place, sure)


def _talk(written: str, _: None) -> Iterator[tuple[Span, float]]:
    text = folded_lines(written, _TRIGGERS)
    if not text.strip(BLANK + "\n"):
        return
    taken: set[int] = set()
    for pattern, sure in _LINES:
        for found in pattern.finditer(text):
            if found.start("talk") not in taken:
                taken.add(found.start("talk"))
                yield Span(*found.span("talk")), sure
    for found in _NOTE.finditer(text):
        if found.start() not in taken:
            yield Span(*found.span()), 0.7


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
