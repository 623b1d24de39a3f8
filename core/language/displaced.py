"""Passages that read better in another story of the page: by their seams, and by the words they share.

Everything is weighed in bits: by how many doublings a page is likelier if the passage belongs there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from core.language.language import Language
from core.language.seams import Seams
from core.language.shared_words import SharedWords

LONGEST = 8
"""So many paragraphs move together at the most."""

_ELSEWHERE = 8.0
"""Bits of the seam between a torn paragraph and any that it does not go on in: no more than an open end."""

_MOST = 26.0
_LEAST = -4.0
_SETTLED = 19.0
_OWN_AT_WORST = 12.0
"""So many bits at the most may speak against the words of a passage and the rest of its story."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Folded text; `torn`: it ends in mid-sentence; `fixed`: a headline or the like, which does not move."""

    text: str
    torn: bool = False
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """Paragraphs `first` to `last` of a story read better behind paragraph `behind` of story `home`.

    `seams` and `words` are the bits that speak for it.
    """

    story: int
    first: int
    last: int
    home: int
    behind: int
    seams: float
    words: float

    @property
    def bits(self) -> float:
        """All that speaks for it."""
        return self.seams + self.words


Stories = Sequence[Sequence[Paragraph]]
Bits = npt.NDArray[np.float64]


def moves(
    stories: Stories,
    seams: Seams,
    words: Callable[[], SharedWords],
    least: float,
    least_seams: float = -np.inf,
) -> list[Move]:
    """Return the moves that gain at least `least` bits, best first, none touching a passage of one before.

    At least `least_seams` of them must be the seams'. `words` gives the words of the same paragraphs; it is
    asked only where the seams leave the question open.
    """
    weighed = _Weighed(stories, seams)
    found: list[Move] = []
    known: SharedWords | None = None
    for passage in _passages(stories):
        apart = weighed.taken_out(*passage)
        gaps = list(weighed.best_gaps(*passage, least_seams - apart))
        if gaps:
            known = words() if known is None else known
            found += _moves_of(known, passage, apart, gaps, least)
    found.sort(key=lambda move: -move.bits)
    kept: list[Move] = []
    for move in found:
        if not any(_touch(one, move) for one in kept):
            kept.append(move)
    return kept


def shared_words(stories: Stories, language: Language) -> SharedWords:
    """Look up the words of the paragraphs of some stories."""
    return SharedWords([[one.text for one in story] for story in stories], language)


def _touch(one: Move, other: Move) -> bool:
    return one.story == other.story and one.first <= other.last and other.first <= one.last


def _passages(stories: Stories) -> Iterator[tuple[int, int, int]]:
    """Yield every stretch that could move: (story, first, last); the first paragraph of a story stays."""
    for number, story in enumerate(stories):
        opened = next((at for at, one in enumerate(story) if not one.fixed), len(story))
        for first in range(opened + 1, len(story)):
            for last in range(first, min(first + LONGEST, len(story))):
                if story[last].fixed:
                    break
                yield number, first, last


def _moves_of(
    words: SharedWords,
    passage: tuple[int, int, int],
    apart: float,
    gaps: Sequence[tuple[int, int, float]],
    least: float,
) -> Iterator[Move]:
    """Yield the moves of a passage into `gaps` that gain enough."""
    own: float | None = None
    for home, behind, gap in gaps:
        gain = words.of(home, *passage)
        if gain + apart + gap + _OWN_AT_WORST < least:
            continue
        own = words.own(*passage) if own is None else own
        if gain - own + apart + gap >= least:
            yield Move(*passage, home, behind, apart + gap, gain - own)


class _Weighed:
    """The seams between all paragraphs of a page: `between[above, below]`, the last column for no text."""

    def __init__(self, stories: Stories, seams: Seams) -> None:
        self._starts = np.cumsum([0, *(len(story) for story in stories)]).tolist()
        every = [one for story in stories for one in story]
        self._none = len(every)
        self._below = np.arange(1, len(every) + 1)
        self._below[np.array(self._starts[1:], dtype=np.intp) - 1] = self._none
        starts = [number for number, one in enumerate(every) if not one.fixed]
        self._between: Bits = np.zeros((len(every), len(every) + 1))
        torn = [number for number, one in enumerate(every) if one.torn]
        self._between[torn] = _ELSEWHERE
        followed = [(end, int(self._below[end])) for end in torn]
        followed = [(end, below) for end, below in followed if below < self._none and not every[below].fixed]
        self._fill(every, followed, seams)
        # Whoever reads on well where it stands is not looked at any further.
        open_ends = [end for end in torn if self._between[end, self._below[end]] < _SETTLED]
        self._fill(every, [(end, start) for end in open_ends for start in starts], seams)
        self._now = self._between[np.arange(len(every)), self._below]
        self._closed = np.array([one.fixed for one in every], dtype=bool)
        self._closed[np.array(self._starts[1:], dtype=np.intp) - 1] = False

    def _fill(self, every: Sequence[Paragraph], pairs: Sequence[tuple[int, int]], seams: Seams) -> None:
        weighed = seams.weigh((every[end].text, every[start].text) for end, start in pairs)
        for (end, start), bits in zip(pairs, weighed, strict=True):
            self._between[end, start] = min(_MOST, max(_LEAST, bits))

    def taken_out(self, story: int, first: int, last: int) -> float:
        """Return what is gained by taking a passage out of its story."""
        start, end = self._starts[story] + first, self._starts[story] + last
        before = start - 1
        return float(self._between[before, self._below[end]] - self._now[before] - self._now[end])

    def best_gaps(self, story: int, first: int, last: int, least: float) -> Iterator[tuple[int, int, float]]:
        """Yield for each other story where a passage fits best: (story, behind which paragraph, gain).

        Left out are those where less than `least` is gained.
        """
        start, end = self._starts[story] + first, self._starts[story] + last
        gains = self._between[:, start] + self._between[end, self._below] - self._now
        gains[self._closed] = -np.inf
        if gains.max() < least:
            return
        for home, (begin, stop) in enumerate(pairwise(self._starts)):
            if home != story and begin < stop:
                # Of several places that are as good the last one: most passages were lost at a story's end.
                at = stop - 1 - int(gains[begin:stop][::-1].argmax())
                if gains[at] >= least:
                    yield home, at - begin, float(gains[at])
