"""Prints what the program takes against its budgets; every part runs in processes of its own.

    python3 packaging/dev.py bench [--pages 10000] [--characters 6000] [--runs 3] [--keep FOLDER] [PART…]

Parts are `sample`, `checks`, `keys`, `files`, `window` and `big`; without any, all are measured. The big
project is made of invented pages; --keep leaves it in FOLDER, where the next call finds it. Memory is that
which the process holds (RSS), and is told on Linux only.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from budgets import table

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "resources" / "sample"
HOUR = 3600
Figures = dict[str, float]


def main(arguments: Sequence[str]) -> int:
    """Measure what is asked for and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--characters", type=int, default=6_000)
    parser.add_argument(
        "--runs", type=int, default=3, help="how often the short parts are measured; 1 is a quick look"
    )
    parser.add_argument("--keep", type=Path, help="where the big project is left for the next call")
    chosen = parser.parse_args(arguments)
    unknown = set(chosen.parts) - PARTS.keys()
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    with TemporaryDirectory() as scratch:
        big = provide_big(chosen.keep or Path(scratch) / "big", chosen.pages, chosen.characters)
        measured: dict[str, list[float]] = {}
        for part in chosen.parts or PARTS:
            print(f"{part}, {load()} …", file=sys.stderr, flush=True)
            PARTS[part](big, Path(scratch), chosen.runs, measured)
    print("\n".join(table(measured)))
    return 0


def load() -> str:
    """Return how busy the machine is: where more wait than there are processors, figures mean nothing."""
    waiting = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "?"
    return f"load {waiting} on {os.cpu_count()} processors"


def provide_big(folder: Path, pages: int, characters: int) -> Path:
    """Return the folder of the big project, made unless it is there already."""
    made = folder / f"{pages}-{characters}"
    if not (made / "big.jiaochou").exists():
        shutil.rmtree(made, ignore_errors=True)
        script = ROOT / "tests" / "generate" / "big_project.py"
        numbers = ["--pages", str(pages), "--characters", str(characters)]
        subprocess.run([sys.executable, script, made, *numbers, "--project"], check=True, env=environment())
    return made


def environment() -> dict[str, str]:
    """Return the environment in which the program runs as it does for people: with its bytecode kept."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def jiaochou(*arguments: str | Path) -> float:
    """Run the command line; return how long the whole process took, in seconds."""
    program = "import sys; from core.cli.main import run; sys.exit(run(None, sys.argv[1:]))"
    start = time.perf_counter()
    command = [sys.executable, "-c", program, *map(str, arguments)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, env=environment())
    return time.perf_counter() - start


def figures_of(script: str, *arguments: str | Path) -> Figures:
    """Run a measuring script, which prints its figures as one JSON object in its last line."""
    command = [sys.executable, ROOT / "packaging" / script, *map(str, arguments)]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=HOUR, env=environment(), check=False
    )
    if done.returncode:
        sys.exit(f"{script} {' '.join(map(str, arguments))} failed:\n{done.stderr}")
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def note(measured: dict[str, list[float]], figures: Mapping[str, float]) -> None:
    """Put figures to those of the runs before."""
    for name, value in figures.items():
        measured.setdefault(name, []).append(value)


def measure_sample(_big: Path, scratch: Path, runs: int, measured: dict[str, list[float]]) -> None:
    """Measure the start of the window, and a check from the command line."""
    pages = sorted(SAMPLE.glob("*.txt"))
    project = scratch / "sample.jiaochou"
    jiaochou("import", project, *pages)
    # Of several runs the first fills the caches of the file system and of Python; it does not count.
    uncounted = int(runs > 1)
    for run in range(runs + uncounted):
        started = figures_of("bench_window.py", str(time.time()), project, "start")
        figures = {
            "start to first page, sample": started["start"],
            "check of the sample, whole process": jiaochou("check", *pages) * 1000,
        }
        if run >= uncounted:
            note(measured, figures)


def measure_checks(_big: Path, _scratch: Path, runs: int, measured: dict[str, list[float]]) -> None:
    """Measure all rules on pages of 8,000 characters, for the first time and after a key."""
    for _ in range(runs):
        note(measured, figures_of("bench_checks.py", "--pages", str(min(4, 1 + runs))))


def measure_keys(_big: Path, _scratch: Path, runs: int, measured: dict[str, list[float]]) -> None:
    """Measure the editor alone, on a large page and on a long paragraph."""
    for _ in range(runs):
        note(measured, figures_of("bench_editor.py", "--budgets", "--keys", str(min(300, 100 * runs))))


def measure_files(big: Path, scratch: Path, runs: int, measured: dict[str, list[float]]) -> None:
    """Measure what the command line does with the files of the big project."""
    pages = big / "pages"
    count = sum(1 for _ in pages.iterdir())
    for run in range(runs):
        project = scratch / f"import-{run}.jiaochou"
        note(measured, {"import": count / jiaochou("import", project, pages)})
        size = project.stat().st_size / 1e6
        note(measured, {"verify": size / jiaochou("verify", project)})
        project.unlink()
    few = scratch / "few.jiaochou"
    first = sorted(pages.iterdir())[:EXPORTED]
    jiaochou("import", few, *first)
    for run in range(runs):
        taken = jiaochou("export", few, "--to", scratch / f"export-{run}", "--format", "txt")
        note(measured, {"export as text": len(first) / taken})


EXPORTED = 1000
"""So many pages are exported: all of a big project would take minutes and say the same."""


def measure_window(big: Path, scratch: Path, runs: int, measured: dict[str, list[float]]) -> None:
    """Measure the window at work on one page and from page to page."""
    for run in range(runs):
        project = scratch / f"window-{run}.jiaochou"
        shutil.copy(big / "big.jiaochou", project)
        note(measured, figures_of("bench_window.py", str(time.time()), project, "work"))
        project.unlink()


def measure_big(big: Path, scratch: Path, _runs: int, measured: dict[str, list[float]]) -> None:
    """Measure what the window does with all pages of the big project."""
    project = scratch / "all.jiaochou"
    shutil.copy(big / "big.jiaochou", project)
    for part in ("open", "search", "switches", "share"):
        note(measured, figures_of("bench_window.py", str(time.time()), project, part))


PARTS: dict[str, Callable[[Path, Path, int, dict[str, list[float]]], None]] = {
    "sample": measure_sample,
    "checks": measure_checks,
    "keys": measure_keys,
    "files": measure_files,
    "window": measure_window,
    "big": measure_big,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
