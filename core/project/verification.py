"""Proving that a project file is sound: every page is replayed from its bytes, step by step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from core.changes.change import apply_change
from core.changes.state import PROJECT_SHEET
from core.errors import BadInputError
from core.history.states import PageStates
from core.messages import Message, message
from core.store.log import StepLog, text_digest


@dataclass(frozen=True)
class Verification:
    """What `verify` looked at and what it found wrong; no problems: the file is sound."""

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
    pages = [(record.id, record.name) for record in log.store.pages()] + [(PROJECT_SHEET, "")]
    steps = 0
    for done, (page, name) in enumerate(pages, 1):
        found, replayed = _verify_page(log, page, name)
        problems += found
        steps += replayed
        if progress:
            progress(done, len(pages))
    return Verification(len(pages) - 1, steps, tuple(problems))


def _verify_page(log: StepLog, page: int, name: str) -> tuple[list[Message], int]:
    if page != PROJECT_SHEET:
        raw, _ = log.store.raw(page)
        if sha256(raw).hexdigest() != log.store.page(page).digest:
            return [message("{page}：导入时的原始字节已被改动", page=name)], 0
    try:
        state = PageStates(log).first(page)
        kept = log.store.snapshot(page)
        changes = log.changes_since(page, 0)
    except (BadInputError, ValueError, KeyError) as error:
        return [message("{page}：无法读出（{detail}）", page=name, detail=str(error))], 0
    for number, change, digest in changes:
        try:
            state = apply_change(state, change)
        except ValueError:
            return [message("{page}：第 {step} 步与它之前的文字对不上", page=name, step=number)], number
        if text_digest(state.text) != digest:
            return [message("{page}：第 {step} 步之后的文字与记录的摘要不符", page=name, step=number)], number
        if kept is not None and kept[0] == number and kept[1] != state:
            return [message("{page}：存档与重放的结果不一致", page=name)], number
    return [], len(changes)
