"""Bylines with names nobody has: what a page has at the head of each article, and broadcasts have not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

SIGNED = 0.4
"""The share of paragraphs that are signed."""

SHORT = 0.25
"""The share of names of two characters."""

PLACES = ("北京", "上海", "广州", "武汉", "成都", "西安", "南京", "杭州", "沈阳", "昆明", "合肥", "长沙")
FORMS = (
    "本报讯（记者{0}）{text}",
    "本报讯（记者{0}通讯员{1}）{text}",
    "本报讯（通讯员{0}、{1}）{text}",
    "（记者{0}、{1}）{text}",
    "本报记者{0}{place}报道：{text}",
    "本报{place}电（记者{0}）{text}",
    "{text}（记者{0}）",
    "{text}（{0}、{1}）",
    "记者{0}摄\n{text}",
)
"""How they are signed; a page may have blanks between names."""

SPACED = 0.5
"""The share of paragraphs that have them."""


@dataclass(frozen=True)
class Bylines:
    """Characters and how likely each begins a name, and stands further behind."""

    characters: tuple[str, ...]
    surnames: npt.NDArray[np.float64]
    given: npt.NDArray[np.float64]

    @classmethod
    def of(cls, folder: Path) -> Bylines:
        """Read the table that names.py has made."""
        with np.load(folder / "names.npz") as held:
            # Names in a dictionary are those of the famous: what is common there is less so among reporters.
            surnames, given = held["surnames"] ** 0.8, held["given"] ** 0.7
            return cls(tuple(map(chr, held["codes"])), surnames / surnames.sum(), given / given.sum())

    def name(self, random: np.random.Generator) -> str:
        """Make up a name."""
        length = 1 if random.random() < SHORT else 2
        surname = self.characters[random.choice(len(self.characters), p=self.surnames)]
        behind = random.choice(len(self.characters), size=length, p=self.given)
        return surname + "".join(self.characters[at] for at in behind)

    def put_into(self, text: str, random: np.random.Generator) -> str:
        """Return `text` with some of its paragraphs signed."""
        return "\n".join(
            self._signed(line, random) if random.random() < SIGNED else line for line in text.split("\n")
        )

    def _signed(self, line: str, random: np.random.Generator) -> str:
        form = FORMS[random.integers(len(FORMS))]
        place = PLACES[random.integers(len(PLACES))]
        first, second = self.name(random), self.name(random)
        if random.random() < SPACED:
            first, second, place = f" {first}", f" {second}", f" {place}"
        return form.format(first, second, place=place, text=line)
