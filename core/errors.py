"""Errors a person can mend, as opposed to bugs: each is one clear sentence, never a traceback."""

from __future__ import annotations

from pathlib import Path

from core.messages import Message, Value, message


class JiaochouError(Exception):
    """A known, expected failure. `spoken` is the sentence to show; catch this, never `Exception`."""

    def __init__(self, spoken: Message) -> None:
        super().__init__(str(spoken))
        self.spoken = spoken


class BadInputError(JiaochouError):
    """A file that cannot be used: the sentence names the file and the cause."""

    def __init__(self, path: Path | str, cause: Message) -> None:
        super().__init__(message("{file}：{cause}", file=str(path), cause=cause))
        self.path = path
        self.cause = cause


class UnknownPageError(BadInputError, KeyError):
    """A page that a project does not have; where its file names one, the file is damaged."""

    def __str__(self) -> str:
        return str(self.spoken)


class RefusedError(JiaochouError):
    """A command that cannot be carried out here, such as merging the first article upwards."""


class StorageError(JiaochouError):
    """The project file could not be read or written; what the window holds is still the editor's text."""


def refused(template: str, **values: Value) -> RefusedError:
    """Build a `RefusedError` from a template and its values."""
    return RefusedError(message(template, **values))
