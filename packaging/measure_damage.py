#!/usr/bin/env python3
"""Measure what all rules find of single errors that are made in clean text, kind by kind.

    python packaging/measure_damage.py [--level normal] [--seed 1] CLEAN.txt…

Of a hundred and sixty Han characters one is damaged: taken for one that looks or sounds like it, lost, said
twice, preceded by one that does not belong, swapped with the next; or a word of two is said twice. An error
is found where a finding touches its place; findings that touch none are false alarms (per 1,000 characters).
Files should be text that the language data was not made from, each read as a page of its own.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from core.cli.pages import read_pages
from core.detectors.characters.readings import recurrence_of
from core.detectors.detector import Context, Detector, all_detectors, check
from core.detectors.options import CheckOptions, Level
from core.document.layout import layout_of
from core.document.page import PageView
from core.language.language import Language, open_language
from core.segmentation.segmenter import segment
from core.text.characters import is_han

RATE = 1 / 160
LIKEST = 8
"""A character is taken for one of so many that look most like it."""
SOUNDS = 0.95
COMMON = 1500
"""What is put in where nothing belongs is one of so many common characters."""

Kind = Callable[[str, str], tuple[str, int]]
"""Says what stands for a character and the next one afterwards, and how many of the two that uses up."""


def kinds(language: Language, chance: random.Random) -> dict[str, Kind]:
    """Return each kind of damage by its name."""
    order = np.argsort(-language.vocabulary.counts)
    common = [chr(code) for code in language.vocabulary.codes[order] if is_han(chr(code))][: 2 * COMMON]
    codes = np.array([ord(character) for character in common], dtype=np.uint32)

    def looked(character: str, _: str) -> tuple[str, int]:
        alike = [other for other, _ in language.likeness.like(character, LIKEST) if other != character]
        return chance.choice(alike or [character]), 1

    def heard(character: str, _: str) -> tuple[str, int]:
        sounds = language.likeness.sound(np.full(len(codes), ord(character), dtype=np.uint32), codes)
        alike = [common[at] for at in np.flatnonzero(sounds > SOUNDS) if common[at] != character]
        return chance.choice(alike or [character]), 1

    return {
        "looks alike": looked,
        "sounds alike": heard,
        "lost": lambda _, __: ("", 1),
        "said twice": lambda character, _: (character * 2, 1),
        "put in": lambda character, _: (chance.choice(common[:COMMON]) + character, 1),
        "swapped": lambda character, following: (following + character, 2),
        "word twice": lambda character, following: ((character + following) * 2, 2),
    }


def damaged(text: str, kind: Kind, chance: random.Random) -> tuple[str, list[tuple[int, int]]]:
    """Return a text with errors, and where they are in it."""
    out, places, at, length = [], [], 0, 0
    while at < len(text):
        character, following = text[at], text[at + 1 : at + 2]
        new, used = character, 1
        if is_han(character) and following and is_han(following) and chance.random() < RATE:
            new, used = kind(character, following)
            if new != text[at : at + used]:
                places.append((length, length + len(new)))
        out.append(new)
        length += len(new)
        at += used
    return "".join(out), places


def judged(
    text: str, places: Sequence[tuple[int, int]], level: Level, detectors: Sequence[Detector]
) -> tuple[int, int]:
    """Return how many of the errors are found, and how many findings touch none."""
    language = open_language()
    page = PageView(None, "", text, layout_of(segment(text, language)))
    context = Context(language=language, recurrence=recurrence_of([page]), options=CheckOptions(level))
    found: set[int] = set()
    alarms = 0
    for finding in check(page, context, detectors):
        span = finding.span
        near = [n for n, (start, end) in enumerate(places) if span.start <= end and start <= span.end]
        found.update(near)
        alarms += not near and not finding.page_level
    return len(found), alarms


def report(texts: Sequence[str], level: Level, seed: int) -> Iterator[str]:
    """Yield a line for each kind: its name, errors found, errors made, recall, false alarms."""
    detectors = all_detectors()
    chance = random.Random(seed)
    for name, kind in kinds(open_language(), chance).items():
        found = made = alarms = characters = 0
        for text in texts:
            read, places = damaged(text, kind, chance)
            hits, false = judged(read, places, level, detectors)
            found, made = found + hits, made + len(places)
            alarms, characters = alarms + false, characters + len(read)
        recall, rate = found / max(1, made), 1000 * alarms / characters
        yield f"{name:<14}{found:>5} of {made:<5}{recall:>6.2f}{rate:>8.2f}"


def main() -> None:
    """Read, damage, check, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--level", type=Level, choices=list(Level), default=Level.NORMAL)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    texts = [page.text for page in read_pages(options.files).pages]
    for line in report(texts, options.level, options.seed):
        print(line, flush=True)


if __name__ == "__main__":
    main()
