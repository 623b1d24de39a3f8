"""Which characters the language data knows, and how often each is printed."""

from __future__ import annotations

import lzma
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

MARKS = (
    "".join(map(chr, range(0x21, 0x7F)))
    + "·—…‘’“”、。〇〈〉《》「」『』【】〔〕！（），－．／：；？％×÷±＋＝＊＆＃＠￥～①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤ°′″‰℃"
    + "丶亅亠冂冖"
    + "アイウエオカキクケコサシスセソタチツテトナニ"
    + "ハヒフヘホマミムメモヤユヨラリルレロワヲンー０１２３４５６７８９"
)
"""What engines read for Chinese characters, and the other way round (一 and —, 口 and ロ, 日 and 8)."""

LEAST_COUNT = 2
"""A character that a corpus of millions holds once only is a slip of the corpus."""


USUAL = 100
"""From which count on all forms of a character are known, also the rarer ones (裡 beside 裏)."""


@dataclass(frozen=True)
class CharacterSet:
    """The characters in the order of their code points, and what is known of their use.

    `counts` are those of the corpus; a traditional character has the count of its simplified counterpart.
    """

    characters: list[str]
    counts: list[int]
    only_simplified: list[bool]
    only_traditional: list[bool]


def character_set(corpus: Path) -> CharacterSet:
    """Return the characters of a corpus (a folder of *.xz), of GB 2312 and of OpenCC's tables, and marks."""
    counted = Counter[str]()
    for text in sorted(corpus.glob("*.xz")):
        with lzma.open(text, "rt", encoding="utf-8") as lines:
            for line in lines:
                counted.update(line)
    if not counted:
        raise SystemExit(f"No *.xz of plain text lies in {corpus}.")
    to_traditional = {key: values for key, values in _opencc("STCharacters.txt") if len(key) == 1}
    simplified = set(_gb2312()) | {key for key, n in counted.items() if n >= LEAST_COUNT and is_han(key)}
    counts: dict[str, int] = {character: counted[character] for character in simplified | set(MARKS)}
    pairs = [(one, other) for one in simplified for other in to_traditional.get(one, ()) if len(other) == 1]
    pairs += [
        (others[0], one)
        for one, others in _opencc("TSCharacters.txt")
        if is_han(one) and counted[others[0]] >= USUAL
    ]
    pairs += [
        (one, other)
        for table in ("TWVariants.txt", "HKVariants.txt")
        for one, others in _opencc(table)
        for other in others
        if is_han(other)
    ]
    traditional = {other for _, other in pairs} - simplified
    for one, other in pairs:
        counts[other] = max(counts.get(other, 0), counted[one] if other in traditional else 0, counted[other])
    characters = sorted(counts)
    own = {one for one, others in to_traditional.items() if one not in others}
    return CharacterSet(
        characters,
        [counts[character] for character in characters],
        [character in own for character in characters],
        [character in traditional for character in characters],
    )


def is_han(character: str) -> bool:
    """Return whether a character is a Chinese one that is printed (no radical, no compatibility form)."""
    return any(first <= character <= last for first, last in (("㐀", "䶿"), ("一", "鿿"), ("𠀀", "𳑿")))


def _gb2312() -> Iterator[str]:
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield bytes((row, cell)).decode("gb2312")
            except UnicodeDecodeError:
                continue  # five cells at the end of level 1 are empty


def _opencc(name: str) -> Iterable[tuple[str, list[str]]]:
    table = (files("opencc") / "dictionary" / name).read_text(encoding="utf-8")
    rows: Mapping[str, list[str]] = {
        key: values.split(" ") for key, values in (row.split("\t") for row in table.splitlines() if row)
    }
    return rows.items()
