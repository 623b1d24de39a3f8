"""Damage as OCR engines do it, made in clean text: what was done is known."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.detectors.characters.hypotheses import Kind
from core.language.language import Language
from core.language.symbols import BOUNDARY
from core.text.characters import is_han

LIKELY, LOOSE = 0.86, 0.94
"""Up to which draw a wrong character looks much like the right one, or a little; beyond it is any."""

_SHARPNESS = 14.0
"""How strongly the likest characters are preferred."""


@dataclass(frozen=True)
class Damage:
    """At `place` in the damaged text the hypothesis `kind` with the symbol `right` would mend it."""

    place: int
    kind: Kind
    right: str


class Damager:
    """Makes damage; the same seed makes the same."""

    def __init__(self, language: Language, seed: int) -> None:
        self._random = np.random.default_rng(seed)
        self._likeness = language.likeness
        self._any = [chr(code) for code in language.vocabulary.codes if is_han(chr(code))]
        self._known: dict[str, tuple[list[str], npt.NDArray[np.float64]]] = {}

    def damage(self, text: str, rate: float) -> tuple[str, list[Damage]]:
        """Return `text` with errors in the share `rate` of its Han characters, and what they are."""
        out: list[str] = []
        done: list[Damage] = []
        at = 0
        while at < len(text):
            character = text[at]
            following = text[at + 1] if at + 1 < len(text) else BOUNDARY
            if not is_han(character) or self._random.random() >= rate:
                out.append(character)
                at += 1
                continue
            at += self._damage_one(character, following, out, done)
        return "".join(out), done

    def _damage_one(self, character: str, following: str, out: list[str], done: list[Damage]) -> int:
        draw = self._random.random()
        if draw < 0.88:
            wrong = self._misread(character)
            done.append(Damage(len(out), Kind.REPLACE, character))
            out.append(wrong)
        elif draw < 0.93:
            extra = character if self._random.random() < 0.4 else self._any_character()
            done.append(Damage(len(out), Kind.REMOVE, ""))
            out += [extra, character]
        elif draw < 0.98 and following != BOUNDARY:
            done.append(Damage(len(out), Kind.INSERT, character))
        elif is_han(following) and following != character:
            done.append(Damage(len(out), Kind.SWAP, character + following))
            out += [following, character]
            return 2
        else:
            out.append(character)
        return 1

    def _misread(self, character: str) -> str:
        draw = self._random.random()
        others, likely = self._alike(character)
        if not others or draw >= LOOSE:
            return self._any_character(character)
        if draw < LIKELY:
            return others[self._random.choice(len(others), p=likely)]
        return others[self._random.integers(len(others))]

    def _alike(self, character: str) -> tuple[list[str], npt.NDArray[np.float64]]:
        if character not in self._known:
            pairs = [(other, value) for other, value in self._likeness.like(character) if other != character]
            values = np.array([value for _, value in pairs])
            raised = np.exp(_SHARPNESS * (values - values.max())) if len(pairs) else values
            self._known[character] = [other for other, _ in pairs], raised / max(raised.sum(), 1e-9)
        return self._known[character]

    def _any_character(self, but: str = "") -> str:
        while (drawn := self._any[self._random.integers(len(self._any))]) == but:
            pass
        return drawn
