#!/usr/bin/env python3
"""Count characters, sequences and words, and pack them for resources/language.

    python packaging/language/counts.py --corpus FOLDER [--to resources/language]

Takes about two minutes and 4 GB of memory. See corpus.py for the texts. Words come from the dictionary of
jieba (MIT). The same texts give the same files.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus import PARTS, learnt, paragraphs

from core.language.gram_table import STEPS, GramTable, build_table, mixed, powers, sums_of
from core.language.stream import ORDER, Stream, stream_of
from core.language.symbols import BOUNDARY, codes_of, symbols

Integers = npt.NDArray[np.int64]

FEWEST = {1: 1, 2: 1, 3: 1, 4: 2, 5: 2}
"""How often a sequence of each length must stand in the texts to be kept."""

COMMON = 20
MOST_SYMBOLS = 4094
"""Only symbols seen so often, and no more of them than these, are ever proposed."""

WORD_LENGTHS = (2, 3, 4, 5)
BUCKETS = 20
_SAMPLE = 25_000
"""How much of each part kept aside the mixture of orders is fitted on (symbols)."""


@dataclass(frozen=True)
class Counted:
    """Symbols (code points, ascending), how often each was seen, and all sequences with their counts."""

    codes: npt.NDArray[np.uint32]
    counts: Integers
    hashes: npt.NDArray[np.uint64]
    gram_counts: Integers
    pairs: tuple[Integers, Integers, Integers]


def count(text: str) -> Counted:
    """Count every sequence of up to ORDER symbols that crosses no boundary."""
    stream = codes_of(text)
    codes, numbered, counts = np.unique(stream, return_inverse=True, return_counts=True)
    boundary = numbered == np.searchsorted(codes, ord(BOUNDARY))
    hashes = [mixed(codes.astype(np.uint64) * powers(1)[0], 1)]
    kept_counts = [counts.astype(np.int64)]
    grams, whole = numbered.astype(np.int64), np.ones(len(stream), dtype=np.bool_)
    pairs = (grams[:0], grams[:0], grams[:0])
    for length in range(2, ORDER + 1):
        places = len(stream) - length + 1
        usable = whole[:places].copy()
        if length > 2:
            usable &= ~boundary[length - 2 : length - 2 + places]
        where = np.flatnonzero(usable)
        keys = grams[where] * len(codes) + numbered[where + length - 1]
        _, first, inverse, seen = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
        starts = where[first]
        often = seen >= FEWEST[length]
        hashes.append(mixed(sums_of(stream, length)[starts[often]], length))
        kept_counts.append(seen[often].astype(np.int64))
        if length == 2:
            pairs = (codes[numbered[starts]], codes[numbered[starts + 1]], seen)
        # A sequence seen once cannot be part of a longer one seen twice.
        numbers = np.where(seen >= 2, np.cumsum(seen >= 2) - 1, -1)
        grams = np.full(places, -1, dtype=np.int64)
        grams[where] = numbers[inverse]
        whole = grams >= 0
    return Counted(codes, counts, np.concatenate(hashes), np.concatenate(kept_counts), pairs)


def fitted_shares(table: GramTable, total: float, texts: list[str]) -> npt.NDArray[np.float32]:
    """Fit how much each order leaves to the next shorter one, on texts kept aside (Jelinek, Mercer 1980)."""
    streams = [stream_of(codes_of(symbols(text)), table) for text in texts]
    lower = [_unigrams(stream, total) for stream in streams]
    shares = np.full((ORDER - 1, BUCKETS), 0.5, dtype=np.float32)
    for length in range(2, ORDER + 1):
        evidence = [_evidence(stream, length) for stream in streams]
        direct = np.concatenate([found for found, _, _ in evidence])
        bucket = np.concatenate([bucket for _, bucket, _ in evidence])
        known = np.concatenate([known for _, _, known in evidence])
        below = np.concatenate(lower)
        for number in range(BUCKETS):
            here = known & (bucket == number)
            before = shares[length - 2, number - 1] if number else np.float32(0.9)
            shares[length - 2, number] = _best_share(direct[here], below[here], before)
        lower = [
            np.where(known, found + shares[length - 2][bucket] * (less - found), less)
            for (found, bucket, known), less in zip(evidence, lower, strict=True)
        ]
    return shares


def _unigrams(stream: Stream, total: float) -> npt.NDArray[np.float64]:
    return (np.exp2(stream.grams[0].astype(np.float64)) - 0.5) / total


def _evidence(stream: Stream, length: int) -> tuple[npt.NDArray[np.float64], Integers, npt.NDArray[np.bool_]]:
    """Return for each place the share of its symbol behind the context, that one's bucket, and if known."""
    shift = length - 1
    around = np.concatenate((np.zeros(shift), stream.grams[length - 2][:-shift].astype(np.float64)))
    whole = np.concatenate((np.zeros(shift), stream.grams[length - 1][:-shift].astype(np.float64)))
    seen = np.exp2(around) - 1
    safe = np.maximum(seen, 1)
    known = (seen > 0.5) & (stream.codes != ord(BOUNDARY))
    return (
        np.minimum(np.exp2(whole) - 1, safe) / safe,
        np.minimum(around, BUCKETS - 1).astype(np.int64),
        known,
    )


def _best_share(
    direct: npt.NDArray[np.float64], below: npt.NDArray[np.float64], otherwise: np.float32
) -> np.float32:
    if len(direct) < 30:
        return otherwise
    steps = np.linspace(0.02, 0.98, 49)
    bits = [-np.log2(direct + share * (below - direct) + 1e-12).sum() for share in steps]
    return np.float32(steps[int(np.argmin(bits))])


def dictionary_words() -> dict[str, int]:
    """Return the words of jieba's dictionary with their counts, folded to symbols."""
    words: dict[str, int] = {}
    for row in (files("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, frequency, _ = row.split(" ")
        if len(word) in WORD_LENGTHS:
            folded = symbols(word)
            words[folded] = words.get(folded, 0) + int(frequency)
    return words


def word_table(words: dict[str, int]) -> GramTable:
    """Pack words by their hashes."""
    hashes, counts = [], []
    for length in WORD_LENGTHS:
        some = [word for word in words if len(word) == length]
        codes = codes_of("".join(some)).reshape(-1, length).astype(np.uint64)
        with np.errstate(over="ignore"):
            hashes.append(mixed((codes * powers(length)).sum(axis=1, dtype=np.uint64), length))
        counts.append(np.array([words[word] for word in some], dtype=np.int64))
    return build_table(np.concatenate(hashes), np.concatenate(counts))


def common_symbols(counted: Counted) -> tuple[npt.NDArray[np.uint32], Integers]:
    """Return the symbols that may be proposed, ascending, and their counts."""
    order = np.argsort(-counted.counts, kind="stable")[:MOST_SYMBOLS]
    chosen = np.sort(order[counted.counts[order] >= COMMON])
    return counted.codes[chosen], counted.counts[chosen]


def main() -> None:
    """Read, count, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=Path("resources/language"))
    options = parser.parse_args()
    text = BOUNDARY + BOUNDARY.join(learnt(options.corpus)) + BOUNDARY
    counted = count(text)
    table = build_table(counted.hashes, counted.gram_counts)
    aside = ["\n".join(paragraphs(options.corpus, part, aside=True))[:_SAMPLE] for part in PARTS]
    codes, counts = common_symbols(counted)
    first, second, seen = counted.pairs
    both = np.isin(first, codes) & np.isin(second, codes)
    words = word_table(dictionary_words())
    logs = np.clip(np.round(np.log2(seen[both] + 1.0) * STEPS), 1, 255)
    arrays = {
        "grams_marks": table.marks,
        "grams_logs": table.logs,
        "words_marks": words.marks,
        "words_logs": words.logs,
        "smoothing": fitted_shares(table, float(counted.counts.sum()), aside),
        "symbols": codes,
        "symbol_counts": counts.astype(np.uint32),
        "neighbours_first": np.searchsorted(codes, first[both]).astype(np.uint16),
        "neighbours_second": np.searchsorted(codes, second[both]).astype(np.uint16),
        "neighbours_logs": logs.astype(np.uint8),
    }
    options.to.mkdir(parents=True, exist_ok=True)
    for name, array in arrays.items():
        np.save(options.to / f"{name}.npy", array)
    size = sum(array.nbytes for array in arrays.values())
    print(f"{len(counted.hashes):,} sequences, {len(codes):,} symbols, {size:,} bytes")


if __name__ == "__main__":
    main()
