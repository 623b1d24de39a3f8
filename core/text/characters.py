"""Classes of characters, as Chinese newspapers use them."""

from __future__ import annotations

import re

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇々"
"""Han characters, as the inside of a character class of a regular expression."""

SENTENCE_END = frozenset("。！？!?…；;")
"""Marks that can end a sentence or an item of a list."""

CLOSING = frozenset("”’」』）)》〉】〕]｝}\"'")
"""Marks that may stand behind the end of a sentence."""

_CLOSING_MARKS = "".join(sorted(CLOSING))

PAIRS = {
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
    "（": "）",
    "(": ")",
    "《": "》",
    "〈": "〉",
    "【": "】",
    "〔": "〕",
    "[": "]",
    "［": "］",
    "{": "}",
    "｛": "｝",
}
"""Opening marks and what closes them."""

_HAN_CHARACTER = re.compile(f"[{HAN}]")


def is_han(character: str) -> bool:
    """Say whether `character` is a Han character."""
    return _HAN_CHARACTER.match(character) is not None


def ends_sentence(line: str) -> bool:
    """Say whether a line ends where a sentence can end, closing quotes and brackets left aside."""
    bare = line.rstrip().rstrip(_CLOSING_MARKS).rstrip()
    return bool(bare) and bare[-1] in SENTENCE_END
