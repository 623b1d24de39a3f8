"""Which reading of a variant is to be preferred, and why; or that it cannot be said."""

from __future__ import annotations

from dataclasses import dataclass

from core.collation.substance import substance_of
from core.collation.variants import Variant, VariantKind
from core.messages import Message, message

_OF_SUBSTANCE = (VariantKind.SUBSTITUTION, VariantKind.OMISSION, VariantKind.INSERTION)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The number of the preferred reading, or None; `why` says what speaks for it, or that nothing does."""

    preferred: int | None
    why: Message


def judge(variant: Variant) -> Judgement:
    """Judge a variant. Numbers alone decide nothing: witnesses copy one another's slips."""
    if variant.kind in _OF_SUBSTANCE and len(variant.readings) == 2:
        for number, reading in enumerate(variant.readings):
            other = variant.readings[1 - number]
            if doubled(substance_of(reading.text).text, substance_of(other.text).text):
                return Judgement(1 - number, message("“{text}”是重读的，一处读了两遍", text=reading.text))
    return Judgement(None, message("尚不能定：没有版面之外的依据，多数相同不足以为凭"))


def doubled(long: str, short: str) -> bool:
    """Say whether `long` is `short` with a piece of two characters or more said twice in a row."""
    extra = len(long) - len(short)
    return extra >= 2 and any(
        long[:at] + long[at + extra :] == short and long[at : at + extra] == long[at + extra : at + 2 * extra]
        for at in range(len(short) - extra + 1)
    )
