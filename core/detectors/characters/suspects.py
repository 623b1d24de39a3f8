"""The places of a reading where something else was probably printed, each with what it may have been."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from core.detectors.characters.features import Ballot, ballot
from core.detectors.characters.hypotheses import Kind, hypotheses, odd_places
from core.detectors.characters.ranker import adjusted, chances, scores
from core.detectors.characters.readings import Reading
from core.language.gram_table import Counts
from core.language.language import Language
from core.language.recurrence import Recurrence
from core.language.stream import SIDE, Places
from core.language.symbols import BOUNDARY

FLOOR = 0.04
"""The least probability of an error that is spoken of."""

PROPOSALS = 4
"""How many proposals a suspect carries at most."""


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


def suspects(reading: Reading, language: Language, recurrence: Recurrence) -> Iterator[Suspect]:
    """Yield what is suspect in `reading`, in the order of the text."""
    odd = odd_places(reading, language)
    if not len(odd.places):
        return
    votes = ballot(odd, hypotheses(odd, language), language, recurrence)
    found = chances(votes, scores(votes, language.ranker_weights))
    characters = int((reading.codes != ord(BOUNDARY)).sum())
    found = adjusted(votes, found, characters)
    places = odd.places - SIDE
    doubts = 1.0 - found[votes.kinds == Kind.KEEP]
    for number in _peaks(places, doubts):
        yield Suspect(int(places[number]), float(doubts[number]), _proposals(votes, found, number))


def _peaks(places: Places, doubts: Counts) -> list[int]:
    """Return the numbers of the places that are doubted more than both neighbours: one error, one suspect."""
    at = dict(zip(places.tolist(), doubts.tolist(), strict=True))
    return [
        number
        for number, (place, doubt) in enumerate(at.items())
        if doubt >= FLOOR and doubt > at.get(place - 1, 0.0) and doubt >= at.get(place + 1, 0.0)
    ]


def _proposals(votes: Ballot, found: Counts, number: int) -> tuple[Proposal, ...]:
    first, last = np.searchsorted(votes.owners, (number, number + 1)).tolist()
    said_nothing = (Kind.KEEP, Kind.OTHER)
    rows = [row for row in range(first, last) if votes.kinds[row] not in said_nothing and found[row] > 0.01]
    rows.sort(key=lambda row: -found[row])
    return tuple(
        Proposal(
            Kind(int(votes.kinds[row])),
            chr(votes.symbols[row]) if votes.symbols[row] else "",
            float(found[row]),
        )
        for row in rows[:PROPOSALS]
    )
