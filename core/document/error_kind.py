"""What sort of error a correction mended."""

from __future__ import annotations

import re
from enum import StrEnum

from core.messages import Message, message
from core.text.folding import fold
from core.text.script import simplify

_WORD = re.compile(r"\w")
_NUMBER = re.compile(r"[0-9０-９.,．，%％‰〇○零一二三四五六七八九十百千万亿两]+")


class ErrorKind(StrEnum):
    """The sorts of errors, as reports count them."""

    SUBSTITUTION = "substitution"
    """错字: something else was read."""
    LOSS = "loss"
    """漏字: something was not read."""
    ADDITION = "addition"
    """多字: something was read that was not printed, or twice."""
    TRANSPOSITION = "transposition"
    """颠倒: read in the wrong order."""
    NUMBER = "number"
    """数字."""
    PUNCTUATION = "punctuation"
    """标点."""
    SCRIPT = "script"
    """繁简: the same character in the other script."""
    FORM = "form"
    """字形: the same character in another width or drawing."""
    LINES = "lines"
    """空白与换行: nothing but white space and line ends."""


def error_kind(removed: str, inserted: str) -> ErrorKind:
    """Return what sort of error putting `inserted` in the place of `removed` mends."""
    wrong, right = "".join(removed.split()), "".join(inserted.split())
    if wrong == right:
        return ErrorKind.LINES
    if not _WORD.search(wrong + right):
        return ErrorKind.PUNCTUATION
    if simplify(wrong) == simplify(right):
        return ErrorKind.SCRIPT
    if fold(wrong) == fold(right):
        return ErrorKind.FORM
    if sorted(wrong) == sorted(right):
        return ErrorKind.TRANSPOSITION
    if _NUMBER.fullmatch(wrong + right):
        return ErrorKind.NUMBER
    if not wrong:
        return ErrorKind.LOSS
    return ErrorKind.SUBSTITUTION if right else ErrorKind.ADDITION


def error_kind_name(kind: ErrorKind) -> Message:
    """Return what a sort of errors is called."""
    names = {
        ErrorKind.SUBSTITUTION: message("错字"),
        ErrorKind.LOSS: message("漏字"),
        ErrorKind.ADDITION: message("多字"),
        ErrorKind.TRANSPOSITION: message("颠倒"),
        ErrorKind.NUMBER: message("数字"),
        ErrorKind.PUNCTUATION: message("标点"),
        ErrorKind.SCRIPT: message("繁简"),
        ErrorKind.FORM: message("字形"),
        ErrorKind.LINES: message("空白换行"),
    }
    return names[kind]
