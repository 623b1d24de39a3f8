#!/usr/bin/env python3
"""Pack what misreadings.py has counted into resources/language/misreadings.npz.

python packaging/language/misread_table.py COUNTS [--to resources/language]
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.language.misreadings import NOTHING


def main() -> None:
    """Read the counts of all engines, write one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("counts", type=Path)
    parser.add_argument("--to", type=Path, default=Path("resources/language"))
    options = parser.parse_args()
    files = sorted(options.counts.glob("*.json"))
    rows = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    pairs = sorted({(read, printed) for of_engine in rows for printed, read, *_ in of_engine})
    places = {pair: place for place, pair in enumerate(pairs)}
    counts = np.zeros((len(pairs), len(files), 2), dtype=np.uint32)
    for number, of_engine in enumerate(rows):
        for printed, read, *halves in of_engine:
            counts[places[read, printed], number] = halves
    engines = np.array([file.stem for file in files])
    read, printed = (_codes(end) for end in zip(*pairs, strict=True))
    file = options.to / "misreadings.npz"
    np.savez_compressed(file, engines=engines, read=read, printed=printed, counts=counts)
    print(f"{len(pairs):,} pairs of {counts.sum():,} characters read by {', '.join(engines)}")


def _codes(characters: tuple[str, ...]) -> npt.NDArray[np.uint32]:
    return np.array([ord(one) if one else NOTHING for one in characters], dtype=np.uint32)


if __name__ == "__main__":
    main()
