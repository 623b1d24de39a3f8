"""The virtual environment beside pyproject.toml: made once, used again while it still fits."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

OLDEST_PYTHON = (3, 11)
STAMP = "jiaochou-stamp"
TAIL_LINES = 30


class SetupError(Exception):
    """The environment cannot be made; the text says what to do about it."""


def provide(root: Path, *, development: bool, fresh: bool = False) -> Path:
    """Return the folder of the environment's programs, after making or completing it where needed.

    With `development` the tools for tests and checks are installed as well. Raises SetupError.
    """
    if sys.version_info < OLDEST_PYTHON:
        raise SetupError(f"Jiaochou needs Python 3.11 or later; this is {sys.version.split()[0]}.")
    folder = root / ".venv"
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    stamp = folder / STAMP
    if fresh or not is_usable(scripts):
        print("Making .venv …", file=sys.stderr)
        make(folder)
    if not fits(stamp, root, development=development):
        print("Installing what Jiaochou needs into .venv (once, about a minute) …", file=sys.stderr)
        stamp.unlink(missing_ok=True)
        install(root, scripts, development=development)
        stamp.write_text("\n".join(stamp_lines(root, development=development)), encoding="utf-8")
    return scripts


def python_of(scripts: Path) -> Path:
    """Return the interpreter that stands among the environment's programs."""
    return scripts / ("python.exe" if os.name == "nt" else "python")


def is_usable(scripts: Path) -> bool:
    """Tell whether an environment is there and runs the same Python version as this script."""
    ask = [str(python_of(scripts)), "-c", "import sys; print(*sys.version_info[:2])"]
    try:
        answer = subprocess.run(ask, check=False, capture_output=True, text=True)
    except OSError:
        return False
    return answer.stdout.split() == [str(number) for number in sys.version_info[:2]]


def stamp_lines(root: Path, *, development: bool) -> list[str]:
    """Return what an environment was made for: the project and its place, the Python, the sort of use."""
    digest = hashlib.sha256((root / "pyproject.toml").read_bytes())
    digest.update(f"{root}\n{sys.version_info[:2]}".encode())
    return [digest.hexdigest(), "development" if development else "use"]


def fits(stamp: Path, root: Path, *, development: bool) -> bool:
    """Tell whether the environment has what is wanted; one made for development also serves use."""
    if not stamp.is_file():
        return False
    found = stamp.read_text(encoding="utf-8").splitlines()
    wanted = [stamp_lines(root, development=True)]
    if not development:
        wanted.append(stamp_lines(root, development=False))
    return found in wanted


def make(folder: Path) -> None:
    """Make an environment; without ensurepip, which Debian packs apart, it has no pip of its own."""
    if not (has_module("ensurepip") or has_module("pip")):
        raise SetupError("Python has neither ensurepip nor pip. Type: sudo apt-get install python3-venv")
    venv.create(folder, clear=True, symlinks=os.name != "nt", with_pip=has_module("ensurepip"))


def install(root: Path, scripts: Path, *, development: bool) -> None:
    """Install the project in place, and with `development` its tools. Raises SetupError."""
    python = str(python_of(scripts))
    has_pip = subprocess.run([python, "-m", "pip", "--version"], check=False, capture_output=True)
    pip = (
        [python, "-m", "pip"]
        if has_pip.returncode == 0
        else [sys.executable, "-m", "pip", "--python", python]
    )
    options = ["install", "--quiet", "--disable-pip-version-check", "--editable"]
    quietly([*pip, *options, f"{root}[dev]" if development else str(root)])


def has_module(name: str) -> bool:
    """Tell whether this Python can import `name`."""
    return importlib.util.find_spec(name) is not None


def quietly(command: Sequence[str]) -> None:
    """Run `command` without a word; when it fails, raise SetupError with the end of what it said."""
    done = subprocess.run(
        command, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    )
    if done.returncode:
        tail = "\n".join(done.stdout.splitlines()[-TAIL_LINES:])
        raise SetupError(f"{tail}\nThis command failed (exit code {done.returncode}): {' '.join(command)}")
