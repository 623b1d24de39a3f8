"""What an exporter is given after `ExportOptions`: applied here once, so that every format heeds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from core.document.layout import Article, Layout, Piece, title_of
from core.document.role import ArticleKind, Role
from core.errors import refused
from core.exporters.critical_note import CriticalNote
from core.exporters.exporter import (
    Continuation,
    Correction,
    Exporter,
    ExportFile,
    ExportPage,
    Need,
    Suspect,
    between,
    goes_by_article,
    has_apparatus,
    issue_export,
    needs,
)
from core.exporters.options import ExportOptions, Split, checked_names
from core.exporters.rewriting import Rewriting, rewriting, rewritten_edits
from core.links.places import page_place
from core.text.edit import Edits, apply_edits
from core.text.span import Span
from core.text.span_table import Hold, SpanTable

_RUN = re.compile(r"([-_ ])[-_ ]+")


def export_files(
    chosen: Exporter, pages: Iterable[ExportPage], options: ExportOptions
) -> Iterator[ExportFile]:
    """Yield the files that hold `pages` in the format `chosen`, by `options`; pages are asked for one by one.

    Raises RefusedError where the format cannot be split so or has no room for an apparatus, the pattern of
    names speaks of what there is not, or no page has a signed round where only those are wanted.
    """
    checked_names(options.names)
    parting, by_issue = between(chosen), issue_export(chosen)
    possible = {Split.PAGE: True, Split.ARTICLE: goes_by_article(chosen), Split.ISSUE: parting or by_issue}
    if not possible[options.split]:
        raise refused("这种格式不能按篇或按期分文件：{format}", format=chosen.NAME)
    if options.apparatus and not has_apparatus(chosen):
        raise refused("这种格式不带校勘记：{format}", format=chosen.NAME)
    told = chosen_pages(pages, options)
    if options.split is Split.ISSUE and by_issue is not None:
        return (file for _, issue in groupby(told, key=lambda page: page.file) for file in by_issue(issue))
    files = chosen.export(told)
    return files if options.split is not Split.ISSUE else _joined(files, parting or b"")


def wanted(chosen: Exporter, options: ExportOptions) -> frozenset[Need]:
    """Return what `chosen` must be given of a page for an export by `options`."""
    return needs(chosen) | ({Need.APPARATUS} if options.apparatus else frozenset())


def chosen_pages(pages: Iterable[ExportPage], options: ExportOptions) -> Iterator[ExportPage]:
    """Yield what `options` leave of `pages`, and make of them."""
    number = 0
    for page in pages:
        if options.only_signed and not page.round:
            continue
        number += 1
        made = _arranged(_rewritten(page, options), options)
        if made.text is not page.text or made.layout is not page.layout:
            made = replace(made, history=None)
        yield from _named(made, number, options)
    if options.only_signed and not number:
        raise refused("还没有签过校次的版面，没有可以导出的")


def _joined(files: Iterable[ExportFile], parting: bytes) -> Iterator[ExportFile]:
    """Make one file of those that follow each other with the same path."""
    for path, group in groupby(files, key=lambda file: file.path):
        yield ExportFile(path, _parted(group, parting))


def _parted(files: Iterable[ExportFile], parting: bytes) -> Iterator[bytes]:
    opening = b""
    for file in files:
        for chunk in file.chunks:
            yield opening + chunk
            opening = b""
        opening = parting


def _rewritten(page: ExportPage, options: ExportOptions) -> ExportPage:
    rewrite = rewriting(options, page.text)
    if rewrite.is_none:
        return page
    edits = rewritten_edits(page.text, page.layout, rewrite)
    return replace(
        page,
        text=apply_edits(page.text, edits),
        layout=_renamed(page.layout.moved(edits), rewrite),
        corrections=_moved_corrections(page.corrections, edits, rewrite),
        apparatus=_moved_notes(page.apparatus, edits, rewrite),
        continuations={
            key: tuple(_rewritten_rest(rest, options) for rest in rests)
            for key, rests in page.continuations.items()
        },
        raw=None if page.raw is None else "\n".join(map(rewrite, page.raw.split("\n"))),
        suspects=None if page.suspects is None else _moved_suspects(page.suspects, edits, rewrite),
        printed=None if page.printed is None else page.printed.moved(edits),
    )


def _rewritten_rest(rest: Continuation, options: ExportOptions) -> Continuation:
    rewrite = rewriting(options, rest.text)
    edits = rewritten_edits(rest.text, rest.layout, rewrite)
    return replace(
        rest,
        text=apply_edits(rest.text, edits),
        layout=_renamed(rest.layout.moved(edits), rewrite),
        corrections=_moved_corrections(rest.corrections, edits, rewrite),
        apparatus=_moved_notes(rest.apparatus, edits, rewrite),
    )


def _renamed(layout: Layout, rewrite: Rewriting) -> Layout:
    articles = {
        key: article if article.name is None else replace(article, name=rewrite(article.name))
        for key, article in layout.articles.items()
    }
    return replace(layout, articles=articles)


def _moved(spans: list[Span | None], edits: Edits) -> list[Span | None]:
    table = SpanTable.of({at: span for at, span in enumerate(spans) if span is not None})
    moved = dict(table.moved(edits, Hold.STAYS).items())
    return [moved.get(at) for at in range(len(spans))]


def _moved_corrections(
    corrections: tuple[Correction, ...], edits: Edits, rewrite: Rewriting
) -> tuple[Correction, ...]:
    spans = _moved([made.span for made in corrections], edits)
    return tuple(
        replace(made, span=span, wrong=rewrite(made.wrong), right=rewrite(made.right))
        for made, span in zip(corrections, spans, strict=True)
    )


def _moved_notes(
    notes: tuple[CriticalNote, ...], edits: Edits, rewrite: Rewriting
) -> tuple[CriticalNote, ...]:
    spans = _moved([note.span for note in notes], edits)
    return tuple(
        replace(
            note,
            span=span or note.span,
            readings=tuple(replace(reading, text=rewrite(reading.text)) for reading in note.readings),
        )
        for note, span in zip(notes, spans, strict=True)
    )


def _moved_suspects(suspects: tuple[Suspect, ...], edits: Edits, rewrite: Rewriting) -> tuple[Suspect, ...]:
    spans = _moved([one.finding.span for one in suspects], edits)
    found = []
    for one, span in zip(suspects, spans, strict=True):
        told = tuple(replace(each, text=rewrite(each.text)) for each in one.finding.suggestions)
        finding = replace(one.finding, span=span or one.finding.span, suggestions=told)
        found.append(replace(one, finding=finding))
    return tuple(found)


def _arranged(page: ExportPage, options: ExportOptions) -> ExportPage:
    if options.only_signed or not options.linked:
        page = replace(page, continuations={}, told_elsewhere=frozenset())
    if not options.apparatus:
        page = _without_apparatus(page)
    if not options.scans:
        page = replace(page, with_scan=False)
    layout = _laid_out(page.text, page.layout, options)
    if options.furniture and layout.furniture:
        key = layout.next_id
        left = Article(layout.furniture, ArticleKind.OTHER)
        layout = replace(
            layout,
            order=(*layout.order, key),
            articles={**layout.articles, key: left},
            furniture=(),
            next_id=key + 1,
        )
    rests = {
        key: tuple(replace(rest, layout=_laid_out(rest.text, rest.layout, options)) for rest in told)
        for key, told in page.continuations.items()
    }
    return replace(page, layout=layout, continuations=rests)


def _without_apparatus(page: ExportPage) -> ExportPage:
    rests = {
        key: tuple(replace(rest, apparatus=()) for rest in told) for key, told in page.continuations.items()
    }
    return replace(page, apparatus=(), continuations=rests)


def _laid_out(text: str, layout: Layout, options: ExportOptions) -> Layout:
    if not options.headings:
        layout = _without_headings(layout)
    return _by_lines(text, layout) if options.line_breaks else layout


def _without_headings(layout: Layout) -> Layout:
    gone = {key for key, piece in layout.pieces.items() if piece.role is Role.HEADING}
    kept = {
        key: replace(article, pieces=tuple(piece for piece in article.pieces if piece not in gone))
        for key, article in layout.articles.items()
    }
    pieces = {key: piece for key, piece in layout.pieces.items() if key not in gone}
    furniture = tuple(piece for piece in layout.furniture if piece not in gone)
    return replace(
        layout,
        articles=kept,
        pieces=pieces,
        furniture=furniture,
        spans=layout.spans.patched(dict.fromkeys(gone)),
    )


def _by_lines(text: str, layout: Layout) -> Layout:
    """Make each line a piece that joins nothing; tables have their lines anyway."""
    pieces: dict[int, Piece] = {}
    spans: dict[int, Span] = {}
    lines: dict[int, tuple[int, ...]] = {}
    following = layout.next_id
    for key, piece in layout.pieces.items():
        span = layout.spans[key]
        parts = [span] if piece.role is Role.TABLE else _lines(text, span)
        numbers = (key, *range(following, following + len(parts) - 1))
        following += len(parts) - 1
        lines[key] = numbers
        pieces.update(dict.fromkeys(numbers, replace(piece, joins_previous=False)))
        spans.update(zip(numbers, parts, strict=True))
    articles = {
        key: replace(article, pieces=tuple(line for piece in article.pieces for line in lines[piece]))
        for key, article in layout.articles.items()
    }
    furniture = tuple(line for piece in layout.furniture for line in lines[piece])
    return Layout(layout.order, articles, pieces, furniture, SpanTable.of(spans), following)


def _lines(text: str, span: Span) -> list[Span]:
    found = []
    start = span.start
    for line in span.of(text).split("\n"):
        found.append(Span(start, start + len(line)))
        start += len(line) + 1
    return found


def _named(page: ExportPage, number: int, options: ExportOptions) -> Iterator[ExportPage]:
    """Yield `page`, or a page for each of its articles, with the name of the file that it goes into."""
    if options.split is Split.PAGE and not options.names:
        yield page
        return
    if options.split is not Split.ARTICLE:
        first = title_of(page.layout, page.layout.order[0], page.text) if page.layout.order else ""
        yield replace(page, file=_file(page, number, first, options))
        return
    told = [key for key in page.layout.order if key not in page.told_elsewhere]
    for at, key in enumerate(told, 1):
        title = title_of(page.layout, key, page.text)
        alone = replace(page, layout=replace(page.layout, order=(key,)))
        yield replace(alone, file=_file(page, at, title, options))


def _file(page: ExportPage, number: int, title: str, options: ExportOptions) -> str:
    pattern = options.names
    # A date among the first lines may be that of a document; the page's own name is surer.
    places = [page_place(page.name, ""), page_place(page.name, page.text)]
    date = next((place.issue for place in places if place.dated), "")
    printed = next((place.number for place in places if place.number), "")
    base = page.name.replace("\\", "/").rsplit("/", 1)[-1]
    paper = re.split("[0-9]", base, maxsplit=1)[0].strip(" -_第")
    if not pattern:
        pattern = "{paper}-{date}" if options.split is Split.ISSUE else f"{_bare(base)}-{{number}}-{{title}}"
    made = pattern.format(paper=paper, date=date, page=printed, number=f"{number:02}", title=title)
    return _RUN.sub(r"\1", made).strip("-_ ") or base


def _bare(name: str) -> str:
    return name.replace("{", "{{").replace("}", "}}")
