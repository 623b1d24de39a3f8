"""The words of the core in the language of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from core.detectors.detector import Detector
from core.messages import Catalogue, Message


@dataclass(frozen=True)
class Vocabulary:
    """Names of rules and the catalogue that speaks them; detectors are loaded when a name is wanted."""

    detectors: Callable[[], Sequence[Detector]]
    catalogue: Catalogue

    @cached_property
    def titles(self) -> Mapping[str, Message]:
        """What each rule is called."""
        return {rule.name: rule.title for detector in self.detectors() for rule in detector.RULES}

    def text(self, spoken: Message) -> str:
        """Return a sentence in the language of the window."""
        return self.catalogue.text(spoken)

    def title(self, name: str) -> Message | None:
        """Return what a rule is called, in no language yet; None for one that is not there."""
        return self.titles.get(name)

    def rule(self, name: str) -> str:
        """Return what a rule is called."""
        return self.catalogue.text(self.titles[name])
