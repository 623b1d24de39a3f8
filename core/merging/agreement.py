"""How far two editors who worked on the same text agree: the figures of double keying."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.document.counting import count_characters
from core.merging.three_way import Merge, Place, Side, merge


@dataclass(frozen=True, slots=True)
class Agreement:
    """Characters of the common text, and how many of them were corrected by whom; white space counts nothing.

    A place counts as many characters as its longest reading has. `same`: both corrected them alike,
    `differently`: both, each otherwise.
    """

    characters: int = 0
    same: int = 0
    only_mine: int = 0
    only_theirs: int = 0
    differently: int = 0

    @property
    def corrected(self) -> int:
        """How many characters anybody corrected."""
        return self.same + self.only_mine + self.only_theirs + self.differently

    @property
    def share(self) -> float | None:
        """Of the characters that anybody corrected the share that both corrected alike; None: of none."""
        return self.same / self.corrected if self.corrected else None

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa of the judgement whether a character is right: 1 agreement, 0 chance.

        Characters corrected by both, each otherwise, count as no agreement. None where it has no meaning:
        neither editor, or each of them everywhere, corrected something.
        """
        total = self.characters
        if not total:
            return None
        mine = (self.same + self.only_mine + self.differently) / total
        theirs = (self.same + self.only_theirs + self.differently) / total
        by_chance = mine * theirs + (1 - mine) * (1 - theirs)
        if by_chance >= 1:
            return None
        observed = 1 - (self.only_mine + self.only_theirs + self.differently) / total
        return (observed - by_chance) / (1 - by_chance)

    def __add__(self, other: Agreement) -> Agreement:
        """Return the figures of two pages together."""
        return Agreement(
            self.characters + other.characters,
            self.same + other.same,
            self.only_mine + other.only_mine,
            self.only_theirs + other.only_theirs,
            self.differently + other.differently,
        )


def agreement(base: str, mine: str, theirs: str) -> Agreement:
    """Compare what two editors made of `base`."""
    return agreement_of(base, merge(base, mine, theirs))


def agreement_of(base: str, merged: Merge) -> Agreement:
    """Return the figures of versions that are brought together already."""
    counted = {side: sum(map(_size, merged.of(side))) for side in Side}
    # What was put in where nothing stood is a character too, one that one of them found missing.
    added = sum(_size(place) - count_characters(place.was) for place in merged.places)
    return Agreement(
        count_characters(base) + added,
        counted[Side.BOTH],
        counted[Side.MINE],
        counted[Side.THEIRS],
        counted[Side.CONFLICT],
    )


def total(pages: Iterable[Agreement]) -> Agreement:
    """Return the figures of several pages together."""
    return sum(pages, Agreement())


def _size(place: Place) -> int:
    return max(map(count_characters, (place.was, place.my_reading, place.their_reading)))
