#!/usr/bin/env python3
"""Train the ranker of hypotheses about wrong characters, on damage made in text kept aside.

    python packaging/language/ranker.py --corpus FOLDER [--to resources/language] [--epochs 8] [--seed 1]

Needs what counts.py, likeness.py, misread_table.py, names.py, rare.py and context_model.py have made. Takes
a few minutes. The loss is that of choosing the right hypothesis among all of a place; plain Adam (Kingma and
Ba 2015) in NumPy.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bylines import Bylines
from corpus import PARTS, paragraphs
from damage import Damage, Damager, dictionary_strangers
from engine_eyes import HalfKnowing

from core.detectors.characters.features import Ballot, ballot
from core.detectors.characters.groups import Kind
from core.detectors.characters.page_evidence import page_evidence
from core.detectors.characters.readings import reading_of_text
from core.language.language import Language
from core.language.memory import Memory
from core.language.recurrence import Recurrence
from core.language.symbols import symbols

Matrix = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]

DAMAGED = 0.01
"""The share of characters that are damaged beside what engines never get right."""

PAGE = 5000
"""How long the made pages are (characters)."""

SHARES = {"news-broadcasts-2022-2026": 250_000, "government-work-reports-1954-2017": 30_000, "laws": 150_000}
"""How much of each part kept aside is used (characters)."""

STRANGERS = 0.02
"""At what share of the places where a common word begins a rare name is put."""

NAMES = 60
"""How many names of each length the pages of one project have."""

TOGETHER = 8
"""How many pages are read by one engine: what it misreads always comes back in them."""

PASSES = 5
"""How often each page is damaged, every time in other places."""

HIDDEN = 24
"""Larger networks learn the texts kept aside better and pages of other kinds worse (measured)."""

VOICES = 3
"""How many networks are trained, each from another beginning; the ranker is their mean."""

BATCH = 256
LEAK = np.float32(0.01)


@dataclass(frozen=True)
class Lesson:
    """Hypotheses with their places and, for each place, the row of the right one.

    `damaged` says what share of the text's characters is.
    """

    features: Matrix
    owners: Integers
    right: Integers
    damaged: float


def pages(folder: Path) -> Iterator[str]:
    """Yield made-up pages of the text kept aside."""
    for part in PARTS:
        left, page, length = SHARES[part.name], [], 0
        for paragraph in paragraphs(folder, part, aside=True):
            page.append(paragraph)
            length += len(paragraph)
            if length >= PAGE:
                yield "\n".join(page)
                left, page, length = left - length, [], 0
            if left <= 0:
                break


def lessons_of(texts: list[str], damager: Damager, language: Language) -> Iterator[Lesson]:
    """Damage texts, let them be a project of pages, and work out the hypotheses about each."""
    damager.change_engine()
    damaged = [damager.damage(text, DAMAGED) for text in texts]
    readings = [reading_of_text(text) for text, _ in damaged]
    recurrence = Recurrence.of([reading.codes for reading in readings])
    for reading, (text, done) in zip(readings, damaged, strict=True):
        evidence = page_evidence(reading, language, Memory(0))
        votes = ballot(evidence, recurrence, reading.codes, language.vocabulary)
        yield lesson(votes, reading.text, _without_blanks(text, done))


def _without_blanks(text: str, done: list[Damage]) -> list[Damage]:
    """Return damage by its places in a reading, which has no blanks."""
    blanks = np.cumsum([character == " " for character in text])
    return [replace(damage, place=damage.place - int(blanks[damage.place])) for damage in done]


def lesson(votes: Ballot, text: str, damaged: list[Damage]) -> Lesson:
    """Say which of the hypotheses about a damaged text are right."""
    right = right_rows(votes, text, damaged)
    known = right >= 0
    rows = known[votes.owners]
    owners = (np.cumsum(known) - 1)[votes.owners[rows]]
    share = len(damaged) / len(text)
    return Lesson(votes.features[rows], owners, (np.cumsum(rows) - 1)[right[known]], share)


def right_rows(votes: Ballot, text: str, damaged: list[Damage]) -> Integers:
    """Return the row of the right hypothesis of each place, -1 where two would be right."""
    at = {damage.place: damage for damage in damaged}
    unclear = {damage.place + 1 for damage in damaged if damage.kind is Kind.SWAP}
    unclear |= {damage.place - 1 for damage in damaged if damage.kind is Kind.INSERT}
    unclear |= {
        damage.place - 1
        for damage in damaged
        if damage.kind is Kind.REMOVE and damage.place and text[damage.place - 1] == text[damage.place]
    }
    starts = votes.starts
    ends = np.append(starts[1:], len(votes.owners))
    right = np.full(len(votes.places), -1, dtype=np.int64)
    for number, place in enumerate(votes.places.tolist()):
        damage = at.get(place)
        if damage is None and place in unclear:
            continue
        kind = Kind.KEEP if damage is None else damage.kind
        wanted = (
            ord(symbols(damage.right)[0])
            if damage is not None and kind in (Kind.REPLACE, Kind.INSERT)
            else None
        )
        rows = np.arange(starts[number], ends[number])
        fits = votes.kinds[rows] == kind
        if wanted is not None:
            fits &= votes.symbols[rows] == wanted
        if not fits.any():
            fits = votes.kinds[rows] == Kind.OTHER
        right[number] = rows[int(fits.argmax())]
    return right


@dataclass
class Network:
    """Layers of a small network and Adam's running means of their gradients."""

    values: list[Matrix]
    means: list[Matrix] = field(default_factory=list)
    squares: list[Matrix] = field(default_factory=list)
    steps: int = 0

    @classmethod
    def new(cls, sizes: tuple[int, ...], random: np.random.Generator) -> Network:
        """Make a network of layers between `sizes`; matrices and biases take turns in `values`."""
        values: list[Matrix] = []
        for inputs, outputs in pairwise(sizes):
            scale = np.sqrt(2 / inputs) * (0.1 if outputs == 1 else 1.0)
            values.append((random.standard_normal((inputs, outputs)) * scale).astype(np.float32))
            values.append(np.zeros(outputs, dtype=np.float32))
        zeros = [np.zeros_like(value) for value in values]
        return cls(values, zeros, [zero.copy() for zero in zeros])

    def forward(self, rows: Matrix) -> list[Matrix]:
        """Return the values of every layer, the rows themselves first."""
        layers = [rows]
        for number in range(0, len(self.values), 2):
            out = layers[-1] @ self.values[number] + self.values[number + 1]
            layers.append(np.maximum(out, LEAK * out) if number + 2 < len(self.values) else out)
        return layers

    def backward(self, layers: list[Matrix], slope: Matrix, rate: float) -> None:
        """Take one step of Adam down the gradient `slope` of the loss by the last layer."""
        slopes: list[Matrix] = []
        for number in range(len(self.values) - 2, -1, -2):
            below = layers[number // 2]
            slopes += [slope.sum(axis=0), below.T @ slope]
            slope = (slope @ self.values[number].T) * np.where(below > 0, np.float32(1.0), LEAK)
        self.steps += 1
        for number, gradient in enumerate(reversed(slopes)):
            step = gradient + np.float32(1e-5) * self.values[number]
            self.means[number] = 0.9 * self.means[number] + 0.1 * step
            self.squares[number] = 0.999 * self.squares[number] + 0.001 * step * step
            mean = self.means[number] / (1 - 0.9**self.steps)
            square = self.squares[number] / (1 - 0.999**self.steps)
            self.values[number] -= (rate * mean / (np.sqrt(square) + 1e-8)).astype(np.float32)


def joined(lessons: list[Lesson]) -> Lesson:
    """Make one of all lessons."""
    offsets = np.cumsum([0] + [len(lesson.right) for lesson in lessons])
    row_offsets = np.cumsum([0] + [len(lesson.owners) for lesson in lessons])
    owners = [one.owners + offset for one, offset in zip(lessons, offsets, strict=False)]
    right = np.concatenate([one.right + offset for one, offset in zip(lessons, row_offsets, strict=False)])
    damaged = float(np.mean([one.damaged for one in lessons]))
    return Lesson(np.concatenate([one.features for one in lessons]), np.concatenate(owners), right, damaged)


def train(features: Matrix, held: Lesson, epochs: int, seed: int) -> Network:
    """Return a network that chooses the right row of each place by the features."""
    owners, right = held.owners, held.right
    starts = np.searchsorted(owners, np.arange(len(right)))
    ends = np.append(starts[1:], len(owners))
    random = np.random.default_rng(seed)
    network = Network.new((features.shape[1], HIDDEN, 1), random)
    for epoch in range(epochs):
        loss = 0.0
        shuffled = random.permutation(len(right))
        rate = 2e-3 * (1 - epoch / epochs) + 1e-5
        for batch in np.split(shuffled, range(BATCH, len(shuffled), BATCH)):
            lengths = ends[batch] - starts[batch]
            firsts = np.cumsum(lengths) - lengths
            rows = np.repeat(starts[batch] - firsts, lengths) + np.arange(lengths.sum())
            layers = network.forward(features[rows])
            owner = np.repeat(np.arange(len(batch)), lengths)
            scores = layers[-1][:, 0]
            raised = np.exp(scores - np.maximum.reduceat(scores, firsts)[owner])
            chances = raised / np.add.reduceat(raised, firsts)[owner]
            chosen = right[batch] - starts[batch] + firsts
            loss -= float(np.log(chances[chosen] + 1e-9).sum())
            chances[chosen] -= 1
            network.backward(layers, (chances / len(batch)).astype(np.float32)[:, None], rate)
        print(f"epoch {epoch + 1}: loss {loss / len(right):.4f}", flush=True)
    return network


def mean_of(networks: list[Network]) -> list[Matrix]:
    """Return the layers of one network whose scores are the mean of those of several."""
    first, bias, last, end = zip(*(network.values for network in networks), strict=True)
    count = np.float32(len(networks))
    return [
        np.concatenate(first, axis=1),
        np.concatenate(bias),
        np.concatenate(last) / count,
        sum(end, np.zeros(1, dtype=np.float32)) / count,
    ]


def main() -> None:
    """Make lessons, train, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=Path("resources/language"))
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    language = HalfKnowing(options.to)
    damager = Damager(language, options.seed)
    strangers, bylines = dictionary_strangers(language), Bylines.of(options.to)
    random = np.random.default_rng(options.seed)
    lessons: list[Lesson] = []
    clean = [*pages(options.corpus)] * PASSES
    for start in range(0, len(clean), TOGETHER):
        known = strangers.few(NAMES, random)
        group = [
            bylines.put_into(known.put_into(page, STRANGERS, random), random)
            for page in clean[start : start + TOGETHER]
        ]
        lessons += lessons_of(group, damager, language)
    held = joined(lessons)
    print(f"{len(lessons)} pages, {len(held.right):,} places, {held.damaged:.2%} damaged", flush=True)
    mean, spread = held.features.mean(axis=0), held.features.std(axis=0) + np.float32(1e-3)
    features = (held.features - mean) / spread
    seeds = range(options.seed, options.seed + VOICES)
    values = mean_of([train(features, held, options.epochs, seed) for seed in seeds])
    layers = {f"weights{number}": matrix for number, matrix in enumerate(values[::2])}
    layers |= {f"bias{number}": vector for number, vector in enumerate(values[1::2])}
    np.savez(options.to / "ranker.npz", mean=mean, spread=spread, trained_at=held.damaged, **layers)


if __name__ == "__main__":
    main()
