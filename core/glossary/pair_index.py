"""Finding the wrong forms of pairs in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from core.glossary.bloom import BloomFilter
from core.glossary.frames import code_points
from core.glossary.pair import Pair
from core.text.hashes import Hashes

_SECOND = np.uint64(0xD1342543DE82EF95)


@dataclass(frozen=True, slots=True)
class PairHit:
    """The wrong form of `pair` stands at `start` (a code point of the text)."""

    start: int
    pair: Pair

    @property
    def end(self) -> int:
        """Where the wrong form ends."""
        return self.start + len(self.pair.wrong)


@dataclass(frozen=True)
class PairIndex:
    """Pairs by the first two characters of their wrong forms, the longest first."""

    heads: Mapping[str, tuple[Pair, ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.heads)

    def hits(self, text: str) -> list[PairHit]:
        """List where wrong forms stand in `text`, by place, the longest form and the surest pair first.

        None overlaps another, and none lies inside the right form where that stands already.
        """
        if not self.heads:
            return []
        found: list[PairHit] = []
        behind = 0
        # Nearly no place of a text begins like a wrong form.
        for start in self._known.passed(_pairs_of(code_points(text))).tolist():
            for pair in self.heads.get(text[start : start + 2], ()) if start >= behind else ():
                if text.startswith(pair.wrong, start) and not _is_right(text, start, pair):
                    found.append(PairHit(start, pair))
                    behind = start + len(pair.wrong)
                    break
        return found

    @cached_property
    def _known(self) -> BloomFilter:
        return BloomFilter.of(
            _pairs_of(code_points("".join(head for head in self.heads if len(head) == 2)))[::2]
        )


def _pairs_of(codes: Hashes) -> Hashes:
    """Return the hashes of each two characters that stand side by side."""
    return codes[:-1] + codes[1:] * _SECOND


def pair_index(pairs: Iterable[Pair]) -> PairIndex:
    """Build the index of the pairs that are on."""
    heads: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        if pair.on:
            heads[pair.wrong[:2]].append(pair)
    return PairIndex(
        {
            head: tuple(sorted(held, key=lambda pair: (-len(pair.wrong), -pair.confidence, pair.right)))
            for head, held in heads.items()
        }
    )


def _is_right(text: str, start: int, pair: Pair) -> bool:
    """Say whether the wrong form at `start` is a part of the right form, which stands there."""
    at = pair.right.find(pair.wrong)
    while at >= 0:
        if at <= start and text.startswith(pair.right, start - at):
            return True
        at = pair.right.find(pair.wrong, at + 1)
    return False
