"""Weighing hypotheses against each other: a small network, and how damaged a page is on the whole."""

from __future__ import annotations

import numpy as np

from core.detectors.characters.features import Ballot
from core.detectors.characters.hypotheses import Kind
from core.language.gram_table import Counts
from core.language.language import RankerWeights

FEWEST = 0.0005
MOST = 0.08
"""The least and the greatest share of damaged characters that a page is taken to have."""

UNSEEN, UNSEEN_SHARE = 100, 0.0015
"""A few lines say little about their damage: so many characters with such a share of errors are added."""

_LEAK = np.float32(0.01)
_ROUNDS = 12


def scores(ballot: Ballot, weights: RankerWeights) -> Counts:
    """Return the score of every hypothesis; those of one place compare."""
    values = (ballot.features - weights.mean) / weights.spread
    last = len(weights.weights) - 1
    for number, (matrix, bias) in enumerate(zip(weights.weights, weights.biases, strict=True)):
        values = values @ matrix + bias
        if number < last:
            values = np.maximum(values, _LEAK * values)
    return np.asarray(values[:, 0], dtype=np.float32)


def chances(ballot: Ballot, scored: Counts) -> Counts:
    """Return the probability of every hypothesis among those of its place."""
    starts = ballot.starts
    if not len(starts):
        return scored
    top = np.maximum.reduceat(scored, starts)
    raised = np.exp(scored - top[ballot.owners])
    return np.asarray(raised / np.add.reduceat(raised, starts)[ballot.owners], dtype=np.float32)


def adjusted(ballot: Ballot, found: Counts, characters: int, trained_at: float) -> Counts:
    """Return `found` as it must be where a page has more or fewer errors than the ranker was trained on.

    The share of errors on the page is worked out from the page itself by expectation maximisation (Saerens,
    Latinne and Decaestecker 2002); `characters` is how many the page has, odd or not, `trained_at` the share
    of damaged ones in the texts the ranker was trained on.
    """
    keep = ballot.kinds == Kind.KEEP
    before = found[keep]
    share, before_odds = trained_at, trained_at / (1 - trained_at)
    for _ in range(_ROUNDS):
        ratio = (share / (1 - share)) / before_odds
        kept = before / (before + (1 - before) * ratio)
        wrong = (1 - kept).sum() + UNSEEN * UNSEEN_SHARE
        share = float(np.clip(wrong / (characters + UNSEEN), FEWEST, MOST))
    ratio = (share / (1 - share)) / before_odds
    weighted = np.where(keep, found, found * ratio)
    return np.asarray(weighted / np.add.reduceat(weighted, ballot.starts)[ballot.owners], dtype=np.float32)
