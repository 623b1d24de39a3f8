"""What can be chosen about an export, whatever its format."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from string import Formatter
from typing import Any

from core.changes.codec import decoded
from core.errors import refused


class Characters(StrEnum):
    """Which script goes out: as it stands, or converted; tw and hk with the glyphs and phrases used there."""

    AS_IS = "as-is"
    SIMPLIFIED = "hans"
    TRADITIONAL = "hant"
    TAIWAN = "tw"
    HONG_KONG = "hk"


class Width(StrEnum):
    """How wide digits or marks go out."""

    AS_IS = "as-is"
    FULL = "full"
    HALF = "half"


class Split(StrEnum):
    """What makes a file, where a format makes several."""

    PAGE = "page"
    ARTICLE = "article"
    ISSUE = "issue"


PRESETS = "export-presets"
"""The setting of a project that holds its presets."""

NAME_PARTS = ("paper", "date", "page", "number", "title")
"""What a pattern of file names may speak of, in braces."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """The choices; those of a new one change nothing of what the project holds.

    `line_breaks`: each printed line stays a line, torn paragraphs are not joined. `headings`: the headings
    inside articles (小标题) go out. `furniture`: what no article claims goes out, behind the articles of its
    page. `linked`: a story goes on with its half on another page. `only_signed`: pages without a signed round
    stay behind, and no story goes on on another page, for that may be one of them. `names`: a pattern of file
    names with `NAME_PARTS` in braces, "" for the name of the page. `apparatus`: what other pages read where
    this one differs goes out as notes to its articles. `scans`: formats that show the scan bring it along.
    """

    characters: Characters = Characters.AS_IS
    marks: Width = Width.AS_IS
    digits: Width = Width.AS_IS
    line_breaks: bool = False
    headings: bool = True
    furniture: bool = False
    linked: bool = True
    only_signed: bool = False
    split: Split = Split.PAGE
    names: str = ""
    apparatus: bool = False
    scans: bool = True


def checked_names(pattern: str) -> str:
    """Return a pattern of file names; raises RefusedError where it speaks of what there is not."""
    try:
        parts = list(Formatter().parse(pattern))
    except ValueError as error:
        raise refused("文件名“{pattern}”里的花括号不成对", pattern=pattern) from error
    known = "、".join(f"{{{name}}}" for name in NAME_PARTS)
    for _, name, form, conversion in parts:
        if name is not None and (name not in NAME_PARTS or form or conversion):
            raise refused("文件名里没有 {part}，可以用：{known}", part=f"{{{name}}}", known=known)
    return pattern


def encode_presets(presets: Mapping[str, ExportOptions]) -> str:
    """Return presets, by name, as JSON."""
    return json.dumps({name: asdict(options) for name, options in presets.items()}, ensure_ascii=False)


def decode_presets(written: str) -> dict[str, ExportOptions]:
    """Return the presets by name; raises RefusedError where `written` holds anything else."""
    try:
        return decoded(written, lambda presets: {name: _options(dict(one)) for name, one in presets.items()})
    except ValueError as error:
        raise refused("工程里存的导出预设读不出来") from error


def _options(record: Mapping[str, object]) -> ExportOptions:
    """Read the options of a preset; what one of an older program does not speak of is as by default."""
    found: dict[str, Any] = {}
    for name, default in asdict(ExportOptions()).items():
        value, kind = record.get(name, default), type(default)
        if type(value) not in (kind, str) or (kind is bool and type(value) is not bool):
            raise TypeError(name)
        found[name] = kind(value)
    return ExportOptions(**found)
