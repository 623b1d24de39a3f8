"""What the language says of the readings of a place: how each would be read between its neighbours."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from core.collation.substance import said_in
from core.collation.variants import Variant
from core.collation.witnesses import WitnessGroup
from core.language.context_model import REACH, padded
from core.language.gram_table import Counts
from core.language.language import Language
from core.language.stream import SIDE, Places, stream_of
from core.language.symbols import BOUNDARY, Codes, codes_of, symbols
from core.language.windows import backward, forward, windows_of

AROUND = 12
"""So many characters on either side of a place are read with each of its readings."""

BESIDE = 2
"""So many characters on either side are weighed too: a wrong reading makes its neighbours look odd."""

ALIKE, ALIKE_LENGTH = 0.6, 3
"""How alike characters must look to be taken for each other, in readings of at most so many characters."""

_AT_ONCE = 60
"""So many versions are heard together; the chances of all characters in their places take 20 MB."""

ENDS = 8
"""Of a long reading so many characters at either end are weighed."""


@dataclass(frozen=True, slots=True)
class Heard:
    """How one reading sounds in its place. All figures are of the characters in it and beside it.

    `counted` and `modelled` are natural logarithms: the mean chance of a character by counts and by the model
    of contexts; `least_counted` and `least_modelled` are those of the character that is expected least.
    """

    length: int
    counted: float
    least_counted: float
    modelled: float
    least_modelled: float


@dataclass(frozen=True, slots=True)
class Version:
    """A reading between what stands around its place."""

    before: str
    reading: str
    after: str


def hear(versions: Sequence[Version], language: Language) -> list[Heard]:
    """Say of each version how it sounds."""
    parts = (versions[first : first + _AT_ONCE] for first in range(0, len(versions), _AT_ONCE))
    return [one for part in parts for one in _hear(part, language)]


def _hear(versions: Sequence[Version], language: Language) -> Iterator[Heard]:
    parts, places, owners = [], [], []
    length = 0
    for number, version in enumerate(versions):
        text = symbols(version.before + version.reading + version.after)
        weighed = _weighed(len(version.before), len(version.reading), len(text))
        places += [length + place for place in weighed]
        owners += [number] * len(weighed)
        parts.append(text + BOUNDARY * REACH)
        length += len(parts[-1])
    codes, at = codes_of("".join(parts)), np.array(places, dtype=np.int64)
    counted, modelled = _counted(codes, at, language), _modelled(codes, at, language)
    starts = np.searchsorted(owners, np.arange(len(versions)))
    sizes = np.diff(np.append(starts, len(owners)))
    figures = (
        np.add.reduceat(counted, starts) / sizes,
        np.minimum.reduceat(counted, starts),
        np.add.reduceat(modelled, starts) / sizes,
        np.minimum.reduceat(modelled, starts),
    )
    for version, *told in zip(versions, *figures, strict=True):
        yield Heard(len(version.reading), *map(float, told))


def _counted(codes: Codes, at: Places, language: Language) -> Counts:
    """Return the natural logarithm of the chance of each place by counts, the mean of both directions."""
    windows = windows_of(stream_of(codes, language.grams), at + SIDE, 1, codes[at][:, None], language.grams)
    ahead, back = forward(windows, language.smoothing)[:, 0], backward(windows, language.smoothing)[:, -1]
    return np.asarray((ahead + back) / 2 * np.log(2), dtype=np.float32)


def _modelled(codes: Codes, at: Places, language: Language) -> Counts:
    """Return the same by the model of contexts."""
    chances = language.context_model.log_chances(padded(codes), at + REACH)
    return language.chances_of(chances, np.arange(len(at)), codes[at])


def _weighed(start: int, length: int, whole: int) -> list[int]:
    """Return the places of a version that are weighed."""
    inside = list(range(start, start + length))
    if length > 2 * ENDS:
        inside = inside[:ENDS] + inside[-ENDS:]
    before = range(max(0, start - BESIDE), start)
    after = range(start + length, min(whole, start + length + BESIDE))
    return [*before, *inside, *after]


def versions_of(group: WitnessGroup, variant: Variant) -> list[Version]:
    """Return the readings of a variant, each between what stands around the place in the same witness."""
    held = {
        witness: span
        for reading in variant.readings
        for witness, span in zip(reading.witnesses, reading.spans, strict=True)
    }
    witness = group.base if group.base in held else min(held)
    text = group.witnesses[witness].text
    start, end = held[witness]
    first, last = bisect_left(text.places, start), bisect_left(text.places, end)
    low = text.places[max(0, first - AROUND)]
    high = text.places[min(len(text.places), last + AROUND) - 1] + 1
    before, after = _bare(text.raw[low:start])[-AROUND:], _bare(text.raw[end:high])[:AROUND]
    return [Version(before, _bare(reading.text), after) for reading in variant.readings]


def look_alike(versions: Sequence[Version], language: Language | None) -> bool:
    """Say whether all readings are as long and their characters look alike wherever they differ."""
    lengths = {len(version.reading) for version in versions}
    if language is None or len(lengths) > 1 or max(lengths) > ALIKE_LENGTH:
        return False
    first, *others = (codes_of(symbols(version.reading)) for version in versions)
    return all(bool((language.likeness.shape(first, other) >= ALIKE).all()) for other in others)


def said_elsewhere(group: WitnessGroup, versions: Sequence[Version]) -> list[int]:
    """Count for each version how often a witness says the same elsewhere, at the most."""
    texts = [witness.text.text for witness in group.witnesses]
    return [_most(texts, version) - 1 if version.reading else 0 for version in versions]


def _most(texts: Iterable[str], version: Version) -> int:
    reading = said_in(version.reading)
    forms = [reading]
    if len(reading) < 2:
        before, after = said_in(version.before)[-1:], said_in(version.after)[:1]
        forms = [before + reading, reading + after]
    return max(1, *(text.count(form) for text in texts for form in forms))


def _bare(text: str) -> str:
    return "".join(text.split())
