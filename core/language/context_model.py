"""A small neural model of what stands in a place, given ten symbols on either side of it.

A window model (Bengio et al. 2003, with both sides as in Collobert et al. 2011): the embeddings of the
neighbours side by side, hidden layers, and the product with an embedding of each symbol. It was trained
by packaging/language/context_model.py with damaged neighbours, so that one error does not hide the next.
Weights are kept as bytes with a scale a row; NumPy is all it needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.language.symbols import BOUNDARY, Codes
from core.language.vocabulary import Vocabulary

REACH = 10
"""How many symbols on each side are looked at."""

Matrix = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]

_AROUND = np.concatenate((np.arange(-REACH, 0), np.arange(1, REACH + 1)))
_BEFORE = np.arange(-REACH, REACH)
"""Where the neighbours of a symbol stand, and those of one more before it."""

_AT_ONCE = 256
"""How many places are worked out together; more would only fall out of the processor's cache."""


@dataclass(frozen=True)
class Layer:
    """A matrix (inputs, outputs) and what is added."""

    weights: Matrix
    bias: Matrix

    def __call__(self, values: Matrix) -> Matrix:
        """Return (rows, outputs) for (rows, inputs)."""
        values = values @ self.weights
        values += self.bias
        return values


@dataclass(frozen=True)
class ContextModel:
    """`embeddings` (symbols + 1, width); layers; `outputs` (…, symbols + 1). The last is any other symbol."""

    vocabulary: Vocabulary
    embeddings: Matrix
    layers: tuple[Layer, ...]
    outputs: Layer

    def log_chances(self, codes: Codes, places: Places) -> Matrix:
        """Return the natural logarithm of P(symbol | neighbours) for each place: (places, symbols + 1).

        The last column is that of all symbols outside the vocabulary together.
        `codes` must have REACH codes on both sides of every place, as `padded` makes it. What stands in the
        place itself is not looked at.
        """
        return self.log_chances_around(codes, places, places[:0])[0]

    def log_chances_around(self, codes: Codes, places: Places, gaps: Places) -> tuple[Matrix, Matrix]:
        """Return what `log_chances` does, and the same for one more symbol right before each of `gaps`.

        Asked together: for a few places most of the time goes into reading the weights.
        """
        behind = places[:, None] + _AROUND, gaps[:, None] + _BEFORE
        windows = self.vocabulary.ids(codes)[np.concatenate(behind)]
        chances = np.empty((len(windows), len(self.vocabulary) + 1), dtype=np.float32)
        for start in range(0, len(windows), _AT_ONCE):
            some = slice(start, start + _AT_ONCE)
            chances[some] = self._of_windows(windows[some])
        return chances[: len(places)], chances[len(places) :]

    def _of_windows(self, windows: npt.NDArray[np.int32]) -> Matrix:
        first, *between, last = self.layers
        hidden = _gelu(first(self.embeddings[windows].reshape(len(windows), -1)))
        for layer in between:
            hidden += _gelu(layer(hidden))
        scores = self.outputs(last(hidden))
        scores -= scores.max(axis=1, keepdims=True)
        scores -= np.log(np.exp(scores).sum(axis=1, keepdims=True))
        return np.asarray(scores, dtype=np.float32)


def padded(codes: Codes) -> Codes:
    """Return `codes` with REACH boundaries before and behind."""
    edge = np.full(REACH, ord(BOUNDARY), dtype=np.uint32)
    return np.concatenate((edge, codes, edge))


def load_context_model(path: Path, vocabulary: Vocabulary) -> ContextModel:
    """Read the weights in `path`."""
    with np.load(path) as held:

        def matrix(name: str) -> Matrix:
            scaled = held[name].astype(np.float32) * held[f"{name}_scale"][:, None]
            return np.asarray(scaled, dtype=np.float32)

        def layer(number: int) -> Layer:
            return Layer(np.ascontiguousarray(matrix(f"layer{number}").T), held[f"layer{number}_bias"])

        outputs = Layer(np.ascontiguousarray(matrix("outputs").T), held["outputs_bias"])
        count = sum(name.startswith("layer") and name.endswith("_bias") for name in held.files)
        layers = tuple(layer(number) for number in range(1, count + 1))
        return ContextModel(vocabulary, matrix("embeddings"), layers, outputs)


def _gelu(values: Matrix) -> Matrix:
    """Return the Gaussian error linear unit, approximated as by its authors (Hendrycks and Gimpel 2016)."""
    inner = np.float32(0.7978845608) * (values + np.float32(0.044715) * values * values * values)
    return np.asarray(np.float32(0.5) * values * (np.float32(1.0) + np.tanh(inner)), dtype=np.float32)
