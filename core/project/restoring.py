"""A project made anew of what was exported as JSON Lines: the same bytes, articles, corrections, verdicts."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from core.changes.change import Change, apply_change, page_step
from core.changes.soundness import ensure_sound
from core.changes.state import PageState
from core.changes.step import Chain, Step, StepId
from core.commands.merging import TAKEN
from core.commands.segmenting import SEGMENTATION, SEGMENTED
from core.document.layout import Layout, Link
from core.document.page import Source
from core.errors import BadInputError
from core.exporters.exporter import ExportPage
from core.exporters.formats.jsonl import read_jsonl
from core.exporters.history import PageHistory, PastStep
from core.importers.decode import decode
from core.messages import message
from core.project.witnesses import text_of
from core.store.lock import holder_here
from core.store.log import StepLog
from core.store.opening import create_store
from core.store.store import Store
from core.store.witness_texts import WitnessKind, WitnessTexts

RESTORED = message("导入稿件和标注")


def restore(exported: Path, target: Path, actor: str, now: datetime) -> int:
    """Make the project `target` of the file `exported`, and return how many pages it has.

    Steps keep who made them, when and why; that articles were arranged is one step more. Raises BadInputError
    where the file is no such export or does not fit itself, StorageError where something cannot be read or
    written; then there is no `target`.
    """
    numbers = {page.number: at for at, page in enumerate(read_jsonl(exported), 1)}
    store = create_store(target, holder_here(actor, now))
    try:
        with closing(store):
            restoring = _Restoring(store, exported, numbers, now)
            for line, page in enumerate(read_jsonl(exported), 1):
                restoring.add(line, page)
    except BaseException:
        target.unlink()
        raise
    return len(numbers)


class _Restoring:
    """A project under way; its steps follow each other page by page."""

    def __init__(self, store: Store, exported: Path, numbers: Mapping[int, int], now: datetime) -> None:
        self._store = store
        self._log = StepLog(store)
        self._exported = exported
        self._numbers = numbers
        self._now = now
        self._last: StepId = 0
        self._undo_head: StepId | None = None

    def add(self, line: int, page: ExportPage) -> None:
        """Add a page, then what was done to it."""
        history = page.history
        if history is None:
            cause = message("第 {line} 行没有原文和改动记录，不能从它再造出工程", line=line)
            raise BadInputError(self._exported, cause)
        misfit = BadInputError(
            self._exported, message("第 {line} 行的文字与它的原文和改动记录对不上", line=line)
        )
        if sha256(history.raw).hexdigest() != page.digest:
            raise misfit
        text, _ = decode(history.raw, str(self._exported), page.encoding)
        source = Source(page.name, history.raw, page.encoding, text, history.path)
        # A page that was removed, imported anew and brought back is there twice.
        (added,), _ = self._store.add_pages([source], lambda _: history.scan, twice=True)
        try:
            state = PageState(text)
            texts = self._texts(added, history)
            for step in history.steps:
                state = self._past(added, state, replace(step, why=texts.get(step.why, step.why)))
            if state.text != page.text:
                raise misfit
            self._arranged(added, state, page, history)
        except ValueError as error:
            raise misfit from error

    def _texts(self, number: int, history: PageHistory) -> dict[str, str]:
        """Keep the other texts of a page; return by what steps called them, and call them by now."""
        called: dict[str, str] = {}
        for text in history.texts:
            kind, at = WitnessKind(text.kind), datetime.fromisoformat(text.when)
            read = text_of(text.raw, kind, text.name, text.encoding)
            source = Source(text.name, text.raw, text.encoding, read, text.path)
            (record,) = WitnessTexts(self._store).add([(number, source)], kind, text.who, at)
            called[f"{TAKEN}{text.number}"] = f"{TAKEN}{record.id}"
        return called

    def _past(self, number: int, before: PageState, past: PastStep) -> PageState:
        after = apply_change(before, Change(past.edits, round=past.round))
        at = datetime.fromisoformat(past.when)
        change = page_step(before, after, past.edits)
        step = Step(past.kind, past.what, past.why, past.who, at, {number: change})
        self._write(step, {number: after})
        return after

    def _arranged(self, number: int, before: PageState, page: ExportPage, history: PageHistory) -> None:
        after = PageState(before.text, self._linked(page.layout), history.verdicts, page.round)
        ensure_sound(after)
        at = datetime.fromisoformat(history.steps[-1].when) if history.steps else self._now
        change = {number: page_step(before, after, ())}
        if history.touched:
            step = Step(
                "import", RESTORED, "hand", history.steps[-1].who if history.steps else "", at, change
            )
        else:
            step = Step("segment", SEGMENTED, SEGMENTATION, "", at, change, False)
        self._write(step, {number: after}, snapshot=True)

    def _write(self, step: Step, after: Mapping[int, PageState], *, snapshot: bool = False) -> None:
        number, below = self._last + 1, self._undo_head
        if step.undoable:
            self._undo_head = number
        chain = Chain(self._undo_head, None, below=below if step.undoable else None)
        self._log.append(number, step, chain, after, closed=True, snapshots=after.keys() if snapshot else ())
        self._last = number

    def _linked(self, layout: Layout) -> Layout:
        """Return `layout` with links to pages by their new numbers; one to a page that is missing ends."""
        articles = {
            key: replace(
                article, linked_from=self._link(article.linked_from), linked_to=self._link(article.linked_to)
            )
            for key, article in layout.articles.items()
        }
        return replace(layout, articles=articles)

    def _link(self, link: Link | None) -> Link | None:
        if link is None or link.page not in self._numbers:
            return None
        return replace(link, page=self._numbers[link.page])
