"""Texts and what can be done to them."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st

from core.text.edit import Edit, Edits

CHARACTERS = "甲乙𠮷e\u0301，\n"
"""Few, so that equal characters stand side by side; one beyond the BMP, one combining."""


@st.composite
def _changes(draw: st.DrawFn) -> tuple[str, Edits]:
    """Draw a text and the ordered edits of one change to it."""
    text = draw(st.text(CHARACTERS, max_size=30))
    edits: list[Edit] = []
    position = 0
    for _ in range(draw(st.integers(0, 5))):
        if position > len(text):
            break
        start = draw(st.integers(position, len(text)))
        end = draw(st.integers(start, min(len(text), start + 6)))
        edits.append(Edit(start, text[start:end], draw(st.text(CHARACTERS, max_size=5))))
        # Two edits at one place would have no order.
        position = max(end, start + 1)
    return text, tuple(edits)


@pytest.fixture(scope="session")
def texts() -> st.SearchStrategy[str]:
    """Short texts."""
    return st.text(CHARACTERS, max_size=30)


@pytest.fixture(scope="session")
def changes() -> st.SearchStrategy[tuple[str, Edits]]:
    """A text and a change of it."""
    return _changes()
