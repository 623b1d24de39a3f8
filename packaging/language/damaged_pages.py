"""Projects of pages of text kept aside, with strangers and bylines put in, damaged as by an engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from bylines import Bylines
from corpus import PARTS, paragraphs
from damage import Damage, Damager, dictionary_strangers

from core.language.language import Language

Project = list[tuple[str, list[Damage]]]
"""Pages, and the damage done to each."""

DAMAGED = 0.01
"""The share of characters that are damaged beside what engines never get right."""

PAGE = 5000
"""How long the made pages are (characters)."""

SHARES = {"news-broadcasts-2022-2026": 250_000, "government-work-reports-1954-2017": 30_000, "laws": 150_000}
"""How much of each part kept aside is used (characters)."""

STRANGERS = 0.02
"""At what share of the places where a common word begins a rare name is put."""

NAMES = 60
"""How many names of each length the pages of one project have."""

TOGETHER = 8
"""How many pages are read by one engine: what it misreads always comes back in them."""


def pages(folder: Path) -> Iterator[str]:
    """Yield made-up pages of the text kept aside."""
    for part in PARTS:
        left, page, length = SHARES[part.name], [], 0
        for paragraph in paragraphs(folder, part, aside=True):
            page.append(paragraph)
            length += len(paragraph)
            if length >= PAGE:
                yield "\n".join(page)
                left, page, length = left - length, [], 0
            if left <= 0:
                break


def damaged_projects(
    corpus: Path, data: Path, language: Language, passes: int, seed: int
) -> Iterator[Project]:
    """Yield projects of TOGETHER pages; each page comes `passes` times, damaged in other places."""
    damager = Damager(language, seed)
    strangers, bylines = dictionary_strangers(language), Bylines.of(data)
    random = np.random.default_rng(seed)
    clean = [*pages(corpus)] * passes
    for start in range(0, len(clean), TOGETHER):
        known = strangers.few(NAMES, random)
        damager.change_engine()
        yield [
            damager.damage(bylines.put_into(known.put_into(page, STRANGERS, random), random), DAMAGED)
            for page in clean[start : start + TOGETHER]
        ]


def without_blanks(text: str, done: list[Damage]) -> list[Damage]:
    """Return damage by its places in a reading, which has no blanks."""
    blanks = np.cumsum([character == " " for character in text])
    return [replace(damage, place=damage.place - int(blanks[damage.place])) for damage in done]
