"""What an EPUB says of itself: where its package is, what it holds in which order, its list of contents."""

from __future__ import annotations

from dataclasses import dataclass

from core.exporters.labels import Labels
from core.exporters.xhtml import document
from core.exporters.xml import attribute, escaped
from core.messages import message

PACKAGE = "package.opf"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True, slots=True)
class Chapter:
    """One article: the path of its file beside the package, and its title."""

    path: str
    title: str


@dataclass(frozen=True, slots=True)
class Part:
    """One page: its name and its articles."""

    name: str
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """A whole book. `identity` is a UUID, `modified` a moment in UTC (2026-05-08T09:30:00Z)."""

    identity: str
    title: str
    modified: str
    parts: tuple[Part, ...]
    labels: Labels

    @property
    def chapters(self) -> list[Chapter]:
        """All articles in reading order."""
        return [chapter for part in self.parts for chapter in part.chapters]


def container_xml() -> str:
    """Return the file that says where the package is."""
    return (
        f'{_DECLARATION}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        f'<rootfiles><rootfile full-path="OEBPS/{PACKAGE}" media-type="application/oebps-package+xml"/>'
        "</rootfiles></container>\n"
    )


def package_xml(book: Book) -> str:
    """Return the package: what the book is, its files, and the order in which they are read."""
    chapters = list(enumerate(book.chapters, 1))
    kind = "application/xhtml+xml"
    items = "".join(f'<item id="c{at}" href="{one.path}" media-type="{kind}"/>\n' for at, one in chapters)
    order = "".join(f'<itemref idref="c{at}"/>\n' for at, _ in chapters)
    return (
        f'{_DECLARATION}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">\n'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f'<dc:identifier id="id">urn:uuid:{book.identity}</dc:identifier>\n'
        f"<dc:title>{escaped(book.title)}</dc:title>\n<dc:language>{book.labels.language}</dc:language>\n"
        f'<meta property="dcterms:modified">{book.modified}</meta>\n</metadata>\n<manifest>\n'
        f'<item id="nav" href="nav.xhtml" media-type="{kind}" properties="nav"/>\n'
        f'<item id="style" href="style.css" media-type="text/css"/>\n{items}</manifest>\n'
        f'<spine>\n<itemref idref="nav"/>\n{order}</spine>\n</package>\n'
    )


def navigation_xhtml(book: Book) -> str:
    """Return the list of contents: pages, and the articles of each."""
    heading = book.labels.text(message("目录"))
    parts = (
        "".join(_part(part) for part in book.parts) or f'<li><a href="nav.xhtml">{escaped(heading)}</a></li>'
    )
    inside = f'<nav epub:type="toc"><h1>{escaped(heading)}</h1>\n<ol>\n{parts}</ol></nav>'
    return document(heading, inside, book.labels.language, "style.css")


def _part(part: Part) -> str:
    entries = "".join(
        f'<li><a href="{attribute(chapter.path)}">{escaped(chapter.title)}</a></li>\n'
        for chapter in part.chapters
    )
    return f"<li><span>{escaped(part.name) or '-'}</span>\n<ol>\n{entries}</ol></li>\n"
