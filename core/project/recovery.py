"""A new project of what can be read of a damaged one, and a list of what is missing."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from core.changes.codec import dumps
from core.changes.message_codec import message_data, read_message
from core.changes.state import PROJECT_SHEET
from core.changes.step import Chain, Step, StepId
from core.errors import BadInputError
from core.messages import Message, message
from core.project.project import Project
from core.project.recovered_page import Record, RecoveredPage, recovered_page
from core.store.lock import holder_here
from core.store.log import StepLog
from core.store.opening import create_store
from core.store.project_file import cause_of
from core.store.salvage import Salvage, salvage
from core.store.store import Store

_REFERENCES = ("undo_head", "redo_head", "below", "target")
_LOST_STEP = message("记录已失的一步")


@dataclass(frozen=True)
class Recovery:
    """What came back: pages in all, those of which nothing is missing, and what is missing of the others.

    Pages that were removed from the project come back as such, and are not counted.
    """

    pages: int
    whole: int
    losses: tuple[Message, ...]


def recover(path: Path, target: Path, actor: str, now: datetime) -> Recovery:
    """Make the project `target` of what can be read of the damaged `path`, which is only copied.

    Raises BadInputError where nothing of a project can be read or `target` exists, StorageError where it
    cannot be written; then there is no `target`.
    """
    try:
        found = salvage(path)
    except OSError as error:
        raise BadInputError(path, cause_of(error)) from error
    if not found.records("page") and not found.records("snapshot"):
        raise BadInputError(path, message("里面的版面一个也读不出来"))
    store = create_store(target, holder_here(actor, now))
    try:
        with closing(store):
            recovery = _Mending(found, store, actor, now).run()
        with closing(Project.look(target)) as project:
            problems = project.verify().problems
    except BaseException:
        with suppress(FileNotFoundError):
            target.unlink()
        raise
    return Recovery(recovery.pages, recovery.whole, (*recovery.losses, *problems))


class _Mending:
    """One recovery: pages first, then their steps, then what the steps did."""

    def __init__(self, found: Salvage, store: Store, actor: str, now: datetime) -> None:
        self._found = found
        self._store = store
        self._actor = actor
        self._now = now
        self._rows = {row["id"]: row for row in found.records("page") if _is_page(row)}
        self._changes: dict[int, list[Record]] = defaultdict(list)
        for change in found.records("change"):
            if isinstance(change["page_id"], int):
                self._changes[change["page_id"]].append(change)
        self._snapshots = {row["page_id"]: row for row in found.records("snapshot")}
        self._steps = {row["id"]: row for row in found.records("step") if _is_step(row)}
        self._pages: dict[int, RecoveredPage] = {}
        self._losses: list[Message] = []

    def run(self) -> Recovery:
        """Write the new project."""
        if self._found.borrowed:
            self._losses.append(message("文件头已损坏，各表的位置按新工程推断"))
        if "setting" in self._found.torn:
            self._losses.append(message("设置没有读全，请看一看检查选项和词表"))
        numbers = {PROJECT_SHEET, *self._rows, *self._changes, *filter(_is_number, self._snapshots)}
        for page in sorted(numbers):
            self._mend(page)
        with self._store.transaction(durable=True):
            self._write_pages()
            self._write_steps()
            self._write_the_rest()
        self._append_mending()
        kept = (page for page, made in self._pages.items() if not made.state.removed)
        pages = [page for page in kept if page != PROJECT_SHEET]
        whole = sum(self._pages[page].loss is None for page in pages)
        return Recovery(len(pages), whole, tuple(self._losses))

    def _mend(self, page: int) -> None:
        name = self._rows[page]["name"] if page in self._rows else f"#{page}"
        made = recovered_page(
            page, name, self._rows.get(page), self._changes[page], self._snapshots.get(page)
        )
        if made is None:
            self._losses.append(message("{page}：整版读不出", page=name))
            return
        self._pages[page] = made
        if made.loss is not None:
            self._losses.append(made.loss)

    # Writing

    def _write_pages(self) -> None:
        for page, made in self._pages.items():
            if page == PROJECT_SHEET:
                continue
            row = {**_new_page(page), **self._rows.get(page, {})}
            if made.raw is not None:
                digest = sha256(made.raw).hexdigest()
                row |= {"raw": made.raw, "encoding": "utf-8", "digest": digest}
                row["characters"] = len(made.state.text)
            row |= {"round": made.replayed.round, "removed": made.replayed.removed, "open_findings": None}
            self._insert("page", row)

    def _write_steps(self) -> None:
        kept = {step for made in self._pages.values() for step in made.steps}
        at = self._now.isoformat(timespec="seconds")
        for number in sorted(kept | self._steps.keys()):
            row = self._steps.get(number)
            if row is None:
                row = _lost_step(number, at)
                self._losses.append(message("第 {step} 步做的事还在，谁在何时做的已失", step=number))
            at = row["at"]
            known = {name: row[name] if row[name] in self._steps else None for name in _REFERENCES}
            self._insert("step", {**row, **known, "closed": 1})
        for made in self._pages.values():
            for change in made.kept:
                self._insert("change", change)

    def _write_the_rest(self) -> None:
        for row in self._found.records("setting"):
            if isinstance(row["name"], str) and isinstance(row["value"], str):
                self._insert("setting", row)
        for row in self._found.records("witness"):
            raw = row["raw"]
            if row["page_id"] not in self._pages or not isinstance(raw, bytes):
                continue
            if sha256(raw).hexdigest() == row["digest"]:
                self._insert("witness", row)
            else:
                self._losses.append(
                    message("{page}：一份参校本的字节已损坏，没有收", page=f"#{row['page_id']}")
                )

    def _insert(self, table: str, row: Mapping[str, Any]) -> None:
        """Write a row; columns that this version of the program does not know are left out."""
        names = [name for (_, name, *_) in self._store.read(f"PRAGMA table_info({table})") if name in row]
        holes = ", ".join("?" * len(names))
        self._store.connection.execute(
            f"INSERT OR IGNORE INTO {table} ({', '.join(names)}) VALUES ({holes})",
            [row[name] for name in names],
        )

    def _append_mending(self) -> None:
        """Bring pages to the newest state that is known; where undo could not go back, it begins anew."""
        mended = {page: step for page, made in self._pages.items() if (step := made.mending) is not None}
        undo, redo = self._heads()
        last = max([0, *self._steps, *(step for made in self._pages.values() for step in made.steps)])
        newest = self._steps.get(last)
        if not mended and newest is not None and (undo, redo) == (newest["undo_head"], newest["redo_head"]):
            return
        if not mended and last == 0:
            return
        what = message("从损坏的工程救回")
        made = Step("recover", what, "recovered", self._actor, self._now, mended, undoable=False)
        after = {page: self._pages[page].state for page in mended}
        StepLog(self._store).append(last + 1, made, Chain(undo, redo), after, closed=True)

    def _heads(self) -> tuple[StepId | None, StepId | None]:
        """Return what can be undone and redone: what could, where each of those steps is whole."""
        if not self._steps:
            return None, None
        newest = self._steps[max(self._steps)]
        broken = {page for page, made in self._pages.items() if made.loss is not None}
        touched: dict[StepId, set[int]] = defaultdict(set)
        for page, made in self._pages.items():
            for step in made.steps:
                touched[step].add(page)
        lossy = bool(self._found.torn & {"step", "change"})

        def is_whole(head: StepId | None) -> bool:
            while head is not None:
                row = self._steps.get(head)
                if row is None or touched[head] & broken or (lossy and not touched[head]):
                    return False
                head = row["below"]
            return True

        undo, redo = newest["undo_head"], newest["redo_head"]
        return undo if is_whole(undo) else None, redo if is_whole(redo) else None


def _is_number(value: object) -> bool:
    return isinstance(value, int) and value > 0


def _is_page(row: Record) -> bool:
    texts = all(isinstance(row[name], str) for name in ("name", "path", "encoding", "digest"))
    numbers = all(isinstance(row[name], int) and row[name] >= 0 for name in ("id", "position", "characters"))
    return texts and numbers and row["id"] > 0


def _is_step(row: Record) -> bool:
    try:
        read_message(json.loads(row["what"]))
        datetime.fromisoformat(row["at"])
    except (ValueError, TypeError, LookupError):
        return False
    texts = all(isinstance(row[name], str) for name in ("kind", "why", "actor"))
    links = all(row[name] is None or isinstance(row[name], int) for name in _REFERENCES)
    # Whatever points forwards would send those who follow it round in a circle.
    back = row["below"] is None or (links and row["below"] < row["id"])
    return texts and links and back and _is_number(row["id"]) and row["undoable"] in (0, 1)


def _new_page(page: int) -> dict[str, Any]:
    """Return the row of a page of which only a snapshot is left."""
    return {"id": page, "position": page, "name": f"#{page}", "path": f"#{page}", "touched": 1}


def _lost_step(number: StepId, at: str) -> dict[str, Any]:
    row: dict[str, Any] = dict.fromkeys(_REFERENCES)
    told = {"kind": "lost", "what": dumps(message_data(_LOST_STEP)), "why": "hand", "actor": "", "at": at}
    return row | told | {"id": number, "undoable": 0}
