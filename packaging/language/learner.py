"""A small network that learns: plain Adam (Kingma and Ba 2015) in NumPy."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.language.network import LEAK

Matrix = npt.NDArray[np.float32]


@dataclass
class Learner:
    """Layers of a small network and Adam's running means of their gradients."""

    values: list[Matrix]
    means: list[Matrix] = field(default_factory=list)
    squares: list[Matrix] = field(default_factory=list)
    steps: int = 0

    @classmethod
    def new(cls, sizes: tuple[int, ...], random: np.random.Generator) -> Learner:
        """Make a network of layers between `sizes`; matrices and biases take turns in `values`."""
        values: list[Matrix] = []
        for inputs, outputs in pairwise(sizes):
            scale = np.sqrt(2 / inputs) * (0.1 if outputs == 1 else 1.0)
            values.append((random.standard_normal((inputs, outputs)) * scale).astype(np.float32))
            values.append(np.zeros(outputs, dtype=np.float32))
        zeros = [np.zeros_like(value) for value in values]
        return cls(values, zeros, [zero.copy() for zero in zeros])

    def forward(self, rows: Matrix) -> list[Matrix]:
        """Return the values of every layer, the rows themselves first."""
        layers = [rows]
        for number in range(0, len(self.values), 2):
            out = layers[-1] @ self.values[number] + self.values[number + 1]
            layers.append(np.maximum(out, LEAK * out) if number + 2 < len(self.values) else out)
        return layers

    def backward(self, layers: list[Matrix], slope: Matrix, rate: float) -> None:
        """Take one step of Adam down the gradient `slope` of the loss by the last layer."""
        slopes: list[Matrix] = []
        for number in range(len(self.values) - 2, -1, -2):
            below = layers[number // 2]
            slopes += [slope.sum(axis=0), below.T @ slope]
            slope = (slope @ self.values[number].T) * np.where(below > 0, np.float32(1.0), LEAK)
        self.steps += 1
        for number, gradient in enumerate(reversed(slopes)):
            step = gradient + np.float32(1e-5) * self.values[number]
            self.means[number] = 0.9 * self.means[number] + 0.1 * step
            self.squares[number] = 0.999 * self.squares[number] + 0.001 * step * step
            mean = self.means[number] / (1 - 0.9**self.steps)
            square = self.squares[number] / (1 - 0.999**self.steps)
            self.values[number] -= (rate * mean / (np.sqrt(square) + 1e-8)).astype(np.float32)


def training_options(told: str, epochs: int, seed: int) -> argparse.Namespace:
    """Read the command line of a trainer: `corpus`, `to`, `epochs` and `seed`; `told` is its docstring."""
    parser = argparse.ArgumentParser(description=told.splitlines()[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=Path("resources/language"))
    parser.add_argument("--epochs", type=int, default=epochs)
    parser.add_argument("--seed", type=int, default=seed)
    return parser.parse_args()


def mean_and_spread(figures: Matrix) -> tuple[Matrix, Matrix]:
    """Return what figures are to be taken less and by, column by column, before anything learns from them."""
    return figures.mean(axis=0), figures.std(axis=0) + np.float32(1e-3)


def chosen_slope(
    worth: npt.NDArray[np.float32], firsts: npt.NDArray[np.int64], right: npt.NDArray[np.int64]
) -> tuple[Matrix, float]:
    """Return the slope of the loss of choosing one row of each group, (rows, 1), and that loss added up.

    Each group begins at one of `firsts`; `right` are the rows to be chosen. The loss is the cross entropy of
    the softmax over a group, the slope that of its mean.
    """
    groups = np.repeat(np.arange(len(firsts)), np.diff(np.append(firsts, len(worth))))
    raised = np.exp(worth - np.maximum.reduceat(worth, firsts)[groups])
    chances = raised / np.add.reduceat(raised, firsts)[groups]
    loss = -float(np.log(chances[right] + 1e-9).sum())
    chances[right] -= 1
    return (chances / len(firsts)).astype(np.float32)[:, None], loss


def named_layers(values: list[Matrix], name: str = "") -> dict[str, Matrix]:
    """Return the matrices and biases of a network as Network.of reads them, named beginning with `name`."""
    held = {f"{name}weights{number}": matrix for number, matrix in enumerate(values[::2])}
    return held | {f"{name}bias{number}": vector for number, vector in enumerate(values[1::2])}
