"""Text in XML and in HTML that is XML as well: nothing in it is taken for a mark, nothing is lost unnamed."""

from __future__ import annotations

import re
from collections import Counter

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What XML 1.0 cannot hold or asks not to use: control characters, half surrogate pairs, noncharacters."""

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})
_IN_ATTRIBUTES = str.maketrans({"\n": "&#10;", "\t": "&#9;"})


def escaped(text: str) -> str:
    """Return `text` as the content of an element; each character XML does not hold becomes U+FFFD."""
    return FORBIDDEN.sub("\ufffd", text).translate(_ENTITIES)


def attribute(text: str) -> str:
    """Return `text` as the value of an attribute, without the quotation marks around it."""
    return escaped(text).translate(_IN_ATTRIBUTES)


def replaced(text: str) -> dict[str, int]:
    """Count the characters of `text` that become U+FFFD, by their names: `U+0001`."""
    counted = Counter(FORBIDDEN.findall(text))
    return {f"U+{ord(character):04X}": count for character, count in sorted(counted.items())}
