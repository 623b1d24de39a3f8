"""What the program may take, and the table that says what it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Budget(NamedTuple):
    """One line of the table; `least`: the figure is a pace, and more of it is better."""

    name: str
    unit: str
    bound: float
    least: bool = False

    def kept(self, measured: float) -> bool:
        """Say whether `measured` keeps to it."""
        return measured >= self.bound if self.least else measured <= self.bound


BUDGETS = (
    Budget("start to first page, sample", "ms", 800),
    Budget("check of the sample, whole process", "ms", 2000),
    Budget("checked: characters a second (all rules)", "chars/s", 20_000, least=True),
    Budget("checked again after a key", "ms", 50),
    Budget("key to paint, 95 %: 100,000 characters, 5,000 marks", "ms", 16),
    Budget("key to paint, 95 %: one paragraph of 20,000", "ms", 16),
    Budget("key to paint, 95 %: whole window", "ms", 16),
    Budget("next finding", "ms", 30),
    Budget("page switch to its text, never seen before", "ms", 60),
    Budget("page switch with findings", "ms", 60),
    Budget("page switch while all pages are looked through", "ms", 60),
    Budget("1,000 places of a page replaced", "ms", 300),
    Budget("  and taken back", "ms", 300),
    Budget("1,000 places of 1,000 pages replaced", "ms", 300),
    Budget("  and taken back (all pages)", "ms", 300),
    Budget("big project: opened", "ms", 1500),
    Budget("big project: start to first page", "ms", 1500),
    Budget("big project: memory when opened", "MB", 300),
    Budget("big project: texts read for the first search", "ms", 2000),
    Budget("big project: search, 1 character", "ms", 200),
    Budget("big project: search, 2 characters", "ms", 200),
    Budget("big project: search, 3 characters", "ms", 200),
    Budget("big project: search, 5 characters", "ms", 200),
    Budget("big project: memory after all this", "MB", 600),
    Budget("big project: what pages share, all pages", "s", 300),
    Budget("memory gained in 1,000 page switches", "MB", 10),
    Budget("import", "pages/s", 200, least=True),
    Budget("verify", "MB/s", 10, least=True),
    Budget("export as text", "pages/s", 500, least=True),
)


def table(measured: Mapping[str, Sequence[float]]) -> list[str]:
    """Return the lines of a table: each budget that was measured, its median, its worst value, its bound."""
    width = max(len(budget.name) for budget in BUDGETS)
    lines = [f"{'':<{width}}{'median':>10}{'worst':>10}{'budget':>10}"]
    for budget in BUDGETS:
        values = sorted(measured.get(budget.name, ()))
        if values:
            median = values[len(values) // 2]
            worst = values[0] if budget.least else values[-1]
            verdict = "" if budget.kept(median) else "  missed"
            figures = f"{median:>10,.1f}{worst:>10,.1f}{budget.bound:>10,.0f}"
            lines.append(f"{budget.name:<{width}}{figures} {budget.unit}{verdict}")
    return lines
