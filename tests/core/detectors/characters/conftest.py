"""The language data that comes with the program, opened once."""

from __future__ import annotations

from functools import cached_property
from importlib.resources import files
from pathlib import Path

import pytest

from core.detectors.characters.place_figures import BY_CONTEXT, BY_COUNTS
from core.language.language import Language, open_language
from core.language.sieve import Sieve


class AllDoubting(Language):
    """The language, where nothing falls through the sieve."""

    @cached_property
    def sieve(self) -> Sieve:
        """A sieve that holds all."""
        return Sieve.holding_all(BY_COUNTS, BY_CONTEXT + BY_COUNTS)


@pytest.fixture(scope="session")
def language() -> Language:
    """Return the data in resources/language."""
    return open_language()


@pytest.fixture(scope="session")
def all_doubting() -> Language:
    """Return the same, with a sieve that holds every odd place."""
    return AllDoubting(Path(str(files("resources") / "language")))
