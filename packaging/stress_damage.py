"""Overwrite random bytes of a project file, many times, and look what opening and verifying make of it.

    python packaging/stress_damage.py [ROUNDS [SEED]]

Each time one of three must come out: the file is refused with a sentence, `verify` names what is wrong, or
all texts are what they were. Then what can be read is recovered into a new project: the damaged file must
stay as it is, the new one must verify, every text in it must be one that once was, and of the pages that are
said to be whole it must be the last.
Anything else is counted as wrong, and the script ends with 1. The counts of pages say how much came back.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from core.commands.editing import TypeText
from core.document.page import Source
from core.errors import JiaochouError
from core.project.project import Project
from core.project.recovery import recover
from core.text.edit import Edit

_TEXT = "渡口夜航恢复\n本报讯(记者 周衡)昨夜起，渡口两岸的轮船重新开航。\n\n河堤加高半米\n沈禾报道。\n" * 30
_PAGES = 3
_STEPS = 60
_HEADER = 4096
"""The first page of the file (bytes), which is hit more often than others: it says what all others are."""


def make_project(path: Path) -> tuple[list[str], frozenset[str]]:
    """Make a project with a history; returns the texts of its pages, and all that they have ever been."""
    project = Project.create(path, "林晓禾", lambda: datetime(2026, 1, 1, tzinfo=UTC))
    try:
        project.add_pages(_source(number) for number in range(_PAGES))
        ever = set(_texts(project))
        for number in range(_STEPS):
            project.perform(TypeText(1 + number % _PAGES, Edit(number * 7, "", "字"), burst=False))
            ever.update(_texts(project))
        return _texts(project), frozenset(ever)
    finally:
        project.close()


def damaged(sound: bytes, chance: random.Random) -> bytes:
    """Return the bytes of a file of which one to four short stretches were overwritten."""
    content = bytearray(sound)
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(content) if chance.random() < 0.7 else _HEADER)
        noise = chance.randbytes(chance.randint(1, 60))[: len(content) - start]
        content[start : start + len(noise)] = noise
    return bytes(content)


def judge(path: Path, texts: list[str]) -> str:
    """Return what became of a damaged file: `refused`, `found`, `harmless` or, never, `wrong`."""
    try:
        project = Project.open(path)
        try:
            if project.verify().problems:
                return "found"
            return "harmless" if _texts(project) == texts else "wrong"
        finally:
            project.close()
    except JiaochouError:
        return "refused"


def recovered(path: Path, target: Path, texts: list[str], ever: frozenset[str]) -> Counter[str]:
    """Recover a damaged file and count its pages: those with their text, with an older one, not there."""
    before = path.read_bytes()
    try:
        recovery = recover(path, target, "", datetime(2026, 1, 1, tzinfo=UTC))
    except JiaochouError:
        return Counter({"nothing to recover": 1})
    with closing(Project.look(target)) as project:
        back = _texts(project)
        sound = not project.verify().problems
    same = sum(text in texts for text in back)
    wrong = not sound or not ever.issuperset(back) or recovery.whole > same or path.read_bytes() != before
    pages = {"pages as they were": same, "pages of an older text": len(back) - same}
    return Counter({**pages, "pages lost": len(texts) - len(back), "wrong": int(wrong)})


def run(rounds: int, seed: int, folder: Path) -> Counter[str]:
    """Damage a project `rounds` times over and count what became of it."""
    path = folder / "a.jiaochou"
    texts, ever = make_project(path)
    sound = path.read_bytes()
    chance = random.Random(seed)
    outcomes: Counter[str] = Counter()
    for number in range(rounds):
        broken = folder / f"{number}.jiaochou"
        broken.write_bytes(damaged(sound, chance))
        outcomes[judge(broken, texts)] += 1
        outcomes += recovered(broken, folder / f"{number}.jiaochou.new.jiaochou", texts, ever)
        for left in folder.glob(f"{number}.jiaochou*"):
            left.unlink()
    return outcomes


def _source(number: int) -> Source:
    name, text = f"第{number}版", f"{number}\n{_TEXT}"
    return Source(name, text.encode(), "utf-8", text, f"{name}.txt")


def _texts(project: Project) -> list[str]:
    return [project.state(record.id).text for record in project.pages()]


def main() -> None:
    """Run and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rounds", type=int, nargs="?", default=300)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        outcomes = run(asked.rounds, asked.seed, Path(folder))
    print(f"{asked.rounds} rounds, seed {asked.seed}: {dict(outcomes)}")
    sys.exit(1 if outcomes["wrong"] else 0)


if __name__ == "__main__":
    main()
