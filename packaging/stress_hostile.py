"""Give the program project files, page files and command lines that nobody means well with, by the thousand.

    python packaging/stress_hostile.py [projects|files|commands|all] [ROUNDS [SEED]]

Whatever comes, the program must say one sentence or do its work: no other error, no wait without end, no good
page left out. Each round is made from SEED and its number alone, so that what went wrong can be made again.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from hostile import command_lines, page_files, project_rows

PATIENCE = 30
"""How long a round may take (seconds)."""

Round = Callable[[Random], tuple[str, str | None]]
"""Plays one round; returns what was given, and what was wrong with what came of it, if anything."""


class TooLongError(BaseException):
    """A round that does not end; no `except` of the program may catch it."""


def projects(folder: Path) -> Round:
    """Return a round with a project file of which some rows were written over."""
    sound, spoiled = folder / "sound.jiaochou", folder / "spoiled.jiaochou"
    project_rows.make_project(sound)

    def play(chance: Random) -> tuple[str, str | None]:
        for left in folder.glob("spoiled.*"):
            left.unlink()
        spoiled.write_bytes(sound.read_bytes())
        given = project_rows.spoil(spoiled, chance)
        return given, _error_of(lambda: project_rows.touch(spoiled))

    return play


def files(folder: Path) -> Round:
    """Return a round with a folder to import."""

    def play(chance: Random) -> tuple[str, str | None]:
        with tempfile.TemporaryDirectory(dir=folder) as made:
            given = page_files.lay_out(Path(made), chance)
            return given, _error_of(lambda: page_files.wrong(Path(made)))

    return play


def commands(folder: Path) -> Round:
    """Return a round with a command line."""
    command_lines.lay_out(folder)

    def play(chance: Random) -> tuple[str, str | None]:
        words = command_lines.line(chance)
        return ascii(words)[:500], _error_of(lambda: command_lines.wrong(folder, words))

    return play


KINDS = {"projects": projects, "files": files, "commands": commands}


def run(kind: str, rounds: int, seed: int, folder: Path) -> list[str]:
    """Play `rounds` rounds of a kind in an empty `folder`; returns what went wrong."""
    play = KINDS[kind](folder)
    problems = []
    for number in range(rounds):
        given, wrong = play(Random(f"{seed}-{number}"))
        if wrong is not None:
            problems.append(f"{kind}, seed {seed}, round {number}: {wrong}\n    {given}")
    return problems


def _error_of(play: Callable[[], str | None]) -> str | None:
    """Return what `play` says is wrong, or which error ended it."""
    # Windows has no alarm; there a round without end is seen by whoever waits for it.
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, _give_up)
        signal.alarm(PATIENCE)
    try:
        return play()
    except (Exception, TooLongError) as error:  # noqa: BLE001  # any error is what is looked for
        where = traceback.extract_tb(error.__traceback__)[-1]
        return f"{error!r:.200} in {where.filename}:{where.lineno}"
    finally:
        if hasattr(signal, "SIGALRM"):
            signal.alarm(0)


def _give_up(*_: object) -> None:
    raise TooLongError


def main() -> None:
    """Play and print what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=[*KINDS, "all"], nargs="?", default="all")
    parser.add_argument("rounds", type=int, nargs="?", default=300)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    asked = parser.parse_args()
    problems = []
    for kind in KINDS if asked.kind == "all" else (asked.kind,):
        with tempfile.TemporaryDirectory() as folder:
            found = run(kind, asked.rounds, asked.seed, Path(folder))
        print(f"{asked.rounds} {kind}, seed {asked.seed}: {len(found)} went wrong")
        problems += found
    print(*problems, sep="\n")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
