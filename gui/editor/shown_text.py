"""What the widget shows in the place of characters it cannot keep, and what a keystroke did to the text.

QTextDocument ends a block at some characters, draws others as objects, and loses lone surrogates. It is given
a stand-in for each of them, as long as the character itself, so that positions stay the same.
"""

from __future__ import annotations

import re

from core.text.edit import Edit, common_prefix, common_suffix, minimal_edit

_UNSHOWABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029\ufdd0\ufdd1\ufffc\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NEVER_PASTED = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufdd0\ufdd1\ufffc\ufeff\ud800-\udfff]")


def _stand_in(match: re.Match[str]) -> str:
    character = match.group()
    if character < " ":
        return chr(0x2400 + ord(character))
    return {"\x7f": "\u2421", "\x85": "\u2424", "\u2028": "\u2424", "\u2029": "\u2424"}.get(
        character, "\ufffd"
    )


def shown(text: str) -> str:
    """Return `text` with a stand-in for each character the widget cannot keep; UTF-16 lengths stay."""
    return _UNSHOWABLE.sub(_stand_in, text)


def pasted(text: str) -> str:
    r"""Return `text` as it may come in from outside: line ends are \n, control characters are dropped."""
    return _NEVER_PASTED.sub("", _LINE_ENDS.sub("\n", text))


def seen_edit(before: str, after: str, caret: int) -> Edit | None:
    """Return the smallest edit from `before` to `after`, None where they are equal.

    Where several are as small (a letter doubled), it is the one that has the caret, at `caret` in `after`,
    behind what was typed: there the editor typed it.
    """
    least = minimal_edit(before, after)
    if least is None or not 0 <= caret <= len(after):
        return least
    tail = common_suffix(before, after, min(len(before), len(after) - caret))
    old, new = before[: len(before) - tail], after[: len(after) - tail]
    start = common_prefix(old, new)
    at_caret = Edit(start, old[start:], new[start:])
    return at_caret if _size(at_caret) <= _size(least) else least


def _size(edit: Edit) -> int:
    return len(edit.removed) + len(edit.inserted)
