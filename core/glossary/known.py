"""Words that are never right, with what is meant: lists that come with the program."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from core.glossary.pair import Pair
from core.glossary.pair_index import PairIndex, pair_index
from core.glossary.text_format import read_pairs

FOLDER = "confusions"


@cache
def known_pairs() -> PairIndex:
    """Read all lists of resources/confusions; a few milliseconds the first time."""
    found: dict[str, Pair] = {}
    for path in sorted((files("resources") / FOLDER).iterdir(), key=lambda path: path.name):
        if path.name.endswith(".tsv"):
            found.update((pair.wrong, pair) for pair in read_pairs(path.read_bytes(), path.name))
    return pair_index(found.values())
