"""File names that Windows, macOS and Linux all take."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from unicodedata import normalize

LONGEST = 200
"""How long a name may be in bytes of UTF-8; file systems take 255, and a number may still be added."""

_FORBIDDEN = re.compile(
    # What no system takes, what cannot be seen, and what turns a name around (a\u202etxt.exe seems aexe.txt).
    r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]'
)
_RESERVED = re.compile(
    r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|COM[0-9¹²³]|LPT[0-9¹²³])\s*(?:\.|$)", re.IGNORECASE
)
_EXTENSION = re.compile(r"\.[A-Za-z0-9]{1,8}$")


def safe_name(name: str) -> str:
    """Return a name for a file or folder that is as near to `name` as every system allows, never empty."""
    name = _FORBIDDEN.sub("-", normalize("NFC", name)).strip().rstrip(". ")
    if not name or name.startswith("."):
        name = f"_{name}"
    if _RESERVED.match(name):
        name = f"_{name}"
    stem, extension = split_extension(name)
    room = LONGEST - len(extension)
    return stem.encode()[:room].decode(errors="ignore").rstrip(". ") + extension


def safe_path(path: str) -> str:
    """Return a relative path, parts parted by `/`, that stays inside its folder on every system."""
    return "/".join(safe_name(part) for part in path.split("/"))


def split_extension(name: str) -> tuple[str, str]:
    """Return a name without its extension, and the extension with its dot ("" where there is none)."""
    found = _EXTENSION.search(name)
    at = found.start() if found and found.start() else len(name)
    return name[:at], name[at:]


def unique_path(path: str, taken: AbstractSet[str]) -> str:
    """Return `path`, numbered where its `path_key` is in `taken`: `name (2).txt`."""
    stem, extension = split_extension(path)
    number = 1
    while path_key(path) in taken:
        number += 1
        path = f"{stem} ({number}){extension}"
    return path


def path_key(path: str) -> str:
    """Return what two paths share that some system takes for the same file (case, way of composing)."""
    return normalize("NFC", normalize("NFC", path).casefold())
