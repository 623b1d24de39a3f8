"""What made a page what it is: the bytes it was imported from, and who changed what since."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.changes.state import Verdicts
from core.messages import Message
from core.text.edit import Edits


@dataclass(frozen=True, slots=True)
class PastStep:
    """What a step that was not taken back did to the text of a page, or to its round of proofreading.

    `kind`, `what`, `why` and `who` are those of the step, `when` is a moment by ISO 8601. `round` is the
    round that is signed after it, None where it signed none.
    """

    kind: str
    what: Message
    why: str
    who: str
    when: str
    edits: Edits
    round: int | None = None


@dataclass(frozen=True, slots=True)
class PastText:
    """Another text of a page: `number` is what steps call it by, `kind` where it comes from."""

    number: int
    kind: str
    name: str
    path: str
    encoding: str
    raw: bytes
    who: str
    when: str


@dataclass(frozen=True)
class PageHistory:
    """All that a page can be made of again. `touched`: an editor has changed something.

    `steps` lead from the text that `raw` holds to the page's text. `path` is where it came from, `scan` the
    path of its image as seen from the project, and its SHA-256. `texts` are other texts of the page.
    """

    raw: bytes
    path: str
    touched: bool
    steps: tuple[PastStep, ...] = ()
    verdicts: Verdicts = field(default_factory=Verdicts)
    scan: tuple[str, str] | None = None
    texts: tuple[PastText, ...] = ()
