"""Changes and states as JSON, the form in which the project file keeps them.

Arrays are short and positional where there are many of a kind; a field that is left out is unchanged.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from core.changes.change import Change, LayoutPatch, VerdictPatch
from core.changes.state import PageState, Verdicts
from core.document.layout import Article, Layout, Link, Piece
from core.document.role import ArticleKind, Role
from core.document.verdict import Decision, Verdict
from core.messages import Message
from core.text.edit import Edit
from core.text.span import Span
from core.text.span_table import SpanTable

Json = Any
"""What json.loads gives; its shape is known only where it is taken apart."""


Decoded = TypeVar("Decoded")

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def dumps(value: Json) -> str:
    """Write JSON without needless white space, Chinese as it is.

    Half a surrogate pair, which a broken clipboard can hold and UTF-8 cannot, is written as its number.
    """
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _LONE_SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", written)


def decoded(written: str, take_apart: Callable[[Json], Decoded]) -> Decoded:
    """Read JSON; whatever it is that cannot be taken apart, it is a ValueError."""
    try:
        return take_apart(json.loads(written))
    except (TypeError, LookupError, AttributeError) as error:
        raise ValueError(f"not what was written here: {error!r}") from error


def _span(span: Span | None) -> Json:
    return None if span is None else [span.start, span.end]


def _read_span(data: Json) -> Span | None:
    return None if data is None else Span(*data)


def _piece(piece: Piece | None) -> Json:
    return None if piece is None else [piece.role.value, int(piece.joins_previous), int(piece.by_hand)]


def _read_piece(data: Json) -> Piece | None:
    return None if data is None else Piece(Role(data[0]), bool(data[1]), bool(data[2]))


def _article(article: Article | None) -> Json:
    if article is None:
        return None
    return [
        list(article.pieces),
        article.kind.value,
        article.name,
        int(article.by_hand),
        article.continued_from,
        article.continued_to,
        *([_link(article.linked_from), _link(article.linked_to)] if _is_linked(article) else []),
    ]


def _is_linked(article: Article) -> bool:
    return article.linked_from is not None or article.linked_to is not None


def _link(link: Link | None) -> Json:
    return None if link is None else [link.page, link.number]


def _read_link(data: Json) -> Link | None:
    return None if data is None else Link(*data)


def _read_article(data: Json) -> Article | None:
    if data is None:
        return None
    pieces, kind, name, by_hand, continued_from, continued_to, *links = data
    article = Article(tuple(pieces), ArticleKind(kind), name, bool(by_hand), continued_from, continued_to)
    if not links:
        return article
    linked_from, linked_to = (_read_link(link) for link in links)
    return replace(article, linked_from=linked_from, linked_to=linked_to)


def _verdict(verdict: Verdict | None) -> Json:
    if verdict is None:
        return None
    return [verdict.rule, verdict.content, verdict.before, verdict.after, verdict.decision.value]


def _read_verdict(data: Json) -> Verdict | None:
    if data is None:
        return None
    rule, content, before, after, decision = data
    return Verdict(rule, content, before, after, Decision(decision))


def encode_change(change: Change) -> str:
    """Write a change."""
    layout, verdicts = change.layout, change.verdicts
    fields: dict[str, Json] = {
        "edits": [[edit.start, edit.removed, edit.inserted] for edit in change.edits],
        "articles": {key: _article(article) for key, article in layout.articles.items()},
        "pieces": {key: _piece(piece) for key, piece in layout.pieces.items()},
        "spans": {key: _span(span) for key, span in layout.spans.items()},
        "verdicts": {key: _verdict(verdict) for key, verdict in verdicts.given.items()},
        "anchors": {key: _span(span) for key, span in verdicts.spans.items()},
    }
    kept = {name: value for name, value in fields.items() if value}
    single = {
        "order": None if layout.order is None else list(layout.order),
        "furniture": None if layout.furniture is None else list(layout.furniture),
        "next_id": layout.next_id,
        "next_verdict": verdicts.next_id,
        "round": change.round,
    }
    return dumps(kept | {name: value for name, value in single.items() if value is not None})


def decode_change(written: str) -> Change:
    """Read what `encode_change` wrote. Raises ValueError where it is anything else."""
    return decoded(written, _read_change)


def _read_change(data: Json) -> Change:
    def table(name: str) -> dict[int, Json]:
        return {int(key): value for key, value in data.get(name, {}).items()}

    layout = LayoutPatch(
        {key: _read_article(value) for key, value in table("articles").items()},
        {key: _read_piece(value) for key, value in table("pieces").items()},
        {key: _read_span(value) for key, value in table("spans").items()},
        None if "order" not in data else tuple(data["order"]),
        None if "furniture" not in data else tuple(data["furniture"]),
        data.get("next_id"),
    )
    verdicts = VerdictPatch(
        {key: _read_verdict(value) for key, value in table("verdicts").items()},
        {key: _read_span(value) for key, value in table("anchors").items()},
        data.get("next_verdict"),
    )
    return Change(tuple(Edit(*edit) for edit in data.get("edits", ())), layout, verdicts, data.get("round"))


def encode_state(state: PageState) -> str:
    """Write a whole page."""
    layout, verdicts = state.layout, state.verdicts
    return dumps(
        {
            "text": state.text,
            "order": list(layout.order),
            "articles": {key: _article(article) for key, article in layout.articles.items()},
            "pieces": {
                key: [*_span(layout.spans[key]), *_piece(piece)] for key, piece in layout.pieces.items()
            },
            "furniture": list(layout.furniture),
            "next_id": layout.next_id,
            "verdicts": {
                key: [*_span(verdicts.spans[key]), *_verdict(verdict)]
                for key, verdict in verdicts.given.items()
            },
            "next_verdict": verdicts.next_id,
            "round": state.round,
        }
    )


def decode_state(written: str) -> PageState:
    """Read what `encode_state` wrote. Raises ValueError where it is anything else."""
    return decoded(written, _read_state)


def _read_state(data: Json) -> PageState:
    pieces = {int(key): row for key, row in data["pieces"].items()}
    given = {int(key): row for key, row in data["verdicts"].items()}
    layout = Layout(
        tuple(data["order"]),
        {int(key): article for key, row in data["articles"].items() if (article := _read_article(row))},
        {key: piece for key, row in pieces.items() if (piece := _read_piece(row[2:]))},
        tuple(data["furniture"]),
        SpanTable.of({key: Span(row[0], row[1]) for key, row in pieces.items()}),
        data["next_id"],
    )
    verdicts = Verdicts(
        {key: verdict for key, row in given.items() if (verdict := _read_verdict(row[2:]))},
        SpanTable.of({key: Span(row[0], row[1]) for key, row in given.items()}),
        data["next_verdict"],
    )
    return PageState(data["text"], layout, verdicts, data["round"])


def message_data(message: Message) -> Json:
    """Return a message as template and values, for JSON; so history speaks any language."""
    return [
        message.template,
        {
            key: message_data(value) if isinstance(value, Message) else value
            for key, value in message.values.items()
        },
    ]


def read_message(data: Json) -> Message:
    """Return the message that `message_data` took apart."""
    template, values = data
    return Message(
        template,
        {key: read_message(value) if isinstance(value, list) else value for key, value in values.items()},
    )
