"""Pairs of wrong and right: what corrections have taught, and how well it has served since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

from core.errors import refused
from core.glossary.entry import checked_form

PRIOR = 0.72
"""How likely a pair is right at a place of which nothing is known but that it was once right elsewhere."""

PRIOR_WEIGHT = 2.0
"""How many judged places the prior counts for."""

SUREST = 0.97

Key = tuple[str, str]
"""By what a pair is known: its wrong form and its right form."""


@dataclass(frozen=True, slots=True)
class Pair:
    """`wrong` stands where `right` is meant.

    `taught` counts the corrections by which an editor has made it, `accepted` those of them that took this
    pair's own proposal, `rejected` the proposals that were dismissed. `on` is False while it is not used.
    """

    wrong: str
    right: str
    taught: int = 0
    accepted: int = 0
    rejected: int = 0
    on: bool = True

    @property
    def key(self) -> Key:
        """By what the pair is known."""
        return self.wrong, self.right

    @property
    def confidence(self) -> float:
        """The share of proposals that will be taken, from those judged so far and the prior.

        A correction made by hand counts half a proposal taken: nobody was asked about the places left alone.
        """
        by_hand = max(0, self.taught - self.accepted - 1)
        good = PRIOR * PRIOR_WEIGHT + self.accepted + 0.5 * by_hand
        return min(SUREST, round(good / (PRIOR_WEIGHT + self.accepted + 0.5 * by_hand + self.rejected), 3))


@dataclass(frozen=True)
class Pairs:
    """The pairs of a project, by their keys, in the order in which they were first taught."""

    held: Mapping[Key, Pair] = field(default_factory=lambda: MappingProxyType({}))

    def __len__(self) -> int:
        return len(self.held)

    def __iter__(self) -> Iterator[Pair]:
        return iter(self.held.values())

    @cached_property
    def by_wrong(self) -> Mapping[str, tuple[Pair, ...]]:
        """The pairs of each wrong form, those switched off too."""
        found: dict[str, tuple[Pair, ...]] = {}
        for pair in self:
            found[pair.wrong] = (*found.get(pair.wrong, ()), pair)
        return found

    def with_pairs(self, added: Iterable[Pair]) -> Pairs:
        """Return the pairs with `added`; a pair of the same forms is replaced where it stands."""
        return Pairs(MappingProxyType({**self.held, **{pair.key: pair for pair in added}}))

    def without(self, keys: Iterable[Key]) -> Pairs:
        """Return the pairs without those of `keys`."""
        gone = frozenset(keys)
        return Pairs(MappingProxyType({key: pair for key, pair in self.held.items() if key not in gone}))

    def taught(self, key: Key, *, proposed: bool = False, times: int = 1) -> Pairs:
        """Return the pairs after a correction was made (`times` -1: taken back).

        `proposed`: it was this pair's own proposal. A pair of which no correction is left, and that nobody
        has judged, is gone; one that was imported or written down by hand had none to lose.
        """
        pair = self.held.get(key)
        if pair is None:
            return (
                self.with_pairs([Pair(*key, taught=times, accepted=times * proposed)]) if times > 0 else self
            )
        if times < 0 and not pair.taught:
            return self
        accepted = max(0, pair.accepted + times * proposed)
        changed = replace(pair, taught=max(0, pair.taught + times), accepted=accepted)
        if times < 0 and not changed.taught and not changed.rejected:
            return self.without([key])
        return self.with_pairs([changed])

    def rejected(self, wrong: str, times: int = 1) -> Pairs:
        """Return the pairs after a proposal at `wrong` was dismissed (`times` -1: taken back)."""
        blamed = [pair for pair in self.by_wrong.get(wrong, ()) if pair.on]
        return self.with_pairs(replace(pair, rejected=max(0, pair.rejected + times)) for pair in blamed)


def checked_pair(wrong: str, right: str) -> Key:
    """Return the forms of a pair as they are kept, white space around them taken away.

    Raises RefusedError where they are the same, empty, too long, or the wrong one is a single character:
    that is right in most places.
    """
    wrong, right = checked_form(wrong), checked_form(right)
    if wrong == right:
        raise refused("误与正一样")
    if len(wrong) < 2:
        raise refused("误形至少两个字：单单一个字，别处多半是对的")
    return wrong, right
