"""The words of a suspect's card: before and after in a little context, cut where they are long."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from core.text.span import Span

CONTEXT = 9
"""How much is shown before and after the suspect (code points)."""
LONGEST, HEAD, TAIL = 44, 30, 10
"""A text longer than `LONGEST` is shown by its first `HEAD` and last `TAIL` code points."""


class Look(Enum):
    """How a part of the line is drawn."""

    PLAIN = "plain"
    WRONG = "wrong"
    """Struck through: the suggestion puts something in its place."""
    SUSPECT = "suspect"
    """Marked only: nothing is suggested."""
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Part:
    """A few characters and how they are drawn."""

    text: str
    look: Look


def change_parts(page: str, span: Span, suggestion: str | None) -> list[Part]:
    """Return the line that shows what is suspect at `span` of `page`, and what is suggested, if anything.

    Only the suspect's own line gives context. Line ends and what cannot be seen are shown by signs.
    """
    line_start = page.rfind("\n", 0, span.start) + 1
    line_end = page.find("\n", span.end)
    line_end = len(page) if line_end < 0 else line_end
    before = page[max(line_start, span.start - CONTEXT) : span.start]
    after = page[span.end : min(line_end, span.end + CONTEXT)]
    wrong = Look.SUSPECT if suggestion is None else Look.WRONG
    parts = [
        Part(("…" if span.start - CONTEXT > line_start else "") + visible(before), Look.PLAIN),
        Part(_seen(span.of(page)), wrong),
        Part(" " if suggestion and len(span) else "", Look.PLAIN),
        Part(_seen(suggestion or ""), Look.RIGHT),
        Part(visible(after) + ("…" if span.end + CONTEXT < line_end else ""), Look.PLAIN),
    ]
    return [part for part in parts if part.text]


def _seen(text: str) -> str:
    # A space alone could not be seen struck through.
    return (
        visible(shortened(text))
        if text.strip()
        else "␣" * len(text.replace("\n", "")) + "↵" * text.count("\n")
    )


def shortened(text: str) -> str:
    """Return a long text by its beginning and its end."""
    return text if len(text) <= LONGEST else f"{text[:HEAD]}…{text[-TAIL:]}"


def visible(text: str) -> str:
    """Return `text` with line ends and invisible characters as signs."""
    return "".join(_SIGNS.get(character, _sign(character)) for character in text)


_SIGNS = {"\n": "↵", "\t": "→", "\xa0": " ", "\u3000": "\u3000"}


def _sign(character: str) -> str:
    return character if character.isprintable() else "\u25a1"
