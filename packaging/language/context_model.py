#!/usr/bin/env python3
"""Train the model of contexts that core/language/context_model.py reads.

    python packaging/language/context_model.py --corpus FOLDER [--to resources/language] [--minutes 60]
                                               [--begun MODEL] [--threads 2] [--seed 1]

Needs PyTorch (a CPU will do) and what counts.py and likeness.py have made. Every place of the texts is a
lesson: the symbol in it is to be told from ten symbols on either side, of which some are damaged. Only a
sample of the symbols is compared with at every step, weighed by how likely it was drawn (Bengio and Senécal
2008); AdamW with a rate that falls along a cosine. How far it comes depends on the minutes it is given; the
figures it prints are those of text kept aside, in bits a symbol. The model that ships was trained for an
hour on two cores with HIDDEN of 512 and one layer between, then `--begun` from that for an hour and a half
as it stands here: a symbol of news that it had never seen cost 2.2 bits after the first and 1.7 after the
second, one of reports 2.2 and 1.9, one of laws 1.5 and 1.3; with six in a hundred neighbours replaced 0.7
more.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import nn
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus import PARTS, Part, learnt, paragraphs

from core.language.context_model import REACH
from core.language.language import Language
from core.language.symbols import BOUNDARY, codes_of, symbols
from core.language.vocabulary import Vocabulary

WIDTH, HIDDEN, OUTPUT = 96, 768, 256
"""How many figures stand for a neighbour, how many there are between, and how many for a place."""

BETWEEN = 2
"""How many layers lie between the first and the last."""

BATCH, SAMPLE = 2048, 1024
RATE, RATE_OF_BEGUN = 2e-3, 1e-3
AROUND = torch.tensor([*range(-REACH, 0), *range(1, REACH + 1)])
DAMAGED = 0.16
"""The largest share of neighbours that are damaged in training; a quarter of it on the average."""

REPEATED = {"government-work-reports-1954-2017": 2}
SHARE = {"laws": 0.45}
"""Reports read most like newspapers and are few; laws are many and read least like them."""

_ASIDE = 60_000
_REPORT_EVERY = 240.0
"""Seconds between two looks at the text kept aside."""


@dataclass(frozen=True)
class Texts:
    """Numbers of symbols in a row: to learn from, and kept aside; boundaries are a symbol too."""

    learnt: torch.Tensor
    aside: torch.Tensor
    boundary: int
    unknown: int


def read_texts(folder: Path, vocabulary: Vocabulary) -> Texts:
    """Read all parts as numbers of the vocabulary."""
    streams = [_stream(_chosen(folder, part), vocabulary) for part in PARTS]
    aside = [symbols(paragraph) for part in PARTS for paragraph in _first(folder, part)]
    boundary = int(vocabulary.ids(codes_of(BOUNDARY))[0])
    return Texts(
        torch.from_numpy(np.concatenate(streams)),
        torch.from_numpy(_stream(aside, vocabulary)),
        boundary,
        len(vocabulary),
    )


def _chosen(folder: Path, part: Part) -> list[str]:
    found = list(learnt(folder, (part,)))
    share = SHARE.get(part.name, 1.0)
    # Whole blocks, so that what is left reads on.
    return [text for number, text in enumerate(found) if (number // 300) % 20 < share * 20] * REPEATED.get(
        part.name, 1
    )


def _first(folder: Path, part: Part) -> list[str]:
    some, length = [], 0
    for paragraph in paragraphs(folder, part, aside=True):
        some.append(paragraph)
        length += len(paragraph)
        if length > _ASIDE:
            break
    return some


def _stream(texts: list[str], vocabulary: Vocabulary) -> npt.NDArray[np.int64]:
    edge = BOUNDARY * REACH
    whole = edge + (BOUNDARY * 3).join(texts) + edge
    return vocabulary.ids(codes_of(whole)).astype(np.int64)


class ContextNetwork(nn.Module):
    """The network of core/language/context_model.py, as PyTorch trains it."""

    def __init__(self, counts: torch.Tensor) -> None:
        """Make a new network; `counts` says how often each symbol stands in the texts."""
        super().__init__()
        self.embeddings = nn.Embedding(len(counts), WIDTH)
        nn.init.normal_(self.embeddings.weight, 0, 0.3)
        self.first = nn.Linear(2 * REACH * WIDTH, HIDDEN)
        self.between = nn.ModuleList(nn.Linear(HIDDEN, HIDDEN) for _ in range(BETWEEN))
        self.last = nn.Linear(HIDDEN, OUTPUT)
        self.outputs = nn.Embedding(len(counts), OUTPUT)
        nn.init.normal_(self.outputs.weight, 0, 0.05)
        self.outputs_bias = nn.Parameter(torch.log((counts + 1) / counts.sum()).float())

    def forward(self, windows: torch.Tensor) -> torch.Tensor:
        """Return what stands for each place: (windows, OUTPUT) for (windows, 2 × REACH) symbols."""
        hidden = functional.gelu(self.first(self.embeddings(windows).flatten(1)), approximate="tanh")
        for layer in self.between:
            hidden = hidden + functional.gelu(layer(hidden), approximate="tanh")
        return torch.as_tensor(self.last(hidden))

    def matrices(self) -> dict[str, nn.Linear]:
        """Return the layers by the names they are kept under, the first one first."""
        return {
            f"layer{number}": layer for number, layer in enumerate((self.first, *self.between, self.last), 1)
        }


@dataclass(frozen=True)
class Drawing:
    """How symbols are drawn to compare with, and what neighbours are mistaken for: (symbols, likest)."""

    chances: torch.Tensor
    mistaken: torch.Tensor


def drawing(counts: torch.Tensor, language: Language) -> Drawing:
    """Draw symbols by a power of their frequency; mistake characters for those that look like them."""
    chances = (counts + 1) ** 0.75
    vocabulary = language.vocabulary
    alike = vocabulary.ids(language.likest(np.asarray(vocabulary.codes))[:, :10]).astype(np.int64)
    own = np.arange(len(vocabulary))[:, None]
    alike = np.where(alike < len(vocabulary), alike, own)
    unknown = np.full((1, alike.shape[1]), len(vocabulary), dtype=np.int64)
    return Drawing((chances / chances.sum()).float(), torch.from_numpy(np.concatenate((alike, unknown))))


def damaged(windows: torch.Tensor, texts: Texts, drawn: Drawing) -> torch.Tensor:
    """Return the windows with some neighbours replaced by likely or by any symbols."""
    shape = windows.shape
    likely = drawn.mistaken[windows, torch.randint(drawn.mistaken.shape[1], shape)]
    other = texts.learnt[torch.randint(len(texts.learnt), shape)]
    replaced = torch.where(torch.rand(shape) < 0.6, likely, other)
    share = DAMAGED * torch.rand(shape[0], 1) ** 3
    return torch.where(torch.rand(shape) < share, replaced, windows)


def loss_of(
    network: ContextNetwork, windows: torch.Tensor, right: torch.Tensor, drawn: Drawing
) -> torch.Tensor:
    """Return the cross entropy of the right symbols among them and a common sample."""
    sample = torch.multinomial(drawn.chances, SAMPLE)
    weights = torch.log(drawn.chances)
    places = network(windows)
    own = (places * network.outputs(right)).sum(1) + network.outputs_bias[right] - weights[right]
    others = places @ network.outputs(sample).T + network.outputs_bias[sample] - weights[sample]
    others = others.masked_fill(sample[None, :] == right[:, None], -1e9)
    scores = torch.cat((own[:, None], others), 1)
    return functional.cross_entropy(scores, torch.zeros(len(right), dtype=torch.long))


def places_of(stream: torch.Tensor, texts: Texts) -> torch.Tensor:
    """Return the places of a stream that hold a symbol, be it one of the rare ones that are told as one."""
    places = torch.nonzero(stream != texts.boundary).squeeze(1)
    return places[(places >= REACH) & (places < len(stream) - REACH)]


def bits_aside(network: ContextNetwork, texts: Texts) -> float:
    """Return how many bits a symbol of the text kept aside costs."""
    places = places_of(texts.aside, texts)[::7]
    total = 0.0
    with torch.no_grad():
        for some in places.split(BATCH):
            scores = (
                network(texts.aside[some[:, None] + AROUND]) @ network.outputs.weight.T + network.outputs_bias
            )
            total += functional.cross_entropy(scores, texts.aside[some], reduction="sum").item()
    return total / len(places) / math.log(2)


def go_on_from(network: ContextNetwork, path: Path) -> None:
    """Let a network begin with what the model in `path` says: one of its size, or with fewer units or layers.

    Units and layers that are new say nothing yet, but learn.
    """
    with np.load(path) as held:

        def matrix(name: str) -> torch.Tensor:
            return torch.from_numpy(held[name].astype(np.float32) * held[f"{name}_scale"][:, None])

        kept = [name for name in held.files if name.startswith("layer") and name.count("_") == 0]
        first, *between, last = kept
        pairs = [(network.first, first), *zip(network.between, between, strict=False), (network.last, last)]
        with torch.no_grad():
            for table, name in ((network.embeddings, "embeddings"), (network.outputs, "outputs")):
                table.weight.copy_(matrix(name))
            network.outputs_bias.copy_(torch.from_numpy(held["outputs_bias"]))
            for layer in network.between:
                layer.weight.zero_()
                layer.bias.zero_()
            for layer, name in pairs:
                old, bias = matrix(name), torch.from_numpy(held[f"{name}_bias"])
                if layer is not network.first:
                    layer.weight[:, old.shape[1] :] = 0
                layer.weight[: old.shape[0], : old.shape[1]] = old
                layer.bias[: old.shape[0]] = bias


def train(texts: Texts, language: Language, minutes: float, begun: Path | None) -> ContextNetwork:
    """Train until the time is up, a new network or one that is `begun`."""
    counts = torch.bincount(texts.learnt, minlength=texts.unknown + 1).double()
    drawn = drawing(counts, language)
    network = ContextNetwork(counts)
    if begun is not None:
        go_on_from(network, begun)
        print(f"begun with {bits_aside(network, texts):.3f} bits", flush=True)
    tables = [network.embeddings.weight, network.outputs.weight]
    matrices = [value for layer in network.matrices().values() for value in layer.parameters()]
    groups = [{"params": tables, "weight_decay": 0.0}, {"params": matrices, "weight_decay": 1e-3}]
    optimizer = torch.optim.AdamW(
        [*groups, {"params": [network.outputs_bias], "weight_decay": 0.0}], betas=(0.9, 0.99)
    )
    places = places_of(texts.learnt, texts)
    started = reported = time.monotonic()
    step, batches, rate = 0, iter(()), RATE if begun is None else RATE_OF_BEGUN
    while (done := (time.monotonic() - started) / (60 * minutes)) < 1:
        some = next(batches, None)
        if some is None:
            batches = iter(places[torch.randperm(len(places))].split(BATCH))
            continue
        for group in optimizer.param_groups:
            group["lr"] = rate * min(1.0, (step + 1) / 300) * (0.485 * (1 + math.cos(math.pi * done)) + 0.03)
        windows = damaged(texts.learnt[some[:, None] + AROUND], texts, drawn)
        loss = loss_of(network, windows, texts.learnt[some], drawn)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        step += 1
        if time.monotonic() - reported > _REPORT_EVERY:
            reported = time.monotonic()
            print(
                f"{done:.0%}: {step * BATCH:,} places, {bits_aside(network, texts):.3f} bits",
                flush=True,
            )
    print(f"{step * BATCH:,} places, {bits_aside(network, texts):.3f} bits", flush=True)
    return network


def packed(network: ContextNetwork) -> dict[str, npt.NDArray[np.generic]]:
    """Return the weights as bytes with a scale a row, biases as they are."""
    layers = network.matrices()
    matrices = {"embeddings": network.embeddings.weight, "outputs": network.outputs.weight}
    matrices |= {name: layer.weight for name, layer in layers.items()}
    biases = {f"{name}_bias": layer.bias for name, layer in layers.items()}
    biases["outputs_bias"] = network.outputs_bias
    out: dict[str, npt.NDArray[np.generic]] = {name: bias.detach().numpy() for name, bias in biases.items()}
    for name, matrix in matrices.items():
        values = matrix.detach().numpy()
        scale = (np.abs(values).max(axis=1) / 127 + 1e-12).astype(np.float32)
        out[name], out[f"{name}_scale"] = np.round(values / scale[:, None]).astype(np.int8), scale
    return out


def main() -> None:
    """Read, train, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=Path("resources/language"))
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--begun", type=Path, help="a model to go on from")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    language = Language(options.to)
    network = train(read_texts(options.corpus, language.vocabulary), language, options.minutes, options.begun)
    np.savez(options.to / "context_model.npz", **packed(network))


if __name__ == "__main__":
    main()
