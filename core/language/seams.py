"""What the language data says of a seam: whether one line goes on in another, or one ends and one begins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from core.language.language import Language
from core.language.stream import SIDE
from core.language.symbols import BOUNDARY, codes_of, symbols
from core.language.windows import forward, windows_over

_LOOKED_AT = 4
"""So many symbols of the second line are foretold from the first."""


LookUp = Callable[[Sequence[str]], Sequence[float]]
"""Gives the bits of many seams; see `bits_of`."""


class Seams:
    """Weighs seams by counted sequences, many at once; what was weighed before is remembered."""

    def __init__(self, language: Language, look_up: LookUp | None = None) -> None:
        """Take `look_up` where the bits of some seams are known: it says what `bits_of` says."""
        self._look_up = partial(bits_of, language=language) if look_up is None else look_up
        self._known: dict[str, float] = {}
        self._folded: dict[str, str] = {}

    def bits(self, before: str, after: str) -> float:
        """Return by how many doublings it is likelier that `after` goes on with `before` than not.

        Compared are the chances that the start of `after` follows on the end of `before`, and that a
        paragraph ends there and another begins so. Of torn paragraphs three in four reach 16, half of them
        23; of a torn paragraph and any other half reach 8, one in ten 15.
        """
        return self.weigh([(before, after)])[0]

    def weigh(self, pairs: Iterable[tuple[str, str]]) -> list[float]:
        """Return the bits of many seams together: one by one they take fifty times as long."""
        keys = [self._key(*pair) for pair in pairs]
        fresh = sorted(set(keys) - self._known.keys())
        if fresh:
            self._known.update(zip(fresh, self._look_up(fresh), strict=True))
        return [self._known[key] for key in keys]

    def _key(self, before: str, after: str) -> str:
        return self._symbols(before[-SIDE:]).rjust(SIDE, BOUNDARY) + self._symbols(after[:SIDE]).ljust(
            SIDE, BOUNDARY
        )

    def _symbols(self, text: str) -> str:
        found = self._folded.get(text)
        if found is None:
            found = self._folded[text] = symbols(text)
        return found


def bits_of(seams: Sequence[str], language: Language) -> list[float]:
    """Return the bits of seams, each given as SIDE symbols before it and SIDE behind it; see `Seams.bits`."""
    edge = BOUNDARY * SIDE
    ends = sorted({seam[:SIDE] for seam in seams})
    starts = sorted({seam[SIDE:] for seam in seams})
    rows = [*seams, *(end + edge for end in ends), *(edge + start for start in starts)]
    codes = codes_of("".join(rows)).reshape(-1, 2 * SIDE)
    chances = forward(windows_over(codes, language.grams), language.smoothing)
    begun = chances[:, :_LOOKED_AT].sum(axis=1).tolist()
    first_end = len(seams)
    first_start = first_end + len(ends)
    ended = dict(zip(ends, chances[first_end:first_start, 0].tolist(), strict=True))
    starting = dict(zip(starts, begun[first_start:], strict=True))
    return [on - ended[seam[:SIDE]] - starting[seam[SIDE:]] for seam, on in zip(seams, begun, strict=False)]
