"""What speaks for the readings of a variant, and how that is said."""

from __future__ import annotations

from dataclasses import dataclass

from core.collation.variants import Variant, VariantKind
from core.messages import Message, message

_CLEAR = 0.8
"""What speaks so much more for one reading than for the others is worth a word."""

_SHOWN = 24
"""So much of a reading is shown in a sentence."""


@dataclass(frozen=True, slots=True)
class Votes:
    """What speaks for each reading, as natural logarithms of odds; `voices` count witnesses.

    `language`: how it sounds in its place; `taught`: what editors have corrected it to; `twice`: that it says
    a piece of another reading twice; `again`: that the witnesses say the same elsewhere.
    `alike`: the readings look alike, character by character.
    """

    language: tuple[float, ...]
    voices: tuple[float, ...]
    taught: tuple[float, ...]
    twice: tuple[float, ...]
    again: tuple[float, ...]
    alike: bool = False

    @property
    def words(self) -> tuple[float, ...]:
        """What speaks for each reading beside the number of witnesses."""
        return tuple(map(sum, zip(self.language, self.taught, self.twice, self.again, strict=True)))


def why(variant: Variant, votes: Votes, preferred: int | None) -> Message:
    """Say why a reading is preferred, or why none is."""
    if preferred is None:
        return _undecided(variant, votes)
    text = shown(variant.readings[preferred].text)
    others = [number for number in range(len(variant.readings)) if number != preferred]
    if all(votes.twice[number] for number in others):
        return message("“{text}”是重读的，一处读了两遍", text=shown(variant.readings[others[0]].text))
    if any(votes.taught[number] for number in others):
        return message("此前的校改与“{text}”相合", text=text)
    language = _ahead(votes.language, preferred)
    if language < _CLEAR:
        return message("“{text}”在同文别处也这样写", text=text)
    if votes.alike:
        other = shown(variant.readings[others[0]].text)
        return message("“{text}”与“{other}”形近，“{text}”语言上较通顺", text=text, other=other)
    if _ahead(votes.voices, preferred) > 0:
        return message("“{text}”语言上较通顺，有它的本子也较多", text=text)
    if _ahead(votes.voices, preferred) < 0:
        return message("“{text}”语言上通顺得多，虽然有它的本子较少", text=text)
    return message("“{text}”语言上较通顺", text=text)


def _undecided(variant: Variant, votes: Votes) -> Message:
    counts = [len(reading.witnesses) for reading in variant.readings]
    most = max(range(len(counts)), key=counts.__getitem__)
    many, rest = counts[most], sum(counts) - counts[most]
    best = max(range(len(counts)), key=votes.language.__getitem__)
    ahead = _ahead(votes.language, best)
    if ahead >= _CLEAR and many > rest and best != most:
        return message(
            "尚不能定：{many}家{more}，语言上却是{best}较通顺",
            many=many,
            more=_read(variant.readings[most].text),
            best=_read(variant.readings[best].text),
        )
    if many > rest:
        return message(
            "尚不能定：{many}家相同而{rest}家不同，语言上两可，多数不足以为凭", many=many, rest=rest
        )
    return message("尚不能定：各家数目相当，语言上两可")


def _read(text: str) -> Message:
    """Say that a reading is read, or that nothing is."""
    return message("作“{text}”", text=shown(text)) if text.strip() else message("没有")


def surface_reason(kind: VariantKind) -> Message:
    """Say why nothing is preferred where the words are the same."""
    return {
        VariantKind.PUNCTUATION: message("只是标点不同，文字相同"),
        VariantKind.SCRIPT: message("只是字形不同（繁简、异体、全半角），文字相同"),
        VariantKind.BREAK: message("只是分行不同，文字相同"),
    }.get(kind, message("文字相同，次序不同"))


def shown(text: str) -> str:
    """Return a reading as it can stand in a sentence: short, on one line, a sign for none."""
    flat = "".join(text.split())
    if not flat:
        return "∅"
    return flat if len(flat) <= _SHOWN else f"{flat[: _SHOWN - 1]}…"


def _ahead(values: tuple[float, ...], number: int) -> float:
    """Return how far one value is ahead of the best of the others."""
    return values[number] - max(value for at, value in enumerate(values) if at != number)
