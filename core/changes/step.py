"""A step: one gesture of an editor, and its place in the history."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from core.changes.change import PageStep
from core.messages import Message

StepId = int


@dataclass(frozen=True)
class Step:
    """One gesture: what it did to which pages, who did it, when, and why.

    `what` is the sentence the history shows. `why` names the ground in a form a program can count: `typed`,
    `rule:repeated-paragraph`, `hand`. `undoable` is false for what the program did by itself, such as the
    first segmentation of a page.
    """

    kind: str
    what: Message
    why: str
    actor: str
    at: datetime
    pages: Mapping[int, PageStep]
    undoable: bool = True


@dataclass(frozen=True)
class Chain:
    """Where a step stands in the history; all fields are identities of steps.

    The steps that can be undone form a stack, those that can be redone another, and both are linked lists
    in the log itself: `undo_head` and `redo_head` are their tops after this step, `below` is what lies under
    this step in the stack it was put on. So undo after a restart needs one row of the log, however long it
    is. `target` is the step that an undo took back or a redo did again.
    """

    undo_head: StepId | None = None
    redo_head: StepId | None = None
    below: StepId | None = None
    target: StepId | None = None
