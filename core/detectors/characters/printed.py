"""From symbols back to what is printed: in the script and the width of the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from core.detectors.characters.readings import Reading
from core.language.symbols import BOUNDARY
from core.text.characters import is_han
from core.text.script import Conversion, Script, convert, script_of, simplify

_WIDE = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）"}
_DASH = "—"

_OPENS_BEHIND = frozenset(["", BOUNDARY, *"，,：:、（(《—"])
_TELLING = frozenset("说道称为是的了以出问叫")
"""The last characters of words that a quotation often follows without a mark."""

_STANDARDS: tuple[Conversion, ...] = ("s2tw", "s2hk", "s2t")
"""Taiwan writes 峰 and 為, Hong Kong 峯 and 為, older print 峯 and 爲."""

_AROUND = 6
"""How many characters on either side decide which traditional character a simplified one stands for."""


@dataclass(frozen=True)
class Print:
    """How a page is printed: its script, and whether marks are full-width.

    A traditional page has `used` each character so often: where the standards of writing differ its own habit
    decides, then Taiwan's.
    """

    script: Script
    wide: bool
    used: Mapping[str, int] = field(default_factory=dict)

    def form(self, symbol: str, reading: Reading, place: int) -> str:
        """Return what would be printed for `symbol` in a place of the reading."""
        if symbol in ("", "-"):
            return _DASH if symbol else ""
        if symbol == '"':
            return self._quote(reading, place)
        if self.wide and symbol in _WIDE:
            return _WIDE[symbol]
        if self.script is Script.TRADITIONAL and is_han(symbol):
            return max(_traditional(symbol, reading, place), key=lambda form: self.used.get(form, 0))
        return symbol

    def _quote(self, reading: Reading, place: int) -> str:
        opens, closes = ("“", "”") if self.script is not Script.TRADITIONAL else ("「", "」")
        # What a quotation is opened behind: a mark, or a word of telling; it is closed behind its own end.
        before, behind = reading.text[:place][-1:], reading.text[place + 1 : place + 2]
        opening = before in _OPENS_BEHIND or (is_han(before) and is_han(behind) and before in _TELLING)
        return opens if opening else closes


def print_of(text: str) -> Print:
    """Say how a page is printed."""
    script = script_of(text)
    used = Counter(text) if script is Script.TRADITIONAL else {}
    return Print(script, text.count("，") >= text.count(","), used)


def _traditional(symbol: str, reading: Reading, place: int) -> list[str]:
    """List the traditional forms that OpenCC gives `symbol` between its neighbours, by each of _STANDARDS."""
    before = reading.text[max(0, place - _AROUND) : place].rpartition(BOUNDARY)[2]
    behind = reading.text[place + 1 : place + 1 + _AROUND].partition(BOUNDARY)[0]
    phrase = simplify(before) + symbol + simplify(behind)
    return [_converted(phrase, len(before), standard) for standard in _STANDARDS]


def _converted(phrase: str, at: int, standard: Conversion) -> str:
    converted = convert(phrase, standard)
    # Where OpenCC changes the length of a phrase the place cannot be told; the character alone is converted.
    return converted[at] if len(converted) == len(phrase) else convert(phrase[at], standard)
