"""Other texts of a project's pages: a second engine's, an earlier import, another editor's version."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from core.commands.merging import TAKEN
from core.document.page import PageView, Source
from core.errors import BadInputError, refused
from core.history.states import PageStates
from core.importers.decode import decode
from core.messages import Message, message
from core.store.log import StepLog
from core.store.rows import TEXT, WHOLE
from core.store.witness_texts import WitnessId, WitnessKind, WitnessRecord, WitnessTexts


@dataclass(frozen=True, slots=True)
class BaseText:
    """The text of which a page is the corrected form; `witness` is None where that is what was imported."""

    witness: WitnessId | None
    text: str
    digest: str


@dataclass(frozen=True)
class ProjectWitnesses:
    """The witnesses of an open project's pages. Reading raises StorageError, BadInputError where damaged."""

    log: StepLog
    states: PageStates
    actor: str
    clock: Callable[[], datetime]

    def of(self, page: int) -> list[PageView]:
        """Return the other texts of a page as views; their keys are strings, for they are no pages.

        The text that the page was made of is none of them: where the page differs, it was corrected.
        """
        return self._views(page, self.records(page))

    def readings(self, page: int) -> tuple[PageView, ...]:
        """Return those that other engines have read, as `of` does: only these say what may be wrong.

        In an earlier import all that the new one has better would be doubted again.
        """
        engines = [one for one in self.records(page) if one.kind is WitnessKind.ENGINE]
        return tuple(self._views(page, engines))

    def _views(self, page: int, records: Sequence[WitnessRecord]) -> list[PageView]:
        base = self.base(page).digest if records else ""
        return [
            PageView(f"{TAKEN}{record.id}", called(record), self.text(record))
            for record in records
            if record.digest != base
        ]

    def records(self, page: int) -> list[WitnessRecord]:
        """List what is known of the witnesses of a page, oldest first."""
        return self._texts.of(page)

    def record(self, witness: WitnessId) -> WitnessRecord:
        """Return what is known of a witness. Raises KeyError where there is none of that number."""
        return self._texts.record(witness)

    def counts(self) -> dict[int, int]:
        """Return how many other texts pages have, of those that have some."""
        return self._texts.counts()

    def text(self, record: WitnessRecord) -> str:
        """Return the text of a witness, decoded anew from its bytes."""
        return text_of(self._texts.raw(record.id), record.kind, record.name, record.encoding)

    def add(self, brought: Iterable[tuple[int, Source]], kind: WitnessKind) -> list[WitnessRecord]:
        """Keep other texts of pages; one that a page has already is left as it is."""
        return self._texts.add(brought, kind, self.actor, self.clock())

    def remove(self, witness: WitnessId) -> None:
        """Let go of a text. Raises RefusedError where a page was made of it, be it in a step taken back."""
        if self.log.store.read("SELECT 1 FROM step WHERE why = ? LIMIT 1", [f"{TAKEN}{witness}"]):
            raise refused("这份文字是本版的底子，不能移去")
        self._texts.remove(witness)

    def base(self, page: int) -> BaseText:
        """Return the text that a page was made of: as imported, or as it was last taken up anew."""
        record = self._taken(page)
        if record is None:
            return BaseText(None, self.states.first(page).text, self.log.store.page(page).digest)
        return BaseText(record.id, self.text(record), record.digest)

    def shown_base(self, page: int) -> str:
        """Return the text that a page was made of, for counting what was corrected.

        Where that one is damaged it is the text as imported: the page itself is not, and must be seen.
        `verify` reports it.
        """
        try:
            return self.base(page).text
        except BadInputError:
            return self.states.first(page).text

    def keep_raw(self, page: int) -> None:
        """Let the text a page was imported with be a witness too, before another one takes its place."""
        record = self.log.store.page(page)
        raw, encoding = self.log.store.raw(page)
        text, _ = decode(raw, record.name, encoding)
        self.add([(page, Source(record.name, raw, encoding, text, record.path))], WitnessKind.IMPORT)

    def _taken(self, page: int) -> WitnessRecord | None:
        """Return the witness that a step in force took up last."""
        known = {f"{TAKEN}{record.id}": record for record in self.records(page)}
        if not known:
            return None
        rows = self.log.store.read(
            "SELECT step.id, why FROM step JOIN change ON step_id = step.id"
            " WHERE page_id = ? AND substr(why, 1, ?) = ? ORDER BY step.id DESC",
            [page, len(TAKEN), TAKEN],
            (WHOLE, TEXT),
        )
        in_force = self.log.in_force() if rows else frozenset()
        why = next((why for step, why in rows if step in in_force), None)
        if why is not None and why not in known:
            raise self.log.store.damaged()
        return None if why is None else known[why]

    @property
    def _texts(self) -> WitnessTexts:
        return WitnessTexts(self.log.store)


def text_of(raw: bytes, kind: WitnessKind, name: str, encoding: str) -> str:
    """Decode the bytes of a witness. Raises BadInputError, which calls it `name`."""
    if kind is WitnessKind.EDITOR:
        # It comes from a page of ours, not from a file: whatever was typed there stands in it.
        return raw.decode("utf-8", "replace")
    return decode(raw, name, encoding)[0]


def lost_texts(log: StepLog) -> list[Message]:
    """Name the steps that read a page by a text which the project has no more."""
    rows = log.store.read(
        "SELECT id FROM step WHERE substr(why, 1, ?) = ? AND substr(why, ?) NOT IN (SELECT id FROM witness)",
        [len(TAKEN), TAKEN, len(TAKEN) + 1],
        (WHOLE,),
    )
    return [message("第 {step} 步换用的文字不在工程里", step=step) for (step,) in rows]


def called(record: WitnessRecord) -> str:
    """Return what tells a text from the others of its page: an engine's folder, a day; an editor is named."""
    if record.kind is WitnessKind.EDITOR:
        return record.name
    if record.kind is WitnessKind.IMPORT:
        return f"{record.name} ({record.at.astimezone():%Y-%m-%d %H:%M})"
    folder = PurePath(record.path.replace("\\", "/")).parent.name
    return folder or record.name
