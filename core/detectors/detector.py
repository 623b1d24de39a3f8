"""What a detector is, and how all of them are found."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol, cast

from core.detectors import rules as rule_files
from core.detectors.characters.evidence import Evidence
from core.detectors.options import CheckOptions
from core.document.finding import Finding
from core.document.page import PageView
from core.glossary.near_index import NearIndex
from core.glossary.pair_index import PairIndex
from core.language.language import Language
from core.language.memory import Memory
from core.language.recurrence import Recurrence
from core.lexicon.lexicon import Lexicon
from core.messages import Message
from core.text.script import Script


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing a detector can say: its name in findings and settings, and its name for people.

    `asks_from` is by what the least confidence of a level is multiplied for this rule: where an error missed
    costs much more than a look, the editor is asked sooner.
    """

    name: str
    title: Message
    on: bool = True
    asks_from: float = 1.0


@dataclass(frozen=True, slots=True)
class Context:
    """What a detector may look at beside the page itself.

    `others` are pages of the project that may share text with it; `recurrence` is what comes back in all of
    them, this one among them; where it is None the page stands for itself. `evidence` keeps what
    was worked out about paragraphs before. `script` is the one that nearly all pages are in. `glossary` and
    `pairs` are what its editors have listed and taught. `lexicon` counts the terms of all other pages.
    `readings` are what other engines have read of this very page.
    """

    others: Sequence[PageView] = ()
    language: Language | None = None
    recurrence: Recurrence | None = None
    evidence: Memory[Evidence] | None = None
    script: Script | None = None
    options: CheckOptions = field(default_factory=CheckOptions)
    glossary: NearIndex = field(default_factory=NearIndex)
    pairs: PairIndex = field(default_factory=PairIndex)
    lexicon: Lexicon = field(default_factory=Lexicon)
    readings: Sequence[PageView] = ()


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


def check(page: PageView, context: Context, detectors: Iterable[Detector]) -> list[Finding]:
    """Run `detectors` over `page`; findings come sorted by place.

    Left out are those of rules switched off and those less sure than the level of `context.options` asks.
    """
    options = context.options
    found = []
    for detector in detectors:
        asks_from = {rule.name: rule.asks_from for rule in detector.RULES if rule.name not in options.off}
        for finding in detector.detect(page, context) if asks_from else ():
            asks = asks_from.get(finding.rule)
            if asks is not None and finding.confidence >= options.least(asks):
                found.append(finding if asks == finding.asks_from else replace(finding, asks_from=asks))
    return sorted(found, key=lambda finding: (finding.span.start, finding.span.end, finding.rule))
