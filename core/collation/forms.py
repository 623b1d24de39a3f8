"""Texts that are no copies of each other: one form, filled in with other figures every day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.collation.substance import said_in
from core.collation.variants import Variant
from core.collation.witnesses import WitnessGroup

_FIGURE = re.compile("[0-9]+(?:[.][0-9]+)?")

LEAST = 2
SHARE = 0.3
"""So many of the figures of a passage differ, and such a share of them, where another day fills in the form.

Of the figures of a copy hardly one in a hundred is misread.
"""


def is_form(group: WitnessGroup, found: Sequence[Variant]) -> bool:
    """Say whether the witnesses of a passage are reports of one form; `found` are its variants."""
    base = group.witnesses[group.base]
    given = sum(len(_FIGURE.findall(base.text.text, chain.start, chain.end)) for chain in base.chains)
    other = sum(map(_other_figures, found))
    return other >= LEAST and other >= SHARE * given


def _other_figures(variant: Variant) -> bool:
    """Say whether all readings of a variant give figures, and not the same."""
    given = [tuple(_FIGURE.findall(said_in(reading.text))) for reading in variant.readings]
    return all(given) and len(set(given)) > 1
