"""Small networks that weigh figures against each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]

LEAK = np.float32(0.01)
"""What is left of a value below 0 between two layers."""


@dataclass(frozen=True)
class Network:
    """Matrices (inputs, outputs) and what is added behind each."""

    layers: tuple[tuple[Matrix, Matrix], ...]

    def __call__(self, rows: Matrix) -> Matrix:
        """Return (…, outputs) for (…, inputs)."""
        for number, (matrix, bias) in enumerate(self.layers):
            if number:
                rows = np.maximum(rows, LEAK * rows)
            rows = rows @ matrix + bias
        return np.asarray(rows, dtype=np.float32)

    @classmethod
    def of(cls, held: Mapping[str, Matrix], name: str = "") -> Network:
        """Return the network whose arrays begin with `name` in `held`.

        They are weights0, bias0, weights1 and so on; `mean` and `spread` are those of the figures it was
        trained on, which are taken less the one and by the other.
        """
        count = sum(key.startswith(f"{name}weights") for key in held)
        layers = [(held[f"{name}weights{number}"], held[f"{name}bias{number}"]) for number in range(count)]
        matrix, bias = layers[0]
        matrix = np.asarray(matrix / held[f"{name}spread"][:, None], dtype=np.float32)
        layers[0] = matrix, np.asarray(bias - held[f"{name}mean"] @ matrix, dtype=np.float32)
        return cls(tuple(layers))
