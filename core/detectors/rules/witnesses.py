"""Places where other pages that carry the same text read otherwise, and may be right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from core.collation.judging import Grounds
from core.collation.page_collation import PageVariant, collate_page
from core.collation.reasons import shown
from core.collation.substance import said_in
from core.collation.taking import Taking, is_traditional, takings
from core.detectors.converting import converter
from core.detectors.detector import Context, Rule
from core.detectors.weights import weight_of
from core.document.finding import Finding, PageKey, Place, Suggestion
from core.document.page import PageView
from core.document.role import Role
from core.messages import Message, message
from core.text.script import simplify
from core.text.span import Span

VARIANT = Rule("witness-variant", message("异文"), asks_from=1 / 2)
"""Nothing but another witness shows these, and there are few: an even chance is worth a look."""

RULES = (VARIANT,)

LEAST = 0.06
"""The least probability of an error that is spoken of: half of what the strictest level asks."""

LONGEST = 60
"""A longer stretch that others do not have is a passage, and no reading."""

CERTAIN = 0.97
"""No finding is surer than this: papers do print otherwise."""

_SIGNS = re.compile(r"(?:[记記]者|通[讯訊]员|通訊員|作者|[摄攝]影)[^。，,；;)）\n]{0,12}\Z")
"""What stands right before the names of those who wrote or took a picture."""

NAMED = 3
"""So many pages that have a reading are named."""


def detect(page: PageView, context: Context) -> Iterator[Finding]:
    """Yield the places of `page` where what another page has may be what was to be printed."""
    others = (*context.others, *context.readings)
    if not others:
        return
    grounds = Grounds(context.language, context.pairs)
    readings = {one.key for one in context.readings}
    for found in collate_page(page, others, grounds).variants:
        doubt = found.judgement.doubt(found.own)
        if doubt >= LEAST and not (_is_passage(found) or _is_jump(page, found) or _is_signed(page, found)):
            yield _finding(page, found, doubt, readings)


def _is_passage(found: PageVariant) -> bool:
    """Say whether whole passages stand against each other, or one against a few words: no slip of the pen."""
    longest = max(len(reading.text) for reading in found.readings)
    said = bool(said_in(found.readings[found.own].text))
    return len(found.span) > LONGEST or (said and longest > LONGEST)


def _is_jump(page: PageView, found: PageVariant) -> bool:
    """Say whether one of the readings is a mark that the story goes on elsewhere; others have it whole."""
    if _touches_jump(page, found.span):
        return True
    return any(
        _touches_jump(found.passage.views[witness], Span(*place))
        for reading in found.readings
        for witness, place in zip(reading.witnesses, reading.spans, strict=True)
    )


def _is_signed(page: PageView, found: PageVariant) -> bool:
    """Say whether other people are named as those who wrote: each paper sends its own."""
    own = found.readings[found.own].text
    # Of a name that is read in two ways most characters stand.
    others = [reading.text for reading in found.readings if reading.text != own]
    another = all(len(text) > 1 and not set(own) & set(text) for text in others)
    return another and _SIGNS.search(page.text, 0, found.span.start) is not None


def _touches_jump(page: PageView, span: Span) -> bool:
    return any(jump.overlaps(span) for jump in page.once(_jumps))


def _jumps(page: PageView) -> list[Span]:
    pieces = page.layout.pieces
    return [span for piece, span in page.layout.spans.items() if pieces[piece].role is Role.JUMP]


def _finding(page: PageView, found: PageVariant, doubt: float, readings: AbstractSet[PageKey]) -> Finding:
    chances = found.judgement.chances
    others = [number for number in range(len(found.readings)) if number != found.own]
    others.sort(key=lambda number: -chances[number])
    convert = converter(page)
    span, texts = _suggested(page.text, [takings(found, number, convert)[0] for number in others])
    rest = sum(chances[number] for number in others)
    places = [
        Place(found.passage.views[witness].key, Span(*place))
        for number in others
        for witness, place in zip(found.readings[number].witnesses, found.readings[number].spans, strict=True)
        # Another text of this page is no place that one could go to.
        if found.passage.views[witness].key not in readings
    ]
    return Finding(
        VARIANT.name,
        span,
        _message(found, others),
        tuple(
            Suggestion(text, round(chances[number] / rest, 3))
            for number, text in zip(others, texts, strict=True)
        ),
        round(min(doubt, CERTAIN), 3),
        weight_of(max(len(said_in(reading.text)) for reading in found.readings)),
        related=tuple(places),
    )


def _suggested(text: str, made: Sequence[Taking]) -> tuple[Span, list[str]]:
    """Return the narrowest stretch that all of `made` change, and what each puts there.

    It has at least one character, so that it can be seen where something is missing.
    """
    start, end = min(taking.span.start for taking in made), max(taking.span.end for taking in made)
    puts = [text[start : one.span.start] + one.inserted + text[one.span.end : end] for one in made]
    ahead = _shared([text[start:end], *puts])
    behind = _shared([one[ahead:][::-1] for one in (text[start:end], *puts)])
    puts = [put[ahead : len(put) - behind] for put in puts]
    start, end = start + ahead, end - behind
    if start < end:
        return Span(start, end), puts
    if start and not text[start - 1].isspace():
        return Span(start - 1, end), [text[start - 1] + put for put in puts]
    return Span(start, end + 1), [put + text[end] for put in puts]


def _shared(texts: Sequence[str]) -> int:
    """Return with how many characters all of `texts` begin."""
    columns = enumerate(zip(*texts, strict=False))
    return next((at for at, column in columns if len(set(column)) > 1), min(map(len, texts)))


def _message(found: PageVariant, others: Sequence[int]) -> Message:
    said = [_said(found, number) for number in others]
    joined = said[0]
    for one in said[1:]:
        joined = message("{one}；{other}", one=joined, other=one)
    own, reason = found.readings[found.own].text, found.judgement.why
    if said_in(own):
        return message("“{own}”：{others}（{reason}）", own=shown(own), others=joined, reason=reason)
    return message("此处或有脱漏：{others}（{reason}）", others=joined, reason=reason)


def _said(found: PageVariant, number: int) -> Message:
    """Say who has a reading."""
    names = [page.name for page in found.holders(number)]
    listed: str | Message = "、".join(names)
    if len(names) > NAMED:
        listed = message("{names}等{count}版", names="、".join(names[:NAMED]), count=len(names))
    text = found.readings[number].text
    if not is_traditional(found.passage.own.text, found.span):
        text = simplify(text)
    if not said_in(text):
        return message("{pages}没有", pages=listed)
    if not said_in(found.readings[found.own].text):
        return message("{pages}有“{text}”", pages=listed, text=shown(text))
    return message("{pages}作“{text}”", pages=listed, text=shown(text))
