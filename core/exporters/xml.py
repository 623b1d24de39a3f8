"""Text in XML and in HTML that is XML as well: nothing in it is taken for a mark, nothing is lost unnamed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What XML 1.0 cannot hold or asks not to use: control characters, half surrogate pairs, noncharacters."""

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}
_IN_ATTRIBUTES = {"\n": "&#10;", "\t": "&#9;"}


def escaped(text: str) -> str:
    """Return `text` as the content of an element; each character XML does not hold becomes U+FFFD."""
    return _written(FORBIDDEN.sub("\ufffd", text), _ENTITIES)


def attribute(text: str) -> str:
    """Return `text` as the value of an attribute, without the quotation marks around it."""
    return _written(escaped(text), _IN_ATTRIBUTES)


def replaced(text: str) -> dict[str, int]:
    """Count the characters of `text` that become U+FFFD, by their names: `U+0001`."""
    counted = Counter(FORBIDDEN.findall(text))
    return {f"U+{ord(character):04X}": count for character, count in sorted(counted.items())}


def replaced_named(text: str) -> str:
    """Name the characters of `text` that become U+FFFD, and how often each: `U+0001 (2)`; "" for none."""
    return ", ".join(f"{name} ({count})" for name, count in replaced(text).items())


def _written(text: str, entities: Mapping[str, str]) -> str:
    # On Chinese text this is faster than str.translate; `&`, which the others begin with, comes first.
    for character, entity in entities.items():
        text = text.replace(character, entity)
    return text
