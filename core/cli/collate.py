"""`jiaochou collate`: passages that several pages share, and where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from core.cli.output import print_json
from core.cli.pages import read_pages
from core.collation.judging import Grounds, Judgement, judge_all
from core.collation.moved import moved_passages
from core.collation.report import html_report, name_of
from core.collation.surface import surface_variants
from core.collation.variants import Variant, VariantKind, variants
from core.collation.witnesses import WitnessGroup, witness_groups
from core.document.page import PageView
from core.language.language import open_language
from core.messages import Catalogue

Judged = tuple[Variant, Judgement]

KINDS = click.Choice([kind.value for kind in VariantKind])


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["json", "text", "html"]), default="text", show_default=True
)
@click.option("--only", multiple=True, type=KINDS, help="list variants of this kind alone")
@click.option("--without", multiple=True, type=KINDS, help="leave variants of this kind out")
@click.option("--encoding", help="read the files in this encoding instead of guessing it")
@click.pass_context
def collate(
    context: click.Context,
    files: tuple[Path, ...],
    form: str,
    only: tuple[str, ...],
    without: tuple[str, ...],
    encoding: str | None,
) -> None:
    """Compare passages that several files share."""
    catalogue: Catalogue = context.obj
    reading = read_pages(files, encoding)
    pages = (*reading.pages, *reading.beside)
    grounds = Grounds(open_language(), reading.taught.pairs)
    shown = (set(only) or {kind.value for kind in VariantKind}) - set(without)
    groups = [(group, _variants(group, shown, grounds)) for group in witness_groups(pages)]
    if form == "json":
        print_json({"groups": [_group_data(pages, group, found, catalogue) for group, found in groups]})
    elif form == "html":
        click.echo(html_report(pages, groups, catalogue).encode())
    else:
        for group, found in groups:
            _print_group(pages, group, found, catalogue)


def _variants(group: WitnessGroup, shown: set[str], grounds: Grounds) -> list[Judged]:
    found = variants(group)
    if shown & {"punctuation", "script", "break"}:
        found += surface_variants(group)
    found += moved_passages(group)
    judged = zip(found, judge_all(group, found, grounds), _places(group, found), strict=True)
    ordered = sorted(judged, key=lambda one: one[2])
    return [(variant, judgement) for variant, judgement, _ in ordered if variant.kind.value in shown]


def _places(group: WitnessGroup, found: Sequence[Variant]) -> list[int]:
    """Return where variants are in the base; one in what the base has lost comes behind the one before it."""
    places: list[int] = []
    for variant in found:
        held = (
            start
            for reading in variant.readings
            for witness, (start, _) in zip(reading.witnesses, reading.spans, strict=True)
            if witness == group.base
        )
        places.append(next(held, places[-1] if places else 0))
    return places


def _group_data(
    pages: Sequence[PageView], group: WitnessGroup, found: Sequence[Judged], catalogue: Catalogue
) -> dict[str, Any]:
    return {
        "title": group.title,
        "witnesses": [
            {"path": str(pages[it.page].key), "start": it.span[0], "end": it.span[1]}
            for it in group.witnesses
        ],
        "variants": [_variant_data(variant, judgement, catalogue) for variant, judgement in found],
    }


def _variant_data(variant: Variant, judgement: Judgement, catalogue: Catalogue) -> dict[str, Any]:
    return {
        "readings": [
            {"text": it.text, "witnesses": list(it.witnesses), "spans": [list(span) for span in it.spans]}
            for it in variant.readings
        ],
        "kind": variant.kind.value,
        "preferred": judgement.preferred,
        "why": catalogue.text(judgement.why),
    }


def _print_group(
    pages: Sequence[PageView], group: WitnessGroup, found: Sequence[Judged], catalogue: Catalogue
) -> None:
    click.echo(f"== {group.title}")
    for number, witness in enumerate(group.witnesses):
        click.echo(f"  [{number}] {pages[witness.page].key} {witness.span[0]}–{witness.span[1]}")
    for variant, judgement in found:
        name = catalogue.text(name_of(variant.kind))
        click.echo(f"\n{name}  {catalogue.text(judgement.why)}")
        for number, reading in enumerate(variant.readings):
            sign = "*" if number == judgement.preferred else " "
            having = ",".join(str(it) for it in reading.witnesses)
            none = "↵" if "\n" in reading.text else "∅"
            click.echo(f" {sign} [{having}] {' '.join(reading.text.split()) or none}")
    click.echo()
