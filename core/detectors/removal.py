"""What to take away so that a line goes and leaves no gap behind."""

from __future__ import annotations

import re

from core.text.span import Span

_BLANK_BEHIND = re.compile(r"[^\S\n]*\n(?:[^\S\n]*\n)*")


def removal(text: str, span: Span) -> Span:
    """Return the stretch to delete so that the whole lines of `span` go, their line ends with them.

    The blank lines behind go too, those before stay; at the end of the text it is the other way round.
    Where `span` is only part of a line, nothing is added.
    """
    begins_line = span.start == 0 or text[span.start - 1] == "\n"
    behind = _BLANK_BEHIND.match(text, span.end)
    if begins_line and behind is not None:
        return Span(span.start, behind.end())
    if begins_line and not text[span.end :].strip():
        return Span(len(text[: span.start].rstrip()), len(text))
    return span
