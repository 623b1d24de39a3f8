"""Where the history of a project stands, as the window needs to know it."""

from __future__ import annotations

from dataclasses import dataclass

from core.project.project import Project


@dataclass(frozen=True)
class Standing:
    """Where the history stands after a step."""

    last_step: int
    can_undo: bool
    can_redo: bool


def standing_of(project: Project) -> Standing:
    """Return where the history of `project` stands."""
    return Standing(project.last_step, project.can_undo, project.can_redo)
