"""`jiaochou import --replace` and `--as-witness`: other texts of pages that a project has already."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
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


def again_or_beside(
    path: Path,
    sources: Sequence[Source],
    problems: list[BadInputError],
    catalogue: Catalogue,
    *,
    as_witness: bool,
) -> None:
    """Take `sources` as new texts of the pages of a project, or keep them beside these.

    What is wrong with single files goes to `problems`. Raises BadInputError where there is no such project.
    """
    with closing(Project.open(path)) as project:
        if as_witness:
            _keep_beside(project, sources, problems, catalogue)
        else:
            _read_again(project, sources, catalogue)


def _read_again(project: Project, sources: Sequence[Source], catalogue: Catalogue) -> None:
    matched = matched_by_name(project.pages(), sources)
    read: list[NewText] = []
    for page, source in matched.pages.items():
        text = project.texts.of([page])[1][page]
        new = new_text(project.page(page), project.witnesses.base(page), text, source)
        if new is not None:
            take_text(project.witnesses, project.perform, new)
            read.append(new)
    added, known = project.add_pages(matched.left)
    known_count = len(known) + len(matched.pages) - len(read)
    click.echo(
        catalogue.text(message("加入 {added} 版，已有 {known} 版", added=len(added), known=known_count))
    )
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
    project: Project, sources: Sequence[Source], problems: list[BadInputError], catalogue: Catalogue
) -> None:
    records = project.pages()
    matched = matched_by_name(records, sources)
    pairs = list(matched.pages.items())
    if matched.left:
        texts = ((record.id, project.texts.of([record.id])[1][record.id]) for record in records)
        by_content = matched_by_content(texts, matched.left)
        pairs += by_content.pages.items()
        cause = message("工程里找不到与它相同的版面")
        problems += [BadInputError(source.path or source.name, cause) for source in by_content.left]
    project.witnesses.add(pairs, WitnessKind.ENGINE)
    click.echo(catalogue.text(message("给 {count} 版添加了另一文本", count=len(pairs))))
