"""The command that writes a project out."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from core.cli.output import Progress
from core.cli.projects import PROJECT
from core.errors import BadInputError, refused
from core.exporters.choosing import export_files, wanted
from core.exporters.exporter import exporter
from core.exporters.options import PRESETS, Characters, ExportOptions, Split, Width, decode_presets
from core.exporters.writing import write_export
from core.messages import Catalogue, message
from core.project.project import Project

_WIDTHS = click.Choice([width.value for width in Width])

_CHOICES = (
    click.option("--script", "characters", type=click.Choice([one.value for one in Characters]),
                 help="the script that goes out; tw and hk with the glyphs and phrases used there"),
    click.option("--marks", type=_WIDTHS, help="the width of punctuation"),
    click.option("--digits", type=_WIDTHS, help="the width of digits"),
    click.option("--line-breaks/--joined", default=None, help="keep printed lines, or join paragraphs"),
    click.option("--headings/--no-headings", default=None, help="headings inside articles"),
    click.option("--furniture/--no-furniture", default=None, help="what belongs to no article"),
    click.option("--linked/--unlinked", default=None, help="stories that go on on other pages as one"),
    click.option("--only-signed/--all-pages", default=None, help="only pages with a signed round"),
    click.option("--split", type=click.Choice([one.value for one in Split]), help="what makes a file"),
    click.option("--scans/--no-scans", default=None, help="copies of the scans, where a format shows them"),
    click.option("--apparatus/--no-apparatus", default=None, help="notes of what other pages read"),
    click.option("--names", help="file names of {paper} {date} {page} {number} {title}"),
)  # fmt: skip


def _with_choices(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_CHOICES):
        command = option(command)
    return command


@click.command()
@click.argument("project", type=PROJECT)
@click.option(
    "--to", "folder", required=True, type=click.Path(path_type=Path), help="the folder to write into"
)
@click.option("--format", "form", required=True, help="txt, md, jsonl, csv…; an unknown one names them all")
@click.option("--overwrite", is_flag=True, help="replace files that are there")
@click.option("--preset", help="choices that were saved in the project under this name")
@_with_choices
@click.pass_context
def export(
    context: click.Context,
    /,
    project: Path,
    folder: Path,
    form: str,
    overwrite: bool,
    preset: str | None,
    **chosen: Any,
) -> None:
    """Write the clean text of a project."""
    catalogue: Catalogue = context.obj
    found = exporter(form)
    with closing(Project.look(project)) as opened, opened.steady():
        options = _options(opened, preset, chosen)
        if not opened.pages():
            raise BadInputError(project, message("工程里还没有版面"))
        with Progress() as progress:
            files = export_files(found, opened.export_pages(wanted(found, options)), options)
            written = write_export(files, folder, progress, overwrite=overwrite)
    click.echo(
        catalogue.text(message("写出 {count} 个文件到 {folder}", count=len(written), folder=str(folder)))
    )


def _options(project: Project, preset: str | None, chosen: dict[str, Any]) -> ExportOptions:
    """Return the choices of the preset, and over them those of the command line."""
    options = ExportOptions()
    if preset is not None:
        presets = decode_presets(project.setting(PRESETS) or "{}")
        if preset not in presets:
            known = "、".join(presets) or "—"
            raise refused("工程里没有叫“{name}”的导出预设，现有：{names}", name=preset, names=known)
        options = presets[preset]
    kinds = {"characters": Characters, "marks": Width, "digits": Width, "split": Split}
    given: dict[str, Any] = {
        name: kinds[name](value) if name in kinds else value
        for name, value in chosen.items()
        if value is not None
    }
    return replace(options, **given)
