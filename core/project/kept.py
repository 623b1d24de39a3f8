"""The findings that a project keeps of its pages: how new they are, which wait, how they are listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import blake2b

from core.changes.codec import encode_state
from core.changes.settled import settled_findings
from core.changes.state import PROJECT_SHEET, PageState, Verdicts
from core.detectors.options import CheckOptions, Level
from core.document.finding import Finding
from core.document.verdict import Decision
from core.exporters.exporter import Suspect
from core.history.states import PageStates
from core.project.listing import ListedFinding, decode_listed, encode_listed, list_findings
from core.project.taught import Taught
from core.store.log import text_digest
from core.store.rows import Analysis
from core.store.store import Store

FINDINGS_VERSION = "16"
"""Changes with what detectors say, so that findings kept by an older program are made anew."""

Subject = tuple[str, str]
"""What "dismissed everywhere" is about: a rule and the digest of a text."""


@dataclass(frozen=True)
class Checked:
    """All findings of a page in one state of it, and which are settled (by their place in `findings`).

    `options` say which of the others are shown: `findings` are those of all rules at the strictest level.
    """

    findings: list[Finding]
    settled: frozenset[int]
    options: CheckOptions = field(default_factory=CheckOptions)

    @cached_property
    def waiting(self) -> list[int]:
        """The numbers of the findings that are shown and wait for a decision."""
        return self._shown_by(self.options)

    @property
    def open(self) -> list[Finding]:
        """The findings that are shown and wait for a decision."""
        return [self.findings[number] for number in self.waiting]

    def count_at(self, level: Level) -> int:
        """Return how many would be shown at another level."""
        return len(self._shown_by(replace(self.options, level=level)))

    def with_held(self, held: Finding) -> Checked:
        """Return this with `held`, which an editor looks at, in the place of all that lies where it does.

        Where it was found again it is just what it was.
        """
        same = [held.rule, held.span, held.suggestions]
        if any([one.rule, one.span, one.suggestions] == same for one in self.open):
            return self
        over = [number for number in self.waiting if _overlap(self.findings[number], held)]
        return replace(self, findings=[*self.findings, held], settled=self.settled | frozenset(over))

    def can_show(self, finding: Finding) -> bool:
        """Say whether the level and the switches let a finding be shown."""
        options = self.options
        return finding.rule not in options.off and finding.confidence >= options.least(finding.asks_from)

    def _shown_by(self, options: CheckOptions) -> list[int]:
        return [
            number
            for number, finding in enumerate(self.findings)
            if number not in self.settled
            and finding.rule not in options.off
            and finding.confidence >= options.least(finding.asks_from)
        ]


def _overlap(one: Finding, other: Finding) -> bool:
    if one.page_level or other.page_level:
        return one.page_level and other.page_level and one.rule == other.rule
    return one.span == other.span or max(one.span.start, other.span.start) < min(one.span.end, other.span.end)


@dataclass(frozen=True)
class PageListing:
    """What is kept of the list of one page.

    `written` lists its findings, None where nothing is known of its text as it stands. `checked`: they were
    found by what is chosen and taught now, in view of the other pages. `open_findings` is what the list of
    pages says.
    """

    page: int
    position: int
    written: str | None
    checked: bool
    open_findings: int | None


@dataclass(frozen=True)
class ListingPart:
    """The lists of some pages in their order, with all that says which findings of them are shown."""

    pages: list[PageListing]
    complete: bool
    options: CheckOptions
    everywhere: frozenset[Subject]

    def waiting(self, listing: PageListing) -> list[ListedFinding] | None:
        """Return the findings of a page that wait, at whatever level; None where nothing is known of it."""
        try:
            listed = None if listing.written is None else decode_listed(listing.written)
        except ValueError:
            # A damaged list can always be made anew.
            return None
        if listed is None:
            return None
        off, everywhere = self.options.off, self.everywhere
        return [row for row in listed if row.rule not in off and (row.rule, row.content) not in everywhere]

    def shown(self, waiting: Iterable[ListedFinding]) -> list[ListedFinding]:
        """Return those of `waiting` that are shown at the level that is chosen."""
        least = self.options.level.threshold
        return [row for row in waiting if row.confidence >= least * row.asks_from]


def count_levels(waiting: Iterable[ListedFinding]) -> Counter[Level]:
    """Return how many of `waiting` are shown at each level."""
    return Counter(
        level for row in waiting for level in Level if row.confidence >= level.threshold * row.asks_from
    )


class KeptFindings:
    """Findings in a project file; not thread-safe. Reading and writing raise StorageError."""

    def __init__(self, store: Store, states: PageStates, taught: Taught) -> None:
        self._store = store
        self._states = states
        self._taught = taught

    def fingerprint(self, page: int) -> str:
        """Return a digest of all that the findings of a page depend on. What hides them is not in it."""
        state = self._states.state(page)
        taught = self._taught.digest(state.text)
        looked_at = encode_state(PageState(state.text, state.layout))
        return _digest(f"{FINDINGS_VERSION}:{taught}:{looked_at}")

    def of(self, page: int) -> list[Finding] | None:
        """Return the findings of a page as it stands, None where it must be checked first."""
        findings = self._store.findings(page, self.fingerprint(page))
        end = len(self._states.state(page).text)
        # A damaged record can always be made anew.
        return None if any(finding.span.end > end for finding in findings or ()) else findings

    def keep(self, page: int, fingerprint: str, findings: list[Finding], *, alone: bool) -> bool:
        """Keep findings, unless the page has changed since `fingerprint` was taken; say whether they are."""
        if fingerprint != self.fingerprint(page):
            return False
        made_of = text_digest(self._states.state(page).text)
        listed = self._listed(page, findings)
        analysis = Analysis(fingerprint, findings, made_of, self._told, listed, alone)
        self._store.keep_findings(page, analysis, len(self.judged(page, findings).waiting))
        self._states.keep_articles(page)
        return True

    def is_checked(self, page: int) -> bool:
        """Say whether findings of a page as it stands are kept that were made in view of the others."""
        return self._store.is_checked(page, self.fingerprint(page))

    def judged(self, page: int, findings: list[Finding]) -> Checked:
        """Say which of `findings`, made for the page as it stands, an editor has already decided about."""
        settled = settled_findings(findings, self._states.state(page), self._everywhere)
        return Checked(findings, settled, self._taught.options)

    def suspects(self, page: int) -> tuple[Suspect, ...] | None:
        """Return what is shown of a page or was dismissed, None where it must be checked first."""
        findings = self.of(page)
        if findings is None:
            return None
        checked = self.judged(page, findings)
        told = ((number, one) for number, one in enumerate(findings) if checked.can_show(one))
        return tuple(Suspect(one, number in checked.settled) for number, one in told)

    def checked(self, page: int, findings: list[Finding]) -> Checked:
        """Do what `judged` does, and put the lists right where they say otherwise."""
        checked = self.judged(page, findings)
        listed, waiting = self._listed(page, findings), len(checked.waiting)
        if self._store.listed(page) not in ((listed, waiting), None):
            self._store.keep_listed(page, listed, waiting)
        return checked

    def listing(self, after: int, limit: int) -> ListingPart:
        """Return the lists of the next `limit` pages behind position `after`."""
        rows = self._store.listings(self._told, after, limit)
        everywhere = frozenset(
            (verdict.rule, verdict.content)
            for verdict in self._everywhere.given.values()
            if verdict.decision is Decision.DISMISSED_EVERYWHERE
        )
        pages = [
            PageListing(page, position, listed, bool(checked), count)
            for page, position, count, listed, checked in rows
        ]
        return ListingPart(pages, len(rows) < limit, self._taught.options, everywhere)

    def keep_counts(self, counts: Mapping[int, int]) -> None:
        """Say how many findings of pages wait, for the list of pages."""
        self._store.keep_open_findings(counts)

    @property
    def _everywhere(self) -> Verdicts:
        return self._states.state(PROJECT_SHEET).verdicts

    @property
    def _told(self) -> str:
        return _digest(f"{FINDINGS_VERSION}:{self._taught.told}")

    def _listed(self, page: int, findings: list[Finding]) -> str:
        """Write the list of a page; what is dismissed everywhere stays in it, for page 0 alone tells that."""
        state = self._states.state(page)
        settled = settled_findings(findings, state, Verdicts())
        left = [(number, one) for number, one in enumerate(findings) if number not in settled]
        return encode_listed(list_findings(state.text, state.layout, left))


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
