"""Another editor's copy of the project: what it has of each page that this one has not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.changes.change import apply_change
from core.changes.codec import decode_change
from core.changes.state import PROJECT_SHEET, PageState
from core.commands.command import Command, edited
from core.commands.merging import EDITOR, TakeVersion
from core.document.layout import Link, layout_of
from core.document.page import Source
from core.history.history import Outcome
from core.history.states import PageStates
from core.language.language import open_language
from core.merging.agreement import Agreement, agreement_of
from core.merging.comparing import edits_between
from core.merging.states import Versions, versions
from core.merging.three_way import NOTHING_CHOSEN, Choice, Place, Side
from core.messages import Message, message
from core.project.same_pages import SamePages, same_pages
from core.project.witnesses import ProjectWitnesses
from core.store.log import StepLog
from core.store.rows import TEXT, PageRecord
from core.store.witness_texts import WitnessKind

Way = tuple[str, str, str, str]
"""A change to a page as the log has it, the digest of the text behind it, who made it and when."""


@dataclass(frozen=True)
class OwnVersion:
    """A page as this project has it, and the way it went there; the way of two copies begins the same.

    `arranged`: its articles are written down; where they are not, nobody has touched them.
    """

    state: PageState
    way: tuple[Way, ...]
    arranged: bool


@dataclass(frozen=True)
class OtherVersion:
    """What another copy has of a page: both versions brought together, who made the other and until when.

    `name` is that of the page, "" for what is decided for the whole project; `actor` may be "".
    """

    page: int
    name: str
    versions: Versions
    actor: str
    until: datetime

    @property
    def agreement(self) -> Agreement:
        """How far both editors agree."""
        return agreement_of(self.versions.base.text, self.versions.text)


@dataclass(frozen=True)
class ProjectVersions:
    """The pages of an open project, for whoever compares two copies of it."""

    log: StepLog
    states: PageStates

    def own(self, page: int) -> OwnVersion:
        """Read a page as this project has it. Raises as PageStates.state does."""
        state = self.states.at_hand(page)
        arranged = not (state.layout.is_unwritten or self.states.is_draft(page))
        return OwnVersion(state, _way(self.log, page), arranged)

    def way(self, page: int) -> tuple[Way, ...]:
        """Return the way of a page alone; its text is not read."""
        return _way(self.log, page)

    def beside(self, mine: Sequence[PageRecord]) -> OtherCopy:
        """Return this project as another copy of the one with the pages `mine`."""
        return OtherCopy(self.log, self.states, same_pages(mine, self.log.store.pages()))


@dataclass(frozen=True)
class OtherCopy:
    """Another copy of the project, opened to be looked at by whoever compares; `pages` are those of both."""

    log: StepLog
    states: PageStates
    pages: SamePages

    def has_news(self, page: int, way: Sequence[Way]) -> bool:
        """Say whether anything was done here to a page of this project that went this `way`."""
        there = _way(self.log, self._theirs(page))
        return len(there) > _shared(way, there)

    def _theirs(self, page: int) -> int:
        return PROJECT_SHEET if page == PROJECT_SHEET else self.pages.theirs[page]

    def version(self, record: PageRecord | None, own: OwnVersion) -> OtherVersion | None:
        """Return what this copy has of a page of both, None: what is decided for all pages.

        None comes back where nothing was done to the page here since both went apart. Raises BadInputError
        where this copy is damaged.
        """
        page = PROJECT_SHEET if record is None else record.id
        theirs = self._theirs(page)
        way = _way(self.log, theirs)
        shared = _shared(own.way, way)
        if len(way) == shared:
            return None
        base = self._base(theirs, way[:shared])
        both = versions(
            base,
            own.state if own.arranged else _arranged_as(base, own.state),
            _arranged_as(base, self.states.at_hand(theirs)),
        )
        steps = self.log.steps(page=theirs, limit=None)[: len(way) - shared]
        actors = dict.fromkeys(step.actor for step in reversed(steps) if step.undoable and step.actor)
        name = "" if record is None else record.name
        return OtherVersion(page, name, both, "、".join(actors), max(step.at for step in steps))

    def _base(self, page: int, way: Sequence[Way]) -> PageState:
        """Return a page as both had it when they went apart."""
        state = self.states.first(page)
        try:
            for change, *_ in way:
                state = apply_change(state, decode_change(change))
        except ValueError as error:
            raise self.log.store.damaged() from error
        if page == PROJECT_SHEET or not state.layout.is_unwritten:
            return state
        # Imported here: its patterns take a tenth of a second, which a start need not wait for.
        from core.segmentation.segmenter import segment

        return replace(state, layout=layout_of(segment(state.text, open_language())))


def _arranged_as(base: PageState, state: PageState) -> PageState:
    """Return a page with the articles that `base` has, where its own are not written down."""
    if not state.layout.is_unwritten:
        return state
    return replace(state, layout=edited(base, edits_between(base.text, state.text)).layout)


def take_version(
    witnesses: ProjectWitnesses,
    perform: Callable[[Command], Outcome],
    other: OtherVersion,
    pages: SamePages,
    chosen: Mapping[Place, Choice] = NOTHING_CHOSEN,
) -> Outcome | None:
    """Take over what another copy has of a page as one step; conflicts are read as `chosen`, else they stay.

    Where readings of theirs are not taken their version is kept as a witness of the page. Returns None where
    there was nothing to take. Raises RefusedError where the page reads otherwise by now, StorageError; then
    the page is as it was.
    """
    both = other.versions
    if any(chosen.get(place) is not Choice.THEIRS for place in both.text.conflicts):
        name = f"{other.name} ({other.actor})" if other.actor else other.name
        raw = both.theirs.text.encode("utf-8", "replace")
        source = Source(name, raw, "utf-8", both.theirs.text)
        witnesses.add([(other.page, source)], WitnessKind.EDITOR)

    def link_to(link: Link) -> Link | None:
        page = pages.mine.get(link.page)
        return None if page is None else replace(link, page=page)

    taken = both.taken(chosen, link_to)
    if not taken.changes(both.mine):
        return None
    what = _what(other, len(taken.edits))
    return perform(TakeVersion(other.page, both.mine.text, taken, what, f"{EDITOR}{other.actor}"))


def _what(other: OtherVersion, taken: int) -> Message:
    text = other.versions.text
    return message(
        "合并 {actor} 到 {until} 的校改：采用 {taken} 处，两边相同 {same} 处，冲突 {conflicts} 处",
        actor=other.actor or message("另一位编辑"),
        until=f"{other.until.astimezone():%Y-%m-%d %H:%M}",
        taken=taken,
        same=len(text.of(Side.BOTH)),
        conflicts=len(text.conflicts),
    )


def _way(log: StepLog, page: int) -> tuple[Way, ...]:
    # Two editors may well make the same correction: it is the same step only if it was the same gesture.
    rows = log.store.read(
        "SELECT forward, digest, actor, at FROM change JOIN step ON step_id = id"
        " WHERE page_id = ? ORDER BY id",
        [page],
        (TEXT,) * 4,
    )
    return tuple((forward, digest, actor, at) for forward, digest, actor, at in rows)


def _shared(one: Sequence[Way], other: Sequence[Way]) -> int:
    """Count the changes with which both ways begin."""
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    return same
