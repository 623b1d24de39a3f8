"""What an exported document says of its own accord, in the script of its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from core.exporters.exporter import Correction, ExportPage
from core.messages import Catalogue, Message, load_catalogue, message
from core.text.script import Script, script_of

ROUNDS = (message("未校"), message("一校"), message("二校"), message("三校"))

TELLING = 2_000
"""How much of a text its script is told by (code points): to read all of it takes as long as the rest."""


@dataclass(frozen=True)
class Labels:
    """The words of a document; `language` is the tag that it and its text carry."""

    language: str
    catalogue: Catalogue

    def text(self, spoken: Message) -> str:
        """Return `spoken` in the script of the document."""
        return self.catalogue.text(spoken)

    def correction(self, made: Correction) -> str:
        """Say what stood where `made` was made, who made it, and when."""
        if not made.wrong:
            spoken = message("补“{right}”。{who}，{when}", right=made.right, who=made.who, when=moment(made))
        elif not made.right:
            spoken = message("删“{wrong}”。{who}，{when}", wrong=made.wrong, who=made.who, when=moment(made))
        else:
            spoken = message(
                "原作“{wrong}”。{who}，{when}", wrong=made.wrong, who=made.who, when=moment(made)
            )
        return self.text(spoken)

    def round(self, page: ExportPage) -> str:
        """Return the round of proofreading that `page` has come through."""
        return self.text(ROUNDS[min(page.round, len(ROUNDS) - 1)])


def labels_of(text: str) -> Labels:
    """Return the words for a document that holds `text`; how it begins tells its script."""
    return labels_in(script_of(text[:TELLING]))


@cache
def labels_in(script: Script) -> Labels:
    """Return the words in `script`; a mixed text is taken for simplified."""
    traditional = script is Script.TRADITIONAL
    return Labels(
        "zh-Hant" if traditional else "zh-Hans", load_catalogue("zh_TW" if traditional else "zh_CN")
    )


def moment(made: Correction) -> str:
    """Return when `made` was made, to the minute, as people write it."""
    return made.when[:16].replace("T", " ")


NEVER = "1980-01-01T00:00:00Z"
"""The moment that stands where a format wants one and none is known."""

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|\+00:00)")


def newest_moment(page: ExportPage) -> str:
    """Return when the newest correction of `page` was made, in UTC (2026-05-08T09:30:00Z), else `NEVER`.

    A moment that hangs on the page and not on the clock: the same page gives the same file.
    """
    found = (_MOMENT.fullmatch(made.when) for made in page.corrections)
    return max((f"{moment[1]}Z" for moment in found if moment), default=NEVER)
