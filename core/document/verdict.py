"""What an editor decided about a finding, kept so that it sticks to content and not to a position."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b

from core.text.span import Span

CONTEXT = 8
"""How many characters, white space left out, are remembered on either side of a finding."""


class Decision(StrEnum):
    """What was decided. Dismissed everywhere holds for the same rule and text in the whole project."""

    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
    DISMISSED_EVERYWHERE = "dismissed_everywhere"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision about `rule` at a stretch of text.

    `content` is a digest of the suspect text, `before` and `after` are what stood around it, white space left
    out. A finding of the same rule and content with the same text on either side is the same finding, however
    far edits, a re-run or a re-import have moved it.
    """

    rule: str
    content: str
    before: str
    after: str
    decision: Decision


def content_digest(text: str) -> str:
    """Return a short digest of a suspect text, white space left out."""
    return blake2b("".join(text.split()).encode(), digest_size=8).hexdigest()


def context_of(text: str, span: Span) -> tuple[str, str]:
    """Return the `CONTEXT` characters before and after `span`, white space left out."""
    before = "".join(text[max(0, span.start - 4 * CONTEXT) : span.start].split())
    after = "".join(text[span.end : span.end + 4 * CONTEXT].split())
    return before[-CONTEXT:], after[:CONTEXT]


def judge(text: str, rule: str, span: Span, decision: Decision) -> Verdict:
    """Return the verdict `decision` about what `rule` found at `span`."""
    before, after = context_of(text, span)
    return Verdict(rule, content_digest(span.of(text)), before, after, decision)
