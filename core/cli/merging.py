"""`jiaochou merge`: what another editor did to a copy of the project, taken over, and how both agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import click

from core.changes.state import PROJECT_SHEET
from core.cli.conflicts import conflict_data, print_conflicts
from core.cli.output import Progress, print_json
from core.errors import BadInputError
from core.merging.agreement import Agreement, total
from core.merging.three_way import Choice, Side
from core.messages import Catalogue, message
from core.project.other_copy import OtherCopy, OtherVersion, take_version
from core.project.project import Project
from core.project.same_pages import SamePages

PROJECT = click.Path(path_type=Path)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        # One of them is not there, or is no name of a file; whoever opens it says so.
        return False


@click.command("merge")
@click.argument("project", type=PROJECT)
@click.argument("other", type=PROJECT)
@click.option("--format", "form", type=click.Choice(["json", "text"]), default="text", show_default=True)
@click.option("--dry-run", is_flag=True, help="only compare; change nothing")
@click.option(
    "--conflicts",
    type=click.Choice([choice.value for choice in Choice]),
    default=Choice.MINE.value,
    show_default=True,
    help="which reading stands where both corrected the same place, each otherwise",
)
@click.pass_context
def merge_projects(
    context: click.Context, project: Path, other: Path, form: str, dry_run: bool, conflicts: str
) -> None:
    """Take over what another editor did to a copy of the project.

    What only one of both corrected is taken, one step a page; where both corrected the same place, each
    otherwise, is listed. Pages are the same where they were imported from the same bytes.
    """
    catalogue: Catalogue = context.obj
    if _is_same(project, other):
        raise BadInputError(other, message("这就是工程自己"))
    opened = Project.look(project) if dry_run else Project.open(project)
    with closing(opened), closing(Project.look(other)) as copy, copy.steady(), Progress() as progress:
        beside = copy.versions.beside(opened.pages())
        found = []
        for done, version in enumerate(_versions(opened, beside)):
            progress(done, len(beside.pages.theirs))
            if version is not None:
                found.append(version)
                if not dry_run:
                    _take(opened, version, beside.pages, Choice(conflicts))
    if form == "json":
        print_json(_data(found, beside.pages))
    else:
        _print(found, beside.pages, catalogue)


def _versions(project: Project, copy: OtherCopy) -> Iterator[OtherVersion | None]:
    """Yield what the other copy has of each page, and last of what is decided for all pages."""
    both = [record for record in project.pages() if record.id in copy.pages.theirs]
    for record in (*both, None):
        page = PROJECT_SHEET if record is None else record.id
        news = copy.has_news(page, project.versions.way(page))
        yield copy.version(record, project.versions.own(page)) if news else None


def _take(project: Project, version: OtherVersion, pages: SamePages, choice: Choice) -> None:
    chosen = dict.fromkeys(version.versions.text.conflicts, choice)
    take_version(project.witnesses, project.perform, version, pages, chosen)


def _data(found: Sequence[OtherVersion], pages: SamePages) -> dict[str, Any]:
    return {
        "pages": [_page_data(version) for version in found if version.page != PROJECT_SHEET],
        "agreement": _agreement_data(total(version.agreement for version in found)),
        "only_mine": list(pages.only_mine),
        "only_theirs": list(pages.only_theirs),
    }


def _page_data(version: OtherVersion) -> dict[str, Any]:
    merged = version.versions.text
    return {
        "name": version.name,
        "editor": version.actor,
        "until": version.until.isoformat(),
        "taken": len(merged.of(Side.THEIRS)),
        "kept": len(merged.of(Side.MINE)),
        "same": len(merged.of(Side.BOTH)),
        "articles_differ": version.versions.arranged_apart,
        "conflicts": [conflict_data(version.versions.mine.text, place) for place in merged.conflicts],
        "agreement": _agreement_data(version.agreement),
    }


def _agreement_data(figures: Agreement) -> dict[str, Any]:
    return {
        "characters": figures.characters,
        "same": figures.same,
        "only_mine": figures.only_mine,
        "only_theirs": figures.only_theirs,
        "differently": figures.differently,
        "share": None if figures.share is None else round(figures.share, 4),
        "kappa": None if figures.kappa is None else round(figures.kappa, 4),
    }


def _print(found: Sequence[OtherVersion], pages: SamePages, catalogue: Catalogue) -> None:
    for version in found:
        if version.page != PROJECT_SHEET:
            _print_page(version, catalogue)
    figures = total(version.agreement for version in found)
    spoken = message(
        "改动 {corrected} 字：两边相同 {same}，只在本工程 {mine}，只在对方 {theirs}，两边不同 {apart}",
        corrected=figures.corrected,
        same=figures.same,
        mine=figures.only_mine,
        theirs=figures.only_theirs,
        apart=figures.differently,
    )
    kappa = "" if figures.kappa is None else f"  κ = {figures.kappa:.2f}"
    click.echo(catalogue.text(spoken) + kappa)
    for name in pages.only_theirs:
        click.echo(catalogue.text(message("{page}：本工程没有这一版", page=name)), err=True)


def _print_page(version: OtherVersion, catalogue: Catalogue) -> None:
    merged = version.versions.text
    spoken = message(
        "{page}：采用 {taken} 处，两边相同 {same} 处，冲突 {conflicts} 处",
        page=version.name,
        taken=len(merged.of(Side.THEIRS)),
        same=len(merged.of(Side.BOTH)),
        conflicts=len(merged.conflicts),
    )
    click.echo(catalogue.text(spoken))
    if version.versions.arranged_apart:
        click.echo("  " + catalogue.text(message("两边都改了稿件划分，保留本工程的")))
    print_conflicts(version.versions.mine.text, merged.conflicts)
