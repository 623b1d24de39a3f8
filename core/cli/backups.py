"""The commands about copies of a project, and about what is left of a damaged one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from core.cli.projects import PROJECT
from core.messages import Catalogue, message
from core.project.recovery import recover as recover_project
from core.store.backups import backups_of, make_backup, restore_backup
from core.store.project_file import examine


@click.command()
@click.argument("project", type=PROJECT)
@click.option("--list", "listed", is_flag=True, help="list the backups there are, newest first")
@click.pass_context
def backup(context: click.Context, project: Path, listed: bool) -> None:
    """Make a backup of a project beside it, also while somebody works on it."""
    catalogue: Catalogue = context.obj
    examine(project)
    if listed:
        for one in backups_of(project):
            click.echo(f"{one.at.astimezone():%Y-%m-%d %H:%M:%S}  {one.size:>12,}  {one.path}")
        return
    made = make_backup(project, datetime.now(UTC))
    if made is not None:
        click.echo(catalogue.text(message("备份在 {file}", file=str(made.path))))


@click.command()
@click.argument("backup_file", metavar="BACKUP", type=PROJECT)
@click.option("--to", "target", required=True, type=PROJECT, help="the project to make; must not exist")
@click.pass_context
def restore(context: click.Context, backup_file: Path, target: Path) -> None:
    """Make a new project of a backup."""
    catalogue: Catalogue = context.obj
    examine(backup_file)
    restore_backup(backup_file, target)
    click.echo(catalogue.text(message("已恢复为 {file}", file=str(target))))


@click.command()
@click.argument("project", type=PROJECT)
@click.option("--to", "target", required=True, type=PROJECT, help="the project to make; must not exist")
@click.pass_context
def recover(context: click.Context, project: Path, target: Path) -> None:
    """Make a new project of what can be read of a damaged one, which stays as it is."""
    catalogue: Catalogue = context.obj
    recovery = recover_project(project, target, "", datetime.now(UTC))
    for loss in recovery.losses:
        click.echo(catalogue.text(loss), err=True)
    told = message(
        "救回 {pages} 版，其中 {whole} 版完好，存为 {file}",
        pages=recovery.pages,
        whole=recovery.whole,
        file=str(target),
    )
    click.echo(catalogue.text(told))
    if recovery.losses:
        context.exit(1)
