"""Passages that stand in another order in some witnesses."""

from __future__ import annotations

from collections.abc import Sequence

from core.collation.aligned import Aligned, align
from core.collation.chains import Chain
from core.collation.variants import Having, Variant, VariantKind, readings_of
from core.collation.witnesses import WitnessGroup

SAME = 0.8
"""Two witnesses have moved the same where so much of the longer stretch is in the other."""


def moved_passages(group: WitnessGroup) -> list[Variant]:
    """Return the stretches that stand in another order than in the base; each is one variant.

    All who have it moved are one reading, all who have it in its place the other.
    """
    moved: list[tuple[Chain, list[Having]]] = []
    for number, witness in enumerate(group.witnesses):
        for chain in _out_of_order(witness.chains):
            having = number, witness.text.span(chain.other_start, chain.other_end)
            same = next((held for other, held in moved if _same(chain, other)), None)
            if same is None:
                moved.append((chain, [having]))
            elif number not in {it for it, _ in same}:
                same.append(having)
    aligned = align(group) if moved else []
    found = []
    for chain, held in sorted(moved, key=lambda one: one[0].start):
        in_place = _in_place(group, aligned, chain, {number for number, _ in held})
        found.append(Variant(VariantKind.TRANSPOSITION, readings_of(group, [in_place, held])))
    return found


def _in_place(group: WitnessGroup, aligned: Sequence[Aligned], chain: Chain, but: set[int]) -> list[Having]:
    """Return who has all of a stretch of the base where the base has it; the base is one of them."""
    having: dict[int, tuple[int, int]] = {
        group.base: group.witnesses[group.base].text.span(chain.start, chain.end)
    }
    for part in aligned:
        if part.witness not in but and part.start <= chain.start and chain.end <= part.end:
            here, there = part.at(chain.start, after=False), part.at(chain.end, after=True)
            having.setdefault(part.witness, group.witnesses[part.witness].text.span(here, there))
    return list(having.items())


def _same(one: Chain, other: Chain) -> bool:
    both = min(one.end, other.end) - max(one.start, other.start)
    return both >= SAME * max(one.end - one.start, other.end - other.start)


def _out_of_order(chains: Sequence[Chain]) -> list[Chain]:
    """Return the least that must be moved so that the others stand in the order of the base."""
    best: list[tuple[int, list[int]]] = []
    for at, chain in enumerate(chains):
        before = [run for run in best if chains[run[1][-1]].other_start < chain.other_start]
        size, rest = max(before, key=lambda run: run[0], default=(0, []))
        best.append((size + chain.same, [*rest, at]))
    kept = max(best, key=lambda run: run[0])[1]
    return [chain for at, chain in enumerate(chains) if at not in kept]
