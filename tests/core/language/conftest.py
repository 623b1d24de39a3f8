"""The language data that comes with the program, opened once."""

from __future__ import annotations

import pytest

from core.language.language import Language, open_language


@pytest.fixture(scope="session")
def language() -> Language:
    """Return the data in resources/language."""
    return open_language()
