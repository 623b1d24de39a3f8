#!/usr/bin/env python3
"""Train the ranker of hypotheses about wrong characters, on damage made in text kept aside.

    python packaging/language/ranker.py --corpus FOLDER [--to resources/language] [--epochs 8] [--seed 1]

Needs what counts.py, likeness.py, misread_table.py, names.py, rare.py, context_model.py and choice.py have
made. Takes a few minutes. The loss is that of choosing the right hypothesis among all of a place. What it
learns from is every odd place, for sieve.py learns from it which are worth weighing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from damage import Damage
from damaged_pages import Project, damaged_projects, without_blanks
from engine_eyes import AllDoubting
from learner import Learner, Matrix, chosen_slope, mean_and_spread, named_layers, training_options

from core.detectors.characters.doubtful import doubtful_places
from core.detectors.characters.evidence import Ballot, ballot
from core.detectors.characters.features import evidence_of
from core.detectors.characters.groups import Kind
from core.detectors.characters.hypotheses import hypotheses
from core.detectors.characters.readings import reading_of_text
from core.language.language import Language
from core.language.recurrence import Recurrence
from core.language.symbols import symbols

Integers = npt.NDArray[np.int64]

PASSES = 5
"""How often each page is damaged, every time in other places."""

HIDDEN = 24
"""Larger networks learn the texts kept aside better and pages of other kinds worse (measured)."""

VOICES = 3
"""How many networks are trained, each from another beginning; the ranker is their mean."""

BATCH = 256


@dataclass(frozen=True)
class Lesson:
    """Hypotheses with their places and, for each place, the row of the right one.

    `damaged` says what share of the text's characters is.
    """

    features: Matrix
    owners: Integers
    right: Integers
    damaged: float


def lessons_of(damaged: Project, language: Language) -> Iterator[Lesson]:
    """Work out the hypotheses about each damaged page of a project."""
    readings = [reading_of_text(text) for text, _ in damaged]
    recurrence = Recurrence.of([reading.codes for reading in readings])
    for reading, (text, done) in zip(readings, damaged, strict=True):
        doubtful = doubtful_places(reading, language)
        evidence = evidence_of(doubtful, hypotheses(doubtful, language), language)
        votes = ballot(evidence, recurrence, reading.codes, language.vocabulary)
        yield lesson(votes, reading.text, without_blanks(text, done))


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


def joined(lessons: list[Lesson]) -> Lesson:
    """Make one of all lessons."""
    offsets = np.cumsum([0] + [len(lesson.right) for lesson in lessons])
    row_offsets = np.cumsum([0] + [len(lesson.owners) for lesson in lessons])
    owners = [one.owners + offset for one, offset in zip(lessons, offsets, strict=False)]
    right = np.concatenate([one.right + offset for one, offset in zip(lessons, row_offsets, strict=False)])
    damaged = float(np.mean([one.damaged for one in lessons]))
    return Lesson(np.concatenate([one.features for one in lessons]), np.concatenate(owners), right, damaged)


def train(features: Matrix, held: Lesson, epochs: int, seed: int) -> Learner:
    """Return a network that chooses the right row of each place by the features."""
    owners, right = held.owners, held.right
    starts = np.searchsorted(owners, np.arange(len(right)))
    ends = np.append(starts[1:], len(owners))
    random = np.random.default_rng(seed)
    network = Learner.new((features.shape[1], HIDDEN, 1), random)
    for epoch in range(epochs):
        loss = 0.0
        shuffled = random.permutation(len(right))
        rate = 2e-3 * (1 - epoch / epochs) + 1e-5
        for batch in np.split(shuffled, range(BATCH, len(shuffled), BATCH)):
            lengths = ends[batch] - starts[batch]
            firsts = np.cumsum(lengths) - lengths
            rows = np.repeat(starts[batch] - firsts, lengths) + np.arange(lengths.sum())
            layers = network.forward(features[rows])
            slope, missed = chosen_slope(layers[-1][:, 0], firsts, right[batch] - starts[batch] + firsts)
            loss += missed
            network.backward(layers, slope, rate)
        print(f"epoch {epoch + 1}: loss {loss / len(right):.4f}", flush=True)
    return network


def mean_of(networks: list[Learner]) -> list[Matrix]:
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
    options = training_options(__doc__, epochs=8, seed=1)
    language = AllDoubting(options.to)
    projects = damaged_projects(options.corpus, options.to, language, PASSES, options.seed)
    lessons = [lesson for project in projects for lesson in lessons_of(project, language)]
    held = joined(lessons)
    print(f"{len(lessons)} pages, {len(held.right):,} places, {held.damaged:.2%} damaged", flush=True)
    mean, spread = mean_and_spread(held.features)
    features = (held.features - mean) / spread
    seeds = range(options.seed, options.seed + VOICES)
    values = mean_of([train(features, held, options.epochs, seed) for seed in seeds])
    layers = named_layers(values)
    np.savez(options.to / "ranker.npz", mean=mean, spread=spread, trained_at=held.damaged, **layers)


if __name__ == "__main__":
    main()
