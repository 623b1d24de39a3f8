"""Two versions of a page with all that belongs to it: text, articles, verdicts, the round it is signed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from core.changes.state import PageState
from core.document.layout import Layout, Link
from core.document.settle import settled_layout
from core.document.verdict import Verdict
from core.merging.arranged import Arranged, arranged
from core.merging.comparing import edits_between
from core.merging.three_way import NOTHING_CHOSEN, Choice, Merge, Place, Side, merge
from core.text.edit import Edits, apply_edits
from core.text.span import Span

LinkTo = Callable[[Link], Link | None]
"""What a link of the other project is called in this one, None where it leads nowhere here."""


@dataclass(frozen=True)
class Taken:
    """What my version of a page takes over: edits to its text, and what else becomes other.

    `layout` is the other's for the text after the edits, None: mine stays. `verdicts` are given besides, with
    their places in that text.
    """

    edits: Edits
    layout: Layout | None
    verdicts: tuple[tuple[Verdict, Span], ...]
    round: int

    def changes(self, mine: PageState) -> bool:
        """Say whether taking it over makes any difference to `mine`."""
        return bool(self.edits or self.layout or self.verdicts) or self.round != mine.round


@dataclass(frozen=True)
class Versions:
    """A page as both had it and as either has it now; `text` is their texts brought together."""

    base: PageState
    mine: PageState
    theirs: PageState
    text: Merge

    @property
    def arranged_apart(self) -> bool:
        """Whether both have arranged the same by hand, each otherwise: then mine stays."""
        return self._arranged.clash

    def taken(
        self, chosen: Mapping[Place, Choice] = NOTHING_CHOSEN, link_to: LinkTo = lambda link: link
    ) -> Taken:
        """Return what my version takes over of theirs; conflicts are read as `chosen`, else as mine."""
        edits = self.text.edits(chosen)
        after = apply_edits(self.mine.text, edits)
        theirs_to_after = edits_between(self.theirs.text, after)
        return Taken(
            edits,
            self._their_layout(after, theirs_to_after, link_to),
            self._their_verdicts(theirs_to_after),
            self._round(),
        )

    def _their_layout(self, after: str, edits: Edits, link_to: LinkTo) -> Layout | None:
        """Return the articles of both for the text `after`, None where mine are as they are to be."""
        arranged = self._arranged.layout
        if arranged is None:
            return None
        layout = settled_layout(arranged.moved(edits), after, edits)
        articles = {
            key: replace(
                article,
                linked_from=None if article.linked_from is None else link_to(article.linked_from),
                linked_to=None if article.linked_to is None else link_to(article.linked_to),
            )
            if article != self.mine.layout.articles.get(key)
            else article
            for key, article in layout.articles.items()
        }
        # Identities that mine have used must not be used again for anything else.
        return replace(layout, articles=articles, next_id=max(layout.next_id, self.mine.layout.next_id))

    @property
    def _arranged(self) -> Arranged:
        return arranged(self.base.layout, self.mine.layout, self.theirs.layout)

    def _their_verdicts(self, edits: Edits) -> tuple[tuple[Verdict, Span], ...]:
        """Return the verdicts that only they have given."""
        known = {*self.base.verdicts.given.values(), *self.mine.verdicts.given.values()}
        moved = self.theirs.verdicts.moved(edits)
        return tuple(
            (verdict, moved.spans[key]) for key, verdict in moved.given.items() if verdict not in known
        )

    def _round(self) -> int:
        """Return the round that the page is signed for: what nobody has read as it is now is not signed."""
        sides = {place.side for place in self.text.places}
        mixed = sides >= {Side.MINE, Side.THEIRS} or Side.CONFLICT in sides
        mine, theirs = self.mine.round, self.theirs.round
        if mixed or self.base.round not in (mine, theirs):
            return min(mine, theirs)
        return theirs if mine == self.base.round else mine


def versions(base: PageState, mine: PageState, theirs: PageState) -> Versions:
    """Bring together two versions of the page `base`."""
    return Versions(base, mine, theirs, merge(base.text, mine.text, theirs.text))
