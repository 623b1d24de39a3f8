#!/usr/bin/env python3
"""Find by what weights the language tells the right reading of a place from a wrong one.

    python packaging/weigh_readings.py --corpus FOLDER [--paragraphs 1000]

Wrong readings are made in paragraphs that no language data was made of: as engines misread (see
packaging/language/damage.py), and as models do that write what sounds well: one or two characters that the
model of contexts would put there, words lost, words added. A logistic regression without a constant (either
reading may come first) is fitted on half of them, for readings of the same length and of others, and tried on
the rest.
What it prints stands in core/collation/judging.py.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Levenshtein

sys.path.insert(0, str(Path(__file__).resolve().parent / "language"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from corpus import PARTS, paragraphs
from damage import Damager

from core.collation.evidence import AROUND, Heard, Version, hear
from core.language.context_model import REACH, padded
from core.language.language import Language, open_language
from core.language.symbols import codes_of, symbols
from core.text.characters import is_han

PLACES = 4
"""So many places of a paragraph are misread, as far apart as chance has it."""

LENGTHS = (1, 1, 2, 2, 2, 3, 4, 6, 8, 20)
"""How many characters are lost at once."""

Matrix = npt.NDArray[np.float64]


class Misread(NamedTuple):
    """A place of a paragraph: what is right, what was read, and what stands on either side."""

    before: str
    right: str
    wrong: str
    after: str


def misread(text: str, language: Language, chance: np.random.Generator) -> Iterator[Misread]:
    """Yield places of `text` read as models read them."""
    for at in chance.integers(AROUND, len(text) - AROUND - max(LENGTHS), PLACES).tolist():
        kind = chance.integers(4)
        length = int(chance.choice(LENGTHS)) if kind == 0 else int(kind == 1) + 1
        if not all(map(is_han, text[at - 1 : at + length + 1])):
            continue
        right = text[at : at + length]
        wrong = _fluent(text, at, length, language, chance) if kind else ""
        if kind == 3:
            right = ""
        behind = at + len(right)
        if wrong != right and all(map(is_han, wrong)):
            yield Misread(text[at - AROUND : at], right, wrong, text[behind : behind + AROUND])


def _fluent(text: str, at: int, length: int, language: Language, chance: np.random.Generator) -> str:
    """Return what the model of contexts might put in a place, character after character."""
    read = list(text)
    for place in range(at, at + length):
        codes = padded(codes_of(symbols("".join(read))))
        logs = language.context_model.log_chances(codes, np.array([place + REACH]))[0].astype(np.float64)
        own = language.vocabulary.codes == ord(symbols(text[place]))
        odds = np.where(own, 0.0, np.exp(logs))
        read[place] = chr(language.vocabulary.codes[chance.choice(len(odds), p=odds / odds.sum())])
    return "".join(read[at : at + length])


def misread_by_engines(text: str, damager: Damager) -> Iterator[Misread]:
    """Yield places of `text` misread as by engines."""
    read, _ = damager.damage(text, 0.01)
    for step in Levenshtein.opcodes(text, read):
        right, wrong = text[step.src_start : step.src_end], read[step.dest_start : step.dest_end]
        inside = step.src_start >= AROUND and step.src_end <= len(text) - AROUND
        if right != wrong and inside and all(map(is_han, right + wrong)):
            before, after = text[step.src_start - AROUND : step.src_start], text[step.src_end :][:AROUND]
            yield Misread(before, right, wrong, after)


def features(found: list[Misread], language: Language) -> tuple[Matrix, Matrix]:
    """Return by how much more each figure speaks for the right reading: same lengths, and others."""
    versions = [Version(it.before, text, it.after) for it in found for text in (it.right, it.wrong)]
    heard = [
        one for start in range(0, len(versions), 400) for one in hear(versions[start : start + 400], language)
    ]
    same, other = [], []
    for right, wrong in zip(heard[::2], heard[1::2], strict=True):
        figures = _figures(right) - _figures(wrong)
        longer = right.length - wrong.length
        if longer:
            other.append([*figures, np.sign(longer), np.sign(longer) * np.log2(1 + abs(longer))])
        else:
            same.append(figures)
    return np.array(same), np.array(other)


def _figures(heard: Heard) -> Matrix:
    return np.array([heard.counted, heard.least_counted, heard.modelled, heard.least_modelled])


def fitted(rows: Matrix, rounds: int = 3000, rate: float = 0.3, decay: float = 1e-3) -> Matrix:
    """Return the weights that make what is right likeliest."""
    spread = rows.std(axis=0)
    scaled, weights = rows / spread, np.zeros(rows.shape[1])
    for _ in range(rounds):
        doubt = 1 / (1 + np.exp(scaled @ weights))
        weights += rate * (scaled.T @ doubt / len(scaled) - decay * weights)
    return np.asarray(weights / spread)


def main() -> None:
    """Damage, fit, try, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--paragraphs", type=int, default=1000)
    options = parser.parse_args()
    chance, language = np.random.default_rng(0), open_language()
    texts = [text for part in PARTS for text in paragraphs(options.corpus, part, aside=True)]
    texts = [text for text in texts if 80 <= len(text) <= 400]
    chosen = [texts[at] for at in chance.permutation(len(texts))[: options.paragraphs]]
    damager, found = Damager(language, 0), []
    for number, text in enumerate(chosen):
        if number % 20 == 0:
            damager.change_engine()
        found += [*misread(text, language, chance), *misread_by_engines(text, damager)]
    for name, rows in zip(("same length", "other length"), features(found, language), strict=True):
        half = chance.permutation(len(rows))
        weights = fitted(rows[half[::2]])
        odds = rows[half[1::2]] @ weights
        likelihood = float(np.mean(-np.log1p(np.exp(-odds))))
        print(
            f"{name}: {np.round(weights, 3).tolist()}, {len(rows)} places, on the other half right in "
            f"{float(np.mean(odds > 0)):.3f}, mean log likelihood {likelihood:.3f}"
        )


if __name__ == "__main__":
    main()
