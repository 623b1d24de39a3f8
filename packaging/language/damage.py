"""Damage as OCR engines do it, made in clean text: what was done is known.

Much of it is what engines were seen to do (engine_eyes.py), the rest is made by rules, for engines that
nobody has seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from engine_eyes import EngineEye, engine_eyes

from core.detectors.characters.groups import Kind
from core.language.language import Language
from core.language.symbols import BOUNDARY, codes_of
from core.text.characters import is_han


@dataclass(frozen=True)
class Eye:
    """How an engine misreads: `likely` of its errors look much like the right character, `loose` a little.

    `heard` are taken for one that sounds alike, as typists and language models do; the others are any
    character. `sharpness` says how strongly the likest characters are preferred. `lost` of its errors are
    characters that are not there at all.
    """

    likely: float
    loose: float
    heard: float
    sharpness: float
    lost: float
    extra: float = 0.06
    doubled: float = 0.4
    swapped: float = 0.02


EYES = (
    Eye(0.90, 0.05, 0.02, 22.0, 0.15),
    Eye(0.82, 0.10, 0.02, 14.0, 0.10),
    Eye(0.45, 0.20, 0.0, 12.0, 0.03),
    Eye(0.4, 0.1, 0.4, 16.0, 0.35, 0.3, 0.6, 0.06),
)
"""From one that sees well to one that does not, and one that writes what it has understood, as models of
language do. Of the errors of real engines three to six in ten are among the ten likest characters."""

SEEN = 0.5
"""The share of engines that misread as one was seen to."""

DASHES_LOST = 0.5
"""The share of engines that take a dash for 一."""

SELDOM = 1000
"""Characters beyond so many commoner ones are those that an engine may never get right."""

RARE, LEAST_RARE = 0.35, -12.0
"""How many words with rare characters there are for each name that is put in, and how rare these may be (the
natural logarithm of the share of all rare ones)."""

HABITS, HABITUAL = 0.012, 0.7
"""The share of these that an engine takes for another one, always the same, and how often it does so."""


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
        vocabulary = language.vocabulary
        han = [number for number, code in enumerate(vocabulary.codes) if is_han(chr(code))]
        self._any = [chr(vocabulary.codes[number]) for number in han]
        self._frequent = np.cumsum(np.sqrt(vocabulary.counts[han].astype(np.float64)))
        seldom = np.argsort(-vocabulary.counts[han])[SELDOM:]
        self._seldom = [self._any[row] for row in seldom] + [chr(code) for code in language.rare.codes]
        self._heard: dict[str, list[str]] = {}
        self._engines = engine_eyes(language)
        self.change_engine()

    def change_engine(self) -> None:
        """Let another engine read what comes next: another eye, and other habits."""
        self._eye = EYES[self._random.integers(len(EYES))]
        self._engine: EngineEye | None = None
        if self._random.random() < SEEN:
            self._engine = self._engines[self._random.integers(len(self._engines))]
        chosen = self._random.random(len(self._seldom)) < HABITS
        seldom = [character for character, is_habit in zip(self._seldom, chosen, strict=True) if is_habit]
        self._habits = {character: self._misread(character) for character in seldom}
        if self._random.random() < DASHES_LOST:
            self._habits["—"] = "一"

    def damage(self, text: str, rate: float) -> tuple[str, list[Damage]]:
        """Return `text` with errors in the share `rate` of its Han characters, and what they are."""
        out: list[str] = []
        done: list[Damage] = []
        engine = self._engine
        rates = engine.rates(text, rate) if engine else None
        at = 0
        while at < len(text):
            character = text[at]
            following = text[at + 1] if at + 1 < len(text) else BOUNDARY
            if character in self._habits and self._random.random() < HABITUAL:
                done.append(Damage(len(out), Kind.REPLACE, character))
                out.append(self._habits[character])
                at += 1
                continue
            if engine is not None and rates is not None:
                self._read_by(engine, character, rates[at], out, done)
                at += 1
                continue
            if not is_han(character) or self._random.random() >= rate:
                out.append(character)
                at += 1
                continue
            at += self._damage_one(character, following, out, done)
        return "".join(out), done

    def _read_by(
        self, engine: EngineEye, character: str, rate: float, out: list[str], done: list[Damage]
    ) -> None:
        if self._random.random() < rate * engine.added:
            done.append(Damage(len(out), Kind.REMOVE, ""))
            out.append(engine.addition(self._random))
        if self._random.random() >= rate:
            out.append(character)
        elif read := self._read_wrongly(engine, character):
            done.append(Damage(len(out), Kind.REPLACE, character))
            out.append(read)
        else:
            done.append(Damage(len(out), Kind.INSERT, character))

    def _read_wrongly(self, engine: EngineEye, character: str) -> str:
        read = engine.misread(character, self._random)
        return self._misread(character) if read is None else read

    def _damage_one(self, character: str, following: str, out: list[str], done: list[Damage]) -> int:
        if following != BOUNDARY and self._random.random() < self._eye.lost:
            done.append(Damage(len(out), Kind.INSERT, character))
            return 1
        draw = self._random.random()
        if draw < self._eye.extra:
            extra = character if self._random.random() < self._eye.doubled else self._any_character()
            # Of two that are the same the second counts as the extra one.
            done.append(Damage(len(out) + (extra == character), Kind.REMOVE, ""))
            out += [extra, character]
        elif draw >= self._eye.extra + self._eye.swapped:
            wrong = self._misread(character)
            done.append(Damage(len(out), Kind.REPLACE, character))
            out.append(wrong)
        elif is_han(following) and following != character:
            done.append(Damage(len(out), Kind.SWAP, character + following))
            out += [following, character]
            return 2
        else:
            out.append(character)
        return 1

    def _misread(self, character: str) -> str:
        draw = self._random.random()
        alike = [pair for pair in self._likeness.like(character) if pair[0] != character]
        if draw >= 1 - self._eye.heard and (heard := self._sounding_like(character)):
            return heard[self._random.integers(len(heard))]
        if not alike or draw >= self._eye.likely + self._eye.loose:
            return self._any_character(character)
        if draw >= self._eye.likely:
            return alike[self._random.integers(len(alike))][0]
        values = np.array([value for _, value in alike])
        raised = np.exp(self._eye.sharpness * (values - values.max()))
        return alike[self._random.choice(len(alike), p=raised / raised.sum())][0]

    def _sounding_like(self, character: str) -> list[str]:
        if character not in self._heard:
            own = np.full(len(self._any), ord(character), dtype=np.uint32)
            sounds = self._likeness.sound(own, codes_of("".join(self._any)))
            self._heard[character] = [
                self._any[at] for at in np.flatnonzero(sounds > 0.85) if self._any[at] != character
            ]
        return self._heard[character]

    def _any_character(self, but: str = "") -> str:
        """Return any character but one, frequent ones more often."""
        while True:
            drawn = self._random.random() * self._frequent[-1]
            found = self._any[int(np.searchsorted(self._frequent, drawn))]
            if found != but:
                return found


@dataclass(frozen=True)
class Strangers:
    """Names and words that the texts hardly know, by length, and the common words whose place they take.

    A reader meets names all day that no counts foretell; a ranker that never met one takes each for an error.
    `rare` are words with a character that the texts hardly have.
    """

    names: dict[int, list[str]]
    rare: dict[int, list[str]]
    common: frozenset[str]

    def few(self, count: int, random: np.random.Generator) -> Strangers:
        """Return so many of each length: in the pages of a project the same names come back."""

        def drawn(known: list[str], size: int) -> list[str]:
            return [known[at] for at in random.integers(len(known), size=size)]

        names = {length: drawn(known, count) for length, known in self.names.items()}
        for length, known in self.rare.items():
            names[length] += drawn(known, round(count * RARE))
        return Strangers(names, self.rare, self.common)

    def put_into(self, text: str, rate: float, random: np.random.Generator) -> str:
        """Return `text` with a name in the place of a word at the share `rate` of its characters."""
        out = list(text)
        at = 0
        while at < len(text):
            length = next((size for size in (3, 2) if text[at : at + size] in self.common), 0)
            if length and random.random() < rate:
                out[at : at + length] = self.names[length][random.integers(len(self.names[length]))]
                at += length
            at += 1
        return "".join(out)


def dictionary_strangers(language: Language) -> Strangers:
    """Return the rare names and the common words of two and three characters of jieba's dictionary (MIT)."""
    names: dict[int, list[str]] = {2: [], 3: []}
    rare: dict[int, list[str]] = {2: [], 3: []}
    common = set()
    for row in (files("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, frequency, kind = row.split(" ")
        if len(word) in names and int(frequency) > 200:
            common.add(word)
        elif len(word) in names and kind[:2] in ("ns", "nr", "nz", "nt") and int(frequency) < 100:
            names[len(word)].append(word)
        elif (
            len(word) in rare
            and int(frequency) > 2
            and (language.rare.shares(codes_of(word)) > LEAST_RARE).any()
        ):
            rare[len(word)].append(word)
    return Strangers(names, rare, frozenset(common))
