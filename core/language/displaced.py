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
from core.language.shared_words import LookUp, SharedWords

_AT_ONCE = 256
"""So many passages are weighed together."""

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
Passages = npt.NDArray[np.int64]
"""Rows of (story, first paragraph, last paragraph)."""


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
    every = _passages(stories)
    found: list[Move] = []
    known: SharedWords | None = None
    for passages in (every[first : first + _AT_ONCE] for first in range(0, len(every), _AT_ONCE)):
        gaps = weighed.best_gaps(passages, least_seams)
        if gaps.fit.any():
            known = words() if known is None else known
            found += _moves_of(known, passages, gaps, least)
    found.sort(key=lambda move: -move.bits)
    kept: list[Move] = []
    for move in found:
        if not any(_touch(one, move) for one in kept):
            kept.append(move)
    return kept


def shared_words(stories: Stories, language: Language, look_up: LookUp | None = None) -> SharedWords:
    """Look up the words of the paragraphs of some stories; see SharedWords."""
    return SharedWords([[one.text for one in story] for story in stories], language, look_up)


def _touch(one: Move, other: Move) -> bool:
    return one.story == other.story and one.first <= other.last and other.first <= one.last


def _passages(stories: Stories) -> Passages:
    """List every stretch that could move: (story, first, last); the first paragraph of a story stays."""
    found = []
    for number, story in enumerate(stories):
        opened = next((at for at, one in enumerate(story) if not one.fixed), len(story))
        for first in range(opened + 1, len(story)):
            for last in range(first, min(first + LONGEST, len(story))):
                if story[last].fixed:
                    break
                found.append((number, first, last))
    return np.array(found, dtype=np.int64).reshape(-1, 3)


@dataclass(frozen=True, slots=True)
class _Gaps:
    """Where in each story passages fit best: behind which paragraph, what their seams gain, whether they fit.

    All are (passages, stories).
    """

    behind: npt.NDArray[np.int64]
    gains: Bits
    fit: npt.NDArray[np.bool_]


def _moves_of(words: SharedWords, passages: Passages, gaps: _Gaps, least: float) -> Iterator[Move]:
    """Yield the moves of passages into the gaps they fit that gain enough."""
    gains = words.of_all(*passages.T)
    fits = gaps.fit & (gains + gaps.gains + _OWN_AT_WORST >= least)
    numbers = np.flatnonzero(fits.any(axis=1))
    if not len(numbers):
        return
    own = dict(zip(numbers.tolist(), words.own_all(passages[numbers]).tolist(), strict=True))
    for number, home in np.argwhere(fits).tolist():
        story, first, last = passages[number].tolist()
        move = Move(
            story,
            first,
            last,
            home,
            int(gaps.behind[number, home]),
            float(gaps.gains[number, home]),
            float(gains[number, home]) - own[number],
        )
        if move.bits >= least:
            yield move


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

    def best_gaps(self, passages: Passages, least: float) -> _Gaps:
        """Return where in each story passages fit best; of others than their own where `least` is gained."""
        begin = np.array(self._starts)[passages[:, 0]]
        start, end = begin + passages[:, 1], begin + passages[:, 2]
        apart = self._between[start - 1, self._below[end]] - self._now[start - 1] - self._now[end]
        gains = self._between.T[start] + self._between[end[:, None], self._below] - self._now
        gains[:, self._closed] = -np.inf
        best = np.full((len(passages), len(self._starts) - 1), -np.inf)
        behind = np.zeros(best.shape, dtype=np.int64)
        for home, (first, stop) in enumerate(pairwise(self._starts)):
            if first < stop:
                # Of several places that are as good the last one: most passages were lost at a story's end.
                behind[:, home] = stop - 1 - first - gains[:, first:stop][:, ::-1].argmax(axis=1)
                best[:, home] = gains[np.arange(len(passages)), first + behind[:, home]]
        best += apart[:, None]
        fit = (best >= least) & np.isfinite(best)
        fit[np.arange(len(passages)), passages[:, 0]] = False
        return _Gaps(behind, best, fit)
