"""The places of a reading where something else was probably printed, each with what it may have been."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from core.detectors.characters.evidence import Ballot, Evidence, ballot
from core.detectors.characters.groups import Kind
from core.detectors.characters.page_evidence import page_evidence
from core.detectors.characters.ranker import adjusted, chances, scores
from core.detectors.characters.readings import Reading
from core.language.gram_table import Counts
from core.language.language import Language
from core.language.memory import Memory
from core.language.recurrence import Recurrence
from core.language.stream import Places
from core.language.symbols import BOUNDARY, DIGIT, LETTER, Codes

FLOOR = 0.04
"""The least probability of an error that is spoken of."""

PROPOSALS = 4
LEAST_CHANCE = 0.01
"""How many proposals a suspect carries at most, and how probable each must be at least."""


@dataclass(frozen=True)
class Proposal:
    """What may have been printed, and how probable that is. `symbol` is "" where something is left out."""

    kind: Kind
    symbol: str
    chance: float


@dataclass(frozen=True)
class Suspect:
    """The symbol at `place` of a reading (a position in its text) is wrong with probability `doubt`.

    The proposals come in falling order of probability; there need not be any.
    """

    place: int
    doubt: float
    proposals: tuple[Proposal, ...]


def suspects(
    reading: Reading, language: Language, recurrence: Recurrence, memory: Memory[Evidence]
) -> Iterator[Suspect]:
    """Yield what is suspect in `reading`, in the order of the text.

    Sentences that `memory` knows are not worked out again.
    """
    if not reading.paragraphs:
        return
    evidence = page_evidence(reading, language, memory)
    votes = ballot(evidence, recurrence, reading.codes, language.vocabulary)
    if not len(votes.places):
        return
    found = chances(votes.owners, scores(votes, language.ranker_weights))
    characters = int((reading.codes != ord(BOUNDARY)).sum())
    found = adjusted(votes, found, characters, language.ranker_weights.trained_at)
    doubts = _with_doubles(votes.places, 1.0 - found[votes.kinds == Kind.KEEP], reading.codes)
    peaks = _peaks(votes.places, doubts)
    for number, proposals in zip(peaks, _proposals(votes, found, peaks), strict=True):
        place = int(votes.places[number])
        told = tuple(one for one in (_told(one, reading.text[place], language) for one in proposals) if one)
        yield Suspect(place, float(doubts[number]), told)


def _told(proposal: Proposal, read: str, language: Language) -> Proposal | None:
    """Return a proposal as it can be printed, None where it cannot.

    All digits are one symbol, and all letters: which digit it was is told by what engines read so.
    """
    if proposal.symbol == LETTER:
        return None
    if proposal.symbol != DIGIT:
        return proposal
    digit = language.misreadings.digit_for(read) if proposal.kind is Kind.REPLACE else None
    return replace(proposal, symbol=digit) if digit else None


def _with_doubles(places: Places, doubts: Counts, codes: Codes) -> Counts:
    """Return the doubts with those of a character said twice put together: either may be the one too many."""
    behind = np.flatnonzero((places[1:] == places[:-1] + 1) & (codes[places[1:]] == codes[places[:-1]])) + 1
    either = doubts.copy()
    either[behind] = 1.0 - (1.0 - doubts[behind]) * (1.0 - doubts[behind - 1])
    return either


def _peaks(places: Places, doubts: Counts) -> list[int]:
    """Return the numbers of the places that are doubted more than both neighbours: one error, one suspect."""
    at = dict(zip(places.tolist(), doubts.tolist(), strict=True))
    return [
        number
        for number, (place, doubt) in enumerate(at.items())
        if doubt >= FLOOR and doubt > at.get(place - 1, 0.0) and doubt >= at.get(place + 1, 0.0)
    ]


def _proposals(votes: Ballot, found: Counts, numbers: Sequence[int]) -> Iterator[list[Proposal]]:
    """Yield the likeliest proposals for each of some places, given by their numbers."""
    likely = (found > LEAST_CHANCE) & ~np.isin(votes.kinds, (Kind.KEEP, Kind.OTHER))
    rows = np.flatnonzero(likely)
    rows = rows[np.lexsort((-found[rows], votes.owners[rows]))]
    first, last = (np.searchsorted(votes.owners[rows], numbers, side) for side in ("left", "right"))
    for start, end in zip(first.tolist(), last.tolist(), strict=True):
        yield [
            Proposal(
                Kind(int(votes.kinds[row])),
                chr(votes.symbols[row]) if votes.symbols[row] else "",
                float(found[row]),
            )
            for row in rows[start : min(end, start + PROPOSALS)]
        ]
