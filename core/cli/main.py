"""The one command: `jiaochou`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from core import __version__
from core.cli.backups import backup, recover, restore
from core.cli.check import check
from core.cli.collate import collate
from core.cli.export import export
from core.cli.language import language_of
from core.cli.merging import merge_projects
from core.cli.output import replace_what_cannot_be_shown
from core.cli.projects import import_pages, verify
from core.cli.proof import DrawsSheets, proof_command
from core.cli.segment import segment
from core.cli.stats import stats
from core.errors import JiaochouError
from core.messages import load_catalogue

BAD_INPUT = 2


@dataclass(frozen=True)
class Window:
    """What the window lends to the command line; the core itself knows no window.

    `open` shows the project or the files (none: what was open last) and returns the exit code, `open_sample`
    does so with the sample project; `shoot` draws page number N (from 1) of a project into a PNG file, `draw`
    proof sheets into a PDF file.
    """

    open: Callable[[Sequence[Path]], int]
    open_sample: Callable[[], int]
    shoot: Callable[[Path, int, Path], None]
    draw: DrawsSheets


class _OpensByDefault(click.Group):
    """A group whose command `open` needs not be named: `jiaochou page.txt` opens the page."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, args or ["open"])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands:
            args = ["open", *args]
        return super().resolve_command(ctx, args)


def build(window: Window | None) -> click.Group:
    """Return the command line; without a `window` only what needs none."""
    group = _OpensByDefault(
        "jiaochou", help="Jiaochou 校雠: turn raw OCR text of newspaper pages into clean, tagged articles."
    )
    for command in (import_pages, segment, check, collate, export, stats, verify, backup, restore, recover):
        group.add_command(command)
    group.add_command(merge_projects)
    if window is not None:
        _add_window_commands(group, window)
    return click.version_option(__version__, prog_name="jiaochou")(group)


def _add_window_commands(group: click.Group, window: Window) -> None:
    @group.command("open", hidden=True)
    @click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
    @click.option("--sample", is_flag=True, help="the sample project that comes with the program")
    @click.pass_context
    def open_window(context: click.Context, paths: tuple[Path, ...], sample: bool) -> None:
        """Open the window on a project or on files."""
        context.exit(window.open_sample() if sample else window.open(paths))

    @group.command()
    @click.argument("project", type=click.Path(path_type=Path))
    @click.option(
        "--page", type=click.IntRange(min=1), default=1, show_default=True, help="which page, from 1"
    )
    @click.option("--to", "picture", required=True, type=click.Path(path_type=Path), help="the PNG to write")
    def shot(project: Path, page: int, picture: Path) -> None:
        """Draw the main window into a PNG; works without a display."""
        window.shoot(project, page, picture)

    group.add_command(proof_command(window.draw))


def run(window: Window | None, arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code: 0 done, 1 too many findings, 2 bad usage or input."""
    catalogue = load_catalogue(language_of(os.environ))
    replace_what_cannot_be_shown((sys.stdout, sys.stderr))
    try:
        result = build(window).main(
            args=None if arguments is None else list(arguments),
            prog_name="jiaochou",
            standalone_mode=False,
            obj=catalogue,
        )
    except JiaochouError as error:
        click.echo(catalogue.text(error.spoken).replace("\n", " "), err=True)
        return BAD_INPUT
    except click.ClickException as error:
        click.echo(f"jiaochou: {error.format_message()}".replace("\n", " "), err=True)
        return BAD_INPUT
    except click.Abort:
        return BAD_INPUT
    except BrokenPipeError:
        # The reader of our output has gone (`| head`); nothing is lost, and Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BAD_INPUT
    return result if isinstance(result, int) else 0
