#!/usr/bin/env python3
"""Train what chooses among all that might have been printed in a place the few symbols worth weighing.

    python packaging/language/choice.py --corpus FOLDER [--to resources/language] [--epochs 30] [--seed 3]

Needs what counts.py, likeness.py, misread_table.py, names.py, rare.py and context_model.py have made. Takes
some minutes. It learns from text damaged as for the ranker, and the loss is that of choosing what was printed
among all candidates of a place; told is how often that is among the first on projects it never saw.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from damaged_pages import Project, damaged_projects, without_blanks
from engine_eyes import AllDoubting
from learner import Learner, Matrix, chosen_slope, mean_and_spread, named_layers, training_options

from core.detectors.characters.candidates import Candidates, candidates_of
from core.detectors.characters.doubtful import Doubtful, doubtful_places
from core.detectors.characters.groups import Kind
from core.detectors.characters.readings import reading_of_text
from core.detectors.characters.replacements import KEPT
from core.language.language import Language
from core.language.symbols import codes_of, symbols

PASSES = 2
HIDDEN = 12
BATCH = 64

HELD_OUT = 4
"""Of so many projects one tells how well it chooses: from it nothing is learnt."""


@dataclass(frozen=True)
class Choice:
    """The figures of the candidates of a place, and which of them is right."""

    figures: Matrix
    right: int


def choices_of(project: Project, language: Language) -> Iterator[Choice]:
    """Yield the misread places of the pages where what was printed is among the candidates."""
    for text, done in project:
        doubtful = doubtful_places(reading_of_text(text), language)
        printed = {
            damage.place: symbols(damage.right)
            for damage in without_blanks(text, done)
            if damage.kind is Kind.REPLACE
        }
        misread = np.flatnonzero(doubtful.odd.wrong & np.isin(doubtful.odd.read_at, list(printed)))
        if len(misread):
            yield from _choices_at(doubtful.of(misread), printed, language)


def _choices_at(doubtful: Doubtful, printed: dict[int, str], language: Language) -> Iterator[Choice]:
    right = codes_of("".join(printed[place] for place in doubtful.odd.read_at.tolist()))
    tried = candidates_of(doubtful, language.alternatives.of(doubtful.odd.seen), language)
    for row, wanted in enumerate(language.vocabulary.ids(right).tolist()):
        choice = _choice(tried, row, wanted, len(language.vocabulary))
        if choice is not None:
            yield choice


def _choice(tried: Candidates, row: int, wanted: int, none: int) -> Choice | None:
    known = np.flatnonzero(tried.ids[row] != none)
    at = np.flatnonzero(tried.ids[row, known] == wanted)
    return Choice(tried.figures[row, known], int(at[0])) if wanted != none and len(at) else None


def trained(choices: list[Choice], epochs: int, seed: int) -> Learner:
    """Return a network that chooses the right candidate of each place."""
    random = np.random.default_rng(seed)
    learner = Learner.new((choices[0].figures.shape[1], HIDDEN, 1), random)
    for epoch in range(epochs):
        loss = 0.0
        rate = 5e-3 * (1 - epoch / epochs) + 1e-5
        for batch in np.array_split(random.permutation(len(choices)), -(-len(choices) // BATCH)):
            some = [choices[number] for number in batch]
            lengths = np.array([len(choice.figures) for choice in some])
            firsts = np.cumsum(lengths) - lengths
            layers = learner.forward(np.concatenate([choice.figures for choice in some]))
            right = firsts + np.array([choice.right for choice in some])
            slope, missed = chosen_slope(layers[-1][:, 0], firsts, right)
            loss += missed
            learner.backward(layers, slope, rate)
        print(f"epoch {epoch + 1}: loss {loss / len(choices):.4f}", flush=True)
    return learner


def ranks(choices: list[Choice], learner: Learner) -> npt.NDArray[np.int64]:
    """Say for each place how many candidates are put before the right one."""
    told = [(learner.forward(choice.figures)[-1][:, 0], choice.right) for choice in choices]
    return np.array([int((worth > worth[right]).sum()) for worth, right in told])


def main() -> None:
    """Gather, train, write, and tell how well it chooses."""
    options = training_options(__doc__, epochs=30, seed=3)
    language = AllDoubting(options.to)
    projects = damaged_projects(options.corpus, options.to, language, PASSES, options.seed)
    found = [list(choices_of(project, language)) for project in projects]
    tried = [choice for choices in found[::HELD_OUT] for choice in choices]
    known = [choice for number, choices in enumerate(found) if number % HELD_OUT for choice in choices]
    print(f"{len(known):,} places to learn from, {len(tried):,} to try")
    figures = np.concatenate([choice.figures for choice in known])
    mean, spread = mean_and_spread(figures)

    def like_learnt(choices: list[Choice]) -> list[Choice]:
        return [Choice((choice.figures - mean) / spread, choice.right) for choice in choices]

    learner = trained(like_learnt(known), options.epochs, options.seed)
    before = ranks(like_learnt(tried), learner)
    shares = ", ".join(f"{(before < most).mean():.3f} among {most}" for most in (1, 4, 8, KEPT, 2 * KEPT))
    print(f"the right one is {shares}")
    np.savez(options.to / "choice.npz", mean=mean, spread=spread, **named_layers(learner.values))


if __name__ == "__main__":
    main()
