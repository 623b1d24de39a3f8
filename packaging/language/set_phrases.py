#!/usr/bin/env python3
"""Count which phrases newspapers hardly ever say in another way, and list them for resources/language.

    python packaging/language/set_phrases.py --corpus FOLDER [--to resources/language]

Takes about two minutes and 4 GB of memory. See corpus.py for the texts; laws are left out, whose formulas are
their own. A phrase stands often, is no part of a longer one that stands nearly as often, and what is one slip
off it, and unheard of elsewhere, stands hardly ever. The same texts give the same list.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus import PARTS, paragraphs

from core.detectors.slips import difference
from core.glossary.ordinary import highest_counts
from core.glossary.set_phrases import SetPhrases
from core.language.language import Language, open_language
from core.language.symbols import codes_of, is_han_code
from core.lexicon.reading import read_terms
from core.lexicon.term import Kind
from core.text.characters import is_han
from core.text.folding import fold
from core.text.span import Span

SHORTEST, LONGEST = 5, 14
OFTEN, TERM_OFTEN = 20, 6
"""How often a phrase, or a term between marks, must stand."""

PART = 0.8
"""A phrase that a longer one has so much of is looked for as the longer one alone."""

OTHERWISE, TERM_OTHERWISE = 0.01, 0.1
"""How often something one slip off a phrase, or a term between marks, may stand, for each time it does."""

_EDGES = frozenset("的了和是在与及把将对为从等也都而就以于之其")
_PLACEHOLDER = re.compile("[中各双]方|方愿|愿同|同中")
"""Formulas of diplomacy, in which each country in turn stands."""

_TERMS = {Kind.QUOTED: '"{}"', Kind.WORK: "《{}》"}
_LEAST_TERM, _MOST_TERM = 4, 12
_LEAST_HAN = 3
_PIECE = 100_000


def learnt_text(folder: Path) -> str:
    """Return the folded paragraphs to learn from, each once."""
    rows: dict[str, None] = {}
    for part in PARTS[:2]:
        rows.update(dict.fromkeys(fold(row) for row in paragraphs(folder, part, aside=False)))
    return "\n".join(rows)


def frequent(text: str) -> dict[str, int]:
    """Count the stretches of Han characters that stand often, up to one longer than phrases are."""
    codes = codes_of(text)
    places = np.arange(len(codes))
    run = places - np.maximum.accumulate(np.where(is_han_code(codes), -1, places))
    weights = np.random.default_rng(1).integers(2**62, 2**63, LONGEST + 1, dtype=np.uint64) | np.uint64(1)
    sums = np.zeros(len(codes), dtype=np.uint64)
    counts: dict[str, int] = {}
    for length in range(1, LONGEST + 2):
        sums = sums[: len(codes) - length + 1] + codes[length - 1 :] * weights[length - 1]
        if length < SHORTEST:
            continue
        starts = np.flatnonzero(run[length - 1 :] >= length)
        _, first, often = np.unique(sums[starts], return_index=True, return_counts=True)
        chosen = often >= OFTEN
        for start, count in zip(starts[first[chosen]].tolist(), often[chosen].tolist(), strict=True):
            counts[text[start : start + length]] = count
    return counts


def whole(counts: Mapping[str, int]) -> dict[str, int]:
    """Keep what is no part of something longer, begins and ends with a word, and names nobody in passing."""
    longer: Counter[str] = Counter()
    for form, count in counts.items():
        for part in (form[1:], form[:-1]):
            longer[part] = max(longer[part], count)
    return {
        form: count
        for form, count in counts.items()
        if len(form) <= LONGEST
        and (longer[form] < PART * count or len(form) == LONGEST)
        and not {form[0], form[-1]} & _EDGES
        and not _PLACEHOLDER.search(form)
    }


def terms(text: str) -> dict[str, int]:
    """Count works and quoted terms, their marks with them."""
    counts: Counter[str] = Counter()
    for row in text.split("\n"):
        for found in read_terms(row):
            if found.term.kind in _TERMS and _LEAST_TERM <= len(found.term.form) <= _MOST_TERM:
                counts[_TERMS[found.term.kind].format(found.term.form)] += 1
    return {
        form: count
        for form, count in counts.items()
        if count >= TERM_OFTEN and sum(map(is_han, form)) >= _LEAST_HAN
    }


def alone(forms: Mapping[str, int]) -> dict[str, int]:
    """Leave out the members of series, which differ from each other by one character inside."""
    framed: defaultdict[str, list[str]] = defaultdict(list)
    for form in forms:
        for at in range(1, len(form) - 1):
            framed[f"{form[:at]}\n{form[at + 1 :]}"].append(form)
    serial = {form for group in framed.values() if len(group) > 1 for form in group}
    return {form: count for form, count in forms.items() if form not in serial}


def pieces(text: str) -> Iterator[str]:
    """Cut a text at line ends."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + _PIECE)
        end = len(text) if end < 0 else end
        yield text[start:end]
        start = end + 1


def said_otherwise(forms: Mapping[str, int], text: str, language: Language) -> Counter[str]:
    """Count how often something stands that is one slip off a phrase and is heard of nowhere else."""
    seen: Counter[tuple[str, str]] = Counter()
    index = SetPhrases(tuple(forms))
    for piece in pieces(text):
        for miss in index.misses(piece):
            seen[miss.form, piece[miss.start : miss.end]] += 1
    otherwise: Counter[str] = Counter()
    for (form, found), count in seen.items():
        slip = difference(found, form)
        if slip is None:
            continue
        heard = highest_counts(language.grams, found, [Span(slip.first, slip.last)], 3)[0]
        # What is counted there are these places themselves.
        otherwise[form] += count if heard <= 1.3 * count + 0.5 else 0
    return otherwise


def _allowed(form: str) -> float:
    return OTHERWISE if is_han(form[0]) else TERM_OTHERWISE


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=Path(__file__).parents[2] / "resources" / "language")
    options = parser.parse_args()
    text = learnt_text(options.corpus)
    forms = alone(whole(frequent(text)) | terms(text))
    otherwise = said_otherwise(forms, text, open_language())
    kept = sorted(form for form, count in forms.items() if otherwise[form] <= _allowed(form) * count)
    (options.to / "set_phrases.txt").write_text("\n".join(kept) + "\n", encoding="utf-8")
    print(f"{len(text):,} characters, {len(forms):,} phrases, {len(kept):,} kept")


if __name__ == "__main__":
    main()
