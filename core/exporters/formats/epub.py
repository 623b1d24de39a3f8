"""EPUB 3: all pages in one book, one chapter an article, for readers and for libraries.

The same pages make the same bytes: times in the archive are fixed, and the book's own (`dcterms:modified`) is
that of its newest correction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import chain
from uuid import UUID

from core.exporters.archive import Archive
from core.exporters.blocks import title_of_story
from core.exporters.book import PACKAGE, Book, Chapter, Part, container_xml, navigation_xhtml, package_xml
from core.exporters.exporter import ExportFile, ExportPage, Need, page_file
from core.exporters.labels import NEVER, TELLING, labels_in, labels_of, newest_moment
from core.exporters.reading import stories
from core.exporters.style import TYPE
from core.exporters.xhtml import Writer, document
from core.messages import message
from core.text.script import Script, evidence

NAME = "epub"
TITLE = message("EPUB 电子书（全部版面）")
SUFFIX = ".epub"
NEEDS = frozenset({Need.CORRECTIONS})


def export(pages: Iterable[ExportPage]) -> Iterator[ExportFile]:
    """Yield the one file `pages.epub`, a chunk for each page."""
    yield ExportFile(f"pages{SUFFIX}", _chunks(pages))


def export_issue(pages: Iterable[ExportPage]) -> Iterator[ExportFile]:
    """Yield one book of all `pages`, called as their file is."""
    remaining = iter(pages)
    for first in remaining:
        yield ExportFile(page_file(first, SUFFIX), _chunks(chain((first,), remaining)))


@dataclass
class _Told:
    """What the book's own lists say of the pages that have been written."""

    parts: list[Part] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    simplified: int = 0
    traditional: int = 0
    modified: str = NEVER
    digest: bytes = b""

    def note(self, page: ExportPage, chapters: tuple[Chapter, ...]) -> None:
        """Take down one more page."""
        simplified, traditional = evidence(page.text[:TELLING])
        self.simplified += simplified
        self.traditional += traditional
        if not self.names:
            self.names = [page.name]
        self.names[1:] = [page.name]
        self.modified = max(self.modified, newest_moment(page))
        seed = f"{page.name}\0{page.digest}".encode(errors="replace")
        self.digest = sha256(self.digest + seed).digest()
        if chapters:
            self.parts.append(Part(page.name, chapters))

    def book(self) -> Book:
        """Return what is said of the whole book."""
        script = Script.TRADITIONAL if self.traditional > self.simplified else Script.SIMPLIFIED
        names = list(dict.fromkeys(self.names))
        identity = str(UUID(bytes=self.digest[:16], version=5))
        title = " – ".join(names) or "-"
        return Book(identity, title, self.modified, tuple(self.parts), labels_in(script))


def _chunks(pages: Iterable[ExportPage]) -> Iterator[bytes]:
    with Archive() as archive:
        yield from _parts(archive, pages)


def _parts(archive: Archive, pages: Iterable[ExportPage]) -> Iterator[bytes]:
    told = _Told(digest=bytes(32))
    archive.add("mimetype", "application/epub+zip", packed=False)
    archive.add("META-INF/container.xml", container_xml())
    archive.add("OEBPS/style.css", TYPE)
    held = archive.drain()
    for number, page in enumerate(pages, 1):
        told.note(page, tuple(_chapters(archive, page, number)))
        if number > 1:
            yield held
            held = b""
        held += archive.drain()
    book = told.book()
    archive.add("OEBPS/nav.xhtml", navigation_xhtml(book))
    archive.add(f"OEBPS/{PACKAGE}", package_xml(book))
    yield held + archive.finish()


def _chapters(archive: Archive, page: ExportPage, page_number: int) -> Iterator[Chapter]:
    labels = labels_of(page.text)
    writer = Writer(labels, 1, shows_corrections=False)
    for number, story in enumerate(stories(page), 1):
        path = f"text/p{page_number:04}-a{number:03}.xhtml"
        title = title_of_story(story)
        archive.add(f"OEBPS/{path}", document(title, writer.story(story), labels.language, "../style.css"))
        yield Chapter(path, title)
