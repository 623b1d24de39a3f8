"""What the commands write: JSON and nothing else to standard output, progress to a terminal alone."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable
from time import monotonic
from typing import Any, Self

import click

from core.changes.codec import dumps


def print_json(data: dict[str, Any]) -> None:
    """Write one JSON object in UTF-8, whatever the terminal's encoding is."""
    click.echo(dumps(data).encode())


def replace_what_cannot_be_shown(streams: Iterable[object]) -> None:
    """Let `streams` write ? for characters that their encoding lacks, instead of failing half-way."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


SHOWN_EVERY = 0.05
"""How often a terminal is told how much is done (seconds)."""


class Progress:
    """A counter on standard error, where that is a terminal; it is gone when the work is done."""

    def __enter__(self) -> Self:
        self._shown = 0
        self._due = 0.0
        return self

    def __exit__(self, *_error: object) -> None:
        self._show("")

    def __call__(self, done: int, total: int | None = None) -> None:
        """Show how much is done, and of how much."""
        now = monotonic()
        # A terminal takes longer to show a number than the work that is counted may take.
        if now >= self._due or done == total:
            self._due = now + SHOWN_EVERY
            self._show(f"{done} / {total}" if total else str(done))

    def _show(self, words: str) -> None:
        if sys.stderr.isatty():
            click.echo("\r" + " " * self._shown + "\r" + words, nl=False, err=True)
            self._shown = len(words)
