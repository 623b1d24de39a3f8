import pytest

from core.changes.codec import whole
from core.project.remembered import remembered


@pytest.mark.parametrize("written", [None, "", "x", "-1", "[1]", "1.5", "9" * 5000, "[" * 100_000])
def test_what_was_damaged_is_forgotten(written) -> None:
    assert remembered(written, whole, 7) == 7


def test_what_was_kept_is_remembered() -> None:
    assert remembered("3", whole, 7) == 3
