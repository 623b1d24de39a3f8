"""Command lines that nobody who has read the manual would type, and what the program says to them."""

from __future__ import annotations

import contextlib
import io
import os
from pathlib import Path
from random import Random

import click

from core.cli.main import build, run

_WORDS = (
    "", " ", "-", "--", "-x", "--no-such", "0", "-1", "9" * 30, "nan", "1e9", "甲", "𠮷", "\u202e",
    "a\nb", "{}", "{0}", "%s", "*", "[", "**", "~", "../..", "/", "/dev/null", "/dev/zero",
    "/no/where", "CON", "x" * 5000, "json", "txt", "text", "utf-8", "hex", "\udcff", "--format=",
    "--help=1", "--format", "--to", "--encoding", "@x", "=1+1", "page.txt", "a.jiaochou", "b.zip",
    "folder", "none.jiaochou", "none.txt", ".jiaochou", "folder.jiaochou",
)  # fmt: skip


def lay_out(folder: Path) -> None:
    """Put beside each other what command lines may name: a page, and what is no project and no archive."""
    (folder / "page.txt").write_text("渡口夜航恢复\n船来了。\n", encoding="utf-8")
    for name in ("a.jiaochou", "b.zip"):
        (folder / name).write_bytes(b"PK\x03\x04 or not")
    for name in ("folder", "folder.jiaochou"):
        (folder / name).mkdir(exist_ok=True)


def line(chance: Random) -> list[str]:
    """Return the words of one command line."""
    group = build(None)
    name = chance.choice(sorted(group.commands))
    command = group.commands[name]
    options = [
        one for parameter in command.params for one in parameter.opts if isinstance(parameter, click.Option)
    ]
    words = [name]
    for _ in range(chance.randint(0, 5)):
        if options and chance.random() < 0.4:
            words.append(chance.choice(options))
        words.append(chance.choice(_WORDS))
    return words


def wrong(folder: Path, words: list[str]) -> str | None:
    """Run a command line in `folder`; returns what is wrong with what it did."""
    out, err = io.StringIO(), io.StringIO()
    before = Path.cwd()
    os.chdir(folder)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run(None, words)
    except SystemExit as end:
        return f"it ended by itself with {end.code}"
    finally:
        os.chdir(before)
    said = err.getvalue()
    if code not in (0, 1, 2) or (code == 2 and not said.strip()):
        return f"code {code}, said {said!r}"
    if "Traceback" in said or any(len(line) > 20_000 for line in said.splitlines()):
        return f"not one clear sentence: {said[:200]!r}"
    return None
