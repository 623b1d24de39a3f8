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
from core.text.edit import Edit
from core.text.span import Span
from core.text.span_table import SpanTable

Json = Any
"""What json.loads gives; its shape is known only where it is taken apart."""


Decoded = TypeVar("Decoded")

LARGEST = 2**53
"""No position, identity or count is greater: up to here every JSON reader agrees on whole numbers."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def dumps(value: Json) -> str:
    """Write JSON without needless white space, Chinese as it is.

    Half a surrogate pair, which a broken clipboard can hold and UTF-8 cannot, is written as its number.
    """
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _LONE_SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", written)


def decoded(written: str, take_apart: Callable[[Json], Decoded]) -> Decoded:
    """Read JSON; whatever it is that cannot be taken apart, however deep, it is a ValueError."""
    try:
        return take_apart(json.loads(written))
    except (TypeError, LookupError, AttributeError, OverflowError, RecursionError) as error:
        raise ValueError(f"not what was written here: {error!r}") from error


def whole(data: Json) -> int:
    """Return `data`, a whole number from 0 to `LARGEST`; anything else is a ValueError."""
    if type(data) is not int or not 0 <= data <= LARGEST:
        raise ValueError(f"no whole number: {data!r:.40}")
    return data


def measure(data: Json) -> float:
    """Return `data`, a number that is not infinite; anything else is a ValueError."""
    if type(data) not in (int, float) or not abs(data) <= LARGEST:
        raise ValueError(f"no number: {data!r:.40}")
    return float(data)


def words(data: Json) -> str:
    """Return `data`, a text; anything else is a ValueError."""
    if type(data) is not str:
        raise ValueError(f"no text: {data!r:.40}")
    return data


def truth(data: Json) -> bool:
    """Return what is written as 0 or 1; anything else is a ValueError."""
    if type(data) is not int or data not in (0, 1):
        raise ValueError(f"neither 0 nor 1: {data!r:.40}")
    return data == 1


def maybe(read: Callable[[Json], Decoded], data: Json) -> Decoded | None:
    """Return what `read` makes of `data`, None of None."""
    return None if data is None else read(data)


def _span(span: Span | None) -> Json:
    return None if span is None else [span.start, span.end]


def read_span(data: Json) -> Span:
    """Return the span that is written as its start and its end."""
    start, end = data
    return Span(whole(start), whole(end))


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


def _read_link(data: Json) -> Link:
    page, number = data
    return Link(whole(page), whole(number))


def _read_article(data: Json) -> Article | None:
    if data is None:
        return None
    pieces, kind, name, by_hand, *leads = data
    continued_from, continued_to, *links = leads
    article = Article(
        tuple(map(whole, pieces)),
        ArticleKind(kind),
        maybe(words, name),
        bool(by_hand),
        maybe(words, continued_from),
        maybe(words, continued_to),
    )
    if not links:
        return article
    linked_from, linked_to = (maybe(_read_link, link) for link in links)
    return replace(article, linked_from=linked_from, linked_to=linked_to)


def _verdict(verdict: Verdict | None) -> Json:
    if verdict is None:
        return None
    return [verdict.rule, verdict.content, verdict.before, verdict.after, verdict.decision.value]


def _read_verdict(data: Json) -> Verdict | None:
    if data is None:
        return None
    *said, decision = data
    rule, content, before, after = map(words, said)
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
        "removed": None if change.removed is None else int(change.removed),
    }
    return dumps(kept | {name: value for name, value in single.items() if value is not None})


def decode_change(written: str) -> Change:
    """Read what `encode_change` wrote. Raises ValueError where it is anything else."""
    return decoded(written, _read_change)


def _read_change(data: Json) -> Change:
    def table(name: str) -> dict[int, Json]:
        return {_key(key): value for key, value in data.get(name, {}).items()}

    layout = LayoutPatch(
        {key: _read_article(value) for key, value in table("articles").items()},
        {key: _read_piece(value) for key, value in table("pieces").items()},
        {key: maybe(read_span, value) for key, value in table("spans").items()},
        None if "order" not in data else tuple(map(whole, data["order"])),
        None if "furniture" not in data else tuple(map(whole, data["furniture"])),
        maybe(whole, data.get("next_id")),
    )
    verdicts = VerdictPatch(
        {key: _read_verdict(value) for key, value in table("verdicts").items()},
        {key: maybe(read_span, value) for key, value in table("anchors").items()},
        maybe(whole, data.get("next_verdict")),
    )
    edits = tuple(_read_edit(edit) for edit in data.get("edits", ()))
    return Change(edits, layout, verdicts, maybe(whole, data.get("round")), maybe(truth, data.get("removed")))


def _key(written: str) -> int:
    return whole(int(written))


def _read_edit(data: Json) -> Edit:
    start, removed, inserted = data
    return Edit(whole(start), words(removed), words(inserted))


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
            # Left out where it is not so: digests of states are kept from before pages could be removed.
            **({"removed": 1} if state.removed else {}),
        }
    )


def decode_state(written: str) -> PageState:
    """Read what `encode_state` wrote. Raises ValueError where it is anything else."""
    return decoded(written, _read_state)


def _read_state(data: Json) -> PageState:
    pieces = {_key(key): row for key, row in data["pieces"].items()}
    given = {_key(key): row for key, row in data["verdicts"].items()}
    layout = Layout(
        tuple(map(whole, data["order"])),
        {_key(key): article for key, row in data["articles"].items() if (article := _read_article(row))},
        {key: piece for key, row in pieces.items() if (piece := _read_piece(row[2:]))},
        tuple(map(whole, data["furniture"])),
        SpanTable.of({key: read_span(row[:2]) for key, row in pieces.items()}),
        whole(data["next_id"]),
    )
    verdicts = Verdicts(
        {key: verdict for key, row in given.items() if (verdict := _read_verdict(row[2:]))},
        SpanTable.of({key: read_span(row[:2]) for key, row in given.items()}),
        whole(data["next_verdict"]),
    )
    rounds, removed = whole(data["round"]), truth(data.get("removed", 0))
    return PageState(words(data["text"]), layout, verdicts, rounds, removed)
