"""`jiaochou collate`: not built yet, and says so."""

from __future__ import annotations

from pathlib import Path

import click

from core.errors import refused


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["json", "text", "html"]), default="text")
def collate(files: tuple[Path, ...], form: str) -> None:  # noqa: ARG001  # the contract's signature
    """Compare passages that several files share (not built yet)."""
    raise refused("对校（collate）尚未做成")
