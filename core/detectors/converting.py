"""Converting pieces of a page to the other script: what was converted before a key need not be again."""

from __future__ import annotations

from collections.abc import Sequence

from core.document.page import PageView
from core.text.script import Conversion, Convert, convert


def converter(page: PageView) -> Convert:
    """Return what converts texts found on `page`, or to be put there, and knows what it converted before."""

    def converted(text: str, conversion: Conversion) -> str:
        return page.each(_all_converted, [text], conversion)[0]

    return converted


def _all_converted(texts: Sequence[str], conversion: Conversion) -> list[str]:
    return [convert(text, conversion) for text in texts]
