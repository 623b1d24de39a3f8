"""`jiaochou import --replace` and `--as-witness`: other texts of pages that a project has already."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import click

from core.cli.conflicts import print_conflicts
from core.document.page import Source
from core.errors import BadInputError
from core.messages import Catalogue, message
from core.project.project import Project
from core.project.reimporting import NewText, matched_by_content, matched_by_name, new_text, take_text
from core.store.witness_texts import WitnessKind

REPLACE = "replace"
AS_WITNESS = "as-witness"


Report = Callable[[int, int], None]
"""Hears how much is done, of how much."""


def again_or_beside(
    path: Path,
    sources: Sequence[Source],
    problems: list[BadInputError],
    report: Report,
    *,
    as_witness: bool,
) -> Callable[[Catalogue], None]:
    """Take `sources` as new texts of the pages of a project, or keep them beside these.

    What is wrong with single files goes to `problems`. Returns what prints the outcome. Raises BadInputError
    where there is no such project.
    """
    with closing(Project.open(path)) as project:
        if not as_witness:
            return partial(_print_read, *_read_again(project, sources, problems, report))
        count = _keep_beside(project, sources, problems, report)
    told = message("给 {count} 版添加了另一文本", count=count)
    return lambda catalogue: click.echo(catalogue.text(told))


def _read_again(
    project: Project, sources: Sequence[Source], problems: list[BadInputError], report: Report
) -> tuple[int, int, list[NewText]]:
    """Return how many pages were added, how many read so already, and those that read otherwise now.

    Scans that cannot be read go to `problems`.
    """
    matched = matched_by_name(project.pages(), sources)
    read: list[NewText] = []
    for done, (page, source) in enumerate(matched.pages.items()):
        report(done, len(matched.pages))
        text = project.texts.of([page])[1][page]
        new = new_text(project.page(page), project.witnesses.base(page), text, source)
        if new is not None:
            take_text(project.witnesses, project.perform, new)
            read.append(new)
    added = project.add_pages(matched.left)
    problems += added.unread
    return len(added.pages), len(added.known) + len(matched.pages) - len(read), read


def _print_read(added: int, known: int, read: Sequence[NewText], catalogue: Catalogue) -> None:
    click.echo(catalogue.text(message("加入 {added} 版，已有 {known} 版", added=added, known=known)))
    for new in read:
        spoken = message(
            "{page}：换用新的识别文字，保留改动 {kept} 处，新文字已同样改好 {same} 处，冲突 {conflicts} 处",
            page=new.name,
            kept=new.kept,
            same=new.agreed,
            conflicts=len(new.merged.conflicts),
        )
        click.echo(catalogue.text(spoken))
        print_conflicts(new.mine, new.merged.conflicts)


def _keep_beside(
    project: Project, sources: Sequence[Source], problems: list[BadInputError], report: Report
) -> int:
    """Return to how many pages a text was added."""
    matched = matched_by_name(project.pages(), sources)
    pairs = list(matched.pages.items())
    if matched.left:
        by_content = matched_by_content(_texts(project, report), matched.left)
        pairs += by_content.pages.items()
        cause = message("工程里找不到与它相同的版面")
        problems += [BadInputError(source.path or source.name, cause) for source in by_content.left]
    return len(project.witnesses.add(pairs, WitnessKind.ENGINE))


def _texts(project: Project, report: Report) -> Iterator[tuple[int, str]]:
    records = project.pages()
    for done, record in enumerate(records):
        report(done, len(records))
        yield from project.texts.of([record.id])[1].items()
