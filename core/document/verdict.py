"""What an editor decided about a finding, kept so that it sticks to content and not to a position."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b

from core.document.finding import Finding
from core.text.span import Span

CONTEXT = 8
"""How many characters, white space left out, are remembered on either side of a finding."""


class Decision(StrEnum):
    """What was decided. Dismissed everywhere holds for the same rule and text in the whole project."""

    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
    DISMISSED_EVERYWHERE = "dismissed_everywhere"

    @property
    def is_dismissal(self) -> bool:
        """Whether the finding was called no error."""
        return self is not Decision.ACCEPTED


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision about `rule` at a stretch of text.

    `content` is a digest of the suspect text ("" where the remark holds for the whole page), `before` and
    `after` are what stood around it, white space left out. A finding of the same rule and content with the
    same text on either side is the same finding, however far edits, a re-run or a re-import have moved it.
    """

    rule: str
    content: str
    before: str
    after: str
    decision: Decision


def content_digest(text: str) -> str:
    """Return a short digest of a suspect text, white space left out."""
    bare = "".join(text.split()).encode("utf-8", "surrogatepass")
    return blake2b(bare, digest_size=8).hexdigest()


def content_of(text: str, finding: Finding) -> str:
    """Return by what a verdict knows the subject of `finding`, which is about `text`."""
    return "" if finding.page_level else content_digest(finding.span.of(text))


def context_of(text: str, span: Span) -> tuple[str, str]:
    """Return the `CONTEXT` characters before and after `span`, white space left out."""
    before = "".join(text[max(0, span.start - 4 * CONTEXT) : span.start].split())
    after = "".join(text[span.end : span.end + 4 * CONTEXT].split())
    return before[-CONTEXT:], after[:CONTEXT]


def judge(text: str, finding: Finding, decision: Decision) -> Verdict:
    """Return the verdict `decision` about `finding`, which is about `text`."""
    before, after = context_of(text, finding.span)
    return Verdict(finding.rule, content_of(text, finding), before, after, decision)
