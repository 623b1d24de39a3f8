#!/usr/bin/env python3
"""Train the sieve: what tells, before anything is proposed for an odd place, whether that is worth while.

    python packaging/language/sieve.py --corpus FOLDER [--to resources/language] [--epochs 16] [--seed 2]

Needs what ranker.py has made, and learns from it: how much it doubts each place of text damaged as
for itself (distillation: Hinton et al. 2015). Takes two minutes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from damaged_pages import Project, damaged_projects
from engine_eyes import AllDoubting
from learner import Learner, Matrix, mean_and_spread, named_layers, training_options

from core.detectors.characters.doubtful import doubtful_places
from core.detectors.characters.evidence import ballot
from core.detectors.characters.features import evidence_of
from core.detectors.characters.groups import Kind
from core.detectors.characters.hypotheses import hypotheses
from core.detectors.characters.place_figures import BY_CONTEXT
from core.detectors.characters.ranker import chances, scores
from core.detectors.characters.readings import reading_of_text
from core.language.language import Language
from core.language.recurrence import Recurrence
from core.language.sieve import MISSING, WRONG

PASSES = 2
HIDDEN = 48
BATCH = 256

DOUBTED = 0.2
LOST = (0.02, 0.03)
"""A place is doubted if the ranker thinks it so probable that its symbol is WRONG, or one MISSING before it;
such a share of these each network may let fall: of what falls, most would have been false alarms."""

HELD_OUT = 4
"""Of so many pages one sets that: from it nothing is learnt."""


@dataclass(frozen=True)
class Doubts:
    """Figures of odd places, what of each is odd and how much the ranker doubts it: (places, 2) each."""

    figures: Matrix
    odd: npt.NDArray[np.bool_]
    doubts: Matrix

    def of(self, rows: npt.NDArray[np.int64] | npt.NDArray[np.bool_]) -> Doubts:
        """Return some of the places."""
        return Doubts(self.figures[rows], self.odd[rows], self.doubts[rows])


def doubts_of(project: Project, language: Language) -> Iterator[Doubts]:
    """Say how much the ranker doubts the odd places of the pages of a project."""
    readings = [reading_of_text(text) for text, _ in project]
    recurrence = Recurrence.of([reading.codes for reading in readings])
    for reading in readings:
        doubtful = doubtful_places(reading, language)
        evidence = evidence_of(doubtful, hypotheses(doubtful, language), language)
        votes = ballot(evidence, recurrence, reading.codes, language.vocabulary)
        found = chances(votes.owners, scores(votes, language.ranker_weights))
        missing = np.add.reduceat(np.where(votes.kinds == Kind.INSERT, found, 0), votes.starts)
        doubts = np.zeros((len(votes.places), 2), dtype=np.float32)
        doubts[:, WRONG] = 1 - found[votes.kinds == Kind.KEEP] - missing
        doubts[:, MISSING] = missing
        yield Doubts(doubtful.figures, np.stack((doubtful.odd.wrong, doubtful.odd.missing), axis=1), doubts)


def joined(parts: list[Doubts]) -> Doubts:
    """Make one of all."""
    return Doubts(
        np.concatenate([part.figures for part in parts]),
        np.concatenate([part.odd for part in parts]),
        np.concatenate([part.doubts for part in parts]),
    )


def trained(figures: Matrix, known: Doubts, epochs: int, seed: int) -> Learner:
    """Return a network that foretells the doubts; the loss is the cross entropy of what of a place is odd."""
    random = np.random.default_rng(seed)
    learner = Learner.new((figures.shape[1], HIDDEN, 2), random)
    for epoch in range(epochs):
        loss = 0.0
        rate = 2e-3 * (1 - epoch / epochs) + 1e-5
        shuffled = random.permutation(len(figures))
        for rows in np.split(shuffled, range(BATCH, len(shuffled), BATCH)):
            layers = learner.forward(figures[rows])
            told = 1 / (1 + np.exp(-layers[-1]))
            slope = (told - known.doubts[rows]) * known.odd[rows]
            loss -= float((np.log(1 - np.abs(slope) + 1e-9)).sum())
            learner.backward(layers, (slope / len(rows)).astype(np.float32), rate)
        print(f"epoch {epoch + 1}: loss {loss / len(figures):.4f}", flush=True)
    return learner


def least_of(told: Matrix, tried: Doubts) -> Matrix:
    """Return what the network must tell of a place, of either kind, so that LOST of those doubted fall."""
    doubted = tried.odd & (tried.doubts >= DOUBTED)
    least = [np.quantile(told[doubted[:, kind], kind], LOST[kind]) for kind in (WRONG, MISSING)]
    held = tried.odd & (told >= np.array(least))
    shares = held.sum(axis=0) / tried.odd.sum(axis=0)
    print(f"of odd symbols {shares[WRONG]:.0%} are held back, of gaps {shares[MISSING]:.0%}")
    return np.array(least, dtype=np.float32)


def main() -> None:
    """Ask the ranker, train, write."""
    options = training_options(__doc__, epochs=16, seed=2)
    language = AllDoubting(options.to)
    projects = damaged_projects(options.corpus, options.to, language, PASSES, options.seed)
    pages = [doubts for project in projects for doubts in doubts_of(project, language)]
    tried, known = joined(pages[::HELD_OUT]), joined([page for at, page in enumerate(pages) if at % HELD_OUT])
    print(f"{len(pages)} pages, {len(known.figures):,} places to learn from, {len(tried.figures):,} to try")
    arrays: dict[str, Matrix] = {}
    for name, columns in (("counts_", slice(BY_CONTEXT, None)), ("context_", slice(None))):
        figures = known.figures[:, columns]
        mean, spread = mean_and_spread(figures)
        learner = trained((figures - mean) / spread, known, options.epochs, options.seed)
        told = learner.forward((tried.figures[:, columns] - mean) / spread)[-1]
        least = least_of(told, tried)
        arrays |= {f"{name}mean": mean, f"{name}spread": spread, f"{name}least": least}
        arrays |= named_layers(learner.values, name)
    np.savez(options.to / "sieve.npz", **arrays)


if __name__ == "__main__":
    main()
