"""Rewriting a text in another script or width, with all that is marked on it moved along."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from core.document.layout import Layout
from core.exporters.options import Characters, ExportOptions, Width
from core.text.edit import Edit, Edits
from core.text.script import Conversion, Script, convert, script_of

_TO: dict[Characters, dict[Script, Conversion | None]] = {
    Characters.AS_IS: {},
    Characters.SIMPLIFIED: {Script.MIXED: "t2s", Script.TRADITIONAL: "t2s"},
    Characters.TRADITIONAL: {Script.SIMPLIFIED: "s2t", Script.MIXED: "s2t"},
    Characters.TAIWAN: {Script.SIMPLIFIED: "s2twp", Script.MIXED: "s2twp", Script.TRADITIONAL: "t2tw"},
    Characters.HONG_KONG: {Script.SIMPLIFIED: "s2hk", Script.MIXED: "s2hk", Script.TRADITIONAL: "t2hk"},
}
"""By what a text in one script is brought into another. Traditional text is never taken for simplified: 后
and 干 are characters of its own."""

_WIDER = 0xFEE0
_HAN = "[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uffee\U00020000-\U0003ffff“”‘’…—]"
_HALF_MARK = re.compile(rf"(?<={_HAN})[,:;?!()]|[,:;?!()](?={_HAN})")
_HALF_STOP = re.compile(rf"(?<={_HAN})\.(?![.0-9A-Za-z])")
_FULL_MARKS = str.maketrans("，：；？！（）", ",:;?!()")
_HALF_NUMBER = re.compile(r"[0-9]|(?<=[0-9])[.%](?=[0-9])|(?<=[0-9])%")
_FULL_NUMBER = re.compile(r"[０-９]|(?<=[０-９])．(?=[０-９])|(?<=[０-９])％")

Rewrite = Callable[[str], str]


@dataclass(frozen=True)
class Rewriting:
    """What becomes of the texts of a page. `traditional` is for the lines of a mixed page that are so."""

    conversion: Conversion | None
    traditional: Conversion | None
    is_mixed: bool
    marks: Width
    digits: Width

    @property
    def is_none(self) -> bool:
        """Whether every text stays as it is."""
        return self.conversion is self.traditional is None and self.marks is self.digits is Width.AS_IS

    def __call__(self, text: str) -> str:
        """Return `text` rewritten."""
        by_itself = self.is_mixed and script_of(text) is Script.TRADITIONAL
        conversion = self.traditional if by_itself else self.conversion
        if conversion is not None:
            text = convert(text, conversion)
        return _in_width(text, self.marks, self.digits)


def rewriting(options: ExportOptions, text: str) -> Rewriting:
    """Return what `options` ask for of a page whose text is `text`."""
    by_script = _TO[options.characters]
    if not by_script:
        return Rewriting(None, None, False, options.marks, options.digits)
    script = script_of(text)
    is_mixed = script is Script.MIXED
    traditional = by_script.get(Script.TRADITIONAL) if is_mixed else None
    return Rewriting(by_script.get(script), traditional, is_mixed, options.marks, options.digits)


def rewritten_edits(text: str, layout: Layout, rewrite: Rewrite) -> Edits:
    """Return the edits that make `text` what `rewrite` makes of each piece and of each line between pieces.

    No edit reaches across the edge of a piece or lies right outside one, so every piece keeps its words.
    """
    edges = {0, len(text), *layout.spans.starts.tolist(), *layout.spans.ends.tolist()}
    edges.update(found.end() for found in re.finditer("\n", text))
    ordered = sorted(edges)
    edits: list[Edit] = []
    for start, end in pairwise(ordered):
        old = text[start:end]
        edits.extend(_edits(start, old, rewrite(old)))
    return tuple(edits)


def _edits(start: int, old: str, new: str) -> list[Edit]:
    if len(old) == len(new):
        changed = ((at, one, other) for at, (one, other) in enumerate(zip(old, new, strict=True)))
        return [Edit(start + at, one, other) for at, one, other in changed if one != other]
    before = 0
    while before < min(len(old), len(new)) - 1 and old[before] == new[before]:
        before += 1
    behind = 0
    # At least one character is replaced: what is put between two pieces would belong to either.
    while behind < min(len(old), len(new)) - before - 1 and old[-1 - behind] == new[-1 - behind]:
        behind += 1
    return [Edit(start + before, old[before : len(old) - behind], new[before : len(new) - behind])]


def _in_width(text: str, marks: Width, digits: Width) -> str:
    if digits is Width.FULL:
        text = _HALF_NUMBER.sub(partial(_shifted, by=_WIDER), text)
    elif digits is Width.HALF:
        text = _FULL_NUMBER.sub(partial(_shifted, by=-_WIDER), text)
    if marks is Width.FULL:
        text = _HALF_STOP.sub("。", _HALF_MARK.sub(partial(_shifted, by=_WIDER), text))
    elif marks is Width.HALF:
        text = text.translate(_FULL_MARKS)
    return text


def _shifted(found: re.Match[str], by: int) -> str:
    return "".join(chr(ord(character) + by) for character in found.group())
