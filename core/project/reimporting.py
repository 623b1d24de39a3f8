"""A page that is imported again with a better text: the new text, and every correction that still applies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.collation.passage_index import imprint_of, shared_of
from core.commands.command import Command
from core.commands.merging import TAKEN, TakeText
from core.document.page import Source
from core.history.history import Outcome
from core.merging.moved import with_moves
from core.merging.three_way import NOTHING_CHOSEN, Choice, Merge, Place, Side, merge
from core.messages import message
from core.project.witnesses import BaseText, ProjectWitnesses
from core.store.rows import PageRecord
from core.store.witness_texts import WitnessKind

LEAST_SHARED = 4
"""So many sampled pieces a text must share with a page to be taken for the same page."""

SHARE = 0.25
"""And so much of what was sampled of the shorter one: two readings of a badly printed page share that."""

CLEAR = 2.0
"""And so many times as much as with the page that comes next."""


@dataclass(frozen=True)
class Matched:
    """Sources by the page they are another text of; `left` fit none, or two pages alike."""

    pages: Mapping[int, Source]
    left: tuple[Source, ...]


def matched_by_name(records: Sequence[PageRecord], sources: Iterable[Source]) -> Matched:
    """Find the page of each source: the one from the same path, else the only one of the same name."""
    given = list(sources)
    paths = {record.path: record.id for record in records}
    often = Counter(record.name for record in records)
    names = {record.name: record.id for record in records if often[record.name] == 1}
    pages: dict[int, Source] = {}
    left: list[Source] = []
    # A path says more than a name, whichever of two files comes first.
    for source in sorted(given, key=lambda one: one.path not in paths):
        page = paths.get(source.path, names.get(source.name))
        if page is None or page in pages:
            left.append(source)
        else:
            pages[page] = source
    return Matched(pages, tuple(left))


def matched_by_content(texts: Iterable[tuple[int, str]], sources: Sequence[Source]) -> Matched:
    """Find the page of each source by what both say: the one page that clearly shares most with it.

    `texts` are the pages of a project; five million characters of them take a second.
    """
    imprints = [imprint_of(source.text) for source in sources]
    best: list[list[tuple[int, int]]] = [[] for _ in sources]
    for page, text in texts:
        other = imprint_of(text)
        for found, imprint in zip(best, imprints, strict=True):
            shared = shared_of(imprint, other)
            if shared >= max(LEAST_SHARED, SHARE * min(len(imprint), len(other))):
                found.append((shared, page))
    pages: dict[int, Source] = {}
    left: list[Source] = []
    for source, found in zip(sources, best, strict=True):
        found.sort(reverse=True)
        is_clear = len(found) == 1 or (len(found) > 1 and found[0][0] >= CLEAR * found[1][0])
        if is_clear and found[0][1] not in pages:
            pages[found[0][1]] = source
        else:
            left.append(source)
    return Matched(pages, tuple(left))


@dataclass(frozen=True)
class NewText:
    """What becomes of a page that is read by `source`; `mine` is its text as it stands."""

    page: int
    name: str
    source: Source
    mine: str
    merged: Merge

    @property
    def kept(self) -> int:
        """How many places an editor had changed stay changed; those in conflict are not among them."""
        return len(self.merged.of(Side.MINE))

    @property
    def agreed(self) -> int:
        """How many places the new text has as an editor had corrected them."""
        return len(self.merged.of(Side.BOTH))


def new_text(record: PageRecord, base: BaseText, mine: str, source: Source) -> NewText | None:
    """Say what becomes of a page that reads `mine` and was made of `base`; None where it was made of this."""
    if source.digest == base.digest:
        return None
    merged = with_moves(base.text, mine, source.text, merge(base.text, mine, source.text))
    return NewText(record.id, record.name, source, mine, merged)


def take_text(
    witnesses: ProjectWitnesses,
    perform: Callable[[Command], Outcome],
    new: NewText,
    chosen: Mapping[Place, Choice] = NOTHING_CHOSEN,
) -> Outcome:
    """Read a page by another text as one step; conflicts are read as `chosen`, else as the page stands.

    The text that the page had until now stays a witness of it. Raises RefusedError where the page reads
    otherwise by now, StorageError; then the page is as it was.
    """
    witnesses.keep_raw(new.page)
    (record,) = witnesses.add([(new.page, new.source)], WitnessKind.IMPORT)
    what = message(
        "换用新的识别文字，保留改动 {kept} 处，冲突 {conflicts} 处",
        kept=new.kept,
        conflicts=len(new.merged.conflicts),
    )
    return perform(TakeText(new.page, new.mine, new.merged.edits(chosen), what, f"{TAKEN}{record.id}"))
