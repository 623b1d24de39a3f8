"""Kill the window while keys are pressed in it, many times, at random moments, and look what is left.

    python packaging/stress_kill_window.py [ROUNDS [SEED]]

The window runs on a virtual screen (Xvfb) and gets real key presses (xdotool): typing, roles, new articles,
undo, other pages. It reports every text on its way to the project file, and every one that is stored. It is
killed as by `kill -9`. Then the project must open, verify, and every page must read as it was reported, no
older than the last text reported as stored. The file goes on from round to round. The script ends with 1
where a round went wrong.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from stress_kill import source

from core.project.project import Project

_KEYS = (*"abcdefghijklm", "Return", "BackSpace", "Delete", "Down", "Up", "Right", "Home")
_COMMANDS = ("ctrl+z", "ctrl+shift+z", "alt+t", "alt+b", "ctrl+Return", "ctrl+Up", "ctrl+shift+k", "F8")
_TURNS = ("ctrl+Next", "ctrl+Prior")
_AT_ONCE = 40
"""So many keys are pressed by one call of xdotool."""

_LONGEST = 2.5
"""How long a window lives at most after its first key (seconds)."""


def digest(text: str) -> str:
    """Return a digest of a text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def work(path: Path) -> None:
    """Be the window: report what is on its way and what is stored, until killed."""
    from PySide6.QtCore import QEvent, QObject, QSettings, Qt
    from PySide6.QtGui import QKeyEvent

    from gui.application import make_application, make_window
    from gui.window.settings import Settings

    held_down = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier

    class Reporter(QObject):
        """Says of each command that it is about to come, before anybody else hears of the key."""

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
            is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
            if is_key and (event.modifiers() & held_down or event.key() >= Qt.Key.Key_F1 or editor.armed):
                print("command", flush=True)
            return False

    application = make_application()
    settings = Settings(QSettings(f"{path}.ini", QSettings.Format.IniFormat), os.environ)
    window = make_window(application, settings)
    desk, editor = window.desk, window.page.editor
    reporter = Reporter()
    application.installEventFilter(reporter)

    def typed(text: str) -> None:
        if desk.mirror is not None:
            print("typed", desk.mirror.page, digest(text), flush=True)

    def stored(outcome: object, _standing: object) -> None:
        for page, one in outcome.pages.items():  # type: ignore[attr-defined]
            print("stored", page, digest(one.after.text), flush=True)

    # Reported before it is sent: what is in the file is never unheard of.
    editor.edited.disconnect(desk.type_text)
    editor.edited.connect(lambda _edit: typed(editor.text))
    editor.edited.connect(desk.type_text)
    desk.typing.stored.connect(stored)
    desk.stepped.connect(lambda standing: print("step", standing.last_step, flush=True))
    # What a command has done to the text of the page that is shown, here or by showing it.
    desk.edits_came.connect(lambda _edits: typed(desk.mirror.text))
    desk.page_shown.connect(lambda: typed(desk.mirror.text))
    desk.page_shown.connect(lambda: print("ready", flush=True))
    desk.open(path)
    window.show()
    window.activateWindow()
    application.exec()


@dataclass
class Told:
    """What a window has reported: texts of pages in their order, which of them must be there at least."""

    texts: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    floors: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    step: int = 0
    keys: int = 0
    commanded: bool = False

    def begin(self) -> None:
        """Know of texts what was reported, and nothing of the window that is opened now."""
        self.floors.clear()
        self.step, self.keys, self.commanded = 0, 0, False

    def hear(self, lines: Iterable[str]) -> None:
        """Take over what was reported."""
        for line in lines:
            match line.split():
                case ["typed", page, text]:
                    self.texts[int(page)].append(text)
                    self.keys += 1
                case ["stored", page, text]:
                    known = self.texts[int(page)]
                    self.floors[int(page)] = max(at for at, one in enumerate(known) if one == text)
                case ["step", number]:
                    self.step = max(self.step, int(number))
                case ["command"]:
                    # Whatever it does to the texts is done before the window hears of it.
                    self.floors.clear()
                    self.commanded = True


def wrong(path: Path, told: Told) -> str | None:
    """Return what is wrong with a project whose window was killed."""
    with closing(Project.open(path)) as project:
        problems = project.verify().problems
        now = {record.id: digest(project.state(record.id).text) for record in project.pages()}
        step = project.last_step
    if problems:
        return str(problems[0])
    if step < told.step:
        return "a step is lost"
    for page, text in now.items():
        if told.commanded and step > told.step:
            # The last command was written, and the window was killed before it heard so.
            told.texts[page].append(text)
        if text not in told.texts[page][told.floors[page] :]:
            return f"page {page}: a text that never was, or a key is lost"
    return None


@contextmanager
def screen() -> Iterator[str]:
    """Lend a virtual screen; yields its name."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def kill_one(path: Path, display: str, chance: random.Random, known: Told) -> tuple[int, str | None]:
    """Run a window, press keys in it and kill it; return how many keys it had handled, and what was wrong."""
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"}
    child = subprocess.Popen(
        [sys.executable, __file__, "--child", str(path)], stdout=subprocess.PIPE, text=True, env=environment
    )
    lines = []
    with child:
        assert child.stdout is not None
        for line in child.stdout:
            lines.append(line)
            if line == "ready\n":
                break
        search = ["xdotool", "search", "--onlyvisible", "--pid", str(child.pid)]
        window = subprocess.run(search, env=environment, capture_output=True, text=True, check=True)
        end = time.monotonic() + chance.uniform(0.1, _LONGEST)
        presses = None
        while time.monotonic() < end:
            if presses is None or presses.poll() is not None:
                call = _presses(window.stdout.split()[-1], chance)
                presses = subprocess.Popen(call, env=environment, stderr=subprocess.DEVNULL)
            time.sleep(0.005)
        child.kill()
        lines += child.stdout
        if presses is not None:
            presses.kill()
            presses.wait()
    known.begin()
    # What was cut off in the middle of a line was not reported.
    known.hear(line for line in lines if line.endswith("\n"))
    return known.keys, wrong(path, known)


def _presses(window: str, chance: random.Random) -> list[str]:
    """Return the call that presses some keys in a window."""
    keys = chance.choices(_KEYS, k=_AT_ONCE)
    for _ in range(3):
        keys[chance.randrange(_AT_ONCE)] = chance.choice(_COMMANDS)
    keys[chance.randrange(_AT_ONCE)] = chance.choice(_TURNS)
    return ["xdotool", "windowfocus", "--sync", window, "key", "--delay", "4", *keys]


def run(rounds: int, seed: int, folder: Path) -> tuple[int, list[str]]:
    """Kill `rounds` windows; return how many keys they had handled, and what was wrong."""
    path = folder / "a.jiaochou"
    known = Told()
    with closing(Project.create(path)) as project:
        project.add_pages([source(1), source(2)])
        for record in project.pages():
            known.texts[record.id].append(digest(project.state(record.id).text))
    handled, problems = 0, []
    with screen() as display:
        for number in range(rounds):
            count, problem = kill_one(path, display, random.Random(seed * 100_000 + number), known)
            handled += count
            if problem is not None:
                problems.append(f"round {number}: {problem}")
    return handled, problems


def main() -> None:
    """Run and print the counts; with --child be a window that is killed."""
    if sys.argv[1:2] == ["--child"]:
        work(Path(sys.argv[2]))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rounds", type=int, nargs="?", default=100)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    asked = parser.parse_args()
    if not shutil.which("Xvfb") or not shutil.which("xdotool"):
        sys.exit("This needs Xvfb and xdotool.")
    with tempfile.TemporaryDirectory() as folder:
        handled, problems = run(asked.rounds, asked.seed, Path(folder))
    print(f"{asked.rounds} kills, seed {asked.seed}, {handled} keys typed, {len(problems)} wrong")
    print(*problems, sep="\n")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
