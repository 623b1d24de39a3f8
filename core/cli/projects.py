"""The commands that work on a project: import, verify."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path

import click

from core.cli.importing_again import AS_WITNESS, REPLACE, again_or_beside
from core.cli.output import Progress
from core.cli.pages import is_project
from core.document.page import Source
from core.errors import BadInputError, JiaochouError
from core.exporters.formats.jsonl import SUFFIX as EXPORTED
from core.importers.importer import outcomes
from core.importers.kind import Outcome
from core.messages import Catalogue, message
from core.project.project import Project, now
from core.project.restoring import restore
from core.store.project_file import SUFFIX

PROJECT = click.Path(path_type=Path)


@click.command("import")
@click.argument("project", type=PROJECT)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--encoding", help="read the files in this encoding instead of guessing it")
@click.option(
    "--replace",
    "again",
    flag_value=REPLACE,
    help="a file of the path or name of a page is its new text: corrections stay, conflicts are listed",
)
@click.option(
    "--as-witness",
    "again",
    flag_value=AS_WITNESS,
    help="the files are other readings of pages of the same name or content: no page changes",
)
@click.pass_context
def import_pages(
    context: click.Context, project: Path, paths: tuple[Path, ...], encoding: str | None, again: str | None
) -> None:
    """Add pages to a project, making it where it is missing."""
    catalogue: Catalogue = context.obj
    if not is_project(project):
        raise BadInputError(project, message("工程文件名要以 {suffix} 结尾", suffix=SUFFIX))
    if any(path.suffix == EXPORTED for path in paths):
        _restore(project, paths, catalogue)
        return
    problems: list[BadInputError] = []
    with Progress() as progress:
        sources = _readable(outcomes(paths, encoding), problems, progress)
        tell = None
        if again is not None:
            beside = again == AS_WITNESS
            tell = again_or_beside(project, list(sources), problems, progress, as_witness=beside)
        first = None if again is not None else next(sources, None)
        counts = None if first is None else _add_pages(project, chain([first], sources), problems)
    if tell is not None:
        tell(catalogue)
    if counts is not None:
        added, known = counts
        click.echo(catalogue.text(message("加入 {added} 版，已有 {known} 版", added=added, known=known)))
    for problem in problems:
        click.echo(catalogue.text(problem.spoken), err=True)
    if problems:
        context.exit(2)


def _restore(target: Path, paths: tuple[Path, ...], catalogue: Catalogue) -> None:
    """Make a new project of what was exported as JSON Lines."""
    if len(paths) > 1 or os.path.lexists(target):
        cause = message("要单独导入，而且导入到一个新的工程")
        raise BadInputError(next(path for path in paths if path.suffix == EXPORTED), cause)
    count = restore(paths[0], target, "", now())
    click.echo(catalogue.text(message("加入 {added} 版，已有 {known} 版", added=count, known=0)))


def _readable(
    read: Iterable[Outcome], problems: list[BadInputError], progress: Callable[[int], None]
) -> Iterator[Source]:
    """Yield the pages of `read`, one at a time; what is wrong with the others goes to `problems`."""
    for done, outcome in enumerate(read, 1):
        progress(done)
        if isinstance(outcome, BadInputError):
            problems.append(outcome)
        else:
            yield outcome


def _add_pages(path: Path, sources: Iterable[Source], problems: list[BadInputError]) -> tuple[int, int]:
    """Return how many pages were added and how many the project had already.

    Scans that cannot be read go to `problems`.
    """
    is_new = not os.path.lexists(path)
    project = Project.create(path) if is_new else Project.open(path)
    try:
        added = project.add_pages(sources)
    except (JiaochouError, KeyboardInterrupt):
        project.close()
        if is_new:
            path.unlink()
        raise
    project.close()
    problems += added.unread
    return len(added.pages), len(added.known)


@click.command()
@click.argument("project", type=PROJECT)
@click.pass_context
def verify(context: click.Context, project: Path) -> None:
    """Replay every page's log, compare digests, and check the file's own structure."""
    catalogue: Catalogue = context.obj
    with closing(Project.look(project)) as opened, Progress() as progress:
        verification = opened.verify(progress)
    if verification.problems:
        first = verification.problems[0]
        count = len(verification.problems)
        raise BadInputError(project, message("有 {count} 处问题，第一处：{first}", count=count, first=first))
    done = message(
        "{pages} 版、{steps} 处改动记录全部完好", pages=verification.pages, steps=verification.steps
    )
    click.echo(catalogue.text(done))
