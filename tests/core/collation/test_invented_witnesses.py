"""On invented pages with known damage groups and variants are found, each once, and hardly any is invented.

packaging/measure_collation.py prints the same of more pages, and what was missed.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def measure():
    before = list(sys.path)
    spec = importlib.util.spec_from_file_location(
        "measure_collation", ROOT / "packaging/measure_collation.py"
    )
    module = importlib.util.module_from_spec(spec)
    # Its dataclasses look their module up by name.
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]
    sys.path[:] = before


@pytest.mark.parametrize("count", [2, 4, 8])
def test_what_was_planted_is_found_and_nothing_else(measure, count):
    score = measure.Score()
    for seed in range(100, 106):
        measure.measure(measure.invent(seed, count), score)
    assert score.places > 50
    assert score.groups_found == score.groups
    assert score.found / score.places >= 0.97, score.notes
    assert score.right / score.listed >= 0.97, score.notes
