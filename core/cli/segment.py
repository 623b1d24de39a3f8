"""`jiaochou segment`: the articles of each page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from core.cli.output import print_json
from core.cli.pages import read_pages
from core.document.layout import Article, Layout, title_of
from core.document.page import PageView
from core.text.script import script_of


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["json", "text"]), default="text", show_default=True)
@click.option("--encoding", help="read the files in this encoding instead of guessing it")
def segment(files: tuple[Path, ...], form: str, encoding: str | None) -> None:
    """Print the articles of each page."""
    pages = read_pages(files, encoding).pages
    if form == "json":
        print_json({"pages": [page_data(page) for page in pages]})
    else:
        for page in pages:
            _print_page(page)


def page_data(page: PageView) -> dict[str, Any]:
    """Return a page's articles in the shape the contract fixes."""
    layout = page.layout
    furniture = sorted(layout.spans[piece] for piece in layout.furniture)
    return {
        "path": str(page.key),
        "chars": len(page.text),
        "script": script_of(page.text).value,
        "articles": [_article_data(layout, key, article, page.text) for key, article in layout],
        "furniture": [{"start": span.start, "end": span.end} for span in furniture],
    }


def _article_data(layout: Layout, key: int, article: Article, text: str) -> dict[str, Any]:
    return {
        "title": title_of(layout, key, text),
        "kind": article.kind.value,
        "continued_from": article.continued_from,
        "continued_to": article.continued_to,
        "pieces": [
            {
                "start": layout.spans[piece].start,
                "end": layout.spans[piece].end,
                "role": layout.pieces[piece].role.value,
                "joins_previous": layout.pieces[piece].joins_previous,
            }
            for piece in article.pieces
        ],
    }


def _print_page(page: PageView) -> None:
    click.echo(f"== {page.key}")
    for key, article in page.layout:
        click.echo(f"\n{title_of(page.layout, key, page.text)}  [{article.kind.value}]")
        for piece in article.pieces:
            span, held = page.layout.spans[piece], page.layout.pieces[piece]
            line = page.lines.number_at(span.start) + 1
            sign = "+" if held.joins_previous else " "
            click.echo(f"{line:>6} {sign}{held.role.value:<9} {_shown(span.of(page.text))}")
    if page.layout.furniture:
        click.echo("\n[furniture]")
    for piece in page.layout.furniture:
        span = page.layout.spans[piece]
        click.echo(f"{page.lines.number_at(span.start) + 1:>6}            {_shown(span.of(page.text))}")
    click.echo()


def _shown(text: str, limit: int = 40) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[:limit] + "…"
