"""The glossary and the learnt pairs as plain text: one a line, columns parted by tabs, for any editor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from core.errors import BadInputError, RefusedError, refused
from core.glossary.entry import Entry, Glossary, checked_form
from core.glossary.pair import Pair, Pairs, checked_pair
from core.messages import Message, message

OFF = "off"
"""What the last column says of an entry or a pair that is switched off."""

NAMED = 5
"""How many bad lines are named."""

Read = TypeVar("Read")


def read_glossary(raw: bytes, path: Path | str) -> list[Entry]:
    """Read entries: form, kind, note, `off`; all but the form may be left out, and `#` begins a remark.

    Raises BadInputError, which names the bad lines, where the text is not UTF-8 or a line is no entry.
    """
    return _read(raw, path, _entry)


def write_glossary(glossary: Glossary) -> str:
    """Write a glossary so that `read_glossary` reads it."""
    return "".join(
        _line(entry.form, _flat(entry.kind), _flat(entry.note), "" if entry.on else OFF) for entry in glossary
    )


def read_pairs(raw: bytes, path: Path | str) -> list[Pair]:
    """Read pairs: wrong, right, times taught, taken, refused, `off`; the first two are needed.

    Raises BadInputError, which names the bad lines, where the text is not UTF-8 or a line is no pair.
    """
    return _read(raw, path, _pair)


def write_pairs(pairs: Pairs) -> str:
    """Write pairs so that `read_pairs` reads them."""
    return "".join(
        _line(
            pair.wrong,
            pair.right,
            str(pair.taught),
            str(pair.accepted),
            str(pair.rejected),
            "" if pair.on else OFF,
        )
        for pair in pairs
    )


def _line(*columns: str) -> str:
    return "\t".join(columns).rstrip("\t") + "\n"


def _flat(words: str) -> str:
    return " ".join(words.split())


def _read(raw: bytes, path: Path | str, read: Callable[[list[str]], Read]) -> list[Read]:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInputError(path, message("不是 UTF-8 文本")) from error
    found: list[Read] = []
    bad: list[tuple[int, Message]] = []
    for number, columns in _rows(text):
        try:
            found.append(read(columns))
        except RefusedError as error:
            bad.append((number, error.spoken))
    if bad:
        numbers = "、".join(str(number) for number, _ in bad[:NAMED]) + ("…" if len(bad) > NAMED else "")
        cause = message("第 {lines} 行用不了：{first}", lines=numbers, first=bad[0][1])
        raise BadInputError(path, cause)
    if not found:
        raise BadInputError(path, message("里面一条也没有"))
    return found


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines that say something, by their numbers from 1, parted into columns."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield number, [column.strip() for column in line.split("\t")]


def _entry(columns: list[str]) -> Entry:
    form, kind, note, off = _padded(columns, 4)
    return Entry(checked_form(form), kind, note, _is_on(off))


def _pair(columns: list[str]) -> Pair:
    wrong, right, taught, accepted, rejected, off = _padded(columns, 6)
    checked_pair(wrong, right)
    return Pair(wrong, right, _count(taught), _count(accepted), _count(rejected), _is_on(off))


def _padded(columns: list[str], count: int) -> list[str]:
    if len(columns) > count:
        raise refused("最多 {count} 列", count=count)
    return columns + [""] * (count - len(columns))


def _count(written: str) -> int:
    if written and not (written.isascii() and written.isdigit() and len(written) < 10):
        raise refused("“{written}”不是次数", written=written)
    return int(written or 0)


def _is_on(written: str) -> bool:
    if written not in ("", OFF):
        raise refused("末列只能空着或写 {off}", off=OFF)
    return written != OFF
