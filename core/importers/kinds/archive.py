"""Zip archives. Nothing is unpacked to disk; each member is read on its own, within bounds."""

from __future__ import annotations

import re
import stat
import struct
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from core.disk import open_regular
from core.errors import BadInputError
from core.importers.decode import decode
from core.importers.files import (
    MEBIBYTE,
    PAGE_LIMIT,
    is_left_over,
    page_name,
    readable,
    too_large,
    unreadable,
)
from core.importers.kind import Intake, Item, Outcome
from core.importers.natural import natural_key
from core.messages import Message, message

TITLE = message("ZIP 压缩包")
SUFFIXES = (".zip",)

TOTAL_LIMIT = 512 * MEBIBYTE
"""How many bytes the pages of one archive may have together, unpacked."""

MEMBER_LIMIT = 20_000
"""How many files one archive may hold."""

RATIO_LIMIT = 200
"""How many times larger a member may become. Text becomes two to five times larger, a bomb a thousand."""

_RATIO_COUNTS_FROM = MEBIBYTE
_NAME_IS_UTF8 = 0x800
_ENCRYPTED = 0x1
_READABLE_METHODS = (ZIP_STORED, ZIP_DEFLATED)
"""The other methods are rare, and Python's readers for them take no bound on what they unpack at once."""


def takes(item: Item) -> bool:
    """Say whether `item` is an archive on disk; archives in archives are passed over."""
    return item.suffix in SUFFIXES and item.disk is not None and not item.folder


def read(item: Item, intake: Intake) -> Iterator[Outcome]:
    """Yield the pages of all members that can be imported; other members are passed over."""
    with ExitStack() as opened:
        try:
            archive = _opened(item, opened)
        except BadInputError as error:
            yield error
            return
        yield from _pages(archive, item, intake)


def _opened(item: Item, opened: ExitStack) -> ZipFile:
    if item.disk is None:
        raise ValueError(f"{item.path} does not lie on disk")
    try:
        return opened.enter_context(ZipFile(opened.enter_context(open_regular(item.disk))))
    except OSError as error:
        raise unreadable(item.path, error) from error
    except (BadZipFile, NotImplementedError, ValueError, struct.error) as error:
        raise BadInputError(item.path, message("不是完整的 ZIP 压缩包")) from error


def _pages(archive: ZipFile, item: Item, intake: Intake) -> Iterator[Outcome]:
    members = _members(archive)
    if len(members) > MEMBER_LIMIT:
        yield BadInputError(item.path, message("压缩包里的文件多于 {limit} 个", limit=MEMBER_LIMIT))
        return
    left, empty = TOTAL_LIMIT, True
    for name in sorted(members, key=lambda name: [natural_key(part) for part in name.split("/")]):
        info, path, parts = members[name], f"{item.path}/{name}", _parts(name)
        page = Item(path, page_name(parts), partial(_load, archive, info, name, path))
        kind = intake.kind_of(page)
        if kind is None or any(is_left_over(part) for part in parts if part != ".."):
            continue
        empty = False
        left -= info.file_size
        if left < 0:
            limit = TOTAL_LIMIT // MEBIBYTE
            yield BadInputError(item.path, message("压缩包解开后超过 {limit} MiB 的上限", limit=limit))
            return
        yield from kind.read(page, intake)
    if empty:
        cause = message("压缩包里没有可导入的文件，可导入的有 {accepted}", accepted=intake.accepted)
        yield BadInputError(item.path, cause)


def _members(archive: ZipFile) -> dict[str, ZipInfo]:
    """Return the members by their names; of two with the same name the later one counts, as for unzip.

    Names not marked as UTF-8 are in the encoding of the computer that packed them, which zipfile takes for
    code page 437.
    """
    legacy = {
        info: info.orig_filename.split("\x00")[0].encode("cp437")
        for info in archive.infolist()
        if not info.flag_bits & _NAME_IS_UTF8
    }
    encoding = _encoding_of(b"\n".join(legacy.values()))
    named: dict[str, ZipInfo] = {}
    for info in archive.infolist():
        raw = legacy.get(info)
        name = info.filename if raw is None else raw.decode(encoding, "replace")
        named[readable(name).replace("\\", "/")] = info
    return {name: info for name, info in named.items() if not name.endswith("/") and _parts(name)}


def _encoding_of(names: bytes) -> str:
    try:
        return decode(names, "")[1]
    except BadInputError:
        return "cp437"


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part for part in name.split("/") if part not in ("", "."))


def _danger(info: ZipInfo, name: str) -> Message | None:
    """Return why a member must not be read, None where it may be."""
    if name.startswith("/") or ".." in name.split("/") or re.match("[A-Za-z]:", name):
        return message("压缩包内的路径指向压缩包以外")
    if stat.S_ISLNK(info.external_attr >> 16):
        return message("压缩包内的符号链接不能导入")
    if info.flag_bits & _ENCRYPTED:
        return message("压缩包内的文件有密码，请先解密")
    if info.compress_type not in _READABLE_METHODS:
        return message("压缩包用了不支持的压缩方法，请用普通 ZIP 重新压缩")
    if info.file_size > max(_RATIO_COUNTS_FROM, RATIO_LIMIT * info.compress_size):
        return message("解开后会大 {limit} 倍以上，疑为压缩炸弹", limit=RATIO_LIMIT)
    return None


def _load(archive: ZipFile, info: ZipInfo, name: str, path: str) -> bytes:
    danger = _danger(info, name)
    if danger is not None:
        raise BadInputError(path, danger)
    if info.file_size > PAGE_LIMIT:
        raise too_large(path, info.file_size)
    try:
        # The size an archive gives may be a lie; what is read is at most what it says.
        with archive.open(info) as member:
            return member.read(info.file_size)
    except (
        BadZipFile,
        NotImplementedError,
        ValueError,
        EOFError,
        OSError,
        struct.error,
        zlib.error,
    ) as error:
        raise BadInputError(path, message("在压缩包内已损坏")) from error
