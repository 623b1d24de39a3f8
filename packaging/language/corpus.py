"""The text that language data is made from, and which part of it is kept aside for measuring.

The texts are not part of the project. `--corpus` names a folder with these files, UTF-8, one paragraph a
line, compressed with xz:

    news-broadcasts-2022-2026.txt.xz            transcripts of a daily news broadcast
                                                (github.com/DuckBurnIncense/xin-wen-lian-bo, MIT)
    government-work-reports-1954-2017.txt.xz    reports on the work of the government
                                                (github.com/SocratesClub/bigdata; official documents)
    laws.txt.xz                                 laws, judicial interpretations and cases
                                                (github.com/LawRefBook/Laws; official documents)

Official documents are not under copyright (Copyright Law of the People's Republic of China, article 5).
"""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from core.language.symbols import symbols


@dataclass(frozen=True)
class Part:
    """A file of the corpus; `block` is how many paragraphs in a row are kept aside together.

    Paragraphs next to each other say the same things: single ones kept aside would be known already.
    """

    name: str
    block: int


PARTS = (
    Part("news-broadcasts-2022-2026", 500),
    Part("government-work-reports-1954-2017", 40),
    Part("laws", 1000),
)
_ASIDE, _OF = 7, 50
"""Of every fifty blocks the eighth is kept aside."""


def paragraphs(folder: Path, part: Part, *, aside: bool) -> Iterator[str]:
    """Yield the paragraphs of a part without blanks: those to learn from, or those kept `aside`."""
    with lzma.open(folder / f"{part.name}.txt.xz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            bare = "".join(line.split())
            if bare and ((number // part.block) % _OF == _ASIDE) is aside:
                yield bare


def learnt(folder: Path, parts: tuple[Part, ...] = PARTS) -> Iterator[str]:
    """Yield the symbols of every paragraph to learn from, each once, however often it was published."""
    seen: set[int] = set()
    for part in parts:
        for paragraph in paragraphs(folder, part, aside=False):
            counted = symbols(paragraph)
            key = hash(counted)
            if key not in seen:
                seen.add(key)
                yield counted
