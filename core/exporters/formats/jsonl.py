r"""JSON Lines: one file, one page a line, nothing lost. `read_jsonl` gives back the pages that went in.

A line is an object: `schema` and `version`, `name`, `page` (its number in the project), `sha256` and
`encoding` of the imported bytes, `round` (校次), `text` (current, line ends \n), `articles` in reading order
with their `pieces`, `furniture`, `corrections` and `next_id`. Positions are code points of `text`, half-open
[start, end). An article that goes on on another page says of `linked_to` that `page` and the `number` of the
link, which the other half says as `linked_from`. For the reader's convenience an article carries its `title`
and a piece its `text`; `read_jsonl` makes nothing of them.

What the page was made of stands in `history`: the imported bytes, where they came from, each step that
changed the text or signed it, verdicts on findings. A project can be made of it again, which is what
core/project/restoring.py does. It is left out where the text or the articles were changed on their way out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from core.disk import open_regular
from core.document.layout import Article, ArticleId, Layout, Link, Piece, PieceId, title_of
from core.document.role import ArticleKind, Role
from core.errors import BadInputError, StorageError
from core.exporters.exporter import Correction, ExportFile, ExportPage, Need
from core.exporters.history_codec import history_record, read_history
from core.messages import message
from core.text.span import Span
from core.text.span_table import SpanTable

NAME = "jsonl"
TITLE = message("JSON Lines（含稿件、标注和校改，不失一字）")
SUFFIX = ".jsonl"
NEEDS = frozenset({Need.CORRECTIONS, Need.HISTORY})
SCHEMA = "jiaochou-page"
VERSION = 2

Record = Mapping[str, object]
T = TypeVar("T")

_ESCAPED = re.compile("[\x85\u2028\u2029\ud800-\udfff]")
"""What many programs take for the end of a line, and halves of surrogate pairs, which UTF-8 does not hold."""


def export(pages: Iterable[ExportPage]) -> Iterator[ExportFile]:
    """Yield the one file `pages.jsonl` (UTF-8), a chunk for each page."""
    yield ExportFile(f"pages{SUFFIX}", (_line(page) for page in pages))


def read_jsonl(path: Path) -> Iterator[ExportPage]:
    """Yield the pages of an exported file.

    Raises BadInputError where a line is no page of this schema, StorageError where the file cannot be read.
    """
    try:
        with open_regular(path) as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _read_line(path, number, line)
    except OSError as error:
        cause = error.strerror or str(error)
        raise StorageError(message("读不了 {file}：{cause}", file=str(path), cause=cause)) from error


def page_record(page: ExportPage) -> dict[str, object]:
    """Return what a line says of `page`."""
    layout, text = page.layout, page.text
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "name": page.name,
        "page": page.number,
        "sha256": page.digest,
        "encoding": page.encoding,
        "round": page.round,
        "text": text,
        "articles": [_article_record(key, layout, text) for key in layout.order],
        "furniture": [_piece_record(key, layout, text) for key in layout.furniture],
        "corrections": [_correction_record(correction) for correction in page.corrections],
        "next_id": layout.next_id,
        **({} if page.history is None else {"history": history_record(page.history)}),
    }


def page_of(record: Record) -> ExportPage:
    """Return the page that `record` speaks of; raises KeyError, TypeError or ValueError where it is none."""
    if record["schema"] != SCHEMA:
        raise ValueError("schema")
    corrections = _objects(record, "corrections", _correction)
    return ExportPage(
        _value(record, "name", str),
        _value(record, "text", str),
        _layout(record),
        _value(record, "sha256", str),
        _value(record, "encoding", str),
        _value(record, "round", int),
        corrections,
        _value(record, "page", int) if "page" in record else 0,
        history=read_history(_object(record["history"])) if "history" in record else None,
    )


def _line(page: ExportPage) -> bytes:
    line = json.dumps(page_record(page), ensure_ascii=False)
    return (_ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", line) + "\n").encode()


def _article_record(key: ArticleId, layout: Layout, text: str) -> dict[str, object]:
    article = layout.articles[key]
    return {
        "id": key,
        "title": title_of(layout, key, text),
        "name": article.name,
        "kind": article.kind.value,
        "by_hand": article.by_hand,
        "continued_from": article.continued_from,
        "continued_to": article.continued_to,
        "linked_from": _link_record(article.linked_from),
        "linked_to": _link_record(article.linked_to),
        "pieces": [_piece_record(piece, layout, text) for piece in article.pieces],
    }


def _link_record(link: Link | None) -> dict[str, int] | None:
    return None if link is None else {"page": link.page, "number": link.number}


def _piece_record(key: PieceId, layout: Layout, text: str) -> dict[str, object]:
    piece, span = layout.pieces[key], layout.spans[key]
    return {
        "id": key,
        "start": span.start,
        "end": span.end,
        "role": piece.role.value,
        "joins_previous": piece.joins_previous,
        "by_hand": piece.by_hand,
        "text": span.of(text),
    }


def _correction_record(correction: Correction) -> dict[str, object]:
    span = correction.span
    return {
        "start": None if span is None else span.start,
        "end": None if span is None else span.end,
        "wrong": correction.wrong,
        "right": correction.right,
        "who": correction.who,
        "when": correction.when,
        "why": correction.why,
    }


def _read_line(path: Path, number: int, line: bytes) -> ExportPage:
    try:
        record = _object(json.loads(line))
        version = _value(record, "version", int)
        if version <= VERSION:
            return page_of(record)
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise BadInputError(path, message("第 {line} 行不是本程序导出的一页", line=number)) from error
    newer = message(
        "第 {line} 行由较新的版本写成（格式 {version}），请先更新本程序", line=number, version=version
    )
    raise BadInputError(path, newer)


def _layout(record: Record) -> Layout:
    pieces: dict[PieceId, Piece] = {}
    spans: dict[PieceId, Span] = {}
    articles: dict[ArticleId, Article] = {}
    length = len(_value(record, "text", str))

    def add_piece(entry: Record) -> PieceId:
        key = _value(entry, "id", int)
        span = Span(_value(entry, "start", int), _value(entry, "end", int))
        if key in pieces or span.end > length:
            raise ValueError("pieces")
        role = Role(_value(entry, "role", str))
        pieces[key] = Piece(role, _value(entry, "joins_previous", bool), _value(entry, "by_hand", bool))
        spans[key] = span
        return key

    def add_article(entry: Record) -> ArticleId:
        key = _value(entry, "id", int)
        if key in articles:
            raise ValueError("articles")
        articles[key] = Article(
            _objects(entry, "pieces", add_piece),
            ArticleKind(_value(entry, "kind", str)),
            _text_or_none(entry, "name"),
            _value(entry, "by_hand", bool),
            _text_or_none(entry, "continued_from"),
            _text_or_none(entry, "continued_to"),
            _link_or_none(entry, "linked_from"),
            _link_or_none(entry, "linked_to"),
        )
        return key

    order = _objects(record, "articles", add_article)
    furniture = _objects(record, "furniture", add_piece)
    next_id = _value(record, "next_id", int)
    return Layout(order, articles, pieces, furniture, SpanTable.of(spans), next_id)


def _correction(entry: Record) -> Correction:
    gone = entry["start"] is None
    span = None if gone else Span(_value(entry, "start", int), _value(entry, "end", int))
    wrong, right, who, when, why = (
        _value(entry, name, str) for name in ("wrong", "right", "who", "when", "why")
    )
    return Correction(span, wrong, right, who, when, why)


def _value(record: Record, name: str, kind: type[T]) -> T:
    value = record[name]
    if type(value) is not kind:
        raise TypeError(name)
    return value


def _text_or_none(record: Record, name: str) -> str | None:
    return None if record[name] is None else _value(record, name, str)


def _link_or_none(record: Record, name: str) -> Link | None:
    """Return a link; pages that were exported before there were links have none."""
    if record.get(name) is None:
        return None
    entry = _object(record[name])
    return Link(_value(entry, "page", int), _value(entry, "number", int))


def _objects(record: Record, name: str, read: Callable[[Record], T]) -> tuple[T, ...]:
    entries = _value(record, name, list)
    return tuple(read(_object(entry)) for entry in entries)


def _object(value: object) -> Record:
    if not isinstance(value, dict):
        raise TypeError("no object")
    return value
