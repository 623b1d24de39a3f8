"""What an exporter is, what it is given, and how all of them are found."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, cast

from core.document.finding import Finding
from core.document.layout import ArticleId, Layout
from core.errors import refused
from core.exporters import formats as format_files
from core.exporters.critical_note import CriticalNote
from core.exporters.history import PageHistory
from core.messages import Message
from core.printed.placed import PagePrint
from core.text.span import Span

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Correction:
    """One change an editor made to the raw text.

    `wrong` is what stood there, `right` what stands there now; either may be empty, not both. `span` is where
    `right` lies in the current text, None where a later change has left nothing of it. `when` is a moment in
    UTC by ISO 8601 (2026-05-08T09:30:00+00:00); `why` says what moved the editor: typed, a rule, a witness.
    """

    span: Span | None
    wrong: str
    right: str
    who: str
    when: str
    why: str


@dataclass(frozen=True, slots=True)
class Suspect:
    """A finding of the page as it stands, and whether an editor has called it no error."""

    finding: Finding
    is_dismissed: bool


class Need(StrEnum):
    """What only some formats want of a page, and what takes time to read."""

    CORRECTIONS = "corrections"
    RAW = "raw"
    SUSPECTS = "suspects"
    APPARATUS = "apparatus"
    PRINT = "print"
    HISTORY = "history"


@dataclass(frozen=True, slots=True)
class Continuation:
    """The part of a story that stands on another page: its text, layout and corrections, and the article.

    `apparatus` are the notes to it, where they are wanted.
    """

    text: str
    layout: Layout
    article: ArticleId
    corrections: tuple[Correction, ...] = ()
    apparatus: tuple[CriticalNote, ...] = ()


@dataclass(frozen=True)
class ExportPage:
    """A page as exporters see it: its current text, what is marked on it, and where it came from.

    `number` is its number in the project, by which links name it. `continuations` are what linked articles
    go on with on other pages, in reading order; articles `told_elsewhere` are such a rest themselves.

    `digest` is the SHA-256 of the bytes it was imported from (hexadecimal), `encoding` how they were read.
    `round` counts the rounds of proofreading that are signed off (校次): 0 none, 1 一校, 2 二校, 3 三校.
    `file` is what its file is to be called, without suffix; "": like the page. `apparatus` says what other
    pages read, where that is wanted.

    `corrections`, `raw` (the text as it was imported) and `suspects` (what is shown or was dismissed) are
    there for formats that `need` them; `suspects` is None, too, where the page was not checked as it stands.
    So is `printed`, which is None where the page has no scan and nothing says where its lines stand.
    `with_scan`: a format that shows the scan brings a copy of it along. `history` is there where a format
    needs it and the page is told just as it stands.
    """

    name: str
    text: str
    layout: Layout = field(default_factory=Layout)
    digest: str = ""
    encoding: str = "utf-8"
    round: int = 0
    corrections: tuple[Correction, ...] = ()
    number: int = 0
    continuations: Mapping[ArticleId, tuple[Continuation, ...]] = field(default_factory=dict)
    told_elsewhere: frozenset[ArticleId] = frozenset()
    raw: str | None = None
    suspects: tuple[Suspect, ...] | None = None
    file: str = ""
    apparatus: tuple[CriticalNote, ...] = ()
    printed: PagePrint | None = None
    with_scan: bool = True
    history: PageHistory | None = None


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A file to be written: its path below the export's folder, parts parted by `/`, and its content.

    The content comes in chunks, one for each page that goes into the file, so that a file of a whole archive
    is never held in memory. Read them before the next file is asked for, and once only. `of_pages`: a chunk
    is a page; what goes along with pages, such as scans, is not counted as progress.
    """

    path: str
    chunks: Iterable[bytes]
    of_pages: bool = True


class Exporter(Protocol):
    """A module of core/exporters/formats. `NAME` is what the command line calls the format.

    A module that wants more of a page than its text and layout says so by `NEEDS`, a frozenset of `Need`. One
    whose files can be put behind each other says by `BETWEEN` what parts them (bytes); it can be split by
    articles and by issues. One that makes a file of whatever page it is given can be split by articles and
    says so by `BY_ARTICLE = True`; one that can make one document of several pages has `export_issue`, which
    is given the pages of one issue, of which the first says how the file is to be called. One that can show
    the apparatus says so by `APPARATUS = True`.
    """

    NAME: str
    TITLE: Message
    SUFFIX: str

    def export(self, pages: Iterable[ExportPage]) -> Iterator[ExportFile]:
        """Yield the files that hold `pages`; pages are asked for one at a time."""
        ...


def needs(found: Exporter) -> frozenset[Need]:
    """Return what `found` must be given of a page beside its text and layout."""
    wanted: frozenset[Need] = getattr(found, "NEEDS", frozenset())
    return wanted


def has_apparatus(found: Exporter) -> bool:
    """Say whether `found` can show what other pages read."""
    return bool(getattr(found, "APPARATUS", False))


def goes_by_article(found: Exporter) -> bool:
    """Say whether `found` makes a file of an article as well as of a page."""
    return between(found) is not None or bool(getattr(found, "BY_ARTICLE", False))


def issue_export(found: Exporter) -> Callable[[Iterable[ExportPage]], Iterator[ExportFile]] | None:
    """Return what makes one document of the pages of an issue, None where `found` has nothing of the kind."""
    export: Callable[[Iterable[ExportPage]], Iterator[ExportFile]] | None
    export = getattr(found, "export_issue", None)
    return export


def between(found: Exporter) -> bytes | None:
    """Return what parts two files of `found` in one, None where they cannot be put behind each other."""
    parting: bytes | None = getattr(found, "BETWEEN", None)
    return parting


def page_file(page: ExportPage, suffix: str) -> str:
    """Return the path of the one file that holds `page`; a slash in the page's name makes no folder."""
    return (page.file or page.name.removesuffix(suffix)).replace("/", "-").replace("\\", "-") + suffix


def encoded(text: str) -> bytes:
    """Return `text` in UTF-8; half a surrogate pair, which is no character, becomes U+FFFD."""
    return _LONE_SURROGATE.sub("\ufffd", text).encode()


def all_exporters() -> tuple[Exporter, ...]:
    """Load every file of core/exporters/formats, in the order of their names."""
    names = sorted(module.name for module in pkgutil.iter_modules(format_files.__path__))
    return tuple(cast(Exporter, importlib.import_module(f"{format_files.__name__}.{name}")) for name in names)


def exporter(name: str) -> Exporter:
    """Return the exporter called `name`; raises RefusedError, naming those there are, for any other name."""
    known = {found.NAME: found for found in all_exporters()}
    if name not in known:
        raise refused("没有叫“{name}”的导出格式，现有：{names}", name=name, names="、".join(sorted(known)))
    return known[name]
