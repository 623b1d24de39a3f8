"""PAGE-XML (2019-07-15): a file a page, as tools for transcription and for training OCR read it.

Regions are the pieces of articles, with their role and article in `custom`; the reading order is that of the
articles. Positions are pixels of the scan, of which a copy goes along.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.metadata import version
from itertools import groupby
from math import ceil, floor
from pathlib import PurePath

from core.document.layout import title_of
from core.document.role import Role
from core.exporters.exporter import ExportFile, ExportPage, Need, page_file
from core.exporters.geometry import article_id, block_id, print_of
from core.exporters.labels import labels_of, newest_moment
from core.exporters.regions import Region, RegionLine, regions
from core.exporters.scans import ScanCopies
from core.exporters.xml import attribute, escaped, replaced_named
from core.messages import message
from core.printed.area import Area
from core.printed.placed import PagePrint

NAME = "page-xml"
TITLE = message("PAGE-XML（文字连同在图上的位置）")
SUFFIX = ".xml"
NEEDS = frozenset({Need.CORRECTIONS, Need.PRINT})
NAMESPACE = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"

_TYPES = {Role.KICKER: "heading", Role.TITLE: "heading", Role.SUBTITLE: "heading", Role.HEADING: "heading",
          Role.BODY: "paragraph", Role.BYLINE: "credit", Role.DATELINE: "credit", Role.CREDIT: "credit",
          Role.CAPTION: "caption"}  # fmt: skip
_SCRIPTS = {"zh-Hans": "Hans - Han (Simplified variant)", "zh-Hant": "Hant - Han (Traditional variant)"}


def export(pages: Iterable[ExportPage]) -> Iterator[ExportFile]:
    """Yield a PAGE-XML document for each page, and copies of the scans.

    Raises RefusedError for a page of which it is not known where its lines stand.
    """
    copies = ScanCopies()
    for page in pages:
        printed = print_of(page, TITLE)
        image = copies.path(page) or PurePath(printed.image).name
        yield ExportFile(page_file(page, SUFFIX), (page_document(page, printed, image).encode(),))
        yield from copies.files(page)


def page_document(page: ExportPage, printed: PagePrint, image: str) -> str:
    """Return `page` as a document that calls its scan `image`."""
    told = list(regions(page))
    width, height = map(ceil, printed.size)
    script = _SCRIPTS[labels_of(page.text).language]
    made = newest_moment(page)
    lost = replaced_named(page.text)
    comment = f"<Comments>U+FFFD: {lost}</Comments>" if lost else ""
    body = "".join(_regions(told, Area(0, 0, width, height)))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<PcGts xmlns="{NAMESPACE}">\n<Metadata>'
        f"<Creator>Jiaochou {escaped(version('jiaochou'))}</Creator><Created>{made}</Created>"
        f"<LastChange>{made}</LastChange>{comment}</Metadata>\n"
        f'<Page imageFilename="{attribute(image)}" imageWidth="{width}" imageHeight="{height}" '
        f'primaryLanguage="Chinese" primaryScript="{script}">\n{_order(page, told)}{body}</Page>\n</PcGts>\n'
    )


def _order(page: ExportPage, told: list[Region]) -> str:
    """Return the reading order: a group for each article, furniture behind them."""
    entries = []
    for index, (article, held) in enumerate(groupby(told, key=lambda region: region.article)):
        references = "".join(
            f'<RegionRefIndexed index="{at}" regionRef="{block_id(region.key)}"/>'
            for at, region in enumerate(held)
        )
        key = "furniture" if article is None else article_id(article)
        title = "" if article is None else title_of(page.layout, article, page.text)
        entries.append(
            f'<OrderedGroupIndexed id="{key}" index="{index}" caption="{attribute(title)}">{references}'
            "</OrderedGroupIndexed>\n"
        )
    if not entries:
        return ""
    return (
        f'<ReadingOrder><OrderedGroup id="reading-order">\n{"".join(entries)}</OrderedGroup></ReadingOrder>\n'
    )


def _regions(told: list[Region], whole: Area) -> Iterator[str]:
    # The schema wants a place of everything: what an editor has put in gets that of what it stands behind.
    area = whole
    for region in told:
        area = region.area or area
        key, article = block_id(region.key), ""
        if region.article is not None:
            article = f" structure {{id:{article_id(region.article)}; type:article;}}"
        role = "furniture" if region.article is None else region.piece.role.value
        lines = "".join(
            _line(line, f"{key}-{number}", area, whole) for number, line in enumerate(region.lines, 1)
        )
        text = escaped("\n".join(line.text for line in region.lines))
        yield (
            f'<TextRegion id="{key}" type="{_TYPES.get(region.piece.role, "other")}" '
            f'custom="role {{type:{role};}}{article}">{_coords(area, whole)}\n{lines}'
            f"<TextEquiv><Unicode>{text}</Unicode></TextEquiv></TextRegion>\n"
        )


def _line(line: RegionLine, key: str, around: Area, whole: Area) -> str:
    text = f"<TextEquiv><Unicode>{escaped(line.text)}</Unicode></TextEquiv>"
    return f'<TextLine id="{key}">{_coords(line.area or around, whole)}{text}</TextLine>\n'


def _coords(area: Area, whole: Area) -> str:
    left, right = (_within(value, whole.right) for value in (floor(area.left), ceil(area.right)))
    top, bottom = (_within(value, whole.bottom) for value in (floor(area.top), ceil(area.bottom)))
    return f'<Coords points="{left},{top} {right},{top} {right},{bottom} {left},{bottom}"/>'


def _within(value: int, most: float) -> int:
    return max(0, min(value, int(most)))
