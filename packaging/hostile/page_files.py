"""Files and folders that nobody who means well would import, and what the importers make of them."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from core.errors import BadInputError
from core.importers.importer import outcomes

GOOD = "好的版面"
"""The name of a page that must come in whatever lies beside it."""

_TEXT = "渡口夜航恢复\n本报讯(记者 周衡)昨夜起，渡口两岸的轮船重新开航。𠮷日将近。\n\n河堤加高半米\n"
_ALTO = f"""<?xml version="1.0"?><!DOCTYPE a [<!ELEMENT a ANY>]><alto><Layout><Page WIDTH="9" HEIGHT="9">
<PrintSpace><TextBlock HPOS="1" VPOS="1" WIDTH="4" HEIGHT="4"><TextLine><String CONTENT="{_TEXT[:6]}"/>
</TextLine></TextBlock></PrintSpace></Page></Layout></alto>"""
_HOCR = f"""<html><body><div class="ocr_page" title="bbox 0 0 9 9; ppageno 0"><span class="ocr_line"
title="bbox 1 1 4 4">{_TEXT[:6]}</span></div></body></html>"""
_ODD = (
    "\x00", "\ufeff", "\u202e", "\u2028", "\x85", "\x0c", "\r", "\ue000", "𠮷", "\u200b", "<b>&amp;",
    "=1+1", "&lol;", "\ud7ff", "\x1b[31m", "\ufffd", "．", "#" * 7, '"',
    "<!DOCTYPE x [<!ENTITY a 'b'>]>", "<![CDATA[", "]]>", "-->",
)  # fmt: skip
_CODECS = (
    "utf-8",
    "utf-8-sig",
    "gb18030",
    "big5hkscs",
    "utf-16",
    "utf-16-le",
    "utf-32",
    "utf-7",
    "cp437",
    "shift_jis",
)
_NAMES = (
    "a\nb", "\u202etxt.exe", "-rf", "长" * 80, "CON", "a b", "..", "<b>x</b>", "*", "[1]", "~$a",
    "=1+1", "\x1b[2J", "a\x7f", "'", '"; drop', "%s{}", "\u200b", "é", "é", "A", "a", "．．", "𠮷",
)  # fmt: skip
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_SUFFIXES = (
    ".txt",
    ".md",
    ".TXT",
    ".text",
    ".xml",
    ".hocr",
    ".html",
    ".zip",
    ".jpg",
    "",
    ".units.json",
    ".txt~",
)


def lay_out(folder: Path, chance: Random) -> str:
    """Fill a folder with one good page and some that are not; returns what was laid out."""
    (folder / f"{GOOD}.txt").write_text(_TEXT, encoding="utf-8")
    laid = []
    for number in range(chance.randint(1, 4)):
        name = chance.choice(_NAMES) + str(number) + chance.choice(_SUFFIXES)
        if chance.random() < 0.1:
            name = os.fsdecode(chance.randbytes(6).replace(b"/", b"").replace(b"\x00", b"")) + name
        # Some systems do not take every name.
        with suppress(OSError, ValueError):
            chance.choice(_LAYERS)(folder / name, chance)
            laid.append(ascii(name))
    return ", ".join(laid)


def content(chance: Random) -> bytes:
    """Return the bytes of a page, of something like a page, or of nothing of the kind."""
    kind = chance.random()
    if kind < 0.1:
        return chance.randbytes(chance.choice((0, 1, 2, 3, 5, 100, 5000)))
    text = chance.choice(
        (_TEXT, _TEXT * 30, _ALTO, _HOCR, "# 题\n" * 2000, "字" * 70_000, "", "\r".join(_TEXT))
    )
    for _ in range(chance.randint(0, 4)):
        at = chance.randint(0, len(text))
        text = (
            text[:at]
            + chance.choice(_ODD) * chance.choice((1, 1, 2, 300))
            + text[at + chance.randint(0, 9) :]
        )
    raw = bytearray(text.encode(chance.choice(_CODECS), "replace"))
    for _ in range(chance.choice((0, 0, 1, 4)) if raw else 0):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    return bytes(raw[: chance.randint(0, len(raw))] if chance.random() < 0.1 else raw)


def _page(path: Path, chance: Random) -> None:
    path.write_bytes(content(chance))


def _archive(path: Path, chance: Random) -> None:
    sink = io.BytesIO()
    with ZipFile(sink, "w", ZIP_DEFLATED) as archive:
        for number in range(chance.randint(0, 4)):
            prefix = chance.choice(("", "", "../", "/etc/", "C:\\", "a/", "./", "a/../../", "//", "~/"))
            entry = ZipInfo(
                prefix + chance.choice(_NAMES).replace("\x00", "") + str(number) + chance.choice(_SUFFIXES)
            )
            entry.external_attr = chance.choice((0o644, 0o120777, 0o010644, 0o040755)) << 16
            entry.compress_type = chance.choice((0, 8, 8, 12))
            entry.flag_bits = chance.choice((0, 0, 1, 0x800))
            archive.writestr(entry, b"\n" * 3_000_000 if chance.random() < 0.05 else content(chance))
    raw = bytearray(sink.getvalue())
    for _ in range(chance.choice((0, 0, 1, 5))):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    path.with_suffix(".zip").write_bytes(bytes(raw))


def _folder(path: Path, chance: Random) -> None:
    path.mkdir()
    (path / "01.txt").write_bytes(content(chance))
    if chance.random() < 0.5:
        (path / "round").symlink_to(path.parent)


def _link(path: Path, chance: Random) -> None:
    path.symlink_to(
        chance.choice((path, path.parent, Path("/dev/zero"), Path("/dev/stdin"), path.parent / "nowhere"))
    )


def _pipe(path: Path, _chance: Random) -> None:
    os.mkfifo(path)


def _closed(path: Path, chance: Random) -> None:
    path.write_bytes(content(chance))
    path.chmod(0)


_LAYERS: tuple[Callable[[Path, Random], None], ...] = (_page,) * 6 + (_archive,) * 3 + (
    _folder, _link, _pipe, _closed
)  # fmt: skip


def wrong(folder: Path) -> str | None:
    """Import a folder; returns what is wrong with what came of it. Another error is one of the program."""
    good = False
    for outcome in outcomes([folder]):
        if isinstance(outcome, BadInputError):
            said = str(outcome)
            if _UNSEEN.search(said) or len(said) > 2000:
                return f"not one clear sentence: {said!a}"
            continue
        good = good or outcome.name == GOOD
        if not outcome.text.strip() or set("\r\x00") & set(outcome.text):
            return f"no text of a page: {outcome.path}"
        if _UNSEEN.search(outcome.name + outcome.path):
            return f"no name of a page: {outcome.name!a}"
    return None if good else "the good page did not come in"
