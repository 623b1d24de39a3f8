"""What an engine or a web page left of its own language: markup, escapes, tags and fences.

Headings (`#` at the beginning of a line), lists and tables of Markdown are how an OCR model says what a line
is; they are no residue.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.detectors.detector import Context, Rule
from core.detectors.weights import PUNCTUATION
from core.document.finding import Finding, Suggestion
from core.document.page import PageView
from core.messages import Message, message
from core.text.characters import HAN
from core.text.span import Span

RULES = (Rule("markup", message("标记残留")),)

NARROW = 60
"""Residue longer than this is marked at its beginning only, and nothing is proposed (code points)."""

_ELEMENTS = (
    "a|b|i|u|p|s|br|hr|em|li|ol|ul|td|th|tr|h[1-6]|div|img|pre|sub|sup|font|span|code|html|body|table"
    "|thead|tbody|center|strong|figure|figcaption|image|page|text|title|footer|header|think|caption|watermark"
)
_ENTITIES = (
    "nbsp|amp|lt|gt|quot|apos|[lr][ds]quo|[mn]dash|hellip|middot|times|deg|#\\d{2,6}|#x[0-9a-fA-F]{2,5}"
)
_SYMBOLS = {
    r"\times": "×",
    r"\cdot": "·",
    r"\circ": "°",
    r"\sim": "～",
    r"\le": "≤",
    r"\ge": "≥",
    r"\pm": "±",
    r"\%": "%",
}

_COORDINATES = re.compile(r"\[?\[\d{1,4}(?:, ?\d{1,4}){3}\]\]?")
_LOCATION = re.compile(r"(?:</?(?:loc|ref|box|quad|det)(?:_?\d{1,4})?>){1,8}")
_KEY = re.compile(r"[{,]?[ \t]*\"(?:bbox|text|category|label|type|content|layout|page_no)\":[ \t]*\"?")
_ENVIRONMENT = re.compile(
    r"\\(?:begin|end)\{[a-z*]{1,20}\}(?:\{[^{}\n]{0,30}\})?|\\hline|\\\\(?=\s*(?:\n|$))"
)
_LONE_RULE = re.compile(r"\|(?<![^\n]\|)(?<!\|\n\|)(?:[ \t]*:?-{3,}:?[ \t]*\|)+(?=[ \t]*(?:\n(?!\|)|\n?$))")
_IMAGE = re.compile(r"!\[[^\]\n]{0,200}\]\([^)\n]{0,400}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,200})\]\((?:https?:|/|#)[^)\n]{0,400}\)")
_TOKEN = re.compile(r"<\|[^|<>\n]{1,40}\|>")
_TAG = re.compile(rf"</?(?:{_ELEMENTS})(?:\s[^<>\n]{{0,200}})?/?>|<!--[^\n]{{0,200}}?-->", re.IGNORECASE)
_ENTITY = re.compile(f"&(?:{_ENTITIES});")
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)[ \t]*\w*[ \t]*$", re.MULTILINE)
_BOLD = re.compile(r"\*\*([^*\n]{4,50})\*\*|(?<![^\s，。；：、])\*\*([^*\s][^*\n]{0,50})\*\*")
_BOLD_LINE = re.compile(r"^\*\*(?=[^*\n]{51})|(?<=[^*\n])\*\*$", re.MULTILINE)
_ESCAPE = re.compile(r"\\[ntr](?![A-Za-z])")
_FORMULA = re.compile(rf"\$([^$\n\\{{}}{HAN}]{{1,40}})\$(?!\d)")
_COMMAND = re.compile(r"\$?\\(?:text|mathrm|mathbf|textbf)\{([^{}\n]{1,40})\}\$?")
_SCRIPT = re.compile(r"\$?[\^_]\{([^{}\n]{1,20})\}\$?")
_SYMBOL = re.compile(r"\$?\\(?:times|cdot|qquad|quad|circ|sim|le|ge|pm|%)(?![A-Za-z])\$?")
_HEADING = re.compile(r"(?<=[^\s#\d])[ \t]*#{2,6}(?!#)[ \t]*|(?<=[^\s#\d])[ \t]+#{1,6}$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of residue: how it looks, what to say, what was meant in its place, and how sure that is.

    A text without any of `signs` has none of this kind.
    """

    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    words: Message
    meant: Callable[[re.Match[str]], str]
    sure: float


def _nothing(found: re.Match[str]) -> str:  # noqa: ARG001 - one of several answers to the same question
    return ""


def _inside(found: re.Match[str]) -> str:
    return next((group for group in found.groups() if group is not None), "")


def _unescaped(found: re.Match[str]) -> str:
    plain = html.unescape(found.group())
    if not plain.isspace():
        return plain
    # A space belongs between Latin words only.
    before, after = (
        found.string[max(0, found.start() - 1) : found.start()],
        found.string[found.end() : found.end() + 1],
    )
    return " " if before.isalnum() and before.isascii() and after.isalnum() and after.isascii() else ""


def _line_end(found: re.Match[str]) -> str:
    return {r"\n": "\n", r"\t": "\t", r"\r": ""}[found.group()]


def _symbol(found: re.Match[str]) -> str:
    return _SYMBOLS.get(found.group().strip("$"), "")


# What encloses other kinds comes before them.
_KINDS = (
    _Kind(("![",), _IMAGE, message("图片链接的标记"), _nothing, 0.9),
    _Kind(("](",), _LINK, message("链接的标记"), _inside, 0.85),
    _Kind(("[",), _COORDINATES, message("识别引擎标的位置"), _nothing, 0.85),
    _Kind(("<",), _LOCATION, message("识别引擎的内部标记"), _nothing, 0.95),
    _Kind(('":',), _KEY, message("数据格式的标记"), _nothing, 0.85),
    _Kind(("\\",), _ENVIRONMENT, message("表格的标记"), _nothing, 0.85),
    _Kind(("---",), _LONE_RULE, message("表格的标记"), _nothing, 0.8),
    _Kind(("<|",), _TOKEN, message("识别引擎的内部标记"), _nothing, 0.95),
    _Kind(("<",), _TAG, message("网页标签"), _nothing, 0.95),
    _Kind(("&",), _ENTITY, message("网页的转义字符"), _unescaped, 0.95),
    _Kind(("```", "~~~"), _FENCE, message("代码框的标记"), _nothing, 0.95),
    _Kind(("**",), _BOLD, message("加粗的标记"), _inside, 0.8),
    _Kind(("**",), _BOLD_LINE, message("加粗的标记"), _nothing, 0.8),
    _Kind(("\\",), _ESCAPE, message("没有还原的换行或制表符"), _line_end, 0.85),
    _Kind(("$",), _FORMULA, message("公式的标记"), _inside, 0.8),
    _Kind(("\\",), _COMMAND, message("公式的标记"), _inside, 0.9),
    _Kind(("^{", "_{"), _SCRIPT, message("公式的标记"), _inside, 0.8),
    _Kind(("\\",), _SYMBOL, message("公式的标记"), _symbol, 0.85),
    _Kind(("##", " #", "\t#"), _HEADING, message("行中的标题标记"), _nothing, 0.7),
)


def detect(page: PageView, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - a page is its own context
    """Yield each piece of residue once."""
    taken = bytearray(len(page.text))
    for kind in _KINDS:
        # To see that a page has none of the signs takes a hundredth of the time of a pattern.
        if not any(sign in page.text for sign in kind.signs):
            continue
        for found in kind.pattern.finditer(page.text):
            start, end = found.span()
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                yield _finding(found, kind)


def _finding(found: re.Match[str], kind: _Kind) -> Finding:
    start, end = found.span()
    narrow = end - start <= NARROW
    return Finding(
        "markup",
        Span(start, end if narrow else start + NARROW),
        kind.words,
        (Suggestion(kind.meant(found), kind.sure),) if narrow else (),
        kind.sure,
        PUNCTUATION,
    )
