"""Cut the power of a disk that a project is being written to, many times, and look what is left on it.

    python packaging/stress_power.py [ROUNDS [SEED]]

A project is worked on; at random moments its file and its log are copied as the disk might hold them when the
power goes: what was not yet forced to the disk is cut off anywhere, or torn sector by sector, and a file into
which the log was just being folded is half old and half new. Each copy must open, verify, and be a state that
once was; and where nothing that was forced to the disk is missing, no older one than the last that was said
to survive. The script ends with 1 where a round went wrong.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import struct
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from stress_kill import Held, held, source

from core.commands.editing import TypeText
from core.commands.tagging import SignOff
from core.errors import JiaochouError
from core.project.project import Project
from core.text.edit import Edit

_SECTOR = 512
_LOG_HEADER = 32
_FRAME = 24 + 4096
_FRAMES_AT, _FOLDED_AT = 16, 96
"""Where the index of the log says how many frames are in it, and how many are in the file already."""


@dataclass
class Disk:
    """A project at work, each state it has been in, and what of it is forced to the disk.

    `durable` is the newest state that survives, `forced` where in the log the bytes end that do.
    """

    project: Project
    states: list[Held] = field(default_factory=list)
    durable: int = 0
    forced: int = _LOG_HEADER

    @property
    def file(self) -> bytes:
        """The project file as it is."""
        return self.project.path.read_bytes()

    @property
    def log(self) -> bytes:
        """The log beside it."""
        return Path(f"{self.project.path}-wal").read_bytes()

    def end_of(self, at: int) -> int:
        """Return where the frames of the log end of which its index tells at `at` (bytes)."""
        index = Path(f"{self.project.path}-shm").read_bytes()
        return int(_LOG_HEADER + struct.unpack_from("=I", index, at)[0] * _FRAME)

    def note(self, *, durable: bool) -> None:
        """Take down the state the project is in now; a `durable` one is forced to the disk."""
        self.states.append(held(self.project))
        if durable:
            self.durable, self.forced = len(self.states) - 1, self.end_of(_FRAMES_AT)

    def fold(self, how: str) -> None:
        """Fold the log into the file; SQLite forces the log to the disk before."""
        with closing(sqlite3.connect(self.project.path)) as connection:
            connection.execute(f"PRAGMA wal_checkpoint({how})").fetchall()
        self.durable, self.forced = len(self.states) - 1, self.end_of(_FRAMES_AT)


def work(disk: Disk, chance: random.Random) -> None:
    """Do one gesture, or fold the log."""
    project = disk.project
    text = project.state(1).text
    gesture = chance.random()
    if gesture < 0.7:
        project.perform(TypeText(1, Edit(chance.randrange(len(text) + 1), "", chance.choice("甲乙丙"))))
        disk.note(durable=False)
    elif gesture < 0.9:
        project.perform(SignOff(1, forward=project.state(1).round < 1))
        disk.note(durable=True)
    elif gesture < 0.95 and project.can_undo:
        project.undo()
        disk.note(durable=True)
    else:
        disk.fold(chance.choice(["PASSIVE", "RESTART"]))


def cut_log(disk: Disk, chance: random.Random) -> tuple[bytes, bytes, int]:
    """Return file, log and the oldest state that may be found, the power gone while the log is written."""
    file, log = disk.file, disk.log
    folded = disk.end_of(_FOLDED_AT)
    if chance.random() < 0.5:
        # What lies in the file already was forced to the disk before; from there on anything may be missing.
        cut = chance.randrange(min(folded, len(log)), len(log) + 1)
        return file, log[:cut], disk.durable if cut >= disk.forced else 0
    return file, _torn(log, b"\0" * len(log), disk.forced, chance), disk.durable


def cut_folding(disk: Disk, chance: random.Random) -> tuple[bytes, bytes, int]:
    """Return the same, the power gone while the log is folded into the file."""
    before, log = disk.file, disk.log
    disk.fold("PASSIVE")
    after = disk.file
    old = before + after[len(before) :]
    return _torn(after, old, 0, chance), log, disk.durable


def _torn(new: bytes, old: bytes, start: int, chance: random.Random) -> bytes:
    """Return `new` of which some sectors behind `start` still are the old ones."""
    content = bytearray(new)
    for sector in range(-(-start // _SECTOR) * _SECTOR, len(new), _SECTOR):
        if chance.random() < 0.5:
            content[sector : sector + _SECTOR] = old[sector : sector + _SECTOR]
    return bytes(content)


def wrong(path: Path, states: list[Held], oldest: int) -> str | None:
    """Return what is wrong with a project that the power has left at `path`."""
    try:
        with closing(Project.open(path)) as project:
            now, problems = held(project), project.verify().problems
    except JiaochouError as error:
        return str(error)
    if problems:
        return str(problems[0])
    if now not in states:
        return "a state that never was"
    return None if now in states[oldest:] else "what was forced to the disk is lost"


def run(rounds: int, seed: int, folder: Path) -> tuple[int, list[str]]:
    """Cut the power `rounds` times; return how many states there were, and what was wrong."""
    chance = random.Random(seed)
    path = folder / "a.jiaochou"
    problems = []
    with closing(Project.create(path)) as project:
        project.add_pages([source(0)])
        disk = Disk(project)
        disk.note(durable=True)
        for number in range(rounds):
            for _ in range(chance.randint(1, 6)):
                work(disk, chance)
            file, log, oldest = chance.choice([cut_log, cut_log, cut_folding])(disk, chance)
            left = folder / f"{number}.jiaochou"
            left.write_bytes(file)
            Path(f"{left}-wal").write_bytes(log)
            problem = wrong(left, disk.states, oldest)
            if problem is not None:
                problems.append(f"round {number}: {problem}")
            for gone in folder.glob(f"{number}.jiaochou*"):
                gone.unlink()
        return len(disk.states), problems


def main() -> None:
    """Run and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rounds", type=int, nargs="?", default=300)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        states, problems = run(asked.rounds, asked.seed, Path(folder))
    print(f"{asked.rounds} cuts, seed {asked.seed}, {states} states, {len(problems)} wrong")
    print(*problems, sep="\n")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
