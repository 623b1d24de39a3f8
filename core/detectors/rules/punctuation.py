"""Marks said twice, marks that cannot stand where they stand, and spaces where nothing belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.detectors.detector import Context, Rule
from core.detectors.paragraphs import Paragraph, found_in, paragraphs
from core.detectors.weights import PUNCTUATION
from core.document.finding import Finding, Suggestion
from core.document.page import PageView
from core.messages import Message, message
from core.text.characters import HAN
from core.text.span import Span

RULES = (
    Rule("doubled-punctuation", message("重复的标点")),
    Rule("wrong-punctuation", message("错误的标点")),
    Rule("space-in-text", message("文中多余的空格")),
)

CUSTOM = 6
"""With more stray spaces than this, that is how the page was read: one remark, not dozens."""

_DOUBLED = re.compile(
    r"[，。、；：,;:．](?:[ \u3000]?[，。、；：,;:．])+"
    r"|[，、；：,;:][ \u3000]?[！？!?]|[！？!?][ \u3000]?[，。、；：,;:]"
)
_SENTENCE = re.compile("[。！？!?]")
_DOTS = re.compile(rf"(?<=[{HAN}”’」』）》])(?:\.{{3,6}}|。{{3,6}}|…(?!…))(?<!……)")
_AFTER_OPENING = re.compile("(?<=[“‘「『（《〈])[，。、；：！？,;:](?=.)")
_BEFORE_CLOSING = re.compile("[，、；,;](?=[”’」』）》〉])")
_SPACE = re.compile(f"(?<=[{HAN}，。、；：！？]) (?=[{HAN}“《，。、；：！？])")
_AFTER_QUOTED = re.compile("(?<=[。！？][”’」』])。")
_ALL_AND_DOTS = re.compile("……(?=等(?![级候待于到]))|(?<=等)……")
_NUMBERED = re.compile("(?<=^[（(][0-9一二三四五六七八九十][）)])、")
_PAUSE_BY_DASH = re.compile("(?<=——)[，、；。]|[，、；](?=——)")
_BESIDE_PAUSE = re.compile("[，、；：] |. [，。、；：！？]")
_SPACES = re.compile(r"\s")
_PROSE = re.compile("。")
_WORDS = 4
_STANDS_APART = re.compile(
    "(?:电|電|讯|訊|版|[摄攝]|道|记者|記者|通[讯訊][员員]|第.{1,8}[条條章节節编編款])$"
)
"""What a space stands behind by custom: datelines, jumps, bylines."""


_NEEDLESS = (
    (_AFTER_QUOTED, message("引号里已有句末标点，外面不再用句号"), 0.75),
    (_ALL_AND_DOTS, message("省略号与“等”只用一个"), 0.4),
    (_NUMBERED, message("带括号的序号后面不用顿号"), 0.5),
    (_PAUSE_BY_DASH, message("破折号前后不再用点号"), 0.6),
)
"""Marks that others make needless by GB/T 15834, why, and how sure that is."""


def detect(page: PageView, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - a page is its own context
    """Yield doubled and misplaced marks and stray spaces in running text."""
    running = [paragraph for paragraph in paragraphs(page) if paragraph.runs]
    yield from found_in(page, running, _misplaced)
    spaces = list(found_in(page, running, _spaces))
    if len(spaces) > CUSTOM:
        first = spaces[0]
        words = message("全页文中有多余的空格（{count}处）", count=len(spaces))
        yield Finding(first.rule, first.span, words, confidence=0.7, weight=PUNCTUATION, page_level=True)
    else:
        yield from spaces


def _misplaced(paragraph: Paragraph) -> list[Finding]:
    return [*_doubled(paragraph), *_wrong(paragraph)]


def _doubled(paragraph: Paragraph) -> Iterator[Finding]:
    for found in _DOUBLED.finditer(paragraph.text):
        marks = found.group()
        bare = "".join(marks.split())
        if set(bare) == {"。"} and len(bare) >= 3:
            continue
        ends = _SENTENCE.search(bare)
        kept = ends.group() if ends else bare[0]
        sure = 0.9 if len(set(bare)) == 1 else 0.8
        yield _finding(
            "doubled-punctuation",
            paragraph.place(found.start(), found.end()),
            message("标点重复：{marks}", marks=marks),
            kept,
            sure,
        )


def _wrong(paragraph: Paragraph) -> Iterator[Finding]:
    for found in _DOTS.finditer(paragraph.text):
        place = paragraph.place(found.start(), found.end())
        yield _finding("wrong-punctuation", place, message("省略号写作“……”"), "……", 0.5)
    for found in _AFTER_OPENING.finditer(paragraph.text):
        place = paragraph.place(found.start(), found.end())
        words = message("“{mark}”不会紧跟在开始的引号或括号后面", mark=found.group())
        yield _finding("wrong-punctuation", place, words, "", 0.75)
    for found in _BEFORE_CLOSING.finditer(paragraph.text):
        place = paragraph.place(found.start(), found.end())
        words = message("“{mark}”不会紧靠在结束的引号或括号前面", mark=found.group())
        yield _finding("wrong-punctuation", place, words, "", 0.7)
    for pattern, words, sure in _NEEDLESS:
        for found in pattern.finditer(paragraph.text):
            place = paragraph.place(found.start(), found.end())
            yield _finding("wrong-punctuation", place, words, "", sure)


def _spaces(paragraph: Paragraph) -> list[Finding]:
    return list(_spaces_in_prose(paragraph)) if _PROSE.search(paragraph.text) else []


def _spaces_in_prose(paragraph: Paragraph) -> Iterator[Finding]:
    text = paragraph.text
    for found in _SPACE.finditer(text):
        before = _SPACES.split(text[max(0, found.start() - 12) : found.start()])[-1]
        after = _SPACES.split(text[found.end() : found.end() + 12])[0]
        # 某 某 is a name set wide; 本报记者 某某 摄 is a row of names.
        if min(len(before), len(after)) < _WORDS or _STANDS_APART.search(before):
            continue
        if not _in_quotation(text, found.start()):
            place = paragraph.place(found.start(), found.end())
            sure = 0.35 if _BESIDE_PAUSE.match(text, found.start() - 1) else 0.25
            yield _finding("space-in-text", place, message("汉字之间有空格"), "", sure)


def _in_quotation(text: str, at: int) -> bool:
    """Say whether a quotation or title is open: slogans and names of events have gaps in them."""
    opened = max(text.rfind(mark, 0, at) for mark in "“《「")
    return opened > max(text.rfind(mark, 0, at) for mark in "”》」")


def _finding(rule: str, place: Span, words: Message, text: str, sure: float) -> Finding:
    return Finding(rule, place, words, (Suggestion(text, sure),), sure, PUNCTUATION)
