"""What a proof sheet is made of, and all its sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.changes.page_round import PageRound, RoundCorrection, RoundRearrangement, round_name
from core.document.counting import PASSES
from core.document.error_kind import error_kind_name
from core.messages import Message, message
from core.proofs.drawing import Frame, drawn
from core.proofs.listing import Entry, listed
from core.proofs.mark import Instructions, Mark, marks_of
from core.proofs.paging import paged
from core.proofs.rows import Rows
from core.proofs.sheet import Sheet
from core.text.lines import Lines
from core.text.script import Script, script_of

Say = Callable[[Message], str]


@dataclass(frozen=True)
class ProofPage:
    """A page called `name` before a round, and what the round has corrected."""

    name: str
    round: PageRound


def proof_sheets(page: ProofPage, say: Say, ground: Callable[[str], Message]) -> list[Sheet]:
    """Return the sheets of a page: its text with the marks, then the list of the corrections, if any.

    `say` speaks the sheet's own words; `ground` tells what the `why` of a correction is called.
    """
    done = page.round
    text = done.start.text
    made = _made(done)
    what = [one.edit if isinstance(one, RoundCorrection) else one.what for one in made]
    marks = marks_of(text, what, _instructions(say))
    traditional = script_of(text) is Script.TRADITIONAL
    name = say(round_name(done.number))
    title = name[:1].upper() + name[1:]
    frame = Frame(page.name, title, done.number, tuple(_head(done, say)), traditional)
    rows = Rows(text, done.start.layout)
    bodies = [
        *drawn(frame, rows, paged(rows, marks)),
        *listed(frame, list(_entries(made, marks, text, say, ground)), say),
    ]
    count = len(bodies)
    return [
        frame.closed(body, say(message("第 {number} 张，共 {count} 张", number=number, count=count)))
        for number, body in enumerate(bodies, 1)
    ]


def _made(done: PageRound) -> list[RoundCorrection | RoundRearrangement]:
    """List what a round did, in the order of the text before it."""

    def start(one: RoundCorrection | RoundRearrangement) -> int:
        return one.edit.start if isinstance(one, RoundCorrection) else one.what.spans[0].start

    return sorted((*done.corrections, *done.rearrangements), key=start)


def _instructions(say: Say) -> Instructions:
    # The sheet's words for a place have a hole for its letter, which is filled much later.
    moved = say(message("移至{place}", place="{0}"))
    return Instructions(
        say(message("接排")),
        say(message("接上文")),
        say(message("另起段")),
        say(message("删空行")),
        say(message("加空行")),
        moved,
    )


SHOWN = 10
"""So much of what was moved or joined is named in the list (code points)."""


def _head(done: PageRound, say: Say) -> Iterator[str]:
    """Yield what is said of the round as a whole."""
    made = _made(done)
    editors = sorted({one.who for one in made if one.who})
    moments = sorted(one.when for one in made)
    said = []
    if editors:
        said.append(say(message("校者：{names}", names="、".join(editors))))
    if moments:
        first, last = moment(moments[0]), moment(moments[-1])
        said.append(first if first == last else f"{first} — {last}")
    if done.signed_at is not None:
        who = done.signed_by or "—"
        said.append(say(message("签样：{who} {when}", who=who, when=moment(done.signed_at))))
    yield "　".join(said) or say(message("尚无校改"))
    characters = len(done.start.text)
    weight = sum(one.weight for one in done.corrections)
    rate = 10_000 * weight / characters if characters else 0.0
    counts = say(
        message(
            "{characters} 字，校改 {count} 处，折计差错 {weight}，差错率 {rate} / 万（合格线 {passes} / 万）",
            characters=characters,
            count=len(done.corrections),
            weight=round(weight, 1),
            rate=round(rate, 1),
            passes=PASSES,
        )
    )
    moved = len(done.rearrangements)
    yield counts + ("　" + say(message("移接 {count} 处", count=moved)) if moved else "")


def _entries(
    made: Sequence[RoundCorrection | RoundRearrangement],
    marks: Sequence[Mark],
    text: str,
    say: Say,
    ground: Callable[[str], Message],
) -> Iterator[Entry]:
    lines = Lines(text)
    for one, mark in zip(made, marks, strict=False):
        if isinstance(one, RoundCorrection):
            start, was, now = one.edit.start, one.edit.removed, one.edit.inserted
            kind = say(error_kind_name(one.kind))
        else:
            start, was, now = one.what.spans[0].start, _shown(one, text), mark.note
            kind = say(message("移接"))
        line = str(lines.number_at(start) + 1)
        yield Entry(
            str(mark.number), line, was, now, kind, say(ground(one.why)), one.who or "—", moment(one.when)
        )


def _shown(one: RoundRearrangement, text: str) -> str:
    whole = "".join(span.of(text) for span in one.what.spans)
    return whole if len(whole) <= SHOWN else f"{whole[:SHOWN]}……"


NAMED = 40
"""So many characters that no face has are named one by one."""


def lacking(missing: str) -> Message:
    """Say which characters no face has."""
    named = "".join(missing[:NAMED]) + ("……" if len(missing) > NAMED else "")
    return message("字体里没有这些字，校样上是空框：{characters}", characters=named)


def moment(when: datetime) -> str:
    """Return a moment to the minute, in the time of the place where the sheet is made."""
    return when.astimezone().strftime("%Y-%m-%d %H:%M")
