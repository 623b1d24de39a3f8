"""Weighing hypotheses against each other: a small network, and how damaged a page is on the whole."""

from __future__ import annotations

import numpy as np

from core.detectors.characters.evidence import OF_PAGE, Ballot, Evidence, starts_of
from core.detectors.characters.groups import Kind
from core.language.gram_table import Counts
from core.language.language import RankerWeights
from core.language.stream import Places

FEWEST = 0.0005
MOST = 0.08
"""The least and the greatest share of damaged characters that a page is taken to have."""

SHARP = 0.5
QUIET = 0.0006
BESIDE = 1.6
"""On pages without errors a share QUIET of the characters is doubted so sharply; for each one beyond that,
BESIDE are wrong (counted on pages of three engines, and on their truth)."""

HOPELESS = 2e-4
"""How improbable a hypothesis must be, whatever comes back in the pages, not to be weighed with them."""

UNSEEN, UNSEEN_SHARE = 100, 0.003
"""A few lines say little about their damage: so many characters with such a share of errors are added."""


def scores(ballot: Ballot, weights: RankerWeights) -> Counts:
    """Return the score of every hypothesis; those of one place compare."""
    return weights.network(ballot.features)[:, 0]


def chances(owners: Places, scored: Counts) -> Counts:
    """Return the probability of every hypothesis among those of its place, by who owns it and its score."""
    starts = starts_of(owners)
    if not len(starts):
        return scored
    top = np.maximum.reduceat(scored, starts)
    raised = np.exp(scored - top[owners])
    return np.asarray(raised / np.add.reduceat(raised, starts)[owners], dtype=np.float32)


def promising(evidence: Evidence, weights: RankerWeights) -> Evidence:
    """Return the evidence without the HOPELESS hypotheses; of each place KEEP and OTHER stay.

    As they are weighed here nothing comes back in the pages. More than half of all fall.
    """
    nothing = np.zeros((len(evidence.owners), OF_PAGE), dtype=np.float32)
    scored = weights.network(np.concatenate((evidence.features, nothing), axis=1))[:, 0]
    stays = np.isin(evidence.kinds, (Kind.KEEP, Kind.OTHER)) | (chances(evidence.owners, scored) >= HOPELESS)
    return evidence.of(np.flatnonzero(stays))


def adjusted(ballot: Ballot, found: Counts, characters: int, trained_at: float) -> Counts:
    """Return `found` as it must be where a page has more or fewer errors than the ranker was trained on.

    The odds are shifted by those of the page (Saerens, Latinne and Decaestecker 2002); `characters` is how
    many it has, odd or not, `trained_at` the share of damaged ones in the texts the ranker was trained on.
    """
    keep = ballot.kinds == Kind.KEEP
    share = damage_of(1 - found[keep], characters)
    ratio = share / (1 - share) / (trained_at / (1 - trained_at))
    weighted = np.where(keep, found, found * ratio)
    return np.asarray(weighted / np.add.reduceat(weighted, ballot.starts)[ballot.owners], dtype=np.float32)


def damage_of(doubts: Counts, characters: int) -> float:
    """Return what share of the characters of a page is probably damaged, by how much its places are doubted.

    Only sharp doubts count: a text of an unusual kind is doubted a little everywhere, and nothing is wrong
    with it. (Expectation maximisation over all doubts took a well-read feature story for a badly read page.)
    """
    sharp = max(0.0, float(doubts[doubts > SHARP].sum()) - QUIET * characters)
    share = (BESIDE * sharp + UNSEEN * UNSEEN_SHARE) / (characters + UNSEEN)
    return float(np.clip(share, FEWEST, MOST))
