"""Finding the places of a text that read oddly, by what was counted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from core.detectors.characters.readings import Reading
from core.language.gram_table import Counts
from core.language.language import Language
from core.language.stream import SIDE, Places, Stream, logs_without, stream_of
from core.language.symbols import BOUNDARY, Codes, codes_of, is_han_code
from core.language.windows import backward, forward, window_of

ODD = 17.0
"""How surprising a symbol must be for its place to be looked at (bits, both ways added)."""

GAP = 20.0
"""How badly two neighbours must go together for a symbol to be missed between them (bits, both ways added).

Of symbols left out of news 86 in a hundred leave such a gap, and one place in eleven has it anyway.
"""

DASH_READ = ord("一")
ODD_DASH = 12.0
"""A dash that was read as 一 looks like a number, and needs to surprise less."""

SURPLUS = 4.0
SURPLUS_ODD = 10.0
"""A symbol that surprises by so much is looked at, too, where its neighbours without it were counted so often
(log2), and never with it: common ones such as 和 hardly surprise anywhere.

Three places of a thousand of news are looked at for this alone.
"""


@dataclass(frozen=True)
class Odd:
    """The places of a reading that read oddly.

    `places` are positions in `stream`; `surprise` and `gaps` have one figure a position of it (bits): how
    much its symbol surprises, and how badly it goes with the one before it. `wrong` says of each place
    whether its own symbol is odd, `missing` whether one may be missing before it.
    """

    reading: Reading
    stream: Stream
    places: Places
    surprise: Counts
    gaps: Counts
    wrong: npt.NDArray[np.bool_]
    missing: npt.NDArray[np.bool_]

    @cached_property
    def own(self) -> Codes:
        """The symbols that stand in the places."""
        return self.stream.codes[self.places]

    @cached_property
    def seen(self) -> Codes:
        """The code points that stand in the places on the page."""
        return codes_of(self.reading.text)[self.read_at]

    @property
    def read_at(self) -> Places:
        """The places, as positions in the reading."""
        return self.places - SIDE

    def of(self, rows: Places) -> Odd:
        """Return some of the places."""
        return replace(self, places=self.places[rows], wrong=self.wrong[rows], missing=self.missing[rows])


def odd_places(reading: Reading, language: Language) -> Odd:
    """Find the places of `reading` that may be wrong.

    Their symbols surprise by at least ODD bits, stand twice, are not missed where they are left out, or
    may be dashes that were read as 一 (these need to surprise by ODD_DASH bits only); or there is a gap of at
    least GAP bits before them.
    """
    stream = stream_of(reading.codes, language.grams)
    places = np.arange(SIDE, len(stream.codes) - SIDE)
    places = places[stream.codes[places] != ord(BOUNDARY)]
    ahead, back = np.zeros((2, len(stream.codes)), dtype=np.float32)
    whole = window_of(stream)
    ahead[places] = -forward(whole, language.smoothing)[0, places - SIDE]
    back[places] = -backward(whole, language.smoothing)[0, places]
    surprise = ahead + back
    gaps = np.where(back[:-1] > 0, ahead[1:] + back[:-1], 0)
    gaps = np.concatenate((gaps[:1], gaps)).astype(np.float32)
    twice = stream.codes[places] == stream.codes[places - 1]
    dash = (stream.codes[places] == DASH_READ) & (surprise[places] >= ODD_DASH)
    wrong = (surprise[places] >= ODD) | (twice & is_han_code(stream.codes[places])) | dash
    wrong |= _surplus(stream, places, surprise, language)
    missing = gaps[places] >= GAP
    return Odd(reading, stream, places, surprise, gaps, wrong, missing).of(np.flatnonzero(wrong | missing))


def _surplus(stream: Stream, places: Places, surprise: Counts, language: Language) -> npt.NDArray[np.bool_]:
    """Say of which places the neighbours go together without the symbol, and not with it."""
    unseen = np.flatnonzero((stream.grams[2][places - 1] == 0) & (surprise[places] >= SURPLUS_ODD))
    surplus = np.zeros(len(places), dtype=np.bool_)
    surplus[unseen] = logs_without(stream, places[unseen], language.grams) >= SURPLUS
    return surplus
