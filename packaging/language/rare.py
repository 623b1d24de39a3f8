#!/usr/bin/env python3
"""Make the table of the characters that the corpus hardly has, for resources/language/rare.npz.

    python packaging/language/rare.py [--to resources/language]

Needs what counts.py has made: rare is what is not in its vocabulary. A corpus of news and laws lacks what
stories are told with (哭, 叔, 胖) and what places are called (邛, 莆). Which there are, how often each is
written and beside what comes from the dictionary of jieba (MIT), and from GB 2312.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise
from operator import itemgetter
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.language.language import Language
from core.language.rare import AHEAD, BEHIND, OUTSIDE, PROPOSED
from core.language.symbols import symbols
from core.text.characters import is_han

MOST_COUNTED = 300
"""A word counts at most so often: some entries of the dictionary are misread bytes with great counts."""

EVERY = 10
"""How often every neighbour counts as having stood beside something else: few are counted often."""


def words() -> Iterator[tuple[str, int]]:
    """Yield the words of two and more characters, folded to symbols, and how often each was counted."""
    for row in (files("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, _ = row.split(" ")
        if len(word) > 1:
            yield symbols(word), min(int(count), MOST_COUNTED)


def gb2312() -> str:
    """Return the Han characters of GB 2312."""
    rows = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return "".join(row.decode("gb2312", "ignore") for row in rows)


@dataclass(frozen=True)
class Counted:
    """How often words have each rare character, `beside` each neighbour, and `anything` beside that.

    The neighbours come with the side they stand on: AHEAD or BEHIND.
    """

    rare: Counter[str]
    beside: Counter[tuple[int, str, str]]
    anything: Counter[tuple[int, str]]


def count(usual: set[str]) -> Counted:
    """Count in the words of the dictionary; what is not `usual` is rare."""
    counted = Counted(Counter(), Counter(), Counter())
    for word, times in words():
        for left, right in pairwise(word):
            for side, neighbour, character in ((AHEAD, left, right), (BEHIND, right, left)):
                counted.anything[side, neighbour] += times
                if character not in usual and is_han(character):
                    counted.beside[side, neighbour, character] += times
        counted.rare.update({one: times for one in word if one not in usual and is_han(one)})
    counted.rare.update({one: 1 for one in symbols(gb2312()) if one not in usual})
    return counted


def proposals(counted: Counted) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs that are proposed: the neighbour's key, the rare character, what that says (bits)."""
    total = sum(counted.rare.values())
    ranks = Counter[tuple[int, str]]()
    for (side, neighbour, character), times in counted.beside.most_common():
        ranks[side, neighbour] += 1
        if ranks[side, neighbour] <= PROPOSED:
            share = times / (counted.anything[side, neighbour] + EVERY)
            bits = np.log2(share * total / counted.rare[character])
            yield side * OUTSIDE + ord(neighbour), ord(character), float(bits)


def main() -> None:
    """Count, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--to", type=Path, default=Path("resources/language"))
    options = parser.parse_args()
    counted = count(set(map(chr, Language(options.to).vocabulary.codes.tolist())))
    keys, proposed, bits = zip(*sorted(proposals(counted), key=itemgetter(0)), strict=True)
    characters = sorted(counted.rare)
    shares = np.array([counted.rare[character] for character in characters]) / sum(counted.rare.values())
    np.savez_compressed(
        options.to / "rare.npz",
        codes=np.array([ord(character) for character in characters], dtype=np.uint32),
        shares=np.log(shares).astype(np.float16),
        beside=np.array(keys, dtype=np.uint32),
        proposed=np.array(proposed, dtype=np.uint32),
        bits=np.array(bits, dtype=np.float16),
    )
    print(f"{len(characters):,} characters, {len(keys):,} pairs")


if __name__ == "__main__":
    main()
