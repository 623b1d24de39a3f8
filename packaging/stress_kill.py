"""Kill a program that works on a project, many times, at random moments, and look what is left.

    python packaging/stress_kill.py [ROUNDS [SEED]]

A child types, names and tags articles, signs pages off, takes that back, imports pages and exports them, and
reports every gesture on a pipe before and after it is handled. In every fifth round it first has to bring the
file up to date from the oldest version. It is killed as by `kill -9`. Then the project must open, verify, and
hold everything up to the last gesture that was reported as handled: that state, or the one that was being
written; and every exported file must be whole, an old one or a new one. The file goes on from round to round.
The script ends with 1 where a round went wrong.
"""

from __future__ import annotations

import argparse
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from core.changes.codec import encode_state
from core.commands.editing import TypeText
from core.commands.tagging import RenameArticle, SetKind, SignOff
from core.document.page import Source
from core.document.role import ArticleKind
from core.errors import RefusedError
from core.exporters.exporter import ExportFile
from core.exporters.writing import write_export
from core.project.project import Project
from core.text.edit import Edit

_TEXT = "渡口夜航恢复\n本报讯(记者 周衡)昨夜起，渡口两岸的轮船重新开航。\n"
_CHARACTERS = "甲乙丙𠮷，。\n"
_LONGEST = 0.25
"""How long a child lives at most after its first gesture (seconds)."""

_MIGRATING = (0.2, 1.2)
"""When a child that has to bring the file up to date is killed, after its start (seconds)."""


@dataclass(frozen=True)
class Held:
    """What a project holds: its newest step, digests of all texts and of all states of pages."""

    step: int
    texts: str
    states: str


def held(project: Project) -> Held:
    """Return what a project holds."""
    states = [project.state(record.id) for record in project.pages()]
    return Held(
        project.last_step,
        digest(state.text for state in states),
        digest(encode_state(state) for state in states),
    )


def digest(texts: Iterable[str]) -> str:
    """Return a digest of some texts in their order."""
    return sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()


def work(path: Path, seed: int) -> None:
    """Be the child: work on the project until killed."""
    chance = random.Random(seed)
    project = Project.open(path)
    while True:
        texts = [project.state(record.id).text for record in project.pages()]
        page = chance.randrange(len(texts))
        gesture = chance.random()
        if gesture < 0.8:
            for _ in range(chance.randint(1, 8)):
                start = chance.randrange(len(texts[page]) + 1)
                edit = Edit(
                    start, texts[page][start : start + chance.randint(0, 1)], chance.choice(_CHARACTERS)
                )
                texts[page] = texts[page][:start] + edit.inserted + texts[page][start + len(edit.removed) :]
                if edit.removed != edit.inserted:
                    tell("wants", texts)
                    project.perform(TypeText(page + 1, edit))
                    told(project)
        elif gesture < 0.88:
            tag(project, page + 1, chance)
        elif gesture < 0.91:
            export(project)
        elif gesture < 0.97 or len(texts) > 12:
            project.perform(SignOff(page + 1, forward=project.state(page + 1).round < 1))
            told(project)
            if chance.random() < 0.5:
                project.undo()
                told(project)
        else:
            tell("wants", [*texts, _TEXT])
            project.add_pages([source(chance.randrange(10**9))])
            told(project)


def tag(project: Project, page: int, chance: random.Random) -> None:
    """Name or tag the first article of a page."""
    article = next(iter(project.state(page).layout.order), None)
    if article is None:
        return
    named = RenameArticle(page, article, chance.choice(_CHARACTERS))
    kind = SetKind(page, (article,), chance.choice(list(ArticleKind)))
    for command in (named, kind):
        try:
            project.perform(command)
        except RefusedError:
            # It is so already.
            continue
        told(project)


def export(project: Project) -> None:
    """Write all pages out, over what was written before; each file tells of itself whether it is whole."""
    files = [_export_file(page.name, page.text) for page in project.export_pages()]
    write_export(files, exported(project.path), overwrite=True)
    told(project)


def exported(path: Path) -> Path:
    """Return where the child exports to."""
    return path.with_name("exported")


def _export_file(name: str, text: str) -> ExportFile:
    content = text.encode("utf-8", "surrogatepass")
    return ExportFile(f"{name}.txt", [content, b"\0", sha256(content).hexdigest().encode()])


def is_whole(file: Path) -> bool:
    """Say whether an exported file is whole."""
    content, _, told_of = file.read_bytes().rpartition(b"\0")
    return sha256(content).hexdigest().encode() == told_of


def make_older(path: Path) -> None:
    """Bring a project file back to the oldest version."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for table in ("trait", "witness"):
            connection.execute(f"DROP TABLE {table}")
        for column in ("alone", "made_of", "told", "listed", "near_slips"):
            connection.execute(f"ALTER TABLE analysis DROP COLUMN {column}")
        for index in ("page_removed", "page_digest"):
            connection.execute(f"DROP INDEX {index}")
        connection.execute("ALTER TABLE page DROP COLUMN removed")
        connection.execute("CREATE UNIQUE INDEX page_digest ON page (digest, path)")
        connection.execute("DELETE FROM _sqlite_migrations WHERE name != 'first_tables'")
        connection.execute("PRAGMA user_version = 1")
    for backup in path.parent.glob("*.bak"):
        backup.unlink()


def tell(word: str, texts: list[str]) -> None:
    """Report what all texts are about to be."""
    print(word, digest(texts), flush=True)


def told(project: Project) -> None:
    """Report what is handled."""
    now = held(project)
    print("holds", now.step, now.texts, now.states, flush=True)


def kill_one(path: Path, seed: int, *, older: bool = False) -> tuple[int, str | None]:
    """Run a child and kill it; return how many gestures it had handled and what was wrong, if anything.

    `older`: it first has to bring the file up to date, and may be killed before that is done.
    """
    with closing(Project.open(path)) as project:
        handled = held(project)
    if older:
        make_older(path)
    child = subprocess.Popen(
        [sys.executable, __file__, "--child", str(path), str(seed)], stdout=subprocess.PIPE, text=True
    )
    with child:
        assert child.stdout is not None
        first = "" if older else child.stdout.readline()
        time.sleep(random.Random(seed).uniform(*(_MIGRATING if older else (0, _LONGEST))))
        child.kill()
        lines = [first, *child.stdout]
    if child.returncode != -signal.SIGKILL:
        return 0, f"the child ended by itself with {child.returncode}"
    wanted, count = handled.texts, 0
    # What was cut off in the middle of a line was not reported.
    for kind, *words in (line.split() for line in lines if line.endswith("\n")):
        if kind == "wants":
            wanted = words[0]
        else:
            handled, wanted, count = Held(int(words[0]), words[1], words[2]), words[1], count + 1
    return count, wrong(path, handled, wanted)


def wrong(path: Path, handled: Held, wanted: str) -> str | None:
    """Return what is wrong with a project that was left at `handled`, on its way to the texts `wanted`."""
    with closing(Project.open(path)) as project:
        now = held(project)
        problems = project.verify().problems
    if problems:
        return str(problems[0])
    torn = [file.name for file in exported(path).glob("*.txt") if not is_whole(file)]
    if torn:
        return f"half an export: {torn[0]}"
    if now.texts not in (handled.texts, wanted):
        return "a text that never was, or a gesture is lost"
    if now.step < handled.step:
        return "a step is lost"
    if (now.step, now.texts) == (handled.step, handled.texts) and now.states != handled.states:
        return "articles or rounds that never were"
    return None


def run(rounds: int, seed: int, folder: Path) -> tuple[int, list[str]]:
    """Kill `rounds` children; return how many gestures they had handled, and what was wrong."""
    path = folder / "a.jiaochou"
    project = Project.create(path)
    project.add_pages([source(0)])
    project.close()
    handled, problems = 0, []
    there: set[str] = set()
    for number in range(rounds):
        count, problem = kill_one(path, seed * 100_000 + number, older=number % 5 == 4)
        handled += count
        before, there = there, {file.name for file in exported(path).glob("*.txt")}
        if not before <= there:
            problem = "an exported file is gone"
        if problem is not None:
            problems.append(f"round {number}: {problem}")
    return handled, problems


def source(number: int) -> Source:
    """Return a page to import."""
    return Source(f"第{number}版", _TEXT.encode(), "utf-8", _TEXT, f"{number}.txt")


def main() -> None:
    """Run and print the counts; with --child be one that is killed."""
    if sys.argv[1:2] == ["--child"]:
        work(Path(sys.argv[2]), int(sys.argv[3]))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rounds", type=int, nargs="?", default=200)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        handled, problems = run(asked.rounds, asked.seed, Path(folder))
    print(f"{asked.rounds} kills, seed {asked.seed}, {handled} gestures handled, {len(problems)} wrong")
    print(*problems, sep="\n")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
