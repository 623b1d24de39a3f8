"""The few lines of a page that hold certain signs, folded."""

from __future__ import annotations

from collections.abc import Iterable

from core.text.folding import fold

BLANK = "\0"


def folded_lines(text: str, signs: Iterable[str]) -> str:
    """Return `text` with the lines that hold one of `signs` folded, and BLANK for all that is in other lines.

    Length and positions stay the same. Folding a whole page takes longer than looking through it.
    """
    lines: set[tuple[int, int]] = set()
    for sign in signs:
        at = text.find(sign)
        while at >= 0:
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            lines.add((text.rfind("\n", 0, at) + 1, end))
            at = text.find(sign, end)
    parts, done = [], 0
    for start, end in sorted(lines):
        parts += [_blanked(text[done:start]), fold(text[start:end])]
        done = end
    return "".join((*parts, _blanked(text[done:])))


def _blanked(gap: str) -> str:
    """Return BLANK for each character but the line ends at either edge."""
    before, after = gap.startswith("\n"), gap.endswith("\n") and len(gap) > 1
    return "\n" * before + BLANK * (len(gap) - before - after) + "\n" * after
