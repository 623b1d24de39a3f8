"""All that is known of the language, as it lies in resources/language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from core.language.alternatives import Alternatives, AlternativeTable
from core.language.context_model import ContextModel, Matrix, load_context_model
from core.language.gram_table import GramTable
from core.language.likeness import Likeness
from core.language.misreadings import MisreadCounts, Misreadings, load_misread_counts
from core.language.names import NameTable
from core.language.network import Network
from core.language.rare import RareCharacters
from core.language.sieve import Sieve
from core.language.symbols import Codes, codes_of, is_han_code, symbols
from core.language.vocabulary import Ids, Neighbours, Vocabulary
from core.language.windows import Smoothing

LIKEST = 50
"""How many symbols are proposed by their looks."""

DRAWN = {"-": "—", ",": "，", ":": "：", ";": "；", "(": "（", ")": "）"}
"""Marks that are drawn otherwise than the symbols that they are counted as."""


class Language:
    """Counts of sequences and words, likeness of characters, a model of contexts.

    Nothing is read before it is asked for: whoever needs counts only does not wait for the model.
    """

    def __init__(self, folder: Path) -> None:
        """Read from `folder`; it must hold what packaging/language makes."""
        self._folder = folder

    @cached_property
    def grams(self) -> GramTable:
        """How often sequences of up to stream.ORDER symbols were counted."""
        return self._table("grams")

    @cached_property
    def words(self) -> GramTable:
        """How often words of two to four symbols were counted by the makers of a dictionary."""
        return self._table("words")

    @cached_property
    def smoothing(self) -> Smoothing:
        """How the orders of `grams` are mixed."""
        return Smoothing(self._array("smoothing"), float(self.vocabulary.counts.sum()))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The symbols that can be proposed."""
        return Vocabulary(self._array("symbols"), self._array("symbol_counts"))

    @cached_property
    def neighbours(self) -> Neighbours:
        """Which symbols stand beside which."""
        first, second = self._array("neighbours_first"), self._array("neighbours_second")
        return Neighbours.of(len(self.vocabulary), first, second, self._array("neighbours_logs"))

    @cached_property
    def proposable(self) -> npt.NDArray[np.bool_]:
        """Which symbols of the vocabulary may be proposed: Han characters and the commonest marks."""
        codes = self.vocabulary.codes
        marks = np.isin(codes, codes_of('。,、;:·-%()"《》'))
        return np.asarray(is_han_code(codes) | marks)

    def proposable_of(self, ids: npt.NDArray[np.integer]) -> Ids:
        """Return numbers of symbols, the size of the vocabulary for what may not be proposed."""
        none = len(self.vocabulary)
        return np.where(np.append(self.proposable, False)[ids], ids, none).astype(np.int32)

    @cached_property
    def drawn_codes(self) -> Codes:
        """How the symbols of the vocabulary are drawn in Chinese text, and 0 for what is not in it."""
        drawn = np.append(self.vocabulary.codes, np.uint32(0)).astype(np.uint32)
        for symbol, mark in DRAWN.items():
            drawn[drawn == ord(symbol)] = ord(mark)
        return drawn

    @cached_property
    def likeness(self) -> Likeness:
        """Which characters look and sound alike."""
        return Likeness.load(self._folder)

    def likest(self, characters: Codes) -> Codes:
        """Return the symbols that look most like each of `characters`, likest first; 0 fills the rows up."""
        alike, _ = self.likeness.candidates(characters, LIKEST)
        kinds, places = np.unique(alike, return_inverse=True)
        folded = codes_of(symbols("".join(map(chr, kinds.tolist()))))
        return folded[places.reshape(alike.shape)]

    @cached_property
    def alternatives(self) -> AlternativeTable:
        """What may have been printed where a character was read: LIKEST by looks, then by what engines do."""
        return AlternativeTable(self._alternatives_of)

    def _alternatives_of(self, read: Codes) -> Alternatives:
        misread = self.misreadings.printed_for(read)
        codes = np.concatenate((self.likest(read), misread), axis=1)
        ids = self.vocabulary.ids(codes)
        drawn = np.where(ids < len(self.vocabulary), self.drawn_codes[ids], codes)
        again = np.repeat(read, codes.shape[1])
        return Alternatives(
            codes,
            self.proposable_of(ids),
            self.likeness.shape(again, drawn.ravel()).reshape(codes.shape),
            self.misreadings.chances(again, codes.ravel()).sum(axis=1).reshape(codes.shape),
        )

    @cached_property
    def misread_counts(self) -> MisreadCounts:
        """What each engine took for what."""
        return load_misread_counts(self._folder / "misreadings.npz")

    @cached_property
    def misreadings(self) -> Misreadings:
        """What engines take for what."""
        return Misreadings.of(self.misread_counts)

    @cached_property
    def names(self) -> NameTable:
        """What characters stand in the names of people."""
        return NameTable.load(self._folder / "names.npz")

    @cached_property
    def rare(self) -> RareCharacters:
        """Characters outside the vocabulary."""
        return RareCharacters.load(self._folder / "rare.npz")

    @cached_property
    def context_model(self) -> ContextModel:
        """What stands in a place, by ten symbols on either side."""
        return load_context_model(self._folder / "context_model.npz", self.vocabulary)

    def chances_of(self, chances: Matrix, rows: npt.NDArray[np.int64], codes: Codes) -> Matrix:
        """Return what `chances` of the model of contexts say of symbols, each by the row of its place.

        Rare ones share what the model leaves for all that it does not know; what is not even among these
        is as unlikely as the least likely symbol of its place.
        """
        ids = self.vocabulary.ids(codes)
        told = chances[rows, ids]
        rare = told + self.rare.shares(codes)
        rare = np.where(np.isfinite(rare), rare, chances.min(axis=1)[rows])
        return np.where(ids < len(self.vocabulary), told, rare)

    @cached_property
    def ranker_weights(self) -> RankerWeights:
        """What weighs all this evidence against each other."""
        with np.load(self._folder / "ranker.npz") as held:
            return RankerWeights(Network.of(held), float(held["trained_at"]))

    @cached_property
    def choice(self) -> Network:
        """What tells which of many symbols are worth weighing."""
        with np.load(self._folder / "choice.npz") as held:
            return Network.of(held)

    @cached_property
    def sieve(self) -> Sieve:
        """What tells which odd places are worth weighing."""
        with np.load(self._folder / "sieve.npz") as held:
            return Sieve.of(held)

    def _table(self, name: str) -> GramTable:
        return GramTable(self._array(f"{name}_marks"), self._array(f"{name}_logs"))

    def _array(self, name: str) -> npt.NDArray[Any]:
        return np.asarray(np.load(self._folder / f"{name}.npy", mmap_mode="r"))


def open_language() -> Language:
    """Return the language data that comes with the program."""
    return Language(Path(str(files("resources") / "language")))


@dataclass(frozen=True)
class RankerWeights:
    """`trained_at` is the share of damaged characters in the texts that the network was trained on."""

    network: Network
    trained_at: float
