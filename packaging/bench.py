"""Prints the measures of speed against their aims; each in processes of its own.

    python3 packaging/dev.py bench [FILE…]

FILEs are the pages to measure with; without them, the invented pages of the sample.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
RUNS = 5
AIMS = {
    "start": 800,
    "page, first time": 400,
    "page, analysed": 60,
    "key, median": 5,
    "key, 95th percentile": 16,
    "check, whole process": 2000,
}


def environment() -> dict[str, str]:
    """Return the environment in which the program runs as it does for people: with its bytecode kept."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def jiaochou(*arguments: str | Path) -> float:
    """Run the command line; return how long the whole process took, in milliseconds."""
    program = "import sys; from core.cli.main import run; sys.exit(run(None, sys.argv[1:]))"
    start = time.perf_counter()
    command = [sys.executable, "-c", program, *map(str, arguments)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, env=environment())
    return (time.perf_counter() - start) * 1000


def window(project: Path) -> dict[str, float]:
    """Measure the window once."""
    command = [sys.executable, ROOT / "packaging" / "bench_window.py", str(time.time()), project]
    done = subprocess.run(
        command,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        timeout=120,
        env=environment(),
    )
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def main() -> None:
    """Measure, and print a table."""
    pages = [Path(path).absolute() for path in sys.argv[1:]]
    pages = pages or sorted((ROOT / "resources" / "sample").glob("*.txt"))
    measured: dict[str, list[float]] = {name: [] for name in AIMS}
    with TemporaryDirectory() as folder:
        # The first run fills the caches of the file system and of Python; it does not count.
        for run in range(RUNS + 1):
            project = Path(folder) / f"bench-{run}.jiaochou"
            jiaochou("import", project, *pages)
            figures = {**window(project), "check, whole process": jiaochou("check", *pages)}
            for name, value in figures.items():
                if run:
                    measured[name].append(value)
    print(f"{'milliseconds':<26}{'median':>9}{'worst':>9}{'aim':>9}")
    for name, aim in AIMS.items():
        values = measured[name]
        print(f"{name:<26}{statistics.median(values):>9.1f}{max(values):>9.1f}{aim:>9}")


if __name__ == "__main__":
    main()
