"""HTML: one file a page, to be read in a browser, corrections marked where they were made.

Where the page has a scan, a copy of it goes along and is shown beside the articles. The files are XHTML as
well, which programs read without guessing. They hold no script and fetch nothing from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.exporters.apparatus import Notes
from core.exporters.blocks import title_of_story
from core.exporters.exporter import ExportFile, ExportPage, Need, page_file
from core.exporters.labels import Labels, labels_of
from core.exporters.reading import Story, stories
from core.exporters.scan_view import lighting, scan_view
from core.exporters.scans import ScanCopies
from core.exporters.style import BESIDE, PAGE
from core.exporters.xhtml import Writer
from core.exporters.xml import attribute, escaped
from core.messages import message

NAME = "html"
TITLE = message("网页（HTML，校改有标记）")
SUFFIX = ".html"
NEEDS = frozenset({Need.PRINT})
APPARATUS = True


def export(pages: Iterable[ExportPage]) -> Iterator[ExportFile]:
    """Yield an HTML file (UTF-8) for each page, and copies of the scans."""
    copies = ScanCopies()
    for page in pages:
        yield ExportFile(page_file(page, SUFFIX), (page_html(page, copies.path(page)).encode(),))
        yield from copies.files(page)


def page_html(page: ExportPage, image: str = "") -> str:
    """Return `page` as a document that is HTML 5 and well-formed XML.

    `image` is where the copy of its scan lies, "" where it has none.
    """
    labels = labels_of(page.text)
    told = list(stories(page))
    writer = Writer(labels, 2, shows_corrections=True, notes=Notes())
    contents = "".join(
        f'<li><a href="#a{number}">{escaped(title_of_story(story))}</a></li>'
        for number, story in enumerate(told, 1)
    )
    articles = "".join(_article(number, story, writer) for number, story in enumerate(told, 1))
    name = escaped(page.name)
    scan = scan_view(page, image, told, labels)
    beside = f"{BESIDE}{lighting(len(told))}" if scan else ""
    nav = f'<nav aria-label="{attribute(labels.text(message("目录")))}"><ol>{contents}</ol></nav>\n'
    return (
        f'<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="{labels.language}">\n<head>\n'
        '<meta charset="utf-8"/>\n<meta name="viewport" content="width=device-width, initial-scale=1"/>\n'
        f'<meta name="generator" content="Jiaochou"/>\n<title>{name}</title>\n'
        f"<style>{PAGE}{beside}</style>\n</head>\n"
        f'<body>\n<header><h1>{name}</h1><p class="about">{escaped(_about(page, labels))}</p></header>\n'
        f"{nav if told else ''}{scan}<main>\n{articles}</main>\n{_corrections(page, labels)}"
        "</body>\n</html>\n"
    )


def _article(number: int, story: Story, writer: Writer) -> str:
    first = len(writer.notes.held) + 1 if writer.notes else 1
    content = writer.story(story)
    return f'<article id="a{number}">\n{content}\n{writer.apparatus(first)}</article>\n'


def _about(page: ExportPage, labels: Labels) -> str:
    made = len(page.corrections)
    return labels.text(message("{round}，校改 {count} 处", round=labels.round(page), count=made))


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
