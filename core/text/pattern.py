"""Finding by a regular expression that somebody types: it may be wrong, and it may never end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import prod

import regex

from core.errors import RefusedError, refused
from core.text.edit import Edit
from core.text.span import Span

PATIENCE = 0.25
"""How long looking through one text may take (seconds): longer would be felt by whoever types."""

PATIENCE_OF_MANY = 0.05
"""How long it may take in each of many texts (seconds)."""

LONGEST = 500
"""How long an expression may be (code points)."""

_MOST_REPEATED = 10_000
_COUNTS = re.compile(r"\{(?:\d+,)?(\d+)")


@dataclass(frozen=True)
class Pattern:
    """A regular expression that was understood; ^ and $ stand for the ends of lines."""

    compiled: regex.Pattern[str]

    def places(self, text: str, patience: float = PATIENCE) -> list[Span]:
        """List where it fits, from left to right; empty places are left out.

        Raises RefusedError where that takes longer than `patience` (seconds).
        """
        return [Span(*match.span()) for match in self._matches(text, patience)]

    def edits(self, text: str, inserted: str, patience: float = PATIENCE) -> list[Edit]:
        r"""List the edits that put `inserted` wherever it fits; \1 in it is what the first group has taken.

        Raises RefusedError where it takes longer than `patience` (seconds), or `inserted` asks for a group
        that there is not.
        """
        matches = self._matches(text, patience)
        try:
            return [Edit(match.start(), match[0], match.expand(inserted)) for match in matches]
        except (regex.error, IndexError) as error:
            raise refused("替换文字里的 \\ 后面不是有的组") from error

    def _matches(self, text: str, patience: float) -> list[regex.Match[str]]:
        try:
            return [match for match in self._found(text, patience) if match.end() > match.start()]
        except TimeoutError as error:
            raise refused("正则表达式太费时，已停下") from error

    def _found(self, text: str, patience: float) -> Iterator[regex.Match[str]]:
        # Others may go on meanwhile: a search through many texts must not hold the window up.
        yield from self.compiled.finditer(text, timeout=patience, concurrent=True)


@dataclass(frozen=True)
class PatternSearch:
    """An expression that is looked for in many texts; words torn by a line end are not put together."""

    pattern: Pattern

    def places(self, text: str) -> list[tuple[int, int]]:
        """List starts and ends of the places in `text`. Raises RefusedError where that takes too long."""
        return [(span.start, span.end) for span in self.pattern.places(text, PATIENCE_OF_MANY)]


def pattern(written: str) -> Pattern:
    """Understand an expression. Raises RefusedError where it is wrong, or too much to be understood."""
    # To repeat what is repeated is worked out before anything is looked for, and no time limit holds there.
    counts = prod(min(int(count[:6]), _MOST_REPEATED) or 1 for count in _COUNTS.findall(written))
    if len(written) > LONGEST or counts > _MOST_REPEATED:
        raise refused("正则表达式太长，或重复的次数太多")
    try:
        return Pattern(regex.compile(written, regex.MULTILINE))
    except regex.error as error:
        raise _wrong(error) from error
    except (RecursionError, OverflowError, ValueError) as error:
        raise refused("正则表达式有误") from error


def _wrong(error: regex.error) -> RefusedError:
    if error.pos is None:
        return refused("正则表达式有误")
    return refused("正则表达式有误，在第 {position} 个字符处", position=error.pos + 1)
