"""Proving that a project file is sound: every page is replayed from its bytes, step by step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from core.changes.change import apply_change
from core.changes.soundness import ensure_sound
from core.changes.state import PROJECT_SHEET, PageState
from core.errors import JiaochouError
from core.history.states import PageStates
from core.messages import Message, message
from core.project.witnesses import lost_texts
from core.store.log import StepLog, text_digest
from core.store.witness_texts import WitnessTexts


@dataclass(frozen=True)
class Verification:
    """What `verify` looked at and what it found wrong; no problems: the file is sound.

    `pages` are those of the project; what was removed is proved as well, and its `steps` count.
    """

    pages: int
    steps: int
    problems: tuple[Message, ...]


def verify(log: StepLog, progress: Callable[[int, int], None] | None = None) -> Verification:
    """Check SQLite's own structure, then every page. `progress` is told pages done and pages in all."""
    problems: list[Message] = []
    for (line,) in log.store.read("PRAGMA integrity_check"):
        if line != "ok":
            problems.append(message("SQLite：{detail}", detail=line))
    for table, row, *_ in log.store.read("PRAGMA foreign_key_check"):
        problems.append(message("表 {table} 第 {row} 行指向不存在的记录", table=table, row=row))
    unread = _unread_step(log)
    if unread is not None:
        problems.append(unread)
    try:
        present, removed = log.store.pages(), log.store.removed_pages()
    except JiaochouError as error:
        return Verification(0, 0, (*problems, error.spoken))
    pages = [(record.id, record.name) for record in (*present, *removed)] + [(PROJECT_SHEET, "")]
    for page, step in log.strays():
        problems.append(message("第 {step} 步改动的版面 {page} 不在工程里", step=step, page=page))
    steps = 0
    for done, (page, name) in enumerate(pages, 1):
        replay = _Replay(log, page, name)
        problem = replay.problem()
        if problem is not None:
            problems.append(problem)
        steps += replay.steps
        if progress:
            progress(done, len(pages))
    problems += WitnessTexts(log.store).problems() + lost_texts(log)
    return Verification(len(present), steps, tuple(problems))


def _unread_step(log: StepLog) -> Message | None:
    """Return what is wrong with the newest step that says neither what was done nor when."""
    before = None
    try:
        while steps := log.steps(before=before):
            before = steps[-1].id
    except JiaochouError as error:
        return error.spoken
    return None


class _Replay:
    """A page on its way from its bytes to how it stands; `steps` are those that are proved."""

    def __init__(self, log: StepLog, page: int, name: str) -> None:
        self._log = log
        self._page = page
        self._name = name
        self.steps = 0

    def problem(self) -> Message | None:
        """Replay the page; return the first thing that is wrong with it."""
        try:
            return self._changed_bytes() or self._lost_step()
        except JiaochouError as error:
            return message("{page}：无法读出（{detail}）", page=self._name, detail=error.spoken)

    def _changed_bytes(self) -> Message | None:
        store, page = self._log.store, self._page
        if page != PROJECT_SHEET and sha256(store.raw(page)[0]).hexdigest() != store.page(page).digest:
            return message("{page}：导入时的原始字节已被改动", page=self._name)
        return None

    def _lost_step(self) -> Message | None:
        page, name = self._page, self._name
        kept = self._log.store.snapshot(page)
        replayed = None
        state = PageStates(self._log).first(page)
        for number, change, digest in self._log.changes_since(page, 0):
            try:
                state = apply_change(state, change)
            except ValueError:
                return message("{page}：第 {step} 步与它之前的文字对不上", page=name, step=number)
            if text_digest(state.text) != digest:
                return message("{page}：第 {step} 步之后的文字与记录的摘要不符", page=name, step=number)
            if kept is not None and kept[0] == number:
                replayed = state
            self.steps += 1
        try:
            ensure_sound(state)
        except ValueError:
            return message("{page}：稿件与文字对不上", page=name)
        if kept is not None and kept[1] != replayed:
            return message("{page}：存档与重放的结果不一致", page=name)
        return None if page == PROJECT_SHEET else self._wrong_record(state)

    def _wrong_record(self, state: PageState) -> Message | None:
        """Return what the list of pages says otherwise than the steps that led to `state`."""
        record = self._log.store.page(self._page)
        if record.round != state.round:
            return message("{page}：校次与重放的结果不一致", page=self._name)
        if record.removed != state.removed:
            return message("{page}：是否移除与重放的结果不一致", page=self._name)
        return None
