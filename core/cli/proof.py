"""The command that prints proof sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Protocol

import click

from core.cli.output import Progress
from core.commands.grounds import ground_name
from core.detectors.detector import all_detectors
from core.errors import BadInputError
from core.messages import Catalogue, Message, message
from core.project.project import Project
from core.proofs.proof import lacking, proof_sheets
from core.proofs.sheet import Sheet, Written

LAST_ROUND = 4
"""三校以后: what was corrected after the third round was signed."""


class DrawsSheets(Protocol):
    """What writes the sheets of pages into a PDF file and says how many there are."""

    def __call__(
        self,
        pages: Iterable[list[Sheet]],
        target: Path,
        title: str,
        progress: Callable[[int], None],
        *,
        overwrite: bool,
    ) -> Written:
        """Raise BadInputError where the file is there (unless `overwrite`), StorageError for a full disk."""
        ...


def proof_command(draw: DrawsSheets) -> click.Command:
    """Return the command; the window lends it what draws."""

    @click.command("proof")
    @click.argument("project", type=click.Path(path_type=Path))
    @click.option("--to", "target", required=True, type=click.Path(path_type=Path), help="the PDF to write")
    @click.option("--page", type=click.IntRange(min=1), help="which page, from 1; without it, all pages")
    @click.option(
        "--round",
        "number",
        type=click.IntRange(1, LAST_ROUND),
        help="which round; without it, of each page the newest that corrected something",
    )
    @click.option("--overwrite", is_flag=True, help="replace a file that is there")
    @click.pass_context
    def proof(
        context: click.Context,
        project: Path,
        target: Path,
        page: int | None,
        number: int | None,
        overwrite: bool,
    ) -> None:
        """Draw proof sheets: page text with the corrections of a round as proof marks."""
        catalogue: Catalogue = context.obj
        with closing(Project.look(project)) as opened, opened.steady(), Progress() as progress:
            pages = _pages(opened, project, page, number)
            sheets = _sheets(opened, pages, number, catalogue)
            written = draw(sheets, target, project.stem, progress, overwrite=overwrite)
        if not written.sheets:
            raise BadInputError(project, message("没有一版到了这个校次"))
        done = message("写出 {count} 张校样到 {file}", count=written.sheets, file=str(target))
        click.echo(catalogue.text(done))
        if written.missing:
            click.echo(catalogue.text(lacking(written.missing)), err=True)

    return proof


def _pages(opened: Project, path: Path, page: int | None, number: int | None) -> list[int]:
    """Return the pages to draw. Raises BadInputError where there are none."""
    pages = [record.id for record in opened.pages()]
    if not pages:
        raise BadInputError(path, message("工程里还没有版面"))
    if page is None:
        return [one for one in pages if number is None or opened.page(one).round + 1 >= number]
    if page > len(pages):
        raise BadInputError(path, message("没有第 {page} 版，共 {count} 版", page=page, count=len(pages)))
    return [pages[page - 1]]


def _sheets(
    opened: Project, pages: Sequence[int], number: int | None, catalogue: Catalogue
) -> Iterator[list[Sheet]]:
    titles = {rule.name: rule.title for detector in all_detectors() for rule in detector.RULES}

    def ground(why: str) -> Message:
        return ground_name(why, titles.get)

    for page in pages:
        proof = opened.rounds.proof(page, number)
        if proof is not None:
            yield proof_sheets(proof, catalogue.text, ground)
