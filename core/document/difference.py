"""What stands differently in a page's current text and in its raw text."""

from __future__ import annotations

from dataclasses import dataclass

from core.text.span import Span

SECONDS = 2.0
"""How long the comparison may look for the smallest difference; after that it takes what it has."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch that differs: `removed` at `raw` in the one text, `inserted` at `current` in the other."""

    raw: Span
    current: Span
    removed: str
    inserted: str


def differences(raw: str, current: str) -> list[Difference]:
    """List where `current` differs from `raw`, in order, both positions in code points."""
    if raw == current:
        return []
    from diff_match_patch import diff_match_patch

    matcher = diff_match_patch()
    matcher.Diff_Timeout = SECONDS
    # Lines first: a page's paragraphs are its lines, and most of them are untouched.
    parts = matcher.diff_main(raw, current, True)
    matcher.diff_cleanupSemantic(parts)
    found: list[Difference] = []
    raw_at = current_at = 0
    removed = inserted = ""
    for operation, text in [*parts, (0, "")]:
        if operation < 0:
            removed += text
        elif operation > 0:
            inserted += text
        else:
            if removed or inserted:
                raw_end, current_end = raw_at + len(removed), current_at + len(inserted)
                found.append(
                    Difference(Span(raw_at, raw_end), Span(current_at, current_end), removed, inserted)
                )
                raw_at, current_at, removed, inserted = raw_end, current_end, "", ""
            raw_at += len(text)
            current_at += len(text)
    return found
