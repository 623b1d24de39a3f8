"""The words of the core in the language of the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.detectors.detector import Detector
from core.messages import Catalogue, Message


@dataclass(frozen=True)
class Vocabulary:
    """Names of rules by their rule, and the catalogue that speaks them."""

    titles: Mapping[str, Message]
    catalogue: Catalogue

    def text(self, spoken: Message) -> str:
        """Return a sentence in the language of the window."""
        return self.catalogue.text(spoken)

    def rule(self, name: str) -> str:
        """Return what a rule is called."""
        return self.catalogue.text(self.titles[name])


def vocabulary(detectors: Sequence[Detector], catalogue: Catalogue) -> Vocabulary:
    """Return the names of all rules that `detectors` know."""
    return Vocabulary({rule.name: rule.title for found in detectors for rule in found.RULES}, catalogue)
