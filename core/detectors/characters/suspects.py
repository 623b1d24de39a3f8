"""The places of a reading where something else was probably printed, each with what it may have been."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from core.detectors.characters.features import Ballot, Evidence, ballot, evidence_of, joined
from core.detectors.characters.hypotheses import Kind, hypotheses, odd_places
from core.detectors.characters.ranker import adjusted, chances, scores
from core.detectors.characters.readings import Reading, reading_of_text
from core.language.context_model import REACH
from core.language.gram_table import Counts
from core.language.language import Language
from core.language.memory import Memory
from core.language.recurrence import Recurrence
from core.language.stream import Places
from core.language.symbols import BOUNDARY, Codes

FLOOR = 0.04
"""The least probability of an error that is spoken of."""

ROOM = 60_000
"""How many hypotheses are kept for the next check: those of a few pages, some twenty megabytes."""

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


def suspects(
    reading: Reading, language: Language, recurrence: Recurrence, memory: Memory[Evidence]
) -> Iterator[Suspect]:
    """Yield what is suspect in `reading`, in the order of the text.

    Paragraphs that `memory` knows are not worked out again.
    """
    if not reading.paragraphs:
        return
    votes = ballot(page_evidence(reading, language, memory), recurrence)
    if not len(votes.places):
        return
    found = chances(votes, scores(votes, language.ranker_weights))
    characters = int((reading.codes != ord(BOUNDARY)).sum())
    found = adjusted(votes, found, characters, language.ranker_weights.trained_at)
    doubts = _with_doubles(votes.places, 1.0 - found[votes.kinds == Kind.KEEP], reading.codes)
    for number in _peaks(votes.places, doubts):
        yield Suspect(int(votes.places[number]), float(doubts[number]), _proposals(votes, found, number))


def page_evidence(reading: Reading, language: Language, memory: Memory[Evidence]) -> Evidence:
    """Return the evidence about all of a reading, paragraph by paragraph."""
    stretches = reading.paragraphs
    texts = [reading.text[start:end] for start, end in stretches]
    known = {text: evidence for text in texts if (evidence := memory.get(text)) is not None}
    unknown = [text for text in dict.fromkeys(texts) if text not in known]
    for text, found in zip(unknown, _worked_out(unknown, language), strict=True):
        known[text] = found
        memory.keep(text, found, len(found.owners))
    return joined([known[text] for text in texts], [start for start, _ in stretches])


def _worked_out(texts: list[str], language: Language) -> list[Evidence]:
    """Work out the evidence about each of some paragraphs, so far apart that none sees another."""
    reading = reading_of_text((BOUNDARY * REACH).join(texts))
    odd = odd_places(reading, language)
    evidence = evidence_of(odd, hypotheses(odd, language), language)
    found, start = [], 0
    for text in texts:
        found.append(evidence.between(start, start + len(text)))
        start += len(text) + REACH
    return found


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
