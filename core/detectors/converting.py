"""Converting pieces of a page to the other script: what was converted before a key need not be again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.document.page import PageView
from core.text.script import Conversion, Convert, convert

_ENDS = re.compile("(?<=[。\n])")
"""No phrase reaches across these: what lies between them is converted by itself."""


def converter(page: PageView) -> Convert:
    """Return what converts texts found on `page`, or to be put there, and knows what it converted before."""

    def converted(text: str, conversion: Conversion) -> str:
        return "".join(page.each(_all_converted, _ENDS.split(text), conversion))

    return converted


def _all_converted(texts: Sequence[str], conversion: Conversion) -> list[str]:
    return [convert(text, conversion) for text in texts]
