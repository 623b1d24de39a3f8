"""What the editors of one project have chosen and taught: options of checking, the glossary, learnt pairs.

All three are settings of the project and no steps of its history: they change no page, and whoever presses
Ctrl+Z behind a correction means the correction.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import TypeVar

from core.changes.state import PageState
from core.detectors.characters.evidence import Evidence
from core.detectors.characters.page_evidence import ROOM
from core.detectors.detector import Context
from core.detectors.options import CheckOptions
from core.detectors.options_codec import decode_options, encode_options
from core.document.verdict import content_digest
from core.errors import BadInputError
from core.glossary.codec import decode_glossary, decode_pairs, encode_glossary, encode_pairs
from core.glossary.entry import Glossary
from core.glossary.near_index import NearIndex
from core.glossary.ordinary import counts_in
from core.glossary.pair import Key, Pairs
from core.glossary.pair_index import PairIndex, pair_index
from core.glossary.teaching import Counts, explained_by, taught_by
from core.history.history import Outcome, PageOutcome
from core.language.language import Language
from core.language.memory import Memory
from core.messages import message
from core.store.rows import StepRecord
from core.store.store import Store
from core.text.edit import Edits, invert_edits

LEARNT = "learnt-pair"
"""The rule that speaks for learnt pairs."""

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Lesson:
    """A correction on `page` has taught that `wrong` is `right`."""

    page: int
    wrong: str
    right: str


class Taught:
    """Options, glossary and pairs of an open project, and the indexes made of them.

    What is held here is changed only after the project file was. Reading raises BadInputError where the
    record is damaged, writing StorageError where the file cannot be written.
    """

    def __init__(self, store: Store, language: Language) -> None:
        """Take the settings of a project; `language` says what ordinary text has."""
        self._store = store
        self._language = language
        self._evidence: Memory[Evidence] = Memory(ROOM)
        self._options: CheckOptions | None = None
        self._glossary: Glossary | None = None
        self._pairs: Pairs | None = None
        self._lesson: Lesson | None = None
        self._near = NearIndex()
        self._index: tuple[Pairs, PairIndex] = (Pairs(), PairIndex())

    @property
    def options(self) -> CheckOptions:
        """What is chosen about checking."""
        if self._options is None:
            self._options = self._read("options", decode_options, CheckOptions())
        return self._options

    def keep_options(self, options: CheckOptions) -> None:
        """Keep other options."""
        self._store.keep_setting("options", encode_options(options))
        self._options = options

    @property
    def glossary(self) -> Glossary:
        """The set forms."""
        if self._glossary is None:
            self._glossary = self._read("glossary", decode_glossary, Glossary())
        return self._glossary

    def keep_glossary(self, glossary: Glossary) -> None:
        """Keep another glossary."""
        self._store.keep_setting("glossary", encode_glossary(glossary))
        self._glossary = glossary

    @property
    def pairs(self) -> Pairs:
        """The learnt pairs."""
        if self._pairs is None:
            self._pairs = self._read("pairs", decode_pairs, Pairs())
        return self._pairs

    def keep_pairs(self, pairs: Pairs) -> None:
        """Keep other pairs."""
        self._store.keep_setting("pairs", encode_pairs(pairs))
        self._pairs = pairs

    @property
    def near(self) -> NearIndex:
        """The glossary as detectors use it."""
        if self._near.glossary is not self.glossary:
            self._near = NearIndex(self.glossary)
        return self._near

    @property
    def pair_index(self) -> PairIndex:
        """The pairs as detectors use them."""
        if self._index[0] is not self.pairs:
            self._index = self.pairs, pair_index(self.pairs)
        return self._index[1]

    def context(self) -> Context:
        """Return what detectors may know of all this, and of the language."""
        return Context(
            language=self._language,
            evidence=self._evidence,
            options=self.options,
            glossary=self.near,
            pairs=self.pair_index,
        )

    def digest(self, text: str) -> str:
        """Return a digest of all that findings in `text` depend on.

        Of the pairs only those count that have something to say: or else every correction would make the
        findings of all pages old.
        """
        said = [(hit.start, *hit.pair.key, hit.pair.confidence) for hit in self.pair_index.hits(text)]
        return blake2b(f"{self.told}:{said}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

    @property
    def told(self) -> str:
        """What all pages are checked by: conventions and glossary. Levels and switches only hide findings."""
        return f"{encode_options(self.options.widest)}:{self.glossary.digest}"

    def take_lesson(self) -> Lesson | None:
        """Return what the correction made last has taught, once; None where it has taught nothing."""
        lesson, self._lesson = self._lesson, None
        return lesson

    def forget_lesson(self) -> None:
        """Forget what the last correction taught: something else was done since."""
        self._lesson = None

    def typed(self, page: int, typed: PageOutcome) -> None:
        """Learn from a run of typing that has ended."""
        self._learn_from_page(page, typed, proposed=False, times=1)

    def learn_from(self, outcome: Outcome, step: StepRecord, times: int = 1) -> None:
        """Learn from a step, or unlearn where it was taken back (`times` -1); `step` is its record."""
        proposed = LEARNT in step.why.removeprefix("rule:").split(",")
        for page, changed in outcome.pages.items():
            if step.kind in ("typing", "accept") or proposed:
                self._learn_from_page(page, changed, proposed=proposed, times=times)
            if step.kind == "dismiss":
                self._judged(changed.before, changed.after)

    def _learn_from_page(self, page: int, changed: PageOutcome, *, proposed: bool, times: int) -> None:
        # What is taken back was made of the text that taking it back has left.
        text = changed.before.text if times > 0 else changed.after.text
        edits = changed.edits if times > 0 else invert_edits(changed.edits)
        taught = self._learn(text, edits, proposed=proposed, times=times)
        if times > 0 and len(taught) == 1 and len(edits) == 1:
            self._lesson = Lesson(page, *taught[0])

    def _learn(self, text: str, edits: Edits, *, proposed: bool, times: int) -> list[Key]:
        """Learn from the corrections `edits` of `text`, and return the pairs that were taught, each once."""
        pairs, taught = self.pairs, []
        for edit in edits:
            key = explained_by(text, edit, pairs) or taught_by(text, edit, self._counts)
            if key is not None:
                pairs = pairs.taught(key, proposed=proposed, times=times)
                taught.append(key)
        self._keep_changed(pairs)
        return list(dict.fromkeys(taught))

    @cached_property
    def _counts(self) -> Counts:
        return counts_in(self._language.grams)

    def _judged(self, before: PageState, after: PageState) -> None:
        """Learn from proposals of pairs that were dismissed between two states, or brought back."""
        pairs = self.pairs
        wrongs = {content_digest(wrong): wrong for wrong in pairs.by_wrong} if pairs else {}
        for one, other, times in ((after, before, 1), (before, after, -1)):
            for key in one.verdicts.given.keys() - other.verdicts.given.keys():
                verdict = one.verdicts.given[key]
                if verdict.rule == LEARNT and verdict.decision.is_dismissal and verdict.content in wrongs:
                    pairs = pairs.rejected(wrongs[verdict.content], times)
        self._keep_changed(pairs)

    def _keep_changed(self, pairs: Pairs) -> None:
        if pairs != self.pairs:
            self.keep_pairs(pairs)

    def _read(self, name: str, decode: Callable[[str], Value], default: Value) -> Value:
        written = self._store.setting(name)
        try:
            return default if written is None else decode(written)
        except ValueError as error:
            raise BadInputError(self._store.path, message("检查设置的记录已损坏")) from error
