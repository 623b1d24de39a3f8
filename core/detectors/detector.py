"""What a detector is, and how all of them are found."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, cast

from core.detectors import rules as rule_files
from core.document.finding import Finding
from core.document.page import PageView
from core.messages import Message


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing a detector can say: its name in findings and settings, and its name for people."""

    name: str
    title: Message
    on: bool = True


@dataclass(frozen=True, slots=True)
class Context:
    """What a detector may look at beside the page itself: the other pages of the project."""

    others: Sequence[PageView] = ()


class Detector(Protocol):
    """A module of core/detectors/rules."""

    RULES: tuple[Rule, ...]

    def detect(self, page: PageView, context: Context) -> Iterator[Finding]:
        """Yield what is suspect on `page`, in any order."""
        ...


def all_detectors() -> tuple[Detector, ...]:
    """Load every file of core/detectors/rules, in the order of their names."""
    names = sorted(module.name for module in pkgutil.iter_modules(rule_files.__path__))
    return tuple(cast(Detector, importlib.import_module(f"{rule_files.__name__}.{name}")) for name in names)


def check(
    page: PageView, context: Context, detectors: Iterable[Detector], off: frozenset[str] = frozenset()
) -> list[Finding]:
    """Run `detectors` over `page`; findings come sorted by place, those of the rules in `off` left out."""
    found = [
        finding
        for detector in detectors
        for finding in detector.detect(page, context)
        if finding.rule not in off
    ]
    return sorted(found, key=lambda finding: (finding.span, finding.rule))
