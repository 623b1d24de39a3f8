"""What can be asked of whoever works beside the window."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Generic, Self, TypeVar

from core.beside.reader import Reader
from core.project.telling import Telling

Result = TypeVar("Result")

Wanted = Callable[[], bool]
"""Says whether anybody still waits for the result; to be asked time and again, and may take its time."""


class Job(ABC, Generic[Result]):
    """A frozen value made of values: it is done on any thread, or goes to another process as it is."""

    __slots__ = ()

    @abstractmethod
    def run(self, reader: Reader, wanted: Wanted) -> Result:
        """Do it. Where it is not `wanted` any more, whatever is returned is thrown away."""

    @property
    def telling(self) -> Telling | None:
        """What another process must have heard before."""
        return None

    def apart(self) -> Self:
        """Return the same job without what another process has itself, or has heard."""
        return self
