"""What to take away so that a line goes and leaves no gap behind."""

from __future__ import annotations

import re

from core.text.span import Span

_BLANK_BEHIND = re.compile(r"[^\S\n]*\n(?:[^\S\n]*\n)*")


def removal(text: str, span: Span) -> Span:
    """Return the stretch to delete so that the whole lines of `span` go, their line ends with them.

    The blank lines behind go too, those before stay; of the last lines of a text it is the other way round.
    Where `span` does not begin and end with lines, nothing is added.
    """
    if span.start > 0 and text[span.start - 1] != "\n":
        return span
    if not text[span.end :].strip():
        return Span(len(text[: span.start].rstrip()), span.end)
    behind = _BLANK_BEHIND.match(text, span.end)
    return span if behind is None else Span(span.start, behind.end())
