"""What goes to the process beside the window, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from core.beside.job import Job
from core.errors import JiaochouError
from core.project.telling import ToldPage


@dataclass(frozen=True, slots=True)
class Do:
    """Do a job and answer by its number; a `patient` one stands still while one that is not is done."""

    number: int
    job: Job[Any]
    patient: bool = False


@dataclass(frozen=True, slots=True)
class Cancel:
    """Nobody waits for this job any more; an answer comes all the same."""

    number: int


@dataclass(frozen=True, slots=True)
class Begin:
    """The pages of the project `name` have told this at first."""

    name: str
    pages: tuple[ToldPage, ...]


@dataclass(frozen=True, slots=True)
class GoOn:
    """The pages of the project `name` have told this since."""

    name: str
    changes: tuple[ToldPage, ...]


Order = Do | Cancel | Begin | GoOn


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a job: its result, an error a person can mend, or the traceback of a bug."""

    number: int
    result: Any = None
    error: JiaochouError | None = None
    bug: str = ""
