"""How likely it is that a form one slip off a settled one is a slip, and no other thing that is rightly so.

Each circumstance makes it more or less likely, as far as was measured: on 11 million characters of clean
newspaper text with everything one slip off a term that stands there often, against terms damaged as engines
damage them at three errors in 1,000 characters. The weights are those of a logistic regression. A third of
them is set lower for people: the papers measured name the same few, and a local page names two brothers.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from core.glossary.near_miss import Slip
from core.lexicon.term import Kind

CERTAIN = 0.97
"""No slip is surer than this: somebody may be called so."""

_KIND = {Kind.PERSON: 1.0, Kind.WORK: -1.0, Kind.QUOTED: -1.25, Kind.ORGANISATION: 0.4}
_SLIP = {Slip.OTHER: 0.0, Slip.MISSING: -0.25, Slip.ADDED: -0.2, Slip.SWAPPED: -0.8}
_LENGTH, _LONGEST = 0.57, 8
_UNLIKE, _LIKE = -1.12, 1.54
_UNLIKE_NAME = -0.8
_HEARD, _UNHEARD = -0.8, 1.7
_MARKED = 2.67
_END, _REST, _HEAD = -0.8, -2.9, -1.0
_OFTEN, _AGAIN = 0.69, -2.8
_ELSEWHERE, _FAR = 4, -1.0
"""In a large project every form stands often, and near to another by chance: what stands here counts."""
_MEANT = -0.9
_OFFICE = 0.5


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known of a form and the settled form it is one slip off.

    `alike`: how alike the two characters look or sound (0 to 1), for one in the place of another. `heard`:
    how often ordinary text has the three characters around the slip; `unheard`: it does not even have two of
    them. `marked`: marks stand around it as around a work or a quoted term. `rest_alone`: what slipped is an
    end, and what is left of the form stands elsewhere without it. `here` is how often the settled form stands
    on the page, `elsewhere` on others; the odd one stands `alone` so often. `office`: the same office stands
    beside both names.
    """

    kind: Kind
    slip: Slip
    length: int
    here: int
    elsewhere: int
    alone: int
    alike: float = 0.5
    heard: float = 0.0
    unheard: bool = False
    marked: bool = False
    at_end: bool = False
    at_head: bool = False
    rest_alone: bool = False
    meant: bool = False
    office: bool = False


def probability(seen: Circumstances) -> float:
    """Return how likely a slip is (0 to 1)."""
    odds = _KIND[seen.kind] + _SLIP[seen.slip] + _LENGTH * (min(seen.length, _LONGEST) - 4)
    odds += _HEARD * min(math.log2(1 + seen.heard), 8)
    # At an end that no mark shows, two characters nobody has put together may be the border of two words.
    odds += _UNHEARD * (seen.unheard and (seen.marked or seen.kind is Kind.PERSON or not seen.at_end))
    often = seen.here + min(seen.elsewhere, _ELSEWHERE)
    odds += (
        _OFTEN * (min(math.log2(max(often, 1)), 5) - 1) + _FAR * (not seen.here) + _AGAIN * (seen.alone > 1)
    )
    odds += _MARKED * seen.marked + _MEANT * seen.meant + _OFFICE * seen.office
    odds += _END * seen.at_end * (seen.slip is not Slip.SWAPPED)
    if seen.slip is Slip.OTHER:
        odds += _of_another(seen)
    return round(min(1 / (1 + math.exp(-odds)), CERTAIN), 3)


def _of_another(seen: Circumstances) -> float:
    """Return what one character in the place of another adds."""
    odds = _REST * seen.rest_alone
    if seen.at_head and seen.kind is Kind.ORGANISATION:
        odds += _HEAD
    if seen.alike >= 0.45:
        return odds + _LIKE * max(0.0, seen.alike - 0.5) * 4
    return odds + _UNLIKE + _UNLIKE_NAME * (seen.kind is Kind.PERSON)
