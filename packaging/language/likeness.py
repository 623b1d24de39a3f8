"""Make the data that says which characters look and sound alike.

    pip install -e .[data]                    # Pillow, pypinyin
    apt-get install fonts-noto-cjk
    python packaging/language/likeness.py CORPUS

CORPUS is a folder of plain texts (*.xz); only the characters in it are counted. About two minutes; the same
fonts and the same corpus give the same data.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
import numpy.typing as npt
from character_set import CharacterSet, character_set
from glyphs import Glyphs
from sounds import readings, syllable_likeness

TARGET = Path(__file__).parents[2] / "resources/language"
FONTS = Path("/usr/share/fonts/opentype/noto")

MOST = 60
"""How many of its likest every character keeps."""

OTHER_SCRIPT = 12
"""How many of these a character may spend on those that stand only in the other script."""

FLOOR = 0.3
COMMON = 0.01
"""What ten times the count is worth when the likest are chosen: rare characters are seldom meant."""


def main() -> None:
    """Write the files of resources/language that begin with `like_`."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument(
        "--fonts", type=Path, default=FONTS, help="folder of Noto Serif CJK and Noto Sans CJK"
    )
    parser.add_argument("--target", type=Path, default=TARGET)
    chosen = parser.parse_args()
    started = time.monotonic()
    known = character_set(chosen.corpus)
    others, likeness = likest(known, Glyphs(known.characters, chosen.fonts))
    table, syllables = readings(known.characters)
    write(
        chosen.target,
        like_characters=np.array([0, *map(ord, known.characters)], dtype=np.uint32),
        like_others=others,
        like_shapes=likeness,
        like_readings=np.vstack((np.zeros((1, table.shape[1]), np.uint16), table)),
        like_syllables=syllable_likeness(syllables),
    )
    print(f"{len(known.characters)} characters in {time.monotonic() - started:.0f} s")


def likest(known: CharacterSet, glyphs: Glyphs) -> tuple[npt.NDArray[np.uint16], npt.NDArray[np.uint8]]:
    """Return the places and the likeness (0 to 255) of each character's likest, the likest first.

    Place 0 and row 0 stand for no character; that of the first is 1.
    """
    count = len(known.characters)
    places = np.zeros((count + 1, MOST), dtype=np.uint16)
    values = np.zeros((count + 1, MOST), dtype=np.uint8)
    bonus = COMMON * np.log10(1 + np.array(known.counts, dtype=np.float32))
    simplified, traditional = np.array(known.only_simplified), np.array(known.only_traditional)
    for chunk, likeness in glyphs.chunks():
        for row, character in enumerate(range(chunk.start, chunk.stop)):
            score = np.where(likeness[row] >= FLOOR, likeness[row] + bonus, -1.0)
            score[character] = -1.0
            foreign = simplified if traditional[character] else traditional
            chosen = _chosen(score, foreign)
            order = chosen[np.argsort(-likeness[row, chosen], kind="stable")]
            places[character + 1, : len(order)] = order + 1
            values[character + 1, : len(order)] = np.rint(np.clip(likeness[row, order], 0, 1) * 255)
    return places, values


def _chosen(score: npt.NDArray[np.float32], foreign: npt.NDArray[np.bool_]) -> npt.NDArray[np.intp]:
    order = np.argsort(-score, kind="stable")[: 8 * MOST]
    order = order[score[order] > 0]
    seldom = foreign[order]
    kept = ~seldom | (np.cumsum(seldom) <= OTHER_SCRIPT)
    return np.asarray(order[kept][:MOST], dtype=np.intp)


def write(folder: Path, **arrays: npt.NDArray[np.generic]) -> None:
    """Write each array to a file of its name."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, array in arrays.items():
        np.save(folder / f"{name}.npy", array)
        print(f"{name}.npy  {array.shape}  {array.nbytes / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
