"""The command line in this process, and as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from core.cli.main import Window, run

ROOT = Path(__file__).parents[3]
PROGRAM = "import sys; from core.cli.main import run; sys.exit(run(None))"


@dataclass(frozen=True)
class Said:
    """What one call of the command line said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON object on standard output."""
        return json.loads(self.out)


@pytest.fixture
def jiaochou(capfd, monkeypatch) -> Callable[..., Said]:
    """Runs `jiaochou ARGUMENT…` here; sentences come in Chinese unless `language` says otherwise."""

    def call(*arguments: object, window: Window | None = None, language: str = "zh_CN") -> Said:
        monkeypatch.setenv("JIAOCHOU_LANGUAGE", language)
        code = run(window, [str(argument) for argument in arguments])
        said = capfd.readouterr()
        return Said(code, said.out, said.err)

    return call


@pytest.fixture
def process() -> Callable[..., Said]:
    """Runs `jiaochou ARGUMENT…` as a process of its own, with these variables beside the usual ones."""

    def call(*arguments: object, **variables: str) -> Said:
        environment: Mapping[str, str] = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, *map(str, arguments)],
            env=environment,
            capture_output=True,
            check=False,
        )
        return Said(done.returncode, done.stdout.decode(), done.stderr.decode(errors="replace"))

    return call


@pytest.fixture
def page_file(tmp_path: Path) -> Callable[..., Path]:
    """Writes a page and returns its path."""

    def write(text: str, name: str = "青渚时报-01.txt") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def project_file(jiaochou, page_file, tmp_path) -> Callable[..., Path]:
    """Makes a project of pages and returns its path."""

    def make(*texts: str) -> Path:
        path = tmp_path / "青渚.jiaochou"
        pages = [page_file(text, f"青渚时报-{number:02}.txt") for number, text in enumerate(texts, 1)]
        assert jiaochou("import", path, *pages).code == 0
        return path

    return make
