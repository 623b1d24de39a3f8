#!/usr/bin/env python3
"""Set Jiaochou up beside its sources, then run it, test it, measure it or check its style.

    python3 packaging/dev.py run [PROJECT | FILE…]    open the window; without a name, on the sample project
    python3 packaging/dev.py test [PYTEST ARGUMENT…]  check the style, then run the tests
    python3 packaging/dev.py bench [ARGUMENT…]        print the measures of speed
    python3 packaging/dev.py lint                     check style, types and the direction of imports

Everything is installed into `.venv` beside pyproject.toml, which is used again as long as pyproject.toml and
Python stay the same; `--fresh` makes it anew. Only Python 3.11 or later and pip are needed beforehand.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import environment
import system_libraries

ROOT = Path(__file__).resolve().parent.parent

STYLE_CHECKS = (
    ("ruff", "check", "--quiet"),
    ("ruff", "format", "--check", "--quiet"),
    ("mypy", "--no-error-summary"),
    ("lint-imports", "--no-logo"),
)
"""Each is silent, or shown only, when it fails."""

NO_DISPLAY = (
    "There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set); "
    "`{program} shot PROJECT --page 1 --to PICTURE.png` draws the window into a file instead."
)


def main(arguments: Sequence[str]) -> int:
    """Carry out one command and return its exit code."""
    chosen = parse(arguments)
    try:
        system_libraries.provide()
        scripts = environment.provide(ROOT, development=chosen.command != "run", fresh=chosen.fresh)
        return COMMANDS[chosen.command](scripts, chosen.arguments)
    except environment.SetupError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the command, what is meant for it (`arguments`) and whether to start `fresh`."""
    parser = argparse.ArgumentParser(
        prog="dev.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--fresh", action="store_true", help="make .venv anew")
    parser.add_argument("command", choices=COMMANDS, help="what to do")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="handed on to the command")
    chosen = parser.parse_args(arguments)
    chosen.fresh = chosen.fresh or "--fresh" in chosen.arguments
    chosen.arguments = [argument for argument in chosen.arguments if argument != "--fresh"]
    return chosen


def run(scripts: Path, arguments: Sequence[str]) -> int:
    """Open the window; paths are those of the folder the command was given in."""
    program = scripts / "jiaochou"
    if not has_display(sys.platform, os.environ):
        print(NO_DISPLAY.format(program=program), file=sys.stderr)
        return 2
    return subprocess.call([program, *(arguments or ("open", "--sample"))])


def has_display(platform: str, variables: Mapping[str, str]) -> bool:
    """Tell whether Qt has something to draw on: only Linux can lack it; a named platform is trusted."""
    wanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return platform != "linux" or any(variables.get(name) for name in wanted)


def lint(scripts: Path, _arguments: Sequence[str]) -> int:
    """Make every check of style, types and imports; return the exit code of the first that fails."""
    codes = [check(scripts, words) for words in STYLE_CHECKS]
    return next(filter(None, codes), 0)


def check(scripts: Path, words: Sequence[str]) -> int:
    """Run one checker in the project's folder; show what it says only when it fails."""
    done = subprocess.run(
        [scripts / words[0], *words[1:]], cwd=ROOT, check=False, capture_output=True, text=True
    )
    if done.returncode:
        print(f"{' '.join(words)} failed:\n{done.stdout}{done.stderr}", file=sys.stderr)
    return done.returncode


def test(scripts: Path, arguments: Sequence[str]) -> int:
    """Check the style, run the tests without a display; return the first exit code that is not 0."""
    style = lint(scripts, ())
    variables = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [str(environment.python_of(scripts)), "-m", "pytest", "-q", "-n", "2", *arguments]
    tests = subprocess.call(command, cwd=ROOT, env=variables)
    return style or tests


def bench(scripts: Path, arguments: Sequence[str]) -> int:
    """Print the measures of packaging/bench.py."""
    return subprocess.call([environment.python_of(scripts), ROOT / "packaging" / "bench.py", *arguments])


COMMANDS = {"run": run, "test": test, "bench": bench, "lint": lint}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
