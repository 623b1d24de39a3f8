"""The findings of a project's pages: made in view of what the pages tell each other, kept, and listed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from core.changes.state import PageState
from core.detectors.detector import Detector, check
from core.document.finding import Finding
from core.document.page import PageView
from core.exporters.exporter import Suspect
from core.history.states import PageStates
from core.project.kept import Checked, KeptFindings, ListingPart
from core.project.knowledge import PageTraits, ProjectKnowledge, Readings, Surroundings
from core.project.known import Known, KnownPages, keep_traits, read_traits
from core.project.taught import Taught
from core.project.witnesses import ProjectWitnesses
from core.store.store import Store

VIEWS = 48
"""Of so many pages it is remembered what detectors asked of them: more than one check looks at."""


class ProjectFindings:
    """What detectors have found, and what they need to know. Not thread-safe, as the project is not."""

    def __init__(self, store: Store, states: PageStates, taught: Taught, witnesses: ProjectWitnesses) -> None:
        self._store = store
        self._states = states
        self._taught = taught
        self._witnesses = witnesses
        self._kept = KeptFindings(store, states, taught)
        self._known: KnownPages | None = None
        self._readings = Readings()
        self._views: dict[int, PageView] = {}

    # Findings of a page

    def check(self, page: int, detectors: Iterable[Detector]) -> Checked:
        """Return the findings of a page, running `detectors` where none are kept for it as it stands."""
        findings = self.kept(page)
        if findings is None:
            view = self._view(page)
            context = self.surroundings(page).context(view, self._readings)
            findings = check(view, context, detectors)
            self.keep(page, self.fingerprint(page), findings, alone=not self.is_known)
        return self.checked(page, findings)

    def fingerprint(self, page: int) -> str:
        """Return a digest of all that the findings of a page depend on."""
        return self._kept.fingerprint(page)

    def taught_digest(self, page: int) -> str:
        """Return a digest of what was taught, as far as the findings of a page depend on it."""
        return self._taught.digest(self._states.text(page))

    def kept(self, page: int) -> list[Finding] | None:
        """Return the findings of a page as it stands, None where it must be checked first."""
        return self._kept.of(page)

    def keep(self, page: int, fingerprint: str, findings: list[Finding], *, alone: bool = True) -> None:
        """Keep what detectors found on a page, unless it has changed since `fingerprint` was taken.

        `alone`: they were made before it was known what the other pages tell.
        """
        kept = self._kept.keep(page, fingerprint, findings, alone=alone)
        # A check may have been under way while its page was removed: such a page tells the others nothing.
        if kept and self._known is not None and not self._states.at_hand(page).removed:
            view = self._view(page)
            self._known.keep_ground(view)
            self._known.heed(view)

    def is_checked(self, page: int) -> bool:
        """Say whether findings are kept of a page as it stands that were made in view of the others.

        A change on another page makes them old only where it changes which forms are settled of which
        something on this page is one slip off: or one key would make all pages old.
        """
        if not self._kept.is_checked(page):
            return False
        return self._known is None or self._known.is_ground(self._view(page))

    def checked(self, page: int, findings: list[Finding]) -> Checked:
        """Say which of `findings`, made for the page as it stands, an editor has already decided about.

        The lists of findings and of pages are told.
        """
        return self._kept.checked(page, findings)

    def suspects(self, page: int) -> tuple[Suspect, ...] | None:
        """Return what is shown of a page or was dismissed, None where it must be checked first."""
        return self._kept.suspects(page)

    def listing(self, after: int, limit: int) -> ListingPart:
        """Return how the findings of the next `limit` pages behind position `after` are listed.

        No text is read; pages that have changed since they were checked come without findings.
        """
        return self._kept.listing(after, limit)

    def keep_counts(self, counts: Mapping[int, int]) -> None:
        """Say how many findings of pages wait, for the list of pages."""
        self._kept.keep_counts(counts)

    # What pages tell each other

    def read_traits(self, after: int, limit: int) -> list[Known]:
        """Read what the next pages behind number `after` tell; see read_traits in core.project.known."""

        def text(page: int) -> str:
            # Its articles tell the others nothing; finding them takes longer than all the rest.
            touched = self._store.page(page).touched
            return self._states.state(page).text if touched else self._states.first(page).text

        return read_traits(self._store, text, after, limit)

    def keep_traits(self, made: Mapping[int, PageTraits]) -> None:
        """Keep what pages tell, for the next opening."""
        keep_traits(self._store, made)

    def know(self, knowledge: ProjectKnowledge) -> None:
        """Take over what all pages tell; from now on checks are made in view of it."""
        self._known = KnownPages(self._store, knowledge)

    def forget(self) -> None:
        """Know nothing of the pages any more, for there are others now."""
        self._known = None

    @property
    def is_known(self) -> bool:
        """Whether it is known what the pages tell each other."""
        return self._known is not None

    def surroundings(self, page: int, *, arranged: bool = True) -> Surroundings:
        """Return what a check of a page needs; as long as nothing is known of the others, it stands alone.

        So does a page that was removed.
        The pages that share text with it come with their articles; not `arranged`: with those that are known,
        for to look for them takes longer than whoever waits for the project should wait.
        """
        taught = self._taught.context()
        # All is looked for: then another level, or a rule switched on again, need not be waited for.
        readings = self._witnesses.readings(page)
        taught = replace(taught, options=taught.options.widest, readings=readings)
        if self._known is None or self._states.at_hand(page).removed:
            return Surroundings(taught)
        view = self._view if arranged else self.glance
        return self._known.surroundings(view(page), view, self._at_hand, taught)

    def with_witnesses(self, page: int) -> tuple[PageView, list[PageView]]:
        """Return a page, and the pages and other texts that may carry its text; articles are not looked for.

        As long as nothing is known of the other pages there are only texts of the page itself.
        """
        view = self._at_hand(page)
        others = [] if self._known is None else self._known.sharing(view, self._at_hand)
        return view, [*others, *self._witnesses.of(page)]

    def glance(self, page: int) -> PageView:
        """Return a page for whoever finds its articles himself where they are not known."""
        return self._seen(page, self._states.glance(page))

    def _view(self, page: int) -> PageView:
        return self._seen(page, self._states.state(page))

    def _at_hand(self, page: int) -> PageView:
        """Return a page for whoever asks for its text alone; its articles need not have been looked for."""
        return self._seen(page, self._states.at_hand(page))

    def _seen(self, page: int, state: PageState) -> PageView:
        """Return a view of the page: while it stays as it is the same one, which knows what was asked.

        One that has changed knows what was asked before, as far as it still holds.
        """
        view = PageView(page, self._store.page(page).name, state.text, state.layout)
        known = self._views.pop(page, None)
        if known is not None:
            view = known if known == view else view.after(known)
        self._views[page] = view
        if len(self._views) > VIEWS:
            del self._views[next(iter(self._views))]
        return view
