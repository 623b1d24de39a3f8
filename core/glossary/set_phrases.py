"""The set phrases of newspaper language, and what in a text is one character off one of them, inside it.

A phrase is set where those who write news hardly ever say it in another way: names of plans and campaigns,
formulas of meetings, quoted terms with their marks. Which are was counted by
packaging/language/set_phrases.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from core.glossary.frames import Frames, code_points
from core.glossary.near_miss import NearMiss, best, compared, is_held, reach_of


@dataclass(frozen=True)
class SetPhrases:
    """Phrases (folded, of four characters or more), and the frames that find their near-misses."""

    forms: tuple[str, ...]

    def misses(self, text: str) -> list[NearMiss]:
        """List what in `text` (folded) is one slip off a phrase that is whole at both ends, by place."""
        standing: list[tuple[int, int]] = []
        found = set(self._candidates(text, standing))
        reach = reach_of(standing, len(text))
        return best((miss for miss in found if not is_held(miss, reach)), len(text))

    def _candidates(self, text: str, standing: list[tuple[int, int]]) -> Iterator[NearMiss]:
        """Yield what may be a slip; where a phrase stands as it is goes to `standing`."""
        for start, end, form in self._frames.near(code_points(text)):
            if text.startswith(form, start):
                standing.append((start, start + len(form)))
            elif text[start:end] not in self._listed:
                yield from (miss for miss in compared(text, start, end, (form,)) if not miss.at_end)

    @cached_property
    def _listed(self) -> frozenset[str]:
        return frozenset(self.forms)

    @cached_property
    def _frames(self) -> Frames:
        return Frames.of(self.forms)


@cache
def set_phrases() -> SetPhrases:
    """Return the phrases that come with the program; read once, for they never change."""
    listed = (files("resources") / "language" / "set_phrases.txt").read_text(encoding="utf-8")
    return SetPhrases(tuple(listed.split()))
