"""The texts of all pages as they stand, for whoever searches them beside the project."""

from __future__ import annotations

from collections.abc import Sequence

from core.changes.state import PROJECT_SHEET
from core.history.history import History
from core.importers.decode import decode_again
from core.store.log import StepLog


class ProjectTexts:
    """Reads texts a few pages at a time, so that whoever reads them all lets others in between.

    Reading raises StorageError, and BadInputError where the log of a page is damaged.
    """

    def __init__(self, log: StepLog, history: History) -> None:
        self._log = log
        self._history = history

    def of(self, pages: Sequence[int]) -> tuple[int, dict[int, str]]:
        """Return the newest step, and the texts of `pages` in this order as they stand after it.

        Raises UnknownPageError for one that the project does not have.
        """
        store, states = self._log.store, self._history.states
        texts = {
            # The bytes of a page that no step has changed are at hand; its articles are not asked for.
            page: states.text(page) if changed else decode_again(raw, str(store.path), encoding)
            for page, raw, encoding, changed in store.imported_pages(pages)
        }
        missing = next((page for page in pages if page not in texts), None)
        if missing is not None:
            raise store.unknown(missing)
        return self._history.last, {page: texts[page] for page in pages}

    def changed(self, since: int) -> tuple[int, dict[int, str]]:
        """Return the newest step, and which pages steps from `since` on have changed: digests of their texts.

        Step `since` itself counts: a run of typing is one step for as long as it goes on.
        """
        digests = self._log.digests_since(since)
        digests.pop(PROJECT_SHEET, None)
        return self._history.last, digests
