"""HTML: one file a page, to be read in a browser, corrections marked where they were made.

Where the page has a scan, a copy of it goes along and is shown beside the articles. The files are XHTML as
well, which programs read without guessing. They hold no script and fetch nothing from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from core.exporters.apparatus import Notes
from core.exporters.blocks import title_of_story
from core.exporters.exporter import ExportFile, ExportPage, Need, page_file
from core.exporters.labels import Labels, labels_of
from core.exporters.reading import Story, stories
from core.exporters.scan_view import scan_view
from core.exporters.scans import ScanCopies
from core.exporters.style import BESIDE, PAGE
from core.exporters.xhtml import Writer
from core.exporters.xml import attribute, escaped, replaced_named
from core.messages import message

NAME = "html"
TITLE = message("网页（HTML，校改有标记）")
SUFFIX = ".html"
NEEDS = frozenset({Need.CORRECTIONS, Need.PRINT})
APPARATUS = True
BY_ARTICLE = True


def export(pages: Iterable[ExportPage]) -> Iterator[ExportFile]:
    """Yield an HTML file (UTF-8) for each page, and copies of the scans."""
    copies = ScanCopies()
    for page in pages:
        yield ExportFile(page_file(page, SUFFIX), (page_html(page, copies.path(page)).encode(),))
        yield from copies.files(page)


def export_issue(pages: Iterable[ExportPage]) -> Iterator[ExportFile]:
    """Yield one HTML file that holds all `pages`, and copies of their scans."""
    copies, scans = ScanCopies(), list[ExportFile]()
    remaining = iter(pages)
    for first in remaining:
        yield ExportFile(page_file(first, SUFFIX), _issue(first, remaining, copies, scans))
    yield from scans


def page_html(page: ExportPage, image: str = "") -> str:
    """Return `page` as a document that is HTML 5 and well-formed XML.

    `image` is where the copy of its scan lies, "" where it has none.
    """
    labels = labels_of(page.text)
    return f"{_head(page.name, labels)}{_Sheets(2).inside(page, image, labels)}{_TAIL}"


def _issue(
    first: ExportPage, others: Iterator[ExportPage], copies: ScanCopies, scans: list[ExportFile]
) -> Iterator[bytes]:
    """Yield the document, a chunk for each page; what goes along is added to `scans`."""
    sheets = _Sheets(3)
    held = _head(first.file or first.name, labels_of(first.text))
    for page in chain((first,), others):
        if page is not first:
            yield held.encode()
            held = ""
        inside = sheets.inside(page, copies.path(page), labels_of(page.text))
        held += f'<section class="page">\n{inside}</section>\n'
        scans += copies.files(page)
    yield f"{held}{_TAIL}".encode()


def _head(title: str, labels: Labels) -> str:
    return (
        f'<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="{labels.language}">\n<head>\n'
        '<meta charset="utf-8"/>\n<meta name="viewport" content="width=device-width, initial-scale=1"/>\n'
        f'<meta name="generator" content="Jiaochou"/>\n<title>{escaped(title)}</title>\n'
        f"<style>{PAGE}{BESIDE}</style>\n</head>\n<body>\n"
    )


_TAIL = "</body>\n</html>\n"


class _Sheets:
    """The pages of one document. Numbers of articles and notes go on from page to page."""

    def __init__(self, level: int) -> None:
        """Begin a document in which the titles of articles are headings of `level`, pages one above."""
        self._level = level
        self._notes = Notes()
        self._articles = 0

    def inside(self, page: ExportPage, image: str, labels: Labels) -> str:
        """Return all that is said of `page`."""
        told, first, above = list(stories(page)), self._articles + 1, self._level - 1
        self._articles += len(told)
        writer = Writer(labels, self._level, shows_corrections=True, notes=self._notes)
        contents = "".join(
            f'<li><a href="#a{number}">{escaped(title_of_story(story))}</a></li>'
            for number, story in enumerate(told, first)
        )
        nav = f'<nav aria-label="{attribute(labels.text(message("目录")))}"><ol>{contents}</ol></nav>\n'
        scan = scan_view(page, image, told, first, labels)
        articles = "".join(_article(number, story, writer) for number, story in enumerate(told, first))
        body = "main" if above == 1 else "div"  # a document has one `main`
        return (
            f"<header><h{above}>{escaped(page.name)}</h{above}>"
            f'<p class="about">{escaped(_about(page, labels))}</p></header>\n'
            f"{nav if told else ''}{scan}<{body}>\n{articles}</{body}>\n{_corrections(page, labels)}"
        )


def _article(number: int, story: Story, writer: Writer) -> str:
    first = len(writer.notes.held) + 1 if writer.notes else 1
    content = writer.story(story)
    return f'<article id="a{number}">\n{content}\n{writer.apparatus(first)}</article>\n'


def _about(page: ExportPage, labels: Labels) -> str:
    made = len(page.corrections)
    said = labels.text(message("{round}，校改 {count} 处", round=labels.round(page), count=made))
    lost = replaced_named(page.text)
    return f"{said}{labels.text(message('；网页存不下的字符作 �：{names}', names=lost))}" if lost else said


def _corrections(page: ExportPage, labels: Labels) -> str:
    """List every correction of the page: those to furniture and those overwritten later stand only here."""
    if not page.corrections:
        return ""
    items = "".join(
        f"<li>{f'<b>{escaped(made.right)}</b> ' if made.wrong else ''}{escaped(labels.correction(made))}</li>"
        for made in page.corrections
    )
    heading = escaped(labels.text(message("校改记录")))
    return f"<details><summary>{heading}</summary><ol>{items}</ol></details>\n"
