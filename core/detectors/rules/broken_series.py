"""A series of like members of which one has lost its first character: 担当、敢担当、善担当."""

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

RULES = (Rule("broken-series", message("排比中少了一字")),)

SURE = 0.7
"""In eleven million characters of clean news no series is so."""

_BEFORE = "[让把将以为对\"'《(,。;:、]"
_BROKEN = (
    re.compile(
        f"(?:^|(?<={_BEFORE}))(?P<bare>[{HAN}]{{2,3}})、(?!(?P=bare))[{HAN}](?P=bare)、[{HAN}](?P=bare)"
    ),
    re.compile(f"[{HAN}](?P<tail>[{HAN}]{{2,3}})、(?P<bare>(?P=tail))、[{HAN}](?P=tail)"),
    re.compile(f"[{HAN}](?P<tail>[{HAN}]{{2,3}})、[{HAN}](?P=tail)、(?P<bare>(?P=tail))(?![{HAN}])"),
)


def detect(page: PageView, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - a page is its own context
    """Yield the first character of the member that is shorter than the others."""
    return found_in(page, paragraphs(page), _broken)


def _broken(paragraph: Paragraph) -> list[Finding]:
    text = paragraph.folded if "、" in paragraph.text else ""
    return [
        _finding(paragraph, *found.span("bare")) for pattern in _BROKEN for found in pattern.finditer(text)
    ]


def _finding(paragraph: Paragraph, start: int, end: int) -> Finding:
    words = message("并列的几项都比“{bare}”多一字，这里可能漏了", bare=paragraph.text[start:end])
    return Finding("broken-series", paragraph.place(start, start + 1), words, (), SURE, CHARACTER)
